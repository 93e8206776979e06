//! The hubs to choose from, the nearest first, with all that a worker needs to choose one.

use jiff::civil::Weekday;
use locality::rulebook::{Ages, Hub, Opening};
use locality::{Candidate, Grid};
use maud::{Markup, html};
use referral::EntryAction;

use super::{Place, claim, map, may, send};
use crate::pages::content::{row, whole};

/// The section.
pub(super) fn section(page: &Place<'_>) -> Markup {
    let finding = page.finding;
    html! {
        section {
            h2 { "Hubs to choose from" }
            @if finding.hubs.is_empty() {
                p { (nothing(page)) }
            } @else {
                p {
                    @if finding.home.is_some() { "The nearest to the family’s postcode first, in a straight line." }
                    @else if finding.is_hidden { "In the order of the rulebook. How near they are is not shown, as somebody could come to harm." }
                    @else { "In the order of the rulebook, as it is not known where the family lives." }
                }
                (claim(page))
                (map::map(finding))
                ol class="entries" {
                    @for (number, one) in (1..).zip(&finding.hubs) {
                        li { (hub(number, one, finding.home)) (send(page, one.hub.inbox.as_str(), &one.hub.name)) }
                    }
                }
                @if finding.more > 0 {
                    p { "There are " (finding.more) " more. They are listed where you send it to another inbox." }
                }
            }
        }
    }
}

fn nothing(page: &Place<'_>) -> &'static str {
    if page.opened.entry.is_concern() {
        "A safeguarding concern goes to a front door before it goes to a hub."
    } else if may(page, EntryAction::Redirect) || may(page, EntryAction::Claim) {
        "It may be sent to no hub from here."
    } else {
        "It may be sent to no hub now."
    }
}

fn hub(number: u32, one: &Candidate<'_>, home: Option<Grid>) -> Markup {
    let Hub { name, description, address, postcode, phone, email, .. } = one.hub;
    html! {
        h3 { (number) ". " (name) }
        @if let Some(unfit) = &one.unfit { p { strong { "It " (unfit.text) "." } } }
        dl {
            (row("Away", away(one, home)))
            (row("About", description.as_ref()))
            (row("Address", address.as_ref()))
            (row("Postcode", postcode.as_ref().map(whole)))
            (row("Phone", phone.as_ref().map(whole)))
            (row("Email", email.as_ref()))
            (row("Open", hours(&one.hub.opening)))
            (row("Helps with", Some(needs(one.hub))))
            (row("For", Some(ages(one.hub.ages))))
            (row("Access", access(one.hub)))
        }
    }
}

/// How far a hub is, and in which direction: "1.3 miles north-east".
fn away(one: &Candidate<'_>, home: Option<Grid>) -> Option<String> {
    let metres = one.metres?;
    // A mile is 1,609 metres; rounded to a tenth.
    let tenths = (metres * 10 + 804) / 1_609;
    if tenths == 0 {
        return Some("Less than 0.1 miles".to_owned());
    }
    let direction = home.zip(one.place).map(|(home, place)| format!(" {}", towards(home, place)));
    let miles = if tenths == 10 { "mile" } else { "miles" };
    Some(format!("{}.{} {miles}{}", tenths / 10, tenths % 10, direction.unwrap_or_default()))
}

/// The one of eight directions in which a place lies.
fn towards(from: Grid, to: Grid) -> &'static str {
    let east = i64::from(to.easting) - i64::from(from.easting);
    let north = i64::from(to.northing) - i64::from(from.northing);
    // Each direction takes an eighth of the circle; the tangent of 22.5 degrees is 5/12.
    let is_along = |main: i64, side: i64| side.abs() * 12 < main.abs() * 5;
    match (is_along(north, east), is_along(east, north), north > 0, east > 0) {
        (true, _, true, _) => "north",
        (true, _, false, _) => "south",
        (_, true, _, true) => "east",
        (_, true, _, false) => "west",
        (_, _, true, true) => "north-east",
        (_, _, true, false) => "north-west",
        (_, _, false, true) => "south-east",
        (_, _, false, false) => "south-west",
    }
}

fn hours(opening: &[Opening]) -> Option<Markup> {
    let times = |one: &Opening| {
        let (from, to) = (one.from.strftime("%H:%M"), one.to.strftime("%H:%M"));
        format!("{}, {from} to {to}", days(&one.days))
    };
    (!opening.is_empty()).then(|| html! { ul { @for one in opening { li { (times(one)) } } } })
}

const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "Monday"),
    (Weekday::Tuesday, "Tuesday"),
    (Weekday::Wednesday, "Wednesday"),
    (Weekday::Thursday, "Thursday"),
    (Weekday::Friday, "Friday"),
    (Weekday::Saturday, "Saturday"),
    (Weekday::Sunday, "Sunday"),
];

/// Days in words: "Monday to Friday", where three or more follow each other.
fn days(days: &[Weekday]) -> String {
    let name =
        |day: &Weekday| DAYS.iter().find(|(known, _)| known == day).map_or("", |(_, name)| *name);
    let follow = days.windows(2).all(|pair| pair[0].next() == pair[1]);
    match days {
        [first, .., last] if follow && days.len() > 2 => {
            format!("{} to {}", name(first), name(last))
        }
        _ => days.iter().map(name).collect::<Vec<_>>().join(", "),
    }
}

fn needs(hub: &Hub) -> Markup {
    html! {
        @match &hub.needs {
            None => "Everything that families ask for",
            Some(needs) => ul { @for need in needs { li { (need.label()) } } },
        }
    }
}

fn ages(ages: Ages) -> String {
    match (ages.years, ages.unborn) {
        (Some((from, to)), unborn) => {
            let before = if unborn { "Before birth, and ages" } else { "Ages" };
            format!(
                "{before} {from} to {to}; to {} with special educational needs",
                ages.to_with_send
            )
        }
        (None, _) => "Before birth".to_owned(),
    }
}

fn access(hub: &Hub) -> Option<Markup> {
    let access = hub.access.as_ref()?;
    Some(html! { ul { @for one in access { li { (one.label()) } } } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_follow_each_other_are_told_as_a_span() {
        use Weekday::{Friday, Monday, Saturday, Tuesday, Wednesday};
        assert_eq!(days(&[Monday, Tuesday, Wednesday]), "Monday to Wednesday");
        assert_eq!(days(&[Monday, Tuesday]), "Monday, Tuesday");
        assert_eq!(days(&[Monday, Wednesday, Friday]), "Monday, Wednesday, Friday");
        assert_eq!(days(&[Saturday]), "Saturday");
    }

    #[test]
    fn a_direction_is_one_of_eight() {
        let home = Grid { easting: 500_000, northing: 200_000 };
        let at = |east: i32, north: i32| Grid {
            easting: home.easting.checked_add_signed(east).unwrap(),
            northing: home.northing.checked_add_signed(north).unwrap(),
        };
        let directions = [
            (0, 100, "north"),
            (100, 100, "north-east"),
            (100, 30, "east"),
            (100, -90, "south-east"),
            (-30, -100, "south"),
            (-100, -100, "south-west"),
            (-100, 0, "west"),
            (-100, 100, "north-west"),
        ];
        for (east, north, expected) in directions {
            assert_eq!(towards(home, at(east, north)), expected);
        }
    }
}
