//! `hubward route explain`: one placement with its reasons, from facts given on the command line.

use anyhow::{Result, anyhow};
use clap::Args;
use jiff::civil::Date;
use locality::{Age, ChildFacts, Facts, Placement, Whereabouts};
use referral::{
    AccessNeed, GivenPostcode, GssCode, Lane, LanguageTag, Need, Needs, OdsCode, ReferrerKind,
    SendStatus, Urgency, Urn,
};

use crate::{clock, output, postcodes::IndexArgs, rulebooks::RulebookArgs};

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The family's postcode; leave it out for a family without one.
    #[arg(num_args = 0..)]
    postcode: Vec<String>,
    /// A need, by its code; may be repeated.
    #[arg(long, value_name = "CODE")]
    need: Vec<String>,
    /// A child's age in years, `unborn`, or `22-send`; may be repeated.
    #[arg(long, value_name = "AGE", value_parser = child)]
    child: Vec<ChildFacts>,
    /// Who sends it, by the code.
    #[arg(long, value_name = "CODE", default_value_t = ReferrerKind::Other)]
    source: ReferrerKind,
    /// How soon, by the code.
    #[arg(long, value_name = "CODE", default_value_t = Urgency::Routine)]
    urgency: Urgency,
    /// The language the family speaks, by its tag.
    #[arg(long, value_name = "TAG", value_parser = |tag: &str| parsed(LanguageTag::parse(tag)))]
    language: Option<LanguageTag>,
    /// An interpreter is needed.
    #[arg(long)]
    interpreter: bool,
    /// An access need, by its code; may be repeated.
    #[arg(long, value_name = "CODE")]
    access: Vec<AccessNeed>,
    /// The school of the children, by its URN.
    #[arg(long, value_name = "URN", value_parser = |urn: &str| parsed(Urn::parse(urn)))]
    school: Option<Urn>,
    /// The GP's practice, by its ODS code.
    #[arg(long, value_name = "ODS", value_parser = |code: &str| parsed(OdsCode::parse(code)))]
    gp: Option<OdsCode>,
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
        let needs = self.need.iter().map(|code| {
            code.parse::<Need>().map_err(|fault| anyhow!("`{code}`: {}", fault.message))
        });
        let mut children = self.child.clone();
        if let (true, Some(_)) = (children.is_empty(), &self.school) {
            children.push(ChildFacts {
                age: Age::NotKnown,
                send: SendStatus::NotKnown,
                school: None,
            });
        }
        for child in &mut children {
            child.school.clone_from(&self.school);
        }
        Ok(Facts {
            lane: match (self.concern, self.not_agreed) {
                (true, _) => Lane::Safeguarding,
                (_, true) => Lane::NotAgreed,
                _ => Lane::Agreed,
            },
            needs: Needs::new(needs.collect::<Result<Vec<_>>>()?),
            children,
            referrer: self.source,
            urgency: self.urgency,
            language: self.language.clone(),
            interpreter_needed: self.interpreter,
            access: self.access.clone(),
            gp: self.gp.clone(),
            ..Facts::plain(whereabouts, self.on.unwrap_or_else(clock::today))
        })
    }
}

/// A child by an age as it is typed.
fn child(text: &str) -> Result<ChildFacts, String> {
    let (age, send) = match text.strip_suffix("-send") {
        Some(age) => (age, SendStatus::Support),
        None => (text, SendStatus::NotKnown),
    };
    let age = match age {
        "unborn" => Age::Unborn,
        years => Age::Years(years.parse().map_err(|_| "give years, `unborn`, or `22-send`")?),
    };
    Ok(ChildFacts { age, send, school: None })
}

fn parsed<T>(found: Result<T, referral::Fault>) -> Result<T, String> {
    found.map_err(|fault| fault.message.to_string())
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
