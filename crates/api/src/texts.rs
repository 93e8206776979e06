//! The schemas of texts that have a form: ids, references, moments, and the referral document. Each
//! stands in `#[schemars(with = "…")]`; the field itself holds the domain's type.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// A schema of its own name, from the lines that follow.
macro_rules! text {
    ($(#[doc = $doc:literal])+ $name:ident $schema:tt) => {
        $(#[doc = $doc])+
        #[derive(Debug)]
        pub struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let mut schema = json_schema!($schema);
                let said = concat!($($doc),+).trim();
                schema.insert("description".to_owned(), said.into());
                schema
            }
        }
    };
}

text! {
    /// The id of a referral or of an entry: a UUID version 4 in small letters.
    Id {
        "type": "string",
        "format": "uuid",
        "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
    }
}

text! {
    /// The reference of a referral, for people to read out: XXXX-XXXX-XXXX.
    Reference {
        "type": "string",
        "pattern": "^[346789CDFGHJKMNPQRTVWXY]{4}(-[346789CDFGHJKMNPQRTVWXY]{4}){2}$"
    }
}

text! {
    /// The id of an inbox: a hub, a front door, a triage, review or out-of-area.
    InboxId { "type": "string", "pattern": "^[a-z0-9-]{1,64}$" }
}

text! {
    /// The place from which to ask on for a sender's referrals: a text that means nothing to its holder.
    SentCursor { "type": "string", "pattern": "^[A-Za-z0-9_-]+$" }
}

text! {
    /// The GSS code of an authority.
    AuthorityCode { "type": "string", "pattern": "^[A-Z][0-9]{8}$" }
}

text! {
    /// A moment in Coordinated Universal Time.
    Moment {
        "type": "string",
        "format": "date-time",
        "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$"
    }
}

text! {
    /// A day: YYYY-MM-DD.
    Day { "type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$" }
}

text! {
    /// A time of day in the United Kingdom: HH:MM.
    TimeOfDay { "type": "string", "pattern": r"^\d{2}:\d{2}$" }
}

text! {
    /// A referral as it would be sent: the document that is posted to /v1/referrals.
    Referral { "$ref": "urn:hubward:schema:referral:v1" }
}
