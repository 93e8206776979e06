//! All answers together, each page with a way to change it; and the copy of what was sent.

use ::pages::Page;
use ::pages::components::{
    Button, CardTitle, Checkboxes, Choice, Hint, SummaryAction, SummaryActions, SummaryCard,
    SummaryList, SummaryRow, WarningText,
};
use filling::Answers;
use formats::form::questions::{self as ask, Question};
use maud::{Markup, html};
use referral::{EmailAddress, Line, Reference, Referrer};

use crate::draft::FIELD;
use crate::journey::{Journey, STEPS, Step};
use crate::notice;
use crate::words;

/// The page with all answers, and the address to which a message is offered; `mark` says which form it
/// belongs to.
pub(crate) fn check(
    journey: &Journey<'_>,
    referrer: &Referrer,
    offered: Option<&EmailAddress>,
    mark: &str,
) -> String {
    let answers = journey.answers();
    let send = Button { prevent_double_click: Some(true), ..Button::from("Send the referral") };
    let content = html! {
        h1 { "Check your answers" }
        @for step in STEPS { (section(answers, step)) }
        h2 { "Sent by" }
        p { @for (_, value) in sender(referrer) { (value) br; } }
        @if answers.ticked(ask::SOMEONE_MAY_BE_HURT.name) {
            (WarningText::from("This tells of a safeguarding concern. Call as well: do not wait for an answer to this form."))
        }
        form method="post" action="/refer/professional/send" novalidate {
            input type="hidden" name=(FIELD) value=(mark);
            @if let Some(address) = offered { (message(address)) }
            (send)
        }
    };
    let before = super::back(&STEPS[STEPS.len() - 1].address());
    Page { before, ..super::signed_in("Check your answers", content) }.to_html()
}

/// The box by which a professional chooses to be sent one message. It is not ticked beforehand.
fn message(address: &EmailAddress) -> Checkboxes {
    let words =
        html! { "Email me at " (super::email(address)) " when it is with the people who help" };
    let hint = Hint::from("One email, with the reference. It says nothing of the family.");
    let choice = Choice { hint: Some(hint), ..Choice::new(notice::EMAIL, words) };
    Checkboxes { name: notice::FIELD.to_owned(), items: vec![choice], ..Checkboxes::default() }
}

/// The answers of a page, under its heading.
fn section(answers: &Answers, step: &'static Step) -> Markup {
    let change = SummaryAction {
        content: "Change".into(),
        href: step.address(),
        visually_hidden_text: step.title.to_lowercase(),
        ..SummaryAction::default()
    };
    let title = CardTitle { content: step.title.into(), ..CardTitle::default() };
    let card = SummaryCard {
        title: Some(title),
        actions: SummaryActions { items: vec![change], ..SummaryActions::default() },
        ..SummaryCard::default()
    };
    let value = |value: &str| html! { @for line in value.lines() { bdi { (line) } br; } };
    let rows = told(answers, step).into_iter();
    let rows: Vec<_> = rows.map(|(label, text)| SummaryRow::of(label, value(&text))).collect();
    let rows = if rows.is_empty() {
        vec![SummaryRow::of(step.title, "Nothing was answered")]
    } else {
        rows
    };
    html! { (SummaryList { rows, card: Some(card), ..SummaryList::default() }) }
}

/// The answers of a page in words, each with the label of its question.
fn told(answers: &Answers, step: &Step) -> Vec<(String, String)> {
    let mut told = Vec::new();
    if step.is_of_children() {
        for number in 1..=answers.children() {
            told.push((format!("Child {number}"), child(answers, number)));
        }
    }
    for question in step.questions {
        let values: Vec<_> = answers
            .all(question.name)
            .filter(|value| !value.trim().is_empty())
            .map(|value| words::chosen(question, value))
            .collect();
        if !values.is_empty() {
            told.push((words::label(question).to_owned(), values.join("\n")));
        }
    }
    told
}

/// The name of a child, and the birth as it was typed.
fn child(answers: &Answers, number: usize) -> String {
    let given = |question: &Question| answers.value(&question.of_child(number)).trim().to_owned();
    let joined = |parts: &[Question]| {
        let parts: Vec<_> = parts.iter().map(given).filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    };
    let name = joined(&[ask::CHILD_GIVEN_NAME, ask::CHILD_FAMILY_NAME]);
    let born = joined(&[ask::CHILD_DAY, ask::CHILD_MONTH, ask::CHILD_YEAR]);
    let (age, due) = (given(&ask::CHILD_AGE), given(&ask::CHILD_DUE));
    let lines = [(name, ""), (born, "Born "), (age, "Age or year "), (due, "Due ")];
    let told = lines.into_iter().filter(|(text, _)| !text.is_empty());
    told.map(|(text, before)| format!("{before}{text}")).collect::<Vec<_>>().join("\n")
}

/// The parts by which the sender is known, each with its label.
fn sender(referrer: &Referrer) -> Vec<(&'static str, String)> {
    let organisation = referrer.organisation.as_ref().and_then(|one| one.name.as_ref());
    let line = |label, line: Option<&Line>| line.map(|line| (label, line.as_str().to_owned()));
    let phone = referrer.phone.as_ref().map(|phone| ("Phone", phone.as_str().to_owned()));
    let all = [
        line("Name", referrer.name.as_ref()),
        line("Role", referrer.role.as_ref()),
        line("Organisation", organisation),
        phone,
    ];
    all.into_iter().flatten().collect()
}

/// The copy of what was sent, as text.
pub(crate) fn copy(answers: &Answers, referrer: &Referrer, reference: &Reference) -> String {
    let mut text = format!("Referral to a Family Hub\nReference: {}\n", reference.as_str());
    let mut add = |title: &str, rows: &[(String, String)]| {
        text.extend(["\n", title, "\n"]);
        for (label, value) in rows {
            let value = value.lines().collect::<Vec<_>>().join("\n    ");
            text.extend(["  ", label, ": ", &value, "\n"]);
        }
    };
    let sender: Vec<_> =
        sender(referrer).into_iter().map(|(label, value)| (label.to_owned(), value)).collect();
    add("Sent by", &sender);
    for step in STEPS {
        add(step.title, &told(answers, step));
    }
    text
}
