//! The status of a request for help: asked with its reference and the code of its confirmation,
//! with what a family wants to add to it.
//!
//! A POST looks, keeps what came of it, and leads to the GET that shows it. What was typed is in no
//! address, and a wrong code is not kept.
//!
//! If the process dies after it has looked and before that is kept, a wrong try stays counted and the
//! family sees the page as it was. If it dies after a note is stored, sending the same page again
//! stores nothing more. Words that cannot be added now are kept with the lookup, under the name of their
//! sending: sent again they are the same note, and they are added to no other request.

use ::pages::respond;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use locality::PhoneNow;
use pipeline::Fault;
use pipeline::family_status::{FamilyStatus, Looked, look, look_again};
use pipeline::notes::{self, Added, Note};
use pipeline::ports::Nature as _;
use referral::{FreeText, Reference, StatusSecret};

use crate::draft::FORM;
use crate::lookup::{
    self, DANGER, Kind, LOOKUP, Lookup, Outcome, REFERENCE, Refused, SECRET, TEXT, TOKEN, Unsent,
};
use crate::serving::Serving;
use crate::visit::Visit;
use crate::{draft, form, home_area, pages};
use filling::{first, start_of};

/// The query that asks for a fresh page: another reference, or another note.
const FRESH: &str = "more";

const STATUS: &str = "/status";
/// The most characters of what was typed that are kept to show again.
const MOST_KEPT: usize = 20_000;

/// Answers the routes of `/status`.
pub(crate) async fn answer<W: Serving>(
    world: &W,
    request: &Request,
    visit: &Visit,
) -> Result<Response, Problem> {
    match request.route_key() {
        "GET /status" => show(world, request, visit).await,
        "POST /status" => search(world, request).await,
        "GET /status/note" => show_note(world, request, visit, Kind::More).await,
        "POST /status/note" => add(world, request, Kind::More).await,
        "GET /status/withdraw" => show_note(world, request, visit, Kind::Withdraw).await,
        "POST /status/withdraw" => add(world, request, Kind::Withdraw).await,
        _ => Err(Problem::not_found("There is no page at this address.")),
    }
}

/// `GET /status`: the request that was looked up, as it is now; or the page that looks up.
async fn show<W: Serving>(
    world: &W,
    request: &Request,
    visit: &Visit,
) -> Result<Response, Problem> {
    let kept =
        if request.query(FRESH).is_some() { None } else { lookup::open(world, request).await? };
    let lookup = kept.unwrap_or_default();
    let page = match (now(world, &lookup).await?, &lookup.outcome) {
        (Some(Looked::Found(status)), _) => found_page(world, visit, &lookup.reference, &status),
        (Some(Looked::Locked), _) | (None, Outcome::Locked) => {
            let hubs = home_area::hub_phones(None, &world.places(), form::today(world));
            pages::locked(visit, &hubs)
        }
        // It was found once, and its time is over since.
        (Some(Looked::NotFound), _) => {
            let again = Lookup::typed(&lookup.reference, Outcome::NotFound);
            pages::status(visit, &again.going_on_with(lookup.unsent))
        }
        (None, _) => pages::status(visit, &lookup),
    };
    Ok(respond(StatusCode::OK, page))
}

/// The page of a request that was found.
fn found_page<W: Serving>(
    world: &W,
    visit: &Visit,
    reference: &str,
    status: &FamilyStatus,
) -> String {
    let (places, today) = (world.places(), form::today(world));
    let found = pages::Found {
        reference,
        step: status.step,
        received: filling::day(status.received_at),
        in_touch_by: status.in_touch_by,
        hubs: &home_area::hub_phones(None, &places, today),
    };
    pages::found(visit, &found, today)
}

/// `POST /status`: looks, and keeps what came of it.
async fn search<W: Serving>(world: &W, request: &Request) -> Result<Response, Problem> {
    form::require_form(request)?;
    let sent = request.form();
    let (reference, secret) = (first(&sent, REFERENCE), first(&sent, SECRET));
    let (read, code) = (Reference::parse(reference), StatusSecret::parse(secret));
    let lookup = match (read, code) {
        (Ok(reference), Ok(secret)) => match look(world, &reference, &secret).await {
            Ok(Looked::Found(_)) => Lookup::found(&reference, secret),
            Ok(Looked::NotFound) => Lookup::typed(&reference.as_str(), Outcome::NotFound),
            Ok(Looked::Locked) => Lookup::typed(&reference.as_str(), Outcome::Locked),
            Err(fault) => return Err(Problem::unavailable(&fault)),
        },
        (read, code) => {
            let wrong = |name: &str, typed: &str, failed: bool, code: &str| {
                let code = if typed.trim().is_empty() { "required" } else { code };
                failed.then(|| (name.to_owned(), code.to_owned()))
            };
            let errors = [
                wrong(REFERENCE, reference, read.is_err(), "reference_not_recognised"),
                wrong(SECRET, secret, code.is_err(), "secret_not_recognised"),
            ];
            let errors = errors.into_iter().flatten().collect();
            Lookup::typed(&start_of(reference, 100), Outcome::Unread(errors))
        }
    };
    let before = lookup::open(world, request).await?.and_then(|before| before.unsent);
    let lookup = lookup.going_on_with(before);
    // Words that were kept meanwhile are ready to be sent.
    let note = lookup.unsent.as_ref().filter(|_| lookup.keys().is_some());
    let leads_to = note.map_or(STATUS, |note| note.kind.address());
    kept(world, request, &lookup, leads_to).await
}

/// Keeps a lookup, and leads to the page that shows it.
async fn kept<W: Serving>(
    world: &W,
    request: &Request,
    lookup: &Lookup,
    leads_to: &str,
) -> Result<Response, Problem> {
    let answer = Response::redirect(leads_to);
    Ok(match lookup::keep(world, request, lookup).await? {
        Some(cookie) => answer.cookie(&cookie),
        None => answer,
    })
}

/// `GET /status/note` and `GET /status/withdraw`: asks for words, or says that they were added.
async fn show_note<W: Serving>(
    world: &W,
    request: &Request,
    visit: &Visit,
    kind: Kind,
) -> Result<Response, Problem> {
    let lookup = lookup::open(world, request).await?.unwrap_or_default();
    let Some((status, _)) = found(world, &lookup).await? else {
        return Ok(Response::redirect(STATUS));
    };
    if lookup.added == Some(kind) && request.query(FRESH).is_none() {
        let phone = if lookup.added_danger { Some(phone_now(world, request).await) } else { None };
        return Ok(respond(StatusCode::OK, pages::added(visit, kind, phone.as_ref())));
    }
    let fresh = || world.nature().random().map(|byte| format!("{byte:02x}")).concat();
    // A note that could not be saved keeps its name: it may have been saved all the same.
    let note = lookup.unsent.as_ref().filter(|note| note.kind == kind);
    let token = note.map_or_else(fresh, |note| note.token.clone());
    let is_full = status.notes_left == 0;
    let page = pages::note(visit, kind, &lookup, &token, is_full);
    Ok(respond(StatusCode::OK, page))
}

/// The numbers to call now, of the place of the form that this browser has sent, if that is known.
async fn phone_now<W: Serving>(world: &W, request: &Request) -> PhoneNow {
    let opened = draft::open(world, request).await.ok().and_then(Result::ok);
    let form = opened.as_ref().map(|opened| &opened.form);
    home_area::phone_now(form, &world.places(), form::today(world))
}

/// `POST /status/note` and `POST /status/withdraw`: adds the note once, and keeps what came of it.
async fn add<W: Serving>(world: &W, request: &Request, kind: Kind) -> Result<Response, Problem> {
    form::require_form(request)?;
    let posted = request.form();
    let written = Unsent {
        kind,
        text: start_of(first(&posted, TEXT), MOST_KEPT),
        danger: !first(&posted, DANGER).is_empty(),
        token: start_of(first(&posted, TOKEN), 64),
        about: start_of(first(&posted, draft::FIELD), 64),
    };
    let lookup = lookup::open(world, request).await?;
    if lookup.is_none() && [&LOOKUP, &FORM].iter().all(|kept| kept.id_of(request).is_none()) {
        // Somebody left for good, and nothing of it is kept.
        return Ok(Response::redirect(STATUS));
    }
    let lookup = lookup.unwrap_or_default();
    let Some((status, next)) = found(world, &lookup).await? else {
        let again = Lookup::typed(&lookup.reference, Outcome::None);
        return kept(world, request, &again.going_on_with(Some(written)), STATUS).await;
    };
    let outcome = match note(&written) {
        _ if written.about != lookup.mark() => Err(Refused::Another),
        Err(refused) => Err(refused),
        Ok(note) => match notes::add(world, &status.opened, &written.token, &note).await {
            Ok(Added::Added) => Ok(()),
            Ok(Added::Full) => Err(Refused::Full),
            Err(Fault::Transient(_) | Fault::Broken(_)) => Err(Refused::NotSaved),
        },
    };
    let next = match outcome {
        Ok(()) => next.added(kind, written.danger),
        Err(refused) => next.refused(written, refused),
    };
    kept(world, request, &next, kind.address()).await
}

/// The note that a family wrote.
fn note(written: &Unsent) -> Result<Note, Refused> {
    let text = FreeText::read(&written.text).map_err(|_| Refused::TooLong)?;
    match (written.kind, text) {
        (Kind::More, text) if written.danger => Ok(Note::Concern(text)),
        (Kind::More, None) => Err(Refused::Empty),
        (Kind::More, Some(text)) => Ok(Note::MoreToTell(text)),
        (Kind::Withdraw, text) => Ok(Note::AskToWithdraw(text)),
    }
}

/// The outcome of looking a request up again, if it was found before. It is no try: nobody who guesses
/// codes can lock a family out of what it is looking at.
async fn now<W: Serving>(world: &W, lookup: &Lookup) -> Result<Option<Looked>, Problem> {
    let Some((reference, secret)) = lookup.keys() else { return Ok(None) };
    let looked = look_again(world, &reference, &secret).await;
    looked.map(Some).map_err(|fault| Problem::unavailable(&fault))
}

/// The status of a request that was looked up, as it is now, and a lookup of it with nothing said yet.
async fn found<W: Serving>(
    world: &W,
    lookup: &Lookup,
) -> Result<Option<(FamilyStatus, Lookup)>, Problem> {
    let Some((reference, secret)) = lookup.keys() else { return Ok(None) };
    Ok(match now(world, lookup).await? {
        Some(Looked::Found(status)) => Some((status, Lookup::found(&reference, secret))),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(kind: Kind, text: &str) -> Unsent {
        let (token, about) = (String::new(), String::new());
        Unsent { kind, text: text.to_owned(), danger: false, token, about }
    }

    #[test]
    fn a_note_needs_words_and_a_wish_to_withdraw_does_not() {
        let note = |kind, text: &str| note(&written(kind, text));
        assert_eq!(note(Kind::More, " \n"), Err(Refused::Empty));
        assert!(matches!(note(Kind::More, "محمد"), Ok(Note::MoreToTell(_))));
        assert_eq!(note(Kind::Withdraw, ""), Ok(Note::AskToWithdraw(None)));
        for kind in [Kind::More, Kind::Withdraw] {
            assert_eq!(note(kind, &"ক".repeat(2_001)), Err(Refused::TooLong));
            assert!(note(kind, &"ক".repeat(2_000)).is_ok());
        }
    }
    #[test]
    fn a_note_that_tells_of_danger_is_a_concern_with_or_without_words() {
        let note = |kind, text: &str| note(&Unsent { danger: true, ..written(kind, text) });
        assert_eq!(note(Kind::More, ""), Ok(Note::Concern(None)));
        assert!(matches!(note(Kind::More, "He is back."), Ok(Note::Concern(Some(_)))));
        assert_eq!(note(Kind::More, &"x".repeat(2_001)), Err(Refused::TooLong));
        assert_eq!(
            note(Kind::Withdraw, ""),
            Ok(Note::AskToWithdraw(None)),
            "its page has no such box"
        );
    }
}
