//! Sources and ways in words.

use referral::{ContactMethod, Referral};

use crate::rows::Sender;

/// A source in words: `Example Primary School (School)`, or that it was a form. Names of people are
/// not in it.
pub fn said_by(sender: &Sender, referral: &Referral) -> String {
    let kind = referral.referrer.kind.label();
    let organisation = referral.referrer.organisation.as_ref().and_then(|one| one.name.as_ref());
    match (sender, organisation) {
        (Sender::Form, _) => format!("A form sent without signing in ({kind})"),
        (Sender::Partner { .. }, Some(name)) => format!("{} ({kind})", name.as_str()),
        (Sender::Partner { .. }, None) => kind.to_owned(),
    }
}

pub(super) fn must_not_know(by: &str) -> String {
    format!("{by} said that this person must not know.")
}

pub(super) fn disagree(method: ContactMethod, safe: &[String], unsafe_: &[String]) -> String {
    format!("{} said that {} is safe. {} said that it is not.", all(safe), a(method), all(unsafe_))
}

pub(super) fn not_theirs(method: ContactMethod, safe: &[String]) -> String {
    let (by, way) = (all(safe), a(method));
    format!("{by} said that {way} is safe. Nobody who signed in has said so.")
}

fn a(method: ContactMethod) -> &'static str {
    match method {
        ContactMethod::Call => "a phone call",
        ContactMethod::Text => "a text message",
        ContactMethod::Email => "an email",
        ContactMethod::Letter => "a letter",
        ContactMethod::Voicemail => "a voicemail",
    }
}

fn all(sources: &[String]) -> String {
    sources.join(" and ")
}
