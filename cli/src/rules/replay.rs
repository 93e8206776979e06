//! `hubward rules replay`: places the same families by the old and the new rulebooks, and tells
//! what moves where, how many, and why.

use std::{collections::BTreeMap, path::PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use jiff::civil::Date;
use locality::{Facts, Localities, Placement, PostcodeIndex};
use pipeline::rows::Actor;
use serde::Serialize;
use store::KeyName;

use super::{
    families::{Chance, family, postcodes},
    publish::publishing,
};
use crate::{clock, deployment::Deployment, output, postcodes::IndexArgs, rulebooks};

#[derive(Debug, Args)]
pub(crate) struct Replay {
    /// The folder of rulebooks in force.
    #[arg(long, value_name = "FOLDER", env = "HUBWARD_LOCALITIES", default_value = "localities")]
    old: PathBuf,
    /// The folder of rulebooks to try.
    #[arg(long, value_name = "FOLDER")]
    new: PathBuf,
    /// The number of made-up families to try, at real postcodes of the authorities served.
    #[arg(long, default_value_t = 50_000)]
    families: usize,
    /// The seed of the families; the same number makes the same ones.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Recorded facts instead, one JSON object a line; they hold no name.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["families", "seed"])]
    facts: Option<PathBuf>,
    /// The referrals that a deployment has stored instead, by nothing but their facts, which are not
    /// written anywhere. The audit trail tells of it.
    #[arg(long, conflicts_with_all = ["families", "seed", "facts"])]
    past: bool,
    /// The name of the person who does this, for the audit trail.
    #[arg(long, value_name = "NAME", env = "USER", hide_env_values = true)]
    by: Option<String>,
    #[command(flatten)]
    deployment: Deployment,
    /// The day to decide for. When left out today, or for stored referrals the day they came.
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
    #[command(flatten)]
    index: IndexArgs,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Replayed {
    old: Vec<String>,
    new: Vec<String>,
    index: String,
    families: usize,
    unchanged: usize,
    /// The number of families with the same inbox for other reasons.
    explained_otherwise: usize,
    moved: usize,
    moves: Vec<Move>,
}

/// Families that move from one inbox to another for one reason.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Move {
    families: usize,
    from: String,
    to: String,
    because: String,
}

impl Replay {
    pub(crate) fn run(self) -> Result<()> {
        let old = rulebooks::parse(&rulebooks::files(&self.old)?)?;
        let new = rulebooks::parse(&rulebooks::files(&self.new)?)?;
        let index = self.index.open()?;
        let families = self.families(&old, &new, &index)?;
        let replayed = replay(&old, &new, &index, &families);
        if self.json { output::json(&replayed) } else { print(&replayed) }
    }

    fn families(
        &self,
        old: &Localities,
        new: &Localities,
        index: &PostcodeIndex,
    ) -> Result<Vec<Facts>> {
        if self.past {
            return self.stored();
        }
        if let Some(path) = &self.facts {
            let text = std::fs::read_to_string(path)
                .with_context(|| format!("{} cannot be read", path.display()))?;
            let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
            return lines
                .map(|(number, line)| {
                    serde_json::from_str(line)
                        .with_context(|| format!("line {number} does not hold recorded facts"))
                })
                .collect();
        }
        let served = |localities: &Localities| -> Vec<&'static str> {
            localities.rulebooks().iter().map(|rulebook| rulebook.authority.code).collect()
        };
        let authorities = [served(old), served(new)].concat();
        let postcodes = postcodes(index, &authorities)?;
        let on = self.on.unwrap_or_else(clock::today);
        let mut chance = Chance::new(self.seed);
        Ok((0..self.families).map(|_| family(&mut chance, &postcodes, on)).collect())
    }
}

impl Replay {
    fn stored(&self) -> Result<Vec<Facts>> {
        let Some(by) = self.by.as_deref().filter(|by| !by.is_empty()) else {
            bail!("say with --by who does this: it stands in the audit trail");
        };
        let by = Actor::operator(by);
        let mut facts = Vec::new();
        self.deployment.with(async |connected| {
            let keys = connected.key_source(KeyName::Bodies)?;
            let how = publishing(&connected, &by)?;
            let referrals = connected.variable("HUBWARD_TABLE_REFERRALS")?;
            facts = connected.operator.past_facts(how, referrals, keys, self.on).await?;
            Ok(())
        })?;
        Ok(facts)
    }
}

fn replay(
    old: &Localities,
    new: &Localities,
    index: &PostcodeIndex,
    families: &[Facts],
) -> Replayed {
    let bar = output::progress(families.len() as u64, "Placing families");
    let mut moves: BTreeMap<(String, String, String), usize> = BTreeMap::new();
    let (mut unchanged, mut otherwise) = (0, 0);
    for facts in families {
        let (before, after) = (old.place(facts, index), new.place(facts, index));
        if before.inbox != after.inbox {
            let why = why(&after);
            let key = (before.inbox.to_string(), after.inbox.to_string(), why);
            *moves.entry(key).or_default() += 1;
        } else if before.reasons == after.reasons {
            unchanged += 1;
        } else {
            otherwise += 1;
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    let mut moves: Vec<Move> = moves
        .into_iter()
        .map(|((from, to, because), families)| Move { families, from, to, because })
        .collect();
    moves.sort_by(|a, b| b.families.cmp(&a.families).then_with(|| a.cmp(b)));
    Replayed {
        old: old.editions().map(str::to_owned).collect(),
        new: new.editions().map(str::to_owned).collect(),
        index: index.about().version.clone(),
        families: families.len(),
        unchanged,
        explained_otherwise: otherwise,
        moved: moves.iter().map(|one| one.families).sum(),
        moves,
    }
}

/// The rule that decided, and its reason.
fn why(placement: &Placement) -> String {
    match placement.considered.iter().find(|one| one.applied) {
        Some(rule) => format!("{}: {}", rule.rule, rule.text),
        None => placement.reasons.last().map(|reason| reason.text.clone()).unwrap_or_default(),
    }
}

fn print(replayed: &Replayed) -> Result<()> {
    output::table(&[
        ("old", replayed.old.join(", ")),
        ("new", replayed.new.join(", ")),
        ("families", replayed.families.to_string()),
        ("unchanged", replayed.unchanged.to_string()),
        ("same inbox, other reasons", replayed.explained_otherwise.to_string()),
        ("moved", replayed.moved.to_string()),
    ])?;
    for one in &replayed.moves {
        output::line(&format!(
            "{:>7}  {} → {}  ({})",
            one.families, one.from, one.to, one.because
        ))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::check::tests::{BOOK, index, localities};

    #[test]
    fn moves_are_told_with_where_how_many_and_why() {
        let (old, index) = (localities(BOOK), index());
        let new = localities(&BOOK.replace("hub = \"south\" # moved", "hub = \"north\""));
        let on = jiff::civil::date(2026, 11, 21);
        let places = postcodes(&index, &["E10000012"]).unwrap();
        let mut chance = Chance::new(7);
        let families: Vec<Facts> = (0..200).map(|_| family(&mut chance, &places, on)).collect();
        let same = replay(&old, &old, &index, &families);
        assert_eq!((same.unchanged, same.moved), (200, 0));
        let replayed = replay(&old, &new, &index, &families);
        assert!(replayed.moved > 0);
        assert_eq!(replayed.unchanged + replayed.explained_otherwise + replayed.moved, 200);
        for one in &replayed.moves {
            assert_eq!((one.from.as_str(), one.to.as_str()), ("essex-south", "essex-north"));
            assert!(one.because.starts_with("catchment 1 (district)"), "{}", one.because);
        }
    }
}
