//! A map of the hubs around the family's postcode, drawn on the server as points on the National Grid.
//! It has no ground: nothing is fetched for it, so nobody else learns where a family lives. The list of
//! hubs says the same in words.

use locality::Grid;
use maud::{Markup, html};

use crate::place::Finding;

/// The width of the drawing, in its own units.
const WIDE: i64 = 600;
/// The space around the outermost points.
const EDGE: i64 = 45;
/// The least distance that the drawing spans, in metres.
const LEAST: i64 = 1_000;
/// Lengths for the scale: metres, and words.
const SCALES: [(i64, &str); 8] = [
    (402, "a quarter of a mile"),
    (805, "half a mile"),
    (1_609, "1 mile"),
    (3_219, "2 miles"),
    (8_047, "5 miles"),
    (16_093, "10 miles"),
    (32_187, "20 miles"),
    (80_467, "50 miles"),
];

/// The map; nothing where the place of the home is not known or must not be told.
pub(super) fn map(finding: &Finding<'_>) -> Markup {
    let Some(home) = finding.home else { return html! {} };
    let hubs: Vec<(usize, Grid)> = (1..)
        .zip(&finding.hubs)
        .filter_map(|(number, one)| one.place.map(|place| (number, place)))
        .collect();
    if hubs.is_empty() {
        return html! {};
    }
    let frame = Frame::around(home, hubs.iter().map(|(_, place)| *place));
    let (scale, words) = frame.scale();
    let (x, y) = frame.point(home);
    let high = frame.high;
    html! {
        svg class="map" xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="map-title map-about"
            viewBox={ "0 0 " (WIDE) " " (high) } {
            title id="map-title" { "Map of the hubs around the family’s postcode" }
            desc id="map-about" {
                "The postcode is a square; the hubs are circles with their numbers in the list below, which says how far each is and in which direction. North is up."
            }
            rect class="map-ground" width=(WIDE) height=(high) {}
            line class="map-scale" x1=(EDGE) y1=(high - 14) x2=(EDGE + scale) y2=(high - 14) {}
            text class="map-words" x=(EDGE) y=(high - 20) { (words) }
            @for (number, place) in &hubs {
                @let (x, y) = frame.point(*place);
                circle class="map-hub" cx=(x) cy=(y) r="14" {}
                text class="map-number" x=(x) y=(y + 5) text-anchor="middle" { (number) }
            }
            rect class="map-home" x=(x - 20) y=(y - 20) width="40" height="40" {}
        }
    }
}

/// The part of the grid that is drawn, and how large.
struct Frame {
    west: i64,
    north: i64,
    /// The metres from side to side.
    span: i64,
    high: i64,
}

impl Frame {
    fn around(home: Grid, hubs: impl Iterator<Item = Grid>) -> Self {
        let places: Vec<Grid> = std::iter::once(home).chain(hubs).collect();
        let range = |of: fn(&Grid) -> u32| {
            let all = places.iter().map(|place| i64::from(of(place)));
            (all.clone().min().unwrap_or_default(), all.max().unwrap_or_default())
        };
        let (west, east) = range(|place| place.easting);
        let (south, north) = range(|place| place.northing);
        // Twice as high as wide at most, so that it fits a screen.
        let span = (east - west).max((north - south) / 2).max(LEAST);
        let west = west - (span - (east - west)) / 2;
        let tall = (north - south) * (WIDE - 2 * EDGE) / span;
        Self { west, north, span, high: (tall + 2 * EDGE + 20).max(200) }
    }

    /// The point of a place in the drawing.
    fn point(&self, place: Grid) -> (i64, i64) {
        let units = |metres: i64| EDGE + metres * (WIDE - 2 * EDGE) / self.span;
        let east = i64::from(place.easting) - self.west;
        (units(east), units(self.north - i64::from(place.northing)))
    }

    /// The longest of the scales that takes a third of the width at most: its length and its words.
    fn scale(&self) -> (i64, &'static str) {
        let fits = |(metres, _): &&(i64, &str)| metres * 3 <= self.span;
        let (metres, words) = SCALES.iter().rfind(fits).unwrap_or(&SCALES[0]);
        (metres * (WIDE - 2 * EDGE) / self.span, words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: Grid = Grid { easting: 529_113, northing: 178_567 };

    #[test]
    fn every_point_is_inside_and_north_is_up() {
        let far = [
            Grid { easting: 527_133, northing: 182_034 },
            Grid { easting: 524_621, northing: 182_762 },
            Grid { easting: 529_200, northing: 240_000 },
        ];
        let frame = Frame::around(HOME, far.into_iter());
        for place in far.into_iter().chain([HOME]) {
            let (x, y) = frame.point(place);
            assert!((0..=WIDE).contains(&x) && (0..=frame.high).contains(&y), "{x} {y}");
        }
        assert!(frame.point(far[2]).1 < frame.point(HOME).1);
        assert!(frame.high <= 2 * WIDE + 2 * EDGE + 20);
    }

    #[test]
    fn one_hub_at_the_very_place_is_drawn_in_the_middle() {
        let frame = Frame::around(HOME, std::iter::once(HOME));
        assert_eq!(frame.point(HOME), (WIDE / 2, EDGE));
        assert_eq!(frame.scale().1, "a quarter of a mile");
    }
}
