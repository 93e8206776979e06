//! Places families of every simple kind at an authority's postcodes, to see which hubs they reach.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use locality::{
    Age, ChildFacts, Facts, Localities, PostcodeIndex, Whereabouts, rulebook::Rulebook,
};
use referral::{AccessNeed, Need, Needs, ReferrerKind, SendStatus};

use super::survey::{Survey, Surveyed};
use crate::output;

/// The number of postcodes at which each kind of family but the plainest is tried.
const SAMPLE: usize = 2_000;

/// The inboxes that families reached.
#[derive(Debug, Default)]
pub(super) struct Reached {
    /// The number of postcodes for each inbox, for a family about which nothing else is known, at
    /// every postcode.
    pub(super) plain: BTreeMap<String, usize>,
    /// Every inbox that any family reached.
    pub(super) any: BTreeSet<String>,
}

/// The facts of a family at a postcode, about which nothing else is known.
pub(super) fn plain_at(one: &Surveyed, on: Date) -> Facts {
    let whereabouts = Whereabouts::Postcode { postcode: one.postcode, authority: None };
    Facts { referrer: ReferrerKind::SelfParent, ..Facts::plain(whereabouts, on) }
}

/// Places the plainest family at every postcode, and each simple kind at a sample.
pub(super) fn sweep(
    localities: &Localities,
    index: &PostcodeIndex,
    rulebook: &Rulebook,
    survey: &Survey,
    on: Date,
) -> Reached {
    let kinds = kinds(on);
    let steps = survey.postcodes.len() + kinds.len() * survey.some(SAMPLE).count();
    let bar = output::progress(steps as u64, "Placing families");
    let mut reached = Reached::default();
    for one in &survey.postcodes {
        let inbox = localities.place(&plain_at(one, on), index).inbox;
        *reached.plain.entry(inbox.to_string()).or_default() += 1;
        bar.inc(1);
    }
    reached.any.extend(reached.plain.keys().cloned());
    for kind in &kinds {
        // Once every hub is reached there is nothing more to learn here.
        if rulebook.hubs.iter().all(|hub| reached.any.contains(hub.inbox.as_str())) {
            break;
        }
        for one in survey.some(SAMPLE) {
            let whereabouts = plain_at(one, on).whereabouts;
            let placed = localities.place(&Facts { whereabouts, ..kind.clone() }, index);
            reached.any.insert(placed.inbox.to_string());
            bar.inc(1);
        }
    }
    bar.finish_and_clear();
    reached
}

/// One family for each need, each age and each access need.
fn kinds(on: Date) -> Vec<Facts> {
    let plain = || Facts {
        referrer: ReferrerKind::SelfParent,
        ..Facts::plain(Whereabouts::NotGiven { authority: None }, on)
    };
    let needs = Need::ALL.iter().map(|need| Facts { needs: Needs::new([*need]), ..plain() });
    let ages = [Age::Unborn].into_iter().chain((0..20).map(Age::Years));
    let ages = ages.map(|age| Facts { children: vec![child(age, SendStatus::None)], ..plain() });
    let send = (20..26).map(|years| Facts {
        children: vec![child(Age::Years(years), SendStatus::Ehcp)],
        ..plain()
    });
    let access = AccessNeed::ALL.iter().map(|need| Facts { access: vec![*need], ..plain() });
    needs.chain(ages).chain(send).chain(access).collect()
}

fn child(age: Age, send: SendStatus) -> ChildFacts {
    ChildFacts { age, send, school: None }
}
