//! The ONS Postcode Directory (ONSPD) or National Statistics Postcode Lookup (NSPL), as the ONS
//! publishes them: a CSV, or a zip that holds one among other files.

use std::{
    fs::File,
    io::{BufRead, BufReader, Read},
    path::Path,
};

use anyhow::{Context, Result, bail};
use locality::{
    Grid,
    index::{BuildInfo, Columns as Kept, Month, SourceRow},
};
use referral::GssCode;
use zip::ZipArchive;

use super::{
    columns::Columns,
    wheel::{directory_date, is_month},
};
use crate::output;

/// The names of the products in file names, and in an index's version.
const PRODUCTS: [(&str, &str); 2] = [("ONSPD_", "onspd"), ("NSPL_", "nspl")];

/// An opened directory whose header has been read.
pub(crate) struct Directory {
    name: String,
    header: Vec<String>,
    rows: Box<dyn BufRead>,
}

/// The place of each column in a row.
struct Positions {
    postcode: usize,
    authority: usize,
    easting: usize,
    northing: usize,
    ward: Option<usize>,
    lsoa: Option<usize>,
    terminated: Option<usize>,
}

impl Directory {
    /// Opens a CSV, or the largest CSV in a zip.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let file = File::open(path)?;
        if !name.to_lowercase().ends_with(".zip") {
            return Self::new(name, Box::new(BufReader::new(file)));
        }
        let mut archive = ZipArchive::new(file).context("it is not a zip")?;
        let mut largest: Option<(u64, usize, String)> = None;
        for at in 0..archive.len() {
            let member = archive.by_index(at)?;
            let (size, inner) = (member.size(), member.name()?.into_owned());
            let csv = inner.to_lowercase().ends_with(".csv");
            if csv && largest.as_ref().is_none_or(|(most, ..)| *most < size) {
                largest = Some((size, at, inner));
            }
        }
        let Some((_, at, inner)) = largest else { bail!("it holds no CSV") };
        let mut bytes = Vec::new();
        archive.by_index(at)?.read_to_end(&mut bytes)?;
        Self::new(format!("{name}/{inner}"), Box::new(std::io::Cursor::new(bytes)))
    }

    fn new(name: String, mut rows: Box<dyn BufRead>) -> Result<Self> {
        let mut first = String::new();
        rows.read_line(&mut first).context("its header cannot be read")?;
        let header = fields(first.trim_start_matches('\u{feff}').trim_end());
        Ok(Self { name, header, rows })
    }

    /// The product and month in the file's name, as in `ONSPD_NOV_2025_UK.csv`.
    pub(crate) fn info(&self, source_date: Option<&str>) -> Result<BuildInfo> {
        let names: Vec<&str> = self.header.iter().map(String::as_str).collect();
        let columns = Columns::find(&names)?;
        let found = PRODUCTS
            .iter()
            .find_map(|(begins, id)| Some((*id, directory_date(&self.name, begins)?)));
        let (product, date) = match (source_date, found) {
            (Some(date), found) if is_month(date) => {
                (found.map_or("directory", |(product, _)| product), date.to_owned())
            }
            (Some(date), _) => bail!("`{date}` is not a month, as in 2025-11"),
            (None, Some(found)) => found,
            (None, None) => bail!(
                "its name does not say the month, as in ONSPD_NOV_2025_UK.csv; give it with \
                 --source-date"
            ),
        };
        Ok(BuildInfo {
            edition: format!("{product}-{date}"),
            source: format!("{} of {date}, from the ONS", product.to_uppercase()),
            source_date: date,
            columns: Kept {
                ward: columns.ward.is_some(),
                lsoa: columns.lsoa.is_some(),
                terminated: columns.terminated.is_some(),
            },
        })
    }

    /// Hands every row to `take`.
    pub(crate) fn for_each_row(
        &mut self,
        mut take: impl FnMut(&SourceRow<'_>) -> Result<()>,
    ) -> Result<()> {
        let places = places(&self.header)?;
        let bar = output::progress(2_700_000, "Reading postcodes");
        let mut line = String::new();
        for number in 2.. {
            line.clear();
            if self.rows.read_line(&mut line)? == 0 {
                break;
            }
            if line.trim().is_empty() {
                continue;
            }
            let values = fields(line.trim_end());
            row(&values, &places)
                .and_then(|row| take(&row))
                .with_context(|| format!("line {number} is not as expected"))?;
            bar.inc(1);
        }
        bar.finish_and_clear();
        Ok(())
    }
}

fn places(header: &[String]) -> Result<Positions> {
    let names: Vec<&str> = header.iter().map(String::as_str).collect();
    let columns = Columns::find(&names)?;
    let at = |name: &str| names.iter().position(|found| *found == name);
    let must = |name: &str| at(name).context("a column was lost");
    Ok(Positions {
        postcode: must(columns.postcode)?,
        authority: must(columns.authority)?,
        easting: must(columns.easting)?,
        northing: must(columns.northing)?,
        ward: columns.ward.and_then(at),
        lsoa: columns.lsoa.and_then(at),
        terminated: columns.terminated.and_then(at),
    })
}

fn row<'a>(values: &'a [String], places: &Positions) -> Result<SourceRow<'a>> {
    let value = |at: usize| values.get(at).map_or("", |value| value.trim());
    let optional = |at: Option<usize>| at.map_or("", value);
    let grid = match (metres(value(places.easting))?, metres(value(places.northing))?) {
        (Some(easting), Some(northing)) if easting > 0 || northing > 0 => {
            Some(Grid { easting, northing })
        }
        _ => None,
    };
    Ok(SourceRow {
        postcode: value(places.postcode),
        authority: code(value(places.authority))?,
        grid,
        ward: code(optional(places.ward))?,
        lsoa: code(optional(places.lsoa))?,
        terminated: month(optional(places.terminated))?,
    })
}

fn code(text: &str) -> Result<Option<GssCode>> {
    if text.is_empty() {
        return Ok(None);
    }
    match GssCode::parse(text) {
        Ok(code) => Ok(Some(code)),
        Err(_) => bail!("`{text}` is not a GSS code"),
    }
}

fn metres(text: &str) -> Result<Option<u32>> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).with_context(|| format!("`{text}` is not a number of metres"))
}

/// A month that is written as `202511`.
fn month(text: &str) -> Result<Option<Month>> {
    if text.is_empty() {
        return Ok(None);
    }
    let parsed = text
        .split_at_checked(4)
        .and_then(|(year, month)| Month::new(year.parse().ok()?, month.parse().ok()?));
    parsed.map(Some).with_context(|| format!("`{text}` is not a month, as in 202511"))
}

/// The fields of one line of a CSV; no field of these directories holds a line break.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    let mut symbols = line.chars().peekable();
    while let Some(symbol) = symbols.next() {
        match symbol {
            '"' if quoted && symbols.peek() == Some(&'"') => {
                symbols.next();
                fields.last_mut().into_iter().for_each(|field| field.push('"'));
            }
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => fields.last_mut().into_iter().for_each(|field| field.push(other)),
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use locality::{PostcodeIndex, index::IndexBuilder};

    use super::*;

    const CSV: &str = "\u{feff}pcd,pcds,doterm,oseast1m,osnrth1m,oslaua,osward,lsoa21\r\n\
        \"SW1V2AA\",\"SW1V 2AA\",,529113,178567,E09000033,E05013802,E01004749\r\n\
        \"CM1 1LH\",\"CM1 1LH\",202001,572740,207824,E07000070,E05004099,E01021544\r\n\
        GY1 1AA,GY1 1AA,,,,L99999999,L99999999,\r\n";

    fn build(path: &Path) -> Result<PostcodeIndex> {
        let mut directory = Directory::open(path)?;
        let mut builder = IndexBuilder::new(directory.info(None)?);
        directory.for_each_row(|row| Ok(builder.add(row)?))?;
        Ok(PostcodeIndex::from_bytes(builder.finish()?)?)
    }

    #[test]
    fn a_csv_or_a_zip_gives_wards_lsoas_and_terminations() {
        let folder = tempfile::tempdir().unwrap();
        let csv = folder.path().join("ONSPD_NOV_2025_UK.csv");
        std::fs::write(&csv, CSV).unwrap();
        let zipped = folder.path().join("NSPL_AUG_2024.zip");
        let mut zip = zip::ZipWriter::new(File::create(&zipped).unwrap());
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file("Documents/names.csv", options).unwrap();
        zip.write_all(b"a,b\n").unwrap();
        zip.start_file("Data/NSPL_AUG_2024_UK.csv", options).unwrap();
        zip.write_all(CSV.as_bytes()).unwrap();
        zip.finish().unwrap();
        for (path, edition) in [(csv, "onspd-2025-11-"), (zipped, "nspl-2024-08-")] {
            let index = build(&path).unwrap();
            assert!(index.about().version.starts_with(edition), "{}", index.about().version);
            let record = index.lookup_text("CM1 1LH").unwrap().unwrap();
            assert_eq!(record.ward.unwrap().as_str(), "E05004099");
            assert_eq!(record.lsoa.unwrap().as_str(), "E01021544");
            assert_eq!(record.terminated.unwrap().to_string(), "2020-01");
            let guernsey = index.lookup_text("GY1 1AA").unwrap().unwrap();
            assert_eq!((guernsey.grid, guernsey.lsoa), (None, None));
        }
    }

    #[test]
    fn a_file_that_is_no_such_directory_is_refused_with_the_reason() {
        let folder = tempfile::tempdir().unwrap();
        let said = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            format!("{:#}", build(&path).unwrap_err())
        };
        let unknown = said("ONSPD_NOV_2025.csv", "postcode,council\nSW1V 2AA,Westminster\n");
        assert!(
            unknown.contains("no postcode column") && unknown.contains("found postcode, council")
        );
        assert!(said("postcodes.csv", CSV).contains("--source-date"));
        let row = said("ONSPD_NOV_2025.csv", &CSV.replace("529113", "far"));
        assert!(row.contains("line 2 is not as expected") && row.contains("`far`"), "{row}");
    }

    #[test]
    fn quotes_hold_commas_and_quotes() {
        assert_eq!(fields("a,\"b,\"\"c\"\"\",,d"), ["a", "b,\"c\"", "", "d"]);
    }
}
