//! All answers together, each with a way to change it, and what sending them means.

mod notice;

use ::pages::Page;
use ::pages::components::{
    Button, SummaryAction, SummaryActions, SummaryList, SummaryRow, SummaryText,
};
use formats::form::questions::{self as ask, Kind, Question};
use maud::{Markup, html};

use super::fields::{label_of, said};
use super::helplines::warning;
use crate::draft::{self, Way};
use crate::journey::{Journey, Step};
use crate::notice::Offer;
use crate::visit::Visit;
use filling::Answers;

/// The field that nobody sees.
pub(crate) const HONEYPOT: &str = "website";

/// The page with all answers, and the messages that are offered; `mark` says which form it belongs to.
pub(crate) fn check(visit: &Visit, journey: &Journey<'_>, offers: &[Offer], mark: &str) -> String {
    let answers = journey.answers();
    let is_short = journey.way() == Way::Short;
    let send =
        Button { prevent_double_click: Some(true), ..Button::from(visit.text("check-send")) };
    let content = html! {
        h1 class="govuk-heading-l" { (visit.text("check-title")) }
        @if is_short { (assumed(visit)) }
        @for step in journey.steps() { (section(visit, journey, step)) }
        @if is_short {
            @for step in journey.optional().filter(|step| is_offered(step) && journey.was_sent(step)) {
                (section(visit, journey, step))
            }
            (more(visit, journey))
        }
        h2 class="govuk-heading-m" { (visit.text("check-agree-title")) }
        @if answers.chose(ask::AGREE.name, ask::AGREE_NOT_YET) {
            p { (visit.text("check-not-yet")) }
        } @else if answers.is_for_others() {
            p { (visit.text("check-for-others")) }
        } @else {
            p { (visit.text("check-agree")) }
        }
        p { (visit.text("check-share")) }
        @if answers.ticked(ask::SOMEONE_MAY_BE_HURT.name) {
            (warning(visit, visit.text("check-worry")))
        }
        form method="post" action="/send" novalidate autocomplete="off" {
            input type="hidden" name=(draft::FIELD) value=(mark);
            // Nobody sees this field; what fills it in is a machine.
            div class="govuk-visually-hidden" aria-hidden="true" {
                label for=(HONEYPOT) { (visit.text("check-leave-empty")) }
                input type="text" id=(HONEYPOT) name=(HONEYPOT) tabindex="-1"
                    autocomplete="off";
            }
            (notice::question(visit, offers))
            (send)
        }
    };
    Page { before: super::back(visit, &journey.before_check()), ..super::page(visit, &content) }
        .to_html()
}

/// The answer that the short way takes for granted.
fn assumed(visit: &Visit) -> Markup {
    let row = row(
        visit,
        visit.text("who-label"),
        html! { (visit.text("who-self-parent")) },
        "/form/who".to_owned(),
    );
    html! { (SummaryList { rows: vec![row], ..SummaryList::default() }) }
}

/// The answers of a page, under its heading.
fn section(visit: &Visit, journey: &Journey<'_>, step: &'static Step) -> Markup {
    let answers = journey.answers();
    let mut rows = Vec::new();
    if step.is_list() {
        for number in 1..=answers.children() {
            let (name, birth) = child_in_words(visit, answers, number);
            let numbered = number.to_string();
            let key = visit.language.with("child-title", &[("number", &numbered)]);
            let value = html! { bdi { (name) } @if !birth.is_empty() { br; bdi { (birth) } } };
            rows.push(row(visit, key, value, Step::address_of_child(number)));
        }
    }
    for question in step.questions() {
        if *question == ask::CHILDREN_NOT_KNOWN && answers.children() > 0 {
            continue;
        }
        let value = if *question == ask::POSTCODE {
            postcode(journey)
        } else {
            answer(visit, answers, question)
        };
        let label = said(visit, answers, &format!("{}-label", question.words));
        let address = address(step, question);
        match value {
            Some(value) => rows.push(row(visit, label, value, address)),
            None if is_worth_asking(question) => {
                let nothing = html! { (visit.text("check-not-answered")) };
                rows.push(row(visit, label, nothing, address));
            }
            None => {}
        }
    }
    html! {
        @if !rows.is_empty() {
            h2 class="govuk-heading-m" { (said(visit, answers, &format!("{}-section", step.slug))) }
            (SummaryList { rows, ..SummaryList::default() })
        }
    }
}

/// The address at which an answer is changed. A browser's history holds it: of a box, which is shown only
/// where it is ticked, it names the page alone.
fn address(step: &Step, question: &Question) -> String {
    let page = step.address(None);
    if question.kind == Kind::Tick { page } else { format!("{page}#{}", question.name) }
}

/// Whether a question that was left alone is shown as such: a box that is not ticked says nothing.
fn is_worth_asking(question: &Question) -> bool {
    question.kind != Kind::Tick
}

/// Whether the short way offers a page of the full one: it takes for granted who asks, and that they agree.
fn is_offered(step: &Step) -> bool {
    step.slug != "who" && step.slug != "agree"
}

/// The pages of the full way that were left out.
fn more(visit: &Visit, journey: &Journey<'_>) -> Markup {
    html! {
        h2 class="govuk-heading-m" { (visit.text("check-more-title")) }
        p { (visit.text("check-more")) }
        ul class="govuk-list" {
            @for step in journey.optional().filter(|step| is_offered(step)) {
                li {
                    a class="govuk-link" href=(step.address(None)) {
                        (said(visit, journey.answers(), &format!("{}-section", step.slug)))
                    }
                    @if journey.was_sent(step) { " (" (visit.text("check-done")) ")" }
                }
            }
        }
    }
}

fn row(visit: &Visit, key: String, value: Markup, address: String) -> SummaryRow {
    let change = SummaryAction {
        content: visit.text("change").into(),
        href: address,
        visually_hidden_text: key.clone(),
        ..SummaryAction::default()
    };
    SummaryRow {
        key: SummaryText::from(key),
        value: SummaryText::from(value),
        actions: SummaryActions { items: vec![change], ..SummaryActions::default() },
        ..SummaryRow::default()
    }
}

/// An answer in words; `None` where there is none.
fn answer(visit: &Visit, answers: &Answers, question: &Question) -> Option<Markup> {
    let given: Vec<String> = answers
        .all(question.name)
        .filter(|value| !value.trim().is_empty())
        .map(|value| label_of(visit, answers, question, value))
        .collect();
    let lines = given.iter().flat_map(|value| value.lines());
    let lines: Vec<&str> = lines.collect();
    (!lines.is_empty()).then(|| {
        html! {
            @for (at, line) in lines.iter().enumerate() {
                @if at > 0 { br; }
                bdi { @if *question == ask::EMAIL { (email(line)) } @else { (line) } }
            }
        }
    })
}

/// An e-mail address, which is broken after its "@" first where a line is too short.
fn email(address: &str) -> Markup {
    html! {
        @if let Some((name, host)) = address.split_once('@') { (name) "@" wbr; (host) }
        @else { (address) }
    }
}

/// The postcode as it is read.
fn postcode(journey: &Journey<'_>) -> Option<Markup> {
    let typed = journey.answers().value(ask::POSTCODE.name);
    let read = journey.postcode().map(|postcode| postcode.to_string());
    let shown = read.unwrap_or_else(|| typed.to_owned());
    (!shown.is_empty()).then(|| html! { bdi { (shown) } })
}

/// The name of a child, or the number of one without a name, and the birth as it was typed.
pub(super) fn child_in_words(visit: &Visit, answers: &Answers, number: usize) -> (String, String) {
    let given = |question: &Question| answers.value(&question.of_child(number)).trim().to_owned();
    let names = [given(&ask::CHILD_GIVEN_NAME), given(&ask::CHILD_FAMILY_NAME)];
    let name = names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" ");
    let numbered = number.to_string();
    let name = if name.is_empty() {
        visit.language.with("child-title", &[("number", &numbered)])
    } else {
        name
    };
    let date = [ask::CHILD_DAY, ask::CHILD_MONTH, ask::CHILD_YEAR].map(|part| given(&part));
    let date = date.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let (age, due) = (given(&ask::CHILD_AGE), given(&ask::CHILD_DUE));
    let chosen = given(&ask::CHILD_BIRTH);
    let told = [(ask::BIRTH_BORN, date), (ask::BIRTH_ABOUT, age), (ask::BIRTH_DUE, due)];
    let is_told = |(_, typed): &&(&str, String)| !typed.is_empty();
    let as_chosen = told.iter().filter(is_told).find(|(kind, _)| *kind == chosen);
    let birth = match as_chosen.or_else(|| told.iter().find(is_told)) {
        _ if chosen == ask::BIRTH_NOT_SURE => visit.text("child-birth-not-sure"),
        Some((kind, typed)) => {
            visit.language.with(&format!("child-{kind}-told"), &[("date", typed)])
        }
        None => String::new(),
    };
    (name, birth)
}
