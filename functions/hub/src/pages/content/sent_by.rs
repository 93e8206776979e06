//! The sender of a referral, as they proved who they are and as they say, and whether the family
//! agreed.

use maud::{Markup, html};
use pipeline::rows::Sender;
use referral::{Referral, Referrer};

use super::{NOT_ANSWERED, answer, day_in_words, label, phone, row, text};

pub(super) fn sent_by(said: &Referral, sender: &Sender) -> Markup {
    let (referrer, agreement) = (&said.referrer, &said.agreement);
    let organisation = referrer.organisation.as_ref().and_then(|one| one.name.as_ref());
    let by = if agreement.is_agreed() { "Agreed by" } else { "Who was asked" };
    html! {
        dl {
            (row("Sent through", Some(channel(sender))))
            (row("From", Some(referrer.kind.label())))
            @if referrer.anonymous { (row("Name", Some("Does not want to be named"))) }
            (row("Organisation", text(organisation)))
            (row("Name", text(referrer.name.as_ref())))
            (row("Role", text(referrer.role.as_ref())))
            (row("Email", text(referrer.email.as_ref())))
            (row("Phone", phone(referrer.phone.as_ref())))
            (row("Their record", text(referrer.record.as_ref())))
            (helper(referrer, sender))
            (row("Agreement", Some(agreement.status.label())))
            (answer(by, label(agreement.by)))
            (answer("On", agreement.on.map(day_in_words)))
            (row("In their words", text(agreement.reason.as_ref())))
        }
    }
}

fn channel(sender: &Sender) -> String {
    match sender {
        Sender::Form => "A form, without signing in".to_owned(),
        Sender::Partner { client } => format!("A partner’s system, signed in as {client}"),
    }
}

/// The helper who filled the referral in with the family. The form asks for one; a partner may tell
/// of one.
fn helper(referrer: &Referrer, sender: &Sender) -> Markup {
    html! {
        @match &referrer.helped_by {
            Some(helper) => {
                (answer("Filled in with", text(helper.name.as_ref())))
                (answer("At", text(helper.setting.as_ref())))
                (answer("Of", text(helper.organisation.as_ref())))
            }
            None if !referrer.kind.is_self() => {}
            None if *sender == Sender::Form => (row("Filled in with", Some("Nobody: they filled it in alone"))),
            None => (row("Filled in with", Some(NOT_ANSWERED))),
        }
    }
}
