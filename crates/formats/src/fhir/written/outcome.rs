//! `OperationOutcome`: what became of a message.

use super::{Field, Resource, list, text, texts, within};

/// The code system of BaRS's own codes of errors.
const HTTP_ERROR_CODES: &str = "https://fhir.nhs.uk/CodeSystem/http-error-codes";
const PROFILE: &str = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-OperationOutcome";

/// How much an issue matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The message was not taken for it.
    Error,
    /// The message was taken, and somebody should look at it.
    Warning,
    /// The message was taken.
    Information,
}

impl Severity {
    const fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Information => "information",
        }
    }
}

/// One thing that is told of a message. It never repeats a value that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// How much it matters.
    pub severity: Severity,
    /// The code of FHIR's `issue-type`: `required`, `duplicate`.
    pub kind: &'static str,
    /// BaRS's code, such as `REC_BAD_REQUEST`; only errors have one.
    pub code: Option<&'static str>,
    /// A plain sentence.
    pub diagnostics: String,
    /// The place in the message, as a `FHIRPath`.
    pub expression: Option<String>,
}

/// The outcome that tells these issues.
pub fn outcome(issues: &[Issue]) -> Resource {
    let profile = within("meta", vec![texts("profile", &[PROFILE])]);
    Resource {
        kind: "OperationOutcome",
        elements: vec![profile, list("issue", issues.iter().map(issue))],
    }
}

fn issue(issue: &Issue) -> Vec<Field> {
    let mut fields = vec![text("severity", issue.severity.code()), text("code", issue.kind)];
    if let Some(code) = issue.code {
        let coding = vec![text("system", HTTP_ERROR_CODES), text("code", code)];
        fields.push(within("details", vec![list("coding", [coding])]));
    }
    fields.push(text("diagnostics", issue.diagnostics.as_str()));
    if let Some(expression) = &issue.expression {
        fields.push(texts("expression", &[expression.as_str()]));
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fhir::Format;

    #[test]
    fn an_outcome_is_the_same_in_both_formats() {
        let outcome = outcome(&[Issue {
            severity: Severity::Error,
            kind: "value",
            code: Some("REC_BAD_REQUEST"),
            diagnostics: "Use <, & and \" with care.".to_owned(),
            expression: Some("Bundle.type".to_owned()),
        }]);
        let written = |format| String::from_utf8(outcome.write(format)).unwrap();
        let json: serde_json::Value = serde_json::from_str(&written(Format::Json)).unwrap();
        assert_eq!(json["resourceType"], "OperationOutcome");
        assert_eq!(json["issue"][0]["details"]["coding"][0]["code"], "REC_BAD_REQUEST");
        assert_eq!(json["issue"][0]["expression"][0], "Bundle.type");
        let xml = written(Format::Xml);
        let read = crate::fhir::xml::parse(xml.as_bytes()).unwrap();
        let issue = crate::fhir::element::At::root(&read).first("issue").unwrap();
        assert_eq!(issue.text("diagnostics").unwrap(), "Use <, & and \" with care.");
        assert_eq!(issue.text("severity").unwrap(), "error");
    }
}
