//! Tests of the frame around every page.

use maud::html;

use super::*;

const SERVICE: Service = Service {
    name: "Family Hub",
    one_title: None,
    home: "/",
    assets: "/assets",
    exit: Some("/exit"),
    is_wide: false,
};

const QUIET: Service = Service { one_title: Some("Information"), ..SERVICE };

fn page<'a>(service: &'a Service, errors: &[&str]) -> Page<'a> {
    let errors = errors.iter().map(|name| ErrorLink::to(name, "Enter it.")).collect();
    Page { errors, ..Page::new(service, "Where you live", html! { h1 { "Where you live" } }) }
}

#[test]
fn a_title_tells_the_page_and_its_errors_unless_there_is_one_for_all() {
    let titled = |service, errors: &[&str]| {
        let html = page(service, errors).to_html();
        html.split_once("<title").unwrap().1.split_once("</title>").unwrap().0.to_owned()
    };
    assert_eq!(titled(&SERVICE, &[]), ">Where you live - Family Hub");
    assert_eq!(titled(&SERVICE, &["town"]), ">Error: Where you live - Family Hub");
    assert_eq!(titled(&QUIET, &[]), ">Information");
    assert_eq!(titled(&QUIET, &["town"]), ">Information");
}

#[test]
fn a_page_in_another_language_says_so_and_its_one_title_stays_english() {
    let urdu = Locale { lang: "ur", dir: Direction::RightToLeft, ..Locale::ENGLISH };
    let html = Page { locale: &urdu, ..page(&QUIET, &[]) }.to_html();
    assert!(html.contains("<html lang=\"ur\" dir=\"rtl\""));
    assert!(html.contains("<title lang=\"en-GB\">Information</title>"));
}

#[test]
fn languages_are_listed_by_their_own_names_once_there_are_two() {
    let language = |name: &str, lang: &str, dir: &str, href: &str| Language {
        content: name.into(),
        lang: lang.to_owned(),
        dir: dir.to_owned(),
        href: href.to_owned(),
        ..Language::default()
    };
    let english = language("English", "en-GB", "ltr", "");
    let urdu = language("اردو", "ur", "rtl", "?lang=ur");
    let with = |languages: &[&Language]| {
        let languages = languages.iter().map(|&one| one.clone()).collect();
        Page { languages, ..page(&QUIET, &[]) }.to_html()
    };
    let both = with(&[&english, &urdu]);
    let link =
        "href=\"?lang=ur\" rel=\"alternate\" hreflang=\"ur\" lang=\"ur\" dir=\"rtl\">اردو</a>";
    assert!(both.contains(link), "{both}");
    assert!(both.contains("aria-label=\"Language\""));
    assert!(!with(&[&english]).contains("govuk-language-navigation"));
}

#[test]
fn errors_are_where_the_focus_begins() {
    let html = page(&QUIET, &["town"]).to_html();
    let (_, summary) = html.split_once("class=\"govuk-error-summary\"").unwrap();
    let (tag, rest) = summary.split_once('>').unwrap();
    assert!(tag.contains("tabindex=\"-1\"") && tag.contains("autofocus"), "{tag}");
    assert!(rest.contains("There is a problem") && rest.contains("href=\"#town\""));
}

#[test]
fn the_footer_leads_to_what_every_page_must_name() {
    let links = vec![("Privacy".to_owned(), "/about/privacy".to_owned())];
    let html = Page { footer_links: links, ..page(&QUIET, &[]) }.to_html();
    let (_, footer) = html.split_once("<footer").unwrap();
    assert!(footer.contains("<a href=\"/about/privacy\">Privacy</a>"), "{footer}");
    assert!(!page(&QUIET, &[]).to_html().contains("<footer"));
}

#[test]
fn an_icon_of_no_meaning_is_among_the_files() {
    let html = page(&QUIET, &[]).to_html();
    let icon = format!("href=\"/assets/{}\"", ICON.name);
    assert!(html.contains("rel=\"icon\"") && html.contains(&icon), "{html}");
}
