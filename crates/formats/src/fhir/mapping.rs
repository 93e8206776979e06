//! Fills an unchecked referral from the resources of a message. Each part of a referral has a file of
//! its own, which says from which elements it comes.

use jiff::civil::Date;
use referral::ReferrerKind;

use super::bundle::{Bundle, Header};
use super::mapped::Mapped;
use super::{consent, flags, patient, referrer, request};

/// Fills in all parts. Flags come first, as a concern may be without needs, and consent comes after the
/// patient, who may be the one who gave it.
pub(super) fn map(
    bundle: &Bundle<'_>,
    header: &Header<'_>,
    usual: ReferrerKind,
    today: Date,
) -> Mapped {
    let mut mapped = Mapped::default();
    flags::fill(bundle, &mut mapped);
    patient::fill(bundle, header, today, &mut mapped);
    consent::fill(bundle, &mut mapped);
    request::fill(bundle, header, &mut mapped);
    referrer::fill(bundle, header, usual, &mut mapped);
    mapped
}
