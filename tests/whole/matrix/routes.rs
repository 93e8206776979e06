//! The routes of the hub's API and pages, and the roles that each is for.

use std::fs;

use e2e::project;
use serde_json::{Value, json};

use crate::stack;

/// The id of an item that there is not.
const NO_ITEM: &str = "11111111-2222-4333-8444-777777777777";

/// Roles that look at families.
const LOOK: &[&str] = &["worker", "manager", "front_door", "triage", "auditor"];
/// Roles that do the work.
const WORK: &[&str] = &["worker", "manager", "front_door", "triage"];

/// Roles that decide who may see an entry of their hubs.
const DECIDE: &[&str] = &["manager"];

/// Roles that are shown whose clocks ran out: a manager those of their hubs, a triage what is put to it.
const OVERSEE: &[&str] = &["manager", "triage"];

/// What a route is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// Nothing of a hub: signing in and out, and files.
    Nobody,
    /// All that is in the worker's hubs.
    Hubs,
    /// One entry.
    Entry,
}

/// One request of the matrix.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// The key of the route, as the template has it.
    pub(super) route: &'static str,
    pub(super) method: &'static str,
    /// The path, with `{entry}` and `{other}` still to be filled in.
    pub(super) path: String,
    pub(super) target: Target,
    pub(super) roles: &'static [&'static str],
    /// The status of an answer to somebody who may.
    pub(super) passes: u16,
    /// Whether there is nothing here for an entry that is in a hub: it needs no finding of one.
    pub(super) is_for_no_hub: bool,
    pub(super) body: Value,
}

impl Row {
    pub(super) fn is_page(&self) -> bool {
        self.path.starts_with("/hub")
    }

    fn at(self, path: &str) -> Self {
        Self { path: path.to_owned(), ..self }
    }

    fn for_no_hub(self) -> Self {
        Self { is_for_no_hub: true, ..self }
    }

    fn sending(self, body: Value) -> Self {
        Self { body, ..self }
    }
}

/// A row for a route, whose path is the route's own.
fn row(route: &'static str, target: Target, roles: &'static [&'static str], passes: u16) -> Row {
    let (method, path) = route.split_once(' ').unwrap();
    let path = path.to_owned();
    Row { route, method, path, target, roles, passes, is_for_no_hub: false, body: json!({}) }
}

/// Every request of the matrix.
pub(super) fn rows() -> Vec<Row> {
    use Target::{Entry, Hubs, Nobody};
    let verdict = json!({"version": 0, "verdict": "different"});
    let mut rows = vec![
        row("GET /v1/inbox", Hubs, LOOK, 200),
        row("GET /v1/matches", Hubs, LOOK, 200),
        row("GET /v1/inbox/{entry}", Entry, LOOK, 200),
        row("POST /v1/inbox/{entry}/matches/{other}", Entry, WORK, 409).sending(verdict.clone()),
        row("GET /hub", Hubs, LOOK, 200),
        row("GET /hub/again", Hubs, LOOK, 200),
        row("GET /hub/entries/{entry}", Entry, LOOK, 200),
        row("GET /hub/entries/{entry}/close", Entry, WORK, 409)
            .at("/hub/entries/{entry}/close?version=0"),
        row("POST /hub/entries/{entry}/matches/{other}", Entry, WORK, 409).sending(verdict),
        row("GET /hub/entries/{entry}/print", Entry, LOOK, 200),
        row("GET /v1/authorities", Hubs, LOOK, 200),
        row("GET /hub/authorities", Hubs, LOOK, 200),
        row("GET /v1/inbox/{entry}/place", Entry, LOOK, 200).for_no_hub(),
        row("GET /hub/entries/{entry}/place", Entry, LOOK, 200).for_no_hub(),
        row("GET /v1/inbox-export", Hubs, LOOK, 200),
        row("GET /hub/export", Hubs, LOOK, 200),
        row("POST /hub/search", Hubs, LOOK, 303).sending(json!({"sought": "Nobody At All"})),
        row("GET /hub/overview", Hubs, OVERSEE, 200),
        row("GET /hub/figures", Hubs, DECIDE, 200),
        row("GET /v1/figures", Hubs, DECIDE, 200),
        row("GET /v1/inbox/{entry}/export", Entry, LOOK, 200),
        row("GET /hub/entries/{entry}/export", Entry, LOOK, 200),
        row("GET /hub/sign-in", Nobody, &[], 200),
        row("GET /hub/sign-in/begin", Nobody, &[], 303),
        row("GET /hub/sign-in/answer", Nobody, &[], 403),
        row("POST /hub/sign-in", Nobody, &[], 303),
        row("POST /hub/sign-out", Nobody, &[], 303),
        row("GET /hub/assets/{file}", Nobody, &[], 200),
    ];
    rows.extend(of_the_log());
    rows.extend(of_access());
    for action in actions() {
        let body = body_of(&action);
        let api = format!("/v1/inbox/{{entry}}/{action}");
        rows.push(
            row("POST /v1/inbox/{entry}/{action}", Entry, WORK, 409).at(&api).sending(body.clone()),
        );
        let page = format!("/hub/entries/{{entry}}/{action}");
        rows.push(
            row("POST /hub/entries/{entry}/{action}", Entry, WORK, 409).at(&page).sending(body),
        );
        let asked = format!("{page}?version=0");
        rows.push(row("GET /hub/entries/{entry}/{action}", Entry, WORK, 409).at(&asked));
    }
    rows
}

/// Items for the log. Each is to stand for an item that there is not, so that none is written.
fn of_the_log() -> [Row; 3] {
    let said = json!({"words": "Spoke with her", "replaces": NO_ITEM});
    let mut item = said.clone();
    item["kind"] = json!("note");
    let mut form = said;
    form["form"] = json!("of-the-matrix");
    let mut asked = form.clone();
    asked["about"] = json!("home");
    [
        row("POST /v1/inbox/{entry}/log", Target::Entry, WORK, 422).sending(item),
        row("POST /hub/entries/{entry}/log/{kind}", Target::Entry, WORK, 422)
            .at("/hub/entries/{entry}/log/note")
            .sending(form),
        row("POST /hub/entries/{entry}/place/{kind}", Target::Entry, WORK, 422)
            .at("/hub/entries/{entry}/place/sender_asked")
            .sending(asked)
            .for_no_hub(),
    ]
}

/// Changes of access that change nothing for somebody who may make them, and steps of handing over
/// what nobody holds.
fn of_access() -> Vec<Row> {
    let access = |change: &str, roles| {
        let api = json!({"change": change, "reason": "danger"});
        [
            row("POST /v1/inbox/{entry}/access", Target::Entry, roles, 200).sending(api),
            row("POST /hub/entries/{entry}/access/{step}", Target::Entry, roles, 303)
                .at(&format!("/hub/entries/{{entry}}/access/{change}"))
                .sending(json!({"reason": "danger"})),
        ]
    };
    let handover = |step: &str| {
        [
            row("POST /v1/inbox/{entry}/handover", Target::Entry, WORK, 409)
                .sending(json!({"step": step})),
            row("POST /hub/entries/{entry}/handover/{step}", Target::Entry, WORK, 409)
                .at(&format!("/hub/entries/{{entry}}/handover/{step}")),
        ]
    };
    let mut rows = vec![
        row("POST /hub/entries/{entry}/access/{step}", Target::Entry, WORK, 303)
            .at("/hub/entries/{entry}/access/address")
            .sending(json!({"reason": "danger"})),
    ];
    rows.extend(access("lift_restriction", DECIDE));
    rows.extend(access("ask_access", WORK));
    rows.extend(["offer", "take_back", "take"].into_iter().flat_map(handover));
    rows
}

/// The names of all actions, as the API tells them to somebody who asks for another one.
fn actions() -> Vec<String> {
    let entry = "11111111-2222-4333-8444-555555555555";
    let asked = stack().post(format!("/v1/inbox/{entry}/unheard_of"));
    let told = asked.by(stack().worker_of("westminster-bessborough")).send();
    told.problem(404);
    let detail = told.json()["detail"].as_str().unwrap().to_owned();
    let list = detail.strip_prefix("The actions are ").unwrap_or_else(|| panic!("{detail}"));
    let list = list.trim_end_matches('.').replace(" and ", ", ");
    let actions: Vec<_> = list.split(", ").map(str::to_owned).collect();
    assert!(actions.len() >= 8, "{actions:?}");
    actions
}

/// The body of an action, on a version that never was.
fn body_of(action: &str) -> Value {
    let mut body = match action {
        "claim" | "accept" | "release" | "reopen" => json!({}),
        "close" => json!({"outcome": "supported"}),
        "take_over" => json!({"reason": "absent"}),
        "redirect" => json!({"reason": "better_fit", "to": "review"}),
        "decline" => json!({"reason": "unsafe_here"}),
        other => panic!("say what {other} needs"),
    };
    body["version"] = json!(0);
    body
}

/// The keys of all routes of the hub's API in the template.
pub(super) fn of_template() -> Vec<String> {
    let text = fs::read_to_string(project().join("infra/template.yaml")).unwrap();
    let resources = text.split("\n\n").filter(|part| {
        part.contains("AWS::ApiGatewayV2::Route\n") && part.contains("ApiId: !Ref HubApi\n")
    });
    let keys = resources.map(|part| {
        let line = part.lines().find_map(|line| line.trim().strip_prefix("RouteKey: "));
        line.unwrap_or_else(|| panic!("no key: {part}")).trim_matches('"').to_owned()
    });
    let keys: Vec<_> = keys.collect();
    assert_eq!(keys.len(), text.matches("ApiId: !Ref HubApi\n      RouteKey").count());
    keys
}
