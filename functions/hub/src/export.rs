//! Lists and entries as files that a worker takes away: CSV for a spreadsheet, or JSON as the API has it.
//! What is taken away is recorded first.

mod csv;
mod figures;

use ::api::{InboxPage, OpenedEntry};
use jiff::Timestamp;
use lambda_kit::http::{Problem, Request, Response};
use locality::{Calendar, Localities};
use pipeline::Reading;
use pipeline::clocks::Hours;
use pipeline::collect::{self, Listing, ListingPage, Opened, Query, Worker};
use pipeline::ports::Nature as _;
use referral::{EntryId, Treatment};
use serde_json::Value;

use self::csv::Table;
pub(crate) use self::figures::figures;
use crate::{
    hub::Hub, inbox_names::inbox_name, place, problems::of_collecting, steps::worker_name,
};

/// The names of the columns.
const COLUMNS: [&str; 16] = [
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
    "returned",
];

/// The forms that a file may have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Csv,
    Json,
}

impl Format {
    /// The format that a request asks for by `format`; CSV if it does not say.
    fn read(request: &Request) -> Result<Self, Problem> {
        match request.query("format") {
            None | Some("" | "csv") => Ok(Self::Csv),
            Some("json") => Ok(Self::Json),
            Some(_) => Err(Problem::bad_request("The format of a file is csv or json.")),
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The answer as a file to save, with this name before its ending.
    fn file(self, response: Response, name: &str) -> Response {
        let disposition = format!("attachment; filename=\"{name}.{}\"", self.code());
        response.header("content-disposition", &disposition)
    }
}

/// A table as an answer.
fn of_table(table: Table) -> Response {
    Response::ok().bytes("text/csv; charset=utf-8; header=present", table.into_bytes())
}

/// The file of a list.
pub(crate) async fn list<W: Reading>(
    hub: &Hub<W>,
    request: &Request,
    worker: &Worker,
    query: &Query,
) -> Result<Response, Problem> {
    let format = Format::read(request)?;
    let localities = hub.localities.current();
    let exported = collect::export(&hub.world, worker, query, &localities, format.code()).await;
    let page = exported.map_err(of_collecting)?;
    let now = hub.world.nature().now();
    let response = match format {
        Format::Csv => of_table(table(&page, now, &localities)),
        Format::Json => Response::ok().json(&InboxPage::new(&page, worker, now)),
    };
    Ok(format.file(response, &format!("inbox-{}", Calendar::day_of(now))))
}

/// Whether a protected address is in the file of an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Address {
    /// It is there, for a system that keeps the entry.
    Shown,
    /// It is left out, as on the page: a person asks for it there, with a reason.
    Masked,
}

/// The file of one entry, with everything that its referrals say.
pub(crate) async fn entry<W: Reading>(
    hub: &Hub<W>,
    request: &Request,
    worker: &Worker,
    id: EntryId,
    address: Address,
) -> Result<Response, Problem> {
    let format = Format::read(request)?;
    let opened = collect::export_entry(&hub.world, worker, id, format.code()).await;
    let opened = opened.map_err(of_collecting)?;
    let (localities, now) = (hub.localities.current(), hub.world.nature().now());
    let hours = Hours::of(&localities, &opened.entry.inbox);
    let reply = OpenedEntry::new(&opened, worker, hours, now);
    let mut reply = serde_json::to_value(&reply).map_err(|error| Problem::unexpected(&error))?;
    if address == Address::Masked {
        mask(&opened, &mut reply);
    }
    let response = match format {
        Format::Csv => {
            let mut table = Table::new(["field", "value"]);
            table.values("", &reply);
            of_table(table)
        }
        Format::Json => Response::ok().json(&reply),
    };
    Ok(format.file(response, &format!("entry-{id}")))
}

/// Leaves the address out of each referral that is protected, and out of the log then what is known of
/// the home.
fn mask(opened: &Opened, reply: &mut Value) {
    if place::is_hidden(opened) {
        reply.get_mut("log").map(forget_postcodes);
    }
    for (at, one) in opened.referrals.iter().enumerate() {
        if !one.is_protected() {
            continue;
        }
        let corrected = (0..one.notes.len()).map(|note| format!("notes/{note}/referral"));
        for version in corrected.chain(["referral".to_owned()]) {
            let household = reply.pointer_mut(&format!("/referrals/{at}/{version}/household"));
            household.and_then(Value::as_object_mut).map(|household| household.remove("address"));
        }
        if let Some(Value::Array(given)) = reply.pointer_mut(&format!("/referrals/{at}/as_given")) {
            // What was sent beside the answers may tell the address in any of its words.
            let is_address = |field: &Value| {
                field["treatment"] == Treatment::AlsoSent.code()
                    || field["path"]
                        .as_str()
                        .is_some_and(|path| path.starts_with("household.address"))
            };
            given.retain(|field| !is_address(field));
        }
    }
}

fn forget_postcodes(value: &mut Value) {
    match value {
        Value::Array(all) => all.iter_mut().for_each(forget_postcodes),
        Value::Object(fields) => {
            fields.remove("postcode");
            fields.values_mut().for_each(forget_postcodes);
        }
        _ => {}
    }
}

/// The rows of a list as a table.
fn table(page: &ListingPage, now: Timestamp, localities: &Localities) -> Table {
    let mut table = Table::new(COLUMNS);
    for listing in &page.entries {
        table.line(cells(listing, now, localities));
    }
    table
}

fn cells(listing: &Listing, now: Timestamp, localities: &Localities) -> [String; 16] {
    let Listing { entry, summary, due, due_in_words, .. } = listing;
    let today = Calendar::day_of(now);
    let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
    let all = |words: Vec<&str>| words.join("; ");
    [
        entry.id.to_string(),
        inbox_name(&entry.inbox, localities),
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
        yes(listing.is_returned()),
    ]
}

#[cfg(test)]
mod tests {
    use referral::{InboxId, Need};

    use super::*;
    use crate::pages::tests::access::with_address;
    use crate::pages::tests::{listing_of, localities, worker};

    #[test]
    fn a_protected_address_is_not_in_the_file_of_a_person() {
        let localities = localities();
        let hours = Hours::of(&localities, &InboxId::review());
        let file = |need, masked: bool| {
            let opened = with_address(need);
            let now = "2026-11-21T12:00:00Z".parse().unwrap();
            let reply = OpenedEntry::new(&opened, &worker("me"), hours, now);
            let mut reply = serde_json::to_value(&reply).unwrap();
            if masked {
                mask(&opened, &mut reply);
            }
            reply.to_string()
        };
        for told in ["9 Hidden Street", "NW8 8DE"] {
            assert!(file(Need::DomesticAbuse, false).contains(told));
            assert!(!file(Need::DomesticAbuse, true).contains(told));
            assert!(file(Need::Housing, true).contains(told));
        }
    }

    #[test]
    fn a_table_begins_with_a_mark_and_has_a_line_for_each_row() {
        let now = "2026-11-21T12:00:00Z".parse().unwrap();
        let entries = vec![listing_of("Amina"), listing_of("=HYPERLINK(\"x\")")];
        let page = ListingPage { entries, next: None, total: None };
        let table = table(&page, now, &localities()).into_bytes();
        let table = String::from_utf8(table).unwrap();
        let lines: Vec<&str> = table.split("\r\n").collect();
        assert!(lines[0].starts_with("\u{feff}\"entry\",\"inbox\","), "{}", lines[0]);
        assert_eq!(lines.len(), 4, "the last line ends too");
        assert!(lines[1].contains(",\"Amina O., 6\",\"Talking and understanding\",\"School\","));
        assert!(lines[1].contains("\"Bessborough Family Hub\""));
        assert!(lines[2].contains(",\"'=HYPERLINK(\"\"x\"\") O., 6\","), "{}", lines[2]);
    }
}
