//! An answer over HTTP, and what a test asks of it.

use serde_json::Value;

/// An answer to a request.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body as text.
    pub body: String,
}

impl Answer {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// Checks that this is a problem of `status` in the contract's form, and returns the path and
    /// code of each of its errors.
    #[track_caller]
    pub fn problem(&self, status: u16) -> Vec<(String, String)> {
        assert_eq!(self.status, status, "{self:?}");
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{self:?}");
        let problem = self.json();
        assert_eq!(problem["status"], status, "{problem}");
        assert!(problem["title"].is_string() && problem["detail"].is_string(), "{problem}");
        let error = |error: &Value| {
            let text = |name: &str| {
                let text = error[name].as_str().unwrap_or_else(|| panic!("{name}: {problem}"));
                text.to_owned()
            };
            assert!(!text("message").is_empty(), "{problem}");
            (text("path"), text("code"))
        };
        problem["errors"].as_array().expect("a list of errors").iter().map(error).collect()
    }

    /// Checks as [`Answer::problem`] does, and returns only the paths.
    #[track_caller]
    pub fn problem_paths(&self, status: u16) -> Vec<String> {
        self.problem(status).into_iter().map(|(path, _)| path).collect()
    }
}
