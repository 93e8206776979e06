//! Finding the hub for an entry by hand: where the family lives as far as it may be told, where the
//! rulebook would place it today, and the hubs that it may be sent to. It shows what the rulebook and
//! the list of postcodes say, and decides nothing.

use std::collections::BTreeSet;

use jiff::civil::Date;
use locality::{
    Authority, Candidate, Facts, Grid, InboxInfo, InboxKind, Listed, Localities, Placement,
    PostcodeIndex, Whereabouts,
};
use pipeline::collect::{
    CorrectedPostcode, LogItem, Logged, NewItem, Opened, OpenedReferral, Worker, destinations,
};
use pipeline::rows::EntryRow;
use referral::{GssCode, InboxId, Location, LogId, Referral};

/// The most hubs that are shown to choose from.
const MOST: usize = 12;

/// What helps a worker to find the hub.
pub(crate) struct Finding<'a> {
    /// Where the rulebook would place it today; `None` where nothing that it says can be read.
    pub(crate) placement: Option<Placement>,
    /// Whether somebody could come to harm if the place of the home were told.
    pub(crate) is_hidden: bool,
    /// The place of the home, where it is known and may be told.
    pub(crate) home: Option<Grid>,
    /// The council in whose area the home is, as far as is known.
    pub(crate) council: Option<Listed<'a>>,
    /// The hubs that it may be sent to, the nearest first, and no more than a page has room for.
    pub(crate) hubs: Vec<Candidate<'a>>,
    /// The number of further hubs.
    pub(crate) more: usize,
    /// The inboxes that it may be sent to.
    pub(crate) destinations: BTreeSet<&'a InboxId>,
}

/// Whether a worker finds the hub for an entry by hand: it is in an inbox of theirs that is no hub's.
pub(crate) fn is_offered(entry: &EntryRow, worker: &Worker, localities: &Localities) -> bool {
    let is_hub = |inbox: &InboxInfo| inbox.kind == InboxKind::Hub;
    worker.inboxes.contains(&entry.inbox) && !localities.inbox(&entry.inbox).is_some_and(is_hub)
}

/// Whether the address of the family is kept from everybody, so that no postcode is written down.
pub(crate) fn is_concealed(opened: &Opened) -> bool {
    said(opened).any(|said| matches!(said.household.location, Location::Concealed { .. }))
}

/// Whether somebody could come to harm if it were told where the family lives.
pub(crate) fn is_hidden(opened: &Opened) -> bool {
    said(opened).any(Referral::is_protected)
}

/// The correction of the postcode that is in force, with its item.
pub(crate) fn corrected(opened: &Opened) -> Option<(&LogItem, &CorrectedPostcode)> {
    opened.log.iter().find_map(|thread| match &thread.now.said {
        Some((_, Logged::Postcode(corrected))) => Some((&thread.now, corrected)),
        _ => None,
    })
}

/// The last question to the sender, with its item.
pub(crate) fn asked(opened: &Opened) -> Option<&LogItem> {
    let is_question = |item: &&LogItem| matches!(item.said, Some((_, Logged::SenderAsked(_))));
    opened
        .log
        .iter()
        .map(|thread| &thread.now)
        .filter(is_question)
        .max_by_key(|item| item.written_at)
}

/// What helps to find the hub of an entry, on a day.
pub(crate) fn find<'a>(
    opened: &Opened,
    localities: &'a Localities,
    index: &PostcodeIndex,
    on: Date,
) -> Finding<'a> {
    let facts = facts(opened, on);
    let is_hidden = is_hidden(opened);
    let whereabouts = facts.as_ref().map(|facts| facts.whereabouts);
    let home = whereabouts.filter(|_| !is_hidden).and_then(|home| home.place(on, index));
    let authority = whereabouts.and_then(|home| home.authority(on, index));
    let to: BTreeSet<&InboxId> =
        destinations(localities, &opened.entry).into_iter().map(|inbox| &inbox.id).collect();
    let any = Facts::plain(Whereabouts::NotGiven { authority: None }, on);
    let all = facts.as_ref().unwrap_or(&any);
    let mut hubs = localities.candidates(all, home, index, |inbox| to.contains(inbox));
    let more = hubs.len().saturating_sub(MOST);
    hubs.truncate(MOST);
    Finding {
        placement: facts.as_ref().map(|facts| localities.place(facts, index)),
        is_hidden,
        home,
        council: authority.and_then(|authority| localities.in_directory(authority, on)),
        hubs,
        more,
        destinations: to,
    }
}

/// The facts to place by: those of the latest referral that gives a postcode, or of the latest, with the
/// postcode as it was put right.
fn facts(opened: &Opened, on: Date) -> Option<Facts> {
    let gives_postcode = |said: &&Referral| {
        matches!(Whereabouts::of(&said.household.location), Whereabouts::Postcode { .. })
    };
    let latest = said(opened).rfind(gives_postcode).or_else(|| said(opened).next_back())?;
    let mut facts = Facts::of(latest, on);
    if let Some((_, corrected)) = corrected(opened).filter(|_| !is_concealed(opened)) {
        let postcode = corrected.postcode.into();
        facts.whereabouts = Whereabouts::Postcode { postcode, authority: None };
    }
    Some(facts)
}

fn said(opened: &Opened) -> impl DoubleEndedIterator<Item = &Referral> {
    opened.referrals.iter().filter_map(OpenedReferral::latest)
}

/// An item with the authority of its postcode, where it has one and the list of postcodes knows it.
pub(crate) fn located(item: NewItem, index: &PostcodeIndex, on: Date) -> NewItem {
    let NewItem { said, replaces } = item;
    let said = match said {
        Logged::Postcode(corrected) => {
            let authority = authority_of(&corrected, index, on);
            Logged::Postcode(CorrectedPostcode { authority, ..corrected })
        }
        other => other,
    };
    NewItem { said, replaces }
}

fn authority_of(corrected: &CorrectedPostcode, index: &PostcodeIndex, on: Date) -> Option<GssCode> {
    let whereabouts =
        Whereabouts::Postcode { postcode: corrected.postcode.into(), authority: None };
    whereabouts.authority(on, index).map(Authority::upper_tier).and_then(Authority::gss)
}

/// The id of the correction in force, which the next one stands for.
pub(crate) fn in_force(opened: &Opened) -> Option<LogId> {
    opened.entry.log.postcode.map(|mark| mark.item)
}
