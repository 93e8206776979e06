//! Generated rulebooks of Westminster, and families anywhere, which the laws are tried on.

use std::fmt::Write;

use jiff::civil::date;
use proptest::prelude::*;
use referral::{AccessNeed, Lane, LanguageTag, Need, Needs, ReferrerKind, SendStatus, Urgency};

use super::whereabouts;
use crate::{Age, ChildFacts, Facts, Localities, fixtures::facts};

/// The southern half of Westminster, roughly, as GeoJSON.
const DRAWN: &str = r#"{"type": "Polygon", "coordinates":
    [[[-0.2, 51.48], [-0.1, 51.48], [-0.1, 51.515], [-0.2, 51.515], [-0.2, 51.48]]]}"#;

/// A hub, as far as it bears on placing.
#[derive(Debug, Clone)]
pub(super) struct Hub {
    east: u32,
    north: u32,
    needs: Option<Vec<Need>>,
    ages: Option<(u8, u8)>,
    step_free: Option<bool>,
    full: bool,
    closed: bool,
    partners: Vec<usize>,
}

/// A rule, an override or a catchment: the families it is for, and the hub it leads to.
#[derive(Debug, Clone)]
pub(super) struct Way {
    need: Option<Need>,
    source: Option<ReferrerKind>,
    hub: usize,
    kind: u8,
}

/// A generated rulebook.
#[derive(Debug, Clone)]
pub(super) struct Book {
    pub(super) hubs: Vec<Hub>,
    overrides: Vec<Way>,
    rules: Vec<Way>,
    catchments: Vec<Way>,
}

impl Book {
    /// The rulebook, read, without one of its hubs and without everything that names that hub.
    pub(super) fn without(&self, gone: Option<usize>) -> Localities {
        let files = [
            ("westminster.toml".to_owned(), self.text(gone)),
            ("drawn.geojson".to_owned(), DRAWN.to_owned()),
        ];
        Localities::parse(files).unwrap()
    }

    /// Whether capacity or partners affect placing: taking a hub away may then move others.
    pub(super) fn passes_on(&self) -> bool {
        self.hubs.iter().any(|hub| hub.full || !hub.partners.is_empty())
    }

    fn text(&self, gone: Option<usize>) -> String {
        let there = |hub: usize| hub < self.hubs.len() && Some(hub) != gone;
        let mut text = "[authority]\nid = \"westminster\"\ncode = \"E09000033\"\nversion = \"1\"\n\
            [front_door]\nname = \"Door\"\nin_hours = \"020 7946 0101\"\nout_of_hours = \"999\"\n\
            [triage]\nname = \"Triage\"\n"
            .to_owned();
        for (at, hub) in self.hubs.iter().enumerate().filter(|(at, _)| there(*at)) {
            text += &hub.text(at, &there);
        }
        for (at, way) in self.overrides.iter().enumerate().filter(|(_, way)| there(way.hub)) {
            let mut conditions: Vec<String> = way.conditions().collect();
            let beyond = way.kind == 2;
            if beyond {
                conditions.push("districts = [\"E09000005\", \"E09000032\"]".to_owned());
            }
            let condition = conditions.join(", ");
            let (hub, last) = (way.hub, if way.kind == 0 { "2026-11-30" } else { "2026-11-12" });
            write!(
                text,
                "[[override]]\nid = \"o{at}\"\nfrom = 2026-11-01\nuntil = {last}\nowner = \"X\"\n\
                 reason = \"Decided.\"\nbeyond = {beyond}\nwhen = {{ {condition} }}\n\
                 hub = \"h{hub}\"\n"
            )
            .unwrap();
        }
        for (at, way) in self.rules.iter().enumerate() {
            // A rule that leads to the triage names no hub.
            if way.kind != 0 && !there(way.hub) {
                continue;
            }
            let condition = way.conditions().collect::<Vec<_>>().join(", ");
            if !condition.is_empty() {
                let to = if way.kind == 0 {
                    "to = \"triage\"".to_owned()
                } else {
                    format!("hub = \"h{}\"", way.hub)
                };
                write!(
                    text,
                    "[[rule]]\nid = \"r{at}\"\nreason = \"So it is.\"\nwhen = {{ {condition} }}\n{to}\n"
                )
                .unwrap();
            }
        }
        // A catchment of the nearest hub names none, so it stays while any hub is left.
        let some = (0..self.hubs.len()).any(there);
        let named = |way: &&Way| if way.kind == 5 { some } else { there(way.hub) };
        for way in self.catchments.iter().filter(named) {
            let hub = way.hub;
            let area = match way.kind {
                0 => "kind = \"authority\"",
                1 => "kind = \"wards\"\nwards = [\"E05000000\", \"E05000002\"]",
                2 => "kind = \"lsoas\"\nlsoas = [\"E01000000\"]",
                3 => "kind = \"district\"\ndistrict = \"E09000033\"",
                4 => "kind = \"polygon\"\nfile = \"drawn.geojson\"",
                _ => {
                    text += "[[catchment]]\nkind = \"nearest\"\n";
                    continue;
                }
            };
            writeln!(text, "[[catchment]]\n{area}\nhub = \"h{hub}\"").unwrap();
        }
        text
    }
}

impl Hub {
    fn text(&self, at: usize, there: &impl Fn(usize) -> bool) -> String {
        let mut text = format!(
            "[[hub]]\nid = \"h{at}\"\nname = \"Hub {at}\"\ngrid = {{ easting = {}, northing = {} }}\n",
            self.east, self.north
        );
        if let Some(needs) = &self.needs {
            let codes: Vec<_> = needs.iter().map(|need| need.code()).collect();
            writeln!(text, "needs = {codes:?}").unwrap();
        }
        if let Some((from, to)) = self.ages {
            writeln!(text, "ages = {{ from = {from}, to = {to} }}").unwrap();
        }
        if let Some(step_free) = self.step_free {
            writeln!(text, "access = {}", if step_free { "[\"step_free\"]" } else { "[]" })
                .unwrap();
        }
        if self.full {
            text += "capacity = { state = \"full\" }\n";
        }
        if self.closed {
            text += "closed = [{ from = 2026-11-01, to = 2026-12-01, reason = \"Repairs\" }]\n";
        }
        let partners: Vec<_> = self
            .partners
            .iter()
            .filter(|partner| **partner != at && there(**partner))
            .map(|partner| format!("h{partner}"))
            .collect();
        writeln!(text, "partners = {partners:?}").unwrap();
        text
    }
}

impl Way {
    fn conditions(&self) -> impl Iterator<Item = String> {
        let need = self.need.map(|need| format!("needs = [\"{need}\"]"));
        let source = self.source.map(|source| format!("sources = [\"{source}\"]"));
        let place = match self.kind {
            3 => Some("wards = [\"E05000001\"]"),
            4 => Some("lsoas = [\"E01000001\"]"),
            5 => Some("postcodes = [\"SW1V 2AA\"]"),
            _ => None,
        };
        need.into_iter().chain(source).chain(place.map(str::to_owned))
    }
}

/// The values are few, so that rules and families meet.
const NEEDS: [Need; 4] = [Need::Parenting, Need::Housing, Need::Send, Need::NotSure];
const SOURCES: [ReferrerKind; 3] =
    [ReferrerKind::School, ReferrerKind::Midwife, ReferrerKind::Police];

fn hub() -> impl Strategy<Value = Hub> {
    let needs = prop::option::of(prop::sample::subsequence(NEEDS.to_vec(), 0..4));
    let ages = prop::option::of((0u8..10, 10u8..20));
    let place = (520_000u32..532_000, 177_000u32..184_000);
    let access = prop::option::of(any::<bool>());
    let partners = prop::collection::vec(0usize..4, 0..2);
    let shut = (prop::bool::weighted(0.2), prop::bool::weighted(0.2));
    (place, needs, ages, access, shut, partners).prop_map(
        |((east, north), needs, ages, step_free, (full, closed), partners)| Hub {
            east,
            north,
            needs,
            ages,
            step_free,
            full,
            closed,
            partners,
        },
    )
}

fn way() -> impl Strategy<Value = Way> {
    let need = prop::option::of(prop::sample::select(NEEDS.to_vec()));
    let source = prop::option::of(prop::sample::select(SOURCES.to_vec()));
    (need, source, 0usize..4, 0u8..6).prop_map(|(need, source, hub, kind)| Way {
        need,
        source,
        hub,
        kind,
    })
}

/// Any rulebook of one to four hubs.
pub(super) fn book() -> impl Strategy<Value = Book> {
    let ways = |most| prop::collection::vec(way(), 0..most);
    (prop::collection::vec(hub(), 1..5), ways(2), ways(4), ways(4)).prop_map(
        |(mut hubs, overrides, rules, catchments)| {
            let known = hubs.len();
            for hub in &mut hubs {
                hub.partners.retain(|partner| *partner < known);
            }
            Book { hubs, overrides, rules, catchments }
        },
    )
}

/// A generated family, of any kind.
pub(super) fn family() -> impl Strategy<Value = Facts> {
    let age = prop_oneof![Just(Age::Unborn), Just(Age::NotKnown), (0i16..27).prop_map(Age::Years)];
    let child = (age, prop::sample::select(SendStatus::ALL)).prop_map(|(age, send)| ChildFacts {
        age,
        send,
        school: None,
    });
    let needs = prop::sample::subsequence(NEEDS.to_vec(), 0..3).prop_map(Needs::new);
    let referrer = prop::sample::select(SOURCES.to_vec());
    let access = prop::option::of(Just(AccessNeed::StepFree));
    let language = prop::option::of(Just(LanguageTag::parse("ur").unwrap()));
    let said = (needs, prop::collection::vec(child, 0..3), referrer, access, language);
    let how = (prop::sample::select(Lane::ALL), prop::sample::select(Urgency::ALL));
    (whereabouts(), said, how, 1i8..29).prop_map(
        |(whereabouts, (needs, children, referrer, access, language), (lane, urgency), day)| {
            Facts {
                on: date(2026, 11, day),
                lane,
                urgency,
                needs,
                children,
                referrer,
                language,
                access: access.into_iter().collect(),
                ..facts(whereabouts)
            }
        },
    )
}
