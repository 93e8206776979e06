//! Tests of the pages about these pages: each authority's own part comes from its file.

use super::*;

fn page_with(files: &[(&str, &str)], page: &str) -> String {
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    let localities = Localities::parse(files).unwrap();
    in_one_line(&super::super::about(&english(), &localities, page).unwrap())
}

const ESSEX: (&str, &str) = ("essex.toml", include_str!("../../../../../localities/essex.toml"));
const WESTMINSTER: (&str, &str) =
    ("westminster.toml", include_str!("../../../../../localities/westminster.toml"));

#[test]
fn the_privacy_notice_names_what_the_law_asks_for() {
    let page = page_with(&[ESSEX], "privacy");
    for words in [
        "public task",
        "controller",
        "Data Protection Officer (sample), dpo@essex.example.org",
        "mailto:families@essex.example.org",
        "Until your youngest child is 25",
        "complaints@essex.example.org",
        "Information Commissioner",
        "tel:03031231113",
        "Your rights",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[test]
fn the_accessibility_statement_owns_up_to_the_one_title() {
    let page = page_with(&[ESSEX], "accessibility");
    for words in [
        "partly meet",
        "2.4.2",
        "Essex County Council last checked them on 28 November 2026",
        "tel:08088000082",
        "mailto:families@essex.example.org",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[test]
fn cookies_are_named_as_they_are_set() {
    let page = page_with(&[ESSEX], "cookies");
    for name in ["__Host-form", "__Host-status", "__Host-language"] {
        assert!(page.contains(name), "{name}");
    }
}

#[test]
fn several_authorities_have_a_part_each_and_one_has_no_heading() {
    let both = page_with(&[ESSEX, WESTMINSTER], "contact");
    for words in ["For Essex County Council", "For Westminster City Council", "tel:02079460100"] {
        assert!(both.contains(words), "{words}");
    }
    assert!(!page_with(&[ESSEX], "contact").contains("For Essex"));
}

#[test]
fn an_authority_that_tells_nothing_is_named_with_its_front_door() {
    let (essex, _) = ESSEX.1.split_once("[public]").unwrap();
    for page in ["privacy", "accessibility", "contact"] {
        let page = page_with(&[("essex.toml", essex)], page);
        assert!(page.contains("Essex has not told us more yet"), "{page}");
        assert!(page.contains("tel:01632960201"));
    }
}

#[test]
fn there_is_no_other_page() {
    assert!(super::super::about(&english(), &places().localities, "everything").is_none());
}
