//! The checks of single values in a rulebook file.

use referral::{GssCode, InboxId, Postcode};
use toml::Spanned;

use super::lines::Faults;
use crate::{Authority, Grid};

/// Longest name, in characters: reasons that hold two of them stay short enough to read.
const LONGEST_NAME: usize = 50;
/// Longest part of an inbox id, so that `<authority>-<hub>` stays within its 64 characters.
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

/// `<authority>-<part>`; `None` when a fault was noted for one of the two already.
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
pub(super) fn postcode(value: Option<&Spanned<String>>, faults: &mut Faults<'_>) {
    if let Some(value) = value
        && Postcode::parse(value.get_ref()).is_err()
    {
        faults.at(
            value.span(),
            format!("`{}` is not a full postcode", value.get_ref()),
            "write it in full, as in `SW1V 2AA`",
        );
    }
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

/// The edition its owner gives a rulebook.
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

/// A place in Great Britain.
pub(super) fn grid(value: &Spanned<Grid>, faults: &mut Faults<'_>) {
    let Grid { easting, northing } = *value.get_ref();
    if easting == 0 || easting > 700_000 || northing == 0 || northing > 1_300_000 {
        faults.at(
            value.span(),
            "this grid reference is not in Great Britain",
            "write metres east and north, as `hubward postcodes lookup` prints them",
        );
    }
}
