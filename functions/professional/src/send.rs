//! Sending the form once, its confirmation, and a copy of what was sent.
//!
//! The form's own token names the sending, so that a second click, a second try after an answer that was
//! lost, and one after this process died are all answered as the first was, just as a family's are
//! (`functions/family/src/send.rs` tells what is there when the process dies on each line, and which choice
//! of a message holds).
//!
//! The copy is made of the sealed draft, as the sender typed it: this function can seal a referral's body
//! and cannot open one. It is there until the draft ends.

use std::time::Duration;

use ::pages::respond;
use filling::{Place, first, under_a_free_token};
use formats::json;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::rows::{Actor, ClientId};
use pipeline::{Submission, accept, accept_with_notice};
use referral::Referral;

use crate::app::{App, HOME, Serving, fields};
use crate::draft::{FIELD, FORM, Form, Sent, mark_of};
use crate::form::{self, SENT};
use crate::journey::{CHECK, Journey};
use crate::notice;
use crate::pages;
use crate::session::{CLIENT, Session};

/// The time for which a form's token means the same sending.
const WINDOW: Duration = Duration::from_hours(7 * 24);

/// Answers `POST /refer/professional/send`.
pub(crate) async fn send<W: Serving>(app: &App<W>, request: &Request) -> Result<Response, Problem> {
    let posted = fields(request)?;
    let (session, referrer, opened) = match form::begun(app, request).await? {
        Ok(begun) => begun,
        Err(answer) => return Ok(answer),
    };
    if first(&posted, FIELD) != mark_of(&opened.id) {
        return Ok(Response::redirect(&format!("{HOME}?lost=1")));
    }
    if opened.form.sent.is_some() {
        return Ok(Response::redirect(SENT));
    }
    let places = app.world.places();
    let place = Place::of(&places.index);
    let journey = Journey::of(&opened.form, &referrer, &place, app.world.today());
    let resume = journey.resume();
    let Some(referral) = journey.referral() else { return Ok(Response::redirect(&resume)) };
    let submission = submission(&opened.form, &session, referral);
    let offered = notice::offered(referral, &app.groups, &app.texts);
    let chosen = notice::chosen(offered.as_ref(), first(&posted, notice::FIELD));
    let accepted = under_a_free_token(&opened.form.token, |key| {
        let (submission, chosen) = (Submission { key, ..submission.clone() }, &chosen);
        async move {
            match chosen {
                Some(chosen) => accept_with_notice(&app.world, submission, chosen).await,
                None => accept(&app.world, submission).await,
            }
        }
    });
    let receipt = accepted.await.map_err(|error| Problem::unavailable(&error))?;
    let (reference, phone_now) = (receipt.reference, receipt.phone_now);
    let notice = match offered {
        Some(address) => {
            let is_due = notice::is_due(&app.world, receipt.id).await;
            is_due.unwrap_or(chosen.is_some()).then_some(address)
        }
        None => None,
    };
    let sent = Sent { reference, phone_now, changed_since: false, notice };
    let answers = &opened.form.answers;
    let kept =
        filling::change(&app.world, &opened.id, |form: &mut Form| form.confirm(answers, &sent));
    match kept.await? {
        Some(true) => return Ok(Response::redirect(SENT)),
        Some(false) => return Ok(Response::redirect(CHECK)),
        None => {}
    }
    // The draft ended while the form was being accepted: its confirmation begins one of its own.
    let mut form = opened.form.clone();
    form.confirm(answers, &sent);
    let cookie = FORM.begin(&app.world, &form).await?;
    Ok(Response::redirect(SENT).cookie(&cookie))
}

fn submission(form: &Form, session: &Session, referral: &Referral) -> Submission {
    Submission {
        submitter: Actor { id: session.actor.clone(), client: Some(ClientId::new(CLIENT)) },
        key: form.token.clone(),
        window: WINDOW,
        content: json::digest_input(referral),
        referral: referral.clone(),
        status: None,
        suspect: false,
        told: None,
    }
}

/// Answers `GET /refer/professional/sent`: the confirmation, which may be looked at until its draft ends.
pub(crate) async fn sent<W: Serving>(app: &App<W>, request: &Request) -> Result<Response, Problem> {
    let (_, _, opened) = match form::begun(app, request).await? {
        Ok(begun) => begun,
        Err(answer) => return Ok(answer),
    };
    Ok(match &opened.form.sent {
        Some(sent) => respond(StatusCode::OK, pages::sent(sent)),
        None => Response::redirect(CHECK),
    })
}

/// Answers `GET /refer/professional/copy`: what was sent, as a text to keep with the organisation's own
/// records.
pub(crate) async fn copy<W: Serving>(app: &App<W>, request: &Request) -> Result<Response, Problem> {
    let (_, referrer, opened) = match form::begun(app, request).await? {
        Ok(begun) => begun,
        Err(answer) => return Ok(answer),
    };
    let Some(sent) = &opened.form.sent else { return Ok(Response::redirect(CHECK)) };
    let text = pages::copy(&opened.form.answers, &referrer, &sent.reference);
    let name = format!("attachment; filename=\"referral-{}.txt\"", sent.reference.as_str());
    Ok(Response::ok().text(text).header("content-disposition", &name))
}
