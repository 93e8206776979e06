//! Laws of every form, and of every page's weight.

use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use scraper::{Html, Selector};

use super::*;
use crate::own_path::OwnPath;
use pipeline::sessions::Capacity;

#[test]
fn the_way_to_the_provider_is_a_link_that_keeps_the_page_asked_for() {
    let to = OwnPath::parse("/hub/entries/1").unwrap();
    let page = sign_in(&to, false);
    // A form would be held up by the page's own policy, which sends forms to this host alone.
    let link = "a[href='/hub/sign-in/begin?to=%2Fhub%2Fentries%2F1']";
    assert_eq!((count(&page, link), count(&page, "form")), (1, 0), "{page}");
    assert!(sign_in(&to, true).contains("It was not made"));
    assert!(sign_in(&OwnPath::again(), false).contains("kept what you entered"));
}

#[test]
fn somebody_who_is_signed_in_is_led_on_without_a_script() {
    let page = signed_in_now(&OwnPath::parse("/hub?state=new&limit=2").unwrap());
    let leads = "meta[http-equiv='refresh'][content='0; url=/hub?state=new&limit=2']";
    assert_eq!(count(&page, leads), 1, "{page}");
    assert_eq!(count(&page, "main a[href='/hub?state=new&limit=2']"), 1);
}

#[test]
fn each_reason_why_nobody_is_signed_in_is_told_apart() {
    let told =
        [NotSignedIn::Late, NotSignedIn::Refused, NotSignedIn::NoKnownGroup].map(not_signed_in);
    assert!(told[2].contains("Ask whoever looks after your council’s accounts"));
    assert!(told[0] != told[1] && told[1] != told[2]);
}

#[test]
fn a_worker_with_several_roles_is_offered_each_with_its_hubs() {
    let capacity = |role: Role, inbox: &str| Capacity {
        roles: [role].into(),
        inboxes: [InboxId::parse(inbox).unwrap()].into(),
    };
    let offered = [
        capacity(Role::Manager, "westminster-bessborough"),
        capacity(Role::Worker, "westminster-portman"),
    ];
    let page = capacities("abc", &offered, &localities());
    assert!(page.contains("Hub manager: Bessborough"), "{page}");
    assert_eq!(count(&page, "button[name='capacity'][value='1']"), 1);
    assert_eq!(count(&page, "input[name='choice'][value='abc']"), 1);
}

#[test]
fn fields_have_labels_and_nothing_is_inline() {
    let mine = entry_in(EntryState::Claimed, Some("me"), LATER);
    let closing = |ending| close(&opened(mine.clone(), true), ending);
    for page in [
        sign_in(&OwnPath::home(), false),
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
    for page in [sign_in(&OwnPath::home(), false), shown(mine, true, None)] {
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
