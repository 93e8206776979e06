//! The status of a request for help: asked with its reference and the code of its confirmation,
//! with what a family wants to add to it.
//!
//! A POST looks, keeps what came of it, and leads to the GET that shows it. What was typed is in no
//! address, and a wrong code is not kept.
//!
//! If the process dies after it has looked and before that is kept, a wrong try stays counted and the
//! family sees the page as it was. If it dies after a note is stored, sending the same page again
//! stores nothing more.

use ::pages::respond;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::Fault;
use pipeline::family_status::{FamilyStatus, Looked, look};
use pipeline::notes::{self, Added, Note};
use pipeline::ports::Nature as _;
use referral::{FreeText, Reference, StatusSecret};

use crate::lookup::{self, Kind, Lookup, Outcome, REFERENCE, Refused, SECRET, TEXT, TOKEN};
use crate::serving::Serving;
use crate::visit::Visit;
use crate::{draft, form, pages};

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
        (Some(Looked::Found(status)), _) => pages::found(visit, &lookup.reference, &status),
        (Some(Looked::Locked), _) | (None, Outcome::Locked) => pages::locked(visit),
        // It was found once, and its time is over since.
        (Some(Looked::NotFound), _) => {
            pages::status(visit, &Lookup::typed(&lookup.reference, Outcome::NotFound))
        }
        (None, _) => pages::status(visit, &lookup),
    };
    Ok(respond(StatusCode::OK, page))
}

/// `POST /status`: looks, and keeps what came of it.
async fn search<W: Serving>(world: &W, request: &Request) -> Result<Response, Problem> {
    form::require_form(request)?;
    let sent = request.form();
    let (reference, secret) = (field(&sent, REFERENCE), field(&sent, SECRET));
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
            Lookup::typed(&first(reference, 100), Outcome::Unread(errors))
        }
    };
    let cookie = lookup::keep(world, request, &lookup).await?;
    Ok(Response::redirect(STATUS).cookie(&cookie))
}

/// `GET /status/note` and `GET /status/withdraw`: asks for words, or says that they were added.
async fn show_note<W: Serving>(
    world: &W,
    request: &Request,
    visit: &Visit,
    kind: Kind,
) -> Result<Response, Problem> {
    let lookup = lookup::open(world, request).await?.unwrap_or_default();
    let Some(status) = found(world, &lookup).await? else { return Ok(Response::redirect(STATUS)) };
    if lookup.added == Some(kind) && request.query(FRESH).is_none() {
        return Ok(respond(StatusCode::OK, pages::added(visit, kind)));
    }
    let token = world.nature().random().map(|byte| format!("{byte:02x}")).concat();
    let is_full = status.notes_left == 0;
    let page = pages::note(visit, kind, &lookup, &token, is_full);
    Ok(respond(StatusCode::OK, page))
}

/// `POST /status/note` and `POST /status/withdraw`: adds the note once, and keeps what came of it.
async fn add<W: Serving>(world: &W, request: &Request, kind: Kind) -> Result<Response, Problem> {
    form::require_form(request)?;
    let lookup = lookup::open(world, request).await?.unwrap_or_default();
    let Some(status) = found(world, &lookup).await? else { return Ok(Response::redirect(STATUS)) };
    let Some((reference, secret)) = lookup.keys() else { return Ok(Response::redirect(STATUS)) };
    let sent = request.form();
    let text = field(&sent, TEXT);
    let outcome = match note(kind, text) {
        _ if field(&sent, draft::FIELD) != lookup.mark() => Err(Refused::Another),
        Err(refused) => Err(refused),
        Ok(note) => {
            match notes::add(world, &status.opened, &first(field(&sent, TOKEN), 64), &note).await {
                Ok(Added::Added) => Ok(()),
                Ok(Added::Full) => Err(Refused::Full),
                Err(Fault::Transient(_) | Fault::Broken(_)) => Err(Refused::NotSaved),
            }
        }
    };
    let next = Lookup::found(&reference, secret);
    let next = match outcome {
        Ok(()) => next.added(kind),
        Err(refused) => next.refused(first(text, MOST_KEPT), refused),
    };
    let cookie = lookup::keep(world, request, &next).await?;
    Ok(Response::redirect(kind.address()).cookie(&cookie))
}

/// The note that these words make.
fn note(kind: Kind, text: &str) -> Result<Note, Refused> {
    let text = FreeText::read(text).map_err(|_| Refused::TooLong)?;
    match (kind, text) {
        (Kind::More, None) => Err(Refused::Empty),
        (Kind::More, Some(text)) => Ok(Note::MoreToTell(text)),
        (Kind::Withdraw, text) => Ok(Note::AskToWithdraw(text)),
    }
}

/// The outcome of looking a request up again, if it was found before.
async fn now<W: Serving>(world: &W, lookup: &Lookup) -> Result<Option<Looked>, Problem> {
    let Some((reference, secret)) = lookup.keys() else { return Ok(None) };
    let looked = look(world, &reference, &secret).await;
    looked.map(Some).map_err(|fault| Problem::unavailable(&fault))
}

/// The status of a request that was looked up, as it is now.
async fn found<W: Serving>(world: &W, lookup: &Lookup) -> Result<Option<FamilyStatus>, Problem> {
    Ok(match now(world, lookup).await? {
        Some(Looked::Found(status)) => Some(status),
        _ => None,
    })
}

fn field<'a>(sent: &'a [(String, String)], name: &str) -> &'a str {
    sent.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

/// The first characters of a text.
fn first(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_needs_words_and_a_wish_to_withdraw_does_not() {
        assert_eq!(note(Kind::More, " \n"), Err(Refused::Empty));
        assert!(matches!(note(Kind::More, "محمد"), Ok(Note::MoreToTell(_))));
        assert_eq!(note(Kind::Withdraw, ""), Ok(Note::AskToWithdraw(None)));
        for kind in [Kind::More, Kind::Withdraw] {
            assert_eq!(note(kind, &"ক".repeat(2_001)), Err(Refused::TooLong));
            assert!(note(kind, &"ক".repeat(2_000)).is_ok());
        }
    }
}
