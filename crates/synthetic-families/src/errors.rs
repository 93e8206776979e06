//! Errors that people make with fingers, ears, scanners and old papers.

use fastrand::Rng;
use jiff::civil::Date;

/// Letters beside each other on a keyboard.
const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
/// Letters, and the letters that a scanner takes them for.
const SCANNED: [(&str, &str); 5] = [("m", "rn"), ("l", "i"), ("cl", "d"), ("o", "c"), ("u", "v")];
/// Letters, and the letters that an ear takes them for.
const HEARD: [(&str, &str); 8] = [
    ("ph", "f"),
    ("c", "k"),
    ("ie", "y"),
    ("ey", "y"),
    ("z", "s"),
    ("th", "t"),
    ("ai", "ay"),
    ("ee", "ea"),
];

/// A word with one slip.
pub(crate) fn slip(word: &str, chance: &mut Rng) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() < 3 {
        return word.to_owned();
    }
    // People rarely get the first letter wrong.
    let at = chance.usize(1..letters.len());
    match chance.u8(0..6) {
        0 => letters[at] = beside(letters[at], chance),
        1 => letters.swap(at, at - 1),
        2 => {
            letters.remove(at);
        }
        3 => letters.insert(at, letters[at]),
        kind => {
            let table: &[(&str, &str)] = if kind == 4 { &SCANNED } else { &HEARD };
            let fits: Vec<_> = table.iter().filter(|(from, _)| word.contains(from)).collect();
            if let Some((from, to)) = (!fits.is_empty()).then(|| fits[chance.usize(0..fits.len())])
            {
                return word.replacen(from, to, 1);
            }
            letters[at] = beside(letters[at], chance);
        }
    }
    letters.into_iter().collect()
}

fn beside(letter: char, chance: &mut Rng) -> char {
    for row in ROWS {
        if let Some(at) = row.find(letter.to_ascii_lowercase()) {
            let to = if at == 0 || (at + 1 < row.len() && chance.bool()) { at + 1 } else { at - 1 };
            return row[to..].chars().next().unwrap_or(letter);
        }
    }
    'e'
}

/// A date with day and month exchanged, or one digit wrong; the date itself where the result is no
/// date.
pub(crate) fn wrong_date(day: Date, today: Date, chance: &mut Rng) -> Date {
    let wrong = if day.day() <= 12 && chance.u8(0..10) < 4 {
        Date::new(day.year(), day.day(), day.month())
    } else {
        match chance.u8(0..3) {
            0 => Date::new(day.year(), day.month(), (day.day() + 9) % 28 + 1),
            1 => {
                Date::new(day.year(), (day.month() + chance.i8(1..11)) % 12 + 1, day.day().min(28))
            }
            _ => Date::new(day.year() - 1, day.month(), day.day().min(28)),
        }
    };
    wrong.ok().filter(|wrong| *wrong <= today).unwrap_or(day)
}
