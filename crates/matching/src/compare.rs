//! Two children, field by field. Symmetric: which one is first does not matter.

mod given;

use crate::level::{Field, Level};
use crate::place::Home;
use crate::profile::{Day, Grown, Profile, Word};
use crate::similar::edits;

/// How two children compare.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Comparison {
    levels: [Level; Field::ALL.len()],
    /// The share of people who bear the family name that agrees, where it is a common one.
    pub(crate) family_share: Option<f64>,
    /// Their further given names do not fit: both have some and these differ, or only a further
    /// name of one is the name of the other.
    pub(crate) further_names_differ: bool,
    /// The given names are not the same to the letter, and nothing else differs.
    pub(crate) only_given_name_differs: bool,
    /// The given names pass for one, but each is known as a name.
    pub(crate) two_known_names: bool,
    /// The given name is one that brothers or sisters bear together.
    pub(crate) is_shared_name: bool,
}

impl Comparison {
    /// A field's level.
    pub fn level(&self, field: Field) -> Level {
        self.levels[field as usize]
    }

    /// The same comparison with a field's level replaced.
    #[must_use]
    pub fn with(mut self, field: Field, level: Level) -> Self {
        self.levels[field as usize] = level;
        self
    }
}

/// Compares two children.
pub fn compare(a: &Profile, b: &Profile) -> Comparison {
    let mut levels = [Level::Missing; Field::ALL.len()];
    let mut set = |field: Field, level: Level| levels[field as usize] = level;
    let (mut given, further_names_differ) = given::compare(a, b);
    let (mut family, mut family_share) = families(&a.family, &b.family);
    if !given.agrees() && !family.agrees() && swapped(a, b) {
        (given, family, family_share) = (Level::Swapped, Level::Swapped, None);
    }
    set(Field::Given, given);
    set(Field::Family, family);
    set(Field::Birth, births(a.birth, b.birth));
    set(Field::Postcode, postcodes(a.postcode.as_deref(), b.postcode.as_deref()));
    set(Field::Home, homes(a.home.as_ref(), b.home.as_ref()));
    set(Field::Phone, shared(&a.phones, &b.phones));
    set(Field::Email, shared(&a.emails, &b.emails));
    set(Field::Parent, parents(&a.grown, &b.grown));
    set(Field::NhsNumber, identifiers(a.nhs_number.as_deref(), b.nhs_number.as_deref()));
    set(Field::Upn, identifiers(a.upn.as_deref(), b.upn.as_deref()));
    let only_given_name_differs =
        !matches!(given, Level::Same | Level::Missing) && nothing_else_differs(a, b, &levels);
    let two_known_names = only_given_name_differs && given::are_two_names(a, b);
    Comparison {
        levels,
        family_share,
        further_names_differ,
        only_given_name_differs,
        two_known_names,
        is_shared_name: [a, b]
            .into_iter()
            .any(|one| one.given.first().is_some_and(given::goes_before_another)),
    }
}

/// Whether two agree to the letter in all that both say, but for the given name: as a twin's record
/// does that was copied from the other's. What is missing is no difference.
fn nothing_else_differs(a: &Profile, b: &Profile, levels: &[Level; Field::ALL.len()]) -> bool {
    fn alike<T: PartialEq>(a: &[T], b: &[T]) -> bool {
        a.is_empty() || b.is_empty() || a == b
    }
    let homes = match (&a.home, &b.home) {
        (Some(a), Some(b)) => alike(&a.numbers, &b.numbers) && alike(&a.words, &b.words),
        _ => true,
    };
    Field::ALL
        .into_iter()
        .filter(|field| *field != Field::Given)
        .all(|field| matches!(levels[field as usize], Level::Same | Level::Missing))
        && homes
        && alike(&a.family, &b.family)
        && alike(&a.phones, &b.phones)
        && alike(&a.emails, &b.emails)
        && alike(&a.grown, &b.grown)
}

fn families(a: &[Word], b: &[Word]) -> (Level, Option<f64>) {
    if a.is_empty() || b.is_empty() {
        return (Level::Missing, None);
    }
    let all_equal = a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.text == b.text);
    if all_equal || (a.len() != b.len() && joined(a) == joined(b)) {
        let whole = if a.len() == 1 { a.first() } else { b.first().filter(|_| b.len() == 1) };
        return (Level::Same, whole.and_then(|word| word.family_share));
    }
    let common = a.iter().filter(|word| b.iter().any(|other| other.text == word.text));
    // Of several parts that agree, the rarest counts; a name of which no share is known is rare.
    if let Some(word) = common.min_by(|one, other| {
        one.family_share.unwrap_or(0.0).total_cmp(&other.family_share.unwrap_or(0.0))
    }) {
        return (Level::Part, word.family_share);
    }
    let near = a.iter().any(|one| b.iter().any(|other| misspelt(one, other)));
    (if near { Level::Misspelt } else { Level::Different }, None)
}

fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect()
}

/// A slip of the hand (an edit; two in a long word) or of the ear (sounds alike and is near).
fn misspelt(a: &Word, b: &Word) -> bool {
    let short = a.letters.min(b.letters);
    let most = match short {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    };
    let ear = usize::from(a.sound == b.sound && short > 3);
    edits(&a.text, &b.text, most + ear) <= most + ear || begins(a, b)
}

/// A long word cut short.
fn begins(a: &Word, b: &Word) -> bool {
    let (short, long) = if a.letters < b.letters { (a, b) } else { (b, a) };
    short.letters >= 5 && long.text.starts_with(&short.text)
}

fn swapped(a: &Profile, b: &Profile) -> bool {
    let near = |one: &Word, other: &Word| {
        one.text == other.text || (!(one.common && other.common) && misspelt(one, other))
    };
    match (a.given.first(), a.family.first(), b.given.first(), b.family.first()) {
        (Some(ag), Some(af), Some(bg), Some(bf)) => near(ag, bf) && near(af, bg),
        _ => false,
    }
}

fn births(a: Option<Day>, b: Option<Day>) -> Level {
    let (Some(a), Some(b)) = (a, b) else { return Level::Missing };
    if a.due != b.due {
        let (due, born) = if a.due { (a.day, b.day) } else { (b.day, a.day) };
        let late = (born - due).get_days();
        // From ten weeks early to three weeks late.
        return if (-70..=21).contains(&late) { Level::Around } else { Level::Different };
    }
    if a.due {
        // Two estimates of one birth.
        let apart = (a.day - b.day).get_days().abs();
        return if apart <= 21 { Level::Around } else { Level::Different };
    }
    if a.day == b.day {
        return Level::Same;
    }
    let (a, b) = (a.day, b.day);
    if a.year() == b.year() && a.month() == b.day() && a.day() == b.month() {
        return Level::Swapped;
    }
    if one_off(&digits(a), &digits(b)) {
        return Level::DigitOff;
    }
    let agree = [a.year() == b.year(), a.month() == b.month(), a.day() == b.day()];
    if agree.iter().filter(|agree| **agree).count() == 2 { Level::Part } else { Level::Different }
}

/// `yyyymmdd`, digit by digit.
fn digits(day: jiff::civil::Date) -> [u8; 8] {
    let (year, month, day) =
        (day.year().unsigned_abs(), day.month().unsigned_abs(), day.day().unsigned_abs());
    let digit = |number: u16| u8::try_from(number % 10).unwrap_or_default();
    let (month, day) = (u16::from(month), u16::from(day));
    [
        digit(year / 1000),
        digit(year / 100),
        digit(year / 10),
        digit(year),
        digit(month / 10),
        digit(month),
        digit(day / 10),
        digit(day),
    ]
}

/// One sign replaced, or two neighbours exchanged, in texts of one length.
fn one_off(a: &[u8], b: &[u8]) -> bool {
    let mut off = (0..a.len().min(b.len())).filter(|&at| a[at] != b[at]);
    let (first, second, third) = (off.next(), off.next(), off.next());
    a.len() == b.len()
        && match (first, second, third) {
            (Some(_), None, None) => true,
            (Some(i), Some(j), None) => j == i + 1 && a[i] == b[j] && a[j] == b[i],
            _ => false,
        }
}

fn postcodes(a: Option<&str>, b: Option<&str>) -> Level {
    let (Some(a), Some(b)) = (a, b) else { return Level::Missing };
    if a == b {
        return Level::Same;
    }
    if one_off(a.as_bytes(), b.as_bytes()) {
        return Level::DigitOff;
    }
    match (a.split_once(' '), b.split_once(' ')) {
        (Some((a, _)), Some((b, _))) if a == b => Level::Part,
        _ => Level::Different,
    }
}

fn homes(a: Option<&Home>, b: Option<&Home>) -> Level {
    let (Some(a), Some(b)) = (a, b) else { return Level::Missing };
    if a.uprn.is_some() && a.uprn == b.uprn {
        return Level::Same;
    }
    if a.words.is_empty() || b.words.is_empty() {
        return Level::Missing;
    }
    let telling = |word: &&String| word.len() > 3 && !is_kind_of_road(word);
    let road = a
        .words
        .iter()
        .filter(telling)
        .any(|word| b.words.iter().any(|other| edits(word, other, 1) <= 1 && telling(&other)));
    let number = a.numbers.iter().any(|number| b.numbers.contains(number));
    match (road, number) {
        (true, true) => Level::Same,
        (true, false) => Level::Part,
        _ => Level::Different,
    }
}

fn is_kind_of_road(word: &str) -> bool {
    matches!(
        word,
        "road"
            | "street"
            | "avenue"
            | "close"
            | "court"
            | "crescent"
            | "drive"
            | "gardens"
            | "lane"
            | "place"
            | "square"
            | "terrace"
            | "house"
            | "north"
            | "south"
            | "east"
            | "west"
    )
}

fn shared(a: &[String], b: &[String]) -> Level {
    if a.is_empty() || b.is_empty() {
        Level::Missing
    } else if a.iter().any(|value| b.contains(value)) {
        Level::Same
    } else {
        Level::Different
    }
}

fn parents(a: &[Grown], b: &[Grown]) -> Level {
    if a.is_empty() || b.is_empty() {
        return Level::Missing;
    }
    let pairs = a.iter().flat_map(|one| b.iter().map(move |other| parent(one, other)));
    pairs.min().unwrap_or(Level::Missing)
}

/// The same name, and no date of birth that says otherwise; or the same given name and date.
fn parent(a: &Grown, b: &Grown) -> Level {
    let given = given::words(&a.given, &b.given).agrees() && !a.given.is_initial();
    let family = a.family == b.family || edits(&a.family, &b.family, 1) <= 1;
    let born = match (a.born, b.born) {
        (Some(a), Some(b)) => Some(a == b),
        _ => None,
    };
    match (given, family, born) {
        (true, true, None | Some(true)) => Level::Same,
        (true, false, Some(true)) => Level::Part,
        _ => Level::Different,
    }
}

fn identifiers(a: Option<&str>, b: Option<&str>) -> Level {
    match (a, b) {
        (Some(a), Some(b)) if a == b => Level::Same,
        (Some(_), Some(_)) => Level::Different,
        _ => Level::Missing,
    }
}
