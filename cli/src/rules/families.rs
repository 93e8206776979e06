//! Families made up to try rulebooks on: every kind of need, age, sender, urgency, language and
//! access need, at real postcodes. The same seed makes the same families.

use jiff::civil::Date;
use locality::{Age, ChildFacts, Facts, PostcodeIndex, Whereabouts};
use referral::{
    AccessNeed, GivenPostcode, GssCode, LanguageTag, Need, Needs, Postcode, ReferrerKind,
    SendStatus, Urgency,
};

/// Languages that families speak, the commonest of England first.
const LANGUAGES: [&str; 10] = ["en", "pl", "ro", "pa", "ur", "pt", "es", "ar", "bn", "bfi"];

/// A source of chance that can be repeated (a linear congruential step, then its upper half).
#[derive(Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// The next number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        usize::try_from(self.0 >> 33).unwrap_or(0) % end.max(1)
    }

    fn one_of<T: Copy>(&mut self, values: &[T]) -> Option<T> {
        values.get(self.below(values.len())).copied()
    }
}

/// The postcodes of some upper-tier authorities, except those that ended.
pub(crate) fn postcodes(
    index: &PostcodeIndex,
    authorities: &[&str],
) -> anyhow::Result<Vec<Postcode>> {
    let mut found = Vec::new();
    for row in index.rows() {
        let (text, record) = row?;
        let upper = record.authority.and_then(locality::Authority::find);
        if record.terminated.is_none()
            && upper.is_some_and(|authority| authorities.contains(&authority.upper))
        {
            found.extend(Postcode::parse(&text).ok());
        }
    }
    Ok(found)
}

/// A family at one of those postcodes.
pub(crate) fn family(chance: &mut Chance, postcodes: &[Postcode], on: Date) -> Facts {
    let whereabouts = match chance.one_of(postcodes) {
        Some(postcode) => {
            let postcode = GivenPostcode::Full(postcode);
            Whereabouts::Postcode { postcode, authority: None::<GssCode> }
        }
        None => Whereabouts::NotGiven { authority: None },
    };
    let needs = (0..=chance.below(2)).filter_map(|_| chance.one_of(Need::ALL));
    let needs = Needs::new(needs.collect::<Vec<_>>());
    let children = (0..chance.below(4)).map(|_| child(chance)).collect();
    // One family in four speaks another language, and half of those need an interpreter.
    let language = if chance.below(4) == 0 { chance.one_of(&LANGUAGES) } else { Some("en") };
    let other = language != Some("en");
    Facts {
        needs,
        children,
        referrer: chance.one_of(ReferrerKind::ALL).unwrap_or(ReferrerKind::Other),
        urgency: chance.one_of(Urgency::ALL).unwrap_or(Urgency::Routine),
        language: language.and_then(|tag| LanguageTag::parse(tag).ok()),
        interpreter_needed: other && chance.below(2) == 0,
        access: if chance.below(8) == 0 {
            chance.one_of(AccessNeed::ALL).into_iter().collect()
        } else {
            Vec::new()
        },
        ..Facts::plain(whereabouts, on)
    }
}

fn child(chance: &mut Chance) -> ChildFacts {
    let age = match chance.below(10) {
        0 => Age::Unborn,
        1 => Age::NotKnown,
        _ => Age::Years(i16::try_from(chance.below(20)).unwrap_or(0)),
    };
    let send = if chance.below(6) == 0 { SendStatus::Support } else { SendStatus::NotKnown };
    ChildFacts { age, send, school: None }
}
