//! The frame around every page's content: header, skip link, way out, errors, footer.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::Content;
use crate::assets::{SCRIPT, STYLE};
use crate::components::{ErrorLink, ErrorSummary, ExitThisPage, GenericHeader, SkipLink};

/// The package's script that says, before anything is drawn, that scripts run.
const INLINE: &str = include_str!(concat!(env!("OUT_DIR"), "/inline.js"));

/// The id of the page's content.
const CONTENT: &str = "main-content";

/// The pages of one function: their name and their addresses.
#[derive(Debug, Clone, Copy)]
pub struct Service {
    /// The name, in the header and after each title.
    pub name: &'static str,
    /// The address of the first page.
    pub home: &'static str,
    /// The path of the files, without a slash at its end.
    pub assets: &'static str,
    /// The address that leaves the pages at once, where there is a reason to.
    pub exit: Option<&'static str>,
    /// Whether content is as wide as the page, for lists and records. Text is read in two thirds.
    pub is_wide: bool,
}

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
    /// "Error", before a title.
    pub error: &'static str,
    /// The words "There is a problem", above the errors.
    pub problem: &'static str,
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
    };
}

/// A page as a whole.
#[derive(Debug, Clone)]
pub struct Page<'a> {
    /// The pages that this page belongs to.
    pub service: &'a Service,
    /// The page's language.
    pub locale: &'a Locale,
    /// The page's title, which begins with "Error: " where something is wrong.
    pub title: &'a str,
    /// A problem with the whole page.
    pub notice: Option<Content>,
    /// Problems with its fields, in their order.
    pub errors: Vec<ErrorLink>,
    /// Markup at the end of the header.
    pub header_end: Markup,
    /// Markup before its content: a link to the page before.
    pub before: Markup,
    /// The page's content.
    pub content: Markup,
    /// Markup in the footer.
    pub footer: Markup,
}

impl<'a> Page<'a> {
    /// A page in English with a title and content, on which nothing is wrong.
    pub fn new(service: &'a Service, title: &'a str, content: Markup) -> Self {
        let nothing = || PreEscaped(String::new());
        Self {
            service,
            locale: &Locale::ENGLISH,
            title,
            notice: None,
            errors: Vec::new(),
            header_end: nothing(),
            before: nothing(),
            content,
            footer: nothing(),
        }
    }

    /// The page as a document.
    pub fn to_html(&self) -> String {
        let Self { service, locale, title, .. } = self;
        let dir = match locale.dir {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        };
        html! {
            (DOCTYPE)
            html lang=(locale.lang) dir=(dir) class="govuk-template" {
                head {
                    meta charset="utf-8";
                    title { @if self.is_wrong() { (locale.error) ": " } (title) " - " (service.name) }
                    meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                    meta name="robots" content="noindex";
                    meta name="format-detection" content="telephone=no";
                    link rel="stylesheet" href={ (service.assets) "/" (STYLE.name) };
                    script type="module" src={ (service.assets) "/" (SCRIPT.name) } {}
                }
                body class="govuk-template__body" { (self.body()) }
            }
        }
        .into_string()
    }

    fn body(&self) -> Markup {
        let header = GenericHeader {
            logo: self.service.name.into(),
            url: self.service.home.to_owned(),
            ..GenericHeader::default()
        };
        let skip = SkipLink {
            href: format!("#{CONTENT}"),
            content: self.locale.skip.into(),
            ..SkipLink::default()
        };
        let is_wide = self.service.is_wide;
        let width = if is_wide { "govuk-grid-column-full" } else { "govuk-grid-column-two-thirds" };
        html! {
            script { (PreEscaped(INLINE)) }
            (skip)
            header class="govuk-template__header" { (header) (self.header_end) }
            div class="govuk-width-container" {
                @if let Some(exit) = self.service.exit { (self.exit(exit)) }
                @if !self.before.0.is_empty() {
                    nav aria-label=(self.locale.back) { (self.before) }
                }
                main class="govuk-main-wrapper" id=(CONTENT) {
                    div class="govuk-grid-row" {
                        div class=(width) {
                            @if self.is_wrong() { (self.summary()) }
                            (self.content)
                        }
                    }
                }
            }
            @if !self.footer.0.is_empty() {
                footer class="govuk-template__footer" {
                    div class="govuk-footer" { div class="govuk-width-container" { (self.footer) } }
                }
            }
        }
    }

    fn is_wrong(&self) -> bool {
        self.notice.is_some() || !self.errors.is_empty()
    }

    fn summary(&self) -> Markup {
        let summary = ErrorSummary {
            title: self.locale.problem.into(),
            description: self.notice.clone().unwrap_or_default(),
            error_list: self.errors.clone(),
            ..ErrorSummary::default()
        };
        html! { (summary) }
    }

    fn exit(&self, address: &str) -> Markup {
        let exit = ExitThisPage {
            redirect_url: address.to_owned(),
            content: self.locale.exit.into(),
            ..ExitThisPage::default()
        };
        html! { (exit) }
    }
}
