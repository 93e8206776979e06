//! Reading and changing the contents of a draft.

use lambda_kit::http::Problem;
use pipeline::drafts::{self, DraftId, Saved};
use pipeline::{Drafting, Fault};

/// The most bytes of a draft: an item of 400 KB holds it sealed.
const MAX_BYTES: usize = 300 * 1024;
/// The number of times that a change is made on what another request has saved meanwhile.
const TRIES: usize = 8;

/// The contents of a draft.
pub trait Contents: Sized {
    /// Reads contents as [`Contents::write`] writes them; `None` if another version wrote them.
    fn read(bytes: &[u8]) -> Option<Self>;
    /// Writes the contents.
    fn write(&self) -> Result<Vec<u8>, serde_json::Error>;
    /// Shortens texts that are too long to send to the shortest length that still is: their error is
    /// shown, and they are kept.
    fn shorten(&mut self);
}

/// The contents of a draft, with its version; `None` if it has ended, or was written by a version of the
/// function whose drafts cannot be read.
pub async fn read<W: Drafting, C: Contents>(
    world: &W,
    id: &DraftId,
) -> Result<Option<(C, u64)>, Problem> {
    let draft = drafts::read(world, id).await.map_err(unavailable)?;
    Ok(draft.and_then(|draft| Some((C::read(&draft.contents)?, draft.version))))
}

/// Changes a draft, and answers what the change answered; `None` if the draft has ended. Where another
/// request has saved it since it was read, the change is made again on that: it must come to the same,
/// however often it is made.
///
/// If the process dies, the draft is as it was, or changed; the browser's next request finds either.
pub async fn change<W: Drafting, C: Contents, T>(
    world: &W,
    id: &DraftId,
    change: impl Fn(&mut C) -> T,
) -> Result<Option<T>, Problem> {
    for _ in 0..TRIES {
        let Some((mut contents, version)) = read::<_, C>(world, id).await? else {
            return Ok(None);
        };
        let answer = change(&mut contents);
        let bytes = match written(&contents) {
            Err(_) => {
                contents.shorten();
                written(&contents)?
            }
            Ok(bytes) => bytes,
        };
        match drafts::save(world, id, version, &bytes).await.map_err(unavailable)? {
            Saved::Saved => return Ok(Some(answer)),
            Saved::Gone => return Ok(None),
            Saved::Changed => {}
        }
    }
    Err(unavailable(Fault::Transient("the form was changed by too many at once")))
}

/// The bytes of contents, if they are not too many to keep.
pub(crate) fn written<C: Contents>(contents: &C) -> Result<Vec<u8>, Problem> {
    let broken = |_| unavailable(Fault::Broken("the form cannot be written"));
    let bytes = contents.write().map_err(broken)?;
    if bytes.len() > MAX_BYTES { Err(Problem::too_large(MAX_BYTES)) } else { Ok(bytes) }
}

pub(crate) fn unavailable(fault: Fault) -> Problem {
    Problem::unavailable(&fault)
}
