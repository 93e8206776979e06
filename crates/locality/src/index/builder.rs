//! Builds the bytes of an index from the rows of a postcode directory. It reads and writes no file:
//! that is the command line's work.

use std::collections::BTreeMap;

use referral::GssCode;

use super::{
    encode::{self, Row},
    error::BuildError,
    key::{SectorKey, Unit, split_text},
    layout::{
        CHECKSUM_AT, Columns, EASTING_BITS, FIXED, Head, NO_CODE, NORTHING_BITS, PADDING,
        head_checksum,
    },
    record::Month,
};
use crate::Grid;

/// The origin that an index will name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildInfo {
    /// The short name of the source's edition, the first part of the index's version:
    /// "onspd-2025-11".
    pub edition: String,
    /// The source in words.
    pub source: String,
    /// The source's date, as exact as is known: "2025-11".
    pub source_date: String,
    /// The optional columns to keep.
    pub columns: Columns,
}

/// One row of a postcode directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceRow<'a> {
    /// The postcode, however spaced.
    pub postcode: &'a str,
    /// The lower-tier authority or pseudo-code.
    pub authority: Option<GssCode>,
    /// The grid reference of the postcode.
    pub grid: Option<Grid>,
    /// The electoral ward.
    pub ward: Option<GssCode>,
    /// The lower-layer super output area.
    pub lsoa: Option<GssCode>,
    /// The month in which the postcode ended, if it has.
    pub terminated: Option<Month>,
}

/// Collects rows, in any order, and writes the index.
#[derive(Debug)]
pub struct IndexBuilder {
    info: BuildInfo,
    rows: Vec<(SectorKey, Row)>,
    authorities: Dictionary,
    wards: Dictionary,
    lsoas: Dictionary,
}

/// Distinct codes, each with its place.
#[derive(Debug)]
struct Dictionary {
    column: &'static str,
    places: BTreeMap<GssCode, u16>,
}

impl Dictionary {
    fn new(column: &'static str) -> Self {
        Self { column, places: BTreeMap::new() }
    }

    fn place(&mut self, code: Option<GssCode>) -> Result<u16, BuildError> {
        let Some(code) = code else { return Ok(NO_CODE) };
        let next = self.places.len();
        if let Some(place) = self.places.get(&code) {
            return Ok(*place);
        }
        let most = usize::from(NO_CODE);
        let place = u16::try_from(next)
            .ok()
            .filter(|place| *place < NO_CODE)
            .ok_or(BuildError::TooManyCodes { column: self.column, most })?;
        self.places.insert(code, place);
        Ok(place)
    }

    fn in_order(&self) -> Vec<u8> {
        let mut codes: Vec<_> = self.places.iter().collect();
        codes.sort_by_key(|(_, place)| **place);
        codes.into_iter().flat_map(|(code, _)| code.as_str().bytes().collect::<Vec<_>>()).collect()
    }
}

/// The pseudo-code that stands for all of Northern Ireland.
const NORTHERN_IRELAND: &str = "N99999999";

impl IndexBuilder {
    /// An empty index of this origin.
    pub fn new(info: BuildInfo) -> Self {
        Self {
            info,
            rows: Vec::new(),
            authorities: Dictionary::new("authority"),
            wards: Dictionary::new("ward"),
            lsoas: Dictionary::new("LSOA"),
        }
    }

    /// Takes one row. Of a row in Northern Ireland only the postcode, the nation and the month of
    /// its end are kept: its grid is another one, and its data is under other licence terms.
    pub fn add(&mut self, row: &SourceRow<'_>) -> Result<(), BuildError> {
        let (key, unit) = split_text(row.postcode)
            .ok_or_else(|| BuildError::NotAPostcode(row.postcode.to_owned()))?;
        let northern = row.authority.is_some_and(|code| code.as_str().starts_with('N'));
        let row = if northern {
            let authority = GssCode::parse(NORTHERN_IRELAND).ok();
            SourceRow { authority, grid: None, ward: None, lsoa: None, ..*row }
        } else {
            *row
        };
        let off =
            |grid: Grid| grid.easting >> EASTING_BITS != 0 || grid.northing >> NORTHING_BITS != 0;
        if row.grid.is_some_and(off) {
            return Err(BuildError::OffTheGrid(row.postcode.to_owned()));
        }
        let Columns { ward, lsoa, terminated } = self.info.columns;
        let packed = Row {
            unit,
            grid: row.grid,
            authority: self.authorities.place(row.authority)?,
            ward: self.wards.place(row.ward.filter(|_| ward))?,
            lsoa: self.lsoas.place(row.lsoa.filter(|_| lsoa))?,
            terminated: row.terminated.filter(|_| terminated).map(Month::count),
        };
        self.rows.push((key, packed));
        Ok(())
    }

    /// The bytes of the index. The same rows in another order may number their codes otherwise, and
    /// so give another version; the answers are the same.
    pub fn finish(mut self) -> Result<Vec<u8>, BuildError> {
        self.rows.sort_unstable_by_key(|(key, row)| (*key, row.unit));
        if let Some(twice) = self.rows.windows(2).find(|pair| same_postcode(&pair[0], &pair[1])) {
            return Err(BuildError::Twice(text(twice[0].0, twice[0].1.unit)));
        }

        let mut table = Directory::default();
        let mut blocks = Vec::new();
        for sector in self.rows.chunk_by(|a, b| a.0 == b.0) {
            let rows: Vec<Row> = sector.iter().map(|(_, row)| *row).collect();
            let block = encode::sector(&rows, self.info.columns).ok_or(BuildError::TooLarge)?;
            table.add(sector[0].0, blocks.len(), &block)?;
            blocks.extend(block);
        }
        self.assemble(&table, &blocks)
    }

    fn assemble(&self, table: &Directory, blocks: &[u8]) -> Result<Vec<u8>, BuildError> {
        let mut rest = Vec::new();
        for text in [&self.info.edition, &self.info.source, &self.info.source_date] {
            rest.extend(text.bytes());
        }
        for dictionary in [&self.authorities, &self.wards, &self.lsoas] {
            rest.extend(dictionary.in_order());
        }
        rest.extend(table.bytes(blocks.len())?);

        let length = FIXED + rest.len();
        let head = Head {
            columns: self.info.columns,
            length: fit(length)?,
            file: (length + blocks.len() + PADDING) as u64,
            rows: fit(self.rows.len())?,
            sectors: fit(table.keys.len())?,
            authorities: fit(self.authorities.places.len())?,
            wards: fit(self.wards.places.len())?,
            lsoas: fit(self.lsoas.places.len())?,
            edition: fit(self.info.edition.len())?,
            source: fit(self.info.source.len())?,
            source_date: fit(self.info.source_date.len())?,
        };
        let mut file = head.to_bytes().to_vec();
        file.extend(rest);
        let checksum = head_checksum(&file);
        file[CHECKSUM_AT..FIXED].copy_from_slice(&checksum.to_le_bytes());
        file.extend(blocks);
        file.extend([0; PADDING]);
        Ok(file)
    }
}

/// The sector table while it is written: keys, where each block begins, its checksum.
#[derive(Debug, Default)]
struct Directory {
    keys: Vec<u32>,
    offsets: Vec<u32>,
    checksums: Vec<u32>,
}

impl Directory {
    fn add(&mut self, key: SectorKey, at: usize, block: &[u8]) -> Result<(), BuildError> {
        self.keys.push(key.0);
        self.offsets.push(fit(at)?);
        self.checksums.push(crc32fast::hash(block));
        Ok(())
    }

    fn bytes(&self, end: usize) -> Result<Vec<u8>, BuildError> {
        let end = fit(end)?;
        let numbers = self.keys.iter().chain(&self.offsets).chain([&end]).chain(&self.checksums);
        Ok(numbers.flat_map(|number| number.to_le_bytes()).collect())
    }
}

fn same_postcode(a: &(SectorKey, Row), b: &(SectorKey, Row)) -> bool {
    a.0 == b.0 && a.1.unit == b.1.unit
}

/// A postcode as people write it.
pub(super) fn text(key: SectorKey, unit: Unit) -> String {
    let (outward, digit) = key.text();
    let [first, second] = unit.0.map(char::from);
    format!("{outward} {digit}{first}{second}")
}

fn fit<T: TryFrom<usize>>(number: usize) -> Result<T, BuildError> {
    T::try_from(number).map_err(|_| BuildError::TooLarge)
}
