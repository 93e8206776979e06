//! The hubs that may be told to a family that has just asked for help: those near its home that
//! help with what it asked for. They follow from what was sent and the rulebook alone; rules,
//! overrides and catchments have no say, so that the list says nothing about where the referral
//! goes.

use jiff::civil::{Date, Time, Weekday};
use referral::{Lane, Referral};
use serde::{Deserialize, Serialize};

use super::{find, fitness::unfit};
use crate::{
    Facts, Grid, Localities, PostcodeIndex,
    rulebook::{Hub, Opening},
    spot::Spot,
};

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
    /// The times at which the hub is open in a week.
    pub hours: Vec<Hours>,
    /// The distance from the family's home; `None` where the hub's place is not known.
    pub away: Option<HalfMiles>,
}

/// Times at which a hub is open, on some days of a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// The days, Monday as 1, in the order of the rulebook.
    days: Vec<i8>,
    /// The time at which it opens.
    pub from: Time,
    /// The time at which it closes.
    pub to: Time,
}

impl Hours {
    fn of(opening: &Opening) -> Self {
        let days = opening.days.iter().map(|day| day.to_monday_one_offset()).collect();
        Self { days, from: opening.from, to: opening.to }
    }

    /// The days, in the order of the rulebook.
    pub fn days(&self) -> impl Iterator<Item = Weekday> {
        self.days.iter().filter_map(|day| Weekday::from_monday_one_offset(*day).ok())
    }
}

/// A straight distance, to the nearest half mile: three of them that were exact would tell where
/// somebody lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HalfMiles(pub u64);

impl HalfMiles {
    /// A thousand times as many metres as there are in half a mile.
    const LONG: u64 = 804_672;

    fn of(distance_squared: u64) -> Self {
        let metres = distance_squared.isqrt();
        Self(metres.saturating_mul(1_000).saturating_add(Self::LONG / 2) / Self::LONG)
    }
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
    if !may_be_told(referral) {
        return Vec::new();
    }
    let facts = Facts::of(referral, on);
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

/// Whether a family may be told of hubs at all: not where a list could harm, or nobody agreed.
pub(super) fn may_be_told(referral: &Referral) -> bool {
    referral.lane() == Lane::Agreed && !referral.is_protected()
}

impl Nearby {
    /// The public details of a hub, with the address of whichever of its places is nearest.
    fn of(hub: &Hub, home: Grid, index: &PostcodeIndex) -> Self {
        let (name, phone) = (hub.name.clone(), hub.phone.clone());
        let away = |place: Option<Grid>| place.map_or(u64::MAX, |at| at.distance_squared(home));
        let nearest = hub.sites.iter().min_by_key(|site| away(site.place(index)));
        let own = away(hub.place(index));
        let nearer = nearest.filter(|site| away(site.place(index)) < own);
        let (address, postcode) = match nearer {
            Some(site) => (Some(site.name.clone()), site.postcode.clone()),
            None => (hub.address.clone(), hub.postcode.clone()),
        };
        let far = hub.distance_squared(home, index);
        Self {
            name,
            address,
            postcode,
            phone,
            hours: hub.opening.iter().map(Hours::of).collect(),
            away: (far < u64::MAX).then(|| HalfMiles::of(far)),
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

    use super::{HalfMiles, Nearby};
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
    fn a_hub_is_told_with_its_hours_and_how_far_it_is_to_half_a_mile() {
        let near = told(&family("NW8 8DE"));
        let away: Vec<_> = near.iter().map(|hub| hub.away.unwrap().0).collect();
        // 0 m, 2.1 km (to the Bayswater site), 4.5 km.
        assert_eq!(away, [0, 3, 6]);
        let hours = near[0].hours.first().expect("the sample has hours");
        assert_eq!(hours.days().count(), 5);
        assert!(hours.from < hours.to);
        let metres = |metres: u64| HalfMiles::of(metres * metres).0;
        assert_eq!([402, 403, 1_207, 1_208, 16_093].map(metres), [0, 1, 1, 2, 20]);
    }

    #[test]
    fn a_working_day_is_the_hub_s_own_unless_that_would_tell_where_it_went() {
        let files = files().into_iter().map(|(name, text)| {
            let weekdays = "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]";
            (name, text.replace(weekdays, "[\"sat\"]"))
        });
        let localities = Localities::parse(files).unwrap();
        let friday = date(2026, 11, 20);
        let after =
            |referral: &Referral| localities.working_day_after(referral, friday, &index(), 1);
        let mut referral = family("NW8 8DE");
        assert_eq!(after(&referral), date(2026, 11, 21), "the hub works on Saturdays alone");
        referral.needs = Needs::new([Need::DomesticAbuse]);
        assert_eq!(after(&referral), date(2026, 11, 23), "as in any office");
        assert_eq!(after(&family("EH1 1AA")), date(2026, 11, 23), "no hub");
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
