//! The way in which an entry is shown: what was just done, what is to be mended, what is unmasked, and
//! whether it is for paper.

use ::pages::components::ErrorLink;
use jiff::civil::Date;

use crate::logged::Typed;

/// The message to a worker who asks for something without a reason.
pub(super) const NO_REASON: &str = "Choose why you need it";
/// The id of the field for a reason to be shown an address.
pub(super) const ADDRESS_REASON: &str = "address-reason";

/// The way in which an entry is shown.
#[derive(Default)]
pub(crate) struct View {
    /// A random token for the forms of the page: one that is sent twice does its work once.
    pub(crate) token: String,
    /// The day in the United Kingdom.
    pub(crate) today: Date,
    /// The code of what was just done, as the address of the page has it.
    pub(crate) done: Option<String>,
    /// The form of the log that is to be mended, or that corrects an item.
    pub(crate) typed: Option<Typed>,
    /// Whether a masked address is shown this once.
    pub(crate) shows_address: bool,
    /// Whether something was asked for that needs a reason, without one.
    pub(crate) no_reason: bool,
    /// The purpose for which it is shown.
    pub(crate) purpose: Purpose,
}

/// The purpose for which an entry is shown. All but the first are without the forms of its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Purpose {
    /// A worker works on it.
    #[default]
    Work,
    /// Somebody looks on who does not work in its inbox: an auditor, or a triage that decides about it.
    Look,
    /// It is printed.
    Paper,
}

/// The words that tell what was just done, by its code.
const DONE: [(&str, &str); 13] = [
    ("contact", "The contact is on the log."),
    ("note", "The note is on the log."),
    ("task", "The task is on the log."),
    ("onward", "The onward referral is on the log."),
    ("score", "The score is on the log."),
    ("retracted", "The item is marked as written in error."),
    ("offer", "The work is offered to your colleagues. It stays yours until one of them takes it."),
    ("take_back", "The work stays yours."),
    ("take", "You are the named worker now."),
    ("restrict", "The entry is restricted. It opens for the workers that are named."),
    ("lift_restriction", "The entry is open to everybody in its inbox again."),
    ("lift_conflict", "The entry is open to that worker again."),
    ("ask_access", "You can open the entry from now on."),
];

impl View {
    /// The words that tell what was just done, if the list has them.
    pub(crate) fn done(&self) -> Option<&'static str> {
        let code = self.done.as_deref()?;
        DONE.iter().find(|(known, _)| *known == code).map(|(_, words)| *words)
    }

    /// Whether the page has the forms by which a worker works.
    pub(crate) fn is_for_working(&self) -> bool {
        self.purpose == Purpose::Work
    }

    /// The faults of the form that is to be mended, each leading to its field.
    pub(crate) fn errors(&self) -> Vec<ErrorLink> {
        let no_reason = self.no_reason.then(|| ErrorLink::to(ADDRESS_REASON, NO_REASON));
        let typed = self.typed.iter();
        let fields = typed
            .flat_map(|typed| typed.faults.iter().map(|fault| (typed.kind.as_str(), fault)))
            .map(|(kind, fault)| {
                let field = match fault.path.as_str() {
                    "on" => "on-day",
                    "due" => "due-day",
                    other => other,
                };
                ErrorLink::to(&field_id(kind, field), fault.message.as_str())
            });
        no_reason.into_iter().chain(fields).collect()
    }
}

/// The id of a field of a log's form.
pub(super) fn field_id(kind: &str, name: &str) -> String {
    format!("log-{kind}-{name}")
}
