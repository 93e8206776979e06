//! Fixtures that the tests of this crate place families with: a small index of real postcodes, and
//! the sample authorities' own rulebooks.

use jiff::civil::date;
use referral::{
    Accessibility, Agreement, AgreementStatus, Children, GivenPostcode, GssCode, Household, Lane,
    LevelOfNeed, Location, Need, Needs, Referral, Referrer, ReferrerKind, Urgency,
};

use crate::{
    Facts, Grid, Localities, PostcodeIndex, Whereabouts,
    index::{BuildInfo, Columns, IndexBuilder, SourceRow},
};

/// Postcode, authority, easting and northing, as the directory of November 2025 has them.
const ROWS: &[(&str, &str, u32, u32)] = &[
    ("SW1V2AA", "E09000033", 529_113, 178_567),
    ("SW1V2AE", "E09000032", 529_675, 177_443),
    ("NW8 8DE", "E09000033", 527_133, 182_034),
    ("W2  5PR", "E09000033", 525_161, 181_486),
    ("W10 4AA", "E09000033", 523_858, 182_637),
    ("W10 4AL", "E09000005", 523_882, 182_734),
    ("PO302AX", "E06000046", 450_690, 88_945),
    ("PO332JF", "E06000046", 459_282, 92_539),
    ("CM1 1LH", "E07000070", 572_740, 207_824),
    ("CO1 1AA", "E07000071", 599_710, 225_348),
    ("SS141DL", "E07000066", 570_211, 188_623),
    ("CM201XA", "E07000073", 544_712, 210_047),
    ("M24 4EA", "E08000005", 386_145, 405_503),
    ("OL129BG", "E08000005", 390_661, 414_482),
    ("OL128AA", "E07000125", 388_000, 418_000),
    ("EH1 1AA", "S12000036", 325_900, 673_700),
    ("CF101AA", "W06000015", 318_300, 176_000),
    ("S70 1AA", "E08000038", 434_500, 406_500),
];

/// The index of these rows, with one postcode in Westminster whose place is not known, one that is
/// listed without a council, and two of territories.
pub(crate) fn index() -> PostcodeIndex {
    PostcodeIndex::from_bytes(index_bytes()).unwrap()
}

/// The postcodes of the index that lie in a council's area.
pub(crate) fn postcodes() -> impl Iterator<Item = &'static str> {
    ROWS.iter().map(|row| row.0)
}

/// The ward and the LSOA of a row, made up from three wards and two LSOAs.
fn areas(row: usize) -> (GssCode, GssCode) {
    let code = |text: String| GssCode::parse(&text).unwrap();
    (code(format!("E0500000{}", row % 3)), code(format!("E0100000{}", row % 2)))
}

/// The bytes of the index.
pub(crate) fn index_bytes() -> Vec<u8> {
    let mut builder = IndexBuilder::new(BuildInfo {
        edition: "fixture-2025-11".to_owned(),
        source: "rows of the tests".to_owned(),
        source_date: "2025-11".to_owned(),
        columns: Columns { ward: true, lsoa: true, terminated: false },
    });
    let mut rows = 0;
    let mut add = |postcode: &str, authority: Option<&str>, grid: Option<Grid>| {
        let authority = authority.map(|code| GssCode::parse(code).unwrap());
        let (ward, lsoa) = areas(rows);
        let (ward, lsoa) = (grid.map(|_| ward), grid.map(|_| lsoa));
        builder
            .add(&SourceRow { postcode, authority, grid, ward, lsoa, terminated: None })
            .unwrap();
        rows += 1;
    };
    for (postcode, authority, easting, northing) in ROWS {
        add(postcode, Some(authority), Some(Grid { easting: *easting, northing: *northing }));
    }
    add("SW1A0ZZ", Some("E09000033"), None);
    add("N1  0AA", None, None);
    add("GY1 1AA", Some("L99999999"), None);
    add("BT1 1AA", Some("N09000003"), None);
    builder.finish().unwrap()
}

/// The rulebook files of the sample authorities, by name.
pub(crate) fn files() -> Vec<(String, String)> {
    [
        ("essex.toml", include_str!("../../../localities/essex.toml")),
        ("isle-of-wight.toml", include_str!("../../../localities/isle-of-wight.toml")),
        ("isle-of-wight.geojson", include_str!("../../../localities/isle-of-wight.geojson")),
        ("rochdale.toml", include_str!("../../../localities/rochdale.toml")),
        ("westminster.toml", include_str!("../../../localities/westminster.toml")),
    ]
    .map(|(name, text)| (name.to_owned(), text.to_owned()))
    .to_vec()
}

/// The sample authorities, parsed.
pub(crate) fn localities() -> Localities {
    Localities::parse(files()).unwrap()
}

/// The facts of an agreed referral of a family that lives at `whereabouts`.
pub(crate) fn facts(whereabouts: Whereabouts) -> Facts {
    Facts {
        on: date(2026, 11, 21),
        lane: Lane::Agreed,
        whereabouts,
        needs: Needs::new([Need::Parenting]),
        children: Vec::new(),
        referrer: ReferrerKind::School,
        urgency: Urgency::Routine,
        level_of_need: LevelOfNeed::NotAssessed,
        language: None,
        interpreter_needed: false,
        access: Vec::new(),
        gp: None,
    }
}

/// A school's agreed referral of a family about which nothing else is known.
pub(crate) fn referral(location: Location) -> Referral {
    let status = AgreementStatus::Agreed;
    Referral {
        referrer: Referrer::of(ReferrerKind::School),
        agreement: Agreement { status, by: None, on: None, reason: None },
        household: Household {
            location,
            language: None,
            interpreter_needed: None,
            accessibility: Accessibility::default(),
            parents_disagree_on_residence: false,
        },
        adults: Vec::new(),
        must_not_know: Vec::new(),
        children: Children::NotKnown,
        needs: Needs::new([Need::Parenting]),
        reason: None,
        already_tried: None,
        others_helping: None,
        family_voice: None,
        urgency: None,
        level_of_need: None,
        safeguarding_concern: false,
        as_given: Vec::new(),
    }
}

/// The whereabouts of a family with this postcode, and no council named.
pub(crate) fn at(postcode: &str) -> Whereabouts {
    Whereabouts::Postcode { postcode: GivenPostcode::parse(postcode).unwrap(), authority: None }
}

/// The council with this code.
#[expect(clippy::unnecessary_wraps, reason = "it is used where a council may be missing")]
pub(crate) fn council(code: &str) -> Option<GssCode> {
    Some(GssCode::parse(code).unwrap())
}
