//! The local authorities of the United Kingdom by GSS code: name, nation, upper tier, and the
//! successors of those that ended. Which of them are served here is for the rulebooks to say.
//!
//! Facts from the Office for National Statistics, "Local Authority Districts" and "Counties and
//! Unitary Authorities", licensed under the Open Government Licence v3.0.

mod england_counties;
mod england_districts;
mod england_metropolitan;
mod england_unitary;
mod other_nations;

use jiff::civil::Date;
use referral::{GssCode, Nation};

/// One authority, past or present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Authority {
    /// The GSS code, nine characters.
    pub code: &'static str,
    /// The name as people know it.
    pub name: &'static str,
    /// The GSS code of the council that runs children's services here; its own code when single
    /// tier.
    pub upper: &'static str,
    /// The first day (ISO 8601), when it took over from a council that this table has too.
    pub starts: Option<&'static str>,
    /// The day on which it ended (ISO 8601, exclusive); `None` while it stands.
    pub ends: Option<&'static str>,
    /// The GSS codes of the councils that replaced it.
    pub successors: &'static [&'static str],
}

/// A council that does everything: unitary, metropolitan, London, Scottish, Welsh, Northern Irish.
const fn unitary(code: &'static str, name: &'static str) -> Authority {
    Authority { code, name, upper: code, starts: None, ends: None, successors: &[] }
}

/// A council that took over from others on a day.
const fn began(code: &'static str, name: &'static str, starts: &'static str) -> Authority {
    Authority { starts: Some(starts), ..unitary(code, name) }
}

/// A county council.
const fn upper(code: &'static str, name: &'static str) -> Authority {
    unitary(code, name)
}

/// A district inside a county.
const fn district(code: &'static str, name: &'static str, upper: &'static str) -> Authority {
    Authority { upper, ..unitary(code, name) }
}

/// A council, or a code for one, that was replaced.
const fn replaced(
    code: &'static str,
    name: &'static str,
    ends: &'static str,
    successors: &'static [&'static str],
) -> Authority {
    Authority { ends: Some(ends), successors, ..unitary(code, name) }
}

/// The beginnings of names that take "the" inside a sentence.
const ARTICLE: &[&str] = &[
    "Channel Islands",
    "City of ",
    "Derbyshire Dales",
    "East Riding",
    "Forest of ",
    "Isle of ",
    "Isles of ",
    "New Forest",
    "Scottish Borders",
    "Vale of ",
];

/// Pseudo-codes of the postcode directory: territories for which it names no council.
const TERRITORIES: &[Authority] = &[
    unitary("L99999999", "Channel Islands"),
    unitary("M99999999", "Isle of Man"),
    unitary("N99999999", "Northern Ireland"),
];

const TABLES: &[&[Authority]] = &[
    england_unitary::ENGLAND_UNITARY,
    england_districts::ENGLAND_DISTRICTS,
    england_metropolitan::ENGLAND_METROPOLITAN,
    england_counties::ENGLAND_COUNTIES,
    other_nations::OTHER_NATIONS,
    TERRITORIES,
];

impl Authority {
    /// The authority with this code.
    pub fn find(code: GssCode) -> Option<&'static Self> {
        Self::find_str(code.as_str())
    }

    fn find_str(code: &str) -> Option<&'static Self> {
        TABLES.iter().find_map(|table| {
            table.binary_search_by(|row| row.code.cmp(code)).ok().map(|at| &table[at])
        })
    }

    /// Every authority in the table.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        TABLES.iter().flat_map(|table| table.iter())
    }

    /// The council that runs children's services here: a district's county, otherwise itself.
    pub fn upper_tier(&self) -> &'static Self {
        // A test proves that every `upper` is in the table.
        Self::find_str(self.upper).unwrap_or(&TERRITORIES[0])
    }

    /// The authority that stands for this one on a day: itself, or once it has ended its successor
    /// when there is exactly one. With several successors nothing but a newer index can tell which.
    pub fn current(&'static self, on: Date) -> &'static Self {
        match (self.ends, self.successors) {
            (Some(ends), [only]) if ends.parse().is_ok_and(|ends: Date| ends <= on) => {
                Self::find_str(only).unwrap_or(self)
            }
            _ => self,
        }
    }

    /// The councils that the authority's area belongs to on a day: itself, or once it has ended its
    /// successors.
    pub fn standing(&'static self, on: Date) -> Vec<&'static Self> {
        let ended = self.ends.and_then(|day| day.parse().ok()).is_some_and(|day: Date| day <= on);
        if ended {
            self.successors.iter().filter_map(|code| Self::find_str(code)).collect()
        } else {
            vec![self]
        }
    }

    /// The name with the county or nation that a reader needs to place it: "Rossendale
    /// (Lancashire)", "Cardiff (Wales)".
    pub fn full_name(&self) -> String {
        let upper = self.upper_tier();
        if upper.code != self.code {
            return format!("{} ({})", self.name, upper.name);
        }
        match self.code.as_bytes()[0] {
            b'S' => format!("{} (Scotland)", self.name),
            b'W' => format!("{} (Wales)", self.name),
            b'N' if self.code != "N99999999" => format!("{} (Northern Ireland)", self.name),
            _ => self.name.to_owned(),
        }
    }

    /// The full name as part of a sentence: "the Isle of Wight", "the City of Edinburgh (Scotland)".
    pub(crate) fn in_sentence(&self) -> String {
        let takes_article = ARTICLE.iter().any(|start| self.name.starts_with(start));
        format!("{}{}", if takes_article { "the " } else { "" }, self.full_name())
    }

    /// The code as a value.
    pub fn gss(&self) -> Option<GssCode> {
        GssCode::parse(self.code).ok()
    }

    /// The nation or territory that the authority lies in.
    pub fn nation(&self) -> Nation {
        self.gss().map_or(Nation::Unknown, |code| code.nation())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn every_table_is_sorted_so_that_search_finds_each_row() {
        for row in Authority::all() {
            assert_eq!(Authority::find_str(row.code), Some(row));
        }
    }

    #[test]
    fn every_code_is_well_formed_and_every_link_leads_to_a_row() {
        for row in Authority::all() {
            assert!(row.gss().is_some(), "{}", row.code);
            let upper = Authority::find_str(row.upper).unwrap();
            assert_eq!(upper.code, upper.upper, "{} has an upper tier of its own", upper.name);
            for next in row.successors {
                let next = Authority::find_str(next).unwrap();
                assert!(next.ends.is_none());
                assert_eq!(next.starts, row.ends, "{} → {}", row.name, next.name);
            }
            for day in row.starts.iter().chain(&row.ends) {
                assert!(day.parse::<Date>().is_ok(), "{}", row.name);
            }
        }
    }

    #[test]
    fn england_has_its_153_children_s_services_authorities() {
        let count = Authority::all()
            .filter(|row| row.code.starts_with('E') && row.code == row.upper && row.ends.is_none())
            .count();
        assert_eq!(count, 153);
    }

    #[test]
    fn a_name_says_where_it_is() {
        let name = |code| Authority::find_str(code).unwrap().full_name();
        assert_eq!(name("E07000125"), "Rossendale (Lancashire)");
        assert_eq!(name("E09000005"), "Brent");
        assert_eq!(name("S12000036"), "City of Edinburgh (Scotland)");
        assert_eq!(name("W06000015"), "Cardiff (Wales)");
        assert_eq!(name("N99999999"), "Northern Ireland");
        let said = |code| Authority::find_str(code).unwrap().in_sentence();
        assert_eq!(said("E06000046"), "the Isle of Wight");
        assert_eq!(said("S12000036"), "the City of Edinburgh (Scotland)");
        assert_eq!(said("E07000125"), "Rossendale (Lancashire)");
    }

    #[test]
    fn an_old_code_leads_to_the_one_that_replaced_it() {
        let old = Authority::find_str("E08000016").unwrap();
        assert_eq!(old.current(date(2025, 4, 1)).code, "E08000038");
        assert_eq!(old.current(date(2025, 3, 31)).code, "E08000016");
        let cumbria = Authority::find_str("E10000006").unwrap();
        let names = |on| cumbria.standing(on).iter().map(|one| one.name).collect::<Vec<_>>();
        assert_eq!(names(date(2023, 3, 31)), ["Cumbria"]);
        assert_eq!(names(date(2023, 4, 1)), ["Cumberland", "Westmorland and Furness"]);
    }
}
