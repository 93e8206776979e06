//! The words that the frame itself says, in a language.

/// The direction that a language is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The language is written from left to right.
    LeftToRight,
    /// The language is written from right to left.
    RightToLeft,
}

/// A language, with the layout's own words in it.
#[derive(Debug, Clone, Copy)]
pub struct Locale {
    /// The language's tag.
    pub lang: &'static str,
    /// The language's direction.
    pub dir: Direction,
    /// The words "Skip to main content".
    pub skip: &'static str,
    /// The words "Exit this page".
    pub exit: &'static str,
    /// "Way back", the name of what stands before the content.
    pub back: &'static str,
    /// "Error", before a title and, for screen readers, before a field's error.
    pub error: &'static str,
    /// The words "There is a problem", above the errors.
    pub problem: &'static str,
    /// "Language", the name of the list of languages.
    pub languages: &'static str,
    /// The words "Support links", above the footer's links.
    pub support: &'static str,
    /// Words for screen readers once the way out is taken.
    pub exit_activated: &'static str,
    /// Words for screen readers when Shift was not pressed often enough in time.
    pub exit_timed_out: &'static str,
    /// Words for screen readers after the first press of Shift.
    pub exit_two_more: &'static str,
    /// Words for screen readers after the second press of Shift.
    pub exit_one_more: &'static str,
}

impl Locale {
    /// The layout's words in British English.
    pub const ENGLISH: Self = Self {
        lang: "en-GB",
        dir: Direction::LeftToRight,
        skip: "Skip to main content",
        exit: "Exit this page",
        back: "Way back",
        error: "Error",
        problem: "There is a problem",
        languages: "Language",
        support: "Support links",
        exit_activated: "Loading.",
        exit_timed_out: "Exit this page expired.",
        exit_two_more: "Shift, press 2 more times to exit.",
        exit_one_more: "Shift, press 1 more time to exit.",
    };
}
