//! The schema of a code: one of the members of its list, and nothing else.

use std::borrow::Cow;
use std::marker::PhantomData;

use referral::code_list::CodeList;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// The schema of a code of the list `T`. It stands in `#[schemars(with = "Code<T>")]`; the field
/// itself holds the member.
#[derive(Debug)]
pub struct Code<T>(PhantomData<T>);

impl<T: CodeList> JsonSchema for Code<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Code".into()
    }

    fn schema_id() -> Cow<'static, str> {
        std::any::type_name::<Self>().into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let codes: Vec<&str> = T::all().iter().map(|member| member.code()).collect();
        json_schema!({"type": "string", "enum": codes})
    }
}
