//! The checks of single values in a rulebook file.

use jiff::civil::{Date, Time};
use referral::{GssCode, InboxId, Invalid, Postcode, code_list::CodeList};
use toml::{Spanned, value::Datetime};

use super::{file::AgesTable, hub::Ages, lines::Faults};
use crate::{Authority, Grid};

/// The longest name, in characters: reasons that hold two of them stay short enough to read.
const LONGEST_NAME: usize = 50;
/// The longest part of an inbox id, so that `<authority>-<hub>` stays within its 64 characters.
const LONGEST_SLUG: usize = 31;

/// A name that people read.
pub(super) fn name(value: &Spanned<String>, faults: &mut Faults<'_>) -> String {
    let text = value.get_ref().trim();
    let length = text.chars().count();
    if length == 0 || length > LONGEST_NAME || text.chars().any(char::is_control) {
        faults.at(
            value.span(),
            "this name is empty, too long or holds control characters",
            format!("write a name of 1 to {LONGEST_NAME} characters"),
        );
    }
    text.to_owned()
}

/// A part of an inbox id.
pub(super) fn slug(value: &Spanned<String>, faults: &mut Faults<'_>) -> String {
    let text = value.get_ref();
    let fine = !text.is_empty()
        && text.len() <= LONGEST_SLUG
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-');
    if !fine {
        faults.at(
            value.span(),
            format!("`{text}` cannot be part of an inbox id"),
            format!("use 1 to {LONGEST_SLUG} small letters, digits and inner hyphens, as in `queens-park`"),
        );
    }
    text.clone()
}

/// The inbox id `<authority>-<part>`; `None` when a fault was noted for one of the two already.
pub(super) fn inbox(authority: &str, part: &str) -> Option<InboxId> {
    InboxId::parse(&format!("{authority}-{part}")).ok()
}

/// A phone number as people dial it.
pub(super) fn phone(value: &Spanned<String>, faults: &mut Faults<'_>) -> String {
    let text = value.get_ref().trim();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let only = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ' || byte == b'+');
    if !only || !(3..=15).contains(&digits) {
        faults.at(
            value.span(),
            "this is not a phone number",
            "write digits and spaces only, as in `01632 960001`",
        );
    }
    text.to_owned()
}

/// A postcode, when one is given.
pub(super) fn postcode(value: Option<&Spanned<String>>, faults: &mut Faults<'_>) -> Option<String> {
    let help = "write it in full, as in `SW1V 2AA`";
    parsed(value?, Postcode::parse, "a full postcode", help, faults).map(|found| found.to_string())
}

/// A value that has a parser of its own.
pub(super) fn parsed<T>(
    value: &Spanned<String>,
    parse: impl Fn(&str) -> Result<T, Invalid>,
    what: &str,
    help: &str,
    faults: &mut Faults<'_>,
) -> Option<T> {
    let found = parse(value.get_ref()).ok();
    if found.is_none() {
        faults.at(value.span(), format!("`{}` is not {what}", value.get_ref()), help);
    }
    found
}

/// The codes of a list that the values name.
pub(super) fn codes<C: CodeList>(values: &[Spanned<String>], faults: &mut Faults<'_>) -> Vec<C> {
    let known: Vec<&str> = C::all().iter().map(|one| one.code()).collect();
    let help = format!("use one of: {}", known.join(", "));
    let parse = |text: &str| text.parse();
    values.iter().filter_map(|value| parsed(value, parse, "a known code", &help, faults)).collect()
}

/// A text that people read, of at most `longest` characters.
pub(super) fn text(value: &Spanned<String>, longest: usize, faults: &mut Faults<'_>) -> String {
    let text = value.get_ref().trim();
    let length = text.chars().count();
    if length == 0 || length > longest || text.chars().any(char::is_control) {
        faults.at(
            value.span(),
            "this text is empty, too long or holds control characters",
            format!("write 1 to {longest} characters"),
        );
    }
    text.to_owned()
}

/// The address of a page.
pub(super) fn website(value: &Spanned<String>, faults: &mut Faults<'_>) -> String {
    let address = text(value, 200, faults);
    if !address.starts_with("https://") || address.contains(char::is_whitespace) {
        faults.at(value.span(), "this is not the address of a page", "begin it with https://");
    }
    address
}

/// An e-mail address.
pub(super) fn email(value: &Spanned<String>, faults: &mut Faults<'_>) -> String {
    let address = text(value, 120, faults);
    let parts = address
        .split_once('@')
        .filter(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'));
    if parts.is_none() || address.contains(char::is_whitespace) {
        faults.at(
            value.span(),
            "this is not an e-mail address",
            "write it as in `families@example.gov.uk`",
        );
    }
    address
}

/// A day, written as TOML writes one.
pub(super) fn date(value: &Spanned<Datetime>, faults: &mut Faults<'_>) -> Option<Date> {
    let found = day(value.get_ref());
    if found.is_none() {
        faults.at(value.span(), "this is not a day", "write it as in `2026-12-31`, without quotes");
    }
    found
}

/// The day in a date of TOML, when it is one without a time.
pub(super) fn day(value: &Datetime) -> Option<Date> {
    let date = value.date.filter(|_| value.time.is_none())?;
    let year = i16::try_from(date.year).ok()?;
    Date::new(year, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}

/// The time of day in a time of TOML.
pub(super) fn time(value: &Datetime) -> Option<Time> {
    let time = value.time.filter(|_| value.date.is_none())?;
    Time::new(i8::try_from(time.hour).ok()?, i8::try_from(time.minute).ok()?, 0, 0).ok()
}

/// The ages of children. Without years, only the unborn are meant; and they are meant wherever
/// years begin at 0.
pub(super) fn ages(value: &Spanned<AgesTable>, faults: &mut Faults<'_>) -> Ages {
    let AgesTable { unborn, from, to, to_with_send } = *value.get_ref();
    let years = if from.is_none() && to.is_none() && unborn == Some(true) {
        None
    } else {
        Some((from.unwrap_or(0), to.unwrap_or(19)))
    };
    let to_years = years.map_or(0, |(_, to)| to);
    let to_with_send = to_with_send.unwrap_or(if to_years == 19 { 25 } else { to_years });
    if years.is_some_and(|(from, to)| from > to || to > 25) || to_with_send > 25 {
        faults.at(
            value.span(),
            "these ages end before they begin, or beyond 25",
            "write them as in `{ unborn = true, from = 0, to = 19, to_with_send = 25 }`",
        );
    }
    let unborn = unborn.unwrap_or(years.is_some_and(|(from, _)| from == 0));
    Ages { unborn, years, to_with_send }
}

/// The upper-tier authority that a file is for.
pub(super) fn authority(
    value: &Spanned<String>,
    faults: &mut Faults<'_>,
) -> Option<&'static Authority> {
    let text = value.get_ref();
    let Some(found) = GssCode::parse(text).ok().and_then(Authority::find) else {
        faults.at(
            value.span(),
            format!("`{text}` is not the code of a UK council"),
            "look its GSS code up, as in `E09000033` for Westminster",
        );
        return None;
    };
    if found.upper != found.code {
        let upper = found.upper_tier();
        faults.at(
            value.span(),
            format!(
                "{} is a district, and {} runs children's services there",
                found.name, upper.name
            ),
            format!("write `{}`", upper.code),
        );
        return None;
    }
    if found.ends.is_some() {
        faults.at(
            value.span(),
            format!("the code `{text}` of {} is out of use", found.name),
            format!("write `{}`", found.successors.join("` or `")),
        );
        return None;
    }
    Some(found)
}

/// The edition that its owner gives a rulebook.
pub(super) fn version(value: &Spanned<String>, faults: &mut Faults<'_>) -> String {
    let text = value.get_ref();
    let fine = (1..=20).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-');
    if !fine {
        faults.at(
            value.span(),
            "this version is empty, too long or holds other characters",
            "use up to 20 letters, digits, dots and hyphens, as in `2026.1`",
        );
    }
    text.clone()
}

/// The place of a hub or site in Great Britain; nothing where only its postcode is given.
pub(super) fn grid(
    value: Option<&Spanned<Grid>>,
    postcode: Option<&Spanned<String>>,
    name: &Spanned<String>,
    faults: &mut Faults<'_>,
) -> Option<Grid> {
    let Some(value) = value else {
        if postcode.is_none() {
            faults.at(
                name.span(),
                "where this is, is not said",
                "give its `postcode`, or its `grid` as `hubward postcodes lookup` prints it",
            );
        }
        return None;
    };
    let Grid { easting, northing } = *value.get_ref();
    if easting == 0 || easting > 700_000 || northing == 0 || northing > 1_300_000 {
        faults.at(
            value.span(),
            "this grid reference is not in Great Britain",
            "write metres east and north, as `hubward postcodes lookup` prints them",
        );
    }
    Some(*value.get_ref())
}
