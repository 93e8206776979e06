//! `hubward route explain`: one placement with its reasons, from facts given on the command line.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use jiff::civil::Date;
use locality::{Facts, Localities, Placement, Whereabouts};
use referral::{GivenPostcode, GssCode, Lane, LevelOfNeed, Need, Needs, ReferrerKind, Urgency};

use crate::{output, postcodes::IndexArgs};

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The family's postcode; leave it out for a family without one.
    #[arg(num_args = 0..)]
    postcode: Vec<String>,
    /// A need, by its code; may be repeated.
    #[arg(long, value_name = "CODE")]
    need: Vec<String>,
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
    /// The folder of rulebooks.
    #[arg(long, env = "HUBWARD_LOCALITIES", default_value = "localities")]
    localities: PathBuf,
    #[command(flatten)]
    index: IndexArgs,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Explain {
    pub(crate) fn run(self) -> Result<()> {
        let facts = self.facts()?;
        let localities = self.rulebooks()?;
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
        let needs = self.need.iter().map(|code| {
            code.parse::<Need>().map_err(|fault| anyhow!("`{code}`: {}", fault.message))
        });
        Ok(Facts {
            on: self.on.unwrap_or_else(today),
            lane: match (self.concern, self.not_agreed) {
                (true, _) => Lane::Safeguarding,
                (_, true) => Lane::NotAgreed,
                _ => Lane::Agreed,
            },
            whereabouts,
            needs: Needs::new(needs.collect::<Result<Vec<_>>>()?),
            children: Vec::new(),
            referrer: ReferrerKind::Other,
            urgency: Urgency::Routine,
            level_of_need: LevelOfNeed::NotAssessed,
            language: None,
            interpreter_needed: false,
            access: Vec::new(),
        })
    }

    fn rulebooks(&self) -> Result<Localities> {
        let folder = &self.localities;
        let mut files = Vec::new();
        let entries =
            fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                let text = fs::read_to_string(&path)
                    .with_context(|| format!("{} cannot be read", path.display()))?;
                files.push((path.display().to_string(), text));
            }
        }
        if files.is_empty() {
            bail!("{} has no rulebook (*.toml)", folder.display());
        }
        files.sort();
        Localities::parse(files).map_err(|faults| {
            let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
            anyhow!("the rulebooks have {} faults:\n{}", lines.len(), lines.join("\n"))
        })
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the command line is an edge: its today is the user's"
)]
fn today() -> Date {
    jiff::Zoned::now().date()
}

fn print(placement: &Placement) -> Result<()> {
    let mut rows = vec![("inbox", format!("{} ({})", placement.inbox, placement.inbox_name))];
    if let Some(authority) = &placement.authority {
        rows.push(("authority", format!("{} {}", authority.code, authority.name)));
    }
    for reason in &placement.reasons {
        rows.push(("because", format!("{} ({})", reason.text, reason.code)));
    }
    if let Some(rulebook) = &placement.rulebook {
        rows.push(("rulebook", rulebook.clone()));
    }
    rows.push(("index", placement.index.clone()));
    output::table(&rows)
}
