//! Families: their members, the places where they live and lived, and the details that must not be
//! told.

use fastrand::Rng;
use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

use crate::names::Community;
use crate::twin::is_one_name;

/// A child, as the truth has it.
#[derive(Debug, Clone)]
pub struct Child {
    /// The child's number.
    pub id: u64,
    /// The given name.
    pub given: String,
    /// A further given name.
    pub further: Option<String>,
    /// The family name.
    pub family: String,
    /// The date of birth.
    pub born: Date,
    /// A valid NHS number.
    pub nhs_number: String,
    /// A valid unique pupil number.
    pub upn: String,
}

/// A home that a family may live in.
#[derive(Debug, Clone)]
pub struct Home {
    /// The house and the road.
    pub line: String,
    /// The postcode of the home.
    pub postcode: String,
    /// The authority of the postcode, by its GSS code.
    pub authority: &'static str,
}

/// A parent of the family.
#[derive(Debug, Clone)]
pub struct Parent {
    /// The given name.
    pub given: String,
    /// The family name.
    pub family: String,
    /// The date of birth.
    pub born: Date,
    /// The phone number.
    pub phone: String,
    /// The parent's mailbox.
    pub email: String,
}

/// A family that does not exist.
#[derive(Debug, Clone)]
pub struct Family {
    /// The family's number.
    pub id: u64,
    /// The mother of the family.
    pub mother: Parent,
    /// The father, who may live elsewhere.
    pub father: Option<Parent>,
    /// The home where the family lives.
    pub home: Home,
    /// The home where the family lived before.
    pub before: Option<Home>,
    /// The home where the father lives, if the parents have parted.
    pub fathers_home: Option<Home>,
    /// The children, twins and triplets among them.
    pub children: Vec<Child>,
    /// Whether the family fled, so that its address is concealed.
    pub refuge: bool,
}

pub(crate) const ROADS: [&str; 40] = [
    "High",
    "Station",
    "Church",
    "Victoria",
    "Park",
    "Mill",
    "Albert",
    "Queens",
    "Kings",
    "Grove",
    "Manor",
    "York",
    "Chester",
    "Cambridge",
    "Elm",
    "Oak",
    "Cedar",
    "Maple",
    "Willow",
    "Birch",
    "Springfield",
    "Meadow",
    "Hillcrest",
    "Lakeside",
    "Nelson",
    "Wellington",
    "Gladstone",
    "Harrow",
    "Lupus",
    "Tachbrook",
    "Warwick",
    "Sutherland",
    "Clifton",
    "Alexandra",
    "Richmond",
    "Stanley",
    "Windsor",
    "Carlton",
    "Beech",
    "Argyle",
];
const KINDS: [&str; 6] = ["Road", "Street", "Avenue", "Close", "Gardens", "Lane"];

/// A road with one postcode.
struct Place {
    road: String,
    postcode: &'static str,
    authority: &'static str,
}

/// A world of homes. A postcode has one road and about fifteen homes, or more where there are more
/// families than postcodes.
pub(crate) struct Town {
    places: Vec<Place>,
}

impl Town {
    pub(crate) fn new(families: usize, chance: &mut Rng) -> Self {
        // A postcode that is in no directory has no authority, and the children who live there are
        // compared with nobody.
        let mut postcodes: Vec<(&'static str, &'static str)> =
            include_str!("../data/postcodes.txt")
                .lines()
                .filter(|line| !line.starts_with('#'))
                .filter_map(|line| line.rsplit_once(' '))
                .collect();
        chance.shuffle(&mut postcodes);
        let places = postcodes
            .into_iter()
            .take(families / 12 + 8)
            .map(|(postcode, authority)| {
                let road = ROADS[chance.usize(0..ROADS.len())];
                let road = format!("{road} {}", KINDS[chance.usize(0..KINDS.len())]);
                Place { road, postcode, authority }
            })
            .collect();
        Self { places }
    }

    fn home(&self, chance: &mut Rng) -> Home {
        let place = &self.places[chance.usize(0..self.places.len())];
        let flat = if chance.u8(0..5) == 0 {
            format!("Flat {}, ", chance.u8(1..12))
        } else {
            String::new()
        };
        Home {
            line: format!("{flat}{} {}", chance.u8(1..60), place.road),
            postcode: place.postcode.to_owned(),
            authority: place.authority,
        }
    }

    /// Another home. Families mostly move within an authority.
    fn other_home(&self, home: &Home, chance: &mut Rng) -> Home {
        let stays = chance.u8(0..5) > 0;
        let mut other = self.home(chance);
        for _ in 0..50 {
            if !stays || other.authority == home.authority {
                break;
            }
            other = self.home(chance);
        }
        other
    }
}

/// Makes one more family.
pub(crate) fn family(
    id: u64,
    town: &Town,
    today: Date,
    next: &mut u64,
    chance: &mut Rng,
) -> Family {
    let community = Community::any(chance);
    let mothers = community.family_name(chance);
    let fathers = community.family_name(chance);
    let mother = parent(community, mothers.clone(), today, chance);
    let father = (chance.u8(0..10) < 8).then(|| parent(community, fathers.clone(), today, chance));
    // The children's name is that of married parents, a double-barrelled one, or the mother's.
    let childrens = match (chance.u8(0..10), &father) {
        (0..=6, Some(_)) => fathers,
        (7, Some(_)) => format!("{mothers}-{fathers}"),
        _ => mothers,
    };
    let mut children: Vec<Child> = Vec::new();
    let wanted = [1, 1, 2, 2, 2, 3, 3, 4][chance.usize(0..8)];
    while children.len() < wanted {
        let born = today - days(chance.i32(10..6_200));
        let at_once = match chance.u16(0..1000) {
            0..=2 => 3,
            3..=32 => 2,
            _ => 1,
        };
        for _ in 0..at_once {
            // No two children of one family have one name, however it is spelt.
            let mut given = community.given_name(chance);
            while children.iter().any(|child| is_one_name(&child.given, &given)) {
                given = Community::any(chance).given_name(chance);
            }
            let further = (chance.u8(0..100) < community.further)
                .then(|| community.given_name(chance))
                .filter(|further| *further != given);
            // In a blended family one child is of an earlier partner.
            let family = if at_once == 1 && chance.u8(0..20) == 0 {
                community.family_name(chance)
            } else {
                childrens.clone()
            };
            *next += 1;
            children.push(Child {
                id: *next,
                given,
                further,
                family,
                born,
                nhs_number: nhs_number(*next),
                upn: upn(*next),
            });
        }
    }
    let parted = father.is_some() && chance.u8(0..5) == 0;
    let home = town.home(chance);
    Family {
        id,
        mother,
        before: (chance.u8(0..100) < 15).then(|| town.other_home(&home, chance)),
        fathers_home: parted.then(|| town.other_home(&home, chance)),
        home,
        refuge: father.is_some() && chance.u8(0..100) < 3,
        father,
        children,
    }
}

fn days(days: i32) -> Span {
    days.days()
}

fn parent(community: &Community, family: String, today: Date, chance: &mut Rng) -> Parent {
    let given = community.given_name(chance);
    let number = chance.u32(0..1_000_000);
    let plain = |text: &str| text.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "");
    Parent {
        email: format!("{}.{}{}@example.com", plain(&given), plain(&family), number % 1000),
        phone: format!("07700{number:06}"),
        born: today - days(chance.i32(7_000..16_000)),
        given,
        family,
    }
}

/// An NHS number that begins with 99 and has the check digit that fits. Such numbers are never
/// given out.
fn nhs_number(child: u64) -> String {
    (0..)
        .map(|step| 990_000_000 + (child * 7 + step) % 9_999_999)
        .find_map(|stem| {
            let digits = stem.to_string();
            let sum: u32 = digits
                .bytes()
                .zip((2..=10).rev())
                .map(|(digit, weight)| u32::from(digit - b'0') * weight)
                .sum();
            match 11 - sum % 11 {
                10 => None,
                11 => Some(format!("{digits}0")),
                check => Some(format!("{digits}{check}")),
            }
        })
        .unwrap_or_default()
}

fn upn(child: u64) -> String {
    const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";
    let digits = format!("801{:09}", child % 1_000_000_000);
    let sum: usize =
        digits.bytes().zip(2..).map(|(digit, weight)| usize::from(digit - b'0') * weight).sum();
    format!("{}{digits}", char::from(LETTERS[sum % 23]))
}
