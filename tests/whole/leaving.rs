//! Tests of "Exit this page", as a browser without JavaScript follows it.

use e2e::html::tags;

use crate::stack;

#[test]
fn leaving_the_page_leads_away_and_clears_the_browsers_data() {
    let page = stack().get("/").send();
    let exit = tags(&page.body).into_iter().find(|tag| tag.text.contains("Exit this page"));
    let mut next = exit.unwrap().get("href").unwrap().to_owned();
    // The way leads by redirects, and by pages that lead on by themselves.
    for _ in 0..3 {
        let step = stack().get(next).send();
        assert!(step.header("clear-site-data").is_some(), "{step:?}");
        assert!(!step.body.contains("help"), "nothing says where somebody was: {step:?}");
        next = match step.header("location") {
            Some(location) => location.to_owned(),
            None => refresh(&step.body),
        };
        if next.starts_with("https://") {
            return;
        }
    }
    panic!("it leads nowhere: {next}");
}

/// The address to which a page leads by itself.
fn refresh(page: &str) -> String {
    let refresh = tags(page).into_iter().find(|tag| tag.get("http-equiv") == Some("refresh"));
    let refresh = refresh.unwrap_or_else(|| panic!("the page leads nowhere: {page}"));
    let (_, to) = refresh.get("content").unwrap().split_once("url=").expect("an address");
    to.to_owned()
}
