//! "Exit this page": leads away at once, and leaves nothing to come back to.
//!
//! The form is deleted before anything is answered. Then it goes in two steps, because Chromium
//! keeps the page that was left whole for Back, and `Clear-Site-Data` takes away only pages that are
//! no longer shown: first an empty page, which leads on by itself, then away. The link is a plain one,
//! so that it works without JavaScript and a form's `form-action` policy does not hold it up. It
//! cannot clear the browser's history, and the pages say so.
//!
//! If the process dies before the form is deleted, the browser shows an error and still has its
//! cookie: asking again deletes it, and it ends by itself four hours after it was last used. If it
//! dies after that, Back and Reload find nothing.

use lambda_kit::http::{Request, Response};

/// The link to leave by.
pub(crate) const LINK: &str = "/exit";
/// An everyday page that explains itself.
const AWAY: &str = "https://www.bbc.co.uk/weather";
/// The empty page that is shown in between. Its title is that of every other page.
const EMPTY: &str = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\
    <meta http-equiv=\"refresh\" content=\"0; url=/exit?now=1\"><title>Information</title></head>\
    <body><p><a href=\"/exit?now=1\">Information</a></p></body></html>";

/// The empty page, or a 303 that leads away. Both clear the browser's data of these pages.
pub(crate) fn answer(request: &Request) -> Response {
    let answer = match request.query("now") {
        Some(_) => Response::redirect(AWAY),
        None => Response::ok().html(EMPTY),
    };
    answer.header("clear-site-data", "\"cache\", \"cookies\", \"storage\"")
}

#[cfg(test)]
mod tests {
    use lambda_kit::http::Method;

    use super::*;

    #[test]
    fn the_exit_link_leads_away_and_clears_the_browser_s_data() {
        for (step, status, location) in [("again", 200, None), ("now", 303, Some(AWAY))] {
            let request = Request::builder(Method::GET, "GET /exit").query(step, "1").build();
            let answer = answer(&request);
            assert_eq!((answer.status(), answer.header_value("location")), (status, location));
            assert!(answer.header_value("clear-site-data").is_some());
            assert_eq!(answer.header_value("cache-control"), Some("no-store"));
        }
        assert!(EMPTY.contains("url=/exit?now=1"));
    }

    #[test]
    fn the_page_in_between_is_titled_like_every_other() {
        assert!(EMPTY.contains("<title>Information</title>"));
        assert!(!EMPTY.contains("Weather") && !EMPTY.contains("Hub"));
    }
}
