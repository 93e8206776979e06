//! Files of referrals as an office keeps them: names of many cultures, the habits of spreadsheets,
//! and rows that are wrong in a known column.

use std::fmt::Write as _;

/// A file, with the number of each row that is wrong and the column at fault.
#[derive(Debug, Clone)]
pub struct Spreadsheet {
    /// The file as CSV.
    pub text: String,
    /// The number of rows that are as they should be.
    pub good: usize,
    /// The rows that are wrong, by their numbers, each with the column at fault; empty where it is
    /// the whole row.
    pub bad: Vec<(usize, &'static str)>,
}

/// The header, in no order that anybody would choose, and spelt by hand.
const HEAD: &str = "Referrer kind,Organisation,Referrer record,Agreement,Post Code,Needs,Reason,\
    Child 1 first name,Child 1 surname,Child 1 DOB,Child 1 NHS number,Adult 1 given name,\
    Adult 1 phone,Adult 1 safe to,Safeguarding concern";

const GIVEN: [&str; 16] = [
    "Linh",
    "محمد",
    "Zoë",
    "Siân",
    "Łukasz",
    "Chidinma",
    "Jean-Luc",
    "O",
    "Αθηνά",
    "Ngọc Ánh",
    "Priya",
    "D’Angelo",
    "Yiğit",
    "María José",
    "Бохдан",
    "Saoirse",
];
const FAMILY: [&str; 16] = [
    "Nguyễn",
    "الأحمد",
    "O'Brien",
    "Ap Rhys",
    "Wiśniewska",
    "Okonkwo",
    "de la Cruz",
    "Li",
    "Παπαδοπούλου",
    "",
    "van den Berg",
    "Smith-Jones",
    "Yılmaz",
    "Müller",
    "Шевченко",
    "Kaur",
];
/// Phone numbers as they come out of phones, letters and spreadsheets.
const PHONES: [&str; 5] =
    ["07700 900 %", "7700900%", "+44 7700 900%", "=\"07700900%\"", "07700900%.0"];

/// Makes a file of `good` rows and `bad` ones among them, about families that no other `seed` has.
pub fn spreadsheet(seed: usize, good: usize, bad: usize) -> Spreadsheet {
    let rows = good + bad;
    let every = rows.checked_div(bad).unwrap_or(rows + 1);
    let mut text = format!("\u{feff}{HEAD}\r\n");
    let mut wrong = Vec::new();
    for at in 0..rows {
        let mut cells = cells(seed, at);
        if at % every == every - 1 && wrong.len() < bad {
            let column = spoil(&mut cells, wrong.len());
            wrong.push((at + 2, column));
        }
        let line: Vec<_> = cells.iter().map(|cell| quoted(cell)).collect();
        // Writing to a string cannot fail.
        let _ = write!(text, "{}\r\n", line.join(","));
    }
    Spreadsheet { text, good: rows - wrong.len(), bad: wrong }
}

fn cells(seed: usize, at: usize) -> Vec<String> {
    let number = seed * 10_000 + at;
    let (day, month, year) = (1 + number % 28, 1 + number / 28 % 12, 2010 + number / 336 % 14);
    let born = match at % 3 {
        0 => format!("{day:02}/{month:02}/{year}"),
        1 => format!("{year}-{month:02}-{day:02}"),
        _ => format!("{day}.{month}.{year}"),
    };
    let phone = PHONES[at % PHONES.len()].replace('%', &format!("{:03}", number % 1000));
    // Letters in place of digits: a name of one family that no other has.
    let own: String =
        format!("{number:05}").bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
    let concern = at % 50 == 25;
    [
        "School",
        "Example Primary School",
        &format!("S-{number}"),
        "agreed",
        ["SW1V 2AA", "sw1v2aa", "W9 3AL", "CM1 1LH", "PO30 2AX"][at % 5],
        "speech_and_language; Parenting",
        "Says \"not yet\",\nand is often tired.",
        GIVEN[at % 16],
        &format!("{} {own}", FAMILY[at / 16 % 16]),
        &born,
        "",
        GIVEN[(at + 7) % 16],
        &phone,
        "call, text",
        if concern { "Yes" } else { "" },
    ]
    .map(str::to_owned)
    .into()
}

/// Spoils one cell, or the whole row, and returns the column at fault.
fn spoil(cells: &mut Vec<String>, kind: usize) -> &'static str {
    // A concern would be kept with what cannot be read.
    cells[14].clear();
    let faults: [(usize, &str, &str); 9] = [
        (9, "43558", "child1_date_of_birth"),
        (9, "03/04/19", "child1_date_of_birth"),
        (9, "04/23/2019", "child1_date_of_birth"),
        (10, "9.43477E+09", "child1_nhs_number"),
        (12, "7.7009E+11", "adult1_phone"),
        (7, "Nguy?n", "child1_given_name"),
        (0, "", "referrer_kind"),
        (5, "magic", "needs"),
        (4, "########", "postcode"),
    ];
    if let Some((at, text, column)) = faults.get(kind % 10) {
        (*text).clone_into(&mut cells[*at]);
        column
    } else {
        cells.push("one cell more".to_owned());
        ""
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
