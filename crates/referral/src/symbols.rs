//! The symbols of what a family is given to keep, its reference and its status secret: how they are
//! drawn, read however they are typed, and shown in groups of four.

use std::fmt;

use crate::text::clean_token;

/// The 23 symbols: no vowels (and so no words), and none that is easily taken for another. The number
/// is prime: see [`Reference`](crate::Reference).
pub(crate) const ALPHABET: &[u8; 23] = b"346789CDFGHJKMNPQRTVWXY";

/// The values of symbols drawn from 128 random bits, which are enough for 28 of them.
pub(crate) fn draw<const N: usize>(bytes: [u8; 16]) -> [usize; N] {
    let mut number = u128::from_be_bytes(bytes);
    [(); N].map(|()| {
        // The remainder is below 23.
        let value = usize::try_from(number % 23).unwrap_or_default();
        number /= 23;
        value
    })
}

/// The values of a text's symbols, in any case and width, with any spaces and dashes; `None` if they
/// are not `N` symbols of the alphabet.
pub(crate) fn read<const N: usize>(text: &str) -> Option<[usize; N]> {
    let mut values = [0_usize; N];
    let mut count = 0;
    let text = clean_token(text);
    for symbol in text.chars().filter(|c| !matches!(c, ' ' | '-')) {
        let symbol = u8::try_from(symbol).ok()?.to_ascii_uppercase();
        *values.get_mut(count)? = ALPHABET.iter().position(|&known| known == symbol)?;
        count += 1;
    }
    (count == N).then_some(values)
}

/// Shows symbols in groups of four: `XXXX-XXXX`.
pub(crate) fn show(symbols: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (index, &symbol) in symbols.iter().enumerate() {
        if index > 0 && index % 4 == 0 {
            f.write_str("-")?;
        }
        write!(f, "{}", char::from(symbol))?;
    }
    Ok(())
}
