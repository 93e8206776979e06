//! The three hosts of a deployment: each answers, with the headers that keep browsers careful.

use std::time::Duration;

use super::finding::Findings;
use crate::deployment::Connected;

/// A page that anybody may ask for: its name, the variable with its host, its path, and its status.
const PAGES: [(&str, &str, &str, u16); 3] = [
    ("family's form", "HUBWARD_URL_FAMILY", "/", 200),
    ("partners' registry", "HUBWARD_URL_PARTNER", "/v1/registry/services", 200),
    ("hubs' sign-in", "HUBWARD_URL_HUB", "/hub/sign-in", 200),
];

/// The headers that every answer has, and what each holds.
const HEADERS: [(&str, &str); 4] = [
    ("content-security-policy", "frame-ancestors 'none'"),
    ("strict-transport-security", "max-age="),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
];

pub(super) fn look(findings: &mut Findings, connected: &Connected) {
    for (what, variable, path, expected) in PAGES {
        let Ok(host) = connected.variable(variable) else {
            findings.missing(what, format!("{variable} is not set: deploy again"));
            continue;
        };
        let url = format!("{}{path}", host.trim_end_matches('/'));
        let answer = match ask(&url) {
            Ok(answer) => answer,
            Err(error) => {
                findings.missing(what, format!("{url} does not answer: {error}"));
                continue;
            }
        };
        let status = answer.status().as_u16();
        let lacks = |(name, part): &&(&str, &str)| {
            let value = answer.headers().get(*name).and_then(|value| value.to_str().ok());
            value.is_none_or(|value| !value.contains(part))
        };
        let lacking: Vec<&str> = HEADERS.iter().filter(lacks).map(|(name, _)| *name).collect();
        if status != expected {
            findings.wrong(what, format!("{url} answers {status}: look at its function's log"));
        } else if !lacking.is_empty() {
            findings.wrong(what, format!("{url} answers without {}", lacking.join(", ")));
        } else if !url.starts_with("https://") && !connected.is_on_one_machine() {
            findings.wrong(what, format!("{url} is not https"));
        } else {
            findings.ok(what, url);
        }
    }
}

/// The answer to a GET request. Names below `localhost` are this machine (RFC 6761), which not every
/// resolver knows.
pub(super) fn ask(url: &str) -> Result<http::Response<ureq::Body>, ureq::Error> {
    let uri: http::Uri = url.parse().map_err(|_| ureq::Error::BadUri(url.to_owned()))?;
    match uri.authority() {
        Some(host) if host.host().ends_with(".localhost") => {
            let port = host.port_u16().unwrap_or(80);
            let here = format!("http://127.0.0.1:{port}{}", uri.path());
            agent().get(here).header("host", host.as_str()).call()
        }
        _ => agent().get(url).call(),
    }
}

/// A client that follows no redirect and waits for ten seconds at most.
fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(10)))
        .max_redirects(0)
        .http_status_as_error(false)
        .build()
        .into()
}
