//! Reads the rows of one member of the wheel, `{"columns": […], "data": {column: [value, …]}}` in
//! message-pack form.

use anyhow::{Context, Result, anyhow, bail};
use locality::{Grid, index::SourceRow};
use referral::GssCode;
use rmpv::ValueRef;

use super::columns::Columns;

/// Hands every row of a member to `take`, in its order.
pub(super) fn for_each_row(
    mut bytes: &[u8],
    take: &mut impl FnMut(&SourceRow<'_>) -> Result<()>,
) -> Result<()> {
    let value = rmpv::decode::read_value_ref(&mut bytes).context("not MessagePack")?;
    let data = field(&value, "data").context("no `data` in it")?;
    let ValueRef::Map(entries) = data else { bail!("its `data` is not a map of columns") };
    let names: Vec<&str> = entries.iter().filter_map(|(name, _)| text(name)).collect();
    let columns = Columns::find(&names)?;
    let column = |name: &str| match field(data, name) {
        Some(ValueRef::Array(values)) => Ok(values.as_slice()),
        _ => Err(anyhow!("its column `{name}` is not a list")),
    };
    let postcodes = column(columns.postcode)?;
    let authorities = column(columns.authority)?;
    let eastings = column(columns.easting)?;
    let northings = column(columns.northing)?;
    let lengths = [authorities.len(), eastings.len(), northings.len()];
    if lengths.iter().any(|length| *length != postcodes.len()) {
        bail!("its columns differ in length");
    }
    for (at, postcode) in postcodes.iter().enumerate() {
        let postcode = text(postcode).with_context(|| format!("row {at} has no postcode"))?;
        let authority = code(&authorities[at]).with_context(|| format!("at {postcode}"))?;
        let grid = grid(&eastings[at], &northings[at]).with_context(|| format!("at {postcode}"))?;
        take(&SourceRow { postcode, authority, grid, ward: None, lsoa: None, terminated: None })?;
    }
    Ok(())
}

fn field<'v, 'a>(value: &'v ValueRef<'a>, name: &str) -> Option<&'v ValueRef<'a>> {
    let ValueRef::Map(entries) = value else { return None };
    entries.iter().find(|(key, _)| text(key) == Some(name)).map(|(_, value)| value)
}

fn text<'a>(value: &ValueRef<'a>) -> Option<&'a str> {
    match value {
        ValueRef::String(text) => text.into_str(),
        _ => None,
    }
}

/// A GSS code; missing values are NaN or nil.
fn code(value: &ValueRef<'_>) -> Result<Option<GssCode>> {
    match value {
        ValueRef::Nil => Ok(None),
        ValueRef::F64(number) if number.is_nan() => Ok(None),
        other => match text(other) {
            Some("") => Ok(None),
            Some(code) => match GssCode::parse(code) {
                Ok(code) => Ok(Some(code)),
                Err(_) => bail!("`{code}` is not a GSS code"),
            },
            None => bail!("the authority is neither text nor missing"),
        },
    }
}

fn grid(easting: &ValueRef<'_>, northing: &ValueRef<'_>) -> Result<Option<Grid>> {
    match (metres(easting)?, metres(northing)?) {
        (Some(easting), Some(northing)) => Ok(Some(Grid { easting, northing })),
        (None, None) => Ok(None),
        _ => bail!("only one half of a grid reference"),
    }
}

/// Whole metres, however the number is written; missing values are NaN or nil.
fn metres(value: &ValueRef<'_>) -> Result<Option<u32>> {
    match value {
        ValueRef::Nil => Ok(None),
        ValueRef::F64(number) if number.is_nan() => Ok(None),
        ValueRef::F64(number) => {
            if number.fract() != 0.0 || !(0.0..=2_000_000.0).contains(number) {
                bail!("{number} is not a number of metres on the grid");
            }
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a whole number from 0 to 2,000,000, as just checked"
            )]
            Ok(Some(*number as u32))
        }
        ValueRef::Integer(number) => {
            let metres = number.as_u64().and_then(|metres| u32::try_from(metres).ok());
            Ok(Some(metres.with_context(|| format!("{number} is not a number of metres"))?))
        }
        _ => bail!("the grid reference is not a number"),
    }
}
