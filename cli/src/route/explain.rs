//! `hubward route explain`: explains one placement with its reasons, from facts given on the
//! command line.

use anyhow::{Result, anyhow};
use clap::Args;
use jiff::civil::Date;
use locality::{Facts, Placement, Whereabouts};
use referral::{GivenPostcode, GssCode, Lane};

use super::family::Family;
use crate::{clock, output, postcodes::IndexArgs, rulebooks::RulebookArgs};

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The family's postcode; leave it out for a family without one.
    #[arg(num_args = 0..)]
    postcode: Vec<String>,
    #[command(flatten)]
    family: Family,
    /// The council that was named, by its GSS code.
    #[arg(long, value_name = "GSS")]
    council: Option<String>,
    /// There is a safeguarding concern.
    #[arg(long, conflicts_with = "not_agreed")]
    concern: bool,
    /// The family has not agreed, or has not been asked.
    #[arg(long)]
    not_agreed: bool,
    /// The day to decide for, as 2026-11-21; rules with dates count from it. Today when left out.
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
    #[command(flatten)]
    rulebooks: RulebookArgs,
    #[command(flatten)]
    index: IndexArgs,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Explain {
    pub(crate) fn run(self) -> Result<()> {
        let facts = self.facts()?;
        let localities = self.rulebooks.open()?;
        let index = self.index.open()?;
        let placement = localities.place(&facts, &index);
        if self.json { output::json(&placement) } else { print(&placement) }
    }

    fn facts(&self) -> Result<Facts> {
        let authority = match &self.council {
            Some(code) => Some(GssCode::parse(code).map_err(|fault| anyhow!("{}", fault.message))?),
            None => None,
        };
        let text = self.postcode.join(" ");
        let whereabouts = if text.is_empty() {
            Whereabouts::NotGiven { authority }
        } else {
            let postcode =
                GivenPostcode::parse(&text).map_err(|fault| anyhow!("{}", fault.message))?;
            Whereabouts::Postcode { postcode, authority }
        };
        let plain = Facts::plain(whereabouts, self.on.unwrap_or_else(clock::today));
        let lane = match (self.concern, self.not_agreed) {
            (true, _) => Lane::Safeguarding,
            (_, true) => Lane::NotAgreed,
            _ => Lane::Agreed,
        };
        Ok(self.family.said(&Facts { lane, ..plain }))
    }
}

fn print(placement: &Placement) -> Result<()> {
    let mut rows = vec![("inbox", format!("{} ({})", placement.inbox, placement.inbox_name))];
    if let Some(authority) = &placement.authority {
        rows.push(("authority", format!("{} {}", authority.code, authority.name)));
    }
    for reason in &placement.reasons {
        rows.push(("because", format!("{} ({})", reason.text, reason.code)));
    }
    for one in &placement.considered {
        let mark = if one.applied { "decided" } else { "passed over" };
        rows.push(("considered", format!("{} {mark}: {} ({})", one.rule, one.text, one.code)));
    }
    if let Some(rulebook) = &placement.rulebook {
        rows.push(("rulebook", rulebook.clone()));
    }
    rows.push(("index", placement.index.clone()));
    output::table(&rows)
}
