//! A family's browser without JavaScript: it keeps its cookies, sends forms as they stand, and
//! follows where a POST leads.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::answer::Answer;
use crate::html::{Form, forms};
use crate::http::Call;
use crate::service::Service;

/// A browser with cookies of its own.
#[derive(Debug)]
pub struct Visitor<'a> {
    service: &'a Service,
    cookies: RefCell<BTreeMap<String, String>>,
}

impl<'a> Visitor<'a> {
    /// A browser that has not been here.
    pub fn new(service: &'a Service) -> Self {
        Self { service, cookies: RefCell::default() }
    }

    /// The answer to a GET, wherever it leads.
    pub fn get(&self, path: &str) -> Answer {
        self.send(self.service.get(path))
    }

    /// The answer to a POST from a page of the same site, wherever it leads.
    pub fn post<N: AsRef<str>, V: AsRef<str>>(&self, path: &str, fields: &[(N, V)]) -> Answer {
        self.send(self.service.post(path).header("sec-fetch-site", "same-origin").form(fields))
    }

    /// The page at an address, or where it leads.
    #[track_caller]
    pub fn page(&self, path: &str) -> Answer {
        self.follow(self.get(path))
    }

    /// The page to which the first form of a page leads, with these fields filled in. What the form
    /// answers is never a page itself.
    #[track_caller]
    pub fn fill(&self, page: &Answer, fields: &[(&str, &str)]) -> Answer {
        let form = Self::form(page).filled(fields);
        let answer = self.post(&form.action, &form.fields);
        assert_eq!(answer.status, 303, "{} {answer:?}", form.action);
        self.follow(answer)
    }

    /// The form of a page that is sent by a POST.
    #[track_caller]
    pub fn form(page: &Answer) -> Form {
        let mut forms = forms(&page.body).into_iter();
        forms.next().unwrap_or_else(|| panic!("a page with a form: {page:?}"))
    }

    /// The cookies that are kept, by name.
    pub fn cookies(&self) -> BTreeMap<String, String> {
        self.cookies.borrow().clone()
    }

    /// Keeps cookies that were there before, as a browser does that restores its tabs.
    pub fn restore(&self, cookies: BTreeMap<String, String>) {
        self.cookies.replace(cookies);
    }

    /// The page of an answer, after the redirects within the site.
    #[track_caller]
    pub fn follow(&self, mut answer: Answer) -> Answer {
        for _ in 0..5 {
            match answer.header("location") {
                Some(to) if answer.status == 303 && to.starts_with('/') => {
                    let to = to.to_owned();
                    answer = self.get(&to);
                }
                _ => return answer,
            }
        }
        panic!("it leads nowhere: {answer:?}")
    }

    fn send(&self, call: Call<'_>) -> Answer {
        let pairs = self.cookies.borrow();
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let call = if pairs.is_empty() { call } else { call.header("cookie", &pairs.join("; ")) };
        let answer = call.send();
        for (_, value) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (pair, rest) = value.split_once(';').unwrap_or((value, ""));
            let (name, value) = pair.split_once('=').expect("a cookie has a value");
            let mut kept = self.cookies.borrow_mut();
            if rest.contains("Max-Age=0") {
                kept.remove(name);
            } else {
                kept.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }
}

/// The answers of the short way, page by page, for a family of its own: the name of a mother that no
/// other test uses.
pub fn short_way<'a>(name: &'a str, phone: &'a str) -> [Vec<(&'a str, &'a str)>; 4] {
    [
        vec![("where", "address"), ("postcode", "cm11lh")],
        vec![("given-name", name), ("family-name", name)],
        vec![("phone", phone), ("safe-to", "text")],
        vec![("needs", "parenting")],
    ]
}
