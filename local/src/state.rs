//! The state folder: a lock for the one run that uses it, and the secrets kept in it.

use std::{
    collections::BTreeMap,
    fs::{self, File, OpenOptions, TryLockError},
    io::Write as _,
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use notices::ApiKey;
use store::{KeyFile, KeyName};
use uuid::Uuid;

use crate::{clients::Clients, clock, issuer::SigningKey};

/// A state folder that is this program's alone while this value lives.
pub(crate) struct State {
    folder: PathBuf,
    _lock: File,
}

impl State {
    /// Opens the folder, or makes it, and locks out other runs.
    pub(crate) fn open(folder: &Path) -> Result<Self> {
        let context = || format!("the state folder {}", folder.display());
        fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).with_context(context)?;
        let folder = folder.canonicalize().with_context(context)?;
        let lock = secret_file().truncate(false).open(folder.join("lock")).with_context(context)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { folder, _lock: lock }),
            Err(TryLockError::WouldBlock) => bail!(
                "the state folder {} is in use by another run; stop that one, or choose another with --state",
                folder.display()
            ),
            Err(TryLockError::Error(error)) => Err(error).with_context(context),
        }
    }

    /// The path of the tables' file.
    pub(crate) fn tables(&self) -> PathBuf {
        self.folder.join("tables.sqlite")
    }

    /// The path of the file in which the issuer's clients are written down.
    pub(crate) fn credentials(&self) -> PathBuf {
        self.folder.join("dev-credentials.json")
    }

    /// Writes down what the groups of this machine's people may do.
    pub(crate) fn write_groups(&self, text: &str) -> Result<PathBuf> {
        let path = self.folder.join("groups.toml");
        write_secret(&path, text.as_bytes())?;
        Ok(path)
    }

    /// The secret by which the issuer knows the inbox, of the key file at this path.
    pub(crate) fn inbox_secret(keys: &Path) -> Result<String> {
        let file = KeyFile::read(keys).with_context(|| keys.display().to_string())?;
        let secret = file.versions(KeyName::HubClient).map(store::Versions::in_force);
        secret.map(str::to_owned).context("the key file has no secret of the inbox")
    }

    /// Writes down the variables that lead the operator's tool to this run's tables and queues.
    pub(crate) fn write_environment(&self, variables: &BTreeMap<String, String>) -> Result<()> {
        let mut text = serde_json::to_vec_pretty(variables)?;
        text.push(b'\n');
        write_secret(&self.folder.join("environment.json"), &text)
    }

    /// The path of the key file, which is made at first use. It gets the keys that came later than
    /// it; one of a version whose keys cannot be used is refused.
    pub(crate) fn keys(&self) -> Result<PathBuf> {
        let path = self.folder.join("keys.json");
        let context = || path.display().to_string();
        let to_write = if path.exists() {
            let found = fs::read(&path).with_context(context)?;
            KeyFile::completed(&found, clock::now()).with_context(context)?
        } else {
            Some(KeyFile::generate(clock::now())?)
        };
        if let Some(mut file) = to_write {
            give_notices_a_key(&mut file)?;
            write_secret(&path, &file.write())?;
        }
        Ok(path)
    }

    /// The API key of the service that sends notices, of the key file at this path.
    pub(crate) fn notices_key(keys: &Path) -> Result<ApiKey> {
        let file = KeyFile::read(keys).with_context(|| keys.display().to_string())?;
        let key = file.versions(KeyName::Notices).map(store::Versions::in_force);
        Ok(ApiKey::parse(key.unwrap_or_default())?)
    }

    /// The issuer's key, made at first use.
    pub(crate) fn signing_key(&self) -> Result<SigningKey> {
        let path = self.folder.join("issuer-key.p8");
        if !path.exists() {
            write_secret(&path, &SigningKey::generate()?)?;
        }
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        SigningKey::from_pkcs8(&bytes).with_context(|| path.display().to_string())
    }

    /// The issuer's clients: those written down, and new ones for new inboxes.
    pub(crate) fn clients(&self, inboxes: &[String]) -> Result<Clients> {
        let path = self.credentials();
        let known = match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).with_context(|| {
                format!("{} is damaged; delete it and new credentials are made", path.display())
            })?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Clients::default(),
            Err(error) => return Err(error).with_context(|| path.display().to_string()),
        };
        let clients = Clients::for_inboxes(inboxes, &known)?;
        if clients != known {
            let mut text = serde_json::to_vec_pretty(&clients)?;
            text.push(b'\n');
            write_secret(&path, &text)?;
        }
        Ok(clients)
    }
}

/// Puts an API key of this machine's own service in force, where the file has none yet.
fn give_notices_a_key(file: &mut KeyFile) -> Result<()> {
    let key = file.versions(KeyName::Notices).map(store::Versions::in_force).unwrap_or_default();
    if ApiKey::parse(key).is_err() {
        let key = format!("hubward_local-{}-{}", Uuid::new_v4(), Uuid::new_v4());
        file.put(KeyName::Notices, &key, clock::now())?;
    }
    Ok(())
}

/// Writes a file whole or not at all, readable by its owner alone.
fn write_secret(path: &Path, bytes: &[u8]) -> Result<()> {
    let context = || path.display().to_string();
    let unfinished = path.with_extension("new");
    let mut file = secret_file().truncate(true).open(&unfinished).with_context(context)?;
    file.write_all(bytes).with_context(context)?;
    file.sync_all().with_context(context)?;
    fs::rename(&unfinished, path).with_context(context)
}

fn secret_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create(true).mode(0o600);
    options
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_folder_is_for_one_run_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state");
        let first = State::open(&path).unwrap();
        let error = State::open(&path).err().unwrap();
        assert!(error.to_string().contains("in use by another run"), "{error}");
        drop(first);
        State::open(&path).unwrap();
    }

    #[test]
    fn secrets_stay_the_same_and_are_for_their_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let read = || {
            let state = State::open(folder.path()).unwrap();
            state.clients(&["a".to_owned()]).unwrap();
            state.signing_key().unwrap();
            let keys = state.keys().unwrap();
            [state.credentials(), keys, folder.path().join("issuer-key.p8")].map(|path| {
                assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
                fs::read(path).unwrap()
            })
        };
        assert!(read() == read());
    }

    #[test]
    fn a_key_file_from_before_drafts_gets_their_key_and_keeps_the_others() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::open(folder.path()).unwrap();
        let path = state.keys().unwrap();
        let read = || serde_json::from_slice::<serde_json::Value>(&fs::read(&path).unwrap());
        let mut before = read().unwrap();
        before.as_object_mut().unwrap().remove("drafts").unwrap();
        fs::write(&path, before.to_string()).unwrap();
        let mut after = {
            state.keys().unwrap();
            read().unwrap()
        };
        KeyFile::read(&path).unwrap();
        after.as_object_mut().unwrap().remove("drafts").unwrap();
        assert_eq!(after, before);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn the_key_file_of_another_version_is_refused_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::open(folder.path()).unwrap();
        KeyFile::read(&state.keys().unwrap()).unwrap();
        let old = r#"{"data_keys": {}, "token_secrets": {}}"#;
        fs::write(folder.path().join("keys.json"), old).unwrap();
        let error = format!("{:#}", state.keys().unwrap_err());
        assert!(error.contains("move the state folder away to start afresh"), "{error}");
        assert_eq!(fs::read_to_string(folder.path().join("keys.json")).unwrap(), old);
    }
}
