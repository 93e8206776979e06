//! The names of the columns of a postcode directory, which drift between releases.

use anyhow::{Result, bail};

/// The columns that the index needs, each with every name it has gone by.
const POSTCODE: &[&str] = &["pcd", "pcd7", "pcds", "pcd8"];
const AUTHORITY: &[&str] = &["laua", "oslaua", "lad25cd", "lad24cd", "lad23cd"];
const EASTING: &[&str] = &["oseast1m", "east1m"];
const NORTHING: &[&str] = &["osnrth1m", "north1m"];
/// The columns that the index can do without.
const WARD: &[&str] = &["osward", "ward", "wd25cd", "wd24cd", "wd23cd"];
const LSOA: &[&str] = &["lsoa21cd", "lsoa21", "lsoa11cd", "lsoa11", "lsoa"];
const TERMINATED: &[&str] = &["doterm"];

/// The name that was found for each column.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Columns<'a> {
    pub(super) postcode: &'a str,
    pub(super) authority: &'a str,
    pub(super) easting: &'a str,
    pub(super) northing: &'a str,
    pub(super) ward: Option<&'a str>,
    pub(super) lsoa: Option<&'a str>,
    pub(super) terminated: Option<&'a str>,
}

impl<'a> Columns<'a> {
    /// Finds each column, or says which one is missing and which there are instead.
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
            ward: optional(found, WARD),
            lsoa: optional(found, LSOA),
            terminated: optional(found, TERMINATED),
        })
    }
}

/// The column of the first of the names that is there: newer names stand first.
fn optional<'a>(found: &[&'a str], names: &[&str]) -> Option<&'a str> {
    names.iter().find_map(|known| {
        found.iter().copied().find(|name| known.eq_ignore_ascii_case(name.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_by_any_of_their_names() {
        let columns = Columns::find(&["north1m", "LAD25CD", "pcds", "east1m", "doterm"]).unwrap();
        assert_eq!(columns.authority, "LAD25CD");
        assert_eq!(columns.postcode, "pcds");
        assert_eq!((columns.terminated, columns.ward), (Some("doterm"), None));
        let both =
            Columns::find(&["pcd", "laua", "oseast1m", "osnrth1m", "lsoa11", "lsoa21", "osward"])
                .unwrap();
        assert_eq!((both.lsoa, both.ward), (Some("lsoa21"), Some("osward")));
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
