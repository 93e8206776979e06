//! One sector's block of bits → what it says of one unit, without unpacking the rest
//! (docs/POSTCODES.md). Written by `encode`. No block can make it panic: bits that are not there
//! read as zero.

use super::{
    bits::{Bits, width_of},
    encode::Row,
    key::{Letters, Unit},
    layout::{
        CODE_BITS, Columns, EASTING_BITS, MONTH_BITS, NO_CODE, NORTHING_BITS, OFFSET_BITS,
        POINTS_BITS, UNITS_BITS, WIDTH_BITS,
    },
};
use crate::Grid;

/// The part of a block before its letter groups.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sector<'a> {
    bits: Bits<'a>,
    letters: Letters,
    units: u32,
    columns_at: usize,
    least: Grid,
    easting_width: u32,
    northing_width: u32,
    firsts: u64,
    headers_at: usize,
}

/// What stands in one letter group's header, and where its points begin.
#[derive(Debug, Clone, Copy)]
struct Group {
    seconds: u64,
    all_have_grid: bool,
    easting_width: u32,
    northing_width: u32,
    spots: u32,
    points_at: usize,
}

impl<'a> Sector<'a> {
    /// Reads the fixed part of a block.
    pub(super) fn read(block: &'a [u8]) -> Self {
        let mut from = Cursor { bits: Bits(block), at: 0 };
        let letters = if from.take(8) & 1 == 0 { Letters::Usual } else { Letters::All };
        let units = from.take_u32(UNITS_BITS);
        let groups_at = from.take_u32(OFFSET_BITS) as usize;
        let easting = from.take_u32(EASTING_BITS);
        let northing = from.take_u32(NORTHING_BITS);
        let easting_width = from.take_u32(WIDTH_BITS);
        let northing_width = from.take_u32(WIDTH_BITS);
        let columns_at = from.at;
        from.at = groups_at;
        let firsts = from.take(letters.count());
        Self {
            bits: from.bits,
            letters,
            units,
            columns_at,
            least: Grid { easting, northing },
            easting_width,
            northing_width,
            firsts,
            headers_at: from.at,
        }
    }

    /// The row of one unit, when the sector has it.
    pub(super) fn find(&self, unit: Unit, columns: Columns) -> Option<Row> {
        let first = self.letters.place(unit.0[0])?;
        let second = self.letters.place(unit.0[1])?;
        if self.firsts >> first & 1 == 0 {
            return None;
        }
        let mut rank = 0;
        let mut groups = self.groups();
        for _ in 0..before(self.firsts, first) {
            rank += groups.next()?.seconds.count_ones();
        }
        let group = groups.next()?;
        if group.seconds >> second & 1 == 0 {
            return None;
        }
        let within = before(group.seconds, second);
        Some(self.row(unit, &group, within, rank + within, columns))
    }

    /// Every row, in the order of the units.
    pub(super) fn rows(&self, columns: Columns) -> Vec<Row> {
        let mut rows = Vec::new();
        let firsts = (0..self.letters.count()).filter(|first| self.firsts >> first & 1 == 1);
        for (first, group) in firsts.zip(self.groups()) {
            let seconds = (0..self.letters.count()).filter(|at| group.seconds >> at & 1 == 1);
            for (within, second) in (0..).zip(seconds) {
                let letters = self.letters.letter(first).zip(self.letters.letter(second));
                let Some((first, second)) = letters else { continue };
                let rank = u32::try_from(rows.len()).unwrap_or(u32::MAX);
                rows.push(self.row(Unit([first, second]), &group, within, rank, columns));
            }
        }
        rows
    }

    fn row(&self, unit: Unit, group: &Group, within: u32, rank: u32, columns: Columns) -> Row {
        let mut column = Cursor { bits: self.bits, at: self.columns_at };
        let authority = column.code(rank, self.units);
        let ward = if columns.ward { column.code(rank, self.units) } else { NO_CODE };
        let lsoa = if columns.lsoa { column.code(rank, self.units) } else { NO_CODE };
        let terminated = if columns.terminated { column.month(rank, self.units) } else { None };
        Row { unit, grid: self.grid(group, within), authority, ward, lsoa, terminated }
    }

    /// The letter groups in order; where one's points begin follows from those before it.
    fn groups(&self) -> impl Iterator<Item = Group> + use<'_> {
        let header_bits = self.header_bits();
        let groups = self.firsts.count_ones() as usize;
        let mut at = self.headers_at;
        let mut points_at = at + groups * header_bits as usize;
        (0..groups).map(move |_| {
            let group = self.group(at, points_at);
            at += header_bits as usize;
            points_at += self.points_bits(&group);
            group
        })
    }

    /// A whole header is one read: this is the inner loop of every lookup.
    fn group(&self, at: usize, points_at: usize) -> Group {
        let letters = self.letters.count();
        let header = self.bits.read(at, self.header_bits());
        let seconds = header & ((1 << letters) - 1);
        let mut rest = u32::try_from(header >> letters).unwrap_or(0);
        let all_have_grid = rest & 1 == 1;
        rest >>= 1;
        let mut width = || {
            let width = rest & ((1 << WIDTH_BITS) - 1);
            rest >>= WIDTH_BITS;
            width
        };
        let (easting_width, northing_width) = (width(), width());
        Group { seconds, all_have_grid, easting_width, northing_width, spots: rest, points_at }
    }

    fn header_bits(&self) -> u32 {
        self.letters.count() + 1 + 2 * WIDTH_BITS + POINTS_BITS
    }

    /// How many of a group's units have a grid reference.
    fn gridded(&self, group: &Group) -> u32 {
        let units = group.seconds.count_ones();
        if group.all_have_grid {
            return units;
        }
        self.bits.read(group.points_at, units).count_ones()
    }

    /// Bits of a group's points, all told.
    fn points_bits(&self, group: &Group) -> usize {
        let gridded = self.gridded(group);
        let mask = if group.all_have_grid { 0 } else { group.seconds.count_ones() };
        if gridded == 0 {
            return mask as usize;
        }
        let point = group.easting_width + group.northing_width;
        let body = if group.spots == 0 {
            gridded * point
        } else {
            group.spots * point + gridded * width_of(group.spots - 1)
        };
        (mask + self.easting_width + self.northing_width + body) as usize
    }

    fn grid(&self, group: &Group, within: u32) -> Option<Grid> {
        let mut at = group.points_at;
        let mut place = within as usize;
        if !group.all_have_grid {
            let units = group.seconds.count_ones();
            let mask = self.bits.read(at, units);
            if mask >> within & 1 == 0 {
                return None;
            }
            place = before(mask, within) as usize;
            at += units as usize;
        }
        let mut from = Cursor { bits: self.bits, at };
        let easting = self.least.easting.saturating_add(from.take_u32(self.easting_width));
        let northing = self.least.northing.saturating_add(from.take_u32(self.northing_width));
        let point = (group.easting_width + group.northing_width) as usize;
        if group.spots > 0 {
            let width = width_of(group.spots - 1);
            let list = from.at + group.spots as usize * point;
            place = usize::try_from(self.bits.read(list + place * width as usize, width)).ok()?;
        }
        from.at += place * point;
        Some(Grid {
            easting: easting.saturating_add(from.take_u32(group.easting_width)),
            northing: northing.saturating_add(from.take_u32(group.northing_width)),
        })
    }
}

/// How many bits below `place` are set.
fn before(mask: u64, place: u32) -> u32 {
    (mask & ((1 << place) - 1)).count_ones()
}

/// Takes numbers one after the other.
#[derive(Debug, Clone, Copy)]
struct Cursor<'a> {
    bits: Bits<'a>,
    at: usize,
}

impl Cursor<'_> {
    fn take(&mut self, width: u32) -> u64 {
        let value = self.bits.read(self.at, width);
        self.at += width as usize;
        value
    }

    fn take_u32(&mut self, width: u32) -> u32 {
        u32::try_from(self.take(width)).unwrap_or(u32::MAX)
    }

    /// The code of the unit with this rank; leaves the cursor behind the column.
    fn code(&mut self, rank: u32, units: u32) -> u16 {
        let distinct = self.take_u32(UNITS_BITS);
        let list = self.at;
        let width = width_of(distinct.saturating_sub(1));
        let places = list + (distinct * CODE_BITS) as usize;
        let place = self.bits.read(places + (rank * width) as usize, width);
        self.at = places + (units * width) as usize;
        let code = self
            .bits
            .read(list + usize::try_from(place).unwrap_or(0) * CODE_BITS as usize, CODE_BITS);
        u16::try_from(code).unwrap_or(NO_CODE)
    }

    /// The month of the unit with this rank.
    fn month(&mut self, rank: u32, units: u32) -> Option<u16> {
        if self.take(1) == 0 {
            return None;
        }
        let least = u16::try_from(self.take(MONTH_BITS)).ok()?;
        let width = self.take_u32(WIDTH_BITS);
        let mask = self.at;
        if self.bits.read(mask + rank as usize, 1) == 0 {
            return None;
        }
        let mut earlier = 0;
        let mut at = 0;
        while at < rank {
            let step = (rank - at).min(32);
            earlier += self.bits.read(mask + at as usize, step).count_ones();
            at += step;
        }
        let list = mask + units as usize;
        let offset = self.bits.read(list + (earlier * width) as usize, width);
        Some(least.saturating_add(u16::try_from(offset).ok()?))
    }
}
