//! The figures of an inbox that twelve families came to.

use figures::{FamilyFacts, Tally};
use jiff::ToSpan as _;
use jiff::civil::date;
use pipeline::collect::InboxFigures;
use referral::{EntryState, InboxId, Need, ReferrerKind};

use crate::answers::moment;

/// The figures of one inbox.
pub(crate) fn figures_of_inbox() -> Vec<InboxFigures> {
    let family = |number: i64| FamilyFacts {
        received: moment(),
        received_on: date(2026, 11, 21),
        sources: vec![if number < 8 { ReferrerKind::School } else { ReferrerKind::Gp }],
        needs: vec![Need::Housing],
        state: EntryState::New,
        claimed: (number < 6).then(|| moment().saturating_add(number.hours()).unwrap()),
        contacted: None,
        closed: None,
        outcome: None,
        scores: Vec::new(),
        referred_again: false,
        matches_open: 0,
        matches_same: 0,
        matches_different: 0,
    };
    let tally: Tally = (0..12).map(family).collect();
    let inbox = InboxId::parse("essex-chelmsford").unwrap();
    vec![InboxFigures { inbox, figures: tally.publish() }]
}
