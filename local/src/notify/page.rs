//! The page of the notices that would have been sent, the newest first, with links that can be followed.

use http::{HeaderValue, StatusCode, header};
use http_body_util::Full;
use hyper::body::Bytes;
use maud::{DOCTYPE, Markup, html};

use super::taken::Taken;
use crate::serve::Answer;

pub(super) fn page<'a>(taken: impl Iterator<Item = &'a Taken>) -> Answer {
    let mut taken = taken.peekable();
    let document = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Notices - this machine" }
                style { (STYLE) }
            }
            body {
                main {
                    h1 { "Notices" }
                    p { "Nothing leaves this machine. This is what GOV.UK Notify would have sent since this program started, the newest first." }
                    @if taken.peek().is_none() { p { "There is nothing yet." } }
                    @for one in taken { (notice(one)) }
                }
            }
        }
    };
    let mut answer = Answer::new(Full::new(Bytes::from(document.into_string())));
    *answer.status_mut() = StatusCode::OK;
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

fn notice(taken: &Taken) -> Markup {
    html! {
        article {
            h2 { (taken.subject.as_deref().unwrap_or("A text message")) }
            p class="to" { "To " (taken.to) ", " (taken.at.strftime("%H:%M:%S")) " UTC" }
            @for line in taken.body.lines().filter(|line| !line.is_empty()) {
                @if line.starts_with("http://") || line.starts_with("https://") {
                    p { a href=(line) { (line) } }
                } @else {
                    p { (line) }
                }
            }
        }
    }
}

/// It looks like another program than Hubward's pages, which it is.
const STYLE: &str = "body{font:1.1rem/1.5 sans-serif;margin:1rem;color:#111;background:#fff}\
    main{max-width:44rem;margin:auto}article{border-top:2px solid #333;overflow-wrap:anywhere}\
    .to{color:#444}a:focus-visible{outline:3px solid #06c;outline-offset:2px}";
