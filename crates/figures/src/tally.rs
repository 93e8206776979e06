//! Counting. What is counted has no form that can be printed, logged or sent: the way out is
//! [`Tally::publish`], which withholds what is small.

use std::collections::BTreeMap;

use crate::facts::FamilyFacts;
use crate::protect;
use crate::published::{Count, Figures, Row, Rows, Times, Waiting};
use crate::tables::CLOSED;
use crate::tables::{Table, Whole, YES};
use crate::times;

/// The families of one hub in one period, counted. It has no `Debug`, no `Display` and no `Serialize`.
#[derive(Clone)]
pub struct Tally {
    pub(crate) families: u64,
    pub(crate) matches: u64,
    pub(crate) tables: BTreeMap<Table, Vec<u64>>,
    pub(crate) to_claim: Vec<u32>,
    pub(crate) to_contact: Vec<u32>,
    pub(crate) to_close: Vec<u32>,
}

impl Default for Tally {
    fn default() -> Self {
        let tables = Table::all().into_iter().map(|table| (table, vec![0; table.rows().len()]));
        Self {
            families: 0,
            matches: 0,
            tables: tables.collect(),
            to_claim: Vec::new(),
            to_contact: Vec::new(),
            to_close: Vec::new(),
        }
    }
}

impl FromIterator<FamilyFacts> for Tally {
    fn from_iter<I: IntoIterator<Item = FamilyFacts>>(facts: I) -> Self {
        let mut tally = Self::default();
        facts.into_iter().for_each(|facts| tally.add(&facts));
        tally
    }
}

impl Tally {
    /// Counts one family.
    pub fn add(&mut self, facts: &FamilyFacts) {
        self.families += 1;
        for (table, counts) in &mut self.tables {
            if let Some(count) = table.row_of(facts).and_then(|row| counts.get_mut(row)) {
                *count += 1;
            }
        }
        let matches = [facts.matches_open, facts.matches_same, facts.matches_different];
        if let Some(counts) = self.tables.get_mut(&Table::Matches) {
            for (count, more) in counts.iter_mut().zip(matches) {
                *count += u64::from(more);
                self.matches += u64::from(more);
            }
        }
        self.to_claim.extend(times::to_claim(facts));
        self.to_contact.extend(times::to_contact(facts));
        self.to_close.extend(times::to_close(facts));
    }

    /// Adds the families of another hub.
    pub(crate) fn merge(&mut self, other: &Self) {
        self.families += other.families;
        self.matches += other.matches;
        for (counts, more) in self.tables.values_mut().zip(other.tables.values()) {
            counts.iter_mut().zip(more).for_each(|(count, more)| *count += more);
        }
        self.to_claim.extend(&other.to_claim);
        self.to_contact.extend(&other.to_contact);
        self.to_close.extend(&other.to_close);
    }

    /// The figures that may be shown.
    pub fn publish(&self) -> Figures {
        let withheld = self.withheld();
        let surely = self.surely(&withheld);
        let matches = protect::is_small(self.matches);
        self.figures(&Shown { withheld, surely, matches_withheld: matches })
    }

    /// The fewest families that were measured for each time, as anybody can tell who sees what is shown.
    /// Of two rows that are both withheld, one is from 1 to 5.
    pub(crate) fn surely(&self, withheld: &BTreeMap<Table, Vec<bool>>) -> [u64; 3] {
        let yes = |table: Table| {
            if withheld[&table][YES] {
                self.families.saturating_sub(protect::SMALL)
            } else {
                self.tables[&table][YES]
            }
        };
        let closed = if withheld[&Table::Progress][CLOSED] {
            0
        } else {
            self.tables[&Table::Progress][CLOSED]
        };
        [yes(Table::Claimed), yes(Table::Contacted), closed]
    }

    /// The rows that this hub withholds in each of its tables, by itself.
    pub(crate) fn withheld(&self) -> BTreeMap<Table, Vec<bool>> {
        let mut withheld: BTreeMap<Table, Vec<bool>> = BTreeMap::new();
        for (table, counts) in Table::all().into_iter().map(|table| (table, &self.tables[&table])) {
            let rows = if self.whole_withheld(table, &withheld) {
                vec![true; counts.len()]
            } else {
                protect::rows(counts)
            };
            withheld.insert(table, rows);
        }
        withheld
    }

    /// Whether the number that a table divides is withheld.
    pub(crate) fn whole_withheld(
        &self,
        table: Table,
        withheld: &BTreeMap<Table, Vec<bool>>,
    ) -> bool {
        match table.divides() {
            Whole::Families => protect::is_small(self.families),
            Whole::Matches => protect::is_small(self.matches),
            Whole::Row(of, row) => withheld.get(&of).is_none_or(|rows| rows[row]),
        }
    }

    /// The number that a table divides.
    fn whole(&self, table: Table) -> u64 {
        match table.divides() {
            Whole::Families => self.families,
            Whole::Matches => self.matches,
            Whole::Row(of, row) => self.tables[&of][row],
        }
    }

    /// The figures without what is withheld.
    pub(crate) fn figures(&self, shown: &Shown) -> Figures {
        let withheld = &shown.withheld;
        let tables = Table::all().into_iter().map(|table| {
            let is_withheld = match table.divides() {
                Whole::Matches => shown.matches_withheld || protect::is_small(self.matches),
                _ => self.whole_withheld(table, withheld),
            };
            let whole = Count::new(self.whole(table), is_withheld);
            let counts = self.tables[&table].iter().zip(&withheld[&table]);
            let rows =
                table.rows().into_iter().zip(counts).map(|((code, words), (count, hidden))| {
                    let count = Count::new(*count, *hidden);
                    Row { code, words, count, percent: count.percent_of(whole) }
                });
            (table, Rows { whole, rows: rows.collect() })
        });
        let tables: BTreeMap<Table, Rows> = tables.collect();
        let [claimed, contacted, closed] = shown.surely;
        let times = |table: Table, row: usize, surely: u64, values: &[u32]| {
            let is_shown = tables[&table].rows[row].count.get().is_some();
            times_shown(values, is_shown, surely)
        };
        let waiting = Waiting {
            hours_to_claim: times(Table::Claimed, YES, claimed, &self.to_claim),
            days_to_contact: times(Table::Contacted, YES, contacted, &self.to_contact),
            hours_to_close: times(Table::Progress, CLOSED, closed, &self.to_close),
        };
        let families = Count::new(self.families, protect::is_small(self.families));
        Figures { families, waiting, tables }
    }
}

/// The part of a tally that may be shown.
pub(crate) struct Shown {
    /// The rows that are withheld of each table.
    pub(crate) withheld: BTreeMap<Table, Vec<bool>>,
    /// Whether the number of possible matches is withheld.
    pub(crate) matches_withheld: bool,
    /// The fewest families that were measured for each time, as anybody can tell.
    pub(crate) surely: [u64; 3],
}

/// The fewest families of which a median is shown.
const FEWEST_FOR_MEDIAN: u64 = protect::SMALL + 1;

/// The fewest families of which a 90th percentile is shown: three of them waited longer, so it is not the
/// longest wait of one family.
const FEWEST_FOR_NINETIETH: u64 = 30;

/// The times that may be shown. Where the number of families that were measured is withheld, a time is
/// shown only if everybody can tell already that they are enough.
fn times_shown(values: &[u32], count_is_shown: bool, surely: u64) -> Times {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let of = |percent, fewest| {
        let enough = sorted.len() as u64 >= fewest && (count_is_shown || surely >= fewest);
        times::percentile(&sorted, percent).filter(|_| enough)
    };
    Times { median: of(50, FEWEST_FOR_MEDIAN), ninetieth: of(90, FEWEST_FOR_NINETIETH) }
}

#[cfg(test)]
mod recount;
