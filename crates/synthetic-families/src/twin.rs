//! Names for planted twins, in records and in referrals alike.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use clap::ValueEnum;
use fastrand::Rng;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::pairs;

/// The names that planted twins bear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Names {
    /// Names of others in the set, as parents give them.
    Given,
    /// Names of any record, misspelt ones too.
    Written,
    /// The child's own name with one letter replaced, dropped, added or exchanged with the next.
    Near,
    /// Names of others in the set, as parents give them, one letter away from the child's own. Only
    /// children for whom there is one have a twin.
    Neighbour,
    /// The other name of a pair that two children bear. Only children whose name is in such a pair
    /// have a twin.
    Listed,
}

/// The manner of planted twins.
#[derive(Debug, Clone, Copy)]
pub struct Twins {
    /// The names that the twins bear.
    pub names: Names,
    /// Whether exactly one more field differs from the record that is copied.
    pub one_more: bool,
}

impl From<Names> for Twins {
    fn from(names: Names) -> Self {
        Self { names, one_more: false }
    }
}

/// A giver of names for twins. It never gives a name that somebody of the family bears already: a
/// twin with the child's own name is no twin.
pub(crate) struct Namer {
    names: Names,
    others: Vec<String>,
    /// The names in `others`, each once.
    distinct: BTreeSet<String>,
    taken: BTreeMap<u64, Vec<String>>,
}

impl Namer {
    /// Makes a namer from the names of others, and from every name that is borne, by family.
    pub(crate) fn new(
        names: Names,
        others: Vec<String>,
        borne: impl Iterator<Item = (u64, String)>,
    ) -> Self {
        let mut taken: BTreeMap<u64, Vec<String>> = BTreeMap::new();
        for (family, name) in borne {
            taken.entry(family).or_default().push(name);
        }
        let distinct = others.iter().cloned().collect();
        Self { names, others, distinct, taken }
    }

    /// A name for the twin of a child with this name; none where none can be found.
    pub(crate) fn twin_of(&mut self, family: u64, own: &str, chance: &mut Rng) -> Option<String> {
        let taken = self.taken.get(&family).map_or(&[][..], Vec::as_slice);
        let is_free = |name: &String| !taken.iter().any(|taken| is_one_name(taken, name));
        let mut drawn = 0..50;
        let name = match self.names {
            Names::Given | Names::Written => drawn
                .map(|_| self.others[chance.usize(0..self.others.len())].clone())
                .find(is_free)?,
            Names::Near => drawn.find_map(|_| near(own, chance).filter(&is_free))?,
            Names::Neighbour => {
                let near = self.distinct.iter().filter(|other| is_one_letter_away(own, other));
                one_of(near.filter(|name| is_free(name)).cloned().collect(), chance)?
            }
            Names::Listed => {
                let others = listed(own).iter().map(|name| (*name).to_owned());
                one_of(others.filter(is_free).collect(), chance)?
            }
        };
        self.taken.entry(family).or_default().push(name.clone());
        Some(name)
    }
}

fn one_of(mut names: Vec<String>, chance: &mut Rng) -> Option<String> {
    (!names.is_empty()).then(|| names.swap_remove(chance.usize(0..names.len())))
}

/// Whether one letter is replaced, left out, added, or exchanged with the next one.
fn is_one_letter_away(a: &str, b: &str) -> bool {
    let same: usize =
        a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (a, b) = (&a[same..], &b[same..]);
    let ends = a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b);
    let same: usize = ends.map(|(a, _)| a.len_utf8()).sum();
    let (a, b) = (&a[..a.len() - same], &b[..b.len() - same]);
    // At most two letters are left, of at most four bytes each.
    if a.len() > 8 || b.len() > 8 {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    match (a.as_slice(), b.as_slice()) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// The other names of the pairs that a name is in.
fn listed(own: &str) -> &'static [&'static str] {
    static OTHERS: OnceLock<BTreeMap<String, Vec<&'static str>>> = OnceLock::new();
    let others = OTHERS.get_or_init(|| {
        let mut others: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
        for (_, first, second) in pairs::of_two_children() {
            others.entry(plain(first)).or_default().push(second);
            others.entry(plain(second)).or_default().push(first);
        }
        others
    });
    others.get(&plain(own)).map_or(&[], Vec::as_slice)
}

/// A text with one letter replaced, dropped, added, or exchanged with the next one; none where that
/// leaves it as it was.
pub(crate) fn near(text: &str, chance: &mut Rng) -> Option<String> {
    let mut signs: Vec<char> = text.chars().collect();
    let letters: Vec<usize> = (0..signs.len()).filter(|&at| signs[at].is_alphabetic()).collect();
    if letters.len() < 2 {
        return None;
    }
    let at = letters[chance.usize(0..letters.len())];
    match chance.u8(0..4) {
        0 => signs[at] = chance.lowercase(),
        1 if letters.len() > 2 => {
            signs.remove(at);
        }
        2 => signs.insert(at, chance.lowercase()),
        _ if signs.get(at + 1).is_some_and(|next| next.is_alphabetic()) => signs.swap(at, at + 1),
        _ => return None,
    }
    let near = cased_like(text, &signs);
    (plain(&near) != plain(text)).then_some(near)
}

/// The signs with a capital at the start of each word, if the text has one.
fn cased_like(text: &str, signs: &[char]) -> String {
    if !text.starts_with(char::is_uppercase) {
        return signs.iter().collect();
    }
    let mut cased = String::with_capacity(text.len());
    let mut inside = false;
    for sign in signs {
        if inside {
            cased.extend(sign.to_lowercase());
        } else {
            cased.extend(sign.to_uppercase());
        }
        inside = sign.is_alphanumeric() || is_combining_mark(*sign);
    }
    cased
}

/// A name without case, accents, punctuation and spaces.
fn plain(name: &str) -> String {
    name.nfkd()
        .filter(|c| c.is_alphanumeric() && !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether two names are the same, in whatever spelling of the reviewed table. Nobody could tell
/// them apart, so a planted twin never bears such a name.
pub(crate) fn is_one_name(a: &str, b: &str) -> bool {
    static SPELLINGS: OnceLock<BTreeMap<&'static str, usize>> = OnceLock::new();
    let spellings = SPELLINGS.get_or_init(|| {
        include_str!("../../matching/data/transliterations.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .zip(0..)
            .flat_map(|(line, row)| line.split(' ').map(move |name| (name, row)))
            .collect()
    });
    let words = |name: &str| -> Vec<String> { name.split(' ').map(plain).collect() };
    let (a_words, b_words) = (words(a), words(b));
    plain(a) == plain(b)
        || a_words.len() == b_words.len()
            && a_words.iter().zip(&b_words).all(|(a, b)| {
                let row = spellings.get(a.as_str());
                a == b || (row.is_some() && row == spellings.get(b.as_str()))
            })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_name_is_one_letter_away_and_not_the_same() {
        let mut chance = Rng::with_seed(1);
        for name in ["Amina", "Zoë", "Bo", "Mary Ann", "प्रिया"] {
            let near: Vec<String> = (0..200).filter_map(|_| near(name, &mut chance)).collect();
            assert!(near.len() > 50, "{name}");
            for near in near {
                assert_ne!(plain(&near), plain(name));
                let lengths = near.chars().count().abs_diff(name.chars().count());
                assert!(lengths <= 1, "{name} {near}");
                assert_eq!(near.starts_with(char::is_uppercase), name.is_ascii() || name == "Zoë");
            }
        }
    }

    #[test]
    fn neighbours_differ_by_one_letter_or_two_exchanged() {
        for other in ["Amirah", "Amia", "Amina", "Aimra", "Amiraz"] {
            assert!(is_one_letter_away("Amira", other), "{other}");
            assert!(is_one_letter_away(other, "Amira"), "{other}");
        }
        for other in ["Amira", "Amelia", "Aimar", "Ami"] {
            assert!(!is_one_letter_away("Amira", other), "{other}");
        }
    }

    #[test]
    fn a_twin_never_has_the_childs_name() {
        let borne = [(1, "Hassan".to_owned()), (1, "Amir".to_owned())];
        let mut namer = Namer::new(Names::Near, Vec::new(), borne.into_iter());
        let mut chance = Rng::with_seed(1);
        let mut twins = BTreeSet::new();
        for _ in 0..100 {
            let twin = namer.twin_of(1, "Hassan", &mut chance).unwrap();
            assert!(!is_one_name(&twin, "Hasan"), "a spelling of it");
            assert!(twins.insert(plain(&twin)), "twice: {twin}");
        }
        let mut namer = Namer::new(Names::Listed, Vec::new(), std::iter::empty());
        assert_eq!(namer.twin_of(1, "Gurjeet", &mut chance).as_deref(), Some("Gurpreet"));
        assert_eq!(namer.twin_of(1, "Nobody", &mut chance), None);
    }
}
