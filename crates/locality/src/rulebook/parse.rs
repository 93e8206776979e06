//! Parses a rulebook file, or tells everything that is wrong with it.

mod areas;
mod catchments;
mod hubs;
mod public;
mod rules;

use std::collections::{BTreeMap, BTreeSet};

use referral::GssCode;
use sha2::{Digest, Sha256};
use toml::Spanned;

pub(in crate::rulebook) use self::hubs::DAYS;
pub(crate) use self::hubs::day_code;
use super::{
    Contact, FrontDoor, Rulebook, RulebookError, Triage, check,
    file::{ContactTable, File, HubTable},
    lines::Faults,
};
use crate::Authority;

/// Ids that no hub may take, because other inboxes of the authority have them.
const TAKEN: [&str; 2] = ["front-door", "triage"];

/// The facts that families are never placed by. Access needs, age and SEND are asked for by their
/// own names.
const EQUALITY: [&str; 14] = [
    "ethnicity",
    "ethnic_group",
    "race",
    "nationality",
    "religion",
    "belief",
    "faith",
    "disability",
    "gender",
    "sex",
    "sexuality",
    "sexual_orientation",
    "marital_status",
    "immigration_status",
];

/// The GeoJSON files beside the rulebooks, by name.
pub(crate) type Files<'a> = BTreeMap<&'a str, &'a str>;

/// The state that every part of a file is read with.
struct Parse<'a> {
    faults: Faults<'a>,
    hubs: &'a [HubTable],
    authority: Option<&'static Authority>,
    files: &'a Files<'a>,
    /// The GeoJSON files used so far, which count towards the edition.
    used: BTreeSet<&'a str>,
}

/// Reads one rulebook file.
pub(crate) fn parse(
    name: &str,
    text: &str,
    files: &Files<'_>,
) -> Result<Rulebook, Vec<RulebookError>> {
    let mut faults = Faults::new(name, text);
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            let message = error.message().lines().collect::<Vec<_>>().join(" ");
            let (message, help) = mend(message);
            faults.at(error.span().unwrap_or(0..0), message, help);
            return Err(faults.into_found());
        }
    };
    let mut reading =
        Parse { faults, hubs: &file.hubs, authority: None, files, used: BTreeSet::new() };
    let rulebook = convert(&file, text, &mut reading);
    match rulebook {
        Some(rulebook) if reading.faults.is_empty() => Ok(rulebook),
        _ => Err(reading.faults.into_found()),
    }
}

/// The fault that the TOML reader found, and how to mend it.
fn mend(message: String) -> (String, &'static str) {
    if let Some(fact) = EQUALITY.iter().find(|fact| message.contains(&format!("field `{fact}`"))) {
        let message = format!("families are never placed by `{fact}`");
        return (message, "take it out; see \"What a rule cannot ask\" in docs/guides/rules.md");
    }
    let help = if message.contains("TOML datetime") {
        "write a day as in `2026-12-31` and a time as in `09:00:00`, without quotes"
    } else if message.starts_with("missing field") {
        "add it to the table that begins on this line"
    } else if message.starts_with("unknown") {
        "write one of those instead, or take it out"
    } else {
        "docs/guides/rules.md shows the shape of a rulebook"
    };
    (message, help)
}

fn convert<'a>(file: &'a File, text: &str, reading: &mut Parse<'a>) -> Option<Rulebook> {
    let faults = &mut reading.faults;
    let id = check::slug(&file.authority.id, faults);
    let authority = check::authority(&file.authority.code, faults);
    let version = check::version(&file.authority.version, faults);
    let door_name = check::name(&file.front_door.name, faults);
    let in_hours = check::phone(&file.front_door.in_hours, faults);
    let out_of_hours = check::phone(&file.front_door.out_of_hours, faults);
    let triage = check::name(&file.triage.name, faults);
    let (opening, closed) = hubs::times(&file.triage.opening, &file.triage.closed, faults);
    let contacts = contacts(&file.contacts, faults);
    let public = file.public.as_ref().map(|table| public::read(table, faults));
    reading.authority = authority;
    let hubs = hubs::read(&file.hubs, &id, reading);
    let overrides = rules::overrides(&file.overrides, reading);
    let rules = rules::rules(&file.rules, reading);
    let catchments = catchments::read(&file.catchments, reading);
    let drawn = reading.used.iter().filter_map(|name| reading.files.get(name).copied());
    let fingerprint = fingerprint(std::iter::once(text).chain(drawn));
    Some(Rulebook {
        authority: authority?,
        edition: format!("{id}@{version}+{fingerprint}"),
        front_door: FrontDoor {
            inbox: check::inbox(&id, TAKEN[0])?,
            name: door_name,
            in_hours,
            out_of_hours,
        },
        triage: Triage { inbox: check::inbox(&id, TAKEN[1])?, name: triage, opening, closed },
        id,
        hubs,
        overrides,
        rules,
        catchments,
        contacts,
        public,
    })
}

fn contacts(tables: &[ContactTable], faults: &mut Faults<'_>) -> BTreeMap<GssCode, Contact> {
    let mut contacts = BTreeMap::new();
    for table in tables {
        let council = check::authority(&table.council, faults);
        let name = check::name(&table.name, faults);
        let phone = check::phone(&table.phone, faults);
        let Some(code) = council.and_then(Authority::gss) else { continue };
        if contacts.insert(code, Contact { name, phone }).is_some() {
            faults.at(
                table.council.span(),
                "another contact is for the same council",
                "keep one contact for each council",
            );
        }
    }
    contacts
}

/// Eight characters that follow from the texts that were read.
fn fingerprint<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut digest = Sha256::new();
    for (at, text) in texts.enumerate() {
        if at > 0 {
            digest.update([0]);
        }
        digest.update(text.as_bytes());
    }
    let first = digest.finalize().iter().take(4).fold(0, |word, byte| word << 8 | u32::from(*byte));
    format!("{first:08x}")
}

impl Parse<'_> {
    /// The place in the file of the hub with this id.
    fn hub(&mut self, span: std::ops::Range<usize>, id: &str) -> Option<usize> {
        let found = self.hubs.iter().position(|hub| hub.id.get_ref() == id);
        if found.is_none() {
            let known: Vec<_> = self.hubs.iter().map(|hub| hub.id.get_ref().as_str()).collect();
            self.faults.at(
                span,
                format!("this names the hub `{id}`, which is not in the file"),
                if known.is_empty() {
                    "add the hub to the file".to_owned()
                } else {
                    format!("use one of: {}", known.join(", "))
                },
            );
        }
        found
    }

    /// The places in the file of the hubs with these ids.
    fn hub_list(&mut self, ids: &[Spanned<String>]) -> Vec<usize> {
        ids.iter().filter_map(|id| self.hub(id.span(), id.get_ref())).collect()
    }
}
