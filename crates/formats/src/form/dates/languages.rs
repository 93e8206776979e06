//! Dates in the languages of the family's pages: their words become those of English, by which a
//! date is read.

mod names;

use referral::text::TOKEN_MAX;
use unicode_normalization::UnicodeNormalization;

use self::names::{MONTHS, SILENT, UNITS};

/// The text with the months, units of age and words without meaning that it names in another
/// language put in English, in small letters. Every other word stays as it is, and so does a text that
/// is too long for a date.
pub(super) fn in_english(text: &str) -> String {
    if text.chars().count() > TOKEN_MAX {
        return text.to_lowercase();
    }
    let words = words(&text.to_lowercase());
    let mut english = String::new();
    let mut rest = words.as_slice();
    while let Some((first, after)) = rest.split_first() {
        // Arabic's months of two words: "تشرين الأول".
        let of_two = match after {
            [gap, second, ..] if gap.trim().is_empty() && !gap.is_empty() => {
                month(&format!("{first} {second}"), usize::MAX).map(|month| (month, 3))
            }
            _ => None,
        };
        let (word, length) = of_two.unwrap_or_else(|| (word(first), 1));
        english.push_str(word);
        rest = &rest[length..];
    }
    english
}

/// The words of a text and what is between them, by turns.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut was_letter = None;
    for letter in text.nfd() {
        // The signs of a letter belong to it: Bengali has no word without them.
        let is_mark = unicode_normalization::char::is_combining_mark(letter) || is_joiner(letter);
        let is_letter = letter.is_alphabetic() || (is_mark && was_letter == Some(true));
        match words.last_mut() {
            Some(word) if was_letter == Some(is_letter) => word.push(letter),
            _ => words.push(letter.to_string()),
        }
        was_letter = Some(is_letter);
    }
    words
}

/// A word in English, or as it is.
fn word(word: &str) -> &str {
    let plain = plain(word);
    let is = |other: &&str| self::plain(other) == plain;
    if let Some(month) = month(word, 3) {
        return month;
    }
    let unit = UNITS.iter().find(|(_, words)| words.iter().any(is));
    match unit {
        Some((unit, _)) => unit,
        None if SILENT.iter().any(is) => "",
        None => word,
    }
}

/// The English name of a month that is named whole, or by the first letters, `fewest` or more, of one
/// month only.
fn month(name: &str, fewest: usize) -> Option<&'static str> {
    let name = plain(name);
    let named = |fits: &dyn Fn(String) -> bool| {
        let fits = |names: &&[&str]| names[1..].iter().any(|name| fits(plain(name)));
        let mut fitting = MONTHS.iter().filter(|names| fits(names));
        fitting.next().filter(|_| fitting.next().is_none()).map(|names| names[0])
    };
    let begins = |month: String| name.chars().count() >= fewest && month.starts_with(&name);
    named(&|month| month == name).or_else(|| named(&begins))
}

/// A word without what people leave out or type otherwise: accents and vowel signs that stand apart,
/// and the letters that Arabic and Urdu keyboards have in two forms.
fn plain(word: &str) -> String {
    let letters = word.nfd().filter(|letter| !is_joiner(*letter) && !is_accent(*letter));
    let letters = letters.map(|letter| match letter {
        'ی' | 'ى' => 'ي',
        'ک' => 'ك',
        'ہ' | 'ة' => 'ه',
        letter => letter,
    });
    letters.collect()
}

fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}')
}

/// Whether this is an accent of Latin or Cyrillic, a vowel sign or a hamza of Arabic, its lengthening
/// sign, or the dot below of Bengali.
fn is_accent(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{9bc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_by_all_their_names() {
        for (names, english) in [
            ("styczeń stycznia sty січень січня جنوری জানুয়ারি জানুয়ারী يناير", "january"),
            ("lutego luty лютий лютого فروری ফেব্রুয়ারি فبراير شباط", "february"),
            ("marca marzec березень березня مارچ মার্চ مارس آذار اذار", "march"),
            ("kwietnia квітня اپریل এপ্রিল أبريل ابريل إبريل نيسان", "april"),
            ("maja maj травень травня مئی মে مايو أيار", "may"),
            ("czerwca cze червня جون জুন يونيو يونيه حزيران", "june"),
            ("lipca lip липень лип جولائی جولائي জুলাই يوليو يوليه تموز", "july"),
            ("sierpnia серпня اگست আগস্ট অগাস্ট أغسطس آب", "august"),
            ("września wrzesnia вересня ستمبر সেপ্টেম্বর سبتمبر أيلول", "september"),
            ("października pazdziernik paź жовтня اکتوبر اكتوبر অক্টোবর أكتوبر", "october"),
            ("listopada lis листопад نومبر নভেম্বর نوفمبر", "november"),
            ("grudnia gru грудень грудня دسمبر ডিসেম্বর ديسمبر", "december"),
        ] {
            for name in names.split(' ') {
                assert_eq!(in_english(name), english, "{name}");
                assert_eq!(in_english(&name.to_uppercase()), english, "{name}");
            }
        }
    }

    #[test]
    fn a_month_of_two_words_is_one_month() {
        for (text, english) in [
            ("3 كانون الثاني 2021", "3 january 2021"),
            ("3 تشرين الأول 2021", "3 october 2021"),
            ("3 تشرين الاول 2021", "3 october 2021"),
            ("3 تشرين الثاني 2021", "3 november 2021"),
            ("كانون الأول", "december"),
        ] {
            assert_eq!(in_english(text), english);
        }
    }

    #[test]
    fn what_could_be_two_months_is_none() {
        for text in ["تشرين", "كانون", "lu", "лі"] {
            assert_eq!(in_english(text), text.nfd().collect::<String>());
        }
    }

    #[test]
    fn words_beside_numbers_and_without_meaning_are_known() {
        for (text, english) in [
            ("14 marca 2021 r.", "14 march 2021 ."),
            ("14 березня 2021 року", "14 march 2021 "),
            ("٣آذار٢٠٢١", "٣march٢٠٢١"),
            ("3 lata", "3 years"),
            ("৩ বছর", "৩ years"),
            ("6 tygodni", "6 weeks"),
            ("18 місяців", "18 months"),
            ("3 March 2021", "3 march 2021"),
            ("Saturday 3rd April", "saturday 3rd april"),
        ] {
            assert_eq!(in_english(text), english);
        }
    }
}
