//! The port of notices: messages to one person, which another service sends.

use std::future::Future;
use std::sync::Arc;

use referral::{EmailAddress, Personal, PhoneNumber};

use super::Fault;
use crate::rows::Token;

/// A notice: what is sent, to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The text of the notice, which the sending service keeps.
    pub template: Template,
    /// The person who gets it.
    pub to: Recipient,
    /// The values that stand in the text, by the names of their places.
    pub values: Vec<(&'static str, Personal<String>)>,
    /// The name of this notice. It is the same when the same notice is sent a second time, which is how
    /// the sending service, and whoever asks it, can tell.
    pub reference: String,
}

/// A text that is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Template {
    /// A link by which a professional signs in. Its places: `organisation`, `link`.
    SignInLink,
    /// A text message to a family: what it sent is with the people who help. Its place: `reference`.
    FamilyText,
    /// The same as an e-mail.
    FamilyEmail,
    /// An e-mail to a professional: the referral is with the people who help. Its place: `reference`.
    ProfessionalEmail,
}

/// A person who gets a notice, by the way on which it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recipient {
    /// A person with an e-mail address.
    Email(EmailAddress),
    /// A person with a mobile number, of the normal form.
    Text(PhoneNumber),
}

/// A reason why a notice was not sent. It says nothing of whom it was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotSent {
    /// The service could not be asked, or not now. It may have taken the notice all the same.
    #[error("a notice could not be sent now: {0}")]
    TryAgain(&'static str),
    /// The service refuses this notice, now and later.
    #[error("a notice was refused: {0}")]
    Never(&'static str),
}

/// The service that sends notices.
pub trait Notices: Send + Sync {
    /// Sends a notice. Once it is taken, it is the service's to deliver.
    fn send(&self, notice: &Notice) -> impl Future<Output = Result<(), NotSent>> + Send;
    /// Whether the service has taken a notice of this name ([`Notice::reference`]).
    fn has_taken(&self, reference: &str) -> impl Future<Output = Result<bool, NotSent>> + Send;
}

/// Keys of a function that sends notices.
pub trait NoticeSecrets: Send + Sync {
    /// The function's own secrets at the sending service, the one in force first.
    fn notice_secrets(&self) -> Result<Arc<[String]>, Fault>;
}

/// Keys by which a person who is known by an e-mail address alone gets a name that does not show it.
pub trait Aliases: Send + Sync {
    /// The name of an address: equal for equal addresses, and telling nothing without the secret. It
    /// stays the same for as long as the oldest version of the secret is kept.
    fn alias(&self, address: &str) -> Result<Token, Fault>;
}
