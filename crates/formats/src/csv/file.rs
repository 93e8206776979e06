//! The bytes of a file as records: its encoding, its separator, and where each row begins.

use csv::{ReaderBuilder, StringRecord};
use referral::Invalid;

/// The file, as far as it can be told apart without knowing any column.
pub(super) struct File {
    pub(super) head: Vec<String>,
    /// The header as it stands in the file.
    pub(super) head_text: String,
    pub(super) rows: Vec<Record>,
}

/// A row that is not blank all through.
pub(super) struct Record {
    pub(super) number: usize,
    /// The row as it stands in the file.
    pub(super) text: String,
    pub(super) cells: Vec<String>,
    pub(super) fault: Option<Invalid>,
}

const NOT_UTF8: Invalid = Invalid::new(
    "not_utf8",
    "The file is not UTF-8, so letters such as é would be lost. In Excel choose Save As, and the \
     type “CSV UTF-8 (Comma delimited)”.",
);
const WORKBOOK: Invalid = Invalid::new(
    "workbook",
    "This is an Excel workbook. Choose Save As, and the type “CSV UTF-8 (Comma delimited)”.",
);
const NO_HEADER: Invalid = Invalid::new(
    "no_header",
    "The first row must hold the names of the columns, as the template has them.",
);
pub(super) const NOT_CLOSED: Invalid = Invalid::new(
    "quote_not_closed",
    "A quotation mark that begins a cell of this row is not closed, so the rest of the file cannot \
     be told apart from it. Nothing from this row on was read.",
);

/// A line after the end: it is read as a row of its own, unless a quotation mark is still open.
const END: &str = "\u{1}end of file";

pub(super) fn read(bytes: &[u8]) -> Result<File, Invalid> {
    let text = decode(bytes)?;
    let (separator, text) = separator(&text);
    let whole = format!("{text}\n{END}\n");
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(whole.as_bytes());
    let mut record = StringRecord::new();
    let mut found = Vec::new();
    // The text is UTF-8 and rows may have any length, so that reading cannot fail.
    while reader.read_record(&mut record).is_ok_and(|more| more) {
        let begin = record.position().map_or(0, csv::Position::byte);
        let cells: Vec<_> = record.iter().map(str::to_owned).collect();
        found.push((usize::try_from(begin).unwrap_or_default(), cells));
    }
    let is_closed =
        found.pop_if(|(_, cells)| cells.first().is_some_and(|one| one == END)).is_some();
    let ends: Vec<_> = found.iter().skip(1).map(|(begin, _)| *begin).chain([text.len()]).collect();
    let mut rows = Vec::new();
    let mut number = 0;
    let count = found.len();
    for (at, ((begin, mut cells), end)) in found.into_iter().zip(ends).enumerate() {
        let raw = whole.get(begin..end).unwrap_or_default();
        // Blank lines count as rows, and begin the text of the row after them.
        let blank = raw.len() - raw.trim_start_matches('\n').len();
        number += blank + 1;
        let is_open = !is_closed && at + 1 == count;
        if is_open && let Some(last) = cells.last_mut() {
            // The line that was put behind the file is no part of it.
            let own = last.trim_end().strip_suffix(END).map_or(0, str::len);
            last.truncate(own);
        }
        let text = raw.trim_matches('\n').to_owned();
        rows.push(Record { number, text, cells, fault: is_open.then_some(NOT_CLOSED) });
    }
    if rows.is_empty() {
        return Err(NO_HEADER);
    }
    let head = rows.remove(0);
    if let Some(fault) = head.fault {
        return Err(fault);
    }
    // The first row of the file is row 1, whatever is above it.
    let above = head.number - 1;
    for row in &mut rows {
        row.number -= above;
    }
    Ok(File { head: head.cells, head_text: head.text, rows })
}

/// The text of the file, without its byte order mark, with `\n` at the end of each line.
fn decode(bytes: &[u8]) -> Result<String, Invalid> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(WORKBOOK);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| NOT_UTF8)?;
    // UTF-16 without a mark is valid UTF-8 for as long as it is English.
    if text.contains('\0') {
        return Err(NOT_UTF8);
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// The separator of the cells, and the text without the line `sep=;` that Excel may begin with. It is
/// the one of comma, semicolon and tab that the header has most of.
fn separator(text: &str) -> (u8, &str) {
    const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let [b's', b'e', b'p', b'=', own] = first.to_ascii_lowercase().as_bytes()
        && SEPARATORS.contains(own)
    {
        return (*own, rest);
    }
    let head = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: u8| head.bytes().filter(|byte| *byte == separator).count();
    // Of separators that are there equally often the first in the list is taken.
    let most = SEPARATORS.into_iter().rev().max_by_key(|separator| count(*separator));
    (most.unwrap_or(b','), text)
}
