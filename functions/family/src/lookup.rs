//! A request that was looked up: the reference and the code that were typed, kept like a form while
//! somebody looks at it, so that neither is ever in an address. It is a sealed draft of its own, under
//! a cookie of its own: looking something up leaves a form that is being filled in alone.

use lambda_kit::http::{Cookie, Problem, Request};
use pipeline::drafts::{self, DraftId, Saved};
use pipeline::{Drafting, Fault};
use referral::{Reference, StatusSecret};
use serde::{Deserialize, Serialize};

use crate::draft;
use filling::Kept;

/// The fields of the page that looks up.
pub(crate) const REFERENCE: &str = "reference";
/// See [`REFERENCE`].
pub(crate) const SECRET: &str = "secret";
/// The field of a note's words.
pub(crate) const TEXT: &str = "text";
/// The hidden field that names one sending of a note, so that sending twice is sending once.
pub(crate) const TOKEN: &str = "token";

/// The box that says that somebody is being hurt, or could be.
pub(crate) const DANGER: &str = "someone-may-be-hurt";

/// The place of the request that this browser has looked up.
pub(crate) const LOOKUP: Kept = Kept("status");
/// The address of the page for another note, whatever was added before.
pub(crate) const NEW_NOTE: &str = "/status/note?more=1";

const VERSION: u8 = 1;
/// The number of times that a lookup is kept over what another request has kept meanwhile.
const TRIES: usize = 8;

/// The reference that was typed, and the outcome of looking. It has no `Debug`: it holds words of the family's.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Lookup {
    v: u8,
    /// The reference, as it was typed.
    pub(crate) reference: String,
    /// The code, as it was typed, once it was found to be right.
    secret: String,
    /// The outcome of looking.
    pub(crate) outcome: Outcome,
    /// The note that could not be added.
    pub(crate) unsent: Option<Unsent>,
    /// The reason why it could not.
    pub(crate) refused: Option<Refused>,
    /// The kind of note that was added last.
    pub(crate) added: Option<Kind>,
    /// Whether the note that was added last tells of danger.
    pub(crate) added_danger: bool,
}

/// A note that could not be added, as the family wrote it.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Unsent {
    /// The kind of note.
    pub(crate) kind: Kind,
    /// The words.
    pub(crate) text: String,
    /// Whether somebody is being hurt, or could be.
    pub(crate) danger: bool,
    /// The name of the sending: the same note sent again is the same one.
    pub(crate) token: String,
    /// The mark of the request that the words are about.
    pub(crate) about: String,
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
        let secret = secret.to_string();
        Self { secret, ..Self::typed(&reference.as_str(), Outcome::Found) }
    }

    /// The same request, to which something was added.
    pub(crate) fn added(self, kind: Kind, danger: bool) -> Self {
        Self { added: Some(kind), added_danger: danger, ..self }
    }

    /// The same request, with a note that could not be added: it is shown again with the reason.
    pub(crate) fn refused(self, note: Unsent, why: Refused) -> Self {
        Self { unsent: Some(note), refused: Some(why), ..self }
    }

    /// A lookup that goes on with the note that the one before could not add: shown beside the page that
    /// looks up, and to be sent once the request that it is about is found again. Of another request it
    /// is dropped: whoever looks that up may be somebody else.
    pub(crate) fn going_on_with(self, note: Option<Unsent>) -> Self {
        let is_found = self.outcome == Outcome::Found;
        let mark = self.mark();
        Self { unsent: note.filter(|note| !is_found || note.about == mark), ..self }
    }

    /// The value of the hidden field on the pages of a request, so that two tabs do not mix: what was
    /// written about one is never added to another.
    pub(crate) fn mark(&self) -> String {
        let request = format!("{}|{}", self.reference, self.secret);
        filling::mark("hubward-status", &request)
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
    if let Some(id) = LOOKUP.id_of(request) {
        let kept = drafts::read(world, &id).await.map_err(unavailable)?;
        let read = kept.and_then(|draft| serde_json::from_slice(&draft.contents).ok());
        let read: Option<Lookup> = read.filter(|lookup: &Lookup| lookup.v == VERSION);
        if read.is_some() {
            return Ok(read);
        }
    }
    let Ok(opened) = draft::open(world, request).await? else { return Ok(None) };
    let sent = opened.form.sent.as_ref();
    Ok(sent.map(|sent| Lookup::found(&sent.reference, opened.form.secret)))
}

/// Keeps a lookup in place of the one before; the answer is the cookie that finds it, where it is
/// another one. A second request with the same cookie finds what the first has kept.
pub(crate) async fn keep<W: Drafting>(
    world: &W,
    request: &Request,
    lookup: &Lookup,
) -> Result<Option<Cookie>, Problem> {
    let broken = |_| unavailable(Fault::Broken("a lookup cannot be written"));
    let contents = serde_json::to_vec(lookup).map_err(broken)?;
    if let Some(id) = LOOKUP.id_of(request)
        && replace(world, &id, &contents).await?
    {
        return Ok(None);
    }
    LOOKUP.begin_bytes(world, &contents).await.map(Some).map_err(unavailable)
}

/// Whether there was a lookup to replace.
async fn replace<W: Drafting>(world: &W, id: &DraftId, contents: &[u8]) -> Result<bool, Problem> {
    for _ in 0..TRIES {
        let Some(draft) = drafts::read(world, id).await.map_err(unavailable)? else {
            return Ok(false);
        };
        match drafts::save(world, id, draft.version, contents).await.map_err(unavailable)? {
            Saved::Saved => return Ok(true),
            Saved::Gone => return Ok(false),
            Saved::Changed => {}
        }
    }
    Err(unavailable(Fault::Transient("the lookup was changed by too many at once")))
}

fn unavailable(fault: Fault) -> Problem {
    Problem::unavailable(&fault)
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
        assert_eq!(
            (one.mark(), one.mark().len()),
            (one.clone().added(Kind::More, false).mark(), 8)
        );
    }

    #[test]
    fn words_that_were_not_added_go_to_their_own_request_alone() {
        let reference = Reference::from_random([2; 16]);
        let [one, other] = [[3; 16], [4; 16]]
            .map(|bytes| Lookup::found(&reference, StatusSecret::from_random(bytes)));
        let words = || {
            let (text, token) = ("We moved.".to_owned(), "t".to_owned());
            Some(Unsent { kind: Kind::More, text, danger: true, token, about: one.mark() })
        };
        let text = |lookup: Lookup| lookup.unsent.map(|note| note.text);
        assert_eq!(text(one.clone().going_on_with(words())).as_deref(), Some("We moved."));
        assert_eq!(text(other.going_on_with(words())), None);
        let searching = Lookup::typed("x", Outcome::NotFound).going_on_with(words());
        assert_eq!(text(one.clone().going_on_with(searching.unsent)).as_deref(), Some("We moved."));
    }

    #[test]
    fn a_lookup_that_an_earlier_version_kept_is_still_read() {
        let kept = r#"{"v":1,"reference":"x","secret":"","outcome":"locked","text":"","refused":null,"added":null}"#;
        assert_eq!(serde_json::from_str::<Lookup>(kept).unwrap().outcome, Outcome::Locked);
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
