//! The languages of the family's pages, and every word in them.
//!
//! Each word that a family reads is a [Fluent](https://projectfluent.org) message in
//! `languages/<tag>/<area>.ftl`, by its id. English is complete and is read at the start; another
//! language is read when it is first asked for, and what it lacks is said in English.
//!
//! A value within a sentence (a name, a number, a reference) is set apart from the direction of the
//! sentence where its own may be another. Without that, `020 7946 0001` is read from its end in Urdu.

mod choice;
mod dates;
mod fields;
mod list;
mod messages;
pub(crate) mod spoken;

#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use maud::{Markup, PreEscaped, Render as _};
use pages::{Direction, Locale};

pub(crate) use self::choice::{chosen, offered, switch};
use self::list::LANGUAGES;
use self::messages::Messages;

/// A language in which the pages exist.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Language {
    /// The language's place in the list.
    place: usize,
    /// The language's tag, which names its folder.
    tag: &'static str,
    /// The language's tag as the pages declare it.
    lang: &'static str,
    /// The language's name in itself.
    name: &'static str,
    direction: Direction,
    /// The forms that numbers have in the language, by the names that CLDR gives them.
    plurals: &'static [&'static str],
    /// The files of messages, each by its area.
    files: &'static [(&'static str, &'static str)],
}

/// The messages of each language, once they were read.
static MESSAGES: [OnceLock<Messages>; LANGUAGES.len()] = [const { OnceLock::new() }; _];
/// The layout's words in each language, once they were asked for.
static LOCALES: [OnceLock<Locale>; LANGUAGES.len()] = [const { OnceLock::new() }; _];

impl Language {
    /// British English, in which every word exists.
    pub(crate) const ENGLISH: &'static Self = &LANGUAGES[0];

    /// The language of a tag.
    pub(crate) fn of(tag: &str) -> Option<&'static Self> {
        Self::all().iter().find(|language| language.tag == tag)
    }

    /// Every language, English first.
    pub(crate) fn all() -> &'static [Self] {
        &LANGUAGES
    }

    /// The language's tag, which `?lang=` and the cookie hold.
    pub(crate) fn tag(&self) -> &'static str {
        self.tag
    }

    /// The language's name in itself, such as `اردو`.
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    /// The direction in which the language is written.
    pub(crate) fn direction(&self) -> Direction {
        self.direction
    }

    /// The forms that numbers have in the language, such as "one" and "other".
    pub(crate) fn plurals(&self) -> &'static [&'static str] {
        self.plurals
    }

    /// Reads the language's messages now, so that no request waits for it.
    pub(crate) fn read(&self) {
        self.messages();
    }

    /// The message of an id.
    pub(crate) fn text(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The message of an id with its values. A value that is a number chooses the form of a plural.
    pub(crate) fn with(&self, id: &str, values: &[(&str, &str)]) -> String {
        self.find(id, values).unwrap_or_else(|| missing(id))
    }

    /// The message of an id, if there is one: for what only some questions have, such as a hint.
    pub(crate) fn optional(&self, id: &str) -> Option<String> {
        self.find(id, &[])
    }

    /// The message of an id with markup in it, such as a link or a number in bold.
    pub(crate) fn markup(&self, id: &str, values: &[(&str, Markup)]) -> Markup {
        // Characters for private use stand for the markup until the words around it are escaped.
        let marks: Vec<String> = ('\u{e000}'..).take(values.len()).map(String::from).collect();
        let named = values.iter().zip(&marks).map(|((name, _), mark)| (*name, mark.as_str()));
        let text = self.with(id, &named.collect::<Vec<_>>()).render().into_string();
        let mut whole = String::new();
        for part in text.split_inclusive(|c| marks.iter().any(|mark| mark.starts_with(c))) {
            let mark = marks.iter().position(|mark| part.ends_with(mark));
            let words = mark.map_or(part, |at| part.trim_end_matches(&marks[at]));
            whole.push_str(words);
            whole.push_str(mark.map_or("", |at| &values[at].1.0));
        }
        PreEscaped(whole)
    }

    /// The layout's own words.
    pub(crate) fn locale(&self) -> &'static Locale {
        LOCALES[self.place].get_or_init(|| {
            // Once in a process for each language, so what is kept for ever is little.
            let text = |id| &*self.text(id).leak();
            Locale {
                lang: self.lang,
                dir: self.direction,
                skip: text("skip-to-content"),
                exit: text("exit-this-page"),
                back: text("way-back"),
                error: text("word-error"),
                problem: text("there-is-a-problem"),
                languages: text("languages"),
                support: text("support-links"),
                exit_activated: text("exit-activated"),
                exit_timed_out: text("exit-timed-out"),
                exit_two_more: text("exit-two-more"),
                exit_one_more: text("exit-one-more"),
            }
        })
    }

    fn find(&self, id: &str, values: &[(&str, &str)]) -> Option<String> {
        let english = || Self::ENGLISH.messages().find(id, values);
        self.messages().find(id, values).or_else(english)
    }

    fn messages(&self) -> &'static Messages {
        MESSAGES[self.place].get_or_init(|| Messages::read(self))
    }
}

/// What stands in for a message that English lacks. Tests find that there is none.
#[cfg(not(test))]
fn missing(id: &str) -> String {
    id.to_owned()
}

#[cfg(test)]
fn missing(id: &str) -> String {
    panic!("no message {id} in English")
}
