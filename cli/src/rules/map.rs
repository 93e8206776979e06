//! `hubward rules map`: draws every postcode of an authority as a dot in the colour of the inbox
//! that a family there goes to, with the hubs on top.

use std::{collections::BTreeMap, fmt::Write as _, path::PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use jiff::civil::Date;
use locality::{
    Facts, Grid, Localities, PostcodeIndex, Whereabouts,
    rulebook::{CatchmentKind, Rulebook},
};
use referral::{GivenPostcode, Need, Needs};
use serde::Serialize;

use crate::{
    clock, output,
    postcodes::{ATTRIBUTION, IndexArgs},
    rulebooks::RulebookArgs,
};

/// The width of the picture's map, in pixels; its height follows from the area.
const WIDTH: f64 = 900.0;
/// The room for the names beside the map, in pixels.
const LEGEND: f64 = 320.0;
const MARGIN: f64 = 20.0;
/// The distance from one name to the next, in pixels.
const LINE: f64 = 22.0;
/// Colours that most colour-blind readers can tell apart (after Okabe and Ito). They repeat when
/// there are more inboxes, with the inbox's name beside.
const COLOURS: [&str; 10] = [
    "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#b8a600", "#6a3d9a",
    "#5b3a1e", "#2b8a8a",
];
/// The colour of triage and of everything else that is not a hub.
const GREY: &str = "#9a9a9a";

#[derive(Debug, Args)]
pub(crate) struct Map {
    /// The authority, by the id in its rulebook.
    authority: String,
    /// The file to write the picture to.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// A need of the families drawn, by its code; may be repeated.
    #[arg(long, value_name = "CODE")]
    need: Vec<String>,
    /// The day to decide for. Today when left out.
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

#[derive(Debug, Serialize)]
struct Drawn {
    file: PathBuf,
    rulebook: String,
    index: String,
    postcodes: BTreeMap<String, usize>,
    without_a_place: usize,
}

/// The places of families of an authority, by the inbox they go to.
struct Points {
    by_inbox: BTreeMap<String, Vec<Grid>>,
    unplaced: usize,
}

impl Map {
    pub(crate) fn run(self) -> Result<()> {
        let localities = self.rulebooks.open()?;
        let index = self.index.open()?;
        let rulebook = localities.rulebooks().iter().find(|book| book.id == self.authority);
        let Some(rulebook) = rulebook else {
            let known: Vec<&str> =
                localities.rulebooks().iter().map(|book| book.id.as_str()).collect();
            bail!("no rulebook has the id `{}`; there are: {}", self.authority, known.join(", "));
        };
        let needs = self.need.iter().map(|code| {
            code.parse::<Need>().map_err(|fault| anyhow::anyhow!("`{code}`: {}", fault.message))
        });
        let needs = Needs::new(needs.collect::<Result<Vec<_>>>()?);
        let on = self.on.unwrap_or_else(clock::today);
        let points = points(&localities, rulebook, &index, &needs, on)?;
        let picture = draw(rulebook, &points, &index)?;
        std::fs::write(&self.out, picture)
            .with_context(|| format!("{} cannot be written", self.out.display()))?;
        let counts = points.by_inbox.iter().map(|(inbox, at)| (inbox.clone(), at.len()));
        let drawn = Drawn {
            file: self.out,
            rulebook: rulebook.edition.clone(),
            index: index.about().version.clone(),
            postcodes: counts.collect(),
            without_a_place: points.unplaced,
        };
        if self.json {
            return output::json(&drawn);
        }
        let mut rows = vec![("picture", drawn.file.display().to_string())];
        let lines = drawn.postcodes.iter().map(|(inbox, count)| format!("{count:>7}  {inbox}"));
        rows.extend(lines.map(|line| ("postcodes", line)));
        output::table(&rows)
    }
}

fn points(
    localities: &Localities,
    rulebook: &Rulebook,
    index: &PostcodeIndex,
    needs: &Needs,
    on: Date,
) -> Result<Points> {
    let bar = output::progress(u64::from(index.about().built_rows), "Placing postcodes");
    let mut points = Points { by_inbox: BTreeMap::new(), unplaced: 0 };
    let mut facts = Facts::plain(Whereabouts::NotGiven { authority: None }, on);
    facts.needs = needs.clone();
    for row in index.rows() {
        bar.inc(1);
        let (text, record) = row?;
        let authority = record.authority.and_then(locality::Authority::find);
        if authority.is_none_or(|found| found.upper != rulebook.authority.code) {
            continue;
        }
        let (Some(grid), Ok(postcode)) = (record.grid, GivenPostcode::parse(&text)) else {
            points.unplaced += 1;
            continue;
        };
        facts.whereabouts = Whereabouts::Postcode { postcode, authority: None };
        let inbox = localities.place(&facts, index).inbox;
        points.by_inbox.entry(inbox.to_string()).or_default().push(grid);
    }
    bar.finish_and_clear();
    if points.by_inbox.is_empty() {
        bail!("the index has no place in {}", rulebook.authority.name);
    }
    Ok(points)
}

/// The scale from metres on the grid to pixels.
struct Scale {
    west: f64,
    north: f64,
    pixels_a_metre: f64,
    height: f64,
}

impl Scale {
    fn of(points: &Points) -> Self {
        let all = || points.by_inbox.values().flatten();
        let east = |pick: fn(u32, u32) -> u32, from| {
            f64::from(all().map(|grid| grid.easting).fold(from, pick))
        };
        let north = |pick: fn(u32, u32) -> u32, from| {
            f64::from(all().map(|grid| grid.northing).fold(from, pick))
        };
        let (west, most_east) = (east(u32::min, u32::MAX), east(u32::max, 0));
        let (south, most_north) = (north(u32::min, u32::MAX), north(u32::max, 0));
        let pixels_a_metre = WIDTH / (most_east - west).max(1.0);
        let height = (most_north - south) * pixels_a_metre;
        Self { west, north: most_north, pixels_a_metre, height }
    }

    fn place(&self, east: f64, north: f64) -> (f64, f64) {
        let x = MARGIN + (east - self.west) * self.pixels_a_metre;
        let y = MARGIN + (self.north - north) * self.pixels_a_metre;
        (x, y)
    }
}

fn draw(rulebook: &Rulebook, points: &Points, index: &PostcodeIndex) -> Result<String> {
    let scale = Scale::of(points);
    let colour = |inbox: &str| {
        let hub = rulebook.hubs.iter().position(|hub| hub.inbox.as_str() == inbox);
        hub.map_or(GREY, |at| COLOURS[at % COLOURS.len()])
    };
    let named = u32::try_from(points.by_inbox.len() + 3).unwrap_or(u32::MAX);
    let legend_high = 4.0 * MARGIN + f64::from(named) * LINE;
    let (wide, high) = (WIDTH + LEGEND + 3.0 * MARGIN, scale.height + 2.0 * MARGIN);
    let high = high.max(legend_high);
    let mut svg = String::new();
    writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide:.0}\" height=\"{high:.0}\" \
         viewBox=\"0 0 {wide:.0} {high:.0}\" font-family=\"sans-serif\" font-size=\"13\">"
    )?;
    writeln!(svg, "<title>Who goes where in {}</title>", escaped(rulebook.authority.name))?;
    writeln!(svg, "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>")?;
    for (inbox, places) in &points.by_inbox {
        dots(&mut svg, &scale, places, colour(inbox))?;
    }
    // An area may be drawn far beyond the authority, but must not cover the names.
    let map_wide = WIDTH + 2.0 * MARGIN;
    writeln!(
        svg,
        "<clipPath id=\"map\"><rect width=\"{map_wide}\" height=\"{high:.0}\"/></clipPath>\n\
         <g clip-path=\"url(#map)\">"
    )?;
    outlines(&mut svg, &scale, rulebook)?;
    svg.push_str("</g>\n");
    for hub in &rulebook.hubs {
        let sites = hub.sites.iter().map(|site| site.place(index));
        let places = std::iter::once(hub.place(index)).chain(sites);
        for (at, grid) in places.enumerate().filter_map(|(at, grid)| Some((at, grid?))) {
            let (x, y) = scale.place(f64::from(grid.easting), f64::from(grid.northing));
            let radius = if at == 0 { 6 } else { 4 };
            writeln!(
                svg,
                "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius}\" fill=\"{}\" stroke=\"#000\" \
                 stroke-width=\"2\"/>",
                colour(hub.inbox.as_str())
            )?;
        }
    }
    legend(&mut svg, rulebook, points, &index.about().version, &colour)?;
    svg.push_str("</svg>\n");
    Ok(svg)
}

/// Draws one path for all dots of a colour, each pixel once: tens of thousands of postcodes stay
/// small.
fn dots(svg: &mut String, scale: &Scale, places: &[Grid], colour: &str) -> Result<()> {
    let mut pixels: Vec<(i32, i32)> = places
        .iter()
        .map(|grid| {
            let (x, y) = scale.place(f64::from(grid.easting), f64::from(grid.northing));
            #[expect(clippy::cast_possible_truncation, reason = "pixels of a small picture")]
            let half_pixels = ((x * 2.0).round() as i32, (y * 2.0).round() as i32);
            half_pixels
        })
        .collect();
    pixels.sort_unstable();
    pixels.dedup();
    write!(svg, "<path stroke=\"{colour}\" stroke-width=\"2.4\" stroke-linecap=\"round\" d=\"")?;
    for (x, y) in pixels {
        write!(svg, "M{} {}h0", f64::from(x) / 2.0, f64::from(y) / 2.0)?;
    }
    svg.push_str("\"/>\n");
    Ok(())
}

/// Draws the areas that the rulebook takes from GeoJSON files.
fn outlines(svg: &mut String, scale: &Scale, rulebook: &Rulebook) -> Result<()> {
    for catchment in &rulebook.catchments {
        let CatchmentKind::Polygon { area, .. } = &catchment.kind else { continue };
        for ring in area.rings() {
            svg.push_str(
                "<polygon fill=\"none\" stroke=\"#000\" stroke-dasharray=\"6 4\" points=\"",
            );
            for (east, north) in ring {
                let (x, y) = scale.place(*east, *north);
                write!(svg, "{x:.1},{y:.1} ")?;
            }
            svg.push_str("\"/>\n");
        }
    }
    Ok(())
}

fn legend(
    svg: &mut String,
    rulebook: &Rulebook,
    points: &Points,
    index: &str,
    colour: &impl Fn(&str) -> &'static str,
) -> Result<()> {
    let x = WIDTH + 2.5 * MARGIN;
    let mut y = 2.0 * MARGIN;
    let mut line = |svg: &mut String, text: &str, mark: Option<&str>| -> Result<()> {
        if let Some(mark) = mark {
            writeln!(
                svg,
                "<rect x=\"{x}\" y=\"{}\" width=\"12\" height=\"12\" fill=\"{mark}\"/>",
                y - 11.0
            )?;
        }
        let indent = if mark.is_some() { x + 20.0 } else { x };
        writeln!(svg, "<text x=\"{indent}\" y=\"{y}\">{}</text>", escaped(text))?;
        y += LINE;
        Ok(())
    };
    line(svg, rulebook.authority.name, None)?;
    for (inbox, places) in &points.by_inbox {
        let hub = rulebook.hubs.iter().find(|hub| hub.inbox.as_str() == inbox);
        let triage = &rulebook.triage;
        let other = if triage.inbox.as_str() == inbox { &triage.name } else { inbox };
        let name = hub.map_or(other, |hub| &hub.name);
        line(svg, &format!("{name}: {} postcodes", places.len()), Some(colour(inbox)))?;
    }
    line(svg, &format!("Rulebook {}", rulebook.edition), None)?;
    line(svg, &format!("Postcodes {index}"), None)?;
    for part in ATTRIBUTION.split("; ") {
        writeln!(svg, "<text x=\"{x}\" y=\"{y}\" font-size=\"7\">{}</text>", escaped(part))?;
        y += 10.0;
    }
    Ok(())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::check::tests::{BOOK, index, localities};

    #[test]
    fn every_postcode_with_a_place_is_drawn_in_its_hub_s_colour() {
        let (localities, index) = (localities(BOOK), index());
        let rulebook = &localities.rulebooks()[0];
        let on = jiff::civil::date(2026, 11, 21);
        let points = points(&localities, rulebook, &index, &Needs::default(), on).unwrap();
        let counts: Vec<(&str, usize)> =
            points.by_inbox.iter().map(|(inbox, at)| (inbox.as_str(), at.len())).collect();
        assert_eq!(counts, [("essex-north", 1), ("essex-south", 2), ("essex-triage", 1)]);
        let svg = draw(rulebook, &points, &index).unwrap();
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
        let dots = svg.matches("h0").count();
        assert_eq!(dots, 4);
        assert!(svg.contains("South &amp; Coast Hub: 2 postcodes"));
        assert!(svg.contains(&format!("{}: 1 postcodes", rulebook.triage.name)));
        assert!(svg.contains("Crown copyright"));
    }
}
