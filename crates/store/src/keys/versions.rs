//! The versions of a secret, or of a data key in a key file: `{"current": "2", "1": "…", "2": "…",
//! "2-added": "2026-11-28T18:00:00Z"}`. It is flat because `CloudFormation` makes the first version
//! of a secret in that form.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use ring::rand::{SecureRandom as _, SystemRandom};

/// The letters and digits that a value is made of.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// The number of letters of a new value: 384 bits.
const LENGTH: usize = 64;
/// The fewest letters that a value may have: 128 bits and more.
const SHORTEST: usize = 32;

/// The versions of a secret value, and which of them is in force. Their `Debug` hides the values.
#[derive(Clone, PartialEq, Eq)]
pub struct Versions {
    current: u32,
    values: BTreeMap<u32, String>,
    added: BTreeMap<u32, Timestamp>,
}

impl fmt::Debug for Versions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Versions").field("current", &self.current).finish_non_exhaustive()
    }
}

/// The reason why versions cannot be read or changed. It never quotes a value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VersionsError {
    /// The text does not have the form that is asked for.
    #[error("it is not {{\"current\": \"1\", \"1\": \"<32 letters or more>\"}}")]
    Form,
    /// A value that was given is too short to be safe.
    #[error("it has fewer than 32 letters: a secret that short can be guessed")]
    Short,
    /// The version in force is not there.
    #[error("version {0} is said to be in force, and is not there")]
    NoCurrent(u32),
    /// The newest version is in force already.
    #[error("version {0} is the newest, and in force already; add one first")]
    NothingNewer(u32),
    /// The newest version is not in force yet.
    #[error("version {0} was added and is not in force yet; use it before another is added")]
    NotUsedYet(u32),
    /// The version in force cannot be taken out.
    #[error("version {0} is in force; add another and use it first")]
    InForce(u32),
    /// There is no such version.
    #[error("there is no version {0}")]
    Unknown(u32),
    /// The system gives no random numbers.
    #[error("the system has no random numbers")]
    NoChance,
}

impl Versions {
    /// A first version, in force.
    pub fn first(now: Timestamp) -> Result<Self, VersionsError> {
        let values = BTreeMap::from([(1, random_text()?)]);
        Ok(Self { current: 1, values, added: BTreeMap::from([(1, now)]) })
    }

    /// Reads versions as [`Versions::write`] writes them.
    pub fn read(text: &str) -> Result<Self, VersionsError> {
        serde_json::from_str(text).map_err(|_| VersionsError::Form).and_then(Self::of)
    }

    /// The versions in a flat map.
    pub(super) fn of(map: BTreeMap<String, String>) -> Result<Self, VersionsError> {
        let (mut current, mut values, mut added) = (None, BTreeMap::new(), BTreeMap::new());
        for (name, value) in map {
            if name == "current" {
                current = Some(number(&value)?);
            } else if let Some(version) = name.strip_suffix("-added") {
                added.insert(number(version)?, value.parse().map_err(|_| VersionsError::Form)?);
            } else if value.len() < SHORTEST {
                return Err(VersionsError::Form);
            } else {
                values.insert(number(&name)?, value);
            }
        }
        let current = current.ok_or(VersionsError::Form)?;
        if !values.contains_key(&current) {
            return Err(VersionsError::NoCurrent(current));
        }
        Ok(Self { current, values, added })
    }

    /// The versions as text, values and all.
    pub fn write(&self) -> String {
        serde_json::json!(self.map()).to_string()
    }

    pub(super) fn map(&self) -> BTreeMap<String, String> {
        let values =
            self.values.iter().map(|(version, value)| (version.to_string(), value.clone()));
        let added =
            self.added.iter().map(|(version, at)| (format!("{version}-added"), at.to_string()));
        let current = ("current".to_owned(), self.current.to_string());
        values.chain(added).chain([current]).collect()
    }

    /// Adds a version that is not in force yet. The answer is its number.
    pub fn add(&mut self, now: Timestamp) -> Result<u32, VersionsError> {
        let newest = self.newest();
        if newest > self.current {
            return Err(VersionsError::NotUsedYet(newest));
        }
        let version = newest.saturating_add(1);
        self.values.insert(version, random_text()?);
        self.added.insert(version, now);
        Ok(version)
    }

    /// Adds a version that another service gave out, and puts it in force. The answer is its number.
    pub fn put(&mut self, value: &str, now: Timestamp) -> Result<u32, VersionsError> {
        if value.len() < SHORTEST {
            return Err(VersionsError::Short);
        }
        let version = self.newest().saturating_add(1);
        self.values.insert(version, value.to_owned());
        self.added.insert(version, now);
        self.current = version;
        Ok(version)
    }

    /// Puts the newest version in force. The answer is its number.
    pub fn use_newest(&mut self) -> Result<u32, VersionsError> {
        let newest = self.newest();
        if newest == self.current {
            return Err(VersionsError::NothingNewer(newest));
        }
        self.current = newest;
        Ok(newest)
    }

    /// Takes a version out that is not in force.
    pub fn retire(&mut self, version: u32) -> Result<(), VersionsError> {
        if version == self.current {
            return Err(VersionsError::InForce(version));
        }
        self.added.remove(&version);
        self.values.remove(&version).map(drop).ok_or(VersionsError::Unknown(version))
    }

    /// The version in force.
    pub fn current(&self) -> u32 {
        self.current
    }

    /// The value in force.
    pub fn in_force(&self) -> &str {
        self.values.get(&self.current).map_or("", String::as_str)
    }

    /// Each version, and when it was added if that is known; the oldest first.
    pub fn list(&self) -> impl Iterator<Item = (u32, Option<Timestamp>)> {
        self.values.keys().map(|version| (*version, self.added.get(version).copied()))
    }

    pub(super) fn newest(&self) -> u32 {
        self.values.last_key_value().map_or(self.current, |(newest, _)| *newest)
    }

    /// Each version with its value, the one in force first.
    pub(super) fn in_order(&self) -> Vec<(u32, &str)> {
        let mut all: Vec<_> = self.values.iter().map(|(v, value)| (*v, value.as_str())).collect();
        all.sort_by_key(|(version, _)| (*version != self.current, *version));
        all
    }
}

fn number(text: &str) -> Result<u32, VersionsError> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    text.parse().ok().filter(|_| is_plain).ok_or(VersionsError::Form)
}

/// Text of 6 random bits a letter.
fn random_text() -> Result<String, VersionsError> {
    let mut bytes = [0; LENGTH];
    SystemRandom::new().fill(&mut bytes).map_err(|_| VersionsError::NoChance)?;
    Ok(bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 64)])).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_secret_as_cloudformation_makes_it_is_read_and_rotated() {
        let text = format!(r#"{{"current":"1","1":"{}"}}"#, "x".repeat(64));
        let mut versions = Versions::read(&text).unwrap();
        assert_eq!(versions.retire(1), Err(VersionsError::InForce(1)));
        assert_eq!(versions.use_newest(), Err(VersionsError::NothingNewer(1)));
        assert_eq!(versions.add(at(5)), Ok(2));
        assert_eq!(versions.add(at(6)), Err(VersionsError::NotUsedYet(2)));
        assert_eq!((versions.current(), versions.in_order()[0].0), (1, 1));
        assert_eq!(versions.use_newest(), Ok(2));
        assert_eq!((versions.current(), versions.in_order()[0].0), (2, 2));
        assert_eq!(versions.list().collect::<Vec<_>>(), [(1, None), (2, Some(at(5)))]);
        assert_eq!(Versions::read(&versions.write()), Ok(versions.clone()));
        versions.retire(1).unwrap();
        assert_eq!(versions.retire(1), Err(VersionsError::Unknown(1)));
        assert_eq!(versions.list().count(), 1);
    }

    #[test]
    fn what_is_not_versions_is_refused_without_being_quoted() {
        let value = "x".repeat(64);
        for text in [
            "hunter2".to_owned(),
            "{}".to_owned(),
            format!(r#"{{"1":"{value}"}}"#),
            format!(r#"{{"current":"2","1":"{value}"}}"#),
            format!(r#"{{"current":"1","1":"{value}","01":"{value}"}}"#),
            r#"{"current":"1","1":"hunter2"}"#.to_owned(),
        ] {
            let error = Versions::read(&text).unwrap_err();
            assert!(!error.to_string().contains("hunter2"), "{error}");
        }
        assert!(!format!("{:?}", Versions::first(at(1)).unwrap()).contains("values"));
    }

    #[test]
    fn new_values_differ_and_are_letters_digits_and_two_marks() {
        let [one, two] = [(); 2].map(|()| random_text().unwrap());
        assert!(one != two && one.len() == LENGTH);
        assert!(one.bytes().all(|byte| ALPHABET.contains(&byte)));
    }
}
