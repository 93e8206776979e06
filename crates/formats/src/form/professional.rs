//! The professional's web form: a school, a health service or the police writes of a family.
//!
//! It is read as the family's own form is, from the same kinds of field, with these differences:
//! - the referrer is known from signing in, and no field says who it is;
//! - the family's agreement is asked of the professional, with the person who gave it and the day; a
//!   concern that leaves it out counts as not asked, and waits for no answer;
//! - urgency and level of need are the professional's own words for them;
//! - there may be a second adult.

pub mod questions;

use referral::text::clean_line;
use referral::{
    AgreementStatus, ContactDetail, ContactMethod, FieldError, Invalid, Need, Referral, Referrer,
};

use self::questions as own;
use super::dates::{self, Told};
use super::filling::{OnPage, Sent, children, household, text};
use super::{naming, questions as ask};
use crate::document::{Object, Tree, put};
use crate::errors::{Findings, Position};
use crate::unchecked::{UncheckedAdult, UncheckedReferral};
use crate::{Context, document, unchecked};

/// Reads the form that a known referrer sent in `context`. Each error's `path` is the name of a form
/// field.
pub fn read<'a, K, V>(
    pairs: impl IntoIterator<Item = (K, V)>,
    referrer: &Referrer,
    context: impl Into<Context<'a>>,
) -> Result<Referral, Vec<FieldError>>
where
    K: AsRef<str>,
    V: AsRef<str>,
{
    let sent = Sent::new(pairs);
    let findings = Findings::new(context.into(), sent.ticked(ask::SOMEONE_MAY_BE_HURT.name));
    let position = Position::root(&findings);
    let (document, on_page) = fill(&sent, referrer, &position);
    let unchecked = document::unchecked(&document, &findings);
    let referral = unchecked::referral(&unchecked, &position);
    check(&unchecked, &position);
    let read = unchecked::finish(referral, findings);
    let read = read.map_err(|errors| naming::for_the_page(errors, &on_page));
    // The referrer was read when they signed in.
    read.map(|referral| Referral { referrer: referrer.clone(), ..referral })
}

/// The document, and where its parts stand on the page.
fn fill(sent: &Sent, referrer: &Referrer, position: &Position<'_>) -> (Tree, OnPage) {
    let place = sent.choice(ask::WHERE.name);
    let mut document = Object::new();
    put(&mut document, "referrer.kind", text(referrer.kind.code()));
    let is_read = |question: &&ask::Question| {
        ![ask::WHERE, ask::CHILDREN_NOT_KNOWN, own::AGREEMENT_ON].contains(question)
            && (place != ask::WHERE_CONCEALED || !question.path.starts_with("household.address"))
    };
    for question in own::IN_ORDER.iter().filter(is_read) {
        if let Some(answer) = sent.answer(question) {
            put(&mut document, question.path, answer);
        }
    }
    household(&mut document, &place, position);
    agreement(&mut document, sent, position);
    if sent.all(ask::NEEDS.name).is_empty() && sent.one(ask::WHAT_IS_HAPPENING.name).is_some() {
        put(&mut document, ask::NEEDS.path, Tree::List(vec![text(Need::NotSure.code())]));
    }
    let (told, places) = children::all(sent, position);
    if told.is_empty() && sent.ticked(ask::CHILDREN_NOT_KNOWN.name) {
        put(&mut document, ask::CHILDREN_NOT_KNOWN.path, Tree::Flag(true));
    }
    document.insert("children".to_owned(), Tree::List(told));
    let on_page = OnPage { children: places, is_for_others: true, asks: own::IN_ORDER };
    (Tree::Object(document), on_page)
}

/// The day on which the family was asked, and the agreement of a concern that says nothing of it.
fn agreement(document: &mut Object, sent: &Sent, position: &Position<'_>) {
    // Its own fields say what is missing in it.
    document.entry("agreement".to_owned()).or_insert_with(|| Tree::Object(Object::new()));
    let path = own::AGREEMENT_ON.path;
    let typed = clean_line(&sent.one(own::AGREEMENT_ON.name).unwrap_or_default());
    let at = position.field("agreement").field("on");
    match dates::in_one(&typed) {
        Ok(None) => {}
        Ok(Some(told @ Told::Day { .. })) => put(document, path, text(&told.as_text())),
        Ok(Some(_)) => {
            let words = "Enter the day as well, such as 27 March 2026.";
            at.unread(&typed, Invalid::new("day_missing", words));
        }
        Err(fault) => at.unread(&typed, fault),
    }
    if position.keeps_unread() && sent.one(own::AGREEMENT.name).is_none() {
        put(document, own::AGREEMENT.path, text(AgreementStatus::NotAsked.code()));
    }
}

/// Asks for what goes with an answer. A concern is not held up by it.
fn check(unchecked: &UncheckedReferral, position: &Position<'_>) {
    if position.keeps_unread() {
        return;
    }
    for (at, adult) in unchecked.adults.iter().enumerate() {
        safe_ways(adult, &position.field("adults").index(at));
    }
    let agreement = &unchecked.agreement;
    let status = agreement.status.as_deref().and_then(|code| code.parse::<AgreementStatus>().ok());
    if matches!(status, Some(AgreementStatus::Agreed | AgreementStatus::Partly)) {
        let at = position.field("agreement");
        if agreement.by.is_none() {
            at.field("by").required("Choose who in the family agreed.");
        }
        if agreement.on.is_none() {
            at.field("on").required("Enter the day on which they agreed, such as 27 March 2026.");
        }
    }
}

/// Asks for the number or the address of a way that is said to be safe.
fn safe_ways(adult: &UncheckedAdult, at: &Position<'_>) {
    let needs = |detail| {
        let mut ways =
            adult.safe_to.iter().flatten().filter_map(|way| way.parse::<ContactMethod>().ok());
        ways.any(|way| way.needs() == detail)
    };
    if needs(ContactDetail::Phone) && adult.phone.is_none() {
        at.field("phone").fault(Invalid::new(
            "needed_for_safe_way",
            "Enter a phone number, or take away the ticks at ‘Phone call’, ‘Text message’ and ‘Voicemail’.",
        ));
    }
    if needs(ContactDetail::Email) && adult.email.is_none() {
        at.field("email").fault(Invalid::new(
            "needed_for_safe_way",
            "Enter an email address, or take away the tick at ‘Email’.",
        ));
    }
}

#[cfg(test)]
mod tests;
