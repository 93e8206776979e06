//! The further pages of a list: the one before, the one after, and numbers in between.

use ::pages::components::{ArrowLink, PageLink, Pagination};
use maud::{Markup, html};
use pipeline::collect::ListingPage;

use crate::list_view::{ListView, PER_PAGE};

/// The pages of the list around one of them; nothing where one page holds all rows.
pub(super) fn pagination(view: &ListView, page: &ListingPage) -> Markup {
    let here = view.page;
    // The rows of a long list are not all counted, so there may be more pages than these.
    let known = page.total.unwrap_or_default().div_ceil(PER_PAGE);
    let reached = if page.entries.is_empty() { 0 } else { here + usize::from(page.next.is_some()) };
    let pages = known.max(reached);
    let arrow = |page: usize| ArrowLink { href: view.link_to_page(page), ..ArrowLink::default() };
    let mut items = Vec::new();
    let mut last = 0;
    for page in numbers(here, pages) {
        if page > last + 1 {
            items.push(PageLink { ellipsis: true, ..PageLink::default() });
        }
        items.push(PageLink {
            number: page.to_string(),
            href: view.link_to_page(page),
            current: page == here,
            ..PageLink::default()
        });
        last = page;
    }
    let pagination = Pagination {
        items,
        previous: (here > 1).then(|| arrow((here - 1).min(pages.max(1)))),
        next: (here < pages).then(|| arrow(here + 1)),
        landmark_label: "Pages of the list".to_owned(),
        ..Pagination::default()
    };
    html! { @if pages > 1 || here > 1 { (pagination) } }
}

/// The pages that have a number: the first, the last, and those beside this one.
fn numbers(here: usize, pages: usize) -> impl Iterator<Item = usize> {
    (1..=pages).filter(move |&page| page == 1 || page == pages || page.abs_diff(here) <= 1)
}

#[cfg(test)]
mod tests {
    use pipeline::collect::{Listing, Query};

    use super::*;
    use crate::pages::tests::listing_of;

    fn shown(here: usize, pages: usize) -> Vec<usize> {
        numbers(here, pages).collect()
    }

    /// The pages around one of them, of a list of this many rows that are counted.
    fn around(page: usize, total: usize, entries: &[Listing]) -> String {
        let next = (!entries.is_empty()).then(|| "a rank".to_owned());
        let view = ListView::for_page(page, Query::default());
        let page = ListingPage { entries: entries.to_vec(), next, total: Some(total) };
        pagination(&view, &page).into_string()
    }

    #[test]
    fn a_list_goes_on_behind_what_is_counted() {
        let page = around(60, 1_000, &[listing_of("Amina")]);
        for link in ["page=1\"", "page=59", "page=61"] {
            assert!(page.contains(link), "{link}: {page}");
        }
    }

    #[test]
    fn the_first_the_last_and_the_pages_beside_are_numbered() {
        assert_eq!(shown(1, 3), [1, 2, 3]);
        assert_eq!(shown(5, 9), [1, 4, 5, 6, 9]);
        assert_eq!(shown(9, 9), [1, 8, 9]);
        assert_eq!(shown(1, 0), [0; 0]);
    }

    #[test]
    fn one_page_has_no_pages_around_it() {
        assert_eq!(around(1, PER_PAGE, &[]), "");
        let two = around(1, PER_PAGE + 1, &[]);
        assert!(two.contains("page=2") && two.contains("aria-current"), "{two}");
        assert!(two.contains("Next") && !two.contains("Previous"), "{two}");
    }

    #[test]
    fn a_page_behind_the_last_one_leads_back() {
        let page = around(7, 30, &[]);
        assert!(page.contains("Previous") && page.contains("page=2"), "{page}");
    }
}
