//! Tests of each kind of fault: what is changed in a sound file that uses everything, and what is
//! told.

use super::told;
use crate::Localities;

pub(super) const RICH: &str = include_str!("rich.toml");

#[test]
fn a_file_that_uses_everything_is_sound() {
    super::parse(RICH).unwrap();
}

#[test]
fn each_fault_of_hubs_and_rules_is_told_with_its_line_and_how_to_mend_it() {
    let kinds = [
        ("an unknown need", "\"speech_and_language\"]", "\"speach\"]"),
        ("ages the wrong way round", "from = 0, to = 11", "from = 11, to = 4"),
        ("an unknown language", "\"en\", \"pl\"]", "\"Polish, please\"]"),
        (
            "an unknown access need",
            "access = [\"step_free\"]\nopening",
            "access = [\"lift\"]\nopening",
        ),
        ("unreadable hours", "\"mon\", \"fri\"", "\"Monday\""),
        ("hours the wrong way round", "from = 09:00:00", "from = 19:00:00"),
        ("a closure that ends before it begins", "to = 2027-01-02", "to = 2025-01-02"),
        ("an unknown state of capacity", "\"full\"", "\"busy\""),
        ("a partner that is not there", "partners = [\"colchester\"]", "partners = [\"harwich\"]"),
        ("its own partner", "partners = [\"colchester\"]", "partners = [\"chelmsford\"]"),
        ("a hub that closes first", "closes = 2029-01-01", "closes = 2025-01-01"),
        ("a day in quotes", "opens = 2026-01-05", "opens = \"5 January\""),
        ("a day with a time", "opens = 2026-01-05", "opens = 2026-01-05T09:00:00"),
        ("a page that is not one", "https://hub.example.org", "hub.example.org"),
        ("an override that ends first", "until = 2026-11-30", "until = 2026-10-30"),
        (
            "an override of nobody",
            "owner = \"Head of Early Help\"\nreason = \"The",
            "reason = \"The",
        ),
        ("an override for everywhere", "when = { postcodes = [\"CO10 7AA\"] }", ""),
        ("half a postcode", "CO10 7AA", "CO10"),
        ("nowhere to go", "hub = \"colchester\"\n[rule.when]", "[rule.when]"),
        (
            "two ways to go",
            "hub = \"colchester\"\n[rule",
            "hub = \"colchester\"\nto = \"triage\"\n[rule",
        ),
        ("not a place to go", "hub = \"colchester\"\n[rule", "to = \"front-door\"\n[rule"),
        ("two of one id", "id = \"border\"", "id = \"works\""),
        ("an equality fact", "needs = [\"perinatal", "ethnicity = [\"any\"]\nneeds = [\"perinatal"),
        (
            "another equality fact",
            "needs = [\"perinatal",
            "religion = \"any\"\nneeds = [\"perinatal",
        ),
        ("an unknown condition", "needs = [\"perinatal", "income = 3\nneeds = [\"perinatal"),
        ("an unknown source", "\"midwife\", \"gp\"", "\"milkman\""),
        ("not a school", "100001", "Example Primary"),
        ("not a practice", "A81001", "A"),
        ("not a ward", "wards = [\"E05004099\"]\nlsoas", "wards = [\"E01004099\"]\nlsoas"),
        (
            "a ward twice",
            "wards = [\"E05004099\"]\nhub",
            "wards = [\"E05004099\", \"E05004099\"]\nhub",
        ),
        ("no wards", "wards = [\"E05004099\"]\nhub", "wards = []\nhub"),
        ("not an LSOA", "lsoas = [\"E01021544\"]\nhub", "lsoas = [\"North\"]\nhub"),
        ("no such drawing", "file = \"essex.geojson\"\nhub", "file = \"kent.geojson\"\nhub"),
        ("no such feature", "feature = \"North\"", "feature = \"South\""),
        ("a contact in a district", "E10000029", "E07000200"),
        (
            "two contacts in one council",
            "[[contact]]",
            "[[contact]]\ncouncil = \"E10000029\"\nname = \"Suffolk\"\nphone = \"01632 960302\"\n[[contact]]",
        ),
        ("not an e-mail address", "families@essex.example.org", "families at essex"),
        ("a number nobody can dial", "01632 960204", "reception"),
        ("nowhere to write to", "post = \"County Hall, Chelmsford CM1 1QH\"\n", ""),
        ("an unknown translation", "tag = \"pl\"", "tag = \"Polish, please\""),
        ("a translation read by nobody", "reviewed_by = \"A. Reader\"", "reviewed_by = \" \""),
        ("a review without its day", "on = 2026-11-20", "on = \"in November\""),
        (
            "a translation twice",
            "[[public.language]]",
            "[[public.language]]\ntag = \"pl\"\nreviewed_by = \"B.\"\non = 2026-11-01\n[[public.language]]",
        ),
        ("no reason", "reason = \"The perinatal team sits in Colchester.\"", "reason = \" \""),
    ];
    let mut lines = Vec::new();
    for (kind, from, to) in kinds {
        assert!(RICH.contains(from), "{kind}");
        lines.push(format!("{kind}:\n{}", told(&RICH.replacen(from, to, 1))));
    }
    insta::assert_snapshot!(lines.join("\n\n"));
}

#[test]
fn a_rule_for_every_family_is_refused() {
    let end = RICH.find("needs = [\"perinatal").unwrap();
    let rest = RICH.find("[[catchment]]").unwrap();
    let text = format!("{}{}", &RICH[..end], &RICH[rest..]);
    insta::assert_snapshot!(told(&text));
}

/// The faults here are of several files beside each other, and of no single file.
#[test]
fn conflicts_between_files_are_told() {
    let sound = super::SOUND.to_owned();
    let other = sound.replace("E10000012", "E10000029").replace("E07000070", "E07000200");
    let with = |second: &str| {
        let files = [("essex.toml", sound.as_str()), ("second.toml", second)];
        let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let faults = Localities::parse(files).unwrap_err();
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        lines.join("\n")
    };
    let told = [("one council twice", sound.as_str()), ("one id for two councils", &other)]
        .map(|(kind, second)| format!("{kind}:\n{}", with(second)));
    insta::assert_snapshot!(told.join("\n\n"));
}
