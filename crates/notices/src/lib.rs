#![doc = include_str!("../README.md")]

mod key;
mod notify;
mod texts;
mod wire;

pub use key::{ApiKey, NotAnApiKey};
pub use notify::{NOTIFY, Notify, NotifyTrust, NotifyUnusable, Ready};
pub use pipeline::ports::Template;
pub use texts::text;
pub use wire::{Email, Taken, TakenNotice, Text, Token};
