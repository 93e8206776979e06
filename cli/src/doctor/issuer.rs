//! The issuer of tokens: its keys can be fetched, and one of them verifies tokens.

use super::finding::Findings;
use super::pages::ask;
use crate::deployment::Connected;

pub(super) fn look(findings: &mut Findings, connected: &Connected) {
    let (what, variable) = ("issuer's keys", "HUBWARD_JWKS_URL");
    let Ok(url) = connected.variable(variable) else {
        return findings.missing(what, format!("{variable} is not set: deploy again"));
    };
    if !url.starts_with("https://") && !connected.is_on_one_machine() {
        return findings.wrong(what, format!("{url} is not https: nobody's token can be trusted"));
    }
    let mut answer = match ask(url) {
        Ok(answer) if answer.status().as_u16() == 200 => answer,
        Ok(answer) => {
            let status = answer.status().as_u16();
            return findings.wrong(what, format!("{url} answers {status}, not 200"));
        }
        Err(error) => {
            return findings.missing(what, format!("{url} does not answer: {error}"));
        }
    };
    match answer.body_mut().read_to_vec().map(|body| identity::usable_keys(&body)) {
        Ok(Ok(0)) => findings
            .wrong(what, format!("{url} has no key for ES256, RS256 or EdDSA: nobody can sign in")),
        Ok(Ok(keys)) => findings.ok(what, format!("{keys} at {url}")),
        Ok(Err(why)) => findings.wrong(what, format!("{url}: {why}")),
        Err(error) => findings.wrong(what, format!("{url}: {error}")),
    }
}
