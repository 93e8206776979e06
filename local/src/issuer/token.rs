//! The token endpoint: RFC 6749, client credentials (4.4), the code of somebody who signed in (4.1.3,
//! with PKCE, RFC 7636) and errors (5.2).

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use jiff::Timestamp;
use percent_encoding::percent_decode_str;
use ring::digest;
use serde_json::json;
use uuid::Uuid;

use super::form::Form;
use super::refusal::Refusal;
use super::{INBOX_CLIENT, Issuer};
use crate::serve::{Answer, json_answer};

/// The time for which a token is good, in seconds.
const LIFETIME: i64 = 60 * 60;
/// The time for which it is good that says who signed in, in seconds.
const ID_LIFETIME: i64 = 5 * 60;

/// The answer to one request for a token.
pub(super) fn answer(
    issuer: &Issuer,
    method: &Method,
    headers: &HeaderMap,
    body: &[u8],
    now: Timestamp,
) -> Answer {
    if method != Method::POST {
        return refused(&Refusal::Method);
    }
    match grant(issuer, headers, body, now) {
        Ok(body) => uncached(json_answer(StatusCode::OK, &body)),
        Err(refusal) => refused(&refusal),
    }
}

pub(super) fn refused(refusal: &Refusal) -> Answer {
    let (status, error, description) = match refusal {
        Refusal::InvalidRequest(why) => (StatusCode::BAD_REQUEST, "invalid_request", *why),
        Refusal::UnsupportedGrant => (
            StatusCode::BAD_REQUEST,
            "unsupported_grant_type",
            "grant_type must be client_credentials or authorization_code",
        ),
        Refusal::InvalidClient(_) => (
            StatusCode::UNAUTHORIZED,
            "invalid_client",
            "the client is not known or its secret is wrong",
        ),
        Refusal::InvalidScope => {
            (StatusCode::BAD_REQUEST, "invalid_scope", "the scope is not one of this client")
        }
        Refusal::InvalidGrant => (
            StatusCode::BAD_REQUEST,
            "invalid_grant",
            "the code is not known, is over or used, or was not sent to this client",
        ),
        Refusal::Method => (StatusCode::METHOD_NOT_ALLOWED, "invalid_request", "use POST"),
        Refusal::Signing => {
            (StatusCode::INTERNAL_SERVER_ERROR, "server_error", "the token was not signed")
        }
    };
    let body = json!({"error": error, "error_description": description});
    let mut answer = uncached(json_answer(status, &body));
    match refusal {
        Refusal::InvalidClient(true) => {
            let basic = HeaderValue::from_static("Basic realm=\"hubward\"");
            answer.headers_mut().insert(header::WWW_AUTHENTICATE, basic);
        }
        Refusal::Method => {
            answer.headers_mut().insert(header::ALLOW, HeaderValue::from_static("POST"));
        }
        _ => {}
    }
    answer
}

fn uncached(mut answer: Answer) -> Answer {
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

fn grant(
    issuer: &Issuer,
    headers: &HeaderMap,
    body: &[u8],
    now: Timestamp,
) -> Result<serde_json::Value, Refusal> {
    let form = Form::read(headers, body)?;
    match form.field("grant_type")? {
        Some("client_credentials") => {}
        Some("authorization_code") => return of_code(issuer, headers, &form, now),
        Some(_) => return Err(Refusal::UnsupportedGrant),
        None => return Err(Refusal::InvalidRequest("grant_type is missing")),
    }
    let client = authenticate(issuer, headers, &form)?;
    let client = issuer.clients.iter().find(|one| one.id == client);
    let client = client.ok_or(Refusal::UnsupportedGrant)?;
    let own = client.kind.scopes();
    let scope = match form.field("scope")?.filter(|scope| !scope.trim().is_empty()) {
        None => own.to_owned(),
        Some(wanted) => {
            let known = |one: &str| own.split(' ').any(|scope| scope == one);
            if !wanted.split_ascii_whitespace().all(known) {
                return Err(Refusal::InvalidScope);
            }
            wanted.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
        }
    };
    let subject = match form.field("sub")? {
        None => &client.id,
        Some(subject) if is_subject(subject) => subject,
        Some(_) => return Err(Refusal::InvalidRequest("sub is not 1 to 255 visible characters")),
    };
    let issued_at = now.as_second();
    let claims = json!({
        "iss": issuer.url,
        "aud": issuer.audience,
        "sub": subject,
        "client_id": client.id,
        "iat": issued_at,
        "exp": issued_at + LIFETIME,
        "jti": Uuid::new_v4().to_string(),
        "scope": scope,
        "kind": client.kind,
        "hubs": client.hubs,
        "referrer_kinds": client.referrer_kinds,
    });
    let token = issuer.key.sign(&claims).map_err(|_| Refusal::Signing)?;
    Ok(json!({
        "access_token": token,
        "token_type": "Bearer",
        "expires_in": LIFETIME,
        "scope": scope,
    }))
}

/// Whether a text may be a `sub`. A client may say which of its people asks; only an issuer for
/// development believes that.
fn is_subject(text: &str) -> bool {
    (1..=255).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// The tokens of somebody who signed in: who they are, and their groups.
fn of_code(
    issuer: &Issuer,
    headers: &HeaderMap,
    form: &Form,
    now: Timestamp,
) -> Result<serde_json::Value, Refusal> {
    if authenticate(issuer, headers, form)? != INBOX_CLIENT {
        return Err(Refusal::InvalidGrant);
    }
    let given = |name| form.field(name)?.ok_or(Refusal::InvalidRequest("a parameter is missing"));
    let (code, redirect) = (given("code")?, given("redirect_uri")?);
    let verifier = given("code_verifier")?;
    // A code that is tried is used, whatever comes of it.
    let code = issuer.codes.take(code, now).ok_or(Refusal::InvalidGrant)?;
    let hash = URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, verifier.as_bytes()));
    if code.redirect != redirect || !same(&code.challenge, &hash) {
        return Err(Refusal::InvalidGrant);
    }
    let person = issuer.people.people.iter().find(|person| person.id == code.person);
    let person = person.ok_or(Refusal::InvalidGrant)?;
    let issued_at = now.as_second();
    let mut claims = json!({
        "iss": issuer.url,
        "aud": INBOX_CLIENT,
        "sub": person.id,
        "name": person.name,
        "iat": issued_at,
        "exp": issued_at + ID_LIFETIME,
        "groups": person.groups,
    });
    if let Some(nonce) = code.nonce {
        claims["nonce"] = nonce.into();
    }
    let id_token = issuer.key.sign(&claims).map_err(|_| Refusal::Signing)?;
    Ok(json!({
        // It opens nothing: the inbox asks who somebody is, and for no more.
        "access_token": Uuid::new_v4().to_string(),
        "token_type": "Bearer",
        "expires_in": ID_LIFETIME,
        "id_token": id_token,
        "scope": "openid",
    }))
}

/// The id of the client that a request is from, by its secret.
fn authenticate<'a>(
    issuer: &'a Issuer,
    headers: &HeaderMap,
    form: &Form,
) -> Result<&'a str, Refusal> {
    let in_form = (form.field("client_id")?, form.field("client_secret")?);
    let by_header = headers.contains_key(header::AUTHORIZATION);
    let (id, secret) = match (basic(headers), in_form) {
        (Some(_), (_, Some(_))) => {
            return Err(Refusal::InvalidRequest("credentials are given in two ways"));
        }
        (Some(pair), _) => pair,
        (None, (Some(id), Some(secret))) if !by_header => (id.to_owned(), secret.to_owned()),
        (None, _) => return Err(Refusal::InvalidClient(by_header)),
    };
    // Every client is compared, and in constant time, so that the time taken tells nothing.
    let clients = issuer.clients.iter().map(|client| (client.id.as_str(), client.secret.as_str()));
    let all = clients.chain([(INBOX_CLIENT, issuer.inbox_secret.as_str())]);
    let found = all.fold(None, |found, (client, its)| {
        let right = same(client, &id) & same(its, &secret);
        if right { Some(client) } else { found }
    });
    found.ok_or(Refusal::InvalidClient(by_header))
}

/// The credentials of HTTP Basic, each form-encoded before (RFC 6749, 2.3.1).
fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let (scheme, encoded) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let pair = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
    let (id, secret) = pair.split_once(':')?;
    let decode = |text: &str| {
        let text = text.replace('+', " ");
        Some(percent_decode_str(&text).decode_utf8().ok()?.into_owned())
    };
    Some((decode(id)?, decode(secret)?))
}

/// Compares digests, so that neither content nor length shows in the time it takes.
fn same(left: &str, right: &str) -> bool {
    let hash = |text: &str| digest::digest(&digest::SHA256, text.as_bytes());
    let (left, right) = (hash(left), hash(right));
    let differing = left.as_ref().iter().zip(right.as_ref()).fold(0, |all, (a, b)| all | (a ^ b));
    std::hint::black_box(differing) == 0
}

#[cfg(test)]
mod tests;
