//! A rulebook file → a rulebook, or everything that is wrong with it.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};
use toml::Spanned;

use super::{
    Catchment, FrontDoor, Hub, Rulebook, RulebookError, Triage, check,
    file::{CatchmentTable, File, HubTable},
    lines::Faults,
};
use crate::{Authority, Grid};
use referral::GssCode;

/// Ids that no hub may take, because other inboxes of the authority have them.
const TAKEN: [&str; 2] = ["front-door", "triage"];

/// Reads one file.
pub(crate) fn parse(name: &str, text: &str) -> Result<Rulebook, Vec<RulebookError>> {
    let mut faults = Faults::new(name, text);
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            let message = error.message().lines().collect::<Vec<_>>().join(" ");
            let help = mend(&message);
            faults.at(error.span().unwrap_or(0..0), message, help);
            return Err(faults.into_found());
        }
    };
    let rulebook = convert(&file, text, &mut faults);
    match rulebook {
        Some(rulebook) if faults.is_empty() => Ok(rulebook),
        _ => Err(faults.into_found()),
    }
}

/// How to mend what the TOML reader found.
fn mend(message: &str) -> &'static str {
    if message.starts_with("missing field") {
        "add it to the table that begins on this line"
    } else if message.starts_with("unknown") {
        "write one of those instead, or take it out"
    } else {
        "localities/README.md shows the shape of a rulebook"
    }
}

fn convert(file: &File, text: &str, faults: &mut Faults<'_>) -> Option<Rulebook> {
    let id = check::slug(&file.authority.id, faults);
    let authority = check::authority(&file.authority.code, faults);
    let version = check::version(&file.authority.version, faults);
    let front_door = FrontDoorParts {
        name: check::name(&file.front_door.name, faults),
        in_hours: check::phone(&file.front_door.in_hours, faults),
        out_of_hours: check::phone(&file.front_door.out_of_hours, faults),
    };
    let triage = check::name(&file.triage.name, faults);
    let hubs = hubs(&file.hubs, &id, faults);
    let catchments = catchments(&file.catchments, &file.hubs, authority, faults);
    Some(Rulebook {
        authority: authority?,
        edition: format!("{id}@{version}+{}", fingerprint(text)),
        front_door: FrontDoor {
            inbox: check::inbox(&id, TAKEN[0])?,
            name: front_door.name,
            in_hours: front_door.in_hours,
            out_of_hours: front_door.out_of_hours,
        },
        triage: Triage { inbox: check::inbox(&id, TAKEN[1])?, name: triage },
        hubs,
        catchments,
    })
}

struct FrontDoorParts {
    name: String,
    in_hours: String,
    out_of_hours: String,
}

/// Eight characters that follow from the file's content.
fn fingerprint(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let first = digest.iter().take(4).fold(0, |word, byte| word << 8 | u32::from(*byte));
    format!("{first:08x}")
}

fn hubs(tables: &[HubTable], authority: &str, faults: &mut Faults<'_>) -> Vec<Hub> {
    let mut seen = BTreeSet::new();
    let mut hubs = Vec::new();
    for table in tables {
        let id = check::slug(&table.id, faults);
        if TAKEN.contains(&id.as_str()) {
            faults.at(
                table.id.span(),
                format!("`{id}` is the id of another inbox of this authority"),
                "give the hub another id",
            );
        }
        if !seen.insert(id.clone()) {
            faults.at(
                table.id.span(),
                format!("another hub has the id `{id}`"),
                "give each hub an id of its own",
            );
        }
        check::postcode(table.postcode.as_ref(), faults);
        let mut places: Vec<Grid> = vec![*table.grid.get_ref()];
        check::grid(&table.grid, faults);
        for site in &table.sites {
            check::name(&site.name, faults);
            check::postcode(site.postcode.as_ref(), faults);
            check::grid(&site.grid, faults);
            places.push(*site.grid.get_ref());
        }
        let name = check::name(&table.name, faults);
        // Without an inbox id a fault was noted already: the rulebook is refused.
        if let Some(inbox) = check::inbox(authority, &id) {
            hubs.push(Hub { inbox, name, places });
        }
    }
    hubs
}

fn catchments(
    tables: &[Spanned<CatchmentTable>],
    hubs: &[HubTable],
    authority: Option<&'static Authority>,
    faults: &mut Faults<'_>,
) -> Vec<Catchment> {
    let mut catchments = Vec::new();
    for table in tables {
        let hub = |id: &str, faults: &mut Faults<'_>| {
            let found = hubs.iter().position(|hub| hub.id.get_ref() == id);
            if found.is_none() {
                let known: Vec<_> = hubs.iter().map(|hub| hub.id.get_ref().as_str()).collect();
                faults.at(
                    table.span(),
                    format!("this catchment names the hub `{id}`, which is not in the file"),
                    format!("use one of: {}", known.join(", ")),
                );
            }
            found
        };
        let catchment = match table.get_ref() {
            CatchmentTable::Authority { hub: id } => {
                hub(id, faults).map(|hub| Catchment::Authority { hub })
            }
            CatchmentTable::District { district: code, hub: id } => {
                let district = district(table, code, authority, faults);
                hub(id, faults)
                    .zip(district)
                    .map(|(hub, district)| Catchment::District { district, hub })
            }
            CatchmentTable::Nearest { hubs: None } => {
                Some(Catchment::Nearest { hubs: (0..hubs.len()).collect() })
            }
            CatchmentTable::Nearest { hubs: Some(ids) } if ids.is_empty() => {
                faults.at(
                    table.span(),
                    "this catchment lists no hub",
                    "list some, or leave `hubs` out for all of them",
                );
                None
            }
            CatchmentTable::Nearest { hubs: Some(ids) } => Some(Catchment::Nearest {
                hubs: ids.iter().filter_map(|id| hub(id, faults)).collect(),
            }),
        };
        catchments.extend(catchment);
    }
    catchments
}

/// A district that lies in the file's authority.
fn district(
    table: &Spanned<CatchmentTable>,
    code: &str,
    authority: Option<&'static Authority>,
    faults: &mut Faults<'_>,
) -> Option<&'static Authority> {
    let Some(district) = GssCode::parse(code).ok().and_then(Authority::find) else {
        faults.at(
            table.span(),
            format!("`{code}` is not the code of a UK district"),
            "look its GSS code up, as in `E07000070` for Chelmsford",
        );
        return None;
    };
    if let Some(authority) = authority
        && district.upper != authority.code
    {
        faults.at(
            table.span(),
            format!(
                "{} lies in {}, not in {}",
                district.name,
                district.upper_tier().name,
                authority.name
            ),
            "name a district of this authority",
        );
        return None;
    }
    Some(district)
}
