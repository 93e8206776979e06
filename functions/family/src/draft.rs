//! The family's form as it is kept while it is filled in: sealed, on the server, under a random id
//! that only this browser's cookie has.

mod contents;

use lambda_kit::http::{Cookie, Problem, Request};
use pipeline::drafts::{self, DraftId, Saved};
use pipeline::{Drafting, Fault};
use referral::text::FREE_TEXT_MAX;

pub(crate) use contents::{Form, Way};

use crate::kept::{self, Kept};

/// The place of the form that this browser fills in.
pub(crate) const FORM: Kept = Kept("form");
/// The hidden field that says which form a page belongs to, so that two tabs do not mix.
pub(crate) const FIELD: &str = "form";
/// The most bytes of a draft: an item of 400 KB holds it sealed.
const MAX_BYTES: usize = 300 * 1024;
/// The number of times that a change is made on what another request has saved meanwhile.
const TRIES: usize = 8;

/// A form that is being filled in.
pub(crate) struct Opened {
    /// The draft's id.
    pub(crate) id: DraftId,
    /// The form as it is kept.
    pub(crate) form: Form,
}

/// The reason why there is no form to go on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Missing {
    /// The browser has no cookie: nothing was begun here, or the browser keeps none.
    NotBegun,
    /// The form has ended: it was left for too long, or somebody left it for good.
    Ended,
    /// Another form was begun in another tab.
    Another,
}

impl Missing {
    /// The address of the start page, which says so.
    pub(crate) fn address(self) -> &'static str {
        match self {
            Self::NotBegun => "/?form=none",
            Self::Ended => "/?form=ended",
            Self::Another => "/?form=another",
        }
    }

    /// The reason that the start page was asked to tell.
    pub(crate) fn told(request: &Request) -> Option<Self> {
        let asked = request.query("form")?;
        let all = [Self::NotBegun, Self::Ended, Self::Another];
        all.into_iter().find(|one| one.address().ends_with(&format!("={asked}")))
    }
}

/// The value of the hidden field on the pages of a form. It does not show the form's id.
pub(crate) fn mark(id: &DraftId) -> String {
    kept::mark("hubward-form", &id.secret())
}

/// Begins a form; the answer is the cookie that keeps it.
pub(crate) async fn begin<W: Drafting>(world: &W, form: &Form) -> Result<Cookie, Problem> {
    FORM.begin(world, &written(form)?).await.map_err(unavailable)
}

/// The form of this browser.
pub(crate) async fn open<W: Drafting>(
    world: &W,
    request: &Request,
) -> Result<Result<Opened, Missing>, Problem> {
    let Some(id) = FORM.id_of(request) else { return Ok(Err(Missing::NotBegun)) };
    let form = read(world, &id).await?;
    Ok(form.map(|(form, _)| Opened { id, form }).ok_or(Missing::Ended))
}

/// Changes the form, and answers what the change answered. Where another request has saved it since
/// it was read, the change is made again on that: it must come to the same, however often it is made.
///
/// If the process dies, the form is as it was, or changed; the browser's next request finds either.
pub(crate) async fn change<W: Drafting, T>(
    world: &W,
    id: &DraftId,
    change: impl Fn(&mut Form) -> T,
) -> Result<Result<T, Missing>, Problem> {
    for _ in 0..TRIES {
        let Some((mut form, version)) = read(world, id).await? else {
            return Ok(Err(Missing::Ended));
        };
        let answer = change(&mut form);
        let contents = match written(&form) {
            // Texts too long to keep are too long to send, and stay so when shortened: their error is shown.
            Err(_) => {
                form.answers.shorten(FREE_TEXT_MAX + 1);
                written(&form)?
            }
            Ok(contents) => contents,
        };
        match drafts::save(world, id, version, &contents).await.map_err(unavailable)? {
            Saved::Saved => return Ok(Ok(answer)),
            Saved::Gone => return Ok(Err(Missing::Ended)),
            Saved::Changed => {}
        }
    }
    Err(unavailable(Fault::Transient("the form was changed by too many at once")))
}

async fn read<W: Drafting>(world: &W, id: &DraftId) -> Result<Option<(Form, u64)>, Problem> {
    let draft = drafts::read(world, id).await.map_err(unavailable)?;
    // A form that another version of this function wrote, and that cannot be read, has ended.
    Ok(draft.and_then(|draft| Some((Form::read(&draft.contents)?, draft.version))))
}

fn written(form: &Form) -> Result<Vec<u8>, Problem> {
    let bytes =
        form.write().map_err(|_| unavailable(Fault::Broken("the form cannot be written")))?;
    if bytes.len() > MAX_BYTES { Err(Problem::too_large(MAX_BYTES)) } else { Ok(bytes) }
}

fn unavailable(fault: Fault) -> Problem {
    Problem::unavailable(&fault)
}

#[cfg(test)]
mod tests {
    use lambda_kit::http::Method;

    use super::*;

    #[test]
    fn the_start_page_is_told_why_there_is_no_form() {
        for missing in [Missing::NotBegun, Missing::Ended, Missing::Another] {
            let told = missing.address().split_once('=').unwrap().1;
            let request = Request::builder(Method::GET, "GET /").query("form", told).build();
            assert_eq!(Missing::told(&request), Some(missing));
        }
        for other in ["", "d", "spent"] {
            let request = Request::builder(Method::GET, "GET /").query("form", other).build();
            assert_eq!(Missing::told(&request), None, "{other}");
        }
    }
}
