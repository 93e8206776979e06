//! `hubward postcodes lookup`: what is known of one postcode.

use anyhow::{Result, bail};
use clap::Args;
use locality::{Authority, Grid, PostcodeClass, PostcodeRecord};
use referral::GivenPostcode;
use serde::Serialize;

use super::{ATTRIBUTION, IndexArgs};
use crate::output;

#[derive(Debug, Args)]
pub(crate) struct Lookup {
    /// The postcode, in any case and spacing.
    #[arg(num_args = 1.., required = true)]
    postcode: Vec<String>,
    #[command(flatten)]
    index: IndexArgs,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Answer {
    postcode: String,
    #[serde(flatten)]
    class: PostcodeClass,
    authority_name: Option<String>,
    upper_tier: Option<Tier>,
    index: String,
    attribution: &'static str,
}

#[derive(Serialize)]
struct Tier {
    code: &'static str,
    name: &'static str,
}

impl Lookup {
    pub(crate) fn run(self) -> Result<()> {
        let text = self.postcode.join(" ");
        let given = match GivenPostcode::parse(&text) {
            Ok(given) => given,
            Err(fault) => bail!("{}", fault.message),
        };
        let index = self.index.open()?;
        let class = PostcodeClass::of(&given, &index)?;
        let authority = match class {
            PostcodeClass::Listed { authority, .. }
            | PostcodeClass::Territory { authority, .. } => Some(authority),
            _ => None,
        };
        let answer = Answer {
            postcode: given.to_string(),
            class,
            authority_name: authority.map(Authority::full_name),
            upper_tier: authority.map(|authority| {
                let upper = authority.upper_tier();
                Tier { code: upper.code, name: upper.name }
            }),
            index: index.about().version.clone(),
            attribution: ATTRIBUTION,
        };
        if self.json {
            return output::json(&answer);
        }
        output::table(&rows(&answer, authority))?;
        output::line(ATTRIBUTION)
    }
}

fn rows(answer: &Answer, authority: Option<&Authority>) -> Vec<(&'static str, String)> {
    let mut rows =
        vec![("postcode", answer.postcode.clone()), ("class", describe(&answer.class).to_owned())];
    if let Some(authority) = authority {
        rows.push(("authority", format!("{} {}", authority.code, authority.full_name())));
        let upper = authority.upper_tier();
        rows.push(("upper tier", format!("{} {}", upper.code, upper.name)));
    }
    if let PostcodeClass::Listed { record, .. } = answer.class {
        rows.extend(details(&record));
    }
    rows.push(("index", answer.index.clone()));
    rows
}

fn details(record: &PostcodeRecord) -> Vec<(&'static str, String)> {
    // As a rulebook file has it.
    let grid = record.grid.map(|Grid { easting, northing }| {
        format!("{{ easting = {easting}, northing = {northing} }}")
    });
    let optional = [
        ("grid", grid),
        ("ward", record.ward.map(|code| code.to_string())),
        ("LSOA", record.lsoa.map(|code| code.to_string())),
        ("terminated", record.terminated.map(|month| month.to_string())),
    ];
    optional.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

fn describe(class: &PostcodeClass) -> &'static str {
    match class {
        PostcodeClass::Listed { record, .. } if record.terminated.is_some() => "no longer in use",
        PostcodeClass::Listed { .. } => "in the list",
        PostcodeClass::WithoutCouncil => "in the list, without a council",
        PostcodeClass::Unknown => "not in the list",
        PostcodeClass::Partial => "only the first part of a postcode",
        PostcodeClass::Territory { .. } => "in a Crown dependency or Northern Ireland",
        PostcodeClass::Organisation => "an organisation's, not a place",
        PostcodeClass::Forces => "British Forces, not a place",
    }
}
