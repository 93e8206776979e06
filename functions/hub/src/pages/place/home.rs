//! Where the family lives: as it was said, as a worker put it right, and the form to put it right.

use ::pages::components::{Button, Input, SummaryList, SummaryRow, Textarea};
use locality::Authority;
use maud::{Markup, Render, html};
use referral::{GssCode, Location, Referral};

use super::Place;
use crate::logged::Typed;
use crate::pages::content::whole;
use crate::place;
use crate::steps::worker_name;
use crate::when;

const HIDDEN: &str =
    "Not shown, as somebody could come to harm. Ask for it on the entry’s page, if you need it";

/// The section.
pub(super) fn section(page: &Place<'_>) -> Markup {
    let opened = page.opened;
    let said = opened.referrals.iter().filter_map(|one| {
        let said = one.latest()?;
        let name = format!("Sent {}", when::in_words(one.state.accepted_at));
        Some(SummaryRow::of(name, location(said, page.finding.is_hidden)))
    });
    let corrected = place::corrected(opened).map(|(item, corrected)| {
        let by = item.said.as_ref().map_or("somebody", |(by, _)| worker_name(by));
        let value = html! {
            @if page.finding.is_hidden { (HIDDEN) } @else { (whole(corrected.postcode.as_str())) }
            br;
            span class="facts" { "Corrected " (when::in_words(item.written_at)) " by " (by) }
            @if let Some(words) = &corrected.words { br; span dir="auto" { (words.as_str()) } }
        };
        SummaryRow::of("Corrected", value)
    });
    html! {
        section {
            h2 { "Where the family lives" }
            (SummaryList { rows: said.chain(corrected).collect(), ..SummaryList::default() })
            @if place::is_concealed(opened) {
                p { "The address is kept secret for their safety, so no postcode is written down. Do not ask for it or pass it on." }
            } @else if opened.entry.state.is_open() {
                @if page.worker.does_work() { (form(page)) }
            }
        }
    }
}

/// What a referral says of the home: its postcode and its council.
fn location(said: &Referral, is_hidden: bool) -> Markup {
    let location = &said.household.location;
    html! {
        @match location {
            Location::Address(_) if is_hidden => (HIDDEN),
            Location::Address(address) => @match address.postcode {
                Some(postcode) => (whole(postcode.as_str())),
                None => "No postcode was given",
            },
            Location::NoFixedAddress { .. } => "No fixed address",
            Location::Concealed { .. } => "Kept secret for their safety",
            Location::NotGiven { .. } => "Not answered",
        }
        @if let Some(council) = location.authority() { br; "Council named: " (council_name(council)) }
    }
}

fn council_name(code: GssCode) -> String {
    Authority::find(code).map_or_else(|| code.as_str().to_owned(), Authority::full_name)
}

/// The id of a field of the page's forms, both of which have words.
pub(super) fn field_id<'a>(kind: &str, name: &'a str) -> &'a str {
    if (kind, name) == ("postcode", "words") { WORDS } else { name }
}

const WORDS: &str = "postcode-words";

fn form(page: &Place<'_>) -> Markup {
    let nothing = Typed::default();
    let typed = page.typed.as_ref().filter(|typed| typed.kind == "postcode").unwrap_or(&nothing);
    let postcode = Input {
        name: "postcode".to_owned(),
        value: Some(typed.value("postcode").to_owned()).filter(|value| !value.is_empty()),
        label: "Postcode, put right".into(),
        hint: Some(
            "What was sent stays as it was sent. The whole postcode, such as SW1V 2JD.".into(),
        ),
        classes: "govuk-input--width-10".to_owned(),
        autocomplete: "off".to_owned(),
        error_message: typed.fault("postcode").map(Into::into),
        ..Input::default()
    };
    let words = Textarea {
        id: WORDS.to_owned(),
        name: "words".to_owned(),
        value: typed.value("words").to_owned(),
        rows: Some(2),
        label: "How you know, if there is something to say".into(),
        autocomplete: "off".to_owned(),
        dir: "auto".to_owned(),
        error_message: typed.fault("words").map(Into::into),
        ..Textarea::default()
    };
    html! {
        h3 { "Correct the postcode" }
        form method="post" action={ "/hub/entries/" (page.opened.entry.id) "/place/postcode" } {
            input type="hidden" name="form" value=(page.token);
            @if let Some(earlier) = place::in_force(page.opened) {
                input type="hidden" name="replaces" value=(earlier);
            }
            (postcode)
            (words)
            (Button { classes: "govuk-button--secondary".to_owned(), ..Button::from("Correct it, and show where it would go") }.render())
        }
    }
}
