//! The hubs that may be told to a family that has just asked for help: those near its home that
//! help with what it asked for. They follow from what was sent and the rulebook alone; rules,
//! overrides and catchments have no say, so that the list says nothing about where the referral
//! goes.

use jiff::civil::Date;
use referral::{Lane, Referral};
use serde::{Deserialize, Serialize};

use super::{find, fitness::unfit};
use crate::{Facts, Grid, Localities, PostcodeIndex, rulebook::Hub, spot::Spot};

/// A hub as the public may know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nearby {
    /// The hub's name.
    pub name: String,
    /// The hub's address in words.
    pub address: Option<String>,
    /// The hub's postcode.
    pub postcode: Option<String>,
    /// The hub's phone number.
    pub phone: Option<String>,
}

/// The hubs near a family, the nearest first, up to a given number. There are none when a list
/// could harm (a concern, a concealed address, a protected referral), when nobody agreed, or when
/// the place is not known or not served here.
pub(super) fn nearby(
    localities: &Localities,
    referral: &Referral,
    on: Date,
    index: &PostcodeIndex,
    most: usize,
) -> Vec<Nearby> {
    let facts = Facts::of(referral, on);
    if facts.lane != Lane::Agreed || referral.is_protected() {
        return Vec::new();
    }
    let Spot::Postcode { authority, record } = find(&facts.whereabouts, on, index).spot else {
        return Vec::new();
    };
    let (Some(rulebook), Some(home)) = (localities.rulebook_of(authority), record.grid) else {
        return Vec::new();
    };
    let found = |hub: &&Hub| hub.address.is_some() || hub.postcode.is_some() || hub.phone.is_some();
    let fit = |hub: &&Hub| unfit(hub, &facts).is_none();
    let mut hubs: Vec<&Hub> = rulebook.hubs.iter().filter(fit).filter(found).collect();
    hubs.sort_by_key(|hub| hub.distance_squared(home, index));
    hubs.into_iter().take(most).map(|hub| Nearby::of(hub, home, index)).collect()
}

impl Nearby {
    /// The public details of a hub, with the address of whichever of its places is nearest.
    fn of(hub: &Hub, home: Grid, index: &PostcodeIndex) -> Self {
        let (name, phone) = (hub.name.clone(), hub.phone.clone());
        let away = |place: Option<Grid>| place.map_or(u64::MAX, |at| at.distance_squared(home));
        let nearest = hub.sites.iter().min_by_key(|site| away(site.place(index)));
        let own = away(hub.place(index));
        match nearest.filter(|site| away(site.place(index)) < own) {
            Some(site) => {
                let (address, postcode) = (Some(site.name.clone()), site.postcode.clone());
                Self { name, address, postcode, phone }
            }
            None => {
                Self { name, address: hub.address.clone(), postcode: hub.postcode.clone(), phone }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use referral::{
        Address, AgreementStatus, GivenPostcode, LevelOfNeed, Location, MustNotKnow, Need, Needs,
        Referral, ReferrerKind,
    };

    use super::Nearby;
    use crate::{
        Localities,
        fixtures::{council, files, index, localities, referral},
    };

    fn family(postcode: &str) -> Referral {
        let postcode = GivenPostcode::parse(postcode).ok();
        referral(Location::Address(Address { postcode, ..Address::default() }))
    }

    fn told_by(localities: &Localities, referral: &Referral) -> Vec<Nearby> {
        localities.nearby(referral, date(2026, 11, 21), &index(), 3)
    }

    fn told(referral: &Referral) -> Vec<Nearby> {
        told_by(&localities(), referral)
    }

    /// The sample rulebooks, with one of Westminster's lines followed by another.
    fn westminster_with(line: &str, next: &str) -> Localities {
        let files = files().into_iter().map(|(name, text)| {
            let changed = text.replacen(line, &format!("{line}\n{next}"), 1);
            (name, changed)
        });
        Localities::parse(files).unwrap()
    }

    const PORTMAN: &str = "name = \"Portman Family Hub\"";

    #[test]
    fn the_nearest_hubs_of_the_family_s_own_council_are_told() {
        let near = told(&family("NW8 8DE"));
        let names: Vec<&str> = near.iter().map(|hub| hub.name.as_str()).collect();
        assert_eq!(
            names,
            ["Portman Family Hub", "Queen’s Park Family Hub", "Bessborough Family Hub"]
        );
        assert_eq!(near[0].postcode.as_deref(), Some("NW8 8DE"));
        // Over the border another council's hubs may be nearer, but they are not the family's.
        assert!(told(&family("W10 4AL")).is_empty());
    }

    #[test]
    fn a_hub_is_told_by_the_place_of_it_that_is_nearest() {
        let near = told(&family("W2 5PR"));
        assert_eq!(near[0].name, "Queen’s Park Family Hub");
        assert_eq!(near[0].address.as_deref(), Some("Bayswater Children’s Centre"));
        assert_eq!(near[0].postcode.as_deref(), Some("W2 5PR"));
    }

    #[test]
    fn a_hub_that_cannot_help_is_not_told() {
        for line in [
            "needs = [\"housing\"]",
            "closes = 2026-11-21",
            "closed = [{ from = 2026-11-20, to = 2026-11-22, reason = \"Repairs\" }]",
            "capacity = { state = \"full\" }",
        ] {
            let near = told_by(&westminster_with(PORTMAN, line), &family("NW8 8DE"));
            assert_eq!(near.len(), 2, "{line}");
            assert!(near.iter().all(|hub| hub.name != "Portman Family Hub"), "{line}");
        }
    }

    #[test]
    fn nothing_is_told_where_a_list_could_harm_or_the_place_is_not_known() {
        type Change = fn(&mut Referral);
        let council = council("E09000033");
        let changes: [(&str, Change); 8] = [
            ("a concern", |it| it.safeguarding_concern = true),
            ("specialist", |it| it.level_of_need = Some(LevelOfNeed::Specialist)),
            ("not asked", |it| it.agreement.status = AgreementStatus::NotAsked),
            ("domestic abuse", |it| it.needs = Needs::new([Need::DomesticAbuse])),
            ("a young person", |it| it.referrer.kind = ReferrerKind::SelfYoungPerson),
            ("somebody must not know", |it| {
                it.must_not_know = vec![MustNotKnow { name: None, relationship: None, note: None }];
            }),
            ("disagreement", |it| it.household.parents_disagree_on_residence = true),
            ("half a postcode", |it| it.household.location = family("NW8").household.location),
        ];
        for (what, change) in changes {
            let mut referral = family("NW8 8DE");
            assert!(!told(&referral).is_empty());
            change(&mut referral);
            assert!(told(&referral).is_empty(), "{what}");
        }
        for location in [
            Location::Concealed { authority: council },
            Location::NoFixedAddress { authority: council },
            Location::NotGiven { authority: council },
        ] {
            assert!(told(&referral(location)).is_empty());
        }
        for elsewhere in ["SW1V 2AE", "EH1 1AA", "BT1 1AA", "ZZ1 1ZZ"] {
            assert!(told(&family(elsewhere)).is_empty(), "{elsewhere}");
        }
    }
}
