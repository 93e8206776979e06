//! The parameters of a request to the issuer.

use http::{HeaderMap, header};

use super::refusal::Refusal;

/// Parameters, in the order in which they came.
pub(super) struct Form(Vec<(String, String)>);

impl Form {
    /// The parameters of a query.
    pub(super) fn of_query(query: &str) -> Self {
        Self(form_urlencoded::parse(query.as_bytes()).into_owned().collect())
    }

    /// The parameters of a body.
    pub(super) fn read(headers: &HeaderMap, body: &[u8]) -> Result<Self, Refusal> {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let kind = kind.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Err(Refusal::InvalidRequest(
                "the request must be application/x-www-form-urlencoded",
            ));
        }
        Ok(Self(form_urlencoded::parse(body).into_owned().collect()))
    }

    /// The value of a parameter, which must not come twice.
    pub(super) fn field(&self, name: &str) -> Result<Option<&str>, Refusal> {
        let mut values = self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| value);
        let first = values.next().map(String::as_str);
        match values.next() {
            None => Ok(first),
            Some(_) => Err(Refusal::InvalidRequest("a parameter is given twice")),
        }
    }
}
