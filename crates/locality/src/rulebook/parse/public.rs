//! Reads the details of an authority that the public is told.

use std::collections::BTreeSet;

use toml::Spanned;

use super::hubs;
use crate::rulebook::{
    Public, ReviewedLanguage, check,
    file::{PublicTable, ReviewedTable},
    lines::Faults,
};

/// The longest text of a table, in characters.
const LONGEST: usize = 200;

pub(super) fn read(table: &PublicTable, faults: &mut Faults<'_>) -> Public {
    let day = table.accessibility_checked.as_ref();
    Public {
        name: check::name(&table.name, faults),
        email: check::email(&table.email, faults),
        phone: check::phone(&table.phone, faults),
        post: check::text(&table.post, LONGEST, faults),
        data_protection_officer: check::text(&table.data_protection_officer, LONGEST, faults),
        complaints: check::text(&table.complaints, LONGEST, faults),
        retention: table.retention.as_ref().map(|text| check::text(text, LONGEST, faults)),
        accessibility_checked: day.and_then(|day| check::date(day, faults)),
        languages: languages(&table.languages, faults),
    }
}

fn languages(tables: &[ReviewedTable], faults: &mut Faults<'_>) -> Vec<ReviewedLanguage> {
    let mut seen = BTreeSet::new();
    let mut reviewed = Vec::new();
    for table in tables {
        let tag = hubs::languages(std::slice::from_ref(&table.tag), faults).pop();
        let reviewed_by = check::name(&table.reviewed_by, faults);
        let on = check::date(&table.on, faults);
        if !seen.insert(Spanned::get_ref(&table.tag)) {
            faults.at(
                table.tag.span(),
                format!("`{}` is here twice", table.tag.get_ref()),
                "keep the latest review of each language",
            );
        }
        if let (Some(tag), Some(on)) = (tag, on) {
            reviewed.push(ReviewedLanguage { tag, reviewed_by, on });
        }
    }
    reviewed
}
