//! The postcode index: for every UK postcode its authority, its place, and the other columns of the
//! source, in one compact file that is mapped, not read. It knows postcodes only; `place` decides
//! which hub serves a place. docs/POSTCODES.md draws the format.

mod bits;
mod builder;
mod encode;
mod error;
mod key;
mod layout;
mod record;
mod sector;
mod storage;
#[cfg(test)]
mod tests;

use std::{
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};

use referral::{GssCode, Postcode};
use serde::Serialize;

pub use self::{
    builder::{BuildInfo, IndexBuilder, SourceRow},
    error::{BuildError, DamagedIndex, IndexError},
    layout::Columns,
    record::{Month, PostcodeRecord},
};
use self::{
    encode::Row,
    key::{SectorKey, Unit},
    layout::{CHECKSUM_AT, CODE, FORMAT, Head, MAGIC, PADDING, u16_at, u32_at},
    sector::Sector,
    storage::Storage,
};

/// The origin of an index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IndexInfo {
    /// The version, short and unique to the content: "onspd-2025-11-1f3a9c2e".
    pub version: String,
    /// The source in words.
    pub source: String,
    /// The source's date, as exact as is known: "2025-11".
    pub source_date: String,
    /// The number of postcodes in the index.
    pub built_rows: u32,
    /// The size of the index in bytes.
    pub bytes: u64,
}

/// An opened postcode index. It is cheap to share by reference between threads.
#[derive(Debug)]
pub struct PostcodeIndex {
    storage: Storage,
    head: Head,
    info: IndexInfo,
    at: Sections,
    /// The authorities' codes, in the order of their dictionary: every lookup needs one.
    authorities: Vec<GssCode>,
    /// The place among the keys where the sectors of each area begin, so that a search is short.
    areas: Vec<u32>,
    /// One bit for each sector, set once its block has been checked against its checksum.
    checked: Vec<AtomicU64>,
}

/// The places where the parts of the head begin, in bytes.
#[derive(Debug, Clone, Copy)]
struct Sections {
    authorities: usize,
    wards: usize,
    lsoas: usize,
    keys: usize,
    offsets: usize,
    checksums: usize,
    blocks: usize,
}

impl PostcodeIndex {
    /// Opens an index file: maps it and checks its head. Each block is checked when it is first
    /// read, so opening takes no longer for a longer file. Replace a file in use by renaming
    /// another over it, never by writing into it.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, IndexError> {
        let path = path.as_ref();
        let storage = Storage::map(path)
            .map_err(|source| IndexError::Unreadable { path: path.to_owned(), source })?;
        Self::new(storage)
    }

    /// Opens an index from bytes in memory.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, IndexError> {
        Self::new(Storage::Owned(bytes))
    }

    fn new(storage: Storage) -> Result<Self, IndexError> {
        let bytes: &[u8] = &storage;
        if bytes.get(..MAGIC.len()) != Some(&MAGIC) {
            return Err(IndexError::NotAnIndex);
        }
        let found = u16_at(bytes, MAGIC.len()).ok_or(IndexError::NotAnIndex)?;
        if found != FORMAT {
            return Err(IndexError::OtherFormat { found, expected: FORMAT });
        }
        let head = Head::from_bytes(bytes).ok_or(IndexError::NotAnIndex)?;
        if bytes.len() as u64 != head.file {
            return Err(IndexError::WrongLength { found: bytes.len() as u64, expected: head.file });
        }
        let damaged = DamagedIndex { part: "head" };
        let all = bytes.get(..head.length as usize).ok_or(damaged)?;
        let checksum = layout::head_checksum(all);
        if u32_at(bytes, CHECKSUM_AT) != Some(checksum) {
            return Err(damaged.into());
        }
        let (texts, at) = places(&head).ok_or(damaged)?;
        let text = |range: std::ops::Range<usize>| {
            let part = bytes.get(range).ok_or(damaged)?;
            std::str::from_utf8(part).map(str::to_owned).map_err(|_| damaged)
        };
        let info = IndexInfo {
            version: format!("{}-{checksum:08x}", text(texts[0]..texts[1])?),
            source: text(texts[1]..texts[2])?,
            source_date: text(texts[2]..at.authorities)?,
            built_rows: head.rows,
            bytes: head.file,
        };
        let authorities = (0..head.authorities as usize)
            .map(|place| code_at(bytes, at.authorities, place))
            .collect::<Option<_>>()
            .ok_or(damaged)?;
        let areas = areas(bytes.get(at.keys..at.offsets).ok_or(damaged)?.as_chunks().0);
        let words = (head.sectors as usize).div_ceil(64);
        let checked = (0..words).map(|_| AtomicU64::new(0)).collect();
        Ok(Self { storage, head, info, at, authorities, areas, checked })
    }

    /// The origin of the index.
    pub fn about(&self) -> &IndexInfo {
        &self.info
    }

    /// The optional columns that the index has.
    pub fn columns(&self) -> Columns {
        self.head.columns
    }

    /// Whether the index has the postcode; no, where the index is damaged.
    pub fn has(&self, postcode: &Postcode) -> bool {
        matches!(self.lookup(postcode), Ok(Some(_)))
    }

    /// The record of a postcode; `None` when the index does not have it. Fails only when the part
    /// of the file that would answer is damaged.
    pub fn lookup(&self, postcode: &Postcode) -> Result<Option<PostcodeRecord>, DamagedIndex> {
        match key::split_padded(postcode.padded()) {
            Some((sector, unit)) => self.find(sector, unit),
            None => Ok(None),
        }
    }

    /// The record of a postcode as a directory writes it, with any spacing. It serves to check an
    /// index against its source; everything else starts from a parsed [`Postcode`].
    pub fn lookup_text(&self, text: &str) -> Result<Option<PostcodeRecord>, DamagedIndex> {
        match key::split_text(text) {
            Some((sector, unit)) => self.find(sector, unit),
            None => Ok(None),
        }
    }

    fn find(&self, key: SectorKey, unit: Unit) -> Result<Option<PostcodeRecord>, DamagedIndex> {
        let Some(sector) = self.sector_of(key) else { return Ok(None) };
        let block = self.block(sector)?;
        let row = Sector::read(block).find(unit, self.head.columns);
        Ok(row.map(|row| self.record(&row)))
    }

    /// Every postcode with its record, in the order of the file.
    pub fn rows(
        &self,
    ) -> impl Iterator<Item = Result<(String, PostcodeRecord), DamagedIndex>> + '_ {
        (0..self.head.sectors as usize).flat_map(move |sector| {
            let key = SectorKey(self.number(self.at.keys, sector));
            let rows = self.block(sector).map(|block| Sector::read(block).rows(self.head.columns));
            let (rows, damaged) = match rows {
                Ok(rows) => (rows, None),
                Err(damaged) => (Vec::new(), Some(Err(damaged))),
            };
            let found = rows
                .into_iter()
                .map(move |row| Ok((builder::text(key, row.unit), self.record(&row))));
            found.chain(damaged)
        })
    }

    /// Checks every block and counts every row, which opening leaves until it is needed.
    pub fn verify(&self) -> Result<(), DamagedIndex> {
        let mut rows = 0;
        for row in self.rows() {
            row?;
            rows += 1;
        }
        if rows == self.head.rows { Ok(()) } else { Err(DamagedIndex { part: "sector table" }) }
    }

    /// The most bytes of the file that opening it and one lookup read: the head and one block.
    pub fn most_touched(&self) -> u64 {
        let ends = |at: usize| self.number(self.at.offsets, at);
        let sectors = self.head.sectors as usize;
        let longest = (0..sectors).map(|at| ends(at + 1).saturating_sub(ends(at))).max();
        u64::from(self.head.length) + u64::from(longest.unwrap_or(0))
    }

    /// The place of a sector in the sector table.
    fn sector_of(&self, key: SectorKey) -> Option<usize> {
        let keys = self.storage.get(self.at.keys..self.at.offsets)?.as_chunks::<4>().0;
        let &[from, to] = self.areas.get(key.area()..=key.area() + 1)? else { return None };
        let near = keys.get(from as usize..to as usize)?;
        let place = near.partition_point(|bytes| u32::from_le_bytes(*bytes) < key.0);
        (near.get(place) == Some(&key.0.to_le_bytes())).then_some(from as usize + place)
    }

    /// A sector's block, checked against its checksum the first time it is read.
    fn block(&self, sector: usize) -> Result<&[u8], DamagedIndex> {
        let damaged = DamagedIndex { part: "sector table" };
        let from = self.at.blocks + self.number(self.at.offsets, sector) as usize;
        let to = self.at.blocks + self.number(self.at.offsets, sector + 1) as usize;
        // Some bytes beyond the block's end let its last numbers be read as whole words.
        let roomy = self.storage.get(from..to.saturating_add(PADDING)).ok_or(damaged)?;
        let word = self.checked.get(sector / 64).ok_or(damaged)?;
        let flag = 1 << (sector % 64);
        if word.load(Ordering::Relaxed) & flag == 0 {
            let block = roomy.get(..to.saturating_sub(from)).ok_or(damaged)?;
            if crc32fast::hash(block) != self.number(self.at.checksums, sector) {
                return Err(damaged);
            }
            word.fetch_or(flag, Ordering::Relaxed);
        }
        Ok(roomy)
    }

    fn record(&self, row: &Row) -> PostcodeRecord {
        PostcodeRecord {
            authority: self.authorities.get(usize::from(row.authority)).copied(),
            grid: row.grid,
            ward: self.code(self.at.wards, self.head.wards, row.ward),
            lsoa: self.code(self.at.lsoas, self.head.lsoas, row.lsoa),
            terminated: row.terminated.map(Month::from_count),
        }
    }

    fn code(&self, table: usize, count: u32, place: u16) -> Option<GssCode> {
        if u32::from(place) >= count {
            return None;
        }
        code_at(&self.storage, table, usize::from(place))
    }

    /// The 32-bit number at a place of a table; zero beyond the file, which its length rules out.
    fn number(&self, table: usize, place: usize) -> u32 {
        u32_at(&self.storage, table + 4 * place).unwrap_or(0)
    }
}

/// The places where the keys of each area begin, and last the place where they all end.
fn areas(keys: &[[u8; 4]]) -> Vec<u32> {
    let mut begins = vec![0; SectorKey::AREAS + 1];
    for key in keys {
        // A damaged key beyond the last area is never found.
        if let Some(count) = begins.get_mut(SectorKey(u32::from_le_bytes(*key)).area() + 1) {
            *count += 1;
        }
    }
    let mut before = 0;
    for count in &mut begins {
        before += *count;
        *count = before;
    }
    begins
}

/// The code at a place of a dictionary.
fn code_at(bytes: &[u8], table: usize, place: usize) -> Option<GssCode> {
    let from = table + place * CODE;
    let text = std::str::from_utf8(bytes.get(from..from + CODE)?).ok()?;
    GssCode::parse(text).ok()
}

/// The places where the parts begin, the three texts first; `None` when they do not add up to the
/// head.
fn places(head: &Head) -> Option<([usize; 3], Sections)> {
    let sectors = head.sectors as usize;
    let edition = layout::FIXED;
    let source = edition + usize::from(head.edition);
    let date = source + usize::from(head.source);
    let authorities = date + usize::from(head.source_date);
    let wards = authorities + head.authorities as usize * CODE;
    let lsoas = wards + head.wards as usize * CODE;
    let keys = lsoas + head.lsoas as usize * CODE;
    let offsets = keys + 4 * sectors;
    let checksums = offsets + 4 * (sectors + 1);
    let blocks = checksums + 4 * sectors;
    let at = Sections { authorities, wards, lsoas, keys, offsets, checksums, blocks };
    (blocks == head.length as usize).then_some(([edition, source, date], at))
}
