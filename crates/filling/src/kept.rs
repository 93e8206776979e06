//! The places of a browser's drafts: each is sealed on the server, under a random id that only the
//! browser's cookie has. The form has one, and the request that was looked up another.

use std::time::Duration;

use lambda_kit::http::{Cookie, Problem, Request};
use lambda_kit::metrics;
use pipeline::drafts::{self, DraftId};
use pipeline::{Drafting, Fault};
use sha2::{Digest as _, Sha256};

use crate::draft::{Contents, unavailable, written};

/// The longest that anybody waits until what was typed is deleted.
const ENDING: Duration = Duration::from_secs(1);

/// A place for a draft: the name of its cookie, without `__Host-`. The cookie goes when the browser is
/// closed.
pub struct Kept(pub &'static str);

impl Kept {
    /// The id that the browser's cookie holds.
    pub fn id_of(&self, request: &Request) -> Option<DraftId> {
        request.cookie(&Cookie::host_name(self.0)).and_then(DraftId::parse)
    }

    /// Begins a draft; the answer is the cookie that keeps it.
    pub async fn begin<W: Drafting, C: Contents>(
        &self,
        world: &W,
        contents: &C,
    ) -> Result<Cookie, Problem> {
        let bytes = written(contents)?;
        self.begin_bytes(world, &bytes).await.map_err(unavailable)
    }

    /// As [`Kept::begin`], with contents that are written already.
    pub async fn begin_bytes<W: Drafting>(&self, world: &W, bytes: &[u8]) -> Result<Cookie, Fault> {
        let id = drafts::begin(world, bytes).await?;
        Ok(Cookie::host(self.0, &id.secret()))
    }

    /// Ends this browser's draft, if it has one. What cannot be ended now is counted, and ends by itself:
    /// nobody in a hurry waits for a table that does not answer.
    pub async fn end<W: Drafting>(&self, world: &W, request: &Request) {
        let Some(id) = self.id_of(request) else { return };
        let ended = tokio::time::timeout(ENDING, drafts::end(world, &id)).await;
        if !matches!(ended, Ok(Ok(()))) {
            metrics::count("DraftNotEnded", 1);
        }
    }

    /// The cookie that takes the draft's away.
    pub fn forgotten(&self) -> Cookie {
        Cookie::cleared(self.0)
    }
}

/// The value of a hidden field that says what a page belongs to, so that two tabs do not mix. It shows
/// nothing of the secret that it is made of.
pub fn mark(purpose: &str, secret: &str) -> String {
    let digest = Sha256::new().chain_update(purpose).chain_update("|").chain_update(secret);
    let first = digest.finalize().first_chunk().copied().unwrap_or_default();
    format!("{:08x}", u32::from_be_bytes(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_of_its_purpose_and_does_not_show_its_secret() {
        let secret = "000102030405060708090a0b0c0d0eff";
        assert_eq!(mark("form", secret).len(), 8);
        assert_ne!(mark("form", secret), mark("form", "000102030405060708090a0b0c0d0efe"));
        assert_ne!(mark("form", secret), mark("status", secret));
        assert!(!secret.contains(&mark("form", secret)));
    }
}
