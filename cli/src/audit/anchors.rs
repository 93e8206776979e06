//! The file of anchors: the heads of all chains, day by day, in JSON lines. Each anchoring ends with
//! a seal that covers its own lines and the seal before, so that the file cannot be changed unseen
//! either, except by cutting off its end: keep it where nobody who writes the audit table can write.

use std::{collections::BTreeMap, fs, io::Write as _, path::Path};

use anyhow::{Context as _, Result, bail};
use pipeline::audit::Hash;
use referral::EntryId;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The last event of a chain, as it was when it was anchored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    pub(super) stream: EntryId,
    pub(super) seq: u64,
    pub(super) hash: Hash,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Seal {
    anchored_at: String,
    heads: usize,
    previous: Hash,
    hash: Hash,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    Head(Head),
    Seal(Seal),
}

/// The content of a file of anchors.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    /// Every head that was ever anchored.
    pub(super) heads: Vec<Head>,
    last: Hash,
    text: String,
    /// The lock that is held while an anchoring is made, so that two cannot be made at once.
    lock: Option<fs::File>,
}

impl Anchors {
    /// Reads a file and checks its seals. A file that is not there holds no anchors.
    pub(super) fn read(file: &Path) -> Result<Self> {
        let text = match fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Self::default());
            }
            Err(error) => return Err(error).with_context(|| file.display().to_string()),
        };
        let anchors = Self::parse(&text);
        let anchors = anchors.with_context(|| format!("{} cannot be trusted", file.display()))?;
        Ok(Self { text, ..anchors })
    }

    /// Reads as [`Anchors::read`] does; nobody else can anchor until the value is dropped.
    pub(super) fn open(file: &Path) -> Result<Self> {
        let context = || file.display().to_string();
        let lock = fs::OpenOptions::new().create(true).append(true).open(file);
        let lock = lock.with_context(context)?;
        lock.try_lock().with_context(|| format!("{}: somebody else anchors", file.display()))?;
        Ok(Self { lock: Some(lock), ..Self::read(file)? })
    }

    /// Whether nothing was anchored before.
    pub(super) fn is_new(&self) -> bool {
        self.text.is_empty()
    }

    fn parse(text: &str) -> Result<Self> {
        let mut anchors = Self::default();
        let mut open: Vec<Head> = Vec::new();
        for (at, line) in (1..).zip(text.lines()) {
            match serde_json::from_str(line).with_context(|| format!("line {at} is no anchor"))? {
                Line::Head(head) => open.push(head),
                Line::Seal(seal) => {
                    let expected = sealed(&seal.anchored_at, anchors.last, &open);
                    if seal.previous != anchors.last
                        || seal.heads != open.len()
                        || seal.hash != expected
                    {
                        bail!("line {at}: what stands above is not what was sealed");
                    }
                    anchors.last = seal.hash;
                    anchors.heads.append(&mut open);
                }
            }
        }
        if !open.is_empty() {
            bail!("the last anchoring has no seal");
        }
        Ok(anchors)
    }

    /// The last anchored event of each stream.
    pub(super) fn latest(&self) -> BTreeMap<EntryId, u64> {
        let mut latest = BTreeMap::new();
        for head in &self.heads {
            let seq = latest.entry(head.stream).or_insert(head.seq);
            *seq = head.seq.max(*seq);
        }
        latest
    }

    /// Appends an anchoring and waits until it is on the disk: all of it or, if this process dies,
    /// nothing. Returns the seal.
    pub(super) fn append(&self, file: &Path, anchored_at: &str, heads: &[Head]) -> Result<Hash> {
        let seal = sealed(anchored_at, self.last, heads);
        let end = Seal {
            anchored_at: anchored_at.to_owned(),
            heads: heads.len(),
            previous: self.last,
            hash: seal,
        };
        let mut text = self.text.clone();
        for line in heads.iter().cloned().map(Line::Head).chain([Line::Seal(end)]) {
            text += &serde_json::to_string(&line)?;
            text.push('\n');
        }
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        let mut out = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))
            .with_context(|| file.display().to_string())?;
        out.write_all(text.as_bytes())?;
        if let Some(before) = &self.lock {
            out.as_file().set_permissions(before.metadata()?.permissions())?;
        }
        out.as_file().sync_all()?;
        out.persist(file).with_context(|| file.display().to_string())?;
        Ok(seal)
    }
}

fn sealed(anchored_at: &str, previous: Hash, heads: &[Head]) -> Hash {
    let mut hasher = Sha256::new();
    let mut field = |bytes: &[u8]| {
        hasher.update((bytes.len() as u64).to_be_bytes());
        hasher.update(bytes);
    };
    field(b"hubward-anchors-1");
    field(previous.as_bytes());
    field(anchored_at.as_bytes());
    for head in heads {
        field(head.stream.to_string().as_bytes());
        field(&head.seq.to_be_bytes());
        field(head.hash.as_bytes());
    }
    Hash::from_bytes(hasher.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(n: u8) -> Head {
        let stream = referral::ReferralId::from_random([n; 16]).into();
        Head { stream, seq: u64::from(n), hash: Hash::from_bytes([n; 32]) }
    }

    fn two_days(file: &Path) -> String {
        for (day, heads) in [("day 1", vec![head(1), head(2)]), ("day 2", vec![head(3)])] {
            Anchors::open(file).unwrap().append(file, day, &heads).unwrap();
        }
        fs::read_to_string(file).unwrap()
    }

    #[test]
    fn anchors_are_read_as_written() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("anchors.jsonl");
        two_days(&file);
        assert_eq!(Anchors::read(&file).unwrap().heads, [head(1), head(2), head(3)]);
    }

    #[test]
    fn nobody_anchors_while_another_does() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("anchors.jsonl");
        let one = Anchors::open(&file).unwrap();
        assert!(one.is_new() && Anchors::open(&file).is_err());
        one.append(&file, "day 1", &[head(1)]).unwrap();
        drop(one);
        assert!(!Anchors::open(&file).unwrap().is_new());
    }

    #[test]
    fn a_changed_line_a_missing_line_and_a_missing_seal_are_found() {
        let folder = tempfile::tempdir().unwrap();
        let text = two_days(&folder.path().join("anchors.jsonl"));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 5);
        for missing in 0..4 {
            let mut left = lines.clone();
            left.remove(missing);
            assert!(Anchors::parse(&left.join("\n")).is_err(), "line {missing} is missing");
        }
        assert!(Anchors::parse(&lines[..4].join("\n")).is_err(), "the last seal is missing");
        assert!(Anchors::parse(&text.replace("\"seq\":2", "\"seq\":1")).is_err());
        assert!(Anchors::parse(&text.replace("day 1", "day 0")).is_err());
    }
}
