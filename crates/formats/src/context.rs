//! Facts that reading a document needs beside the document: the day, and which postcodes there are.

use std::fmt;

use jiff::civil::Date;
use referral::Postcode;

/// The day a document is read on, and which postcodes there are.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The day it is read on.
    pub today: Date,
    /// Whether there is such a postcode.
    pub exists: &'a dyn Fn(Postcode) -> bool,
}

/// Without the list of postcodes: each is taken as it was typed.
impl From<Date> for Context<'_> {
    fn from(today: Date) -> Self {
        Self { today, exists: &|_| false }
    }
}

impl fmt::Debug for Context<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context").field("today", &self.today).finish_non_exhaustive()
    }
}
