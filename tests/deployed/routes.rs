//! Every route of the template, asked over HTTP at the host of its API and answered by its function.

use std::collections::BTreeSet;
use std::fs;

use e2e::api::{self, accepted, new_key};
use e2e::family::{self, family, sent_by};
use e2e::html::{select, tags};
use e2e::http::{Answer, Call};
use e2e::inbox::id;
use e2e::pages::form_for;
use e2e::project;
use e2e::visitor::{Answers, CHECK};
use serde_json::{Value, json};

use crate::cloud;
use crate::cloud::clients::MANAGER;

pub(crate) const PIMLICO: &str = "westminster-bessborough";
const TRIAGE: &str = "westminster-triage";

/// The routes that have been answered well.
#[derive(Default)]
struct Answered(BTreeSet<String>);

impl Answered {
    #[track_caller]
    fn by(&mut self, route: &str, status: u16, call: Call<'_>) -> Answer {
        let answer = call.send();
        assert_eq!(answer.status, status, "{route}: {answer:?}\n{}", cloud().log_tail());
        self.0.insert(route.to_owned());
        answer
    }
}

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn every_route_of_the_template_is_answered_by_its_function() {
    let mut answered = Answered::default();
    family_pages(&mut answered);
    partner_api(&mut answered);
    professional_pages(&mut answered);
    let entry = inbox_api(&mut answered);
    hub_pages(&mut answered, &entry);
    matches(&mut answered);
    finding(&mut answered);
    lists(&mut answered);
    let template = fs::read_to_string(project().join("infra/template.yaml")).unwrap();
    let routes = template.lines().filter_map(|line| line.trim().strip_prefix("RouteKey: "));
    let routes: BTreeSet<String> = routes.map(|key| key.trim_matches('"').to_owned()).collect();
    assert_eq!(answered.0, routes);
}

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn a_host_answers_no_path_of_another() {
    for (host, others) in [
        ("/", ["/hub", "/hub/sign-in", "/v1/inbox", "/v1/registry/services"]),
        ("/v1/registry/services", ["/", "/hub", "/hub/sign-in", "/v1/matches"]),
        ("/hub", ["/", "/v1/registry/services", "/assets/none.css", "/v1/referrals/none"]),
    ] {
        for path in others {
            let answer = cloud().get(path).at_the_host_of(host).send();
            assert_eq!(answer.status, 404, "{path} at the host of {host}: {answer:?}");
        }
    }
}

fn family_pages(answered: &mut Answered) {
    let page = answered.by("GET /", 200, cloud().get("/"));
    let link = tags(&page.body).into_iter().find(|tag| tag.get("rel") == Some("stylesheet"));
    let link = link.expect("a stylesheet");
    answered.by("GET /assets/{file}", 200, cloud().get(link.get("href").unwrap()));
    let sent = the_form(answered);
    around_the_form(answered, &sent);
    let (_, reference) = sent.body.split_once("class=\"reference\"").expect("a reference");
    let reference = select(reference, "strong").remove(0).text;
    let inbox = cloud().inbox(PIMLICO);
    cloud().wait(&format!("{reference} to be in {PIMLICO}"), || {
        let mut opened = inbox.entries().into_iter().map(|entry| inbox.open(&entry).body);
        opened.find(|opened| opened.contains(&reference))
    });
}

/// Walks through the form, and sends it: every page is answered by its route.
fn the_form(answered: &mut Answered) -> Answer {
    let child = family::unique();
    let answers = Answers::of(&[
        ("who", "self_parent"),
        ("given-name", "Amina"),
        ("family-name", &child),
        ("phone", "07700 900 123"),
        ("safe-to", "text"),
        ("address-line-1", "7 Deployed Street"),
        ("town", "London"),
        ("where", "address"),
        ("postcode", "sw1v2aa"),
        ("child-1-given-name", &child),
        ("child-1-family-name", &child),
        ("child-1-day", "4"),
        ("child-1-month", "march"),
        ("child-1-year", "2021"),
        ("needs", "parenting"),
        ("agree", "yes"),
    ]);
    let mut visitor = cloud().visitor().begin("full");
    visitor.walk(&answers);
    assert_eq!(visitor.path, CHECK, "{:?}", visitor.page);
    let routes = [
        "POST /start",
        "GET /form/{page}",
        "POST /form/{page}",
        "GET /form/{page}/{number}",
        "POST /form/{page}/{number}",
        "GET /check",
        "POST /send",
        "GET /sent",
    ];
    answered.0.extend(routes.map(str::to_owned));
    let sent = visitor.send().clone();
    assert_eq!((visitor.path.as_str(), sent.status), ("/sent", 200), "{sent:?}");
    sent
}

/// Asks the pages around the form, those after it with what its confirmation shows.
fn around_the_form(answered: &mut Answered, confirmation: &Answer) {
    let reference = select(&confirmation.body, ".reference strong").remove(0).text;
    let secret = select(&confirmation.body, ".code").remove(0).text;
    let mut visitor = cloud().visitor();
    visitor.get("/status");
    visitor.answer(&Answers::of(&[("reference", &reference), ("secret", &secret)]));
    assert_eq!(visitor.page.status, 200, "{:?}", visitor.page);
    for page in ["/status/note", "/status/withdraw"] {
        visitor.get(page);
        visitor.answer(&Answers::of(&[("text", "One more thing.")]));
        assert_eq!(visitor.page.status, 200, "{:?}", visitor.page);
        answered.0.extend([format!("GET {page}"), format!("POST {page}")]);
    }
    answered.0.extend(["GET /status", "POST /status"].map(str::to_owned));
    let mut begun = cloud().visitor().begin("short");
    begun.get("/numbers");
    let mark = form_for(&begun.page, "/numbers");
    begun.post(&mark.action, &mark.fields);
    assert!(begun.path.starts_with("/form/"), "{:?}", begun.page);
    answered.0.extend(["GET /numbers", "POST /numbers"].map(str::to_owned));
    answered.by("GET /exit", 200, cloud().get("/exit"));
    answered.by("GET /about/{page}", 200, cloud().get("/about/privacy"));
}

fn partner_api(answered: &mut Answered) {
    let school = cloud().partner("school");
    let call = cloud().referral(&new_key(), &family());
    let sent = accepted(&answered.by("POST /v1/referrals", 202, call));
    let status = cloud().get(format!("/v1/referrals/{sent}")).by(school);
    let status = answered.by("GET /v1/referrals/{id}", 200, status);
    assert_eq!(status.json()["id"], sent.as_str());
    let template = cloud().get("/v1/referrals/batch-template");
    answered.by("GET /v1/referrals/batch-template", 200, template);
    let row = "referrer_kind,agreement,needs,children_not_known\nschool,agreed,parenting,yes\n";
    let batch = cloud().post("/v1/referrals/batch").by(school).body("text/csv", row);
    let batch = batch.header("idempotency-key", &new_key());
    let told = answered.by("POST /v1/referrals/batch", 200, batch);
    assert_eq!(told.json()["accepted"], 1, "{told:?}");
    let reference = status.json()["reference"].as_str().unwrap().to_owned();
    let listed = cloud().get(format!("/v1/referrals?reference={reference}")).by(school);
    let listed = answered.by("GET /v1/referrals", 200, listed);
    assert_eq!(listed.json()["referrals"][0]["id"], sent.as_str());
    // The list of what is new is two minutes behind: it is asked, and may be empty.
    assert_eq!(cloud().get("/v1/referrals").by(school).send().status, 200);
    for path in ["/v1/referrals", "/v1/referrals/{id}", "/v1/registry/services"] {
        let asked = cloud().call("HEAD", path.replace("{id}", &sent)).by(school);
        let head = answered.by(&format!("HEAD {path}"), 200, asked);
        assert_eq!(head.body, "", "{path}");
    }
    let services = cloud().get("/v1/registry/services");
    let services = answered.by("GET /v1/registry/services", 200, services).json();
    let first = services["contents"][0]["id"].as_str().expect("a service").to_owned();
    let first = format!("/v1/registry/services/{first}");
    answered.by("GET /v1/registry/services/{service}", 200, cloud().get(first.clone()));
    let head = cloud().call("HEAD", first);
    answered.by("HEAD /v1/registry/services/{service}", 200, head);
    for path in ["/openapi.json", "/v1/referrals/batch-template"] {
        let head = answered.by(&format!("HEAD {path}"), 200, cloud().call("HEAD", path));
        assert_eq!(head.body, "", "{path}");
    }
    answered.by("GET /openapi.json", 200, cloud().get("/openapi.json"));
    let page = answered.by("GET /docs", 200, cloud().get("/docs"));
    let link = tags(&page.body).into_iter().find(|tag| tag.get("rel") == Some("stylesheet"));
    let link = link.expect("a stylesheet").get("href").unwrap().to_owned();
    answered.by("GET /docs/assets/{file}", 200, cloud().get(link));
    amend(answered, &sent);
    nhs_messages(answered);
}

/// Corrects a referral, then withdraws it.
fn amend(answered: &mut Answered, sent: &str) {
    let school = cloud().partner("school");
    let path = format!("/v1/referrals/{sent}");
    let change = |call: Call<'static>, version: u8, body: &Value| {
        let call = call.by(school).header("idempotency-key", &new_key());
        call.header("if-match", &format!("\"{version}\"")).json(body)
    };
    let correct = change(cloud().call("PUT", path.clone()), 1, &family());
    let corrected = answered.by("PUT /v1/referrals/{id}", 200, correct);
    assert_eq!(corrected.json()["version"], 2);
    let withdraw = cloud().post(format!("{path}/withdrawal"));
    let withdraw = change(withdraw, 2, &json!({"reason": "entered_in_error"}));
    let withdrawn = answered.by("POST /v1/referrals/{id}/withdrawal", 200, withdraw);
    assert_eq!(withdrawn.json()["version"], 3);
    let status = cloud().get(path).by(school).send();
    assert_eq!(
        (&status.json()["status"], status.header("etag")),
        (&json!("withdrawn"), Some("\"3\""))
    );
}

/// Asks the professionals' pages as somebody who is not signed in; the provider is asked for its addresses.
fn professional_pages(answered: &mut Answered) {
    let page = answered.by(
        "GET /refer/professional/sign-in",
        200,
        cloud().get("/refer/professional/sign-in"),
    );
    let link = tags(&page.body).into_iter().find(|tag| tag.get("rel") == Some("stylesheet"));
    let link = link.expect("a stylesheet");
    let style = cloud().get(link.get("href").unwrap());
    answered.by("GET /refer/professional/assets/{file}", 200, style);
    for (route, path, status) in [
        ("GET /refer/professional", "/refer/professional", 303),
        ("GET /refer/professional/sign-in/begin", "/refer/professional/sign-in/begin", 303),
        (
            "GET /refer/professional/sign-in/answer",
            "/refer/professional/sign-in/answer?state=1",
            403,
        ),
        ("GET /refer/professional/sign-in/email", "/refer/professional/sign-in/email", 200),
        (
            "GET /refer/professional/sign-in/link/{secret}",
            "/refer/professional/sign-in/link/000102030405060708090a0b0c0d0eff",
            403,
        ),
        ("GET /refer/professional/you", "/refer/professional/you", 303),
        ("GET /refer/professional/form/{page}", "/refer/professional/form/home", 303),
        ("GET /refer/professional/numbers", "/refer/professional/numbers", 303),
        ("GET /refer/professional/check", "/refer/professional/check", 303),
        ("GET /refer/professional/sent", "/refer/professional/sent", 303),
        ("GET /refer/professional/copy", "/refer/professional/copy", 303),
        ("GET /refer/professional/referrals", "/refer/professional/referrals", 303),
        ("GET /refer/professional/referrals/{id}", "/refer/professional/referrals/none", 303),
        (
            "GET /refer/professional/referrals/{id}/copy",
            "/refer/professional/referrals/none/copy",
            303,
        ),
    ] {
        answered.by(route, status, cloud().get(path));
    }
    for (route, path) in [
        ("POST /refer/professional/start", "/refer/professional/start"),
        ("POST /refer/professional/sign-out", "/refer/professional/sign-out"),
        ("POST /refer/professional/you", "/refer/professional/you"),
        ("POST /refer/professional/form/{page}", "/refer/professional/form/home"),
        ("POST /refer/professional/send", "/refer/professional/send"),
    ] {
        answered.by(route, 303, cloud().submit(path, &[]));
    }
    // No key of the service that sends links was put in, so nobody is offered one.
    assert!(!page.body.contains("/sign-in/email"), "{page:?}");
    let path = "/refer/professional/sign-in/email";
    answered.by(&format!("POST {path}"), 404, cloud().submit(path, &[]));
    let path = "/refer/professional/sign-in/link";
    answered.by(&format!("POST {path}"), 403, cloud().submit(path, &[]));
}

/// Sends a message of the NHS, and asks what is taken.
fn nhs_messages(answered: &mut Answered) {
    const MESSAGE: &str = include_str!("../../crates/formats/tests/fhir/messages/child.json");
    let call = cloud().post("/fhir/$process-message").by(cloud().partner("health"));
    let call = call.header("x-request-id", "60e0b220-8136-4ca5-ae46-1d97ef59d068");
    let call = call.header("x-correlation-id", "60e0b220-8136-4ca5-ae46-1d97ef59d069");
    let call = call.body("application/fhir+json", MESSAGE);
    answered.by("POST /fhir/{operation}", 200, call);
    answered.by("GET /fhir/metadata", 200, cloud().get("/fhir/metadata"));
    let head = cloud().call("HEAD", "/fhir/metadata");
    answered.by("HEAD /fhir/metadata", 200, head);
}

/// Asks the API of the inbox, and returns an entry that its worker has claimed.
fn inbox_api(answered: &mut Answered) -> Value {
    let worker = cloud().worker_of(PIMLICO);
    let sent = cloud().post_referral(&family());
    let entry = cloud().wait_until_in_inbox(&sent, PIMLICO);
    let listed = answered.by("GET /v1/inbox", 200, cloud().get("/v1/inbox?limit=1").by(worker));
    assert_eq!(listed.json()["entries"].as_array().unwrap().len(), 1);
    let path = format!("/v1/inbox/{}", id(&entry));
    let opened = answered.by("GET /v1/inbox/{entry}", 200, cloud().get(&path).by(worker));
    let said = &opened.json()["referrals"][0]["referral"];
    assert_eq!(said["adults"][0]["relationship"], "mother", "it was opened");
    let claim = cloud().post(format!("{path}/claim")).by(worker).json(&json!({}));
    answered.by("POST /v1/inbox/{entry}/{action}", 200, claim);
    let note = cloud().post(format!("{path}/log")).by(worker).header("idempotency-key", &new_key());
    let note = note.json(&json!({"kind": "note", "words": "Rang the school."}));
    answered.by("POST /v1/inbox/{entry}/log", 200, note);
    for step in ["offer", "take_back"] {
        let step = cloud().post(format!("{path}/handover")).by(worker).json(&json!({"step": step}));
        answered.by("POST /v1/inbox/{entry}/handover", 200, step);
    }
    // The entry is not restricted, so there is nothing to ask for.
    let asks = cloud().post(format!("{path}/access")).by(worker);
    let asks = asks.json(&json!({"change": "ask_access", "reason": "same_family"}));
    answered.by("POST /v1/inbox/{entry}/access", 200, asks);
    entry
}

fn hub_pages(answered: &mut Answered, entry: &Value) {
    answered.by("GET /hub/sign-in", 200, cloud().get("/hub/sign-in"));
    answered.by("GET /hub/sign-in/begin", 303, cloud().get("/hub/sign-in/begin"));
    answered.by("GET /hub/sign-in/answer", 403, cloud().get("/hub/sign-in/answer?state=another"));
    answered.by("POST /hub/sign-in", 403, cloud().submit("/hub/sign-in", &[]));
    let session = cloud().session(PIMLICO);
    let cookie = session.as_str();
    let with_session = |path: &str| cloud().get(path).header("cookie", cookie);

    let list = answered.by("GET /hub", 200, with_session("/hub"));
    answered.by("GET /hub/again", 200, with_session("/hub/again"));
    let link = tags(&list.body).into_iter().find(|tag| tag.get("rel") == Some("stylesheet"));
    let style = cloud().get(link.unwrap().get("href").unwrap());
    answered.by("GET /hub/assets/{file}", 200, style);
    let path = format!("/hub/entries/{}", id(entry));
    let shown = answered.by("GET /hub/entries/{entry}", 200, with_session(&path));
    let form = form_for(&shown, "/accept");
    let accept = cloud().submit(&form.action, &form.fields).header("cookie", cookie);
    answered.by("POST /hub/entries/{entry}/{action}", 303, accept);
    answered.by("GET /hub/entries/{entry}/print", 200, with_session(&format!("{path}/print")));
    let shown = with_session(&path).send();
    let note = form_for(&shown, "/log/note").filled(&[("words", "Met them.")]);
    let offer = form_for(&shown, "/handover/offer");
    for (route, form) in [("log/{kind}", note), ("handover/{step}", offer)] {
        let sent = cloud().submit(&form.action, &form.fields).header("cookie", cookie);
        answered.by(&format!("POST /hub/entries/{{entry}}/{route}"), 303, sent);
    }
    answered.by(
        "GET /hub/entries/{entry}/{action}",
        200,
        with_session(&format!("{path}/redirect")),
    );
    let asks = with_session(&format!("{path}/close?outcome=advice_given"));
    let asks = answered.by("GET /hub/entries/{entry}/close", 200, asks);
    let form = form_for(&asks, "/close");
    let close = cloud().submit(&form.action, &form.fields).header("cookie", cookie).send();
    assert_eq!(close.status, 303, "{close:?}");
    let seen = cloud().get(format!("/v1/inbox/{}", id(entry))).by(cloud().worker_of(PIMLICO));
    assert_eq!(seen.send().json()["outcome"], "advice_given");

    // It is closed to this worker from then on, so it comes last.
    let form = form_for(&with_session(&path).send(), "/access/declare_conflict");
    let declare = cloud().submit(&form.action, &form.fields).header("cookie", cookie);
    answered.by("POST /hub/entries/{entry}/access/{step}", 303, declare);

    let form = form_for(&list, "/hub/sign-out");
    let sign_out = cloud().submit(&form.action, &form.fields).header("cookie", cookie);
    answered.by("POST /hub/sign-out", 303, sign_out);
    let after = with_session("/hub").send();
    assert_eq!((after.status, after.header("location")), (303, Some("/hub/sign-in")));
}

/// Decides two possible matches, one by the API and one by the page.
fn matches(answered: &mut Answered) {
    let worker = cloud().worker_of(TRIAGE);
    let pair = possible_match();
    let listed = answered.by("GET /v1/matches", 200, cloud().get("/v1/matches").by(worker));
    assert!(listed.body.contains(&pair[0]) && listed.body.contains(&pair[1]), "{listed:?}");
    let path = format!("/v1/inbox/{}/matches/{}", pair[0], pair[1]);
    let decide = cloud().post(path).by(worker).json(&json!({"verdict": "different"}));
    answered.by("POST /v1/inbox/{entry}/matches/{other}", 200, decide);
    let listed = cloud().get("/v1/matches").by(worker).send();
    assert!(!listed.body.contains(&pair[0]), "it is decided: {listed:?}");

    let pair = possible_match();
    let session = cloud().session(TRIAGE);
    let shown = cloud().page(&session, &format!("/hub/entries/{}", pair[0]));
    let form = form_for(&shown, &format!("/matches/{}", pair[1]));
    let decide = cloud().submit(&form.action, &form.fields).header("cookie", &session);
    answered.by("POST /hub/entries/{entry}/matches/{other}", 303, decide);
}

/// Finds the hub for an entry in triage, by the API and by the page.
fn finding(answered: &mut Answered) {
    let mut referral = family();
    referral["agreement"] = json!({"status": "not_asked"});
    let sent = cloud().post_referral(&referral);
    let entry = cloud().wait_until_in_inbox(&sent, TRIAGE);
    let worker = cloud().worker_of(TRIAGE);
    let path = format!("/v1/inbox/{}/place", id(&entry));
    let found = answered.by("GET /v1/inbox/{entry}/place", 200, cloud().get(path).by(worker));
    assert_eq!(found.json()["hubs"][0]["inbox"], PIMLICO);
    let councils = cloud().get("/v1/authorities").by(worker);
    answered.by("GET /v1/authorities", 200, councils);
    let session = cloud().session(TRIAGE);
    let with_session = |path: &str| cloud().get(path).header("cookie", &session);
    let path = format!("/hub/entries/{}/place", id(&entry));
    let shown = answered.by("GET /hub/entries/{entry}/place", 200, with_session(&path));
    let form = form_for(&shown, "/place/postcode").filled(&[("postcode", "NW8 8DE")]);
    let correct = cloud().submit(&form.action, &form.fields).header("cookie", &session);
    answered.by("POST /hub/entries/{entry}/place/{kind}", 303, correct);
    answered.by("GET /hub/authorities", 200, with_session("/hub/authorities"));
}

/// Searches, takes files away, and sees how the work stands as a manager.
fn lists(answered: &mut Answered) {
    let worker = cloud().worker_of(PIMLICO);
    let entry = cloud().wait_until_in_inbox(&cloud().post_referral(&family()), PIMLICO);
    answered.by("GET /v1/inbox-export", 200, cloud().get("/v1/inbox-export").by(worker));
    let path = format!("/v1/inbox/{}/export", id(&entry));
    answered.by("GET /v1/inbox/{entry}/export", 200, cloud().get(path).by(worker));
    let session = cloud().session_of(MANAGER);
    let with_session = |path: &str| cloud().get(path).header("cookie", &session);
    let list = with_session("/hub").send();
    let form = form_for(&list, "/hub/search").filled(&[("sought", "Amina")]);
    let search = cloud().submit(&form.action, &form.fields).header("cookie", &session);
    let found = answered.by("POST /hub/search", 303, search);
    assert_eq!(with_session(found.header("location").unwrap()).send().status, 200);
    answered.by("GET /hub/export", 200, with_session("/hub/export"));
    let path = format!("/hub/entries/{}/export", id(&entry));
    answered.by("GET /hub/entries/{entry}/export", 200, with_session(&path));
    answered.by("GET /hub/overview", 200, with_session("/hub/overview"));
    answered.by("GET /hub/figures", 200, with_session("/hub/figures"));
    // The client is a worker, and figures are for managers.
    answered.by("GET /v1/figures", 403, cloud().get("/v1/figures").by(worker));
}

/// The ids of the entries of two referrals that may be about one child, in two hubs.
fn possible_match() -> [String; 2] {
    let mut here = family();
    here["children"].as_array_mut().unwrap().truncate(1);
    let mut there = here.clone();
    there["household"]["address"] = json!({"lines": ["3 Elsewhere Road"], "postcode": "NW8 8DE"});
    there["needs"] = json!(["domestic_abuse"]);
    let sent = [("school", here), ("health", there)].map(|(kind, referral)| {
        let client = cloud().partner(kind);
        let call = cloud().post("/v1/referrals").by(client).header("idempotency-key", &new_key());
        let sent = api::accepted(&call.json(&sent_by(kind, &referral)).send());
        cloud().status_of(&sent, kind);
        sent
    });
    sent.map(|referral| id(&cloud().entries_with(&referral).pop().unwrap().1).to_owned())
}
