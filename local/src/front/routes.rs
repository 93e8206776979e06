//! Finds the route that a request takes. Source: "Routes for HTTP APIs": a full match before a
//! greedy one, a method before `ANY`, `$default` last.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};
use http::Method;

/// Routes, each with the target that it leads to.
#[derive(Debug)]
pub(crate) struct Routes<T> {
    all: Vec<Route<T>>,
}

#[derive(Debug)]
struct Route<T> {
    key: String,
    /// The method; `None` means `ANY`.
    method: Option<Method>,
    segments: Vec<Segment>,
    target: T,
}

/// A segment of a route's path, with the variants in order of precedence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Segment {
    Literal(String),
    Parameter(String),
    Greedy(String),
}

/// A route that fits a request.
#[derive(Debug)]
pub(crate) struct MatchedRoute<'a, T> {
    pub(crate) key: &'a str,
    pub(crate) parameters: BTreeMap<String, String>,
    pub(crate) target: &'a T,
}

impl<T> Routes<T> {
    /// Reads route keys such as `GET /v1/referrals/{id}`, `ANY /{proxy+}` and `$default`.
    pub(crate) fn new(routes: impl IntoIterator<Item = (String, T)>) -> Result<Self> {
        let mut all = routes
            .into_iter()
            .map(|(key, target)| Route::parse(key, target))
            .collect::<Result<Vec<_>>>()?;
        // The most specific routes come first: segment by segment, then a method before `ANY`.
        all.sort_by(|a, b| {
            let kinds = |route: &Route<T>| -> Vec<u8> {
                route.segments.iter().map(Segment::rank).collect()
            };
            kinds(a).cmp(&kinds(b)).then(a.method.is_none().cmp(&b.method.is_none()))
        });
        Ok(Self { all })
    }

    /// The most specific route for a method and a decoded path.
    pub(crate) fn find(&self, method: &Method, path: &str) -> Option<MatchedRoute<'_, T>> {
        self.all.iter().find_map(|route| {
            if route.method.as_ref().is_some_and(|own| own != method) {
                return None;
            }
            let parameters = route.parameters(path)?;
            Some(MatchedRoute { key: &route.key, parameters, target: &route.target })
        })
    }
}

impl<T> Route<T> {
    fn parse(key: String, target: T) -> Result<Self> {
        if key == "$default" {
            let segments = vec![Segment::Greedy(String::new())];
            return Ok(Self { key, method: None, segments, target });
        }
        let (method, path) = key.split_once(' ').with_context(|| format!("the route {key}"))?;
        let method = match method {
            "ANY" => None,
            name => Some(name.parse().with_context(|| format!("the route {key}"))?),
        };
        let Some(path) = path.strip_prefix('/') else { bail!("the route {key} has no path") };
        let segments = path.split('/').map(Segment::parse).collect();
        Ok(Self { key, method, segments, target })
    }

    fn parameters(&self, path: &str) -> Option<BTreeMap<String, String>> {
        let path = path.strip_prefix('/')?;
        let mut given = path.split('/');
        let mut parameters = BTreeMap::new();
        for segment in &self.segments {
            match segment {
                Segment::Literal(text) => (given.next()? == text).then_some(())?,
                Segment::Parameter(name) => {
                    let value = given.next().filter(|value| !value.is_empty())?;
                    parameters.insert(name.clone(), value.to_owned());
                }
                Segment::Greedy(name) => {
                    let rest = given.by_ref().collect::<Vec<_>>().join("/");
                    if name.is_empty() {
                        continue;
                    }
                    parameters.insert(name.clone(), Some(rest).filter(|rest| !rest.is_empty())?);
                }
            }
        }
        given.next().is_none().then_some(parameters)
    }
}

impl Segment {
    fn parse(text: &str) -> Self {
        match text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            None => Self::Literal(text.to_owned()),
            Some(name) => match name.strip_suffix('+') {
                None => Self::Parameter(name.to_owned()),
                Some(name) => Self::Greedy(name.to_owned()),
            },
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Literal(_) => 0,
            Self::Parameter(_) => 1,
            Self::Greedy(name) if !name.is_empty() => 2,
            Self::Greedy(_) => 3,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(keys: &[&str], method: &Method, path: &str) -> Option<(String, String)> {
        let routes = Routes::new(keys.iter().map(|key| ((*key).to_owned(), ()))).unwrap();
        let found = routes.find(method, path)?;
        let parameters = found.parameters.iter().map(|(name, value)| format!("{name}={value}"));
        Some((found.key.to_owned(), parameters.collect::<Vec<_>>().join("&")))
    }

    const KEYS: [&str; 7] = [
        "GET /",
        "GET /v1/inbox",
        "GET /v1/inbox/{entry}",
        "POST /v1/inbox/{entry}/{action}",
        "GET /v1/inbox/summary",
        "ANY /v1/{proxy+}",
        "GET /hub/{proxy+}",
    ];

    #[track_caller]
    fn leads(method: &Method, path: &str, key: &str, parameters: &str) {
        assert_eq!(
            find(&KEYS, method, path),
            Some((key.to_owned(), parameters.to_owned())),
            "{path}"
        );
    }

    #[test]
    fn the_most_specific_route_wins() {
        leads(&Method::GET, "/", "GET /", "");
        leads(&Method::GET, "/v1/inbox", "GET /v1/inbox", "");
        leads(&Method::GET, "/v1/inbox/summary", "GET /v1/inbox/summary", "");
        leads(&Method::GET, "/v1/inbox/7", "GET /v1/inbox/{entry}", "entry=7");
        leads(
            &Method::POST,
            "/v1/inbox/7/claim",
            "POST /v1/inbox/{entry}/{action}",
            "action=claim&entry=7",
        );
        leads(&Method::DELETE, "/v1/inbox/7", "ANY /v1/{proxy+}", "proxy=inbox/7");
        leads(&Method::GET, "/hub/a/b/c", "GET /hub/{proxy+}", "proxy=a/b/c");
    }

    #[test]
    fn a_path_that_fits_no_route_is_not_found() {
        for path in ["/nowhere", "/hub", "/hub/", "/v1/", ""] {
            assert_eq!(find(&KEYS, &Method::GET, path), None, "{path}");
        }
        assert_eq!(find(&KEYS, &Method::POST, "/"), None, "another method");
        assert_eq!(find(&["GET /a"], &Method::GET, "/a/"), None, "a slash more");
    }

    #[test]
    fn default_takes_paths_that_fit_no_other_route() {
        let keys = ["$default", "GET /a"];
        assert_eq!(find(&keys, &Method::GET, "/a").unwrap().0, "GET /a");
        assert_eq!(find(&keys, &Method::PUT, "/x/y").unwrap().0, "$default");
        assert_eq!(find(&keys, &Method::GET, "/").unwrap().0, "$default");
    }
}
