//! Problems as answers: problem+json, or another form of the same problem.

use serde::Serialize;

use super::{Problem, Response, response::Logged};

impl Response {
    /// The answer with JSON as the body.
    #[must_use]
    pub fn json<T: Serialize>(self, body: &T) -> Self {
        self.json_as("application/json", body)
    }

    /// The answer with JSON as the body, under a media type of its own.
    #[must_use]
    pub(crate) fn json_as<T: Serialize>(self, media_type: &str, body: &T) -> Self {
        match serde_json::to_vec(body) {
            Ok(bytes) => self.bytes(media_type, bytes),
            Err(error) => Problem::unexpected(&error).into(),
        }
    }

    /// The answer marked as another form of this problem (a page): the log tells the problem's code
    /// and cause.
    #[must_use]
    pub fn caused_by(self, problem: &Problem) -> Self {
        let cause = problem.cause().map(ToOwned::to_owned);
        self.logging(Logged { code: problem.code(), cause })
    }
}

impl<R: Into<Response>> From<Result<R, Problem>> for Response {
    fn from(outcome: Result<R, Problem>) -> Self {
        outcome.map_or_else(Into::into, Into::into)
    }
}

impl From<Problem> for Response {
    fn from(problem: Problem) -> Self {
        Self::from(&problem)
    }
}

impl From<&Problem> for Response {
    fn from(problem: &Problem) -> Self {
        let mut response = Self::new(problem.status_code())
            .json_as("application/problem+json", &problem.body())
            .caused_by(problem);
        for (name, value) in problem.headers() {
            response = response.header(name.as_str(), value);
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::FieldProblem;

    fn json(response: &Response) -> serde_json::Value {
        serde_json::from_slice(response.body()).unwrap()
    }

    #[test]
    fn a_problem_is_problem_json_with_its_errors() {
        let error = FieldProblem::new("needs", "required", "Choose at least one.");
        let response = Response::from(Problem::invalid("Check the fields.").with_errors([error]));
        assert_eq!(response.status(), 422);
        assert_eq!(response.header_value("content-type"), Some("application/problem+json"));
        assert_eq!(
            json(&response),
            serde_json::json!({
                "type": "about:blank", "title": "Unprocessable Entity", "status": 422,
                "detail": "Check the fields.", "code": "invalid",
                "errors": [{"path": "needs", "code": "required", "message": "Choose at least one."}]
            })
        );
    }

    #[test]
    fn a_401_asks_for_a_bearer_token() {
        let response = Response::from(Problem::unauthorized("Sign in."));
        assert_eq!(response.header_value("www-authenticate"), Some("Bearer"));
    }

    #[test]
    fn a_cause_is_never_sent() {
        let error = std::io::Error::other("table secret-name is away");
        for problem in [Problem::unexpected(&error), Problem::unavailable(&error)] {
            assert_eq!(problem.cause(), Some("table secret-name is away"));
            let response = Response::from(problem);
            assert!(!String::from_utf8_lossy(response.body()).contains("secret-name"));
        }
    }
}
