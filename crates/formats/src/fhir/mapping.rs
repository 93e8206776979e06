//! Fills an unchecked referral from the resources of a message. Each part of a referral has a file of
//! its own, which says from which elements it comes.

use jiff::civil::Date;
use referral::ReferrerKind;

use super::bundle::{Bundle, Header};
use super::sources::Sources;
use super::{consent, flags, patient, referrer, request};
use crate::unchecked::UncheckedReferral;

/// An unchecked referral, and the places in the message from which it comes.
#[derive(Debug, Default)]
pub(super) struct Mapped {
    pub(super) unchecked: UncheckedReferral,
    pub(super) sources: Sources,
}

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
