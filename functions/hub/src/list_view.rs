//! The list that an address asks for: the inbox, the filters, the page, and what is searched for.
//!
//! What a worker types to search stands in no address as it is: the address holds it sealed, for the
//! session that it was typed in.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use formats::form;
use lambda_kit::http::{Problem, Request};
use matching::search::SoughtName;
use pipeline::collect::{Query, Sought};
use pipeline::ports::{Fault, Open as _, Seal as _, SearchKeeping};
use pipeline::rows::{Part, SearchKey};
use referral::text::clean_line;
use referral::{InboxId, Reference};

/// The most entries on a page of the list.
pub(crate) const PER_PAGE: usize = 20;

/// The most characters that are searched for.
const LONGEST: usize = 100;

/// The list that is asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct ListView {
    /// The query of its page.
    pub(crate) query: Query,
    /// The number of the page, from 1.
    pub(crate) page: usize,
    /// The words that are searched for, as they were typed.
    pub(crate) typed: String,
    /// The same, sealed, as addresses hold them.
    sealed: Option<String>,
}

impl ListView {
    /// A page of the list of a query, in which nothing is searched for.
    #[cfg(test)]
    pub(crate) fn for_page(page: usize, query: Query) -> Self {
        Self { query, page, ..Self::default() }
    }

    /// Reads an address. Without a filter, it asks for what waits.
    pub(crate) fn read(request: &Request) -> Result<Self, Problem> {
        let mut query = ::api::inbox_query(request)?;
        let sealed = request.query("search").filter(|text| !text.is_empty()).map(str::to_owned);
        let says_part = request.query("part").is_some_and(|part| !part.is_empty());
        if !says_part && query.filter.state.is_none() && sealed.is_none() {
            query.filter.part = Part::Waiting;
        }
        let page = request.query("page").and_then(|page| page.parse().ok()).unwrap_or(1).max(1);
        query.limit = PER_PAGE;
        query.skip = PER_PAGE.saturating_mul(page - 1);
        (query.after, query.counts) = (None, true);
        Ok(Self { query, page, typed: String::new(), sealed })
    }

    /// Opens what is searched for. `false` if it was sealed in another session: then it is not known
    /// any more.
    pub(crate) async fn open_search<W: SearchKeeping>(
        &mut self,
        world: &W,
        key: SearchKey,
    ) -> Result<bool, Fault> {
        let Some(sealed) = &self.sealed else { return Ok(true) };
        let Ok(sealed) = URL_SAFE_NO_PAD.decode(sealed) else { return Ok(false) };
        let plain = match world.vault().open(key, &sealed).await {
            Ok(plain) => plain,
            Err(Fault::Broken(_)) => return Ok(false),
            Err(fault) => return Err(fault),
        };
        self.typed = String::from_utf8(plain).unwrap_or_default();
        self.query.filter.sought = sought(&self.typed);
        Ok(self.query.filter.sought.is_some())
    }

    /// The address of this list under a path, with its filters and its search.
    pub(crate) fn link(&self, path: &str) -> String {
        let pairs = self.pairs();
        let pairs: Vec<String> =
            pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }

    /// The address of another page of this list.
    pub(crate) fn link_to_page(&self, page: usize) -> String {
        let link = self.link("/hub");
        let sign = if link.contains('?') { '&' } else { '?' };
        format!("{link}{sign}page={page}")
    }

    /// The address of the same list of another inbox, or of all.
    pub(crate) fn link_to_inbox(&self, inbox: Option<&InboxId>) -> String {
        let query = Query { inbox: inbox.cloned(), ..self.query.clone() };
        Self { query, ..self.clone() }.link("/hub")
    }

    /// The parameters of the address. All are codes, or sealed.
    pub(crate) fn pairs(&self) -> Vec<(&'static str, String)> {
        let filter = &self.query.filter;
        let part = match filter.part {
            Part::Waiting => None,
            Part::All if filter.state.is_some() || self.sealed.is_some() => None,
            Part::All => Some("all"),
            Part::Done => Some("done"),
        };
        let code = |code: Option<&str>| code.map(str::to_owned);
        let all = [
            ("inbox", code(self.query.inbox.as_ref().map(InboxId::as_str))),
            ("part", code(part)),
            ("state", code(filter.state.map(referral::EntryState::code))),
            ("age", code(filter.age.map(referral::AgeBand::code))),
            ("need", code(filter.need.map(referral::Need::code))),
            ("sender", code(filter.sender.map(referral::ReferrerKind::code))),
            ("mine", code(filter.mine.then_some("yes"))),
            ("late", code(filter.late.then_some("yes"))),
            ("search", self.sealed.clone()),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

/// The address at which the families are listed that somebody searches for in a session; `None` if it
/// is nothing that one can search for.
pub(crate) async fn address_of_search<W: SearchKeeping>(
    world: &W,
    key: SearchKey,
    typed: &str,
) -> Result<Option<String>, Fault> {
    let typed = clean_line(typed);
    if sought(&typed).is_none() {
        return Ok(None);
    }
    let sealed = world.vault().seal(key, typed.as_bytes()).await?;
    Ok(Some(format!("/hub?search={}", URL_SAFE_NO_PAD.encode(sealed))))
}

/// What somebody searches for: a reference, a date, or else a name.
fn sought(typed: &str) -> Option<Sought> {
    if typed.chars().count() > LONGEST {
        return None;
    }
    if let Ok(reference) = Reference::parse(typed) {
        return Some(Sought::Reference(reference));
    }
    if let Some(day) = form::day(typed, "", "").ok().flatten() {
        return Some(Sought::Birth(day));
    }
    SoughtName::parse(typed).map(Sought::Name)
}

#[cfg(test)]
mod tests {
    use lambda_kit::http::Method;
    use referral::EntryState;

    use super::*;

    fn view(pairs: &[(&str, &str)]) -> ListView {
        let request = Request::builder(Method::GET, "GET /hub");
        let add = |request: lambda_kit::http::RequestBuilder, (name, value): &(&str, &str)| {
            request.query(name, value)
        };
        ListView::read(&pairs.iter().fold(request, add).build()).unwrap()
    }

    #[test]
    fn what_waits_is_listed_unless_something_else_is_asked_for() {
        assert_eq!(view(&[]).query.filter.part, Part::Waiting);
        assert_eq!(view(&[("part", "all")]).query.filter.part, Part::All);
        let closed = view(&[("state", "closed")]).query.filter;
        assert_eq!((closed.part, closed.state), (Part::All, Some(EntryState::Closed)));
        assert_eq!(view(&[("search", "x")]).query.filter.part, Part::All, "a search finds all");
    }

    #[test]
    fn an_address_leads_back_to_the_same_list() {
        let pairs = [
            ("inbox", "westminster-portman"),
            ("state", "new"),
            ("age", "under_5"),
            ("need", "parenting"),
            ("sender", "school"),
            ("mine", "yes"),
            ("late", "yes"),
            ("search", "c2VhbGVk"),
        ];
        let list = view(&pairs);
        let expected = pairs.map(|(name, value)| format!("{name}={value}")).join("&");
        assert_eq!(list.link("/hub"), format!("/hub?{expected}"));
        assert_eq!(view(&[("page", "3")]).link("/hub"), "/hub");
        assert_eq!(view(&[]).link_to_page(2), "/hub?page=2");
        assert_eq!(view(&[("late", "yes")]).link_to_page(2), "/hub?late=yes&page=2");
        assert_eq!(view(&[("part", "all")]).link("/hub"), "/hub?part=all");
    }

    #[test]
    fn a_page_s_number_says_how_many_rows_come_before() {
        let page = |text| view(&[("page", text)]);
        assert_eq!([page("1"), page("0"), page("x")].map(|list| list.query.skip), [0, 0, 0]);
        assert_eq!((page("3").page, page("3").query.skip), (3, 40));
        assert!(page(&usize::MAX.to_string()).query.skip > 40, "no overflow");
    }

    #[test]
    fn references_dates_and_names_are_told_apart() {
        let kind = |typed| sought(typed).map(|sought| sought.code());
        let reference = Reference::from_random([7; 16]).as_str();
        assert_eq!(kind(&reference), Some("reference"));
        assert_eq!(kind("6 May 2020"), Some("date_of_birth"));
        assert_eq!(kind("06/05/2020"), Some("date_of_birth"));
        for name in ["Nguyễn", "amina okafor", "محمد", "2020", "31/02/2020"] {
            assert_eq!(kind(name), Some("name"), "{name}");
        }
        assert_eq!(kind(" – "), None);
        assert_eq!(kind(&"a".repeat(101)), None);
    }
}
