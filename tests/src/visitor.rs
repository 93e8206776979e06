//! Somebody at the family's pages, with a browser that runs no scripts: it keeps cookies, follows where
//! a page leads, and sends the form that a page shows.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::html::{Form, forms, select};
use crate::http::{Answer, Call};
use crate::service::Service;

/// The shortest time in which a person answers a form: one that is sent sooner is looked at first.
const SOONEST: Duration = Duration::from_millis(3_200);
/// The most pages that lead on to another without being asked.
const MOST_STEPS: usize = 40;

/// The address of the page with all answers.
pub const CHECK: &str = "/check";

/// Answers to the form's questions, by the names of their fields; a name may come more than once.
#[derive(Debug, Clone, Default)]
pub struct Answers(pub Vec<(String, String)>);

impl Answers {
    /// These answers.
    pub fn of(answers: &[(&str, &str)]) -> Self {
        Self::default().with(answers)
    }

    /// With other answers in place of those of the same names.
    #[must_use]
    pub fn with(mut self, answers: &[(&str, &str)]) -> Self {
        self.0.retain(|(name, _)| answers.iter().all(|(other, _)| other != name));
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        self.0.extend(answers.iter().map(owned));
        self
    }

    /// Without the answers of these names.
    #[must_use]
    pub fn without(mut self, names: &[&str]) -> Self {
        self.0.retain(|(name, _)| !names.contains(&name.as_str()));
        self
    }

    /// The first answer of a name; empty if there is none.
    pub fn said(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The number of children told of.
    fn children(&self) -> usize {
        let told = |number: &usize| {
            let begins = format!("child-{number}-");
            self.0.iter().any(|(name, value)| name.starts_with(&begins) && !value.is_empty())
        };
        (1..=20).take_while(told).count()
    }

    /// The form of a page with these answers in it.
    fn fill(&self, form: Form) -> Form {
        let Form { action, mut fields, names } = form;
        let here: Vec<_> =
            self.0.iter().filter(|(name, _)| names.contains(name)).cloned().collect();
        fields.retain(|(name, _)| here.iter().all(|(other, _)| other != name));
        fields.extend(here);
        Form { action, fields, names }
    }
}

/// Somebody at the family's pages.
#[derive(Debug, Clone)]
pub struct Visitor<'a> {
    service: &'a Service,
    cookies: BTreeMap<String, String>,
    source: String,
    began: Instant,
    /// The path of the page that is shown, with its query.
    pub path: String,
    /// The page that is shown.
    pub page: Answer,
    /// The paths of all pages that were shown, and of those that led on.
    pub walked: Vec<String>,
}

impl Service {
    /// Somebody who comes to the start page, from an address of their own.
    pub fn visitor(&self) -> Visitor<'_> {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let nothing = Answer { status: 0, headers: Vec::new(), body: String::new() };
        let mut visitor = Visitor {
            service: self,
            cookies: BTreeMap::new(),
            source: format!("198.18.{}.{}", number / 256 % 256, number % 256),
            began: Instant::now(),
            path: String::new(),
            page: nothing,
            walked: Vec::new(),
        };
        visitor.get("/");
        visitor
    }
}

impl Visitor<'_> {
    /// Looks at a page, and follows where it leads.
    pub fn get(&mut self, path: &str) -> &Answer {
        let answer = self.as_this_browser(self.service.get(path)).send();
        self.arrive(path, answer)
    }

    /// Sends fields to an address as a page of the same site does, and follows where it leads.
    pub fn post(&mut self, path: &str, fields: &[(String, String)]) -> &Answer {
        let answer = self.answer_to_post(path, fields);
        self.arrive(path, answer)
    }

    /// Sends fields to an address, and follows nothing.
    pub fn answer_to_post(&mut self, path: &str, fields: &[(String, String)]) -> Answer {
        let call = self.call(path, fields);
        let answer = call.send();
        self.keep_cookies(&answer);
        answer
    }

    /// The call that sends fields to an address as a page of the same site does.
    pub fn call(&self, path: &str, fields: &[(String, String)]) -> Call<'_> {
        self.as_this_browser(self.service.submit(path, fields))
    }

    /// The form of the page that is shown.
    #[track_caller]
    pub fn form(&self) -> Form {
        let found = forms(&self.page.body).into_iter().next();
        found.unwrap_or_else(|| panic!("no form at {}: {:?}", self.path, self.page))
    }

    /// Begins a form: `short` or `full`.
    #[track_caller]
    #[must_use]
    pub fn begin(mut self, way: &str) -> Self {
        self.began = Instant::now();
        self.post("/start", &[("way".to_owned(), way.to_owned())]);
        assert!(self.path.starts_with("/form/"), "{:?}", self.page);
        self
    }

    /// Fills in the page that is shown, and goes on.
    pub fn answer(&mut self, answers: &Answers) -> &Answer {
        let form = answers.fill(self.form());
        self.post(&form.action.clone(), &form.fields)
    }

    /// Answers page after page, up to the one with all answers; stops at a page that is shown again.
    pub fn walk(&mut self, answers: &Answers) -> &Answer {
        for _ in 0..MOST_STEPS {
            let here = self.path.clone();
            match here.as_str() {
                CHECK => break,
                "/numbers" => {
                    let on =
                        select(&self.page.body, "main a[href^='/form/'], main a[href='/check']");
                    let on = on.first().and_then(|tag| tag.get("href")).map(str::to_owned);
                    self.get(&on.expect("the numbers lead back to the form"));
                }
                "/form/children" if self.children_shown() < answers.children() => {
                    let mut form = answers.fill(self.form());
                    form.fields.push(("add".to_owned(), "yes".to_owned()));
                    self.post(&form.action.clone(), &form.fields);
                }
                _ => {
                    self.answer(answers);
                }
            }
            if self.path == here {
                break;
            }
        }
        &self.page
    }

    /// Sends the form from the page with all answers, no sooner than a person could.
    #[track_caller]
    pub fn send(&mut self) -> &Answer {
        assert_eq!(self.path, CHECK, "{:?}", self.page);
        self.wait_as_a_person_does();
        let form = self.form();
        self.post(&form.action.clone(), &form.fields)
    }

    /// Waits until a person could have answered a form.
    pub fn wait_as_a_person_does(&self) {
        thread::sleep(SOONEST.saturating_sub(self.began.elapsed()));
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// The paths to which the errors of the page lead, each with its words.
    pub fn errors(&self) -> Vec<(String, String)> {
        let links = select(&self.page.body, ".govuk-error-summary__list a");
        let link =
            |tag: crate::html::Tag| (tag.get("href").unwrap_or_default().to_owned(), tag.text);
        links.into_iter().map(link).collect()
    }

    /// The number of children that the list on the page shows.
    fn children_shown(&self) -> usize {
        select(&self.page.body, "ul.children > li").len()
    }

    fn as_this_browser<'c>(&self, call: Call<'c>) -> Call<'c> {
        let cookies: Vec<_> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let call = call.header("x-forwarded-for", &self.source);
        if cookies.is_empty() { call } else { call.header("cookie", &cookies.join("; ")) }
    }

    fn keep_cookies(&mut self, answer: &Answer) {
        for (_, cookie) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            if cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Shows an answer, and follows it as long as it leads to a page of the same site.
    fn arrive(&mut self, path: &str, answer: Answer) -> &Answer {
        self.keep_cookies(&answer);
        path.clone_into(&mut self.path);
        self.page = answer;
        self.walked.push(path.to_owned());
        for _ in 0..MOST_STEPS {
            let leads_to = self.page.header("location").filter(|to| to.starts_with('/'));
            let Some(leads_to) = leads_to.map(str::to_owned) else { break };
            assert_eq!(self.page.status, 303, "{:?}", self.page);
            self.page = self.as_this_browser(self.service.get(leads_to.as_str())).send();
            let page = self.page.clone();
            self.keep_cookies(&page);
            self.walked.push(leads_to.clone());
            self.path = leads_to;
        }
        &self.page
    }
}
