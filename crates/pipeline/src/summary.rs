//! The summary of an entry: as much of what its referrals say as a row of the list shows, and by which
//! rows are filtered and searched. It is sealed with the entry, so a list opens no referral.
//!
//! Names are in it for the search. A row masks them where a referral is protected.

mod sealed;
mod words;

use jiff::civil::Date;
use matching::search::SoughtName;
use referral::{AgeBand, Birth, EntryId, Need, PersonName, Referral, ReferrerKind};

use crate::ports::{Fault, Keyed, Open, Seal};
use crate::rows::EntryRow;

/// The most children and the most adults in a summary: a row has no room for more.
const MOST_PEOPLE: usize = 12;

/// As much of an entry's referrals as a row shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// The children of its referrals, each once.
    pub children: Vec<SummaryChild>,
    /// The names of the adults, by which a family is searched too.
    pub adults: Vec<PersonName>,
    /// The needs of all its referrals, in the list's order.
    pub needs: Vec<Need>,
    /// The kinds of those who sent them, each once.
    pub senders: Vec<ReferrerKind>,
    /// Whether one of them is protected: then no name is shown in a row.
    pub protected: bool,
}

/// A child in a summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryChild {
    /// The child's name, if it was given.
    pub name: Option<PersonName>,
    /// The day on which the child was or will be born.
    pub birth: Birth,
}

impl Summary {
    /// The summary of one referral.
    pub fn of(referral: &Referral) -> Self {
        let children = referral.children.iter().take(MOST_PEOPLE);
        let adults = referral.adults.iter().filter_map(|adult| adult.name.clone());
        Self {
            children: children
                .map(|child| SummaryChild { name: child.name.clone(), birth: child.birth })
                .collect(),
            adults: adults.take(MOST_PEOPLE).collect(),
            needs: referral.needs.iter().collect(),
            senders: vec![referral.referrer.kind],
            protected: referral.is_protected(),
        }
    }

    /// The summary of an entry that holds a further referral.
    #[must_use]
    pub fn with(mut self, other: &Self) -> Self {
        for child in &other.children {
            match self.children.iter_mut().find(|known| known.is_same(child)) {
                Some(known) if known.birth == Birth::NotKnown => known.birth = child.birth,
                Some(_) => {}
                None => self.children.push(child.clone()),
            }
        }
        for adult in &other.adults {
            if !self.adults.iter().any(|known| words(known) == words(adult)) {
                self.adults.push(adult.clone());
            }
        }
        self.children.truncate(MOST_PEOPLE);
        self.adults.truncate(MOST_PEOPLE);
        self.needs.extend(&other.needs);
        self.needs.sort_unstable();
        self.needs.dedup();
        self.senders.extend(&other.senders);
        self.senders.sort_unstable();
        self.senders.dedup();
        self.protected |= other.protected;
        self
    }

    /// Whether a child is of these ages on a day.
    pub fn has_age(&self, band: AgeBand, today: Date) -> bool {
        self.children.iter().any(|child| child.band(today) == band)
            || (self.children.is_empty() && band == AgeBand::NotKnown)
    }

    /// Whether a name that somebody typed is among those of the family.
    pub fn has_name(&self, sought: &SoughtName) -> bool {
        let children = self.children.iter().filter_map(|child| child.name.as_ref());
        let names = children.chain(&self.adults);
        sought.is_among(names.flat_map(|name| {
            let parts = [&name.given, &name.family, &name.known_as];
            parts.into_iter().flatten().map(|part| part.expose().as_str())
        }))
    }

    /// Whether a child was or will be born on a day.
    pub fn has_birth(&self, day: Date) -> bool {
        self.children.iter().any(|child| match child.birth {
            Birth::Born(born) => born.day() == day,
            Birth::Due(due) => due.day() == day,
            Birth::About(_) | Birth::NotKnown => false,
        })
    }
}

impl SummaryChild {
    fn band(&self, today: Date) -> AgeBand {
        match self.birth {
            Birth::Born(day) => AgeBand::of_years(day.age_on(today)),
            Birth::About(about) => AgeBand::of_years(about.age_on(today)),
            Birth::Due(_) => AgeBand::Unborn,
            Birth::NotKnown => AgeBand::NotKnown,
        }
    }

    /// Whether two referrals of one entry mean one child by it. What is wrongly taken for two children
    /// is shown as two; what is one entry was joined by the rules of matching before.
    fn is_same(&self, other: &Self) -> bool {
        let given = |child: &Self| child.name.as_ref().map(|name| words_of(name.given.as_ref()));
        let births = [self.birth, other.birth];
        let may_be = births[0] == births[1] || births.contains(&Birth::NotKnown);
        may_be && given(self) == given(other)
    }
}

fn words(name: &PersonName) -> Vec<String> {
    let parts = [&name.given, &name.known_as, &name.family];
    parts.into_iter().flat_map(|part| words_of(part.as_ref())).collect()
}

fn words_of(part: Option<&referral::Personal<String>>) -> Vec<String> {
    part.map(|part| matching::normal_words(part.expose())).unwrap_or_default()
}

/// The sealed summary of an entry that holds this referral, beside those of the entry that it joins. `None` where
/// the summary cannot be sealed, or the earlier one not be opened: the row is then read from the
/// referrals themselves. Nothing waits for a summary.
pub(crate) async fn sealed<W>(
    world: &W,
    entry: EntryId,
    referral: &Referral,
    joined: Option<&EntryRow>,
) -> Option<Vec<u8>>
where
    W: Keyed<Vault: Seal<EntryId> + Open<EntryId>>,
{
    let own = Summary::of(referral);
    let whole = match joined {
        None => own,
        Some(row) => opened(world, entry, row.summary.as_deref()?).await.ok()?.with(&own),
    };
    world.vault().seal(entry, &sealed::write(&whole).ok()?).await.ok()
}

/// Opens the summary of an entry.
pub(crate) async fn opened<W: Keyed<Vault: Open<EntryId>>>(
    world: &W,
    entry: EntryId,
    sealed: &[u8],
) -> Result<Summary, Fault> {
    opened_with(world.vault(), entry, sealed).await
}

/// Opens the summary of an entry with these keys.
pub(crate) async fn opened_with(
    vault: &impl Open<EntryId>,
    entry: EntryId,
    sealed: &[u8],
) -> Result<Summary, Fault> {
    sealed::read(&vault.open(entry, sealed).await?)
}

#[cfg(test)]
pub(crate) mod tests;
