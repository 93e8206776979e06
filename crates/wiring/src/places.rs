//! Rulebooks and postcodes, read from their files.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use locality::{Localities, PostcodeIndex};
use pipeline::Places;

/// The folder of the rulebooks: a `*.toml` for each authority, and the `*.geojson` that they name.
#[derive(Debug)]
pub struct LocalitiesPath(pub PathBuf);

/// The paths of the rulebooks and the postcodes.
#[derive(Debug)]
pub struct PlacesPaths {
    /// The folder of the rulebooks.
    pub localities: LocalitiesPath,
    /// The path of the postcode index.
    pub postcodes: PathBuf,
}

/// The reason why places cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum PlacesError {
    /// A file or the folder cannot be read.
    #[error("{path} cannot be read: {source}")]
    Io {
        /// The path of the file or folder.
        path: PathBuf,
        /// The system's error.
        source: std::io::Error,
    },
    /// A rulebook has faults.
    #[error("the rulebooks have faults: {0}")]
    Rulebook(String),
    /// The index is damaged or of another form.
    #[error("the postcode index cannot be used: {0}")]
    Index(#[from] locality::IndexError),
}

impl PlacesPaths {
    /// Reads every rulebook, and opens the index.
    pub fn read(&self) -> Result<Places, PlacesError> {
        let localities = self.localities.read()?;
        let index = Arc::new(PostcodeIndex::open(&self.postcodes)?);
        Ok(Places { localities, index })
    }
}

impl LocalitiesPath {
    /// Reads every rulebook.
    pub fn read(&self) -> Result<Localities, PlacesError> {
        let files = rulebook_files(&self.0)?.into_iter().map(|(path, text)| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, text)
        });
        Localities::parse(files).map_err(|faults| {
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            PlacesError::Rulebook(faults.join("; "))
        })
    }
}

/// The files of a folder of rulebooks in the order of their names, by path: `*.toml`, and the
/// `*.geojson` that they name.
pub fn rulebook_files(folder: &Path) -> Result<Vec<(PathBuf, String)>, PlacesError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| PlacesError::Io { path, source }
    };
    let mut paths = fs::read_dir(folder)
        .and_then(|entries| entries.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>())
        .map_err(failed(folder))?;
    paths.retain(|path| path.extension().is_some_and(|kind| kind == "toml" || kind == "geojson"));
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).map_err(failed(&path))?;
        Ok((path, text))
    };
    paths.into_iter().map(read).collect()
}
