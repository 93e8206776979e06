//! Bars, drawn on the server: the words of each row, its bar below them, and the number at the bar's end. A
//! number that is withheld has no bar, and says so.

use ::figures::Count;
use maud::{Markup, PreEscaped, html};
use plotters::prelude::*;

/// The width of a drawing in its own units, which are a small phone's pixels.
const WIDE: i32 = 320;
/// The height of a row: its words, its bar, and the space below.
const ROW: i32 = 44;
/// The height of the words, under which the bar begins.
const WORDS: i32 = 20;
/// The height of a bar.
const BAR: i32 = 16;
/// The space after the longest bar, for its number.
const EDGE: i32 = 56;
/// The most letters that fit into the width.
const LETTERS: usize = 42;

/// The drawing of some rows; nothing where no bar can be drawn.
pub(super) fn bars(id: &str, title: &str, rows: &[(&str, Count)]) -> Markup {
    let most = rows.iter().filter_map(|(_, count)| count.get()).max().unwrap_or(0);
    let high = u32::try_from(rows.len()).unwrap_or(0) * ROW.unsigned_abs();
    let mut drawing = String::new();
    if most == 0 || draw(&mut drawing, high, most, rows).is_err() {
        return html! {};
    }
    // The backend writes a whole document of its own: only what is drawn is taken from it.
    let shapes = drawing
        .split_once('>')
        .and_then(|(_, rest)| rest.rsplit_once("</svg>"))
        .map_or("", |(shapes, _)| shapes);
    let about: Vec<String> =
        rows.iter().map(|(words, count)| format!("{words}: {count}")).collect();
    html! {
        svg class="plot" xmlns="http://www.w3.org/2000/svg" role="img"
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
    let area = SVGBackend::with_string(into, (WIDE.unsigned_abs(), high)).into_drawing_area();
    // The colours are the page's own: its stylesheet has them.
    let font = ("sans-serif", 18).into_font().color(&BLACK);
    let room = u64::from((WIDE - EDGE).unsigned_abs());
    for (at, (words, count)) in (0i32..).zip(rows) {
        let (top, bar) = (at * ROW, at * ROW + WORDS);
        area.draw(&Text::new(shortened(words), (0, top), font.clone()))?;
        let long = count.get().map(|count| i32::try_from(count * room / most).unwrap_or(0).max(1));
        if let Some(long) = long {
            area.draw(&Rectangle::new([(0, bar), (long, bar + BAR)], BLACK.filled()))?;
        }
        let after = long.map_or(0, |long| long + 6);
        area.draw(&Text::new(count.to_string(), (after, bar), font.clone()))?;
    }
    area.present()
}

/// Words that fit into the width. The table has all of them.
fn shortened(words: &str) -> String {
    if words.chars().count() <= LETTERS {
        return words.to_owned();
    }
    let begin: String = words.chars().take(LETTERS).collect();
    let whole = begin.rsplit_once(' ').map_or(begin.as_str(), |(whole, _)| whole);
    format!("{whole} …")
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

    #[test]
    fn words_that_are_too_long_end_at_a_whole_one() {
        let long = "Could not reach after three safe attempts on different days";
        assert_eq!(shortened(long), "Could not reach after three safe attempts …");
        assert_eq!(shortened("Housing"), "Housing");
    }
}
