//! Many referrals in one body: a spreadsheet as CSV, or one JSON document on each line (NDJSON).
//!
//! A fault of a row is that row's alone. A row has a key of its sender's, or content by which one can
//! be made; both stay the same however often the row is sent.

use referral::{FieldError, Referral};

use crate::document::Tree;
use crate::{Context, csv, json};

/// The most bytes of a batch in one request.
pub const MAX_BYTES: usize = 1024 * 1024;
/// The most rows of a batch in one request.
pub const MAX_ROWS: usize = 500;
/// The field or column that holds the sender's key for a row.
pub const KEY: &str = "idempotency_key";

/// The forms that a batch may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated values, with the columns of [`csv::columns`].
    Csv,
    /// A JSON document of a referral on each line, with `idempotency_key` beside its fields.
    Ndjson,
}

/// The rows of a batch, told apart but not read yet.
#[derive(Debug)]
pub struct Batch {
    /// The header, without which the rows of a CSV file cannot be read.
    pub head: Option<String>,
    /// The rows that are not blank, in their order.
    pub rows: Vec<Row>,
}

/// One row of a batch.
#[derive(Debug)]
pub struct Row {
    /// The number of the row: of a CSV file as Excel shows it, the header being 1; of NDJSON the line.
    pub number: usize,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Csv(csv::Row),
    Json { text: String, key: Option<Tree>, document: Result<Tree, Vec<FieldError>> },
}

/// Tells the rows of a batch apart. An error is about the batch as a whole.
pub fn rows(form: Form, bytes: &[u8]) -> Result<Batch, Vec<FieldError>> {
    match form {
        Form::Csv => {
            let sheet = csv::sheet(bytes)?;
            let rows = sheet.rows.into_iter();
            let rows = rows.map(|row| Row { number: row.number, content: Content::Csv(row) });
            Ok(Batch { head: Some(sheet.head), rows: rows.collect() })
        }
        Form::Ndjson => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            let lines = bytes.split(|byte| *byte == b'\n').zip(1..);
            let lines = lines.filter(|(line, _)| !line.trim_ascii().is_empty());
            Ok(Batch { head: None, rows: lines.map(|(line, at)| Row::of_json(line, at)).collect() })
        }
    }
}

impl Row {
    fn of_json(line: &[u8], number: usize) -> Self {
        let line = line.trim_ascii();
        let mut document = json::tree(line);
        let key = match &mut document {
            Ok(Tree::Object(fields)) => fields.remove(KEY).filter(|key| *key != Tree::Null),
            _ => None,
        };
        let text = String::from_utf8_lossy(line).into_owned();
        Self { number, content: Content::Json { text, key, document } }
    }

    /// The sender's own key for the row, if it has one. One that is no text is empty.
    pub fn key(&self) -> Option<&str> {
        match &self.content {
            Content::Csv(row) => row.cell(KEY),
            Content::Json { key: Some(Tree::Text(key)), .. } => Some(key.trim()),
            Content::Json { key, .. } => key.as_ref().map(|_| ""),
        }
    }

    /// Whether the fields of the row can be told apart. Otherwise it is refused whatever it says, and
    /// needs no key.
    pub fn is_told_apart(&self) -> bool {
        match &self.content {
            Content::Csv(row) => !row.has_fault(),
            Content::Json { document, .. } => document.is_ok(),
        }
    }

    /// Whether the row says that there is a safeguarding concern, readable or not.
    pub fn is_concern(&self) -> bool {
        match &self.content {
            Content::Csv(row) => row.is_concern(),
            Content::Json { document, .. } => {
                document.as_ref().is_ok_and(crate::document::is_concern)
            }
        }
    }

    /// Bytes that are equal for two rows exactly when the same fields hold the same text. They depend
    /// neither on the day nor on how a field is read, and not on the key. The bytes are personal: use
    /// them for digests only.
    pub fn content(&self) -> Vec<u8> {
        match &self.content {
            Content::Csv(row) => row.content(),
            Content::Json { document: Ok(document), .. } => {
                let mut bytes = b"hubward json row v1".to_vec();
                document.canonical(&mut bytes);
                bytes
            }
            Content::Json { text, .. } => text.clone().into_bytes(),
        }
    }

    /// The row as it stands in the batch, so that it can be sent again under the same header.
    pub fn text(&self) -> &str {
        match &self.content {
            Content::Csv(row) => &row.text,
            Content::Json { text, .. } => text,
        }
    }

    /// Whether the row can stand among others: it is not one that a quotation mark has run into the
    /// rest of its file.
    pub fn is_whole(&self) -> bool {
        match &self.content {
            Content::Csv(row) => row.is_whole(),
            Content::Json { .. } => true,
        }
    }

    /// The referral that the row holds, or all that is wrong with it: under the names of columns, or
    /// the paths of fields.
    pub fn read<'a>(&self, context: impl Into<Context<'a>>) -> Result<Referral, Vec<FieldError>> {
        match &self.content {
            Content::Csv(row) => row.read(context),
            Content::Json { text, .. } if text.len() > json::MAX_BYTES => {
                Err(vec![crate::unchecked::TOO_LONG.at("")])
            }
            Content::Json { document, .. } => {
                let document = document.as_ref().map_err(Clone::clone)?;
                json::referral(document, context.into())
            }
        }
    }

    /// The name under which a field of the referral is known in this form: its column, or its path.
    pub fn name_of(&self, path: &str) -> String {
        match &self.content {
            Content::Csv(row) => row.column_of(path),
            Content::Json { .. } => path.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const LINE: &str = r#"{"referrer": {"kind": "police"}, "agreement": {"status": "not_asked"}, "household": {}, "children_not_known": true, "needs": ["parenting"]}"#;

    #[test]
    fn each_line_is_a_row_with_a_key_of_its_own() {
        let keyed = LINE.replacen('{', "{\"idempotency_key\": \" one \", ", 1);
        let text = format!("\u{feff}{LINE}\r\n\n{keyed}\nnot json\n{{\"idempotency_key\": 7}}");
        let rows = rows(Form::Ndjson, text.as_bytes()).unwrap().rows;
        let numbers: Vec<_> = rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [1, 3, 4, 5]);
        let keys: Vec<_> = rows.iter().map(Row::key).collect();
        assert_eq!(keys, [None, Some("one"), None, Some("")]);
        let told: Vec<_> = rows.iter().map(Row::is_told_apart).collect();
        assert_eq!(told, [true, true, false, true]);
        let today = date(2026, 11, 21);
        assert_eq!(rows[0].read(today).unwrap(), rows[1].read(today).unwrap());
        assert_eq!(rows[0].content(), rows[1].content(), "the key is no content");
        assert_eq!(rows[2].read(today).unwrap_err()[0].code, "not_json");
        assert_eq!(rows[0].text(), LINE);
    }

    #[test]
    fn the_content_of_a_line_does_not_depend_on_its_spelling() {
        let spaced = LINE.replace(", ", " ,\t").replace("police", "poli\\u0063e");
        let all = rows(
            Form::Ndjson,
            format!("{LINE}\n{spaced}\n{}", LINE.replace("true", "\"true\"")).as_bytes(),
        );
        let all = all.unwrap().rows;
        assert_eq!(all[0].content(), all[1].content());
        assert_ne!(all[0].content(), all[2].content());
    }
}
