//! The list of what somebody has sent, and the status of one, as a page and as text.

use ::pages::components::{ArrowLink, Pagination, SummaryList, SummaryRow};
use filling::day;
use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};
use pipeline::Status;
use pipeline::rows::AmendmentKind;
use referral::ReferralState;

use super::back;
use crate::app::HOME;

/// The address of the list.
pub(super) const REFERRALS: &str = "/refer/professional/referrals";

/// The list, the newest first. `goes_on` says that it is not the first page.
pub(crate) fn referrals(sent: &[Status], goes_on: bool, next: Option<&str>) -> String {
    let content = html! {
        (back(HOME))
        h1 { "Your referrals" }
        @if sent.is_empty() && !goes_on {
            p { "There are none. One that you have just sent can take a minute to appear." }
        } @else if sent.is_empty() {
            p { "There are no more." }
        } @else {
            (rows(sent))
        }
        p { "These are the referrals that you sent while signed in as you are now. They show how each stands, and nothing that you wrote of the family: only the people who work on it can read that." }
        @if goes_on || next.is_some() { (pagination(goes_on, next)) }
    };
    super::signed_in("Your referrals", content).to_html()
}

/// The referrals, each a reference that leads to it, with its day and state. A phone shows them one below
/// the other, which a table cannot.
fn rows(sent: &[Status]) -> Markup {
    let row = |status: &Status| {
        let address = format!("{REFERRALS}/{}", status.id);
        let reference = html! { a class="whole" href=(address) { (status.reference.as_str()) } };
        let how = html! { (stands(status)) br; "Sent " (words(day(status.accepted_at))) };
        SummaryRow::of(reference, how)
    };
    html! { (SummaryList { rows: sent.iter().map(row).collect(), ..SummaryList::default() }) }
}

fn pagination(goes_on: bool, next: Option<&str>) -> Markup {
    let arrow = |content: &str, href: String| ArrowLink {
        content: content.into(),
        href,
        ..ArrowLink::default()
    };
    html! {
        (Pagination {
            previous: goes_on.then(|| arrow("The newest", REFERRALS.to_owned())),
            next: next.map(|next| arrow("Earlier ones", format!("{REFERRALS}?before={next}"))),
            landmark_label: "Pages of your referrals".to_owned(),
            ..Pagination::default()
        })
    }
}

/// The status of one.
pub(crate) fn referral(status: &Status) -> String {
    let reference = status.reference.as_str();
    let title = format!("Referral {reference}");
    let row = |(label, value): (&str, String)| SummaryRow::of(label, value);
    let rows: Vec<_> = told(status).into_iter().map(row).collect();
    let reasons = reasons(status);
    let content = html! {
        (back(REFERRALS))
        h1 { "Referral " span class="whole" { (reference) } }
        (SummaryList { rows, ..SummaryList::default() })
        @if !reasons.is_empty() {
            h2 { "Why there" }
            ul { @for reason in &reasons { li { (reason) } } }
        }
        h2 { "What happens next" }
        p { (next(status)) }
        h2 { "Keep a copy" }
        p { a href={ (REFERRALS) "/" (status.id) "/copy" } { "Download how it stands (text)" } }
        p { "What you wrote of the family is not here: a copy of that was offered when you sent it, until you signed out and for four hours at most. Now only the people who work on it can read it." }
    };
    super::signed_in(&title, content).to_html()
}

/// The status of one as text, on a day.
pub(crate) fn status_copy(status: &Status, today: Date) -> String {
    let mut text = format!("Referral to a Family Hub\nReference: {}\n", status.reference.as_str());
    for (label, value) in told(status) {
        text.extend([label, ": ", &value, "\n"]);
    }
    for reason in reasons(status) {
        text.extend(["Why there: ", reason, "\n"]);
    }
    text.extend(["What happens next: ", &next(status), "\n", "As of: ", &words(today), "\n"]);
    text
}

/// The parts of one referral, each with its label.
fn told(status: &Status) -> Vec<(&'static str, String)> {
    let at = |moment: Timestamp| words(day(moment));
    let mut told =
        vec![("How it stands", status.state.label().to_owned()), ("Sent", at(status.accepted_at))];
    if let Some(placement) = &status.placement {
        told.push(("Inbox", placement.inbox_name.clone()));
    }
    for change in &status.amendments {
        told.push(match change.kind {
            AmendmentKind::Corrected => ("Corrected", at(change.at)),
            AmendmentKind::Withdrawn { .. } => ("Withdrawn", at(change.at)),
        });
    }
    told
}

/// How one stands, in one line.
fn stands(status: &Status) -> String {
    match (status.state, &status.placement) {
        (ReferralState::Routed, Some(placement)) => format!("With {}", placement.inbox_name),
        (state, _) => state.label().to_owned(),
    }
}

/// The reasons for the placement, in their order.
fn reasons(status: &Status) -> Vec<&str> {
    let reasons = status.placement.iter().flat_map(|placement| &placement.reasons);
    reasons.map(|reason| reason.text.as_str()).collect()
}

/// What happens next. It is the same whatever is known of the family, and whatever the people do.
fn next(status: &Status) -> String {
    match (status.state, &status.placement) {
        (ReferralState::Withdrawn, _) => {
            "It stays where people see it, with everything that it says and that you withdrew it.".to_owned()
        }
        (_, Some(placement)) => format!(
            "{} has it, and a person there reads it. Anybody who gets in touch with the family does so only in the ways that are safe. How their work goes is not told here: ask them, with the reference.",
            placement.inbox_name
        ),
        (_, None) => {
            "It is kept, and is being placed in an inbox that people read. That takes some seconds as a rule.".to_owned()
        }
    }
}

fn words(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}
