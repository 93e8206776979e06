//! The pages before an entry is sent on, declined, taken over or opened again, and the one after it
//! has left the worker's inboxes.

use ::pages::Page;
use ::pages::components::{BackLink, Button, Choice, ErrorLink, Fieldset, Hint, Legend, Radios};
use locality::{InboxInfo, Localities};
use maud::{Markup, Render, html};
use pipeline::collect::{Opened, destinations, offered_to};
use pipeline::rows::Step;
use referral::code_list::CodeList;
use referral::{DecliningReason, EntryAction, NextPlace, RedirectReason, TakeOverReason};

use super::forms::change_form;
use super::{close, course};
use crate::changes::{Given, NO_INBOX, NO_REASON};
use crate::steps::worker_name;

const TO: &str = "to";
const REASON: &str = "reason";

/// A field of a form that is wrong, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wrong {
    /// The name of the field.
    pub(crate) field: &'static str,
    /// The advice.
    pub(crate) message: String,
}

impl Wrong {
    /// The fields that a problem names, in the words of a page.
    pub(crate) fn of(paths: impl IntoIterator<Item = String>) -> Vec<Self> {
        let known = |path: String| match path.as_str() {
            TO => Some(Self { field: TO, message: NO_INBOX.to_owned() }),
            REASON => Some(Self { field: REASON, message: NO_REASON.to_owned() }),
            _ => None,
        };
        paths.into_iter().filter_map(known).collect()
    }
}

/// The page that asks about an action; `None` for an action that has none.
pub(crate) fn ask(
    action: EntryAction,
    opened: &Opened,
    given: &Given<'_>,
    wrong: &[Wrong],
    localities: &Localities,
) -> Option<String> {
    let form = Form { opened, given, wrong, localities };
    let (title, content) = match action {
        EntryAction::Redirect => ("Send the entry on", form.redirect()),
        EntryAction::Decline => ("Decline the entry", form.decline()),
        EntryAction::TakeOver => ("Take the entry over", form.take_over()),
        EntryAction::Reopen => ("Open the entry again", form.reopen()),
        _ => return None,
    };
    let entry = &opened.entry;
    let content = html! {
        h1 { (title) "?" }
        p { (close::subject(opened)) }
        (change_form(entry, action.code(), &content))
        p { a href={ "/hub/entries/" (entry.id) } { "No, go back" } }
    };
    let back = BackLink::to(&format!("/hub/entries/{}", entry.id), "Back to the entry");
    let errors = wrong.iter().map(|one| ErrorLink::to(one.field, one.message.as_str()));
    let page = Page {
        errors: errors.collect(),
        before: back.render(),
        ..super::signed_in(title, content)
    };
    Some(page.to_html())
}

/// The page after an entry was sent to an inbox that is not the worker's.
pub(crate) fn sent(step: &Step, localities: &Localities) -> String {
    let to = course::went_to(step, localities).unwrap_or_default();
    let content = html! {
        (course::done(step, localities))
        h1 { "It is with " (to) " now" }
        p { "You cannot open it any more. Its time to be answered goes on as before." }
        p { a href="/hub" { "Go to the inbox" } }
    };
    Page { ..super::signed_in("Sent on", content) }.to_html()
}

struct Form<'a> {
    opened: &'a Opened,
    given: &'a Given<'a>,
    wrong: &'a [Wrong],
    localities: &'a Localities,
}

impl Form<'_> {
    fn redirect(&self) -> Markup {
        let inboxes = destinations(self.localities, &self.opened.entry);
        let inbox = |inbox: &&InboxInfo| Choice::new(inbox.id.as_str(), inbox.name.as_str());
        html! {
            (self.radios(TO, "Where should it go?", inboxes.iter().map(inbox), self.given.to))
            (self.reasons::<RedirectReason>(|_| None))
            p { "The claim ends, and the time to answer the family goes on." }
            (Button::from("Yes, send it on"))
        }
    }

    fn decline(&self) -> Markup {
        let entry = &self.opened.entry;
        let leads = |reason: DecliningReason| {
            if reason.next_place() == NextPlace::Referrer {
                return Some(
                    "It stays with you while you ask the referrer. The time to answer goes on."
                        .to_owned(),
                );
            }
            let to = offered_to(self.localities, entry, reason);
            to.first().map(|inbox| format!("It is offered to {}.", inbox.name))
        };
        let possible = DecliningReason::ALL.iter().copied();
        let items = possible.filter_map(|reason| {
            let hint = leads(reason)?;
            Some(Choice {
                hint: Some(Hint::from(hint)),
                ..Choice::new(reason.code(), reason.label())
            })
        });
        html! {
            (self.radios(REASON, "Why can you not take it?", items, self.given.reason))
            (Button::from("Yes, decline it"))
        }
    }

    fn take_over(&self) -> Markup {
        let holder = self.opened.entry.claim.as_ref().map(|claim| worker_name(&claim.by));
        html! {
            @if let Some(holder) = holder { p { "It is with " strong { (holder) } " now. They will see that you took it over." } }
            (self.reasons::<TakeOverReason>(|_| None))
            (Button::from("Yes, take it over"))
        }
    }

    fn reopen(&self) -> Markup {
        let entry = &self.opened.entry;
        html! {
            @if let Some(outcome) = entry.outcome {
                p { "It was closed with the outcome " strong { "‘" (outcome.label()) "’" } "." }
            }
            p { "It will be new in the same inbox, and waits to be claimed." }
            (course::marks(entry, self.localities, entry.received_at))
            (Button::from("Yes, open it again"))
        }
    }

    fn reasons<C: CodeList>(&self, hint: impl Fn(C) -> Option<String>) -> Markup {
        let items = C::all().iter().map(|reason| Choice {
            hint: hint(*reason).map(Hint::from),
            ..Choice::new(reason.code(), reason.label())
        });
        self.radios(REASON, "Why?", items, self.given.reason)
    }

    fn radios(
        &self,
        name: &str,
        question: &str,
        items: impl Iterator<Item = Choice>,
        chosen: Option<&str>,
    ) -> Markup {
        let legend = Legend {
            content: question.into(),
            classes: "govuk-fieldset__legend--m".to_owned(),
            ..Legend::default()
        };
        let wrong = self.wrong.iter().find(|one| one.field == name);
        Radios {
            name: name.to_owned(),
            items: items.collect(),
            value: chosen.unwrap_or_default().to_owned(),
            fieldset: Some(Fieldset { legend: Some(legend), ..Fieldset::default() }),
            error_message: wrong.map(|one| one.message.as_str().into()),
            ..Radios::default()
        }
        .render()
    }
}
