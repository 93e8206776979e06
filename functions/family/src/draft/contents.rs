//! The contents of a draft: the answers so far, and how far the family has come.

use std::collections::BTreeSet;

use formats::form::questions as ask;
use jiff::Timestamp;
use pipeline::ports::Nature;
use referral::text::FREE_TEXT_MAX;
use referral::{ContactMethod, StatusSecret};
use serde::{Deserialize, Serialize};

use crate::sent::Sent;
use filling::{Answers, CHILD, Contents, KEPT};

const VERSION: u8 = 1;

/// The way that a family takes through the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Way {
    /// Only what is needed; the rest is offered before it is sent.
    Short,
    /// Every question that applies.
    Full,
}

/// A form that is being filled in, or that was sent. It has no `Debug`: it holds what a family typed.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Form {
    v: u8,
    /// The way that the family takes.
    pub(crate) way: Way,
    /// The answers so far; none once the form was sent.
    pub(crate) answers: Answers,
    /// The pages that were sent at least once: their errors are shown.
    pub(crate) tried: BTreeSet<String>,
    /// Whether the family has seen its answers together: from then on each page leads back there.
    pub(crate) returning: bool,
    /// The name of the sending: sending twice is sending once.
    pub(crate) token: String,
    /// The code with which the family may ask later how it is getting on.
    pub(crate) secret: StatusSecret,
    /// The time at which the form was begun.
    pub(crate) began_at: Timestamp,
    /// The contents of the confirmation, once the form was sent.
    pub(crate) sent: Option<Sent>,
}

impl Form {
    /// A form that nobody has filled in yet.
    pub(crate) fn begin(way: Way, nature: &impl Nature) -> Self {
        let mut answers = Answers::default();
        if way == Way::Short {
            answers.put(ask::WHO.name, ask::WHO_PARENT);
        }
        let token = format!("{:032x}", u128::from_be_bytes(nature.random()));
        Self {
            v: VERSION,
            way,
            answers,
            tried: BTreeSet::new(),
            returning: false,
            token,
            secret: StatusSecret::from_random(nature.random()),
            began_at: nature.now(),
            sent: None,
        }
    }

    /// Whether a parent or carer asks.
    pub(crate) fn is_parent(answers: &Answers) -> bool {
        answers.value(ask::WHO.name) == ask::WHO_PARENT
    }

    /// Drops what was typed of an address, where there is none or it must not be known, and the tick
    /// that a letter is safe: nobody is asked for it there.
    pub(crate) fn drop_hidden_address(&mut self) {
        if !self.answers.may_have_an_address() {
            self.answers.take_away(ask::SAFE_TO.name, ContactMethod::Letter.code());
        }
        let place = self.answers.value(ask::WHERE.name);
        if [ask::WHERE_NO_FIXED, ask::WHERE_CONCEALED].contains(&place) {
            let hidden = [ask::POSTCODE, ask::ADDRESS_LINE_1, ask::ADDRESS_LINE_2, ask::TOWN];
            let mut names: Vec<_> = hidden.iter().map(|one| one.name.to_owned()).collect();
            names.push(KEPT.to_owned());
            self.answers.replace(&names, &[]);
        }
    }

    /// Takes a child away; those after it move up by one, with what was noted of their pages.
    pub(crate) fn remove_child(&mut self, number: usize) {
        let last = self.answers.children();
        if !(1..=last).contains(&number) {
            return;
        }
        self.answers.remove_child(number);
        let page = |number: usize| format!("{CHILD}-{number}");
        for at in number..=last {
            let next = self.tried.remove(&page(at + 1));
            if next {
                self.tried.insert(page(at))
            } else {
                self.tried.remove(&page(at))
            };
        }
    }

    /// Becomes a form that was sent with the answers that were accepted, unless another tab has told of
    /// danger meanwhile: then it stays as it is, to be sent with that. Whether it is sent now.
    pub(crate) fn confirm(&mut self, accepted: &Answers, sent: &Sent) -> bool {
        // Another click may have kept it meanwhile: it is the same.
        if self.sent.is_some() {
            return true;
        }
        let danger = ask::SOMEONE_MAY_BE_HURT.name;
        if self.answers.ticked(danger) && !accepted.ticked(danger) {
            return false;
        }
        let changed_since = self.answers != *accepted;
        self.become_sent(Sent { changed_since, ..sent.clone() });
        true
    }

    /// Keeps what the confirmation shows, and nothing that the family typed.
    pub(crate) fn become_sent(&mut self, sent: Sent) {
        self.answers = Answers::default();
        self.tried.clear();
        self.sent = Some(sent);
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

#[cfg(test)]
mod tests {
    use formats::form::read;
    use referral::Reference;

    use super::*;
    use crate::tests::{Chance, TODAY, form, places};

    #[test]
    fn a_change_while_the_form_is_accepted_is_told_and_a_danger_is_not_lost() {
        let accepted = form(Way::Short, &[("given-name", "A")]).answers;
        let sent = || {
            let said = "who=self_parent&given-name=A&needs=not_sure&children-not-known=yes";
            let referral = read(formats::form::pairs(said.as_bytes()), TODAY).unwrap();
            Sent::of(Reference::from_random([2; 16]), None, &referral, &places(), TODAY)
        };
        let confirmed = |answers: &[(&str, &str)]| {
            let mut form = form(Way::Short, answers);
            let is_sent = form.confirm(&accepted, &sent());
            (is_sent, form.sent.map(|sent| sent.changed_since))
        };
        assert_eq!(confirmed(&[("given-name", "A")]), (true, Some(false)));
        assert_eq!(confirmed(&[("given-name", "B")]), (true, Some(true)));
        let danger = [("given-name", "A"), ("someone-may-be-hurt", "yes")];
        assert_eq!(confirmed(&danger), (false, None), "it is still there to be sent");
    }

    #[test]
    fn a_letter_is_not_safe_any_more_where_there_is_no_address_to_send_it_to() {
        for (field, value) in [
            ("where", ask::WHERE_CONCEALED),
            ("where", ask::WHERE_NO_FIXED),
            ("postcode", "ZZZSECUR"),
        ] {
            let given = [("safe-to", "letter"), ("safe-to", "call"), ("town", "Leeds")];
            let mut form = form(Way::Full, &given);
            form.drop_hidden_address();
            assert!(form.answers.chose("safe-to", "letter"), "there may be an address");
            form.answers.put(field, value);
            form.drop_hidden_address();
            assert_eq!(form.answers.all("safe-to").collect::<Vec<_>>(), ["call"], "{value}");
        }
    }

    #[test]
    fn a_form_is_read_as_it_is_written() {
        let mut form = Form::begin(Way::Short, &Chance);
        form.answers.put("given-name", "محمد");
        form.tried.insert("name".to_owned());
        let read = Form::read(&form.write().unwrap()).unwrap();
        assert!(read.answers == form.answers && read.tried == form.tried);
        assert_eq!((read.token.len(), read.secret), (32, form.secret));
        assert!(Form::read(b"{}").is_none());
    }
}
