//! Tests of the notes that a family added, on the list and on the opened entry.

use pipeline::collect::OpenedNote;
use pipeline::notes::Note;
use referral::{FreeText, NoteId};

use super::*;

/// The page of an entry whose one referral has these notes.
fn with_notes(said: Vec<Option<Note>>) -> String {
    let mut opened = opened(entry_in(EntryState::New, None, LATER), true);
    let note =
        |(byte, said)| OpenedNote { id: NoteId::from_random([byte; 16]), written_at: now(), said };
    opened.referrals[0].notes = (1..).zip(said).map(note).collect();
    super::entry(&opened, &worker("me"), now(), None, &localities(), &View::default())
}

fn words(text: &str) -> FreeText {
    FreeText::parse(text).unwrap()
}

#[test]
fn what_a_family_added_is_shown_escaped_with_its_referral() {
    let page = with_notes(vec![Some(Note::MoreToTell(words("We <b>moved</b>."))), None]);
    assert!(page.contains("We &lt;b&gt;moved&lt;/b&gt;."));
    assert!(page.contains("This note cannot be read."));
    assert!(!page.contains("asks to withdraw"));
    // The line at the top leads to each.
    for id in after(&page, "href=\"#note-") {
        assert!(page.contains(&format!("id=\"note-{id}\"")), "{id}");
    }
    assert_eq!(after(&page, "href=\"#note-").count(), 2);
}

#[test]
fn a_wish_to_withdraw_is_to_be_confirmed_and_withdraws_nothing() {
    for said in [None, Some(words("It is better now."))] {
        let page = with_notes(vec![Some(Note::AskToWithdraw(said.clone()))]);
        assert!(page.contains("The family asks to withdraw"));
        assert!(page.contains("Confirm it by the safe way"));
        assert_eq!(page.contains("It is better now."), said.is_some());
        assert!(page.contains("/claim\""), "the entry is as it was");
    }
}

#[test]
fn the_list_says_where_there_is_news_on_open_and_closed_entries() {
    for (state, news_since, times) in [
        (EntryState::New, None, 0),
        (EntryState::InProgress, Some(now()), 1),
        (EntryState::Closed, Some(now()), 1),
    ] {
        let entry = EntryRow { news_since, ..entry_in(state, None, LATER) };
        let page =
            list_page(&ListingPage { entries: vec![listing(entry)], next: None, total: None });
        assert_eq!(page.matches("News from the family").count(), times, "{state:?}");
    }
}
