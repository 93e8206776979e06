//! Bars, drawn on the server: one for each row, numbered as its place in the table beside. A number that is
//! withheld has no bar.

use ::figures::Count;
use maud::{Markup, PreEscaped, html};
use plotters::prelude::*;

/// The width of a drawing, in its own units.
const WIDE: i32 = 600;
/// The height of a bar with the space around it.
const ROW: i32 = 26;
/// The space before the bars, for their numbers, and after the longest one.
const EDGE: i32 = 40;
/// GOV.UK's blue.
const BLUE: RGBColor = RGBColor(0x1d, 0x70, 0xb8);

/// The drawing of some rows; nothing where no bar can be drawn.
pub(super) fn bars(id: &str, title: &str, rows: &[(&str, Count)]) -> Markup {
    let most = rows.iter().filter_map(|(_, count)| count.get()).max().unwrap_or(0);
    let high = u32::try_from(rows.len()).unwrap_or(0) * ROW.unsigned_abs() + 12;
    let mut drawing = String::new();
    if most == 0 || draw(&mut drawing, high, most, rows).is_err() {
        return html! {};
    }
    // The backend writes a whole document of its own: only what is drawn is taken from it.
    let shapes = drawing
        .split_once('>')
        .and_then(|(_, rest)| rest.rsplit_once("</svg>"))
        .map_or("", |(shapes, _)| shapes);
    let told =
        |(place, (words, count)): (usize, &(&str, Count))| format!("{place}: {words}, {count}");
    let about: Vec<String> = (1..).zip(rows).map(told).collect();
    html! {
        svg class="map" xmlns="http://www.w3.org/2000/svg" role="img"
            aria-labelledby={ (id) "-title " (id) "-about" } viewBox={ "0 0 " (WIDE) " " (high) } {
            title id={ (id) "-title" } { (title) ", as bars" }
            desc id={ (id) "-about" } { (about.join("; ")) "." }
            (PreEscaped(shapes))
        }
    }
}

fn draw(
    into: &mut String,
    high: u32,
    most: u64,
    rows: &[(&str, Count)],
) -> Result<(), DrawingAreaErrorKind<std::io::Error>> {
    let wide = WIDE.unsigned_abs();
    let area = SVGBackend::with_string(into, (wide, high)).into_drawing_area();
    let words = ("sans-serif", 16).into_font().color(&BLACK);
    let room = i64::from(WIDE - 2 * EDGE);
    for (at, (_, count)) in (0i32..).zip(rows) {
        let top = 6 + at * ROW;
        area.draw(&Text::new((at + 1).to_string(), (4, top + 4), words.clone()))?;
        if let Some(count) = count.get() {
            let long = i64::try_from(count.saturating_mul(room.unsigned_abs()) / most).unwrap_or(0);
            let right = EDGE + i32::try_from(long).unwrap_or(0).max(1);
            area.draw(&Rectangle::new([(EDGE, top), (right, top + ROW - 8)], BLUE.filled()))?;
        }
    }
    area.present()
}

#[cfg(test)]
mod tests {
    use figures::{Table, Tally};

    use super::*;

    #[test]
    fn a_drawing_of_nobody_is_left_out() {
        let nobody = Tally::default().publish();
        let rows: Vec<_> =
            nobody.rows(Table::Progress).iter().map(|row| (row.words, row.count)).collect();
        assert_eq!(bars("a", "How far the work is", &rows).into_string(), "");
    }
}
