//! Facts that reading a document needs beside the document: the day, and the postcodes that exist.

use std::fmt;

use jiff::civil::Date;
use referral::Postcode;

/// The day on which a document is read, and the postcodes that exist.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The day on which the document is read.
    pub today: Date,
    /// Whether a postcode exists.
    pub exists: &'a dyn Fn(Postcode) -> bool,
}

/// The context of a day without the list of postcodes: each postcode is taken as it was typed.
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
