//! A page of our own to which a worker is led after signing in. An address of any other site, or of a
//! page that is no page to come back to, is not one.

use lambda_kit::http::Request;

/// The first page.
const HOME: &str = "/hub";
/// The pages that lead a worker in and out, and files.
const NOT_PAGES: [&str; 3] = ["/hub/sign-in", "/hub/sign-out", "/hub/assets"];
/// The most bytes of a path with its query.
const LONGEST: usize = 512;

/// The path of one of our own pages, with its query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwnPath(String);

impl OwnPath {
    /// The first page.
    pub(crate) fn home() -> Self {
        Self(HOME.to_owned())
    }

    /// The page that shows a kept click.
    pub(crate) fn again() -> Self {
        Self("/hub/again".to_owned())
    }

    /// Reads a path; `None` if it is none of our pages.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix(HOME)?;
        let is_below = rest.is_empty() || rest.starts_with(['/', '?']);
        let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"\\\"<>#`{}|^".contains(&byte);
        let is_safe = text.len() <= LONGEST
            && text.bytes().all(is_plain)
            && !text.contains("//")
            && !text.contains("..");
        let path = text.split('?').next().unwrap_or_default();
        // Our paths are made of words and ids: what somebody typed there is not repeated.
        let is_ours = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'/');
        let leads_back = path.bytes().all(is_ours)
            && NOT_PAGES.iter().all(|not| {
                path != *not && !path.strip_prefix(not).is_some_and(|p| p.starts_with('/'))
            });
        (is_below && is_safe && leads_back).then(|| Self(text.to_owned()))
    }

    /// The page that a request asks for; the first one if it cannot be asked for again.
    pub(crate) fn of(request: &Request) -> Self {
        let query: String = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(request.queries())
            .finish();
        let sign = if query.is_empty() { "" } else { "?" };
        Self::parse(&format!("{}{sign}{query}", request.path())).unwrap_or_else(Self::home)
    }

    /// The path.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// A path with this page as its query's `to`; without, where it is the first page.
    pub(crate) fn after(&self, path: &str) -> String {
        if self.0 == HOME {
            return path.to_owned();
        }
        let to: String = form_urlencoded::byte_serialize(self.0.as_bytes()).collect();
        format!("{path}?to={to}")
    }
}

#[cfg(test)]
mod tests {
    use lambda_kit::http::Method;

    use super::*;

    #[test]
    fn a_page_of_ours_is_led_back_to() {
        for path in ["/hub", "/hub?state=new", "/hub/entries/1", "/hub/entries/1/close?version=2"] {
            assert_eq!(OwnPath::parse(path).as_ref().map(OwnPath::as_str), Some(path));
        }
    }

    #[test]
    fn nobody_is_led_to_another_site_or_round_in_a_circle() {
        for path in [
            "",
            "/",
            "//evil.example/hub",
            "/hub//evil.example",
            "/hubs.evil.example",
            "/hub@evil.example",
            "/hub\\evil",
            "/hub/../v1/inbox",
            "/hub/entries/1\r\nset-cookie: a=b",
            "/hub/a b",
            "https://evil.example/hub",
            "hub",
            "/hub/sign-in",
            "/hub/sign-in?to=/hub",
            "/hub/sign-in/answer?code=1",
            "/hub/sign-out",
            "/hub/assets/a.css",
        ] {
            assert_eq!(OwnPath::parse(path), None, "{path:?}");
        }
        assert_eq!(OwnPath::parse(&format!("/hub?{}", "a".repeat(600))), None);
    }

    #[test]
    fn the_page_that_was_asked_for_is_kept_with_its_query() {
        let request = Request::builder(Method::GET, "GET /hub/entries/{entry}")
            .path_parameter("entry", "1")
            .query("state", "new & old")
            .build();
        let path = OwnPath::of(&request);
        assert_eq!(path.as_str(), "/hub/entries/1?state=new+%26+old");
        assert_eq!(
            path.after("/hub/sign-in"),
            "/hub/sign-in?to=%2Fhub%2Fentries%2F1%3Fstate%3Dnew%2B%2526%2Bold"
        );
        assert_eq!(OwnPath::home().after("/hub/sign-in"), "/hub/sign-in");
        let strange = Request::builder(Method::GET, "GET /hub/entries/{entry}")
            .path_parameter("entry", "//evil.example")
            .build();
        assert_eq!(OwnPath::of(&strange), OwnPath::home());
    }
}
