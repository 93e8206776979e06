//! `validator`'s findings as field errors: path, code and message. Its `params.value` is the value
//! itself and is never read.

use std::collections::BTreeMap;

use referral::Fault;
use validator::{Validate, ValidationError, ValidationErrors, ValidationErrorsKind};

use super::Draft;
use crate::errors::Scope;

/// Tells `scope` of every text that is too long.
pub(super) fn check(draft: &Draft, scope: &Scope<'_>) {
    if let Err(errors) = draft.validate() {
        tell(&errors, scope);
    }
}

fn tell(errors: &ValidationErrors, scope: &Scope<'_>) {
    // In one order, whatever the order of the map.
    let fields: BTreeMap<_, _> = errors.errors().iter().collect();
    for (name, kind) in fields {
        let scope = scope.field(name);
        match kind {
            ValidationErrorsKind::Struct(inner) => tell(inner, &scope),
            ValidationErrorsKind::List(items) => {
                for (index, inner) in items {
                    tell(inner, &scope.index(*index));
                }
            }
            ValidationErrorsKind::Field(found) => {
                for error in found {
                    scope.fault(fault(error));
                }
            }
        }
    }
}

fn fault(error: &ValidationError) -> Fault {
    match error.params.get("max").and_then(serde_json::Value::as_u64) {
        Some(max) => Fault::with("too_long", format!("Use {max} characters or fewer.")),
        None => Fault::new("shape", "This does not have the shape it should."),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::draft::{ChildDraft, NameDraft};
    use crate::errors::Errors;

    #[test]
    fn a_long_text_is_told_by_its_path_and_never_repeated() {
        let name = NameDraft { given: Some("canary".repeat(20)), ..NameDraft::default() };
        let child = ChildDraft { name: Some(name), ..ChildDraft::default() };
        let draft = Draft {
            children: vec![ChildDraft::default(), child],
            reason: Some("canary".repeat(500)),
            ..Draft::default()
        };
        let errors = Errors::default();
        check(&draft, &Scope::root(&errors, date(2026, 11, 21)));
        let errors = errors.into_inner();
        let paths: Vec<_> = errors.iter().map(|e| e.path.as_str()).collect();
        assert_eq!(paths, ["children[1].name.given", "reason"]);
        assert_eq!(errors[0].message, "Use 100 characters or fewer.");
        assert!(!format!("{errors:?}").contains("canary"));
    }
}
