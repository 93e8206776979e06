//! "Exit this page": away at once, and nothing to come back to.
//!
//! A plain link, so that it works without JavaScript and a form's `form-action` policy does not
//! hold it up. It goes in two steps, because Chromium keeps the page that was left whole for Back,
//! and `Clear-Site-Data` takes away only what is no longer shown: an empty page first, which leads
//! on by itself, then away. It cannot clear the browser's history, and the pages say so.

use lambda_kit::http::{Request, Response};

/// The link.
pub(crate) const LINK: &str = "/?exit";
/// An everyday page that explains itself.
const AWAY: &str = "https://www.bbc.co.uk/weather";
/// The empty page.
const EMPTY: &str = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\
    <meta http-equiv=\"refresh\" content=\"0; url=/?exit=now\"><title>Weather</title></head>\
    <body><p><a href=\"/?exit=now\">Weather</a></p></body></html>";

/// Whether this is that link.
pub(crate) fn is_asked(request: &Request) -> bool {
    request.query("exit").is_some()
}

/// The empty page, or 303 away; both clear what the browser kept of these pages.
pub(crate) fn answer(request: &Request) -> Response {
    let answer = match request.query("exit") {
        Some("now") => Response::redirect(AWAY),
        _ => Response::ok().html(EMPTY),
    };
    answer.header("clear-site-data", "\"cache\", \"cookies\", \"storage\"")
}

#[cfg(test)]
mod tests {
    use lambda_kit::http::Method;

    use super::*;

    #[test]
    fn the_link_leads_away_and_clears_what_was_kept() {
        for (step, status, location) in [("", 200, None), ("now", 303, Some(AWAY))] {
            let request = Request::builder(Method::GET, "GET /").query("exit", step).build();
            assert!(is_asked(&request));
            let answer = answer(&request);
            assert_eq!((answer.status(), answer.header_value("location")), (status, location));
            assert!(answer.header_value("clear-site-data").is_some());
            assert_eq!(answer.header_value("cache-control"), Some("no-store"));
        }
        assert!(EMPTY.contains("url=/?exit=now"));
    }
}
