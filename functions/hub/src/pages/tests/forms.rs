//! Laws of every form, and of every page's weight.

use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use scraper::{Html, Selector};

use super::*;

#[test]
fn missing_fields_at_sign_in_are_told_at_each_field() {
    let page = sign_in(&[SignInError::NoClient, SignInError::NoSecret], "");
    for (field, message) in
        [("client_id", "Enter your client id"), ("client_secret", "Enter your secret")]
    {
        assert!(page.contains(&format!("<a href=\"#{field}\">{message}</a>")));
        let described = format!("#{field}[aria-describedby='{field}-error'][aria-invalid='true']");
        assert_eq!(count(&page, &described), 1);
        assert_eq!(page.matches(message).count(), 2);
    }
}

#[test]
fn a_refused_sign_in_keeps_the_id_and_names_the_error_in_the_title() {
    let page = sign_in(&[SignInError::Refused], "hub-1");
    assert!(page.contains("<title>Error: Sign in"));
    assert!(page.contains("value=\"hub-1\""));
    assert_eq!(page.matches("The client id or the secret is not right").count(), 2);
    assert!(!sign_in(&[], "").contains("Error"));
}

#[test]
fn fields_have_labels_and_nothing_is_inline() {
    let mine = entry_in(EntryState::Claimed, Some("me"), LATER);
    let closing = |ending| close(&opened(mine.clone(), true), ending);
    for page in [
        sign_in(&[SignInError::NoSecret], ""),
        shown(mine.clone(), true, None),
        closing(Ending::NoOutcome),
        closing(Ending::Outcome(ClosingOutcome::Supported)),
    ] {
        let fields = "input:not([type=hidden]), select, textarea";
        let document = Html::parse_document(&page);
        for field in document.select(&Selector::parse(fields).unwrap()) {
            let id = field.attr("id").unwrap();
            assert_eq!(count(&page, &format!("label[for='{id}']")), 1, "{id}");
        }
        // The one inline script is the package's, and the policy names its hash.
        assert_eq!((count(&page, "script:not([src])"), count(&page, "script")), (1, 2));
        assert!(page.contains("<script>document.body.className +="));
        assert_eq!(count(&page, "style, [style], [onclick]"), 0);
    }
}

/// The number of elements that a selector names.
fn count(page: &str, selector: &str) -> usize {
    Html::parse_document(page).select(&Selector::parse(selector).unwrap()).count()
}

#[test]
fn a_first_load_is_small() {
    let mine = entry_in(EntryState::Claimed, Some("me"), LATER);
    for page in [sign_in(&[], ""), shown(mine, true, None)] {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(page.as_bytes()).unwrap();
        let bytes = gzip.finish().unwrap().len() + ::pages::COMPRESSED_BYTES;
        println!(
            "{bytes} bytes compressed, {} of them the page's",
            bytes - ::pages::COMPRESSED_BYTES
        );
        assert!(bytes <= 45 * 1024, "{bytes}");
    }
}
