//! Tests of the hub's pages: sign in, list, open, claim, accept and close, by plain forms.

use e2e::family::{family, family_at};
use e2e::html::{Form, tags, title};
use e2e::http::{Answer, Call};
use e2e::inbox::id;
use e2e::pages::form_for;
use serde_json::Value;

use crate::stack;

const RYDE: &str = "isle-of-wight-ryde";

pub(crate) fn post(path: &str, fields: &[(String, String)]) -> Call<'static> {
    stack().submit(path, fields)
}

pub(crate) fn session(inbox: &str) -> String {
    stack().session(inbox)
}

pub(crate) fn page(session: &str, path: &str) -> Answer {
    stack().page(session, path)
}

fn entry() -> Value {
    let referral = stack().post_referral(&family_at("PO33 2LN"));
    stack().wait_until_in_inbox(&referral, RYDE)
}

#[test]
fn nobody_sees_the_inbox_without_signing_in() {
    for path in ["/hub", "/hub/entries/11111111-2222-4333-8444-555555555555"] {
        for cookie in ["", "__Host-hub-session=nonsense"] {
            let answer = stack().get(path).header("cookie", cookie).send();
            assert_eq!(answer.status, 303);
            assert!(answer.header("location").unwrap().starts_with("/hub/sign-in"), "{answer:?}");
        }
    }
}

#[test]
fn a_worker_lists_opens_claims_accepts_and_closes_by_forms_alone() {
    let entry = entry();
    let session = session(RYDE);
    let path = format!("/hub/entries/{}", id(&entry));
    let mut list = page(&session, "/hub?state=new");
    while !list.body.contains(&path) {
        let next = tags(&list.body).into_iter().find(|tag| tag.get("rel") == Some("next"));
        let next = next.unwrap_or_else(|| panic!("{path} is on no page of the list"));
        list = page(&session, next.get("href").unwrap());
    }
    assert!(!list.body.contains(" Street"), "the list tells nothing of a family");

    for action in ["claim", "accept"] {
        let shown = page(&session, &path);
        assert_eq!(shown.status, 200);
        assert!(shown.body.contains(" Street") && shown.body.contains("Why it is here"));
        change(&session, &path, &form_for(&shown, &format!("/{action}")));
        assert!(page(&session, &path).body.contains("by you"), "{action}");
    }
    let form = form_for(&page(&session, &path), "/close").filled(&[("outcome", "advice_given")]);
    let asks = page(&session, &asked_for(&form));
    change(&session, &path, &form_for(&asks, "/close"));
    assert!(page(&session, &path).body.contains("Outcome"));
    let closed = stack().inbox(RYDE).open(&entry).json();
    assert_eq!((&closed["state"], &closed["outcome"]), (&"closed".into(), &"advice_given".into()));
}

/// Sends a form that changes the entry of this page, and then sends it again, which comes too late.
#[track_caller]
fn change(session: &str, path: &str, form: &Form) {
    let done = post(&form.action, &form.fields).header("cookie", session).send();
    assert_eq!((done.status, done.header("location")), (303, Some(path)), "{done:?}");
    let again = post(&form.action, &form.fields).header("cookie", session).send();
    assert_eq!(again.status, 409, "{again:?}");
}

/// The address to which a browser sends a form that only asks.
pub(crate) fn asked_for(form: &Form) -> String {
    let fields = form.fields.iter().map(|(name, value)| format!("{name}={value}"));
    format!("{}?{}", form.action, fields.collect::<Vec<_>>().join("&"))
}

#[test]
fn closing_wants_an_outcome_and_asks_before_it_closes() {
    let entry = entry();
    let session = session(RYDE);
    let path = format!("/hub/entries/{}", id(&entry));
    let state = || stack().inbox(RYDE).open(&entry).json()["state"].clone();
    let close = format!("{path}/close");
    assert_eq!(page(&session, &close).status, 409, "it is not claimed");
    change(&session, &path, &form_for(&page(&session, &path), "/claim"));

    // Nothing is chosen at first, and without an outcome the page goes no further.
    let form = form_for(&page(&session, &path), "/close");
    for without in [asked_for(&form), format!("{close}?outcome=solved")] {
        let again = page(&session, &without);
        assert_eq!(again.status, 422, "{without}");
        assert!(title(&again.body).starts_with("Error: "));
        let said: Vec<_> = again.body.match_indices("Say how it ended").collect();
        assert_eq!(said.len(), 2, "in the summary and at the field");
    }
    assert_eq!(page(&session, &close).status, 200);
    for fields in [vec![], vec![("outcome", "")], vec![("outcome", "solved")]] {
        let fields: Vec<_> =
            fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let sent = post(&close, &fields).header("cookie", &session).send();
        assert_eq!((sent.status, state()), (422, "claimed".into()));
        assert!(sent.body.contains("Say how it ended"), "{sent:?}");
    }

    // With an outcome, the page says whose entry will be closed, and how, and closes nothing yet.
    let asks = page(&session, &asked_for(&form.filled(&[("outcome", "advice_given")])));
    let opened = stack().inbox(RYDE).open(&entry).json();
    let family = opened["referrals"][0]["referral"]["children"][0]["name"]["family"].clone();
    for told in ["Close this entry?", "Advice given", family.as_str().unwrap(), "No, go back"] {
        assert!(asks.body.contains(told), "{told}: {}", asks.body);
    }
    assert_eq!((asks.status, state()), (200, "claimed".into()));
    let form = form_for(&asks, "/close");
    let from_elsewhere = stack().post(&form.action).header("sec-fetch-site", "cross-site");
    let from_elsewhere = from_elsewhere.header("cookie", &session).form(&form.fields).send();
    assert_eq!((from_elsewhere.status, state()), (403, "claimed".into()));
    let others = self::session("isle-of-wight-newport");
    assert_eq!(page(&others, &close).status, 404);
    change(&session, &path, &form);
    assert_eq!(state(), "closed");
    assert_eq!(page(&session, &close).status, 409, "it is closed already");
}

#[test]
fn another_inboxs_entry_is_not_found() {
    let entry = entry();
    let session = session("isle-of-wight-newport");
    let path = format!("/hub/entries/{}", id(&entry));
    assert_eq!(page(&session, &path).status, 404);
    let fields = [("version".to_owned(), "1".to_owned())];
    let claim = post(&format!("{path}/claim"), &fields).header("cookie", &session).send();
    assert_eq!(claim.status, 404);
    assert_eq!(stack().inbox(RYDE).open(&entry).json()["state"], "new");
}

#[test]
fn a_form_that_another_site_sends_changes_nothing() {
    let entry = entry();
    let session = session(RYDE);
    let path = format!("/hub/entries/{}/claim", id(&entry));
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://elsewhere.example")]
    {
        let call = stack().post(&path).header("cookie", &session).header(name, value);
        assert_eq!(call.form(&[("version", "1")]).send().status, 403);
    }
    assert_eq!(stack().inbox(RYDE).open(&entry).json()["state"], "new");
}

#[test]
fn a_familys_words_are_text_on_the_page_and_never_markup() {
    let mut referral = family();
    referral["household"]["address"]["postcode"] = "PO33 2LN".into();
    referral["reason"] = "<script>alert(1)</script> & \"more\"".into();
    let referral = stack().post_referral(&referral);
    let entry = stack().wait_until_in_inbox(&referral, RYDE);
    let shown = page(&session(RYDE), &format!("/hub/entries/{}", id(&entry)));
    assert!(shown.body.contains("&lt;script&gt;alert(1)"), "{}", shown.body);
}

#[test]
fn signing_out_takes_the_cookie_away() {
    let session = session(RYDE);
    let form = form_for(&page(&session, "/hub"), "/hub/sign-out");
    let answer = post(&form.action, &form.fields).header("cookie", &session).send();
    assert_eq!((answer.status, answer.header("location")), (303, Some("/hub/sign-in")));
    assert!(answer.header("set-cookie").unwrap().contains("Max-Age=0"));
}
