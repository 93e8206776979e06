//! The frame around every page's content: header, skip link, way out, errors, footer.

mod locale;
#[cfg(test)]
mod tests;

use maud::{DOCTYPE, Markup, PreEscaped, html};

pub use self::locale::{Direction, Locale};

use crate::Attributes;
use crate::Content;
use crate::assets::{ICON, SCRIPT, STYLE};
use crate::components::{
    ErrorLink, ErrorSummary, ExitThisPage, GenericHeader, Language, LanguageNavigation, SkipLink,
};

/// The package's script that says, before anything is drawn, that scripts run.
const INLINE: &str = include_str!(concat!(env!("OUT_DIR"), "/inline.js"));

/// The id of the page's content.
const CONTENT: &str = "main-content";

/// The pages of one function: their name and their addresses.
#[derive(Debug, Clone, Copy)]
pub struct Service {
    /// The name, in the header and, unless there is one title for all pages, after each title.
    pub name: &'static str,
    /// The one English title of all pages, where tabs and history must not tell one from another.
    pub one_title: Option<&'static str>,
    /// The address of the first page.
    pub home: &'static str,
    /// The path of the files, without a slash at its end.
    pub assets: &'static str,
    /// The address that leaves the pages at once, where there is a reason to.
    pub exit: Option<&'static str>,
    /// Whether content is as wide as the page, for lists and records. Text is read in two thirds.
    pub is_wide: bool,
}

/// A page as a whole.
#[derive(Debug, Clone)]
pub struct Page<'a> {
    /// The pages that this page belongs to.
    pub service: &'a Service,
    /// The page's language.
    pub locale: &'a Locale,
    /// The page's title, which begins with "Error: " where something is wrong; not shown where the
    /// service has one title for all.
    pub title: &'a str,
    /// The address to which the page leads on by itself, at once.
    pub leads_to: Option<&'a str>,
    /// The languages that the page can be read in, this one included.
    pub languages: Vec<Language>,
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
    /// Links in the footer: words and address.
    pub footer_links: Vec<(String, String)>,
    /// Markup in the footer, above its links.
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
            leads_to: None,
            languages: Vec::new(),
            notice: None,
            errors: Vec::new(),
            header_end: nothing(),
            before: nothing(),
            content,
            footer_links: Vec::new(),
            footer: nothing(),
        }
    }

    /// The page as a document.
    pub fn to_html(&self) -> String {
        let Self { service, locale, .. } = self;
        let dir = match locale.dir {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        };
        html! {
            (DOCTYPE)
            html lang=(locale.lang) dir=(dir) class="govuk-template" {
                head {
                    meta charset="utf-8";
                    @if let Some(to) = self.leads_to {
                        meta http-equiv="refresh" content={ "0; url=" (to) };
                    }
                    (self.title())
                    meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                    meta name="robots" content="noindex";
                    meta name="format-detection" content="telephone=no";
                    link rel="icon" type="image/svg+xml" href={ (service.assets) "/" (ICON.name) };
                    link rel="stylesheet" href={ (service.assets) "/" (STYLE.name) };
                    script type="module" src={ (service.assets) "/" (SCRIPT.name) } {}
                }
                body class="govuk-template__body" { (self.body()) }
            }
        }
        .into_string()
    }

    fn title(&self) -> Markup {
        let Self { service, locale, title, .. } = self;
        // The one title is the same in every language: another would tell which is spoken.
        let english = Some("en-GB").filter(|english| *english != locale.lang);
        html! {
            @match service.one_title {
                Some(one) => title lang=[english] { (one) },
                None => title {
                    @if self.is_wrong() { (locale.error) ": " } (title) " - " (service.name)
                },
            }
        }
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
                @if self.languages.len() > 1 { (self.languages()) }
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
            @if !self.footer.0.is_empty() || !self.footer_links.is_empty() {
                footer class="govuk-template__footer" {
                    div class="govuk-footer" {
                        div class="govuk-width-container" {
                            (self.footer)
                            @if !self.footer_links.is_empty() { (self.footer_links()) }
                        }
                    }
                }
            }
        }
    }

    fn languages(&self) -> Markup {
        let languages = LanguageNavigation {
            items: self.languages.clone(),
            aria_label: self.locale.languages.to_owned(),
            ..LanguageNavigation::default()
        };
        html! { (languages) }
    }

    fn footer_links(&self) -> Markup {
        html! {
            h2 class="govuk-visually-hidden" { (self.locale.support) }
            ul class="govuk-footer__inline-list" {
                @for (words, address) in &self.footer_links {
                    li class="govuk-footer__inline-list-item" { a href=(address) { (words) } }
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
            // The focus begins at the errors where no script moves it either.
            attributes: Attributes::new().with("tabindex", "-1").with_flag("autofocus", true),
            ..ErrorSummary::default()
        };
        html! { (summary) }
    }

    fn exit(&self, address: &str) -> Markup {
        let exit = ExitThisPage {
            redirect_url: address.to_owned(),
            content: self.locale.exit.into(),
            activated_text: self.locale.exit_activated.to_owned(),
            timed_out_text: self.locale.exit_timed_out.to_owned(),
            press_two_more_times_text: self.locale.exit_two_more.to_owned(),
            press_one_more_time_text: self.locale.exit_one_more.to_owned(),
            ..ExitThisPage::default()
        };
        html! { (exit) }
    }
}
