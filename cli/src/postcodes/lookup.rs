//! `hubward postcodes lookup`: shows the facts that are known about postcodes.

use anyhow::{Result, bail};
use clap::Args;
use locality::{Authority, Grid, PostcodeClass, PostcodeIndex, PostcodeRecord};
use referral::GivenPostcode;
use serde::Serialize;

use super::{ATTRIBUTION, IndexArgs};
use crate::output;

#[derive(Debug, Args)]
pub(crate) struct Lookup {
    /// The postcodes, in any case and spacing: `SW1V 2AA PO302AX`.
    #[arg(num_args = 1.., required = true)]
    postcodes: Vec<String>,
    #[command(flatten)]
    index: IndexArgs,
    /// Answer as JSON: one object, or a list of them when several postcodes are asked for.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Answer {
    postcode: String,
    #[serde(flatten)]
    class: PostcodeClass,
    #[serde(skip)]
    authority: Option<&'static Authority>,
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
        let given = apart(&self.postcodes)?;
        let index = self.index.open()?;
        let answers: Vec<Answer> =
            given.into_iter().map(|one| Answer::of(one, &index)).collect::<Result<_>>()?;
        if self.json {
            return match answers.as_slice() {
                [only] => output::json(only),
                several => output::json(&several),
            };
        }
        for answer in &answers {
            output::table(&rows(answer))?;
        }
        output::line(ATTRIBUTION)
    }
}

/// Groups words into postcodes, each of one word or of two.
fn apart(words: &[String]) -> Result<Vec<GivenPostcode>> {
    let words: Vec<&str> = words
        .iter()
        .flat_map(|word| word.split([' ', ',']))
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = Vec::new();
    let mut rest = words.as_slice();
    while let [first, after @ ..] = rest {
        let pair = after.first().map(|second| GivenPostcode::parse(&format!("{first} {second}")));
        if let Some(Ok(pair @ GivenPostcode::Full(_))) = pair {
            found.push(pair);
            rest = &after[1..];
            continue;
        }
        match GivenPostcode::parse(first) {
            Ok(given) => found.push(given),
            Err(fault) => bail!("{first}: {}", fault.message),
        }
        rest = after;
    }
    Ok(found)
}

impl Answer {
    fn of(given: GivenPostcode, index: &PostcodeIndex) -> Result<Self> {
        let class = PostcodeClass::of(&given, index)?;
        let authority = match class {
            PostcodeClass::Listed { authority, .. }
            | PostcodeClass::Territory { authority, .. } => Some(authority),
            _ => None,
        };
        Ok(Self {
            postcode: given.to_string(),
            class,
            authority,
            authority_name: authority.map(Authority::full_name),
            upper_tier: authority.map(|authority| {
                let upper = authority.upper_tier();
                Tier { code: upper.code, name: upper.name }
            }),
            index: index.about().version.clone(),
            attribution: ATTRIBUTION,
        })
    }
}

fn rows(answer: &Answer) -> Vec<(&'static str, String)> {
    let mut rows =
        vec![("postcode", answer.postcode.clone()), ("class", describe(&answer.class).to_owned())];
    if let Some(authority) = answer.authority {
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
    // The grid reference is written as a rulebook file has it.
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
