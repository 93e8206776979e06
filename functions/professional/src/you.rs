//! The page that asks a professional who they are: for which organisation they write, their role, and how
//! a hub reaches them. It is asked once, and remembered for as long as they are signed in.

use ::pages::respond;
use filling::first;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use referral::text::clean_line;
use referral::{Line, PhoneNumber};

use crate::app::{App, HOME, Serving, fields};
use crate::pages::{self, CAPACITY, NAME, PHONE, ROLE, Typed};
use crate::session::{self, Session};

/// Answers `GET /refer/professional/you`.
pub(crate) async fn show<W: Serving>(app: &App<W>, request: &Request) -> Result<Response, Problem> {
    Ok(match session::signed_in(app, request).await? {
        Ok(signed_in) => {
            let typed = of(&signed_in.session);
            respond(StatusCode::OK, pages::you(&signed_in.session, &typed))
        }
        Err(answer) => answer,
    })
}

/// Answers `POST /refer/professional/you`. What is wrong is shown at once: it names nobody but the one who
/// typed it, and is kept nowhere.
pub(crate) async fn save<W: Serving>(app: &App<W>, request: &Request) -> Result<Response, Problem> {
    let values = fields(request)?;
    let signed_in = match session::signed_in(app, request).await? {
        Ok(signed_in) => signed_in,
        Err(answer) => return Ok(answer),
    };
    let mut read = signed_in.session.clone();
    let errors = put(&mut read, &values);
    if !errors.is_empty() {
        let page = pages::you(&signed_in.session, &Typed { values, errors });
        return Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, page));
    }
    let saved = filling::change(&app.world, &signed_in.id, |session: &mut Session| {
        let Session { chosen, name, role, phone, .. } = read.clone();
        (session.chosen, session.name, session.role, session.phone) = (chosen, name, role, phone);
    });
    let to = if saved.await?.is_some() { HOME } else { "/refer/professional/sign-in?lost=1" };
    Ok(Response::redirect(to))
}

/// The fields as they are known.
fn of(session: &Session) -> Typed {
    let text = |line: &Option<Line>| line.as_ref().map_or("", Line::as_str).to_owned();
    let phone = session.phone.as_ref().map_or("", PhoneNumber::as_str).to_owned();
    let values = [
        (CAPACITY, session.chosen.map(|at| at.to_string()).unwrap_or_default()),
        (NAME, text(&session.name)),
        (ROLE, text(&session.role)),
        (PHONE, phone),
    ];
    let values = values.map(|(name, value)| (name.to_owned(), value)).into();
    Typed { values, errors: Vec::new() }
}

/// Puts what was typed into a session; the errors of what cannot be.
fn put(session: &mut Session, values: &[(String, String)]) -> Vec<(&'static str, String)> {
    let mut errors = Vec::new();
    let line = |name: &str| clean_line(first(values, name));
    if session.capacities.len() > 1 {
        let chosen = line(CAPACITY).parse().ok();
        session.chosen = chosen.filter(|at: &usize| *at < session.capacities.len());
        if session.chosen.is_none() {
            errors.push((CAPACITY, "Choose the organisation that you write for".to_owned()));
        }
    }
    for (name, place, missing) in [
        (NAME, &mut session.name, "Enter your name"),
        (ROLE, &mut session.role, "Enter your role, such as SENCO or health visitor"),
    ] {
        let typed = line(name);
        match Line::parse(&typed) {
            _ if typed.is_empty() => errors.push((name, missing.to_owned())),
            Ok(read) => *place = Some(read),
            Err(fault) => errors.push((name, fault.message.to_string())),
        }
    }
    let typed = line(PHONE);
    match PhoneNumber::parse(&typed) {
        _ if typed.is_empty() => session.phone = None,
        Ok(read) => session.phone = Some(read),
        Err(fault) => errors.push((PHONE, fault.message.to_string())),
    }
    errors
}
