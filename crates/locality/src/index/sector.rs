//! Reads one unit from a sector's block of bits, without unpacking the rest (docs/POSTCODES.md).
//! `encode` writes the block. No block can make reading panic: bits that are not there read as
//! zero.

use super::{
    bits::{Bits, MAX_WIDTH, width_of},
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
    firsts: u32,
    headers_at: usize,
}

/// The header of one letter group, and the place where its points begin.
#[derive(Debug, Clone, Copy)]
struct Group {
    seconds: u32,
    /// The number of units in the group.
    units: u32,
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
        // Two reads for seven numbers are enough, and every lookup begins with them.
        let mut one = Word(from.take(8 + UNITS_BITS + OFFSET_BITS + EASTING_BITS));
        let mut two = Word(from.take(NORTHING_BITS + 2 * WIDTH_BITS));
        let letters = if one.take(8) & 1 == 0 { Letters::Usual } else { Letters::All };
        let units = one.take(UNITS_BITS);
        let groups_at = one.take(OFFSET_BITS) as usize;
        let easting = one.take(EASTING_BITS);
        let northing = two.take(NORTHING_BITS);
        let easting_width = two.take(WIDTH_BITS);
        let northing_width = two.take(WIDTH_BITS);
        let columns_at = from.at;
        from.at = groups_at;
        let firsts = from.take_u32(letters.count());
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
            rank += groups.next()?.units;
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

    /// The letter groups in order. The place where a group's points begin follows from those before
    /// it.
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

    /// The letter group whose header is at `at`. The whole header is one read, for this is the
    /// inner loop of every lookup.
    fn group(&self, at: usize, points_at: usize) -> Group {
        let letters = self.letters.count();
        let header = self.bits.read(at, self.header_bits());
        let mut header = Word(header);
        let seconds = header.take(letters);
        Group {
            seconds,
            units: seconds.count_ones(),
            all_have_grid: header.take(1) == 1,
            easting_width: header.take(WIDTH_BITS),
            northing_width: header.take(WIDTH_BITS),
            spots: header.take(POINTS_BITS),
            points_at,
        }
    }

    fn header_bits(&self) -> u32 {
        self.letters.count() + 1 + 2 * WIDTH_BITS + POINTS_BITS
    }

    /// The bits that all of a group's points take. There is no branch but a rare one: groups
    /// differ from each other in every way that could be guessed.
    fn points_bits(&self, group: &Group) -> usize {
        let (mut gridded, mut mask) = (group.units, 0);
        if !group.all_have_grid {
            gridded = self.bits.read(group.points_at, group.units).count_ones();
            mask = group.units;
            if gridded == 0 {
                return mask as usize;
            }
        }
        let point = group.easting_width + group.northing_width;
        let listed = if group.spots == 0 { gridded } else { group.spots };
        let chosen = width_of(group.spots.saturating_sub(1));
        let body = listed * point + gridded * chosen;
        (mask + self.easting_width + self.northing_width + body) as usize
    }

    fn grid(&self, group: &Group, within: u32) -> Option<Grid> {
        let mut at = group.points_at;
        let mut place = within as usize;
        if !group.all_have_grid {
            let mask = u32::try_from(self.bits.read(at, group.units)).unwrap_or(0);
            if mask >> within & 1 == 0 {
                return None;
            }
            place = before(mask, within) as usize;
            at += group.units as usize;
        }
        let mut from = Cursor { bits: self.bits, at };
        let corner = from.point(self.easting_width, self.northing_width);
        let easting = self.least.easting.saturating_add(corner.easting);
        let northing = self.least.northing.saturating_add(corner.northing);
        let point = (group.easting_width + group.northing_width) as usize;
        if group.spots > 0 {
            let width = width_of(group.spots - 1);
            let list = from.at + group.spots as usize * point;
            place = usize::try_from(self.bits.read(list + place * width as usize, width)).ok()?;
        }
        from.at += place * point;
        let offset = from.point(group.easting_width, group.northing_width);
        Some(Grid {
            easting: easting.saturating_add(offset.easting),
            northing: northing.saturating_add(offset.northing),
        })
    }
}

/// The number of bits below `place` that are set.
fn before(mask: u32, place: u32) -> u32 {
    (mask & ((1 << place) - 1)).count_ones()
}

/// A word already read, from which numbers of up to 32 bits are taken one after the other.
#[derive(Debug, Clone, Copy)]
struct Word(u64);

impl Word {
    fn take(&mut self, width: u32) -> u32 {
        let value = self.0 & ((1 << width) - 1);
        self.0 >>= width;
        u32::try_from(value).unwrap_or(u32::MAX)
    }
}

/// A cursor that takes numbers one after the other.
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

    /// Takes two numbers as a place. Each may be at most 31 bits wide.
    fn point(&mut self, easting: u32, northing: u32) -> Grid {
        if easting + northing > MAX_WIDTH {
            // No index is written like this: a place on the grid takes 41 bits.
            return Grid { easting: self.take_u32(easting), northing: self.take_u32(northing) };
        }
        let mut both = Word(self.take(easting + northing));
        Grid { easting: both.take(easting), northing: both.take(northing) }
    }

    /// The code of the unit with this rank. The cursor is left behind the column.
    fn code(&mut self, rank: u32, units: u32) -> u16 {
        let mut begin = Word(self.bits.read(self.at, UNITS_BITS + CODE_BITS));
        let distinct = begin.take(UNITS_BITS);
        if distinct == 1 {
            // Most sectors lie in one authority.
            self.at += (UNITS_BITS + CODE_BITS) as usize;
            return u16::try_from(begin.take(CODE_BITS)).unwrap_or(NO_CODE);
        }
        self.at += UNITS_BITS as usize;
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
