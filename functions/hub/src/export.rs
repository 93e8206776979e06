//! A list as a file that a worker takes away: CSV for a spreadsheet, or JSON as the API has it. What is
//! taken away is recorded first.

use ::api::InboxPage;
use jiff::Timestamp;
use lambda_kit::http::{Problem, Request, Response};
use locality::{Calendar, Localities};
use pipeline::Reading;
use pipeline::collect::{self, Listing, ListingPage, Query, Worker};
use pipeline::ports::Nature as _;

use crate::{hub::Hub, problems::of_collecting, steps::worker_name};

/// The names of the columns.
const COLUMNS: [&str; 15] = [
    "entry",
    "inbox",
    "received_at",
    "urgency",
    "state",
    "next_step",
    "due_at",
    "due",
    "people",
    "needs",
    "sent_by",
    "held_by",
    "take_care",
    "possible_match",
    "known_family",
];

/// The file that a request asks for by `format`: `csv`, or `json`.
pub(crate) async fn answer<W: Reading>(
    hub: &Hub<W>,
    request: &Request,
    worker: &Worker,
    query: &Query,
) -> Result<Response, Problem> {
    let format = match request.query("format") {
        None | Some("" | "csv") => "csv",
        Some("json") => "json",
        Some(_) => return Err(Problem::bad_request("The format of a file is csv or json.")),
    };
    let localities = hub.localities.current();
    let exported = collect::export(&hub.world, worker, query, &localities, format).await;
    let page = exported.map_err(of_collecting)?;
    let now = hub.world.nature().now();
    let response = if format == "json" {
        Response::ok().json(&InboxPage::new(&page, worker, now))
    } else {
        let table = csv(&page, now, &localities);
        Response::ok().bytes("text/csv; charset=utf-8; header=present", table.into_bytes())
    };
    let name = format!("attachment; filename=\"inbox-{}.{format}\"", Calendar::day_of(now));
    Ok(response.header("content-disposition", &name))
}

/// The rows as a table for a spreadsheet: a byte order mark, so that it is read as UTF-8, then lines as
/// RFC 4180 has them.
fn csv(page: &ListingPage, now: Timestamp, localities: &Localities) -> String {
    let mut table = String::from('\u{feff}');
    line(&mut table, COLUMNS.map(str::to_owned));
    for listing in &page.entries {
        line(&mut table, cells(listing, now, localities));
    }
    table
}

fn cells(listing: &Listing, now: Timestamp, localities: &Localities) -> [String; 15] {
    let Listing { entry, summary, due, due_in_words, .. } = listing;
    let today = Calendar::day_of(now);
    let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
    let all = |words: Vec<&str>| words.join("; ");
    let inbox = localities.inbox(&entry.inbox).map_or(entry.inbox.as_str(), |one| &one.name);
    [
        entry.id.to_string(),
        inbox.to_owned(),
        entry.received_at.to_string(),
        entry.priority.label().to_owned(),
        entry.state.label().to_owned(),
        due.map(|due| due.step.label().to_owned()).unwrap_or_default(),
        due.map(|due| due.at.to_string()).unwrap_or_default(),
        due_in_words.clone().unwrap_or_default(),
        summary
            .as_ref()
            .map_or("cannot be read yet".to_owned(), |one| one.people(today).join("; ")),
        summary
            .as_ref()
            .map(|one| all(one.needs.iter().map(|need| need.label()).collect()))
            .unwrap_or_default(),
        summary
            .as_ref()
            .map(|one| all(one.senders.iter().map(|kind| kind.label()).collect()))
            .unwrap_or_default(),
        entry.holder(now).map(|claim| worker_name(&claim.by).to_owned()).unwrap_or_default(),
        yes(listing.takes_care()),
        yes(listing.may_match()),
        yes(listing.is_known_family()),
    ]
}

fn line<const N: usize>(table: &mut String, cells: [String; N]) {
    table.push_str(&cells.map(|cell| quoted(&cell)).join(","));
    table.push_str("\r\n");
}

/// A cell in quotes. A spreadsheet takes one that begins with one of these signs for a formula, so it
/// gets an apostrophe before it; spaces before the sign change nothing of that.
fn quoted(cell: &str) -> String {
    let begins = cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let guard = if begins { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::tests::{listing_of, localities};

    #[test]
    fn a_table_begins_with_a_mark_and_has_a_line_for_each_row() {
        let now = "2026-11-21T12:00:00Z".parse().unwrap();
        let entries = vec![listing_of("Amina"), listing_of("=HYPERLINK(\"x\")")];
        let page = ListingPage { entries, next: None, total: None };
        let table = csv(&page, now, &localities());
        let lines: Vec<&str> = table.split("\r\n").collect();
        assert!(lines[0].starts_with("\u{feff}\"entry\",\"inbox\","), "{}", lines[0]);
        assert_eq!(lines.len(), 4, "the last line ends too");
        assert!(lines[1].contains(",\"Amina O., 6\",\"Talking and understanding\",\"School\","));
        assert!(lines[1].contains("\"Bessborough Family Hub\""));
        assert!(lines[2].contains(",\"'=HYPERLINK(\"\"x\"\") O., 6\","), "{}", lines[2]);
    }

    #[test]
    fn no_cell_is_a_formula() {
        for sign in ["=", "+", "-", "@", "\t", "\r", "\n", " =", "  @"] {
            assert!(quoted(&format!("{sign}1")).starts_with("\"'"), "{sign:?}");
        }
        assert_eq!(quoted("O'Neill, \"Siân\""), "\"O'Neill, \"\"Siân\"\"\"");
        assert_eq!(quoted(""), "\"\"");
    }
}
