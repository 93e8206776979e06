//! The headers of a message: its ids, and the formats in which it is sent and answered.

use formats::fhir::Format;
use lambda_kit::http::{FieldProblem, Problem, Request, Response, StatusCode};

const REQUEST_ID: &str = "X-Request-Id";
const CORRELATION_ID: &str = "X-Correlation-Id";

/// The version of FHIR that is spoken here, as the parameter `fhirVersion` has it.
const VERSION: &str = "4.0";

/// The ids of a message, each a UUID in lower case. Both together name the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MessageIds {
    request: String,
    correlation: String,
}

impl MessageIds {
    /// The key under which the message is accepted once.
    pub(super) fn key(&self) -> String {
        format!("bars-message|{}|{}", self.request, self.correlation)
    }
}

/// Reads both ids, which must be there.
pub(super) fn message_ids(request: &Request) -> Result<MessageIds, Problem> {
    let (mut errors, mut ids) = (Vec::new(), Vec::new());
    for name in [REQUEST_ID, CORRELATION_ID] {
        let given = request.header(&name.to_ascii_lowercase()).map(str::trim).unwrap_or_default();
        if let Some(id) = uuid(given) {
            ids.push(id);
        } else {
            let code = if given.is_empty() { "required" } else { "value" };
            errors.push(FieldProblem::new(&format!("http.{name}"), code, "Send a UUID here."));
        }
    }
    let [request, correlation] = <[String; 2]>::try_from(ids).map_err(|_| {
        let detail = "A message needs its ids, so that it is never taken twice.";
        Problem::bad_request(detail).with_errors(errors)
    })?;
    Ok(MessageIds { request, correlation })
}

/// The answer with the ids that the message came with. An id that is not one is not said again.
pub(super) fn echo(request: &Request, answer: Response) -> Response {
    [REQUEST_ID, CORRELATION_ID].iter().fold(answer, |answer, name| {
        let given = request.header(&name.to_ascii_lowercase()).map(str::trim);
        match given.filter(|given| uuid(given).is_some()) {
            Some(id) => answer.header(name, id),
            None => answer,
        }
    })
}

/// A UUID as one writes it, in lower case.
fn uuid(text: &str) -> Option<String> {
    let lengths = [8, 4, 4, 4, 12];
    let parts: Vec<_> = text.split('-').collect();
    let fits = |(part, length): (&&str, usize)| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    let is_uuid = parts.len() == lengths.len() && parts.iter().zip(lengths).all(fits);
    is_uuid.then(|| text.to_ascii_lowercase())
}

/// The format of the body.
pub(super) fn body_format(request: &Request) -> Result<Format, Problem> {
    let given = request.header("content-type").unwrap_or_default();
    match_format(given).ok_or_else(|| {
        let detail =
            "Send the message as application/fhir+json or application/fhir+xml, of FHIR 4.0.";
        Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", detail)
    })
}

/// The format of the answer: the one that the caller likes best, or that of the body.
pub(super) fn answer_format(request: &Request) -> Result<Format, Problem> {
    let own = match_format(request.header("content-type").unwrap_or_default());
    let own = own.unwrap_or(Format::Json);
    let accepted = request.header("accept").map(str::trim).unwrap_or_default();
    if accepted.is_empty() {
        return Ok(own);
    }
    let mut best: Option<(u16, Format)> = None;
    for range in accepted.split(',') {
        let essence = range.split(';').next().unwrap_or_default().trim();
        let format = match essence {
            "*/*" | "application/*" => Some(own),
            _ => match_format(range),
        };
        let weight = weight(range);
        let found = format.filter(|_| weight > 0).map(|format| (weight, format));
        if found.is_some_and(|(weight, _)| best.is_none_or(|(most, _)| weight > most)) {
            best = found;
        }
    }
    best.map(|(_, format)| format).ok_or_else(|| {
        let detail = "The answer is application/fhir+json or application/fhir+xml, of FHIR 4.0.";
        Problem::new(StatusCode::NOT_ACCEPTABLE, "not_acceptable", detail)
    })
}

/// The weight of a media range in thousandths; one that cannot be read counts in full.
fn weight(range: &str) -> u16 {
    let quality = parameter(range, "q").and_then(|quality| quality.parse::<f32>().ok());
    let quality = quality.filter(|quality| (0.0..=1.0).contains(quality)).unwrap_or(1.0);
    [1000_u16, 900, 800, 700, 600, 500, 400, 300, 200, 100, 1]
        .into_iter()
        .find(|step| quality * 1000.0 >= f32::from(*step))
        .unwrap_or_default()
}

/// The format of a media type, unless it asks for another version of FHIR.
fn match_format(media_type: &str) -> Option<Format> {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let format = match essence.as_str() {
        "application/fhir+json" | "application/json" => Format::Json,
        "application/fhir+xml" | "application/xml" | "text/xml" => Format::Xml,
        _ => return None,
    };
    let is_ours = parameter(media_type, "fhirversion").is_none_or(|version| version == VERSION);
    is_ours.then_some(format)
}

/// A parameter of a media type, by its name in lower case.
fn parameter<'a>(media_type: &'a str, name: &str) -> Option<&'a str> {
    media_type.split(';').skip(1).find_map(|parameter| {
        let (key, value) = parameter.split_once('=')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"'))
    })
}

#[cfg(test)]
mod tests {
    use lambda_kit::http::Method;

    use super::*;

    fn request(headers: &[(&str, &str)]) -> Request {
        let request = Request::builder(Method::POST, "POST /fhir/{operation}");
        headers.iter().fold(request, |request, (name, value)| request.header(name, value)).build()
    }

    fn accepted(accept: &str) -> Option<Format> {
        let sent = ("content-type", "application/fhir+xml; fhirVersion=4.0");
        answer_format(&request(&[sent, ("accept", accept)])).ok()
    }

    #[test]
    fn the_answer_is_in_the_format_that_is_liked_best() {
        for (accept, format) in [
            ("", Format::Xml),
            ("*/*", Format::Xml),
            ("application/fhir+json", Format::Json),
            ("application/fhir+json; fhirVersion=4.0", Format::Json),
            ("Application/FHIR+XML;q=0.5, application/fhir+json;q=0.9", Format::Json),
            ("application/fhir+json;q=0, */*;q=0.1", Format::Xml),
            ("text/html, application/xml", Format::Xml),
        ] {
            assert_eq!(accepted(accept), Some(format), "{accept}");
        }
        for accept in ["text/html", "application/fhir+json; fhirVersion=3.0", "*/*;q=0"] {
            assert_eq!(accepted(accept), None, "{accept}");
        }
    }

    #[test]
    fn a_body_of_another_type_or_version_is_refused() {
        for (sent, format) in [
            ("application/fhir+json;charset=utf-8", Some(Format::Json)),
            ("text/xml", Some(Format::Xml)),
            ("application/fhir+xml; fhirVersion=5.0", None),
            ("text/plain", None),
            ("", None),
        ] {
            assert_eq!(body_format(&request(&[("content-type", sent)])).ok(), format, "{sent}");
        }
    }

    #[test]
    fn each_id_that_is_missing_or_malformed_is_named() {
        let id = "60E0B220-8136-4CA5-AE46-1D97EF59D068";
        let ids = |request: &str, correlation: &str| {
            let headers = [("X-Request-Id", request), ("X-Correlation-Id", correlation)];
            message_ids(&self::request(&headers))
        };
        assert_eq!(ids(id, id).unwrap().request, id.to_ascii_lowercase());
        let problem = ids("", "60E0B220 8136 4CA5 AE46 1D97EF59D068").unwrap_err();
        let told: Vec<_> =
            problem.errors().iter().map(|e| (e.path.as_str(), e.code.as_str())).collect();
        assert_eq!(told, [("http.X-Request-Id", "required"), ("http.X-Correlation-Id", "value")]);
    }

    #[test]
    fn an_id_that_is_not_one_is_not_said_again() {
        let id = "60e0b220-8136-4ca5-ae46-1d97ef59d068";
        let sent = request(&[("X-Request-Id", id), ("X-Correlation-Id", "canary")]);
        let answer = echo(&sent, Response::ok());
        assert_eq!(answer.header_value("x-request-id"), Some(id));
        assert_eq!(answer.header_value("x-correlation-id"), None);
    }
}
