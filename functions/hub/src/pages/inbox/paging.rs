//! The further pages of a list: the one before, the one after, and numbers in between.

use ::pages::components::{ArrowLink, PageLink, Pagination};
use maud::{Markup, html};

use crate::site::{Asked, PER_PAGE};

/// The pages of the list of `total` rows; nothing where one page holds them all.
pub(super) fn pagination(asked: &Asked, total: usize) -> Markup {
    let pages = total.div_ceil(PER_PAGE);
    let here = asked.page;
    let arrow = |page: usize| ArrowLink { href: asked.link_to_page(page), ..ArrowLink::default() };
    let mut items = Vec::new();
    let mut last = 0;
    for page in numbers(here, pages) {
        if page > last + 1 {
            items.push(PageLink { ellipsis: true, ..PageLink::default() });
        }
        items.push(PageLink {
            number: page.to_string(),
            href: asked.link_to_page(page),
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
    use pipeline::collect::Query;

    use super::*;

    fn shown(here: usize, pages: usize) -> Vec<usize> {
        numbers(here, pages).collect()
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
        let asked = Asked::for_page(1, Query::default());
        assert_eq!(pagination(&asked, PER_PAGE).into_string(), "");
        let two = pagination(&asked, PER_PAGE + 1).into_string();
        assert!(two.contains("page=2") && two.contains("aria-current"), "{two}");
        assert!(two.contains("Next") && !two.contains("Previous"), "{two}");
    }

    #[test]
    fn a_page_behind_the_last_one_leads_back() {
        let asked = Asked::for_page(7, Query::default());
        let page = pagination(&asked, 30).into_string();
        assert!(page.contains("Previous") && page.contains("page=2"), "{page}");
    }
}
