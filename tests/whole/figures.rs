//! Tests of figures on the hub's pages: who sees them, and that no small number is in any form of them.

use e2e::family::family_at;

use crate::hub_page::{page, session};
use crate::stack;

const NEWPORT: &str = "isle-of-wight-newport";

/// The quarter in which the tests run, as the page names it.
fn this_quarter(shown: &str) -> String {
    let (before, _) = shown.split_once(" (so far)").unwrap();
    let name = before.trim_end_matches("</a>").trim_end_matches("</strong>");
    name.chars().skip(name.chars().count() - 7).collect()
}

#[test]
fn only_a_manager_sees_figures() {
    let worker = session(NEWPORT);
    assert_eq!(page(&worker, "/hub/figures").status, 403);
    assert!(!page(&worker, "/hub").body.contains("/hub/figures"));
    stack().get("/v1/figures").by(stack().worker_of(NEWPORT)).send().problem(403);
    let manager = stack().session_of("manager");
    assert!(page(&manager, "/hub").body.contains("/hub/figures"));
    assert_eq!(page(&manager, "/hub/figures?quarter=2026-Q5").status, 400);
    assert_eq!(page(&manager, "/hub/figures?inbox=nowhere").status, 404);
}

#[test]
fn a_file_of_figures_has_no_small_number_and_says_what_the_page_says() {
    let manager = stack().session_of("manager");
    for _ in 0..7 {
        stack().post_referral(&family_at("SW1V 2AA"));
    }
    let shown = page(&manager, "/hub/figures");
    assert_eq!(shown.status, 200, "{shown:?}");
    let quarter = this_quarter(&shown.body);
    let path = format!("/hub/figures?quarter={quarter}&format=csv");
    let file = stack().get(path).header("cookie", &manager).send();
    assert_eq!(file.status, 200, "{file:?}");
    assert!(file.header("content-type").unwrap().starts_with("text/csv"), "{file:?}");
    let lines: Vec<&str> = file.body.lines().skip(1).collect();
    assert!(lines.len() > 60, "{file:?}");
    for line in lines {
        let cells: Vec<&str> = line[1..line.len() - 1].split("\",\"").collect();
        let (unit, value) = (cells[6], cells[7]);
        let counted = unit == "families" || unit == "matches";
        let small = value.parse().is_ok_and(|value: u64| (1..=5).contains(&value));
        assert!(!(counted && small), "{line}");
        assert!(value == "withheld" || value.parse::<u64>().is_ok(), "{line}");
    }
}
