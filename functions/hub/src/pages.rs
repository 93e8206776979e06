//! The pages, as compile-time templates. They decide nothing.

mod content;
mod entry;
mod inbox;
mod layout;
mod problem;
mod sign_in;

pub(crate) use entry::entry;
pub(crate) use inbox::inbox;
pub(crate) use problem::problem;
pub(crate) use sign_in::sign_in;

/// An inbox's id in words: `westminster-front-door` is `Westminster front door`.
fn inbox_name(id: &referral::InboxId) -> String {
    let mut name = id.as_str().replace('-', " ");
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}
