//! The hubs near a family, which anybody there could find out: the list does not tell where its form
//! went.

use jiff::civil::{Time, Weekday};
use locality::{HalfMiles, Hours, Nearby};
use maud::{Markup, html};

use crate::pages::helplines::tel;
use crate::visit::Visit;

pub(super) fn list(visit: &Visit, hubs: &[Nearby]) -> Markup {
    html! {
        h2 { (visit.text("sent-hubs-title")) }
        p { (visit.text("sent-hubs-lead")) }
        ul {
            @for hub in hubs {
                li {
                    strong { (hub.name) }
                    @for line in [&hub.address, &hub.postcode].into_iter().flatten() { br; (line) }
                    @if let Some(away) = hub.away { br; (distance(visit, away)) }
                    @if let Some(phone) = &hub.phone { br; (tel(phone)) }
                    @for hours in &hub.hours { br; (open(visit, hours)) }
                }
            }
        }
    }
}

fn distance(visit: &Visit, HalfMiles(halves): HalfMiles) -> String {
    match halves {
        0 => visit.text("sent-hub-near"),
        1 => visit.text("sent-hub-away-half"),
        2 => visit.text("sent-hub-away-one"),
        _ => {
            let half = if halves % 2 == 0 { "" } else { ".5" };
            visit.language.with("sent-hub-away", &[("miles", &format!("{}{half}", halves / 2))])
        }
    }
}

/// The hours of some days: "Monday to Friday, 09:00 to 17:00".
fn open(visit: &Visit, hours: &Hours) -> String {
    let time = |time: Time| time.strftime("%H:%M").to_string();
    let (from, to) = (time(hours.from), time(hours.to));
    let days = days(visit, &hours.days().collect::<Vec<_>>());
    visit.language.with("sent-hub-hours", &[("days", &days), ("from", &from), ("to", &to)])
}

/// Days in words: the first and the last of three or more that follow each other, or each.
fn days(visit: &Visit, days: &[Weekday]) -> String {
    let name = |day: &Weekday| visit.language.weekday(*day);
    let follow = days.windows(2).all(|two| matches!(two, [one, other] if one.next() == *other));
    if let ([first, .., last], true) = (days, follow && days.len() > 2) {
        let ends = [("first", &*name(first)), ("last", &*name(last))];
        return visit.language.with("sent-hub-days-range", &ends);
    }
    let names = days.iter().map(name);
    let joined = names.reduce(|before, next| {
        let both = [("before", before.as_str()), ("next", next.as_str())];
        visit.language.with("sent-hub-days-comma", &both)
    });
    joined.unwrap_or_default()
}
