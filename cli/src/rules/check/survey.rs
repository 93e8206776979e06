//! Surveys every postcode in use of each authority that has a rulebook, read from the index once.

use anyhow::Result;
use locality::{Authority, Localities, PostcodeIndex, PostcodeRecord};
use referral::{GivenPostcode, GssCode};
use std::collections::BTreeMap;

use crate::output;

/// The postcodes of one authority.
#[derive(Debug, Default)]
pub(super) struct Survey {
    pub(super) postcodes: Vec<Surveyed>,
}

/// One postcode with its record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surveyed {
    pub(super) postcode: GivenPostcode,
    pub(super) authority: &'static Authority,
    pub(super) record: PostcodeRecord,
}

impl Survey {
    /// At most `most` of the postcodes, spread evenly.
    pub(super) fn some(&self, most: usize) -> impl Iterator<Item = &Surveyed> {
        self.postcodes.iter().step_by(self.postcodes.len().div_ceil(most.max(1)).max(1))
    }

    /// The wards or LSOAs that occur, with the number of their postcodes.
    pub(super) fn codes(
        &self,
        pick: impl Fn(&PostcodeRecord) -> Option<GssCode>,
    ) -> BTreeMap<GssCode, usize> {
        let mut codes = BTreeMap::new();
        for code in self.postcodes.iter().filter_map(|one| pick(&one.record)) {
            *codes.entry(code).or_default() += 1;
        }
        codes
    }
}

/// The survey of each rulebook's authority, in the rulebooks' order.
pub(super) fn all(localities: &Localities, index: &PostcodeIndex) -> Result<Vec<Survey>> {
    let rulebooks = localities.rulebooks();
    let mut surveys: Vec<Survey> = rulebooks.iter().map(|_| Survey::default()).collect();
    let bar = output::progress(u64::from(index.about().built_rows), "Reading postcodes");
    for row in index.rows() {
        bar.inc(1);
        let (text, record) = row?;
        let Some(authority) = record.authority.and_then(Authority::find) else { continue };
        let Some(at) = rulebooks.iter().position(|book| book.authority.code == authority.upper)
        else {
            continue;
        };
        if let (None, Ok(postcode)) = (record.terminated, GivenPostcode::parse(&text)) {
            surveys[at].postcodes.push(Surveyed { postcode, authority, record });
        }
    }
    bar.finish_and_clear();
    Ok(surveys)
}
