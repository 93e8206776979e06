//! Records of people in the manner of the febrl test sets: one address list, rare and respelt given
//! names, and several errors in each record. Matching is tuned on these, with many seeds, so that
//! the sets it is measured with stay unseen. Only febrl's manner is imitated; nothing is copied
//! from it.

use fastrand::Rng;
use jiff::ToSpan as _;
use jiff::civil::date;

use crate::family::ROADS;
use crate::names::COMMUNITIES;
use crate::records::{BORN, FAMILY, GIVEN, NUMBER, PLACE, POSTCODE, ROAD, Record};

/// Letters of a name, and how parents respell them.
const RESPELT: [(&str, &str); 14] = [
    ("y", "i"),
    ("i", "y"),
    ("ie", "ee"),
    ("ey", "i"),
    ("ei", "ie"),
    ("c", "k"),
    ("k", "c"),
    ("ai", "ay"),
    ("l", "ll"),
    ("n", "nn"),
    ("s", "z"),
    ("x", "ks"),
    ("e", "a"),
    ("a", "ah"),
];
/// Letters, and the letters that a scanner or an ear takes them for.
const MISREAD: [(&str, &str); 10] = [
    ("m", "rn"),
    ("l", "i"),
    ("o", "c"),
    ("u", "v"),
    ("h", "b"),
    ("ph", "f"),
    ("ie", "y"),
    ("z", "s"),
    ("ck", "k"),
    ("ee", "ea"),
];

/// The manner of a set.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// The number of people.
    pub people: usize,
    /// The number of records besides the first of each person.
    pub again: usize,
    /// The most errors in one of these further records.
    pub errors: usize,
}

/// Makes a set: the same seed gives the same records.
pub fn records(seed: u64, manner: Manner) -> Vec<Record> {
    let mut chance = Rng::with_seed(seed);
    let lists = Lists::new(&mut chance);
    let first: Vec<Record> =
        (0..manner.people as u64).map(|child| lists.person(child, &mut chance)).collect();
    let mut all = first.clone();
    for number in 0..manner.again {
        // Each person gets one further record while there are as many as people; otherwise the
        // records fall on half of the people by chance.
        let of = if manner.again == manner.people {
            number
        } else {
            chance.usize(0..=manner.people / 2)
        };
        let mut copy = Record { original: false, ..first[of].clone() };
        for _ in 0..chance.usize(1..=manner.errors) {
            lists.err(&mut copy.cells, &mut chance);
        }
        all.push(copy);
    }
    chance.shuffle(&mut all);
    all
}

/// The lists that a set draws from.
struct Lists {
    given: Vec<String>,
    family: Vec<&'static str>,
    /// The postcodes, each with its place.
    places: Vec<(String, String)>,
}

impl Lists {
    fn new(chance: &mut Rng) -> Self {
        let mut given: Vec<String> = include_str!("../data/given.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(str::to_owned)
            .collect();
        // Respelt names are added that are in nobody's list.
        for at in 0..given.len() {
            let (from, to) = RESPELT[chance.usize(0..RESPELT.len())];
            if chance.bool() && given[at].contains(from) {
                given.push(given[at].replacen(from, to, 1));
            }
        }
        let family = COMMUNITIES.iter().flat_map(|one| one.family.split(' ')).collect();
        let places = (0..900)
            .map(|_| {
                let place = format!("{} vale", ROADS[chance.usize(0..ROADS.len())].to_lowercase());
                (chance.u16(1000..8000).to_string(), place)
            })
            .collect();
        Self { given, family, places }
    }

    fn given(&self, chance: &mut Rng) -> String {
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "an index into a list; the commoner first"
        )]
        let at = (chance.f64().powf(2.5) * self.given.len() as f64) as usize;
        self.given[at.min(self.given.len() - 1)].clone()
    }

    fn person(&self, child: u64, chance: &mut Rng) -> Record {
        let (postcode, place) = &self.places[chance.usize(0..self.places.len())];
        let road = ROADS[chance.usize(0..ROADS.len())].to_lowercase();
        let kind = ["street", "place", "crescent", "road", "circuit"][chance.usize(0..5)];
        let end = ["", "ton", "field", "wood", "by", "more", "worth"][chance.usize(0..7)];
        let born = date(1900, 1, 1) + chance.i32(0..36_500).days();
        let mut cells = [
            self.given(chance),
            self.family[chance.usize(0..self.family.len())].to_lowercase(),
            chance.u16(1..150).to_string(),
            format!("{road}{end} {kind}"),
            if chance.bool() { place.clone() } else { String::new() },
            postcode.clone(),
            born.strftime("%Y%m%d").to_string(),
        ];
        for (cell, of_100) in [(GIVEN, 2), (FAMILY, 1), (NUMBER, 3), (ROAD, 2), (BORN, 2)] {
            if chance.u8(0..100) < of_100 {
                cells[cell].clear();
            }
        }
        Record { child, twin_of: None, original: true, cells }
    }

    /// Makes one error somewhere in a record.
    fn err(&self, cells: &mut [String; 7], chance: &mut Rng) {
        const OFTEN: [usize; 12] =
            [GIVEN, GIVEN, FAMILY, FAMILY, NUMBER, ROAD, ROAD, PLACE, PLACE, POSTCODE, BORN, BORN];
        let at = OFTEN[chance.usize(0..OFTEN.len())];
        match chance.u8(0..20) {
            0 | 1 => cells[at].clear(),
            2 | 3 => {
                // The value of somebody else is written instead.
                let other = self.person(0, chance);
                cells[at].clone_from(&other.cells[at]);
            }
            4 => cells.swap(GIVEN, FAMILY),
            5 | 6 if !matches!(at, NUMBER | POSTCODE | BORN) => {
                let (from, to) = MISREAD[chance.usize(0..MISREAD.len())];
                cells[at] = cells[at].replacen(from, to, 1);
            }
            _ => cells[at] = mistyped(&cells[at], chance),
        }
    }
}

/// A text with one sign put in, left out, replaced, or exchanged with its neighbour, at any place.
fn mistyped(text: &str, chance: &mut Rng) -> String {
    let mut signs: Vec<char> = text.chars().collect();
    if signs.len() < 2 {
        return text.to_owned();
    }
    let at = chance.usize(0..signs.len());
    let sign = if signs[at].is_ascii_digit() { chance.digit(10) } else { chance.lowercase() };
    match chance.u8(0..9) {
        0..=1 => signs.insert(at, sign),
        2..=3 => {
            signs.remove(at);
        }
        4..=5 => signs[at] = sign,
        6..=7 if at > 0 => signs.swap(at, at - 1),
        _ if signs[at].is_alphabetic() => signs.insert(at, ' '),
        _ => signs[at] = sign,
    }
    signs.into_iter().collect()
}
