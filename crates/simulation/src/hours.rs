//! The hours of a run: its start, and the time in which submissions come in.

use crate::kernel::{Micros, SECOND};

/// The time at which every run starts: 2026-11-02 09:00 UTC, a Monday.
pub(crate) const START: Micros = 1_793_610_000 * SECOND;

/// The time within which everything is sent.
pub(crate) const SPAN: Micros = 600 * SECOND;
