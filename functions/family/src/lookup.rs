//! A request that was looked up: the reference and the code that were typed, kept like a form while
//! somebody looks at it, so that neither is ever in an address. It is a sealed draft of its own, under
//! a cookie of its own: looking something up leaves a form that is being filled in alone.

use lambda_kit::http::{Cookie, Problem, Request};
use pipeline::Drafting;
use pipeline::drafts::{self, DraftId};
use referral::{Reference, StatusSecret};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::draft;

/// The fields of the page that looks up.
pub(crate) const REFERENCE: &str = "reference";
/// See [`REFERENCE`].
pub(crate) const SECRET: &str = "secret";
/// The field of a note's words.
pub(crate) const TEXT: &str = "text";
/// The hidden field that names one sending of a note, so that sending twice is sending once.
pub(crate) const TOKEN: &str = "token";

/// The cookie's name, without `__Host-`. It goes when the browser is closed.
const COOKIE: &str = "status";
const VERSION: u8 = 1;

/// The reference that was typed, and the outcome of looking. It has no `Debug`: it holds words of the family's.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Lookup {
    v: u8,
    /// The reference, as it was typed.
    pub(crate) reference: String,
    /// The code, as it was typed, once it was found to be right.
    secret: String,
    /// The outcome of looking.
    pub(crate) outcome: Outcome,
    /// The words of a note that could not be added.
    pub(crate) text: String,
    /// The reason why they could not.
    pub(crate) refused: Option<Refused>,
    /// The kind of note that was added last.
    pub(crate) added: Option<Kind>,
}

/// The outcome of looking something up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Outcome {
    /// Nobody has looked yet.
    #[default]
    None,
    /// The reference or the code cannot be one: the fields with the codes of their errors.
    Unread(Vec<(String, String)>),
    /// There is no such request, or the code is wrong.
    NotFound,
    /// There were too many wrong tries.
    Locked,
    /// The request was found.
    Found,
}

/// The kinds of note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// More to tell.
    More,
    /// The wish to withdraw.
    Withdraw,
}

/// The reason why a note was not added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Refused {
    /// Nothing was written.
    Empty,
    /// Too much was written.
    TooLong,
    /// There are as many notes as there may be.
    Full,
    /// It could not be saved just now.
    NotSaved,
    /// The page was of another request than the one that was looked up last.
    Another,
}

impl Lookup {
    /// A reference that was typed, and an outcome by which nothing is known of it.
    pub(crate) fn typed(reference: &str, outcome: Outcome) -> Self {
        Self { v: VERSION, reference: reference.to_owned(), outcome, ..Self::default() }
    }

    /// A request whose reference and code are right.
    pub(crate) fn found(reference: &Reference, secret: StatusSecret) -> Self {
        let secret = secret.as_str();
        Self { secret, ..Self::typed(&reference.as_str(), Outcome::Found) }
    }

    /// The same request, to which something was added.
    pub(crate) fn added(self, kind: Kind) -> Self {
        Self { added: Some(kind), ..self }
    }

    /// The same request, with words that could not be added: they are shown again with the reason.
    pub(crate) fn refused(self, text: String, why: Refused) -> Self {
        Self { text, refused: Some(why), ..self }
    }

    /// The value of the hidden field on the pages of a request, so that two tabs do not mix: what was
    /// written about one is never added to another.
    pub(crate) fn mark(&self) -> String {
        let request = format!("{}|{}", self.reference, self.secret);
        let digest = Sha256::new().chain_update("hubward-status|").chain_update(request).finalize();
        digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
    }

    /// The reference and the code of a request that was found.
    pub(crate) fn keys(&self) -> Option<(Reference, StatusSecret)> {
        let keys =
            Reference::parse(&self.reference).ok().zip(StatusSecret::parse(&self.secret).ok());
        keys.filter(|_| self.outcome == Outcome::Found)
    }
}

/// The request that this browser has looked up, or the request that it has just sent.
pub(crate) async fn open<W: Drafting>(
    world: &W,
    request: &Request,
) -> Result<Option<Lookup>, Problem> {
    if let Some(id) = id_of(request) {
        let kept = drafts::read(world, &id).await.map_err(|fault| Problem::unavailable(&fault))?;
        let read = kept.and_then(|draft| serde_json::from_slice(&draft.contents).ok());
        let read: Option<Lookup> = read.filter(|lookup: &Lookup| lookup.v == VERSION);
        if read.is_some() {
            return Ok(read);
        }
    }
    let Ok(opened) = draft::open(world, request).await? else { return Ok(None) };
    let sent = opened.form.sent.as_ref();
    let secret = StatusSecret::parse(&opened.form.secret).ok();
    Ok(sent.zip(secret).map(|(sent, secret)| Lookup::found(&sent.reference, secret)))
}

/// Keeps a lookup in place of the one before, and answers the cookie that finds it.
///
/// If the process dies in between, the one before is there still, or ends by itself.
pub(crate) async fn keep<W: Drafting>(
    world: &W,
    request: &Request,
    lookup: &Lookup,
) -> Result<Cookie, Problem> {
    let broken = |_| Problem::unavailable(&pipeline::Fault::Broken("a lookup cannot be written"));
    let contents = serde_json::to_vec(lookup).map_err(broken)?;
    let id = drafts::begin(world, &contents).await.map_err(|fault| Problem::unavailable(&fault))?;
    end(world, request).await;
    Ok(Cookie::host(COOKIE, &id.secret()))
}

/// Ends this browser's lookup, if it has one. What cannot be ended now ends by itself.
pub(crate) async fn end<W: Drafting>(world: &W, request: &Request) {
    if let Some(id) = id_of(request)
        && drafts::end(world, &id).await.is_err()
    {
        lambda_kit::metrics::count("DraftNotEnded", 1);
    }
}

/// The cookie that takes the lookup's away.
pub(crate) fn forgotten() -> Cookie {
    Cookie::cleared(COOKIE)
}

fn id_of(request: &Request) -> Option<DraftId> {
    request.cookie(&Cookie::host_name(COOKIE)).and_then(DraftId::parse)
}

impl Kind {
    /// The address of the kind's page.
    pub(crate) fn address(self) -> &'static str {
        match self {
            Self::More => "/status/note",
            Self::Withdraw => "/status/withdraw",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_has_a_mark_of_its_own_that_shows_neither_reference_nor_code() {
        let reference = Reference::from_random([2; 16]);
        let [one, other] = [[3; 16], [4; 16]]
            .map(|bytes| Lookup::found(&reference, StatusSecret::from_random(bytes)));
        assert_ne!(one.mark(), other.mark());
        assert_eq!((one.mark(), one.mark().len()), (one.clone().added(Kind::More).mark(), 8));
    }

    #[test]
    fn keys_are_there_only_once_they_were_found_to_be_right() {
        let (reference, secret) =
            (Reference::from_random([2; 16]), StatusSecret::from_random([3; 16]));
        let found = Lookup::found(&reference, secret);
        assert_eq!(found.keys(), Some((reference, secret)));
        let written = serde_json::to_vec(&found).unwrap();
        assert_eq!(serde_json::from_slice::<Lookup>(&written).unwrap().keys(), found.keys());
        for outcome in [Outcome::None, Outcome::NotFound, Outcome::Locked] {
            assert_eq!(Lookup { outcome, ..found.clone() }.keys(), None);
        }
        let typed = Lookup::typed("x", Outcome::NotFound);
        assert!(!String::from_utf8(serde_json::to_vec(&typed).unwrap()).unwrap().contains('-'));
    }
}
