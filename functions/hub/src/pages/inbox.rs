//! The list of entries, the most pressing first: tabs for several inboxes, a search, filters, rows that
//! say whom each entry is about, and the list's further pages.

mod filters;
mod paging;
mod row;

use ::pages::components::{Button, ErrorLink, Input};
use ::pages::{Attributes, Page};
use jiff::Timestamp;
use locality::Localities;
use maud::{Markup, html};
use pipeline::collect::{ListingPage, MOST_COUNTED, Worker, sees_manager_view};
use referral::InboxId;

use super::inbox_name;
use crate::list_view::ListView;

/// The name of the field for what is searched for.
pub(crate) const SOUGHT: &str = "sought";

const NOTHING_TO_SEARCH: &str = "Enter a reference, a name or a date of birth";

/// A page of the list, with all that is around it.
pub(crate) struct InboxPage<'a> {
    /// The rows of the page.
    pub(crate) page: &'a ListingPage,
    /// The list that was asked for.
    pub(crate) view: &'a ListView,
    /// The number of entries that wait in each of several inboxes.
    pub(crate) waiting: &'a [(InboxId, usize)],
    /// The worker who asked.
    pub(crate) worker: &'a Worker,
    /// The time at which it is shown.
    pub(crate) now: Timestamp,
    /// The rulebooks, which name the inboxes.
    pub(crate) localities: &'a Localities,
    /// Whether what was typed is nothing that one can search for.
    pub(crate) nothing_to_search: bool,
}

/// The page of the worker's entries.
pub(crate) fn inbox(shown: &InboxPage<'_>) -> String {
    let InboxPage { page, view, worker, localities, .. } = shown;
    let is_search = view.query.filter.sought.is_some();
    let title = if is_search { "Search results" } else { "Inbox" };
    let content = html! {
        h1 { (title) }
        @if let [only] = worker.inboxes.iter().collect::<Vec<_>>().as_slice() {
            p class="facts" { (inbox_name(only, localities)) }
        }
        (tabs(shown))
        (search(shown))
        (filters::filters(view))
        (count(page.total.unwrap_or(page.entries.len()), is_search))
        ol class="entries" { @for listing in &page.entries { (row::row(listing, shown)) } }
        (paging::pagination(view, page))
        @if !page.entries.is_empty() {
            p { a href=(view.link("/hub/export")) { "Download this list as a table (CSV)" } }
        }
    };
    let error = shown.nothing_to_search.then(|| ErrorLink::to(SOUGHT, NOTHING_TO_SEARCH));
    Page { errors: error.into_iter().collect(), ..super::signed_in(title, content) }.to_html()
}

/// A tab for each of several inboxes, with the number of entries that wait in it.
fn tabs(shown: &InboxPage<'_>) -> Markup {
    let InboxPage { view, waiting, worker, localities, .. } = shown;
    let chosen = view.query.inbox.as_ref();
    let tab = |inbox: Option<&InboxId>, name: &str, count: usize| {
        let more = if count >= MOST_COUNTED { "+" } else { "" };
        html! {
            li { a href=(view.link_to_inbox(inbox)) aria-current=[(inbox == chosen).then_some("page")] {
                (name) " (" (count) (more) span class="govuk-visually-hidden" { " waiting" } ")"
            } }
        }
    };
    let all = waiting.iter().map(|(_, count)| count).sum();
    html! {
        @if waiting.len() > 1 {
            nav aria-label="Inboxes" { ul class="filters" {
                (tab(None, "All inboxes", all))
                @for (inbox, count) in *waiting {
                    (tab(Some(inbox), &inbox_name(inbox, localities), *count))
                }
            } }
        }
        @if super::has_overview(worker) {
            p {
                a href="/hub/overview" { "How the work stands" }
                @if sees_manager_view(worker) { " " a href="/hub/figures" { "Figures" } }
            }
        }
    }
}

fn search(shown: &InboxPage<'_>) -> Markup {
    let is_wrong = shown.nothing_to_search;
    let input = Input {
        name: SOUGHT.to_owned(),
        label: "Find a family".into(),
        hint: Some("By reference, name or date of birth".into()),
        value: Some(shown.view.typed.clone()).filter(|typed| !typed.is_empty()),
        error_message: is_wrong.then(|| NOTHING_TO_SEARCH.into()),
        autocomplete: "off".to_owned(),
        spellcheck: Some(false),
        classes: "govuk-input--width-20".to_owned(),
        attributes: Attributes::new().with_some("aria-invalid", is_wrong.then_some("true")),
        ..Input::default()
    };
    html! {
        form method="post" action="/hub/search" class="search" role="search" novalidate {
            (input)
            (Button { classes: "govuk-button--secondary".to_owned(), ..Button::from("Search") })
        }
        @if shown.view.query.filter.sought.is_some() {
            p { a href="/hub" { "Show the whole inbox again" } }
        }
    }
}

fn count(count: usize, is_search: bool) -> Markup {
    html! {
        @match (count, is_search) {
            (0, true) => p { "Nobody was found. A name must be spelt as it was sent, from its beginning." },
            (0, false) => p { "There is nothing here." },
            (1, _) => p class="facts" { "1 entry" },
            (MOST_COUNTED.., _) => p class="facts" { (MOST_COUNTED) " entries or more" },
            (many, _) => p class="facts" { (many) " entries" },
        }
    }
}
