//! The key file: the keys and secrets of a deployment on one machine, each with its versions.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use jiff::Timestamp;

use super::{KeyName, Versions, VersionsError};

/// The keys and secrets in a key file, `{"bodies": {"current": "1", "1": "…"}, …}`, for each
/// [`KeyName`] one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFile(BTreeMap<KeyName, Versions>);

/// The keys that files of earlier versions do not have. Nothing is sealed with them yet where they
/// are missing.
const LATER: [KeyName; 5] =
    [KeyName::Drafts, KeyName::HubClient, KeyName::Webhooks, KeyName::Notices, KeyName::Aliases];

/// The reason why a key file cannot be used. It never quotes the file.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// The file is not there, or may not be read.
    #[error("the key file cannot be read: {0}")]
    Io(#[from] std::io::Error),
    /// The file is of an earlier version, in which all tokens had one secret.
    #[error(
        "the key file was made by another version of Hubward; move the state folder away to start afresh"
    )]
    OtherVersion,
    /// The file is not JSON of the form that [`KeyFile`] describes.
    #[error("the key file is damaged")]
    Damaged,
    /// The file does not hold this key.
    #[error("the key file has no {0}")]
    Missing(KeyName),
    /// The versions of a key are not as they should be.
    #[error("{0} in the key file: {1}")]
    Versions(KeyName, VersionsError),
}

impl KeyFile {
    /// New keys, each in its first version.
    pub fn generate(now: Timestamp) -> Result<Self, VersionsError> {
        let keys = KeyName::ALL.map(|name| Ok((name, Versions::first(now)?)));
        keys.into_iter().collect::<Result<_, _>>().map(Self)
    }

    /// The file with these bytes and the keys that it does not have yet, because it is of an earlier
    /// version; `None` if it has them all.
    pub fn completed(json: &[u8], now: Timestamp) -> Result<Option<Self>, KeyFileError> {
        let mut form: serde_json::Value =
            serde_json::from_slice(json).map_err(|_| KeyFileError::Damaged)?;
        let keys = form.as_object_mut().ok_or(KeyFileError::Damaged)?;
        let missing = LATER.into_iter().filter(|name| !keys.contains_key(name.code()));
        let missing: Vec<KeyName> = missing.collect();
        for name in &missing {
            let first =
                Versions::first(now).map_err(|error| KeyFileError::Versions(*name, error))?;
            keys.insert(name.code().to_owned(), serde_json::json!(first.map()));
        }
        let file = Self::parse(form.to_string().as_bytes())?;
        Ok((!missing.is_empty()).then_some(file))
    }

    /// Reads a key file.
    pub fn read(path: &Path) -> Result<Self, KeyFileError> {
        Self::parse(&std::fs::read(path)?)
    }

    /// The keys in a key file's bytes.
    pub fn parse(json: &[u8]) -> Result<Self, KeyFileError> {
        type Form = BTreeMap<String, BTreeMap<String, serde_json::Value>>;
        let mut form: Form = serde_json::from_slice(json).map_err(|_| KeyFileError::Damaged)?;
        if form.contains_key("token_secrets") {
            return Err(KeyFileError::OtherVersion);
        }
        let versions = |name: KeyName| {
            let map = form.remove(name.code()).ok_or(KeyFileError::Missing(name))?;
            let text = |(key, value): (String, serde_json::Value)| match value {
                serde_json::Value::String(value) => Some((key, value)),
                _ => None,
            };
            let map = map.into_iter().map(text).collect::<Option<_>>();
            let versions = map.ok_or(VersionsError::Form).and_then(Versions::of);
            versions
                .map(|versions| (name, versions))
                .map_err(|error| KeyFileError::Versions(name, error))
        };
        KeyName::ALL.into_iter().map(versions).collect::<Result<_, _>>().map(Self)
    }

    /// The file's bytes, keys and all.
    pub fn write(&self) -> Vec<u8> {
        let form: BTreeMap<&str, _> =
            self.0.iter().map(|(name, versions)| (name.code(), versions.map())).collect();
        format!("{:#}\n", serde_json::json!(form)).into_bytes()
    }

    /// The versions of a key.
    pub fn versions(&self, name: KeyName) -> Option<&Versions> {
        self.0.get(&name)
    }

    /// Puts a secret in force that another service gave out.
    pub fn put(&mut self, name: KeyName, value: &str, now: Timestamp) -> Result<(), KeyFileError> {
        let versions = self.0.get_mut(&name).ok_or(KeyFileError::Missing(name))?;
        let put = versions.put(value, now);
        put.map(drop).map_err(|error| KeyFileError::Versions(name, error))
    }

    /// Replaces the versions of one key in a file, whole or not at all. The file stays readable by
    /// its owner alone.
    pub(crate) fn replace(
        path: &Path,
        name: KeyName,
        versions: Versions,
    ) -> Result<(), KeyFileError> {
        let mut file = Self::read(path)?;
        file.0.insert(name, versions);
        let unfinished = path.with_extension("new");
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true).mode(0o600);
        let mut new = options.open(&unfinished)?;
        new.write_all(&file.write())?;
        new.sync_all()?;
        Ok(std::fs::rename(&unfinished, path)?)
    }

    /// The versions of a key, to be changed.
    #[cfg(test)]
    pub(crate) fn versions_mut(&mut self, name: KeyName) -> Option<&mut Versions> {
        self.0.get_mut(&name)
    }

    /// The versions of a key alone.
    pub(crate) fn take(mut self, name: KeyName) -> Result<Versions, KeyFileError> {
        self.0.remove(&name).ok_or(KeyFileError::Missing(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_is_read_as_it_is_written() {
        let file = KeyFile::generate(Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(KeyFile::parse(&file.write()).unwrap(), file);
    }

    #[test]
    fn a_file_of_an_earlier_version_says_what_to_do() {
        let keys = serde_json::json!({"current": 1, "keys": {"1": "AAAA"}});
        let old = serde_json::json!({"data_keys": keys, "token_secrets": keys}).to_string();
        let error = KeyFile::parse(old.as_bytes()).unwrap_err().to_string();
        assert!(
            error.contains("another version of Hubward; move the state folder away"),
            "{error}"
        );
    }

    #[test]
    fn a_file_from_before_a_key_gets_it_and_keeps_the_others() {
        let file = KeyFile::generate(Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(KeyFile::completed(&file.write(), Timestamp::UNIX_EPOCH).unwrap(), None);
        let without = |name: &str| {
            let mut form: serde_json::Value = serde_json::from_slice(&file.write()).unwrap();
            form.as_object_mut().unwrap().remove(name);
            KeyFile::completed(form.to_string().as_bytes(), Timestamp::UNIX_EPOCH)
        };
        let completed = without("drafts").unwrap().unwrap();
        for name in KeyName::ALL {
            let same = completed.versions(name) == file.versions(name);
            assert_eq!(same, name != KeyName::Drafts, "{name}");
        }
        assert_eq!(KeyFile::parse(&completed.write()).unwrap(), completed);
        // What others are sealed with is not made anew.
        assert!(matches!(without("bodies"), Err(KeyFileError::Missing(KeyName::Bodies))));
    }

    #[test]
    fn a_missing_key_is_named() {
        let file = KeyFile::generate(Timestamp::UNIX_EPOCH).unwrap();
        let mut form: serde_json::Value = serde_json::from_slice(&file.write()).unwrap();
        form.as_object_mut().unwrap().remove("sign-in");
        let error = KeyFile::parse(form.to_string().as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), "the key file has no sign-in");
    }
}
