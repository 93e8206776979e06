//! Fixtures that the tests of several modules share.

use std::collections::BTreeSet;

use filling::Contents as _;
use jiff::civil::{Date, date};
use locality::index::{BuildInfo, Columns, IndexBuilder, Month, SourceRow};
use locality::{Grid, PostcodeIndex};
use pipeline::rows::Actor;
use referral::{GssCode, Line, Organisation, Referrer, ReferrerKind};

use crate::draft::Form;

/// The day of the tests.
pub(crate) const TODAY: Date = date(2026, 11, 30);

/// A form with these answers, of which no page was sent.
pub(crate) fn form(pairs: &[(&str, &str)]) -> Form {
    let actor = Actor::person("https://issuer.example", "ada", "refer-professional");
    let answers: Vec<_> = pairs.iter().map(|(name, value)| [*name, *value]).collect();
    let form = serde_json::json!({
        "v": 1,
        "owner": actor.id,
        "answers": answers,
        "tried": BTreeSet::<String>::new(),
        "returning": false,
        "token": "t",
        "sent": null,
    });
    Form::read(&serde_json::to_vec(&form).unwrap()).unwrap()
}

/// A school's SENCO.
pub(crate) fn senco() -> Referrer {
    let name = Line::parse("St Mary’s").ok();
    Referrer {
        organisation: Some(Organisation { name, urn: None, ods: None }),
        name: Line::parse("Wanjiru").ok(),
        role: Line::parse("SENCO").ok(),
        ..Referrer::of(ReferrerKind::School)
    }
}

/// A small index: a postcode in England, one that ended, one in Scotland, and one without a council.
pub(crate) fn index() -> PostcodeIndex {
    let mut builder = IndexBuilder::new(BuildInfo {
        edition: "test".to_owned(),
        source: "rows of the tests".to_owned(),
        source_date: "2026-11".to_owned(),
        columns: Columns { ward: false, lsoa: false, terminated: true },
    });
    let grid = Some(Grid { easting: 529_000, northing: 178_000 });
    for (postcode, authority, terminated) in [
        ("EH1 1AA", Some("S12000036"), None),
        ("N1  0AA", None, None),
        ("SW1V2AA", Some("E09000033"), None),
        ("SW1V2AE", Some("E09000033"), Month::new(2020, 3)),
    ] {
        let authority = authority.map(|code| GssCode::parse(code).unwrap());
        let row = SourceRow { postcode, authority, grid, ward: None, lsoa: None, terminated };
        builder.add(&row).unwrap();
    }
    PostcodeIndex::from_bytes(builder.finish().unwrap()).unwrap()
}
