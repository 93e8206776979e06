//! The notes that a family or a sender added to a referral, above what it said first.

use maud::{Markup, html};
use pipeline::collect::{OpenedNote, OpenedReferral};
use pipeline::notes::Note;

use referral::{Lane, WithdrawalReason};

use super::text;
use crate::when;

/// A line at the top of an entry that leads to its notes; nothing where there are none.
pub(in crate::pages) fn line(referrals: &[OpenedReferral]) -> Markup {
    let notes: Vec<&OpenedNote> = referrals.iter().flat_map(|one| &one.notes).collect();
    html! {
        @if !notes.is_empty() {
            p {
                @if notes.iter().any(|note| matches!(note.said, Some(Note::Concern(_)))) {
                    strong { "The family says that somebody is being hurt, or could be." } " "
                }
                @if notes.iter().any(|note| corrects(note) && tells_of_a_concern(note)) {
                    strong { "The sender’s correction tells of a safeguarding concern." } " "
                }
                @if notes.iter().any(|note| asks_to_withdraw(note)) {
                    strong { "The family asks to withdraw. Confirm it by the safe way first." } " "
                }
                @if notes.iter().any(|note| withdraws(note)) {
                    strong { "The sender withdrew a referral." } " "
                }
                @if notes.iter().any(|note| corrects(note)) {
                    strong { "The sender corrected a referral." } " "
                }
                "Added after it was sent: "
                @for (at, note) in notes.iter().enumerate() {
                    @if at > 0 { ", " }
                    a href={ "#note-" (note.id) } { (when::in_words(note.written_at)) }
                }
            }
        }
    }
}

/// One note, with what a worker is to do about it.
pub(super) fn note(opened: &OpenedNote) -> Markup {
    let (asks, concern) = (asks_to_withdraw(opened), tells_of_a_concern(opened));
    let careful = asks || concern || withdraws(opened);
    html! {
        div id={ "note-" (opened.id) } class=(if careful { "careful" } else { "govuk-inset-text" }) {
            h3 {
                @if withdraws(opened) {
                    "The sender withdrew this referral"
                } @else if corrects(opened) {
                    "The sender corrected this referral"
                } @else if asks {
                    "The family asks to withdraw"
                } @else if concern {
                    "Somebody is being hurt, or could be"
                } @else {
                    "The family added"
                }
                ", " (when::in_words(opened.written_at))
            }
            @match &opened.said {
                None => p { "This note cannot be read. Ask your service desk for help, and name the reference." },
                Some(said) => {
                    @if let Note::Withdrawal { reason, .. } = said { (withdrawal(*reason)) }
                    @if asks {
                        p { strong { "Confirm it by the safe way of contact before you close anything: somebody else may have asked." } }
                    }
                    @if concern {
                        p { strong { "Follow your safeguarding procedure now. Call the front door if you are not sure." } }
                    }
                    @if let Some(words) = text(said.text()) { p dir="auto" { (words) } }
                },
            }
        }
    }
}

/// The reason for which a sender withdrew, and what a worker is to do about it.
fn withdrawal(reason: WithdrawalReason) -> Markup {
    html! {
        p { "Their reason: " (reason.label()) "." }
        @if reason.ends_as().is_none() {
            p { strong { "Confirm it by the safe way of contact before you close anything: somebody may have made the family ask." } }
        } @else {
            p { "Where nothing else is to be done for the family, close the entry. If it holds other referrals, go on with those." }
        }
    }
}

fn withdraws(note: &OpenedNote) -> bool {
    matches!(note.said, Some(Note::Withdrawal { .. }))
}

fn corrects(note: &OpenedNote) -> bool {
    matches!(note.said, Some(Note::Correction(_)))
}

fn asks_to_withdraw(note: &OpenedNote) -> bool {
    matches!(note.said, Some(Note::AskToWithdraw(_)))
}

fn tells_of_a_concern(note: &OpenedNote) -> bool {
    match &note.said {
        Some(Note::Concern(_)) => true,
        Some(Note::Correction(corrected)) => corrected.lane() == Lane::Safeguarding,
        _ => false,
    }
}
