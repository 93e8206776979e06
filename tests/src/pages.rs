//! The hub's pages as a browser without JavaScript uses them: a worker's session.

use std::collections::BTreeMap;

use crate::html::{Form, forms, select};
use crate::http::{Answer, Call};
use crate::service::Service;

impl Service {
    /// A call that sends a form from a page of the same site.
    pub fn submit(&self, path: &str, fields: &[(String, String)]) -> Call<'_> {
        self.post(path).header("sec-fetch-site", "same-origin").form(fields)
    }

    /// Somebody at the hub's sign-in page.
    pub fn worker(&self) -> Worker<'_> {
        Worker { service: self, cookies: BTreeMap::new() }
    }

    /// The answer to a person of the development issuer who signs in to the hub's pages.
    pub fn sign_in(&self, person: &str) -> Answer {
        self.worker().sign_in(person, "/hub/sign-in")
    }

    /// The session cookie of a worker of an inbox.
    #[track_caller]
    pub fn session(&self, inbox: &str) -> String {
        self.session_of(&format!("hub-{inbox}"))
    }

    /// The session cookie of a person of the development issuer.
    #[track_caller]
    pub fn session_of(&self, person: &str) -> String {
        let answer = self.sign_in(person);
        assert_eq!(answer.status, 200, "{answer:?}");
        session_in(&answer)
    }

    /// A page as somebody who is signed in sees it.
    #[track_caller]
    pub fn page(&self, session: &str, path: &str) -> Answer {
        let page = self.get(path).header("cookie", session).send();
        assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"), "{page:?}");
        let scripts = select(&page.body, "script");
        assert_eq!(scripts.len(), 2, "what a family wrote is no script: {}", page.body);
        page
    }
}

/// The session cookie that an answer sets.
#[track_caller]
pub fn session_in(answer: &Answer) -> String {
    let cookie = answer.header("set-cookie").expect("a cookie");
    for part in ["__Host-hub-session=", "Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
        assert!(cookie.contains(part), "{part}: {cookie}");
    }
    cookie.split(';').next().unwrap_or_default().to_owned()
}

/// Somebody who signs in, with a browser that keeps cookies.
#[derive(Debug, Clone)]
pub struct Worker<'a> {
    service: &'a Service,
    cookies: BTreeMap<String, String>,
}

impl Worker<'_> {
    /// The answer to a path of the hub's pages.
    pub fn get(&mut self, path: &str) -> Answer {
        let answer = self.service.get(path).header("cookie", &self.cookies()).send();
        self.keep_cookies(&answer);
        answer
    }

    /// The answer to a form that one of the hub's pages sends.
    pub fn post(&mut self, path: &str, fields: &[(String, String)]) -> Answer {
        let answer = self.service.submit(path, fields).header("cookie", &self.cookies()).send();
        self.keep_cookies(&answer);
        answer
    }

    /// The address at the issuer to which the sign-in page at this path leads.
    #[track_caller]
    pub fn begin(&mut self, sign_in: &str) -> String {
        let page = self.get(sign_in);
        let link = select(&page.body, "a[href^='/hub/sign-in/begin']").into_iter().next();
        let link = link.unwrap_or_else(|| panic!("no way to the issuer: {page:?}"));
        let sent = self.get(link.get("href").unwrap());
        assert_eq!(sent.status, 303, "{sent:?}");
        sent.header("location").unwrap().to_owned()
    }

    /// Goes from the sign-in page at this path to the issuer, and answers its page.
    #[track_caller]
    pub fn leave(&mut self, sign_in: &str) -> Answer {
        let address = self.begin(sign_in);
        self.service.get(Self::here(&address)).send()
    }

    /// Chooses a person on the issuer's page, and answers the address that it sends back to.
    #[track_caller]
    pub fn choose(&self, issuers: &Answer, person: &str) -> String {
        let form = forms(&issuers.body).remove(0).filled(&[("person", person)]);
        let sent = self.service.post(&form.action).form(&form.fields).send();
        assert_eq!(sent.status, 303, "{sent:?}");
        Self::here(sent.header("location").unwrap())
    }

    /// Signs in as a person of the development issuer, from the sign-in page at this path.
    #[track_caller]
    pub fn sign_in(&mut self, person: &str, sign_in: &str) -> Answer {
        let issuers = self.leave(sign_in);
        let back = self.choose(&issuers, person);
        self.get(&back)
    }

    /// The cookies as a browser sends them.
    pub fn cookies(&self) -> String {
        let pairs = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }

    /// Another value of a cookie.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    fn keep_cookies(&mut self, answer: &Answer) {
        let set = answer.headers.iter().filter(|(name, _)| name == "set-cookie");
        for (_, cookie) in set {
            let (name, rest) = cookie.split_once('=').expect("a cookie has a value");
            if cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                let value = rest.split(';').next().unwrap_or_default();
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// The path of an address, with its query; one machine has one host.
    fn here(address: &str) -> String {
        let path = address.split_once("://").and_then(|(_, rest)| Some(&rest[rest.find('/')?..]));
        path.unwrap_or_else(|| panic!("no address: {address}")).to_owned()
    }
}

/// The form of a page that leads to an address with this end.
#[track_caller]
pub fn form_for(page: &Answer, action: &str) -> Form {
    let found = forms(&page.body).into_iter().find(|form| form.action.ends_with(action));
    found.unwrap_or_else(|| panic!("no form for {action}: {}", page.body))
}
