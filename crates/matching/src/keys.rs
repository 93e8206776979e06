//! Keys: the values under which a child is looked for. Two records of one child should share at
//! least one key though each is misspelt; strangers should share few. A key is personal: only a
//! keyed token made from it may be stored.

use jiff::civil::Date;

use crate::place::Home;
use crate::profile::{Profile, Word};

/// The kind of value that a key is made of. Keys of two purposes are never compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyPurpose {
    /// The NHS number.
    NhsNumber,
    /// The unique pupil number.
    Upn,
    /// The date of birth and a name as it sounds. Given and family name swapped, or day and month
    /// swapped, make no other key.
    BirthAndName,
    /// The date of birth and the postcode.
    BirthAndPlace,
    /// The postcode and a name as it sounds, which siblings may share.
    PlaceAndName,
    /// The house and the road.
    HouseAndRoad,
    /// Both names as they sound, in either order.
    Names,
    /// An adult's phone number.
    Phone,
    /// An adult's mailbox.
    Email,
    /// A parent's name, for babies, who may have no name yet.
    Parent,
}

impl KeyPurpose {
    /// The purpose's name, which goes into the token.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NhsNumber => "nhs",
            Self::Upn => "upn",
            Self::BirthAndName => "birth-name",
            Self::BirthAndPlace => "birth-place",
            Self::PlaceAndName => "place-name",
            Self::HouseAndRoad => "door",
            Self::Names => "names",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Parent => "parent",
        }
    }

    /// Whether unrelated families may share such a key: a phone in a hostel, a parent's common
    /// name. Many rows under it are no evidence.
    pub const fn may_be_shared(self) -> bool {
        matches!(
            self,
            Self::Phone
                | Self::Email
                | Self::Parent
                | Self::PlaceAndName
                | Self::HouseAndRoad
                | Self::Names
        )
    }
}

/// A value that a child is found by.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The kind of value that it is.
    pub purpose: KeyPurpose,
    /// The value itself, which is personal.
    pub value: String,
}

/// The most keys that a child has. The surest are kept, and the rest are left out.
pub(crate) const MOST_KEYS: usize = 12;

/// A child's keys, each once and the surest first, and the number of keys left out. An adopted
/// child has none: identities before and after adoption are never linked.
pub fn keys(child: &Profile) -> (Vec<Key>, usize) {
    if child.adopted {
        return (Vec::new(), 0);
    }
    let mut keys = Vec::with_capacity(MOST_KEYS);
    let mut add = |purpose, value: String| keys.push(Key { purpose, value });
    if let Some(number) = &child.nhs_number {
        add(KeyPurpose::NhsNumber, number.clone());
    }
    if let Some(upn) = &child.upn {
        add(KeyPurpose::Upn, upn.clone());
    }
    let first = child.given.words.first();
    let families: Vec<&Word> = child.family.iter().take(2).collect();
    if let Some(birth) = child.birth.filter(|birth| !birth.due) {
        for word in families.iter().copied().chain(first) {
            add(KeyPurpose::BirthAndName, format!("{}|{}", either_way(birth.day), word.sound));
        }
        if let Some(postcode) = &child.postcode {
            add(KeyPurpose::BirthAndPlace, format!("{}|{postcode}", either_way(birth.day)));
        }
    }
    if let Some(postcode) = &child.postcode {
        for word in families.iter().copied().take(1).chain(first) {
            add(KeyPurpose::PlaceAndName, format!("{postcode}|{}", word.sound));
        }
    }
    if let Some(place) = child.home.as_ref().and_then(Home::house_and_road) {
        add(KeyPurpose::HouseAndRoad, place);
    }
    for phone in child.phones.iter().take(2) {
        add(KeyPurpose::Phone, phone.clone());
    }
    for email in child.emails.iter().take(1) {
        add(KeyPurpose::Email, email.clone());
    }
    if let (Some(given), Some(family)) = (first, families.first()) {
        let (a, b) = if given.sound <= family.sound { (given, *family) } else { (*family, given) };
        add(KeyPurpose::Names, format!("{}|{}", a.sound, b.sound));
    }
    if child.given.words.is_empty() || child.baby {
        for (adult, first) in
            child.grown.iter().filter_map(|adult| Some((adult, adult.given.words.first()?))).take(1)
        {
            add(KeyPurpose::Parent, format!("{}|{}", first.sound, adult.family));
        }
    }
    keys.sort();
    keys.dedup();
    let over = keys.len().saturating_sub(MOST_KEYS);
    keys.truncate(MOST_KEYS);
    (keys, over)
}

/// A day as one value, which is the same with day and month swapped.
fn either_way(day: Date) -> String {
    let (one, two) = (day.day().min(day.month()), day.day().max(day.month()));
    format!("{}-{one}-{two}", day.year())
}
