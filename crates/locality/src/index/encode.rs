//! Writes one sector's units as its block of bits (docs/POSTCODES.md). `sector` reads it.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    bits::{BitWriter, width_of},
    key::{Letters, Unit},
    layout::{
        CODE_BITS, Columns, EASTING_BITS, FIXED_BITS, MONTH_BITS, NORTHING_BITS, OFFSET_BITS,
        POINTS_BITS, UNITS_BITS, WIDTH_BITS,
    },
};
use crate::Grid;

/// One postcode of a sector, with its codes as places in the file's dictionaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) unit: Unit,
    pub(super) grid: Option<Grid>,
    pub(super) authority: u16,
    pub(super) ward: u16,
    pub(super) lsoa: u16,
    /// The month in which the postcode ended, counted from January of year 0.
    pub(super) terminated: Option<u16>,
}

/// Writes the block of a sector whose rows are sorted by unit; `None` when it would not fit.
pub(super) fn sector(rows: &[Row], columns: Columns) -> Option<Vec<u8>> {
    let usual = |row: &Row| row.unit.0.iter().all(|letter| Letters::Usual.place(*letter).is_some());
    let letters = if rows.iter().all(usual) { Letters::Usual } else { Letters::All };
    let frame = Frame::around(rows.iter().filter_map(|row| row.grid));

    let mut by_first: BTreeMap<u32, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        by_first.entry(letters.place(row.unit.0[0])?).or_default().push(row);
    }
    let mut headers = BitWriter::default();
    let mut points = BitWriter::default();
    for group in by_first.values() {
        letter_group(group, letters, frame, &mut headers, &mut points)?;
    }

    let firsts = by_first.keys().fold(0, |mask, first| mask | 1 << first);
    let codes = code_columns(rows, columns);

    let mut block = BitWriter::default();
    block.push(u64::from(letters == Letters::All), 8);
    block.push(rows.len().try_into().ok()?, UNITS_BITS);
    let groups_at = u16::try_from(FIXED_BITS as usize + codes.len()).ok()?;
    block.push(groups_at.into(), OFFSET_BITS);
    block.push(frame.least.easting.into(), EASTING_BITS);
    block.push(frame.least.northing.into(), NORTHING_BITS);
    block.push(frame.easting_width.into(), WIDTH_BITS);
    block.push(frame.northing_width.into(), WIDTH_BITS);
    block.append(&codes);
    block.push(firsts, letters.count());
    block.append(&headers);
    block.append(&points);
    Some(block.into_bytes())
}

/// The smallest box around some points, as its least corner and the bits that an offset takes.
#[derive(Debug, Clone, Copy)]
struct Frame {
    least: Grid,
    easting_width: u32,
    northing_width: u32,
}

impl Frame {
    fn around(points: impl Iterator<Item = Grid> + Clone) -> Self {
        let least = Grid {
            easting: points.clone().map(|point| point.easting).min().unwrap_or(0),
            northing: points.clone().map(|point| point.northing).min().unwrap_or(0),
        };
        let east = points.clone().map(|point| point.easting - least.easting).max().unwrap_or(0);
        let north = points.map(|point| point.northing - least.northing).max().unwrap_or(0);
        Self { least, easting_width: width_of(east), northing_width: width_of(north) }
    }

    fn push(self, point: Grid, to: &mut BitWriter) {
        to.push((point.easting - self.least.easting).into(), self.easting_width);
        to.push((point.northing - self.least.northing).into(), self.northing_width);
    }

    fn bits(self) -> u32 {
        self.easting_width + self.northing_width
    }
}

/// Writes the units that share their first letter: a small frame of their own inside the sector's,
/// and, where several stand on one spot, each spot once.
fn letter_group(
    group: &[&Row],
    letters: Letters,
    sector: Frame,
    headers: &mut BitWriter,
    points: &mut BitWriter,
) -> Option<()> {
    let mut seconds = 0;
    for row in group {
        seconds |= 1 << letters.place(row.unit.0[1])?;
    }
    let grids: Vec<Grid> = group.iter().filter_map(|row| row.grid).collect();
    let frame = Frame::around(grids.iter().copied());
    let spots: Vec<Grid> = grids.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let spot_width = width_of(u32::try_from(spots.len()).ok()?.saturating_sub(1));
    let listed = spots.len() * frame.bits() as usize + grids.len() * spot_width as usize;
    let use_spots = listed < grids.len() * frame.bits() as usize;

    headers.push(seconds, letters.count());
    headers.push((grids.len() == group.len()).into(), 1);
    headers.push(frame.easting_width.into(), WIDTH_BITS);
    headers.push(frame.northing_width.into(), WIDTH_BITS);
    headers.push(if use_spots { spots.len().try_into().ok()? } else { 0 }, POINTS_BITS);

    if grids.len() < group.len() {
        for row in group {
            points.push(row.grid.is_some().into(), 1);
        }
    }
    if grids.is_empty() {
        return Some(());
    }
    sector.push(frame.least, points);
    if use_spots {
        for spot in &spots {
            frame.push(*spot, points);
        }
        for grid in &grids {
            let at = spots.binary_search(grid).ok()?;
            points.push(at.try_into().ok()?, spot_width);
        }
    } else {
        for grid in &grids {
            frame.push(*grid, points);
        }
    }
    Some(())
}

/// The columns before the letter groups: always the authority, and the others when the index has
/// them.
fn code_columns(rows: &[Row], columns: Columns) -> BitWriter {
    let mut to = BitWriter::default();
    codes(rows.iter().map(|row| row.authority), &mut to);
    if columns.ward {
        codes(rows.iter().map(|row| row.ward), &mut to);
    }
    if columns.lsoa {
        codes(rows.iter().map(|row| row.lsoa), &mut to);
    }
    if columns.terminated {
        months(rows.iter().map(|row| row.terminated), &mut to);
    }
    to
}

/// Writes a column of codes: the codes that occur, then for each unit which of them it has.
fn codes(values: impl Iterator<Item = u16> + Clone, to: &mut BitWriter) {
    let distinct: Vec<u16> = values.clone().collect::<BTreeSet<_>>().into_iter().collect();
    to.push(distinct.len() as u64, UNITS_BITS);
    for code in &distinct {
        to.push(u64::from(*code), CODE_BITS);
    }
    let width = usize::BITS - distinct.len().saturating_sub(1).leading_zeros();
    for value in values {
        let at = distinct.partition_point(|code| *code < value);
        to.push(at as u64, width);
    }
}

/// Writes a column of months that most units lack: whether any unit has one, which units do, and
/// the months as offsets from the earliest.
fn months(values: impl Iterator<Item = Option<u16>> + Clone, to: &mut BitWriter) {
    let Some(least) = values.clone().flatten().min() else {
        to.push(0, 1);
        return;
    };
    let most = values.clone().flatten().max().unwrap_or(least);
    let width = width_of(u32::from(most - least));
    to.push(1, 1);
    to.push(least.into(), MONTH_BITS);
    to.push(width.into(), WIDTH_BITS);
    for value in values.clone() {
        to.push(value.is_some().into(), 1);
    }
    for value in values.flatten() {
        to.push(u64::from(value - least), width);
    }
}
