//! Finds what the families' pages cannot tell because the rulebook does not say it.

use locality::rulebook::Rulebook;

use super::Finding;

pub(super) fn check(rulebook: &Rulebook) -> Option<Finding> {
    rulebook.public.is_none().then(|| {
        Finding::warning(
            "public_missing",
            None,
            "families are not told who answers for the pages, or whom to complain to",
            "add `[public]` (see \"What families are told of you\" in docs/guides/rules.md)",
        )
    })
}
