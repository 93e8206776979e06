//! Tests on a rulebook with every kind of finding, and on the sample authorities, which have none
//! that must be mended.

use locality::{
    Grid, Localities, PostcodeIndex,
    index::{BuildInfo, Columns, IndexBuilder, SourceRow},
};
use referral::GssCode;

use super::{Severity, reports};

/// A rulebook with two hubs. Other tests move its first catchment.
pub(crate) const BOOK: &str = include_str!("tests/essex.toml");
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 21);

pub(crate) fn localities(text: &str) -> Localities {
    Localities::parse([("essex.toml".to_owned(), text.to_owned())]).unwrap()
}

/// Four postcodes of Essex, each in a ward and an LSOA of its own.
pub(crate) fn index() -> PostcodeIndex {
    index_with(Columns { ward: true, lsoa: true, terminated: false })
}

fn index_with(columns: Columns) -> PostcodeIndex {
    let rows = [
        ("CM1 1LH", "E07000070", "E05000001", "E01000001", 572_740, 207_824),
        ("CM2 1AA", "E07000070", "E05000002", "E01000002", 571_000, 205_000),
        ("CO1 1AA", "E07000071", "E05000003", "E01000003", 599_710, 225_348),
        ("SS141DL", "E07000066", "E05000004", "E01000004", 570_211, 188_623),
    ];
    let mut builder = IndexBuilder::new(BuildInfo {
        edition: "fixture".to_owned(),
        source: "rows of the tests".to_owned(),
        source_date: "2025-11".to_owned(),
        columns,
    });
    let code = |text: &str| GssCode::parse(text).ok();
    for (postcode, authority, ward, lsoa, easting, northing) in rows {
        let row = SourceRow {
            postcode,
            authority: code(authority),
            grid: Some(Grid { easting, northing }),
            ward: code(ward).filter(|_| columns.ward),
            lsoa: code(lsoa).filter(|_| columns.lsoa),
            terminated: None,
        };
        builder.add(&row).unwrap();
    }
    PostcodeIndex::from_bytes(builder.finish().unwrap()).unwrap()
}

fn findings(text: &str) -> Vec<String> {
    findings_by(text, &index())
}

fn findings_by(text: &str, index: &PostcodeIndex) -> Vec<String> {
    let reports = reports(&localities(text), index, TODAY).unwrap();
    let findings = reports.iter().flat_map(|report| &report.findings);
    findings
        .map(|one| {
            let line = one.line.map(|line| format!(" {line}")).unwrap_or_default();
            format!("{:?} {}{line}: {}", one.severity, one.code, one.message)
        })
        .collect()
}

#[test]
fn a_sound_rulebook_has_only_the_gap_it_means() {
    assert_eq!(
        findings(BOOK),
        ["Warning gap: no catchment covers 1 postcodes of Basildon: they go to triage"]
    );
}

#[test]
fn each_kind_of_finding_is_found() {
    let text = format!("{BOOK}{}", include_str!("tests/faulty.toml"));
    insta::assert_snapshot!(findings(&text).join("\n"));
}

#[test]
fn a_rulebook_that_does_not_say_who_answers_for_the_pages_is_warned() {
    let (without, _) = BOOK.split_once("[public]").unwrap();
    let found = findings(without);
    assert!(found.iter().any(|one| one.starts_with("Warning public_missing: ")), "{found:?}");
}

#[test]
fn an_index_without_wards_is_told_once_with_how_to_build_one() {
    let text = format!(
        "{BOOK}[[catchment]]\nkind = \"wards\"\nwards = [\"E05000004\"]\nhub = \"north\"\n\
         [[rule]]\nid = \"ward\"\nwhen = {{ wards = [\"E05000004\"] }}\nhub = \"north\"\n\
         reason = \"Tried.\"\n\
         [[override]]\nid = \"ward\"\nfrom = 2026-11-01\nuntil = 2027-02-01\n\
         owner = \"Head of Early Help\"\nreason = \"Tried.\"\n\
         when = {{ wards = [\"E05000003\"] }}\nhub = \"north\"\n"
    );
    assert_eq!(findings(&text), [] as [&str; 0], "with wards there is nothing to mend");
    let without = index_with(Columns { ward: false, lsoa: false, terminated: false });
    let found = findings_by(&text, &without);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("Error index_without_column: "), "{found:?}");
    assert!(found[0].contains("no wards and no LSOAs") && found[0].contains("(essex lines "));
    let told = reports(&localities(&text), &without, TODAY).unwrap()[0].findings[0].to_string();
    assert!(
        told.contains("hubward postcodes build --from ONSPD.zip --source-date YYYY-MM"),
        "{told}"
    );
}

#[test]
fn a_hub_may_be_given_by_a_postcode_that_the_index_has() {
    let at = |postcode: &str| {
        let grid = BOOK.lines().find(|line| line.starts_with("grid = ")).unwrap();
        findings(&BOOK.replacen(grid, &format!("postcode = \"{postcode}\""), 1))
    };
    let lost = "Error hub_without_place";
    assert!(!at("CM1 1LH").iter().any(|one| one.starts_with(lost)));
    assert!(at("CM9 9ZZ").iter().any(|one| one.starts_with(lost)), "{:?}", at("CM9 9ZZ"));
}

#[test]
fn a_closing_hub_must_have_somewhere_to_send_its_families() {
    let shut = "closed = [{ from = 2026-12-24, to = 2027-01-02, reason = \"Break\" }]\n";
    let text = BOOK.replace("id = \"south\"\n", &format!("id = \"south\"\n{shut}"));
    assert!(findings(&text).iter().any(|line| line.contains("closure_strands")));
    let text = text.replace(shut, &format!("{shut}partners = [\"north\"]\n"));
    assert!(!findings(&text).iter().any(|line| line.contains("closure_strands")));
}

#[test]
fn the_sample_authorities_have_nothing_that_must_be_mended() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let path = root.join("data/postcodes.idx");
    if !path.exists() {
        eprintln!("SKIPPED: {} is not there; run `make postcodes`", path.display());
        return;
    }
    let files = crate::rulebooks::files(&root.join("localities")).unwrap();
    let localities = crate::rulebooks::parse(&files).unwrap();
    let index = PostcodeIndex::open(path).unwrap();
    for report in reports(&localities, &index, TODAY).unwrap() {
        let bad: Vec<_> =
            report.findings.iter().filter(|one| one.severity == Severity::Error).collect();
        assert!(bad.is_empty(), "{}: {bad:?}", report.rulebook);
    }
}
