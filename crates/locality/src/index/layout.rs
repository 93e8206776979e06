//! The layout of an index file (docs/POSTCODES.md draws it). All numbers are little-endian.

/// The first bytes of every index.
pub(super) const MAGIC: [u8; 8] = *b"HUBWPCDX";
/// The version of the format written and read here.
pub(super) const FORMAT: u16 = 1;
/// The bytes of the fixed part of the head.
pub(super) const FIXED: usize = 56;
/// The place where the checksum of the head stands; the checksum covers all of the head but itself.
pub(super) const CHECKSUM_AT: usize = 52;
/// The number of zero bytes at the end, so that the last number can be read as a whole word.
pub(super) const PADDING: usize = 8;
/// The bytes of one GSS code.
pub(super) const CODE: usize = 9;
/// The place in a dictionary that means "no code".
pub(super) const NO_CODE: u16 = u16::MAX;

/// The bits of an easting and of a northing, of the width of each, and of the counts of a block.
pub(super) const EASTING_BITS: u32 = 20;
pub(super) const NORTHING_BITS: u32 = 21;
pub(super) const WIDTH_BITS: u32 = 5;
pub(super) const UNITS_BITS: u32 = 10;
pub(super) const OFFSET_BITS: u32 = 16;
pub(super) const POINTS_BITS: u32 = 5;
pub(super) const CODE_BITS: u32 = 16;
pub(super) const MONTH_BITS: u32 = 16;
/// The bits of a block before its columns.
pub(super) const FIXED_BITS: u32 =
    8 + UNITS_BITS + OFFSET_BITS + EASTING_BITS + NORTHING_BITS + 2 * WIDTH_BITS;

/// The optional columns that an index has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Columns {
    /// Whether the index has electoral wards.
    pub ward: bool,
    /// Whether the index has lower-layer super output areas.
    pub lsoa: bool,
    /// Whether the index has months of termination.
    pub terminated: bool,
}

impl Columns {
    pub(super) fn to_bits(self) -> u16 {
        u16::from(self.ward) | u16::from(self.lsoa) << 1 | u16::from(self.terminated) << 2
    }

    pub(super) fn from_bits(bits: u16) -> Self {
        Self { ward: bits & 1 != 0, lsoa: bits & 2 != 0, terminated: bits & 4 != 0 }
    }
}

/// The numbers of the fixed part, in the order in which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) columns: Columns,
    /// The bytes of the whole head; the blocks begin after it.
    pub(super) length: u32,
    /// The bytes of the whole file.
    pub(super) file: u64,
    pub(super) rows: u32,
    pub(super) sectors: u32,
    pub(super) authorities: u32,
    pub(super) wards: u32,
    pub(super) lsoas: u32,
    pub(super) edition: u16,
    pub(super) source: u16,
    pub(super) source_date: u16,
}

impl Head {
    /// The bytes of the fixed part, with the checksum still zero.
    pub(super) fn to_bytes(self) -> [u8; FIXED] {
        let mut bytes = [0; FIXED];
        let mut at = 0;
        let mut put = |part: &[u8]| {
            bytes[at..at + part.len()].copy_from_slice(part);
            at += part.len();
        };
        put(&MAGIC);
        put(&FORMAT.to_le_bytes());
        put(&self.columns.to_bits().to_le_bytes());
        put(&self.length.to_le_bytes());
        put(&self.file.to_le_bytes());
        for number in [self.rows, self.sectors, self.authorities, self.wards, self.lsoas] {
            put(&number.to_le_bytes());
        }
        for number in [self.edition, self.source, self.source_date, 0] {
            put(&number.to_le_bytes());
        }
        bytes
    }

    /// Reads the fixed part; `None` when it is too short.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Some(Self {
            columns: Columns::from_bits(u16_at(bytes, 10)?),
            length: u32_at(bytes, 12)?,
            file: u64::from_le_bytes(bytes.get(16..24)?.try_into().ok()?),
            rows: u32_at(bytes, 24)?,
            sectors: u32_at(bytes, 28)?,
            authorities: u32_at(bytes, 32)?,
            wards: u32_at(bytes, 36)?,
            lsoas: u32_at(bytes, 40)?,
            edition: u16_at(bytes, 44)?,
            source: u16_at(bytes, 46)?,
            source_date: u16_at(bytes, 48)?,
        })
    }
}

/// The 16-bit number at a place.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// The 32-bit number at a place.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// The checksum of a head, over everything but the checksum's own four bytes.
pub(super) fn head_checksum(head: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(head.get(..CHECKSUM_AT).unwrap_or_default());
    hasher.update(head.get(FIXED..).unwrap_or_default());
    hasher.finalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fixed_part_is_read_back() {
        let head = Head {
            columns: Columns { ward: true, lsoa: false, terminated: true },
            length: 1,
            file: 2,
            rows: 3,
            sectors: 4,
            authorities: 5,
            wards: 6,
            lsoas: 7,
            edition: 8,
            source: 9,
            source_date: 10,
        };
        assert_eq!(Head::from_bytes(&head.to_bytes()), Some(head));
        assert_eq!(Head::from_bytes(&head.to_bytes()[..40]), None);
    }
}
