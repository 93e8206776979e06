//! Tables for a spreadsheet: a byte order mark, so that they are read as UTF-8, then lines as RFC 4180 has
//! them, in which no cell is taken for a formula.

use serde_json::Value;

/// A table that is being written.
pub(super) struct Table(String);

impl Table {
    /// A table with these columns.
    pub(super) fn new<const N: usize>(columns: [&str; N]) -> Self {
        let mut table = Self(String::from('\u{feff}'));
        table.line(columns);
        table
    }

    /// Adds a line.
    pub(super) fn line<const N: usize>(&mut self, cells: [impl AsRef<str>; N]) {
        let cells = cells.map(|cell| quoted(cell.as_ref()));
        self.0.push_str(&cells.join(","));
        self.0.push_str("\r\n");
    }

    /// Adds a line for each value in a JSON document: the path to it, as errors name fields, and the value.
    /// What is null or empty is left out.
    pub(super) fn values(&mut self, path: &str, value: &Value) {
        match value {
            Value::Null => {}
            Value::Object(fields) => {
                let dot = if path.is_empty() { "" } else { "." };
                for (name, value) in fields {
                    self.values(&format!("{path}{dot}{name}"), value);
                }
            }
            Value::Array(all) => {
                for (at, value) in all.iter().enumerate() {
                    self.values(&format!("{path}[{at}]"), value);
                }
            }
            Value::String(text) => self.line([path, text]),
            Value::Bool(_) | Value::Number(_) => self.line([path, &value.to_string()]),
        }
    }

    /// The whole table.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
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
    use serde_json::json;

    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for sign in ["=", "+", "-", "@", "\t", "\r", "\n", " =", "  @"] {
            assert!(quoted(&format!("{sign}1")).starts_with("\"'"), "{sign:?}");
        }
        assert_eq!(quoted("O'Neill, \"Siân\""), "\"O'Neill, \"\"Siân\"\"\"");
        assert_eq!(quoted(""), "\"\"");
    }

    #[test]
    fn each_value_of_a_document_has_a_line_with_its_path() {
        let mut table = Table::new(["field", "value"]);
        let children = json!([{"name": {"given": "=Amina"}, "age": 6}, {"name": null}]);
        table.values("", &json!({"a": [], "children": children, "urgent": true}));
        let lines = "\"field\",\"value\"\r\n\
                     \"children[0].age\",\"6\"\r\n\
                     \"children[0].name.given\",\"'=Amina\"\r\n\
                     \"urgent\",\"true\"\r\n";
        let table = String::from_utf8(table.into_bytes()).unwrap();
        let sorted = |text: &str| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        assert_eq!(sorted(table.trim_start_matches('\u{feff}')), sorted(lines));
        assert!(table.starts_with("\u{feff}\"field\"") && table.ends_with("\r\n"));
    }
}
