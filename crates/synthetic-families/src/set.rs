//! A set of referrals from one seed, and the arrivals that matching is measured with.

use fastrand::Rng;
use jiff::civil::{Date, date};
use matching::Profile;
use referral::Referral;
use serde_json::Value;

use crate::evaluate::Arrival;
use crate::family::{self, Family, Town};
use crate::report::{Report, reports};
use crate::twin::{Namer, Names, Twins, near};

/// The day on which every referral is sent.
pub const TODAY: Date = date(2026, 11, 2);

/// Families and the referrals about them.
#[derive(Debug, Clone)]
pub struct Set {
    /// The families of the set.
    pub families: Vec<Family>,
    /// The referrals, in the order they arrive.
    pub reports: Vec<Report>,
}

impl Set {
    /// Makes this many families from a seed; the same seed gives the same set.
    pub fn new(seed: u64, families: usize) -> Self {
        let mut chance = Rng::with_seed(seed);
        let town = Town::new(families, &mut chance);
        let mut next = 0;
        let families: Vec<Family> = (1..)
            .take(families)
            .map(|id| family::family(id, &town, TODAY, &mut next, &mut chance))
            .collect();
        let mut all: Vec<Report> =
            families.iter().flat_map(|family| reports(family, TODAY, &mut chance)).collect();
        chance.shuffle(&mut all);
        Self { families, reports: all }
    }

    /// Adds `count` twins that nobody knows of: copies of referrals for one child with another
    /// given name and without the child's numbers, and everything else equal but for one more field
    /// where that is wanted.
    pub fn plant_twins(&self, seed: u64, count: usize, twins: Twins) -> Vec<Arrival> {
        let mut chance = Rng::with_seed(seed);
        let mut arrivals: Vec<Arrival> = self.reports.iter().flat_map(arrivals).collect();
        let others = match twins.names {
            Names::Written => self.reports.iter().flat_map(given_names).collect(),
            _ => self.families.iter().flat_map(|f| &f.children).map(|c| c.given.clone()).collect(),
        };
        let children = self.families.iter().flat_map(|family| {
            family.children.iter().map(|child| (family.id, child.given.clone()))
        });
        let told = self
            .reports
            .iter()
            .flat_map(|report| given_names(report).map(|given| (report.family, given)));
        let mut namer = Namer::new(twins.names, others, children.chain(told));
        let mut single: Vec<&Report> = self
            .reports
            .iter()
            .filter(|report| report.children.len() == 1 && given_names(report).next().is_some())
            .collect();
        chance.shuffle(&mut single);
        let mut single = single.into_iter();
        for number in (FIRST_TWIN..).take(count) {
            let twin = single.find_map(|report| {
                let mut twin = report.clone();
                let own = given_names(report).next()?;
                let child = twin.referral["children"][0].as_object_mut()?;
                child["name"]["given"] = namer.twin_of(report.family, &own, &mut chance)?.into();
                child.remove("nhs_number");
                child.remove("upn");
                if twins.one_more {
                    one_more_differs(&mut twin.referral, &mut chance)?;
                }
                Some(twin)
            });
            let Some(mut twin) = twin else { break };
            let of = std::mem::replace(&mut twin.children, vec![number]);
            let at = chance.usize(0..=arrivals.len());
            let planted = self::arrivals(&twin)
                .into_iter()
                .map(|arrival| Arrival { twin_of: of.first().copied(), ..arrival });
            arrivals.splice(at..at, planted);
        }
        arrivals
    }
}

/// The number of the first planted twin.
const FIRST_TWIN: u64 = 1_000_000_000;

/// The given names of the children that a report names.
fn given_names(report: &Report) -> impl Iterator<Item = String> {
    let children = report.referral["children"].as_array().into_iter().flatten();
    children
        .filter_map(|child| child["name"]["given"].as_str())
        .filter(|given| *given != "Baby")
        .map(str::to_owned)
}

/// Changes one more field: another phone, a flat, a letter of the road, the town in the lines, or
/// no postcode; none where that is not possible.
fn one_more_differs(referral: &mut Value, chance: &mut Rng) -> Option<()> {
    let field = chance.u8(0..5);
    if field == 0 {
        let phone = referral["adults"][0].get_mut("phone")?;
        // A number that no parent here has: theirs all begin with 07700.
        *phone = format!("07911 {:06}", chance.u32(0..1_000_000)).into();
        return Some(());
    }
    let address = referral["household"].get_mut("address")?;
    let line = address["lines"][0].as_str()?.to_owned();
    match field {
        1 => {
            let house = line.split_once(", ").map_or(line.as_str(), |(_, house)| house);
            let flat = format!("Flat {}, {house}", chance.u8(1..20));
            if flat == line {
                return None;
            }
            address["lines"][0] = flat.into();
        }
        2 => {
            let (house, road) = line.split_once(|c: char| c.is_ascii_digit())?;
            address["lines"][0] = format!(
                "{house}{}{}",
                &line[house.len()..line.len() - road.len()],
                near(road, chance)?
            )
            .into();
        }
        3 => {
            let town = ["Ashby", "Brookfield", "Eastcote", "Holmwood"][chance.usize(0..4)];
            address["lines"].as_array_mut()?.push(town.into());
        }
        _ => {
            address.as_object_mut()?.remove("postcode")?;
        }
    }
    Some(())
}

/// The children of a report as arrivals.
pub fn arrivals(report: &Report) -> Vec<Arrival> {
    let referral = referral(report);
    Profile::all(&referral, TODAY)
        .into_iter()
        .zip(&report.children)
        .map(|(profile, child)| Arrival { child: *child, twin_of: None, profile })
        .collect()
}

/// A report, parsed as the partner API parses it.
pub fn referral(report: &Report) -> Referral {
    formats::json::read(report.referral.to_string().as_bytes(), TODAY)
        .unwrap_or_else(|rejection| unreachable!("a generated referral is valid: {rejection:?}"))
}

#[cfg(test)]
mod tests {
    use matching::{Field, Level, compare};

    use super::*;

    #[test]
    fn a_planted_twin_is_another_child_with_the_details_of_the_first() {
        let set = Set::new(1, 600);
        for names in [Names::Given, Names::Written, Names::Near, Names::Neighbour, Names::Listed] {
            for one_more in [false, true] {
                let arrivals = set.plant_twins(1, 40, Twins { names, one_more });
                let twins: Vec<&Arrival> =
                    arrivals.iter().filter(|arrival| arrival.twin_of.is_some()).collect();
                assert_eq!(twins.len(), 40, "{names:?}");
                for twin in twins {
                    let alike = arrivals.iter().any(|other| {
                        let known = compare(&twin.profile, &other.profile);
                        Some(other.child) == twin.twin_of
                            && matches!(known.level(Field::Birth), Level::Same | Level::Missing)
                            && known.level(Field::Given) != Level::Same
                    });
                    assert!(alike || one_more, "{names:?}");
                }
            }
        }
    }
}
