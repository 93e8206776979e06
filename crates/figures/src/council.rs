//! The figures of a council: those of each hub, and of its hubs together.

use std::collections::BTreeMap;

use referral::InboxId;

use crate::protect::{HubTable, SMALL, Withheld, of_council};
use crate::published::Figures;
use crate::tables::Table;
use crate::tally::{Shown, Tally};

/// The figures of a council's hubs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Council {
    /// The hubs together, without those that are left out.
    pub together: Figures,
    /// Each hub by itself, as its own page shows it.
    pub hubs: BTreeMap<InboxId, Figures>,
    /// The hubs with fewer than six families: they are in none of the sums, as these would give their
    /// number away.
    pub left_out: Vec<InboxId>,
}

/// The figures of a council, made of what each of its inboxes received.
pub fn council(tallies: &BTreeMap<InboxId, Tally>) -> Council {
    let (counted, left_out): (Vec<_>, Vec<_>) =
        tallies.iter().partition(|(_, tally)| tally.families > SMALL);
    let mut sums = Tally::default();
    let hubs = counted.iter().map(|(_, tally)| (*tally, tally.withheld())).collect::<Vec<_>>();
    for (tally, _) in &hubs {
        sums.merge(tally);
    }
    let mut withheld = BTreeMap::new();
    for table in Table::all() {
        let rows = table.rows().len();
        let tables = hubs.iter().map(|(tally, own)| HubTable {
            counts: tally.tables[&table].clone(),
            withheld: own[&table].clone(),
            whole_withheld: tally.whole_withheld(table, own),
        });
        let tables: Vec<HubTable> = tables.collect();
        let kept_back = match of_council(&tables, rows) {
            Withheld::Rows(rows) => rows,
            Withheld::Everything => vec![true; rows],
        };
        withheld.insert(table, kept_back);
    }
    let matches_withheld =
        hubs.iter().any(|(tally, own)| tally.whole_withheld(Table::Matches, own));
    let surely = hubs.iter().map(|(tally, own)| tally.surely(own));
    let surely = surely.fold([0; 3], |[a, b, c], [x, y, z]| [a + x, b + y, c + z]);
    Council {
        together: sums.figures(&Shown { withheld, matches_withheld, surely }),
        hubs: counted.iter().map(|(hub, tally)| ((*hub).clone(), tally.publish())).collect(),
        left_out: left_out.into_iter().map(|(hub, _)| hub.clone()).collect(),
    }
}

#[cfg(test)]
mod tests;
