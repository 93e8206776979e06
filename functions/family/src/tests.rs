//! Fixtures that the tests of several modules share.

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use locality::index::{BuildInfo, Columns, IndexBuilder, Month, SourceRow};
use locality::{Grid, Localities, PostcodeIndex};
use pipeline::ports::{Nature, Places};
use referral::GssCode;

use crate::draft::{Form, Way};

pub(crate) const TODAY: Date = date(2026, 11, 28);

/// A parent's answers with which nothing is wrong.
pub(crate) const PARENT: &[(&str, &str)] = &[
    ("who", "self_parent"),
    ("where", "address"),
    ("postcode", "SW1V 2AA"),
    ("given-name", "Gurpreet"),
    ("no-contact", "yes"),
    ("child-1-given-name", "Oluwaseun"),
    ("needs", "parenting"),
    ("agree", "yes"),
];

/// Time that stands still, and chance that is none.
pub(crate) struct Chance;

impl Nature for Chance {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }

    async fn sleep(&self, _pause: Duration) {}

    fn random(&self) -> [u8; 16] {
        [7; 16]
    }
}

/// A form that takes a way, with these answers.
pub(crate) fn form(way: Way, answers: &[(&str, &str)]) -> Form {
    let mut form = Form::begin(way, &Chance);
    let names: Vec<_> = answers.iter().map(|(name, _)| (*name).to_owned()).collect();
    let sent: Vec<_> =
        answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    form.answers.replace(&names, &sent);
    form
}

/// Westminster's rulebook, with the small index.
pub(crate) fn places() -> Places {
    let westminster = include_str!("../../../localities/westminster.toml");
    let files = [("westminster.toml".to_owned(), westminster.to_owned())];
    Places { localities: Localities::parse(files).unwrap(), index: index().into() }
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
