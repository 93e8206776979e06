//! `POST /send`: accepts the form once, keeps what its confirmation shows, and leads there.
//!
//! The form's own token names the sending, so that a second click, a second try after an answer that
//! was lost, and one after this process died are all answered as the first was:
//!
//! | The process dies | What is there | What sending again does |
//! |---|---|---|
//! | before the form is accepted | the draft | accepts it |
//! | between accepting and keeping | an accepted referral, and the draft | gets the first answer, and keeps it |
//! | after keeping it | the draft with its confirmation | leads to the confirmation |
//!
//! A form that was changed after an accepted sending, whose answer was lost, is accepted under another
//! token, made of the first: a referral of its own, which matching shows as the same child, and a concern
//! is read as one. A change by another tab while the form is being
//! accepted is told; if it is a concern, the form stays to be sent.
//!
//! The choice of a message is sent with the form, and is in the transaction that accepts it. Of two clicks
//! that choose differently the one that is accepted first holds, and the confirmation says what it chose.
//!
//! A form that is not accepted (503) stays in the draft as it was. Where the draft ends while its form is being
//! accepted, the confirmation begins a draft of its own.

use std::collections::BTreeSet;
use std::time::Duration;

use formats::json;
use jiff::SignedDuration;
use jiff::civil::Date;
use lambda_kit::http::{Problem, Request, Response};
use lambda_kit::metrics;
use pipeline::family_status::Asking;
use pipeline::ports::{Nature as _, Template};
use pipeline::rows::Actor;
use pipeline::{Submission, accept, accept_with_notice, pace};
use referral::{Lane, Referral};

use crate::draft::{self, Form, Missing};
use crate::form::{SENT, require_form, today};
use crate::journey::{CHECK, Journey, Place};
use crate::lookup::LOOKUP;
use crate::notice;
use crate::pages::HONEYPOT;
use crate::sent::{Sent, in_touch_by};
use crate::serving::{Serving, begin_again};
use filling::{first, under_a_free_token};

/// The time for which a form's token means the same sending.
const WINDOW: Duration = Duration::from_hours(7 * 24);
/// The shortest time in which a person answers and sends a form.
const SOONEST: Duration = Duration::from_secs(3);
/// The most forms that come from one source in an hour, from a library or a refuge too.
const MOST_IN_AN_HOUR: u32 = 60;

/// Sends the form.
pub(crate) async fn send<W: Serving>(
    world: &W,
    texts: &BTreeSet<Template>,
    request: &Request,
) -> Result<Response, Problem> {
    require_form(request)?;
    let opened = match draft::open(world, request).await? {
        Ok(opened) => opened,
        Err(missing) => return Ok(begin_again(missing)),
    };
    let posted = request.form();
    if first(&posted, draft::FIELD) != draft::mark(&opened.id) {
        return Ok(begin_again(Missing::Another));
    }
    if opened.form.sent.is_some() {
        return Ok(Response::redirect(SENT));
    }
    let (places, today) = (world.places(), today(world));
    let journey = Journey::of(&opened.form, &Place::of(&places.index), today);
    let resume = journey.resume();
    let Some(referral) = journey.referral() else { return Ok(Response::redirect(&resume)) };
    let suspect =
        looks_automatic(world, request, &opened.form, !first(&posted, HONEYPOT).is_empty()).await;
    let by = in_touch_by(referral, &places, today);
    let submission = submission(&opened.form, referral, by, suspect);
    let offers = notice::offers(referral, texts);
    let chosen = notice::chosen(&offers, first(&posted, notice::FIELD));
    let accepted = under_a_free_token(&opened.form.token, |key| {
        let submission = Submission { key, ..submission.clone() };
        async move {
            match chosen {
                Some(chosen) => accept_with_notice(world, submission, chosen).await,
                None => accept(world, submission).await,
            }
        }
    });
    let receipt = accepted.await.map_err(|error| Problem::unavailable(&error))?;
    metrics::count("FormsSent", 1);
    // A concern goes its way whatever it looks like, and many at once ring.
    if referral.lane() == Lane::Safeguarding {
        metrics::count("ConcernsSent", 1);
    }
    let mut sent = Sent::of(receipt.reference, receipt.phone_now, referral, &places, today);
    if !offers.is_empty() {
        sent.notice = notice::is_due(world, receipt.id).await.unwrap_or(chosen.is_some());
    }
    // "See how it is getting on" is about this form now.
    LOOKUP.end(world, request).await;
    Ok(confirm(world, opened, sent).await?.cookie(&LOOKUP.forgotten()))
}

/// Keeps what the confirmation shows in place of the answers, and leads to it.
async fn confirm<W: Serving>(
    world: &W,
    opened: draft::Opened,
    sent: Sent,
) -> Result<Response, Problem> {
    let accepted = &opened.form.answers;
    let kept = draft::change(world, &opened.id, |form| form.confirm(accepted, &sent));
    let leads_on = Response::redirect(SENT);
    match kept.await? {
        Ok(true) => return Ok(leads_on),
        Ok(false) => return Ok(Response::redirect(CHECK)),
        Err(_) => {}
    }
    let mut form = opened.form;
    form.become_sent(sent);
    Ok(leads_on.cookie(&draft::begin(world, &form).await?))
}

fn submission(form: &Form, referral: &Referral, in_touch_by: Date, suspect: bool) -> Submission {
    Submission {
        submitter: Actor::family(),
        key: form.token.clone(),
        window: WINDOW,
        content: json::digest_input(referral),
        referral: referral.clone(),
        status: Some(Asking { secret: form.secret, in_touch_by }),
        suspect,
        told: None,
    }
}

/// Whether the form looks as if a machine had sent it. It is accepted all the same: a person looks
/// first. What cannot be counted does not look so.
async fn looks_automatic<W: Serving>(
    world: &W,
    request: &Request,
    form: &Form,
    filled_what_nobody_sees: bool,
) -> bool {
    let sent_in_this_hour = match request.source() {
        Some(source) => pace::count(world, source).await.unwrap_or_default(),
        None => 0,
    };
    let took = world.nature().now().duration_since(form.began_at);
    filled_what_nobody_sees || is_unlike_a_person(took, sent_in_this_hour)
}

/// Whether nobody fills in a form in this time, or sends this many within an hour.
fn is_unlike_a_person(took: SignedDuration, sent_in_this_hour: u32) -> bool {
    took.unsigned_abs() < SOONEST || sent_in_this_hour > MOST_IN_AN_HOUR
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_that_is_sent_at_once_or_as_one_of_very_many_looks_automatic() {
        let (quick, usual) = (SignedDuration::from_millis(2_999), SignedDuration::from_secs(3));
        assert!(is_unlike_a_person(quick, 1));
        assert!(is_unlike_a_person(usual, MOST_IN_AN_HOUR + 1));
        assert!(!is_unlike_a_person(usual, MOST_IN_AN_HOUR), "a library's or a refuge's");
    }
}
