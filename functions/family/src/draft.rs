//! The family's form as it is kept while it is filled in: sealed, on the server, under a random id
//! that only this browser's cookie has.

mod contents;

use lambda_kit::http::{Cookie, Problem, Request};
use pipeline::Drafting;
use pipeline::drafts::DraftId;

pub(crate) use contents::{Form, Way};

use filling::Kept;

/// The place of the form that this browser fills in.
pub(crate) const FORM: Kept = Kept("form");
/// The hidden field that says which form a page belongs to, so that two tabs do not mix.
pub(crate) const FIELD: &str = "form";

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
    filling::mark("hubward-form", &id.secret())
}

/// Begins a form; the answer is the cookie that keeps it.
pub(crate) async fn begin<W: Drafting>(world: &W, form: &Form) -> Result<Cookie, Problem> {
    FORM.begin(world, form).await
}

/// The form of this browser.
pub(crate) async fn open<W: Drafting>(
    world: &W,
    request: &Request,
) -> Result<Result<Opened, Missing>, Problem> {
    let Some(id) = FORM.id_of(request) else { return Ok(Err(Missing::NotBegun)) };
    let form = filling::read(world, &id).await?;
    Ok(form.map(|(form, _)| Opened { id, form }).ok_or(Missing::Ended))
}

/// Changes the form, as [`filling::change`] changes a draft.
pub(crate) async fn change<W: Drafting, T>(
    world: &W,
    id: &DraftId,
    change: impl Fn(&mut Form) -> T,
) -> Result<Result<T, Missing>, Problem> {
    Ok(filling::change(world, id, change).await?.ok_or(Missing::Ended))
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
