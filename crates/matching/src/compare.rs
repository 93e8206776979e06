//! Comparison of two children, field by field. It is symmetric: the order of the two does not
//! matter.

mod given;
mod homes;
mod parents;

use self::homes::homes;
use crate::level::{Field, Level};
use crate::placeholder::is_weak_day;
use crate::profile::{Day, Profile, Word};
use crate::similar::edits;

/// The result of comparing two children.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Comparison {
    levels: [Level; Field::ALL.len()],
    /// The share of people who bear the family name that agrees, where it is a common one.
    pub(crate) family_share: Option<f64>,
    /// Whether both children live in one house of one road, in the same flat where both give one,
    /// and in one postcode or in two that differ by a slip.
    pub(crate) same_home: bool,
    /// Whether each record names a parent (a mother, a father or another) whom the other does not.
    pub(crate) other_parent: bool,
    /// Whether a day of birth is 1 January, which is often written when only the year is known.
    pub(crate) weak_day: bool,
    /// Whether the days of birth are so near that no mother bore both children, twins aside.
    pub(crate) near_days: bool,
    /// Whether one of the children is not born yet, or is not said to be born.
    pub(crate) unborn: bool,
}

impl Comparison {
    /// The level of one field.
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
    let mut given = given::compare(a, b);
    let (mut family, mut family_share) = families(&a.family, &b.family);
    if !given.agrees() && !family.agrees() && swapped(a, b) {
        (given, family, family_share) = (Level::Swapped, Level::Swapped, None);
    }
    let postcode = postcodes(a.postcode.as_deref(), b.postcode.as_deref());
    let home = homes(a.home.as_ref(), b.home.as_ref());
    let parents = parents::compare(&a.grown, &b.grown);
    set(Field::Given, given);
    set(Field::Family, family);
    set(Field::Birth, births(a.birth, b.birth));
    set(Field::Postcode, postcode);
    set(Field::Home, home);
    set(Field::Phone, shared(&a.phones, &b.phones));
    set(Field::Email, shared(&a.emails, &b.emails));
    set(Field::Parent, parents.nearest);
    set(Field::NhsNumber, identifiers(a.nhs_number.as_deref(), b.nhs_number.as_deref()));
    set(Field::Upn, identifiers(a.upn.as_deref(), b.upn.as_deref()));
    // A child that has an NHS or pupil number is born: neither is given before birth.
    let is_numbered = |child: &Profile| child.nhs_number.is_some() || child.upn.is_some();
    let is_unborn = |child: &Profile| child.birth.map_or(!is_numbered(child), |birth| birth.due);
    Comparison {
        levels,
        family_share,
        same_home: home == Level::Same
            && homes::one_home(a.home.as_ref(), b.home.as_ref(), postcode),
        other_parent: parents.differ,
        weak_day: [a, b].iter().any(|child| child.birth.is_some_and(|it| is_weak_day(it.day))),
        near_days: are_near(a.birth, b.birth),
        unborn: is_unborn(a) || is_unborn(b),
    }
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
    // When several parts agree, the rarest one counts. A name with no known share counts as rare.
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

/// Whether two words differ by a slip of the hand (one edit, or two in a long word), by a slip of
/// the ear (they sound alike and are near), or because one is cut short.
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

/// Whether the shorter word has five letters or more and begins the longer one.
fn begins(a: &Word, b: &Word) -> bool {
    let (short, long) = if a.letters < b.letters { (a, b) } else { (b, a) };
    short.letters >= 5 && long.text.starts_with(&short.text)
}

fn swapped(a: &Profile, b: &Profile) -> bool {
    let near = |one: &Word, other: &Word| one.text == other.text || misspelt(one, other);
    let (ag, bg) = (a.given.words.first(), b.given.words.first());
    match (ag, a.family.first(), bg, b.family.first()) {
        (Some(ag), Some(af), Some(bg), Some(bf)) => near(ag, bf) && near(af, bg),
        _ => false,
    }
}

fn births(a: Option<Day>, b: Option<Day>) -> Level {
    let (Some(a), Some(b)) = (a, b) else { return Level::Missing };
    if a.due != b.due {
        let (due, born) = if a.due { (a.day, b.day) } else { (b.day, a.day) };
        let late = (born - due).get_days();
        // A birth fits its due date from ten weeks early to three weeks late.
        return if (-70..=21).contains(&late) { Level::Around } else { Level::Different };
    }
    if a.due {
        // Two due dates are estimates, and may be of one birth though they differ.
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

/// The fewest days between the births of two children of one mother, twins aside.
const BETWEEN_BIRTHS: i32 = 200;

fn are_near(a: Option<Day>, b: Option<Day>) -> bool {
    let days = |a: Day, b: Day| (a.day - b.day).get_days().abs();
    matches!((a, b), (Some(a), Some(b)) if days(a, b) < BETWEEN_BIRTHS)
}

/// The digits of a day, written as `yyyymmdd`.
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

/// Whether two texts of one length differ by one character replaced, or by two neighbours
/// exchanged.
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

fn shared(a: &[String], b: &[String]) -> Level {
    if a.is_empty() || b.is_empty() {
        Level::Missing
    } else if a.iter().any(|value| b.contains(value)) {
        Level::Same
    } else {
        Level::Different
    }
}

fn identifiers(a: Option<&str>, b: Option<&str>) -> Level {
    match (a, b) {
        (Some(a), Some(b)) if a == b => Level::Same,
        (Some(_), Some(_)) => Level::Different,
        _ => Level::Missing,
    }
}
