//! The form that a professional fills in, as it is kept: sealed, on the server, under a random id that
//! only this browser's cookie has, and shown to nobody but the one who began it.

use std::collections::BTreeSet;

use filling::{Answers, Contents, KEPT, Kept, mark};
use formats::form::questions as ask;
use lambda_kit::http::{Problem, Request};
use locality::PhoneNow;
use pipeline::drafts::DraftId;
use pipeline::rows::ActorId;
use referral::text::FREE_TEXT_MAX;
use referral::{ContactMethod, EmailAddress, Reference};
use serde::{Deserialize, Serialize};

use crate::app::{App, Serving, random};
use crate::session::Session;

/// The place of the form that this browser fills in.
pub(crate) const FORM: Kept = Kept("refer-form");
/// The hidden field that says which form a page belongs to, so that two tabs do not mix.
pub(crate) const FIELD: &str = "form";
const VERSION: u8 = 1;

/// A form that is being filled in, or that was sent. It has no `Debug`: it holds what was typed.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Form {
    v: u8,
    /// The professional who began it.
    owner: ActorId,
    /// The answers so far; they stay when the form was sent, for a copy.
    pub(crate) answers: Answers,
    /// The pages that were sent at least once: their errors are shown.
    pub(crate) tried: BTreeSet<String>,
    /// Whether the answers were seen together: from then on each page leads back there.
    pub(crate) returning: bool,
    /// The name of the sending: sending twice is sending once.
    pub(crate) token: String,
    /// The contents of the confirmation, once the form was sent.
    pub(crate) sent: Option<Sent>,
}

/// The contents of the confirmation.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Sent {
    /// The public reference.
    pub(crate) reference: Reference,
    /// The numbers to call now, where somebody may be in danger.
    pub(crate) phone_now: Option<PhoneNow>,
    /// Whether the form was accepted with other answers than it held at the end.
    pub(crate) changed_since: bool,
    /// The address to which a message is sent once it is with the people who help.
    #[serde(default)]
    pub(crate) notice: Option<EmailAddress>,
}

impl Form {
    /// A form that nobody has filled in yet.
    pub(crate) fn begin<W: Serving>(world: &W, session: &Session) -> Self {
        Self {
            v: VERSION,
            owner: session.actor.clone(),
            answers: Answers::default(),
            tried: BTreeSet::new(),
            returning: false,
            token: random(world),
            sent: None,
        }
    }

    /// Drops what was typed of an address, where there is none or it must not be known, and the ticks
    /// that a letter is safe.
    pub(crate) fn drop_hidden_address(&mut self) {
        if self.answers.may_have_an_address() {
            return;
        }
        for field in [ask::SAFE_TO.name, "other-safe-to"] {
            self.answers.take_away(field, ContactMethod::Letter.code());
        }
        if self.answers.value(ask::WHERE.name) != ask::WHERE_ADDRESS {
            let hidden = [ask::POSTCODE, ask::ADDRESS_LINE_1, ask::ADDRESS_LINE_2, ask::TOWN];
            let mut names: Vec<_> = hidden.iter().map(|one| one.name.to_owned()).collect();
            names.push(KEPT.to_owned());
            self.answers.replace(&names, &[]);
        }
    }

    /// Becomes a form that was sent with the answers that were accepted, unless another tab has told of
    /// a concern meanwhile: then it stays as it is, to be sent with that. Whether it is sent now.
    pub(crate) fn confirm(&mut self, accepted: &Answers, sent: &Sent) -> bool {
        // Another click may have kept it meanwhile: it is the same.
        if self.sent.is_some() {
            return true;
        }
        let concern = ask::SOMEONE_MAY_BE_HURT.name;
        if self.answers.ticked(concern) && !accepted.ticked(concern) {
            return false;
        }
        let changed_since = self.answers != *accepted;
        // The copy is of what was sent.
        self.answers = accepted.clone();
        self.sent = Some(Sent { changed_since, ..sent.clone() });
        true
    }
}

impl Contents for Form {
    fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|form: &Self| form.v == VERSION)
    }

    fn write(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }

    fn shorten(&mut self) {
        self.answers.shorten(FREE_TEXT_MAX + 1);
    }
}

/// A form that was opened.
pub(crate) struct Opened {
    /// The draft's id.
    pub(crate) id: DraftId,
    /// The form as it is kept.
    pub(crate) form: Form,
}

/// The form of this browser, if the one who is signed in has begun it.
pub(crate) async fn open<W: Serving>(
    app: &App<W>,
    request: &Request,
    session: &Session,
) -> Result<Option<Opened>, Problem> {
    let Some(id) = FORM.id_of(request) else { return Ok(None) };
    let form = filling::read::<_, Form>(&app.world, &id).await?.map(|(form, _)| form);
    Ok(form.filter(|form| form.owner == session.actor).map(|form| Opened { id, form }))
}

/// The value of the hidden field on the pages of a form.
pub(crate) fn mark_of(id: &DraftId) -> String {
    mark("hubward-refer", &id.secret())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::form;

    #[test]
    fn a_change_while_the_form_is_accepted_is_told_and_a_concern_is_not_lost() {
        let accepted = form(&[("given-name", "Ada")]).answers;
        let sent = || Sent {
            reference: Reference::from_random([2; 16]),
            phone_now: None,
            changed_since: false,
            notice: None,
        };
        let confirmed = |answers: &[(&str, &str)]| {
            let mut form = form(answers);
            let is_sent = form.confirm(&accepted, &sent());
            (is_sent, form.sent.map(|sent| sent.changed_since))
        };
        assert_eq!(confirmed(&[("given-name", "Ada")]), (true, Some(false)));
        assert_eq!(confirmed(&[("given-name", "Bea")]), (true, Some(true)));
        let concern = [("given-name", "Ada"), ("someone-may-be-hurt", "yes")];
        assert_eq!(confirmed(&concern), (false, None), "it is still there to be sent");
    }

    #[test]
    fn a_confirmation_that_an_earlier_version_kept_is_still_read() {
        let reference = Reference::from_random([2; 16]);
        let kept = serde_json::json!({
            "reference": reference, "phone_now": null, "changed_since": false,
        });
        let read: Sent = serde_json::from_value(kept).unwrap();
        assert!(read.reference == reference && read.notice.is_none());
    }

    #[test]
    fn an_address_that_must_not_be_known_is_kept_nowhere() {
        let mut form = form(&[
            ("where", "concealed"),
            ("postcode", "SW1V 2AA"),
            ("address-line-1", "1 Secret Road"),
            ("safe-to", "letter"),
        ]);
        form.drop_hidden_address();
        let left: Vec<_> = form.answers.pairs().collect();
        assert_eq!(left, [("where", "concealed")]);
    }
}
