//! A set of referrals from one seed, and the arrivals that matching is measured with.

use fastrand::Rng;
use jiff::civil::{Date, date};
use matching::Profile;
use referral::Referral;

use crate::evaluate::Arrival;
use crate::family::{self, Family, Town};
use crate::report::{Report, reports};

/// The day on which every referral is sent.
pub const TODAY: Date = date(2026, 11, 2);

/// Families and the referrals about them.
#[derive(Debug, Clone)]
pub struct Set {
    /// The families.
    pub families: Vec<Family>,
    /// The referrals, in the order they arrive.
    pub reports: Vec<Report>,
}

impl Set {
    /// So many families, by a seed: the same seed gives the same set.
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
    /// given name and without the child's numbers, everything else equal.
    pub fn plant_twins(&self, seed: u64, count: usize) -> Vec<Arrival> {
        let mut chance = Rng::with_seed(seed);
        let mut arrivals: Vec<Arrival> = self.reports.iter().flat_map(arrivals).collect();
        let names: Vec<String> =
            self.families.iter().flat_map(|f| &f.children).map(|c| c.given.clone()).collect();
        let single: Vec<&Report> = self
            .reports
            .iter()
            .filter(|report| report.children.len() == 1 && is_plain(report))
            .collect();
        for number in 0..count {
            let of = single[chance.usize(0..single.len())];
            let mut twin = of.clone();
            let child = &mut twin.referral["children"][0];
            let given = child["name"]["given"].as_str().unwrap_or_default().to_owned();
            let other = loop {
                let other = &names[chance.usize(0..names.len())];
                if *other != given {
                    break other.clone();
                }
            };
            child["name"]["given"] = other.into();
            if let Some(child) = child.as_object_mut() {
                child.remove("nhs_number");
                child.remove("upn");
            }
            twin.children = vec![1_000_000_000 + number as u64];
            let at = chance.usize(0..=arrivals.len());
            let planted = self::arrivals(&twin)
                .into_iter()
                .map(|arrival| Arrival { twin_of: Some(of.children[0]), ..arrival });
            arrivals.splice(at..at, planted);
        }
        arrivals
    }
}

/// Whether a report names its child.
fn is_plain(report: &Report) -> bool {
    report.referral["children"][0]["name"]["given"].as_str().is_some_and(|given| given != "Baby")
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
