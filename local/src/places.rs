//! The files that must lie on the disk before anything starts. Each missing one is told with what
//! to do about it.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use locality::{InboxInfo, Localities};

use crate::settings::Settings;

/// The files that this program needs, as absolute paths: functions run elsewhere.
pub(crate) struct NeededFiles {
    pub(crate) postcodes: PathBuf,
    pub(crate) localities: PathBuf,
    pub(crate) roots: PathBuf,
    pub(crate) binaries: PathBuf,
    /// The file of groups, if one is named.
    pub(crate) groups: Option<PathBuf>,
    /// All inboxes that the authorities' files declare.
    pub(crate) inboxes: Vec<InboxInfo>,
}

impl NeededFiles {
    /// Looks for everything that `settings` names.
    pub(crate) fn look(settings: &Settings) -> Result<Self> {
        let Ok(postcodes) = settings.postcodes.canonicalize() else {
            bail!(
                "there is no postcode index at {}; run `make postcodes`",
                settings.postcodes.display()
            );
        };
        let Ok(localities) = settings.localities.canonicalize() else {
            bail!(
                "there is no folder {} with the authorities' files; run this in the project's folder",
                settings.localities.display()
            );
        };
        let Ok(roots) = settings.roots.canonicalize() else {
            bail!(
                "there is no trust store at {}; run this in the project's folder",
                settings.roots.display()
            );
        };
        let binaries = if let Some(folder) = &settings.bin_dir {
            folder.clone()
        } else {
            let own = std::env::current_exe().context("this program's own folder")?;
            own.parent().map(Path::to_path_buf).context("this program's own folder")?
        };
        let inboxes = inboxes(&localities)?;
        let groups = settings.groups.as_ref().map(|path| {
            path.canonicalize().with_context(|| format!("the groups {}", path.display()))
        });
        let groups = groups.transpose()?;
        Ok(Self { postcodes, localities, roots, binaries, groups, inboxes })
    }

    /// The path of a function's program.
    pub(crate) fn binary(&self, name: &str) -> Result<PathBuf> {
        let path = self.binaries.join(name);
        match path.canonicalize() {
            Ok(path) if path.is_file() => Ok(path),
            _ => bail!("the function {name} is not built ({}); run `make build`", path.display()),
        }
    }
}

fn inboxes(folder: &Path) -> Result<Vec<InboxInfo>> {
    let files = wiring::rulebook_files(folder)?;
    if files.is_empty() {
        bail!("there are no authorities' files in {}", folder.display());
    }
    let files = files.into_iter().map(|(path, text)| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name, text)
    });
    match Localities::parse(files) {
        Ok(localities) => Ok(localities.inboxes().to_vec()),
        Err(errors) => {
            let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
            bail!("the authorities' files have errors:\n{}", lines.join("\n"))
        }
    }
}
