//! Rules, overrides, eligibility, capacity and closures, a case each, on one rulebook.

use jiff::civil::{Date, date};
use referral::{AccessNeed, Lane, LanguageTag, Need, Needs, ReferrerKind, SendStatus};

use super::Placement;
use crate::{Age, ChildFacts, Facts};
use crate::{
    Grid, Localities, PostcodeIndex,
    fixtures::{at, facts},
    index::{BuildInfo, Columns, IndexBuilder, SourceRow},
};

const BOOK: &str = include_str!("rule_tests/essex.toml");
const DRAWN: &str = include_str!("rule_tests/essex.geojson");
const TODAY: Date = date(2026, 11, 21);

/// Postcode, authority, ward, LSOA, easting and northing: real places, made-up wards.
const ROWS: &[(&str, &str, &str, &str, u32, u32)] = &[
    ("CM1 1LH", "E07000070", "E05000001", "E01000001", 572_740, 207_824),
    ("CM2 1AA", "E07000070", "E05000002", "E01000002", 571_000, 205_000),
    ("CM2 2AA", "E07000070", "E05000003", "E01000003", 571_500, 204_000),
    ("CO1 1AA", "E07000071", "E05000004", "E01000004", 599_710, 225_348),
    ("SS141DL", "E07000066", "E05000005", "E01000005", 570_211, 188_623),
    ("IP1 1AA", "E07000202", "E05000006", "E01000006", 616_000, 244_500),
];

fn index() -> PostcodeIndex {
    let mut builder = IndexBuilder::new(BuildInfo {
        edition: "fixture".to_owned(),
        source: "rows of the tests".to_owned(),
        source_date: "2025-11".to_owned(),
        columns: Columns { ward: true, lsoa: true, terminated: false },
    });
    let code = |text: &str| referral::GssCode::parse(text).ok();
    for (postcode, authority, ward, lsoa, easting, northing) in ROWS {
        let grid = Some(Grid { easting: *easting, northing: *northing });
        let row = SourceRow {
            postcode,
            authority: code(authority),
            grid,
            ward: code(ward),
            lsoa: code(lsoa),
            terminated: None,
        };
        builder.add(&row).unwrap();
    }
    PostcodeIndex::from_bytes(builder.finish().unwrap()).unwrap()
}

fn place(facts: &Facts) -> Placement {
    let files = [("essex.toml", BOOK), ("essex.geojson", DRAWN)];
    let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
    Localities::parse(files).unwrap().place(facts, &index())
}

fn family(postcode: &str) -> Facts {
    Facts { on: TODAY, ..facts(at(postcode)) }
}

#[track_caller]
fn goes(facts: &Facts, inbox: &str, code: &str) {
    let placement = place(facts);
    let codes: Vec<_> = placement.reasons.iter().map(|reason| reason.code.as_str()).collect();
    assert_eq!(placement.inbox.as_str(), inbox, "{codes:?} {:?}", placement.considered);
    assert!(codes.contains(&code), "{codes:?}");
}

#[test]
fn wards_lsoas_and_drawn_areas_have_their_hubs() {
    goes(&family("CM2 1AA"), "essex-south", "ward_hub");
    goes(&family("CM2 2AA"), "essex-south", "lsoa_hub");
    goes(&family("CO1 1AA"), "essex-north", "area_hub");
    goes(&family("SS14 1DL"), "essex-centre", "nearest_hub");
}

#[test]
fn a_rule_applies_when_every_part_of_it_does() {
    let midwife = Facts {
        referrer: ReferrerKind::Midwife,
        needs: Needs::new([Need::PerinatalMentalHealth]),
        children: vec![child(Age::Unborn)],
        ..family("CM1 1LH")
    };
    goes(&midwife, "essex-north", "rule");
    let school = Facts { referrer: ReferrerKind::School, ..midwife.clone() };
    goes(&school, "essex-centre", "nearest_hub");
    let older = Facts { children: vec![child(Age::Years(3))], ..midwife };
    goes(&older, "essex-centre", "nearest_hub");
}

#[test]
fn a_rule_can_ask_for_language_and_lead_to_triage() {
    let urdu = LanguageTag::parse("ur").ok();
    let deaf = LanguageTag::parse("bfi").ok();
    goes(&Facts { language: urdu, ..family("CM1 1LH") }, "essex-north", "rule");
    goes(&Facts { language: deaf, ..family("CM1 1LH") }, "essex-triage", "rule");
}

#[test]
fn an_override_comes_before_rules_on_its_days_only() {
    let on = |on| Facts { on, ..family("CM1 1LH") };
    goes(&on(date(2026, 12, 1)), "essex-south", "override");
    goes(&on(date(2026, 12, 31)), "essex-south", "override_by");
    goes(&on(date(2027, 1, 1)), "essex-centre", "nearest_hub");
}

#[test]
fn an_override_can_take_a_family_from_beyond_the_border() {
    let suffolk = family("IP1 1AA");
    goes(&suffolk, "essex-north", "override");
    let placement = place(&suffolk);
    assert_eq!(placement.authority.unwrap().name, "Suffolk");
    assert!(placement.rulebook.unwrap().starts_with("essex@"));
    goes(&Facts { on: date(2027, 6, 1), ..suffolk.clone() }, "out-of-area", "contact_there");
    goes(&Facts { lane: Lane::Safeguarding, ..suffolk }, "out-of-area", "outside_area");
}

#[test]
fn the_nearest_hub_is_the_nearest_that_can_take_the_family() {
    // The centre does not help with housing; the south, full, passes to the north.
    let housing = Facts { needs: Needs::new([Need::Housing]), ..family("CM1 1LH") };
    goes(&housing, "essex-north", "partner_hub");
    let placement = place(&housing);
    let nearer = placement.considered.iter().find(|one| one.rule == "hub centre").unwrap();
    assert_eq!((nearer.code.as_str(), nearer.applied), ("need_not_offered", false));
    // The centre is for children up to 11.
    let teenager = Facts { children: vec![child(Age::Years(15))], ..family("SS14 1DL") };
    goes(&teenager, "essex-north", "partner_hub");
    let toddler_too =
        Facts { children: vec![child(Age::Years(15)), child(Age::Years(2))], ..family("SS14 1DL") };
    goes(&toddler_too, "essex-centre", "nearest_hub");
}

#[test]
fn ages_end_at_19_and_at_25_with_send() {
    let young = |years, send| Facts {
        children: vec![ChildFacts { age: Age::Years(years), send, school: None }],
        ..family("CO1 1AA")
    };
    goes(&young(19, SendStatus::None), "essex-north", "area_hub");
    goes(&young(20, SendStatus::None), "essex-triage", "age_outside_range");
    goes(&young(24, SendStatus::Ehcp), "essex-north", "area_hub");
    goes(&young(26, SendStatus::Ehcp), "essex-triage", "no_hub_fits");
}

#[test]
fn declared_access_counts_and_undeclared_access_does_not() {
    let step_free = |postcode| Facts { access: vec![AccessNeed::StepFree], ..family(postcode) };
    goes(&step_free("CM1 1LH"), "essex-centre", "nearest_hub");
    goes(&step_free("CO1 1AA"), "essex-centre", "nearest_hub");
}

#[test]
fn a_hub_takes_no_family_while_it_is_shut() {
    let on = |on, postcode| Facts { on, ..family(postcode) };
    goes(&on(date(2026, 8, 10), "CO1 1AA"), "essex-centre", "nearest_hub");
    goes(&on(date(2025, 12, 31), "CM2 1AA"), "essex-centre", "nearest_hub");
    goes(&on(date(2030, 1, 1), "CM2 1AA"), "essex-centre", "nearest_hub");
}

#[test]
fn every_rule_that_was_looked_at_is_told_in_order() {
    let placement = place(&family("SS14 1DL"));
    let lines: Vec<_> = placement
        .considered
        .iter()
        .map(|one| format!("{} [{} {}] {}", one.rule, one.applied, one.code, one.text))
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

fn child(age: Age) -> ChildFacts {
    ChildFacts { age, send: SendStatus::NotKnown, school: None }
}
