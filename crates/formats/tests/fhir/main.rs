//! Tests of the messages of the NHS Booking and Referral Standard, with fixtures of our own, and with
//! the published examples where they are there.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod mapped;
mod mutated;
mod published;
mod refused;

use formats::Rejection;
use formats::fhir::{self, Act, Format, Message};
use jiff::civil::{Date, date};
use referral::{Referral, ReferrerKind};

/// The day on which every message is sent.
const TODAY: Date = date(2026, 11, 21);

/// A child referred by a health visitor, in JSON.
const CHILD: &str = include_str!("messages/child.json");
/// A mother referred by a midwife, in XML.
const ADULT: &str = include_str!("messages/adult.xml");

fn read(text: &str) -> Result<Message, Rejection> {
    let format = if text.trim_start().starts_with('{') { Format::Json } else { Format::Xml };
    fhir::read(text.as_bytes(), format, ReferrerKind::OtherHealth, TODAY)
}

/// The referral of a new message.
#[track_caller]
fn referral(text: &str) -> Referral {
    match read(text).unwrap().act {
        Act::New(referral) => *referral,
        other => panic!("not a new referral: {other:?}"),
    }
}

/// The paths and codes of all that is wrong.
#[track_caller]
fn told(text: &str) -> Vec<(String, &'static str)> {
    let rejection = read(text).unwrap_err();
    rejection.errors().iter().map(|error| (error.path.clone(), error.code)).collect()
}
