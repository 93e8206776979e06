//! The authorization endpoint (RFC 6749, 4.1.1; `OpenID` Connect Core 1.0, 3.1.2): a page that lists the
//! people of this machine, and the code with which the one who was chosen goes back.
//!
//! Nobody proves anything here: whoever reaches this machine may be anybody of this list. A council's
//! issuer asks for more.

use form_urlencoded::Serializer;
use http::{HeaderValue, Method, StatusCode, header};
use http_body_util::Full;
use hyper::body::Bytes;
use jiff::Timestamp;
use maud::{DOCTYPE, Markup, html};

use super::codes::Code;
use super::form::Form;
use super::{INBOX_CLIENT, Issuer};
use crate::people::Person;
use crate::serve::Answer;

/// The parameters of a request that are sent on with the choice.
const PARAMETERS: [&str; 8] = [
    "response_type",
    "client_id",
    "redirect_uri",
    "scope",
    "state",
    "nonce",
    "code_challenge",
    "code_challenge_method",
];

/// A request that was checked.
struct Asked<'a> {
    redirect: &'a str,
    state: Option<&'a str>,
    nonce: Option<&'a str>,
    challenge: &'a str,
}

/// The answer to a request for the page (`GET`), or to the choice made on it (`POST`).
pub(super) fn answer(issuer: &Issuer, method: &Method, form: &Form, now: Timestamp) -> Answer {
    // Without a redirect address that is known, there is nowhere to send an error to.
    let redirect = match (form.field("client_id"), form.field("redirect_uri")) {
        (Ok(Some(INBOX_CLIENT)), Ok(Some(redirect))) if issuer.may_redirect(redirect) => redirect,
        _ => {
            return page(
                StatusCode::BAD_REQUEST,
                "Not known here",
                &html! {
                    p { "The program that sent you here is not known to this machine’s sign-in." }
                },
            );
        }
    };
    let state = form.field("state").ok().flatten();
    let asked = match asked(form, redirect, state) {
        Ok(asked) => asked,
        Err(error) => return back(issuer, redirect, &[("error", error)], state),
    };
    if method != Method::POST {
        return page(StatusCode::OK, "Who are you?", &people(issuer, form));
    }
    let chosen = form.field("person").ok().flatten();
    let person = issuer.people.people.iter().find(|person| Some(person.id.as_str()) == chosen);
    let Some(person) = person else {
        return back(issuer, redirect, &[("error", "access_denied")], state);
    };
    let code = issuer.codes.issue(
        Code {
            person: person.id.clone(),
            redirect: asked.redirect.to_owned(),
            nonce: asked.nonce.map(str::to_owned),
            challenge: asked.challenge.to_owned(),
        },
        now,
    );
    match code {
        Ok(code) => back(issuer, redirect, &[("code", &code)], asked.state),
        Err(_) => back(issuer, redirect, &[("error", "server_error")], asked.state),
    }
}

fn asked<'a>(
    form: &'a Form,
    redirect: &'a str,
    state: Option<&'a str>,
) -> Result<Asked<'a>, &'static str> {
    let field = |name: &str| form.field(name).map_err(|_| "invalid_request");
    if field("response_type")? != Some("code") {
        return Err("unsupported_response_type");
    }
    if !field("scope")?.unwrap_or_default().split(' ').any(|scope| scope == "openid") {
        return Err("invalid_scope");
    }
    let challenge = field("code_challenge")?.filter(|challenge| challenge.len() == 43);
    if field("code_challenge_method")? != Some("S256") {
        return Err("invalid_request");
    }
    let challenge = challenge.ok_or("invalid_request")?;
    Ok(Asked { redirect, state, nonce: field("nonce")?, challenge })
}

/// Sends the browser back, with the issuer's name (RFC 9207).
fn back(issuer: &Issuer, redirect: &str, with: &[(&str, &str)], state: Option<&str>) -> Answer {
    let mut query = Serializer::new(String::new());
    query.extend_pairs(with);
    if let Some(state) = state {
        query.append_pair("state", state);
    }
    query.append_pair("iss", &issuer.url);
    let to = format!("{redirect}?{}", query.finish());
    let mut answer = Answer::new(Full::default());
    *answer.status_mut() = StatusCode::SEE_OTHER;
    if let Ok(to) = HeaderValue::try_from(to) {
        answer.headers_mut().insert(header::LOCATION, to);
    }
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

fn people(issuer: &Issuer, form: &Form) -> Markup {
    let (first, others): (Vec<_>, Vec<_>) =
        issuer.people.people.iter().partition(|person| person.is_first);
    html! {
        p { "This stands in for your council’s own sign-in. None of these people is real, and no password is asked." }
        form method="post" action="/oauth2/authorize" {
            @for name in PARAMETERS {
                @if let Ok(Some(value)) = form.field(name) { input type="hidden" name=(name) value=(value); }
            }
            ul { @for person in first { (choice(person)) } }
            h2 { "Everybody else" }
            ul { @for person in others { (choice(person)) } }
            p { button name="person" value="" { "Cancel" } }
        }
    }
}

fn choice(person: &Person) -> Markup {
    html! {
        li {
            button name="person" value=(person.id) { (person.name) }
            " " (person.does)
        }
    }
}

fn page(status: StatusCode, title: &str, content: &Markup) -> Answer {
    let document = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " - development sign-in" }
                style { (STYLE) }
            }
            body { main { h1 { (title) } (content) } }
        }
    };
    let mut answer = Answer::new(Full::new(Bytes::from(document.into_string())));
    *answer.status_mut() = status;
    for (name, value) in [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
        ),
    ] {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}

/// It looks like another program than the inbox, which it is.
const STYLE: &str = "body{font:1.1rem/1.5 sans-serif;margin:1rem;color:#111;background:#fff}\
    main{max-width:44rem;margin:auto}ul{list-style:none;padding:0}li{margin:.5rem 0}\
    button{font:inherit;min-height:2.5rem;padding:.2rem .8rem;border:2px solid #333;background:#eee;\
    cursor:pointer}button:focus-visible{outline:3px solid #06c;outline-offset:2px}";

#[cfg(test)]
mod tests;
