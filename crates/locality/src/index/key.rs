//! The names of postcodes in the index: the sector (outward code and inward digit) as a sortable
//! number, and the unit (the two last letters) within it. They say nothing about which postcodes
//! exist.

/// The letters that Royal Mail uses in the last two places. One old Newport postcode breaks the
/// rule, so a sector may also be written with the whole alphabet.
const USUAL: &[u8; 20] = b"ABDEFGHJLNPQRSTUWXYZ";

/// The place of each byte among the usual letters; beyond them all when it is none.
const PLACES: [u8; 256] = {
    let mut places = [u8::MAX; 256];
    let mut at = 0;
    while at < USUAL.len() {
        #[expect(clippy::cast_possible_truncation, reason = "twenty letters")]
        let place = at as u8;
        places[USUAL[at] as usize] = place;
        at += 1;
    }
    places
};

/// The value of each byte in a sector's key; beyond base 37 when it cannot stand in one.
const VALUES: [u8; 256] = {
    let mut values = [u8::MAX; 256];
    values[b' ' as usize] = 0;
    let mut digit = 0;
    while digit < 10 {
        values[(b'0' + digit) as usize] = digit + 1;
        digit += 1;
    }
    let mut letter = 0;
    while letter < 26 {
        values[(b'A' + letter) as usize] = letter + 11;
        letter += 1;
    }
    values
};

/// A sector such as "SW1V 2": five characters in base 37, blank before digits before letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct SectorKey(pub(super) u32);

/// The two last letters of a postcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Unit(pub(super) [u8; 2]);

/// The letters that a sector's units are counted over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// The twenty usual letters.
    Usual,
    /// All twenty-six letters.
    All,
}

impl Letters {
    /// The number of letters.
    pub(super) fn count(self) -> u32 {
        match self {
            Self::Usual => 20,
            Self::All => 26,
        }
    }

    /// The place of a letter among these letters.
    pub(super) fn place(self, letter: u8) -> Option<u32> {
        let at = match self {
            Self::Usual => *PLACES.get(usize::from(letter))?,
            Self::All => letter.checked_sub(b'A')?,
        };
        (u32::from(at) < self.count()).then_some(u32::from(at))
    }

    /// The letter at a place among these letters.
    pub(super) fn letter(self, place: u32) -> Option<u8> {
        match self {
            Self::Usual => USUAL.get(place as usize).copied(),
            Self::All => (b'A'..=b'Z').nth(place as usize),
        }
    }
}

/// Reads an outward code ("SW1V") and an inward code ("2AA") as sector and unit; `None` when the
/// text cannot be a postcode.
pub(super) fn split(outward: &str, inward: &str) -> Option<(SectorKey, Unit)> {
    if !(2..=4).contains(&outward.len()) || inward.len() != 3 {
        return None;
    }
    let mut padded = [b' '; 7];
    padded[..outward.len()].copy_from_slice(outward.as_bytes());
    padded[4..].copy_from_slice(inward.as_bytes());
    split_padded(padded)
}

/// Reads the seven characters of a postcode, its outward code padded to four.
pub(super) fn split_padded(padded: [u8; 7]) -> Option<(SectorKey, Unit)> {
    let [.., digit, first, second] = padded;
    if !(digit.is_ascii_digit() && first.is_ascii_uppercase() && second.is_ascii_uppercase()) {
        return None;
    }
    let (mut key, mut most) = (0, 0);
    for symbol in &padded[..5] {
        let value = VALUES[usize::from(*symbol)];
        most = most.max(value);
        key = key * 37 + u32::from(value);
    }
    (most < 37).then_some((SectorKey(key), Unit([first, second])))
}

/// Reads a whole postcode however it is spaced, as directories write it ("S1  1AA", "SW1A1AA").
pub(super) fn split_text(text: &str) -> Option<(SectorKey, Unit)> {
    let mut compact = [0; 7];
    let mut length = 0;
    for symbol in text.bytes().filter(|symbol| *symbol != b' ') {
        *compact.get_mut(length)? = symbol.to_ascii_uppercase();
        length += 1;
    }
    let text = std::str::from_utf8(&compact[..length]).ok()?;
    let (outward, inward) = text.split_at_checked(length.checked_sub(3)?)?;
    split(outward, inward)
}

impl SectorKey {
    /// The number of values that [`Self::area`] has.
    pub(super) const AREAS: usize = 37 * 37;

    /// The key's first two characters as a number, by which the directory of the keys is ordered.
    pub(super) fn area(self) -> usize {
        (self.0 / (37 * 37 * 37)) as usize
    }

    /// The outward code and the inward digit.
    pub(super) fn text(self) -> (String, char) {
        let mut symbols = Vec::with_capacity(5);
        let mut rest = self.0;
        for _ in 0..5 {
            symbols.push(value_symbol(rest % 37));
            rest /= 37;
        }
        let digit = symbols[0];
        (symbols[1..].iter().rev().filter(|symbol| **symbol != ' ').collect(), digit)
    }
}

fn value_symbol(value: u32) -> char {
    match value {
        0 => ' ',
        1..=10 => char::from_digit(value - 1, 10).unwrap_or(' '),
        _ => char::from_u32(u32::from('A') + value - 11).unwrap_or(' '),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spacing_and_case_make_no_difference() {
        let plain = split("S1", "1AA");
        assert!(plain.is_some());
        assert_eq!(split_text("S1  1AA"), plain);
        assert_eq!(split_text("s11aa"), plain);
    }

    #[test]
    fn a_sector_is_read_back_from_its_key() {
        for text in ["SW1V2AA", "GIR 0AA", "NPT 0VA", "B1  1AA"] {
            let (key, Unit([first, second])) = split_text(text).unwrap();
            let (outward, digit) = key.text();
            let again: String = text.chars().filter(|symbol| *symbol != ' ').collect();
            assert_eq!(
                format!("{outward}{digit}{}{}", char::from(first), char::from(second)),
                again
            );
        }
    }

    #[test]
    fn a_text_that_is_no_postcode_has_no_key() {
        for text in ["", "AA", "SW1V 2A", "SW1V 22A", "SW1V1 2AA", "É1 1AA", "SW-1 2AA"] {
            assert_eq!(split_text(text), None, "{text}");
        }
    }
}
