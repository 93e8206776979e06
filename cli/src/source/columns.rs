//! What the columns of a postcode directory are called: the names drift between releases.

use anyhow::{Result, bail};

/// The columns the index needs, each with every name it has gone by.
const POSTCODE: &[&str] = &["pcd", "pcd7", "pcds", "pcd8"];
const AUTHORITY: &[&str] = &["laua", "oslaua", "lad25cd", "lad24cd", "lad23cd"];
const EASTING: &[&str] = &["oseast1m", "east1m"];
const NORTHING: &[&str] = &["osnrth1m", "north1m"];

/// Which of the names found is which column.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Columns<'a> {
    pub(super) postcode: &'a str,
    pub(super) authority: &'a str,
    pub(super) easting: &'a str,
    pub(super) northing: &'a str,
}

impl<'a> Columns<'a> {
    /// Finds each column, or says which is missing and what there is instead.
    pub(super) fn find(found: &[&'a str]) -> Result<Self> {
        let pick = |what: &str, names: &[&str]| {
            let name = found
                .iter()
                .copied()
                .find(|name| names.iter().any(|known| known.eq_ignore_ascii_case(name.trim())));
            match name {
                Some(name) => Ok(name),
                None => bail!(
                    "no {what} column: looked for {}, found {}",
                    names.join(", "),
                    found.join(", ")
                ),
            }
        };
        Ok(Self {
            postcode: pick("postcode", POSTCODE)?,
            authority: pick("authority", AUTHORITY)?,
            easting: pick("easting", EASTING)?,
            northing: pick("northing", NORTHING)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_by_any_of_their_names() {
        let columns = Columns::find(&["north1m", "LAD25CD", "pcds", "east1m", "doterm"]).unwrap();
        assert_eq!(columns.authority, "LAD25CD");
        assert_eq!(columns.postcode, "pcds");
    }

    #[test]
    fn an_unknown_schema_is_refused_with_what_was_found() {
        let error = Columns::find(&["pcd", "council", "oseast1m"]).unwrap_err().to_string();
        assert_eq!(
            error,
            "no authority column: looked for laua, oslaua, lad25cd, lad24cd, lad23cd, \
             found pcd, council, oseast1m"
        );
    }
}
