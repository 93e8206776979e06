//! The list of the councils that run children's services in the United Kingdom and the islands around
//! it, with the contacts that the rulebooks here have. Of most councils they have none.

use jiff::civil::Date;

use crate::rulebook::{Contact, Rulebook};
use crate::{Authority, Localities};

/// A council in the list.
#[derive(Debug, Clone)]
pub struct Listed<'a> {
    /// The council.
    pub authority: &'static Authority,
    /// The districts in its area that have a council of their own, in the order of their names.
    pub districts: Vec<&'static Authority>,
    /// The council's rulebook, when it is served here.
    pub rulebook: Option<&'a Rulebook>,
    /// The contact in its area, when a rulebook of another council here names one.
    pub contact: Option<&'a Contact>,
}

impl Localities {
    /// Every council that runs children's services on a day, by nation and then by name.
    pub fn directory(&self, on: Date) -> Vec<Listed<'_>> {
        let stands = |one: &&'static Authority| {
            let day = |day: Option<&str>| day.and_then(|day| day.parse::<Date>().ok());
            let begun = day(one.starts).is_none_or(|starts| starts <= on);
            begun && day(one.ends).is_none_or(|ends| on < ends)
        };
        let runs_services = |one: &&'static Authority| one.upper == one.code;
        // The postcode directory's code for Northern Ireland as a whole stands for no council.
        let is_council = |one: &&'static Authority| one.code != "N99999999";
        let all = Authority::all().filter(runs_services).filter(stands).filter(is_council);
        let mut listed: Vec<Listed<'_>> = all.map(|one| self.listed(one, stands)).collect();
        listed.sort_by_key(|one| (one.authority.nation(), one.authority.name));
        listed
    }

    /// A council as the list has it on a day.
    pub fn in_directory(&self, authority: &Authority, on: Date) -> Option<Listed<'_>> {
        let upper = authority.upper_tier();
        self.directory(on).into_iter().find(|one| one.authority.code == upper.code)
    }

    fn listed(
        &self,
        authority: &'static Authority,
        stands: impl Fn(&&'static Authority) -> bool,
    ) -> Listed<'_> {
        let within = |one: &&'static Authority| one.upper == authority.code && *one != authority;
        let mut districts: Vec<_> = Authority::all().filter(within).filter(stands).collect();
        districts.sort_by_key(|one| one.name);
        let rulebook = self.rulebook_of(authority);
        Listed { authority, districts, rulebook, contact: self.contact_in(authority) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::fixtures::localities;

    #[test]
    fn every_council_is_listed_once_with_its_districts_and_the_contacts_known_here() {
        let localities = localities();
        let listed = localities.directory(date(2026, 11, 29));
        let england = listed.iter().filter(|one| one.authority.code.starts_with('E'));
        assert_eq!(england.count(), 153);
        for (nation, count) in [('W', 22), ('S', 32), ('N', 11), ('L', 1), ('M', 1)] {
            let of = listed.iter().filter(|one| one.authority.code.starts_with(nation)).count();
            assert_eq!(of, count, "{nation}");
        }
        let find = |name: &str| listed.iter().find(|one| one.authority.name == name).unwrap();
        let essex = find("Essex");
        assert_eq!(essex.rulebook.unwrap().front_door.in_hours, "01632 960201");
        assert!(essex.districts.iter().any(|one| one.name == "Chelmsford"));
        assert!(find("Cardiff").rulebook.is_none());
        assert!(listed.iter().all(|one| one.authority.name != "Cumbria"), "it has ended");
        let before = localities.directory(date(2023, 3, 31));
        assert!(before.iter().any(|one| one.authority.name == "Cumbria"));
    }
}
