//! Reads the catchments of a file.

use std::ops::Range;

use referral::GssCode;
use toml::Spanned;

use super::{
    Parse,
    areas::{LSOAS, WARDS},
};
use crate::rulebook::{Catchment, CatchmentKind, file::CatchmentTable};

pub(super) fn read(tables: &[Spanned<CatchmentTable>], reading: &mut Parse<'_>) -> Vec<Catchment> {
    let mut catchments = Vec::new();
    for table in tables {
        let line = reading.faults.line(table.span().start);
        if let Some(kind) = kind(table.span(), table.get_ref(), reading) {
            catchments.push(Catchment { line, kind });
        }
    }
    catchments
}

fn kind(
    span: Range<usize>,
    table: &CatchmentTable,
    reading: &mut Parse<'_>,
) -> Option<CatchmentKind> {
    match table {
        CatchmentTable::Authority { hub } => {
            reading.hub(span, hub).map(|hub| CatchmentKind::Authority { hub })
        }
        CatchmentTable::District { district, hub } => {
            let district = reading.district(span.clone(), district, false);
            let hub = reading.hub(span, hub);
            hub.zip(district).map(|(hub, district)| CatchmentKind::District { district, hub })
        }
        CatchmentTable::Wards { wards, hub } => {
            let wards = codes(&span, wards, "an electoral ward", WARDS, reading);
            reading.hub(span, hub).map(|hub| CatchmentKind::Wards { wards, hub })
        }
        CatchmentTable::Lsoas { lsoas, hub } => {
            let lsoas = codes(&span, lsoas, "a lower-layer super output area", LSOAS, reading);
            reading.hub(span, hub).map(|hub| CatchmentKind::Lsoas { lsoas, hub })
        }
        CatchmentTable::Polygon { file, feature, hub } => {
            let area = reading.drawn(span.clone(), file, feature.as_deref());
            let hub = reading.hub(span, hub);
            hub.zip(area).map(|(hub, area)| CatchmentKind::Polygon { area, hub })
        }
        CatchmentTable::Nearest { hubs: None } => {
            Some(CatchmentKind::Nearest { hubs: (0..reading.hubs.len()).collect() })
        }
        CatchmentTable::Nearest { hubs: Some(ids) } => {
            not_empty(&span, ids, reading);
            let hubs = ids.iter().filter_map(|id| reading.hub(span.clone(), id)).collect();
            Some(CatchmentKind::Nearest { hubs })
        }
    }
}

/// The codes in order, each once.
fn codes(
    span: &Range<usize>,
    texts: &[String],
    what: &str,
    starts: [&str; 3],
    reading: &mut Parse<'_>,
) -> Vec<GssCode> {
    not_empty(span, texts, reading);
    let mut codes: Vec<GssCode> = texts
        .iter()
        .filter_map(|text| reading.area_code(span.clone(), text, what, starts))
        .collect();
    codes.sort_unstable();
    if let Some((twice, _)) = codes.iter().zip(codes.iter().skip(1)).find(|(one, next)| one == next)
    {
        let message = format!("`{twice}` stands in this catchment twice");
        reading.faults.at(span.clone(), message, "keep it once");
    }
    codes
}

fn not_empty(span: &Range<usize>, listed: &[String], reading: &mut Parse<'_>) {
    if listed.is_empty() {
        reading.faults.at(
            span.clone(),
            "this catchment's list is empty",
            "list some, or take the catchment out",
        );
    }
}
