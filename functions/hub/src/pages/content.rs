//! One referral in words: every answer, under the names that people use.

mod answers;
mod as_given;
mod corrected;
mod home;
mod notes;
mod people;
mod sent_by;

use locality::Placement;
use maud::{Markup, html};
use pipeline::collect::{OpenedReferral, said_by};
use pipeline::rows::Sender;
use referral::{Children, EntryId, PersonName, Referral};

pub(super) use answers::{NOT_ANSWERED, answer, day_in_words, label, phone, row, text, whole};

pub(super) use notes::line as notes_line;

use self::answers::list;
use self::sent_by::sent_by;
use super::view::View;
use crate::when;

/// The section for one referral of an entry.
pub(super) fn referral(opened: &OpenedReferral, entry: EntryId, view: &View) -> Markup {
    let OpenedReferral { state, placement, notes, .. } = opened;
    html! {
        section class="referral" {
            h2 { "Referral " (whole(state.reference.as_str())) }
            p class="facts" { "Received " (when::in_words(state.accepted_at)) }
            @for note in notes { (self::notes::note(note)) }
            @match opened.latest() {
                Some(latest) => {
                    (corrected::changes(opened))
                    (content(latest, opened, entry, view))
                    (corrected::earlier(opened, view))
                }
                None => p { "What it says cannot be read. Ask your service desk for help, and name the reference." },
            }
            @if let Some(placement) = placement { (decision(placement)) }
        }
    }
}

/// Every rule that was looked at, for a worker who wants to know; closed until somebody opens it.
fn decision(placement: &Placement) -> Markup {
    html! {
        @if !placement.considered.is_empty() {
            details {
                summary { "How the rules placed it" }
                ol {
                    @for one in &placement.considered {
                        li { strong { (one.rule) @if one.applied { ", which decided" } } ": " (one.text) }
                    }
                }
                p class="facts" {
                    @if let Some(rulebook) = &placement.rulebook { "Rulebook " (rulebook) ", " }
                    "postcodes " (placement.index)
                }
            }
        }
    }
}

/// What the sender says now, with the way to an address that is masked.
fn content(said: &Referral, opened: &OpenedReferral, entry: EntryId, view: &View) -> Markup {
    let is_masked = is_masked(said, opened, view);
    html! {
        (answers_of(said, &opened.state.sender, is_masked))
        @if is_masked && view.is_for_working() { (super::access::unmask(entry, view.no_reason)) }
    }
}

/// Whether the address of this version is not shown: if any version of the referral is protected.
fn is_masked(said: &Referral, opened: &OpenedReferral, view: &View) -> bool {
    home::is_told(said) && opened.is_protected() && !view.shows_address
}

/// Every answer of one version.
fn answers_of(said: &Referral, sender: &Sender, is_masked: bool) -> Markup {
    let by = said_by(sender, said);
    html! {
        @if said.is_protected() {
            p class="careful" { strong { "Take care: somebody could come to harm if this is passed on. Keep to the safe ways of contact." } }
        }
        @if said.safeguarding_concern { p class="careful" { strong { "The sender is worried about somebody’s safety." } } }
        h3 { "What help is wanted" }
        dl {
            (answer("Needs", (!said.needs.is_empty()).then(|| list(said.needs.iter()))))
            (answer("How soon", label(said.urgency)))
            (row("Reason", text(said.reason.as_ref())))
            (row("What would help most", text(said.family_voice.as_ref())))
            (row("Already tried", text(said.already_tried.as_ref())))
            (row("Who else helps", text(said.others_helping.as_ref())))
            (answer("Level of need", label(said.level_of_need)))
        }
        h3 { "Children" }
        @if said.children == Children::NotKnown { p { "Not known" } }
        @for child in &said.children { (people::child(child)) }
        h3 { "Adults" }
        @if said.adults.is_empty() { p { "Nobody was named" } }
        @for adult in &said.adults { (people::adult(adult, &by)) }
        @for person in &said.must_not_know {
            dl class="careful" {
                (row("Must not know", Some(person.name.as_ref().map_or("Somebody".to_owned(), PersonName::full))))
                (row("Relationship", label(person.relationship)))
                (row("Note", text(person.note.as_ref())))
            }
        }
        h3 { "Where they live, and how to talk with them" }
        (home::household(said, is_masked))
        h3 { "Who sent it" }
        (sent_by(said, sender))
        (as_given::as_given(&said.as_given, is_masked))
    }
}
