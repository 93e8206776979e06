//! Reads the hubs of a file.

use std::collections::BTreeSet;

use jiff::civil::Weekday;
use referral::{AccessNeed, LanguageTag, Need};
use toml::Spanned;

use super::{Parse, TAKEN};
use crate::rulebook::{
    Ages, Capacity, Closure, Hub, Opening, Site, check,
    file::{CapacityTable, ClosureTable, HubTable, OpeningTable, SiteTable},
    lines::Faults,
};

/// The days of a week, as files write them.
pub(in crate::rulebook) const DAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// The way files write a day of the week, Monday first.
pub(crate) fn day_code(day: usize) -> Option<&'static str> {
    DAYS.get(day).map(|(code, _)| *code)
}

pub(super) fn read(tables: &[HubTable], authority: &str, reading: &mut Parse<'_>) -> Vec<Hub> {
    let mut seen = BTreeSet::new();
    let mut hubs = Vec::new();
    for table in tables {
        let id = check::slug(&table.id, &mut reading.faults);
        if TAKEN.contains(&id.as_str()) {
            reading.faults.at(
                table.id.span(),
                format!("`{id}` is the id of another inbox of this authority"),
                "give the hub another id",
            );
        }
        if !seen.insert(id.clone()) {
            reading.faults.at(
                table.id.span(),
                format!("another hub has the id `{id}`"),
                "give each hub an id of its own",
            );
        }
        hubs.extend(hub(table, id, authority, reading));
    }
    hubs
}

/// Reads a hub. It is `None` only when a fault was noted: the rulebook is then refused.
fn hub(table: &HubTable, id: String, authority: &str, reading: &mut Parse<'_>) -> Option<Hub> {
    let partners = reading.hub_list(&table.partners);
    if table.partners.iter().any(|partner| *partner.get_ref() == id) {
        reading.faults.at(
            table.id.span(),
            format!("the hub `{id}` is named as its own partner"),
            "name another hub, or none",
        );
    }
    let faults = &mut reading.faults;
    let postcode = table.postcode.as_ref();
    let grid = check::grid(table.grid.as_ref(), postcode, &table.name, faults);
    let opens = table.opens.as_ref().and_then(|day| check::date(day, faults));
    let closes = table.closes.as_ref().and_then(|day| check::date(day, faults));
    if let (Some(opens), Some(closes), Some(at)) = (opens, closes, &table.closes)
        && closes <= opens
    {
        faults.at(at.span(), "this hub closes before it opens", "swap the two days");
    }
    let (opening, closures) = times(&table.opening, &table.closed, faults);
    let hub = Hub {
        name: check::name(&table.name, faults),
        description: table.description.as_ref().map(|text| check::text(text, 300, faults)),
        address: table.address.as_ref().map(|text| check::text(text, 120, faults)),
        postcode: check::postcode(postcode, faults),
        phone: table.phone.as_ref().map(|text| check::phone(text, faults)),
        email: table.email.as_ref().map(|text| check::text(text, 120, faults)),
        website: table.website.as_ref().map(|text| check::website(text, faults)),
        grid,
        sites: table.sites.iter().map(|one| site(one, faults)).collect(),
        needs: table.needs.as_ref().map(|codes| {
            let mut needs = check::codes::<Need>(codes, faults);
            needs.sort_unstable();
            needs
        }),
        ages: table.ages.as_ref().map_or_else(Ages::default, |ages| check::ages(ages, faults)),
        languages: languages(&table.languages, faults),
        access: table.access.as_ref().map(|codes| check::codes::<AccessNeed>(codes, faults)),
        opening,
        opens,
        closes,
        closed: closures,
        capacity: table.capacity.as_ref().map(|one| capacity(one, faults)).unwrap_or_default(),
        partners,
        inbox: check::inbox(authority, &id)?,
        id,
    };
    Some(hub)
}

fn site(table: &SiteTable, faults: &mut Faults<'_>) -> Site {
    let postcode = table.postcode.as_ref();
    Site {
        name: check::name(&table.name, faults),
        grid: check::grid(table.grid.as_ref(), postcode, &table.name, faults),
        postcode: check::postcode(postcode, faults),
    }
}

pub(super) fn languages(tags: &[Spanned<String>], faults: &mut Faults<'_>) -> Vec<LanguageTag> {
    tags.iter()
        .filter_map(|tag| {
            let parsed = LanguageTag::parse(tag.get_ref());
            if parsed.is_err() {
                faults.at(
                    tag.span(),
                    format!("`{}` is not a language", tag.get_ref()),
                    "write its tag, as in `en`, `pl`, `ur`, or `bfi` for British Sign Language",
                );
            }
            parsed.ok()
        })
        .collect()
}

/// The opening times and the closures of a hub or an office.
pub(super) fn times(
    open: &[Spanned<OpeningTable>],
    closed: &[Spanned<ClosureTable>],
    faults: &mut Faults<'_>,
) -> (Vec<Opening>, Vec<Closure>) {
    let open = open.iter().filter_map(|one| opening(one, faults)).collect();
    (open, closed.iter().filter_map(|one| closure(one, faults)).collect())
}

fn opening(table: &Spanned<OpeningTable>, faults: &mut Faults<'_>) -> Option<Opening> {
    let OpeningTable { days, from, to } = table.get_ref();
    let known: Option<Vec<Weekday>> = days
        .iter()
        .map(|day| DAYS.iter().find(|(name, _)| name == day).map(|(_, day)| *day))
        .collect();
    let times = check::time(from).zip(check::time(to)).filter(|(from, to)| from < to);
    let (Some(days), Some((from, to))) = (known.filter(|days| !days.is_empty()), times) else {
        faults.at(
            table.span(),
            "these opening hours cannot be read",
            "write them as in `{ days = [\"mon\", \"tue\"], from = 09:00:00, to = 17:00:00 }`",
        );
        return None;
    };
    Some(Opening { days, from, to })
}

fn closure(table: &Spanned<ClosureTable>, faults: &mut Faults<'_>) -> Option<Closure> {
    let ClosureTable { from, to, reason } = table.get_ref();
    let reason = check::text(reason, 80, faults);
    let days = check::day(from).zip(check::day(to)).filter(|(from, to)| from <= to);
    let Some((from, to)) = days else {
        faults.at(
            table.span(),
            "this closure's days cannot be read, or end before they begin",
            "write first and last day, as in `from = 2026-12-24, to = 2027-01-02`",
        );
        return None;
    };
    Some(Closure { from, to, reason })
}

fn capacity(table: &CapacityTable, faults: &mut Faults<'_>) -> Capacity {
    let state = table.state.get_ref().as_str();
    if !["open", "full"].contains(&state) {
        faults.at(
            table.state.span(),
            format!("`{state}` is not a state of capacity"),
            "write `open` or `full`",
        );
    }
    let on = table.on.as_ref().and_then(|day| check::date(day, faults));
    Capacity { full: state == "full", weekly: table.weekly, on }
}
