//! Numbers of any width packed one after the other, least significant bit first.

/// The widest number that one read can take.
pub(super) const MAX_WIDTH: u32 = 56;

/// Appends numbers to a growing run of bits.
#[derive(Debug, Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    bits: usize,
}

impl BitWriter {
    /// Appends the low `width` bits of `value`.
    pub(super) fn push(&mut self, value: u64, width: u32) {
        debug_assert!(width <= MAX_WIDTH && value >> width == 0);
        for at in 0..width {
            if self.bits.is_multiple_of(8) {
                self.bytes.push(0);
            }
            if value >> at & 1 == 1 {
                self.bytes[self.bits / 8] |= 1 << (self.bits % 8);
            }
            self.bits += 1;
        }
    }

    /// The number of bits written so far.
    pub(super) fn len(&self) -> usize {
        self.bits
    }

    /// Appends all of another run.
    pub(super) fn append(&mut self, other: &Self) {
        for at in 0..other.bits {
            self.push(u64::from(other.bytes[at / 8] >> (at % 8) & 1), 1);
        }
    }

    /// The bytes, the last one padded with zeros.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Reads numbers at any bit of a slice. Bits beyond its end read as zero, so no read can fail.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bits<'a>(pub(super) &'a [u8]);

impl Bits<'_> {
    /// The `width` bits (at most [`MAX_WIDTH`]) that start at bit `at`.
    pub(super) fn read(self, at: usize, width: u32) -> u64 {
        debug_assert!(width <= MAX_WIDTH);
        let byte = at / 8;
        let word = if let Some(full) = self.0.get(byte..byte.saturating_add(8)) {
            full.try_into().map_or(0, u64::from_le_bytes)
        } else {
            let mut padded = [0; 8];
            let rest = self.0.get(byte..).unwrap_or_default();
            padded[..rest.len()].copy_from_slice(rest);
            u64::from_le_bytes(padded)
        };
        (word >> (at % 8)) & ((1 << width) - 1)
    }
}

/// The number of bits needed to write any number up to `most`.
pub(super) fn width_of(most: u32) -> u32 {
    u32::BITS - most.leading_zeros()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_are_read_back_as_written(values in prop::collection::vec((any::<u64>(), 0..=MAX_WIDTH), 0..50)) {
            let mut writer = BitWriter::default();
            for (value, width) in &values {
                writer.push(value & ((1 << width) - 1), *width);
            }
            let bytes = writer.into_bytes();
            let mut at = 0;
            for (value, width) in values {
                prop_assert_eq!(Bits(&bytes).read(at, width), value & ((1 << width) - 1));
                at += width as usize;
            }
            prop_assert_eq!(Bits(&bytes).read(at + 8, MAX_WIDTH), 0);
        }
    }
}
