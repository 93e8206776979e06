#![doc = include_str!("../README.md")]

mod key;
mod notify;
mod wire;

pub use key::{ApiKey, NotAnApiKey};
pub use notify::{NOTIFY, Notify, NotifyTrust, NotifyUnusable, Ready};
pub use wire::{Email, Token};

/// The text of the link by which a professional signs in, as it is put in at GOV.UK Notify: the subject,
/// an empty line, and the message.
pub const SIGN_IN_LINK: &str = include_str!("../templates/sign-in-link.txt");
