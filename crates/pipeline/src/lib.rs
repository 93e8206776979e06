//! The use cases of Hubward over ports: accept a referral, route it to one inbox, let a hub
//! collect it, and send referrals that were left behind to their queues again; the drafts of those
//! who ask, and the sessions of those who collect.
//!
//! Nothing here knows AWS, reads the clock or does I/O: storage, queue, keys, time and chance come
//! in through [`World`], so the same code runs in a Lambda function and in a simulated year.

pub mod accept;
pub mod amend;
pub mod audit;
mod body;
pub mod clocks;
pub mod collect;
pub mod drafts;
pub mod due;
pub mod family_facts;
pub mod family_status;
mod fault;
pub mod links;
pub mod notes;
pub mod pace;
pub mod partners;
pub mod past_referrals;
mod patience;
pub mod ports;
mod record;
pub mod route;
pub mod rows;
mod secret_id;
pub mod sent;
pub mod sessions;
pub mod status;
pub mod summary;
pub mod sweep;
pub mod telling;
mod window;
pub mod write;

pub use accept::{
    AcceptError, OtherKey, Receipt, Submission, accept, accept_or_replay, accept_under_both,
    accept_with_notice, sent_under,
};
pub use ports::{
    Accepting, Amending, Directing, Drafting, Fault, Figuring, Keyed, Linking, Logging, Matching,
    Noticing, Noting, Pacing, Partnering, Places, Placing, Reading, SearchKeeping, Sending,
    SessionKeeping, SigningIn, StatusTelling, Telling, World,
};
pub use route::{RouteError, Routed, route, route_or_review, to_review};
pub use status::{Status, status};
pub use sweep::{Swept, sweep};
