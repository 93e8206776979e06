//! A FHIR R4 message of the NHS Booking and Referral Standard (BaRS), `servicerequest-request`, read
//! from JSON or XML into the same referral that the other channels make.
//!
//! Whatever has no field in a referral is kept with it as it was given, so nothing is dropped, and an
//! optional field that cannot be read is kept too: a clinical system cannot word its message for us.
//! What was not asked is not guessed at: agreement comes from an explicit answer alone, and no way of
//! contact is taken for safe. The table of fields is in `docs/guides/nhs.md`.

mod bundle;
mod consent;
mod element;
mod flags;
mod json;
mod kept;
mod mapped;
mod mapping;
mod patient;
mod people;
mod referrer;
mod request;
mod sources;
pub mod written;
mod xml;

use referral::{FieldError, Referral, ReferrerKind};

pub use self::sources::Sources;
use crate::errors::{Findings, Position};
use crate::{Context, Rejection, unchecked};

/// The most bytes in one message, as in any other referral.
pub const MAX_BYTES: usize = crate::json::MAX_BYTES;
/// The deepest nesting of elements, or of objects and lists.
pub const MAX_DEPTH: usize = 64;

/// The formats in which a resource travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// `application/fhir+json`.
    Json,
    /// `application/fhir+xml`.
    Xml,
}

impl Format {
    /// The media type, without parameters.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/fhir+json",
            Self::Xml => "application/fhir+xml",
        }
    }
}

/// A message that was read.
#[derive(Debug)]
pub struct Message {
    /// The sender's own name for the request, by which it is updated or revoked. It is personal.
    pub request: String,
    /// The thing that the sender asks for.
    pub act: Act,
    /// The place in the message of each field of the referral.
    pub sources: Sources,
}

/// The thing that a message asks for.
#[derive(Debug)]
pub enum Act {
    /// A referral that was not sent before.
    New(Box<Referral>),
    /// A referral that was sent before, whole, as it should be.
    Update(Box<Referral>),
    /// The withdrawal of a referral that was sent before.
    Revoke,
    /// The withdrawal of a referral that should not have been sent.
    EnteredInError,
}

/// Reads a message as sent in `context`, and tells every error at once by its place in the message,
/// never with its value. `usual` is the kind of referrer of a sender whose role the message does not
/// tell.
pub fn read<'a>(
    bytes: &[u8],
    format: Format,
    usual: ReferrerKind,
    context: impl Into<Context<'a>>,
) -> Result<Message, Rejection> {
    if bytes.len() > MAX_BYTES {
        return Err(Rejection::TooLarge);
    }
    let root = match format {
        Format::Json => json::parse(bytes),
        Format::Xml => xml::parse(bytes),
    };
    let root = root.map_err(Rejection::Malformed)?;
    let bundle = bundle::Bundle::of(&root).map_err(Rejection::Invalid)?;
    let header = bundle.header().map_err(Rejection::Invalid)?;
    let request = header.request.clone();
    let make = |sources: &mut Sources| {
        referral(&bundle, &header, usual, context.into(), sources).map(Box::new)
    };
    let mut sources = Sources::default();
    let act = match header.kind {
        bundle::Kind::New => make(&mut sources).map(Act::New),
        bundle::Kind::Update => make(&mut sources).map(Act::Update),
        bundle::Kind::Revoke => Ok(Act::Revoke),
        bundle::Kind::EnteredInError => Ok(Act::EnteredInError),
    };
    match act {
        Ok(act) => Ok(Message { request, act, sources }),
        Err(errors) => {
            let told = |error: FieldError| FieldError { path: sources.of(&error.path), ..error };
            Err(Rejection::Invalid(errors.into_iter().map(told).collect()))
        }
    }
}

fn referral(
    bundle: &bundle::Bundle<'_>,
    header: &bundle::Header<'_>,
    usual: ReferrerKind,
    context: Context<'_>,
    sources: &mut Sources,
) -> Result<Referral, Vec<FieldError>> {
    let mapped::Mapped { unchecked, sources: found } =
        mapping::map(bundle, header, usual, context.today);
    *sources = found;
    let kept = kept::beside(bundle, sources).map_err(|error| vec![error])?;
    let findings = Findings::new(context, true);
    let root = Position::root(&findings);
    let referral = unchecked::referral(&unchecked, &root);
    for (path, text) in kept {
        root.field(&path).note(referral::Treatment::AlsoSent, Some(&text));
    }
    unchecked::finish(referral, findings)
}

/// Whether a text can be the name of an element or of a type of resource.
fn is_name(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
