//! The replies of the partners' API and of the hub's, each as a type that is written as JSON and has
//! its JSON Schema (2020-12) from the same source; and the paging of lists.
//!
//! A reply is made of what a use case answered, and holds only what its reader may see. The types
//! decide nothing: what is allowed is the pipeline's, and statuses and headers are the functions'.
//!
//! - Sending, changing and asking how it stands: [`Accepted`], [`BatchResults`], [`Amended`], [`Status`],
//!   [`SentPage`].
//! - The inbox: [`InboxPage`], [`OpenedEntry`], [`Entry`], [`LogReceipt`], [`PossibleMatchPage`],
//!   [`FigureList`],
//!   [`Finding`], [`AuthorityList`].
//! - The register of hubs is [`locality::registry::service::ServicePage`], in a public standard's
//!   form, and a problem is [`lambda_kit::http::ProblemBody`]; their schemas are here with the others.
//! - Lists: [`Paging`] and [`Cursor`]; of a sender's referrals: [`SentCursor`].
//!
//! [`schema::document`] is the schema of all of them, which `schemas/api.v1.json` holds, and
//! [`contract::document`] the contract of every route, which `schemas/openapi.json` holds.

mod batch;
pub mod code;
pub mod contract;
mod cursor;
mod entry;
mod figures;
mod finding;
mod log;
mod matches;
mod note;
mod opened;
mod paging;
mod partner;
mod placement;
mod reach;
pub mod schema;
mod sender;
mod step;
pub mod texts;

pub use batch::{BatchResults, RowResult, RowStatus};
pub use cursor::{Cursor, SentCursor};
pub use entry::{Claim, ClosedBecause, Due, Entry, InboxPage, ListedEntry, Summary};
pub use figures::{Figure, FigureList, FigureUnit, FiguresOfInbox};
pub use finding::{
    AuthorityContact, AuthorityList, CandidateHub, Finding, ListedAuthority, OpeningTimes,
};
pub use log::{LogItem, LogKind, LogReceipt, LogThread};
pub use matches::{
    Decision, Evidence, MatchKind, PossibleMatch, PossibleMatchPage, ShownMatch, WorkedBy,
};
pub use note::{Note, NoteKind};
pub use opened::{AsGiven, OpenedEntry, OpenedReferral};
pub use paging::{DEFAULT_LIMIT, Paging, inbox_query};
pub use partner::{
    Accepted, AcceptedStatus, Amended, AmendmentKind, NextForSender, PhoneNow, SentPage, Status,
    SubmitterPlacement, Warning,
};
pub use placement::{Authority, Considered, Placement, Reason};
pub use reach::{Answer, Avoided, Person, Reach, Way};
pub use sender::Sender;
pub use step::{Step, StepKind};
