//! The groups that work in the inbox, read from their file.

use std::fs;
use std::path::PathBuf;

use identity::{Groups, GroupsError};

/// The path of the file of groups.
#[derive(Debug)]
pub struct GroupsPath(pub PathBuf);

/// The reason why the groups cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum GroupsUnusable {
    /// The file cannot be read.
    #[error("{path} cannot be read: {source}")]
    Io {
        /// The path of the file.
        path: PathBuf,
        /// The system's error.
        source: std::io::Error,
    },
    /// The file has faults.
    #[error(transparent)]
    Faults(#[from] GroupsError),
}

impl GroupsPath {
    /// Reads the groups.
    pub fn read(&self) -> Result<Groups, GroupsUnusable> {
        let text = fs::read_to_string(&self.0);
        let text = text.map_err(|source| GroupsUnusable::Io { path: self.0.clone(), source })?;
        Ok(Groups::parse(&text)?)
    }
}
