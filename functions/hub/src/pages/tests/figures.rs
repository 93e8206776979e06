//! Tests of the page of figures: it says what may be shown, in tables and drawings alike.

use ::figures::{FamilyFacts, Period, Tally};
use jiff::ToSpan as _;
use jiff::civil::date;
use pipeline::collect::InboxFigures;
use referral::{Need, ReferrerKind};

use super::*;

/// The figures of 40 families: 33 from schools, 7 from GPs; 37 need housing; 2 are claimed.
fn figures_of_forty() -> InboxFigures {
    let received: jiff::Timestamp = "2026-11-02T10:00:00Z".parse().unwrap();
    let family = |number: i64| FamilyFacts {
        received,
        received_on: date(2026, 11, 2),
        sources: vec![if number < 33 { ReferrerKind::School } else { ReferrerKind::Gp }],
        needs: if number < 37 { vec![Need::Housing] } else { vec![Need::Childcare] },
        state: if number < 2 { EntryState::Claimed } else { EntryState::New },
        claimed: Some(received.saturating_add(number.hours()).unwrap()),
        contacted: None,
        closed: None,
        outcome: None,
        scores: Vec::new(),
        referred_again: false,
        matches_open: 0,
        matches_same: 0,
        matches_different: 0,
    };
    let tally: Tally = (0..40).map(family).collect();
    let inbox = InboxId::parse("westminster-bessborough").unwrap();
    InboxFigures { inbox, figures: tally.publish() }
}

fn figures_page() -> String {
    let period: Period = "2026-Q4".parse().unwrap();
    crate::pages::figures(period, date(2026, 11, 21), &[figures_of_forty()], &localities())
}

#[test]
fn figures_are_shown_as_tables_and_as_drawings_of_the_same_numbers() {
    let page = figures_page();
    for shown in [
        "Bessborough Family Hub",
        "1 October 2026 to 31 December 2026",
        "This quarter is not over",
        "2026-Q3",
        ">33<",
        ">83%<",
        ">19 hours<",
        "School: 33; ",
        "<title id=\"plot-0-source-title\">Who asked for help, as bars</title>",
        "/hub/figures?quarter=2026-Q4&amp;format=csv",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    // The policy of the pages allows no style of an element's own.
    assert!(!page.contains("style="), "{page}");
}

#[test]
fn small_numbers_are_withheld_in_tables_and_drawings() {
    let page = figures_page();
    // Housing leaves 3 families, who need childcare: neither is told. 2 are taken, and so all is withheld of
    // how far the work is, and of how it ended.
    let withheld = "</th><td class=\"govuk-table__cell govuk-table__cell--numeric\">withheld<";
    for need in ["Housing", "Childcare and its costs"] {
        assert!(page.contains(&format!("{need}{withheld}")), "{need}: {page}");
    }
    assert_eq!(page.matches("Withheld, all of it.").count(), 2, "{page}");
    for told in [">37<", ">38<", ">3<", ">2<"] {
        assert!(!page.contains(told), "{told}: {page}");
    }
}
