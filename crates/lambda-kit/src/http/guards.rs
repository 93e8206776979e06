//! Guards that check a request before it is looked at: its type, its size, and where it came from.

use super::{Problem, Request};

impl Request {
    /// Refuses (415) a body that is not of the media type `expected`; parameters are not compared.
    pub fn require_content_type(&self, expected: &str) -> Result<(), Problem> {
        let given = self.header("content-type").unwrap_or_default();
        let essence = given.split(';').next().unwrap_or_default().trim();
        if essence.eq_ignore_ascii_case(expected) {
            Ok(())
        } else {
            Err(Problem::unsupported_media_type(expected))
        }
    }

    /// Refuses (413) a body of more than `limit` bytes.
    pub fn limit_body(&self, limit: usize) -> Result<(), Problem> {
        if self.body().len() <= limit { Ok(()) } else { Err(Problem::too_large(limit)) }
    }

    /// Refuses (403) a request that a page of another site made the browser send.
    ///
    /// `Sec-Fetch-Site` decides where the browser sends it. Older browsers send `Origin` only, and
    /// `null` there under our own `Referrer-Policy`, so only an origin that names another host is
    /// refused. A client that sends neither is not a browser, and has no cookies to misuse.
    pub fn require_same_origin(&self) -> Result<(), Problem> {
        let ours = match (self.header("sec-fetch-site"), self.header("origin")) {
            (Some(site), _) => matches!(site, "same-origin" | "none"),
            (None, Some("null") | None) => true,
            (None, Some(origin)) => {
                let host = origin.split_once("://").map(|(_, host)| host);
                host.is_some() && host == self.header("host")
            }
        };
        if ours {
            Ok(())
        } else {
            Err(Problem::forbidden("This form was sent from another website.")
                .with_code("cross_site"))
        }
    }
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;

    fn post(headers: &[(&str, &str)]) -> Request {
        headers
            .iter()
            .fold(Request::builder(Method::POST, "POST /"), |request, (name, value)| {
                request.header(name, value)
            })
            .body("12345")
            .build()
    }

    #[test]
    fn the_content_type_is_compared_without_parameters() {
        let json = post(&[("content-type", "Application/JSON; charset=utf-8")]);
        assert_eq!(json.require_content_type("application/json"), Ok(()));
        let text = post(&[("content-type", "text/plain")]);
        assert_eq!(text.require_content_type("application/json").unwrap_err().status(), 415);
        assert_eq!(post(&[]).require_content_type("application/json").unwrap_err().status(), 415);
    }

    #[test]
    fn a_body_over_the_limit_is_refused() {
        assert_eq!(post(&[]).limit_body(5), Ok(()));
        assert_eq!(post(&[]).limit_body(4).unwrap_err().status(), 413);
    }

    #[test]
    fn a_post_from_another_site_is_refused() {
        let host = ("host", "hub.example");
        for headers in [
            &[host, ("sec-fetch-site", "cross-site")][..],
            &[host, ("sec-fetch-site", "same-site"), ("origin", "https://hub.example")],
            &[host, ("origin", "https://evil.example")],
            &[host, ("origin", "hub.example")],
            &[("origin", "https://hub.example")],
        ] {
            assert_eq!(post(headers).require_same_origin().unwrap_err().status(), 403);
        }
    }

    #[test]
    fn a_post_from_our_own_page_is_taken() {
        let host = ("host", "hub.example");
        for headers in [
            &[host, ("sec-fetch-site", "same-origin"), ("origin", "null")][..],
            &[host, ("sec-fetch-site", "none")],
            &[host, ("origin", "https://hub.example")],
            &[host, ("origin", "null")],
            &[host],
        ] {
            assert_eq!(post(headers).require_same_origin(), Ok(()));
        }
    }
}
