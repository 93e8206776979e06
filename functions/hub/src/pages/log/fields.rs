//! The fields of the forms by which items are written on a log.

use ::pages::components::{
    Checkboxes, Choice, Choosable, DateInput, DatePart, Fieldset, Input, Select, Textarea,
};
use jiff::civil::Date;
use maud::{Markup, html};
use referral::code_list::CodeList;
use referral::{
    ContactDirection, ContactLog, ContactWay, ContactWith, Need, OnwardAgreement, OnwardAnswer,
    ScorePoint,
};

use crate::logged::{Typed, parts_of};

/// The fields of an item of this kind.
pub(super) fn of(kind: &str, typed: &Typed, today: Date) -> Markup {
    let form = Form { kind, typed };
    match kind {
        "contact" => html! {
            (form.choice::<ContactLog>("code", "What came of it"))
            (form.choice::<ContactDirection>("direction", "Who got in touch"))
            (form.choice::<ContactWay>("way", "How"))
            (form.choice::<ContactWith>("with", "With whom"))
            (form.day("on", "On which day", Some(today)))
            (form.line("at", "At what time, if you know", "Such as 14:30", "govuk-input--width-5"))
            (form.words("Anything to add"))
        },
        "task" => html! {
            (form.words("What is to be done"))
            (form.day("due", "By which day, if there is one", None))
            @if !typed.value("replaces").is_empty() { (form.done()) }
        },
        "onward" => html! {
            (form.choice::<Need>("need", "For which need"))
            (form.line("partner", "Name of the partner service", "", ""))
            (form.choice::<OnwardAgreement>("agreement", "Does the family agree that this partner is told of them?"))
            (form.choice::<OnwardAnswer>("answer", "The partner’s answer so far"))
            (form.words("Anything to add"))
        },
        "score" => html! {
            (form.line("scale", "Name of the scale", "The same words each time, as scores of one scale are compared", ""))
            (form.line("score", "Score", "From 0 to 10; more is better", "govuk-input--width-2"))
            (form.choice::<ScorePoint>("point", "When it was taken"))
            (form.day("on", "On which day", Some(today)))
            (form.words("Anything to add"))
        },
        _ => form.words("Your note"),
    }
}

struct Form<'a> {
    kind: &'a str,
    typed: &'a Typed,
}

impl Form<'_> {
    /// The id of a field: several forms of the page have fields of the same names.
    fn id(&self, name: &str) -> String {
        super::super::view::field_id(self.kind, name)
    }

    fn choice<C: CodeList>(&self, name: &str, label: &str) -> Markup {
        let all = C::all().iter().map(|one| Choosable::new(one.code(), one.label()));
        let select = Select {
            id: self.id(name),
            name: name.to_owned(),
            items: [Choosable::new("", "Choose")].into_iter().chain(all).collect(),
            value: self.typed.value(name).to_owned(),
            label: label.into(),
            error_message: self.typed.fault(name).map(Into::into),
            ..Select::default()
        };
        html! { (select) }
    }

    fn line(&self, name: &str, label: &str, hint: &str, classes: &str) -> Markup {
        let value = self.typed.value(name);
        let input = Input {
            id: self.id(name),
            name: name.to_owned(),
            value: Some(value.to_owned()).filter(|value| !value.is_empty()),
            label: label.into(),
            hint: Some(hint).filter(|hint| !hint.is_empty()).map(Into::into),
            classes: classes.to_owned(),
            autocomplete: "off".to_owned(),
            error_message: self.typed.fault(name).map(Into::into),
            ..Input::default()
        };
        html! { (input) }
    }

    fn words(&self, label: &str) -> Markup {
        let words = Textarea {
            id: self.id("words"),
            name: "words".to_owned(),
            value: self.typed.value("words").to_owned(),
            rows: Some(4),
            label: label.into(),
            autocomplete: "off".to_owned(),
            dir: "auto".to_owned(),
            error_message: self.typed.fault("words").map(Into::into),
            ..Textarea::default()
        };
        html! { (words) }
    }

    /// A day, which is `usual` while nobody has typed one.
    fn day(&self, name: &'static str, question: &str, usual: Option<Date>) -> Markup {
        let names = match name {
            "on" => ["on-day", "on-month", "on-year"],
            _ => ["due-day", "due-month", "due-year"],
        };
        let usual = usual.filter(|_| self.typed.kind.is_empty()).map(|day| parts_of(names, day));
        let part = |at: usize, part: &str| {
            let typed = self.typed.value(names[at]);
            let usual = usual.as_ref().map_or("", |parts| parts[at].1.as_str());
            let value = if typed.is_empty() { usual } else { typed };
            DatePart { value: Some(value.to_owned()), ..DatePart::named(part) }
        };
        let day = DateInput {
            id: self.id(name),
            name_prefix: name.to_owned(),
            items: vec![part(0, "day"), part(1, "month"), part(2, "year")],
            fieldset: Some(Fieldset::from(question)),
            error_message: self.typed.fault(name).map(Into::into),
            ..DateInput::default()
        };
        html! { (day) }
    }

    fn done(&self) -> Markup {
        let choice = Choice {
            value: "yes".to_owned(),
            content: "It is done".into(),
            checked: Some(self.typed.value("done") == "yes"),
            ..Choice::default()
        };
        let done = Checkboxes {
            id_prefix: self.id("done"),
            name: "done".to_owned(),
            items: vec![choice],
            ..Checkboxes::default()
        };
        html! { (done) }
    }
}
