//! The notes that a family added to its referral, above what it said first.

use maud::{Markup, html};
use pipeline::collect::OpenedNote;
use pipeline::notes::Note;

use super::text;
use crate::when;

/// One note, with what a worker is to do about it.
pub(super) fn note(opened: &OpenedNote) -> Markup {
    let asks_to_withdraw = matches!(opened.said, Some(Note::AskToWithdraw(_)));
    html! {
        div class=(if asks_to_withdraw { "note careful" } else { "note" }) {
            h3 {
                @if asks_to_withdraw { "The family asks to withdraw" } @else { "The family added" }
                " on " (when::in_words(opened.written_at))
            }
            @match &opened.said {
                None => p { "This note cannot be read. Ask your service desk for help, and name the reference." },
                Some(said) => {
                    @if asks_to_withdraw {
                        p { strong { "Confirm it by the safe way of contact before you close anything: somebody else may have asked." } }
                    }
                    @if let Some(words) = text(said.text()) { p class="words" { (words) } }
                },
            }
        }
    }
}
