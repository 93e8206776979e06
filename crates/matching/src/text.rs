//! Words as they are compared: the normal form of each, in its own script and in Latin letters.
//!
//! The normal form ignores case, accents, vowel marks, punctuation and joiners. It keeps each sign
//! that makes another word: an Indic vowel sign, a virama, a Thai tone. Classes of signs are those of
//! the Unicode Character Database.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// The words of a text in their normal form, each in its own script. Apostrophes and joiners keep a
/// word whole (O'Neill is one word); hyphens and spaces part words.
pub fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    // Joiners are left out before marks get their usual order, which a joiner between them hinders.
    let letters = text.nfkd().flat_map(char::to_lowercase).filter(|c| !is_joiner(*c));
    for c in letters.nfkd() {
        let Some(word) = words.last_mut() else { break };
        if is_combining_mark(c) {
            if !is_accent(c) && !word.is_empty() {
                word.push(c);
            }
        } else if c.is_alphanumeric() {
            match plain(c) {
                Some(letters) => word.push_str(letters),
                None => word.push(c),
            }
        } else if !word.is_empty() {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    // Marks that a joiner stood between come into their order.
    for word in words.iter_mut().filter(|word| word.chars().any(is_combining_mark)) {
        *word = word.nfd().collect();
    }
    words
}

/// A word in Latin letters, where its letters have a usual form in them.
pub(crate) fn in_latin(word: &str) -> Cow<'_, str> {
    if word.chars().all(|c| latin(c).is_none()) {
        return Cow::Borrowed(word);
    }
    let mut written = String::with_capacity(word.len());
    for c in word.chars() {
        match latin(c) {
            Some(letters) => written.push_str(letters),
            None => written.push(c),
        }
    }
    Cow::Owned(written)
}

/// Whether a mark is one that many people leave out: an accent, or an Arabic or Hebrew vowel mark.
/// These have canonical combining classes of their own; signs that make another word have a class
/// below 10 or, as Thai tones do, between those of the vowel marks and those of the accents.
fn is_accent(mark: char) -> bool {
    matches!(canonical_combining_class(mark), 10..=36 | 200..=254)
}

/// Whether a sign neither parts words nor makes another word: apostrophes of every kind, full
/// stops, the Arabic tatweel, joiners, and other signs that are not seen.
fn is_joiner(c: char) -> bool {
    matches!(c,
        '\'' | '`' | '.' | '\u{b4}' | '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{ff07}'
        | '\u{2b0}'..='\u{2ff}' | '\u{5f3}' | '\u{5f4}' | '\u{640}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The plain letters for a letter with a stroke, for two letters written as one, and for letters of
/// one script that keyboards write by two codes.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ŋ' => "ng",
        'ς' => "σ",
        // Persian and Urdu keyboards write these letters by other codes than Arabic ones do.
        'ی' => "ي",
        'ک' => "ك",
        'ہ' => "ه",
        _ => return None,
    })
}

/// A letter's usual spelling in the basic Latin alphabet.
#[expect(clippy::match_same_arms, reason = "a table, a letter a line")]
fn latin(c: char) -> Option<&'static str> {
    Some(match c {
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
        'с' | 'σ' => "s",
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

    use super::*;

    fn latin(text: &str) -> Vec<String> {
        words(text).iter().map(|word| in_latin(word).into_owned()).collect()
    }

    #[test]
    fn accents_case_and_apostrophes_do_not_tell_words_apart() {
        assert_eq!(words("Zoë-Mae O\u{2019}Brien"), words("ZOE MAE OBRIEN"));
        assert_eq!(words("Łukasz Żółć"), ["lukasz", "zolc"]);
        assert_eq!(words("Nguyễn"), ["nguyen"]);
        assert_eq!(words("ΕΛΕΝΗ"), words("Ελένη"));
        assert_eq!(latin("Иван Сергеев"), ["ivan", "sergeev"]);
    }

    #[test]
    fn an_indic_sign_never_parts_a_word() {
        assert_eq!(words("प्रिया"), ["प्रिया"]);
        for one_word in ["लक्ष्मी", "ਗੁਰਪ੍ਰੀਤ", "ত্রিশা", "லட்சுமி", "ශ්\u{200d}රියානි", "สมชาย"]
        {
            assert_eq!(words(one_word).len(), 1, "{one_word}");
        }
        assert_ne!(words("लक्ष्मी"), words("लक्ष्मण"));
        assert_ne!(words("ป่า"), words("ป้า"), "a tone makes another word");
    }

    #[test]
    fn vowel_marks_tatweel_and_joiners_are_ignored() {
        assert_eq!(words("مُحَمَّد"), words("محمد"));
        assert_eq!(words("محـــمد"), words("محمد"));
        assert_eq!(words("שָׂרָה"), words("שרה"));
        assert_eq!(words("علی"), words("علي"));
        assert_eq!(words("ශ්\u{200d}රියානි"), words("ශ්රියානි"));
        assert_eq!(words("امیر\u{200c}علی"), words("امیرعلی"));
    }

    /// Words in the letters and signs of one script.
    fn scripts() -> impl Strategy<Value = String> {
        prop_oneof![
            "[\u{904}-\u{939}\u{93e}-\u{94d}]{1,8}",
            "[\u{985}-\u{9b9}\u{9be}-\u{9cd}]{1,8}",
            "[\u{b85}-\u{bb9}\u{bbe}-\u{bcd}]{1,8}",
            "[\u{a05}-\u{a39}\u{a3e}-\u{a4d}]{1,8}",
            "[\u{621}-\u{652}]{1,8}",
            "[\u{5b0}-\u{5ea}]{1,8}",
            "[\u{d85}-\u{dc6}\u{dca}-\u{ddf}\u{200d}]{1,8}",
            "[\u{e01}-\u{e3a}\u{e40}-\u{e4e}]{1,8}",
            "[\u{4e00}-\u{4fff}]{1,4}",
            "[\u{410}-\u{44f}]{1,8}",
            "[\u{391}-\u{3c9}]{1,8}",
            "[\u{1200}-\u{1356}]{1,6}",
            "[a-zăâđêôơư\u{300}\u{301}\u{303}\u{309}\u{323}]{1,10}",
        ]
        .prop_map(|word| {
            // Code points that no script uses yet are left out.
            let is_used = |c: &char| c.is_alphanumeric() || is_combining_mark(*c) || is_joiner(*c);
            word.chars().filter(is_used).collect()
        })
    }

    proptest! {
        #[test]
        fn normalising_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = words(&text);
            prop_assert_eq!(words(&once.join(" ")), once);
        }

        #[test]
        fn a_word_of_any_script_stays_one_word(word in scripts()) {
            prop_assert!(words(&word).len() <= 1, "{:?}", words(&word));
        }

        #[test]
        fn composed_and_decomposed_letters_make_one_word(word in scripts()) {
            let (composed, apart): (String, String) = (word.nfc().collect(), word.nfd().collect());
            prop_assert_eq!(words(&composed), words(&apart));
        }

        #[test]
        fn a_joiner_makes_no_other_word(word in scripts(), at in 0..8_usize, narrow: bool) {
            let joiner = if narrow { '\u{200d}' } else { '\u{200c}' };
            let mut joined: Vec<char> = word.chars().collect();
            joined.insert(at.min(joined.len()), joiner);
            prop_assert_eq!(words(&joined.into_iter().collect::<String>()), words(&word));
        }
    }
}
