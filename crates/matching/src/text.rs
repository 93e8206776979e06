//! Words as they are compared: small letters without accents, in Latin script where a letter has a
//! usual form in it.

use unicode_normalization::UnicodeNormalization;

/// The words of a text: accents off, letters transliterated, split where it is not one word.
/// Apostrophes join (O'Neill is one word), hyphens part.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in text.nfkd().flat_map(char::to_lowercase) {
        match c {
            '\'' | '\u{2019}' | '\u{2018}' | '`' | '.' => {}
            c if c.is_alphanumeric() => {
                if let Some(word) = words.last_mut() {
                    match latin(c) {
                        Some(letters) => word.push_str(letters),
                        None => word.push(c),
                    }
                }
            }
            // What is left of an accent.
            '\u{300}'..='\u{36f}' => {}
            _ => words.push(String::new()),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A letter's usual spelling in the basic Latin alphabet.
#[expect(clippy::match_same_arms, reason = "a table, a letter a line")]
fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' | 'ǽ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ŋ' => "ng",
        'а' | 'α' => "a",
        'б' => "b",
        'в' | 'β' => "v",
        'г' | 'ґ' | 'γ' => "g",
        'д' | 'δ' => "d",
        'е' | 'э' | 'є' | 'ε' => "e",
        'ж' => "zh",
        'з' | 'ζ' => "z",
        'и' | 'і' | 'ι' | 'η' => "i",
        'к' | 'κ' => "k",
        'л' | 'λ' => "l",
        'м' | 'μ' => "m",
        'н' | 'ν' => "n",
        'о' | 'ο' | 'ω' => "o",
        'п' | 'π' => "p",
        'р' | 'ρ' => "r",
        'с' | 'σ' | 'ς' => "s",
        'т' | 'τ' => "t",
        'у' => "u",
        'υ' | 'ы' => "y",
        'ф' | 'φ' => "f",
        'х' => "kh",
        'χ' => "ch",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "yu",
        'я' => "ya",
        'ξ' => "x",
        'ψ' => "ps",
        'θ' => "th",
        'ъ' | 'ь' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::words;

    #[test]
    fn accents_case_and_apostrophes_do_not_tell_words_apart() {
        assert_eq!(words("Zoë-Mae O\u{2019}Brien"), words("ZOE MAE OBRIEN"));
        assert_eq!(words("Łukasz Żółć"), ["lukasz", "zolc"]);
        assert_eq!(words("Иван Сергеев"), ["ivan", "sergeev"]);
    }

    proptest! {
        #[test]
        fn doing_it_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = words(&text);
            prop_assert_eq!(words(&once.join(" ")), once);
        }
    }
}
