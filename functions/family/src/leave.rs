//! "Exit this page": away at once, and nothing to come back to.
//!
//! A plain link, so that it works without JavaScript and a form's `form-action` policy does not
//! hold it up. It cannot clear the browser's history, and the pages say so.

use lambda_kit::http::{Request, Response};

/// The link.
pub(crate) const LINK: &str = "/?exit";
/// An everyday page that explains itself.
const AWAY: &str = "https://www.bbc.co.uk/weather";

/// Whether this is that link.
pub(crate) fn is_asked(request: &Request) -> bool {
    request.query("exit").is_some()
}

/// 303 away; what the browser kept of these pages is cleared, so that Back shows nothing.
pub(crate) fn answer() -> Response {
    Response::redirect(AWAY).header("clear-site-data", "\"cache\", \"cookies\", \"storage\"")
}

#[cfg(test)]
mod tests {
    use lambda_kit::http::Method;

    use super::*;

    #[test]
    fn the_link_leads_away_and_clears_what_was_kept() {
        let request = Request::builder(Method::GET, "GET /").query("exit", "").build();
        assert!(is_asked(&request));
        let answer = answer();
        assert_eq!((answer.status(), answer.header_value("location")), (303, Some(AWAY)));
        assert!(answer.header_value("clear-site-data").is_some());
        assert_eq!(answer.header_value("cache-control"), Some("no-store"));
    }
}
