//! Tests of the log on an opened entry, and of its forms.

use pipeline::collect::{Contact, LogItem, LogThread, Logged, Task};
use referral::{ContactDirection, ContactLog, ContactWay, ContactWith, FreeText, LogId};

use super::*;
use crate::logged::{Typed, from_form};

fn item(byte: u8, by: &str, said: Logged) -> LogItem {
    let said = Some((person(by).id, said));
    LogItem { id: LogId::from_random([byte; 16]), written_at: now(), said }
}

fn words(text: &str) -> FreeText {
    FreeText::parse(text).unwrap()
}

fn contact() -> Logged {
    Logged::Contact(Contact {
        code: ContactLog::NoAnswer,
        direction: ContactDirection::ToFamily,
        way: ContactWay::Call,
        with: ContactWith::Nobody,
        on: TODAY,
        at: None,
        words: Some(words("Rang <twice>")),
    })
}

fn with_log(log: Vec<LogThread>, view: &View) -> String {
    let mut opened = opened(entry_in(EntryState::InProgress, Some("me"), LATER), true);
    opened.log = log;
    super::super::entry(&opened, &worker("me"), now(), None, &localities(), view)
}

#[test]
fn what_was_written_down_is_shown_escaped_with_its_worker_and_what_it_corrected() {
    let log = vec![
        LogThread { now: item(1, "me", contact()), earlier: Vec::new() },
        LogThread {
            now: item(2, "them", Logged::Retracted { words: None }),
            earlier: vec![item(3, "them", Logged::Note { words: words("Of another family") })],
        },
    ];
    let page = with_log(log, &View::default());
    for shown in [
        "Rang &lt;twice&gt;",
        "21 November 2026. We got in touch: Phone call, Nobody.",
        "by you",
        "by them",
        "Written in error",
        "Of another family",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    // An item that was taken back is not corrected.
    assert_eq!(page.matches("?correct=").count(), 1);
}

#[test]
fn a_task_is_done_by_one_button_that_sends_its_words_again() {
    let task = Task { words: words("Ring the school"), due: Some(TODAY), done: false };
    let open = LogThread { now: item(1, "me", Logged::Task(task.clone())), earlier: Vec::new() };
    let page = with_log(vec![open], &View::default());
    assert!(page.contains("value=\"Ring the school\"") && page.contains("Mark as done"));
    let done = Logged::Task(Task { done: true, ..task });
    let done = LogThread { now: item(2, "me", done), earlier: Vec::new() };
    assert!(!with_log(vec![done], &View::default()).contains("Mark as done"));
}

#[test]
fn a_form_with_faults_is_open_with_what_was_typed_and_a_message_at_each_field() {
    let form = [("words", "Rang <b>"), ("on-day", "31"), ("on-month", "2"), ("on-year", "2026")];
    let form: Vec<_> = form.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    let typed = from_form("contact", &form).err().unwrap();
    let page = with_log(Vec::new(), &View { typed: Some(typed), ..View::default() });
    assert!(page.contains("<title>Error: ") && page.contains("Rang &lt;b&gt;</textarea>"));
    for field in ["code", "direction", "way", "with", "on-day"] {
        let id = format!("log-contact-{field}");
        assert!(page.contains(&format!("href=\"#{id}\"")), "{field}");
        assert!(page.contains(&format!("id=\"{id}\"")), "{field}");
    }
}

#[test]
fn a_correction_names_the_item_and_can_take_it_back() {
    let typed = Typed::correcting(&item(7, "me", contact()));
    let page = with_log(Vec::new(), &View { typed, ..View::default() });
    let id = LogId::from_random([7; 16]).to_string();
    assert_eq!(page.matches(&format!("name=\"replaces\" value=\"{id}\"")).count(), 2);
    assert!(page.contains("It was written in error") && page.contains("Rang &lt;twice&gt;"));
}

#[test]
fn a_page_to_print_has_no_forms_and_opens_what_is_folded() {
    let thread =
        LogThread { now: item(1, "me", contact()), earlier: vec![item(2, "me", contact())] };
    let page = with_log(vec![thread], &View { purpose: Purpose::Paper, ..View::default() });
    assert!(!page.contains("action=\"/hub/entries/") && page.contains("<details open>"));
    assert!(page.contains("Rang &lt;twice&gt;"));
}

#[test]
fn what_was_done_is_told_by_its_code_alone() {
    let view = |code: &str| View { done: Some(code.to_owned()), ..View::default() };
    assert!(with_log(Vec::new(), &view("contact")).contains("The contact is on the log."));
    assert!(!with_log(Vec::new(), &view("<b>anything")).contains("anything"));
}
