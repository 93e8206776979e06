//! The details of an authority that the public is told: whom to write to, how long a request is kept,
//! and who has read the translations of the pages.

use jiff::civil::Date;
use referral::LanguageTag;

/// An authority as its families' pages name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Public {
    /// The organisation's name, which answers for the pages and for what is sent.
    pub name: String,
    /// The e-mail address for questions about the pages.
    pub email: String,
    /// The phone number for questions about the pages.
    pub phone: String,
    /// The postal address, in one line.
    pub post: String,
    /// The data protection officer: a name or a post, and how to reach it.
    pub data_protection_officer: String,
    /// The way to complain.
    pub complaints: String,
    /// The time for which what a family sends is kept, in words.
    pub retention: Option<String>,
    /// The day on which somebody last checked that the pages can be used by everybody.
    pub accessibility_checked: Option<Date>,
    /// The languages whose words somebody has read, in the order of the file.
    pub languages: Vec<ReviewedLanguage>,
}

/// A language whose words on the pages somebody has read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewedLanguage {
    /// The language's tag.
    pub tag: LanguageTag,
    /// The name of whoever read them.
    pub reviewed_by: String,
    /// The day on which they were read.
    pub on: Date,
}
