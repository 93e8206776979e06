//! The hub's pages as a browser without JavaScript uses them: a worker's session.

use crate::html::{Form, forms, select};
use crate::http::{Answer, Call};
use crate::service::Service;

impl Service {
    /// A call that sends a form from a page of the same site.
    pub fn submit(&self, path: &str, fields: &[(String, String)]) -> Call<'_> {
        self.post(path).header("sec-fetch-site", "same-origin").form(fields)
    }

    /// Signs in to the hub's pages by their form.
    pub fn sign_in(&self, client: &str, secret: &str) -> Answer {
        let page = self.get("/hub/sign-in").send();
        let form = forms(&page.body).remove(0);
        let form = form.filled(&[("client_id", client), ("client_secret", secret)]);
        self.submit(&form.action, &form.fields).send()
    }

    /// The session cookie of a worker of an inbox.
    #[track_caller]
    pub fn session(&self, inbox: &str) -> String {
        let client = self.credentials().of_inbox(inbox);
        let answer = self.sign_in(&client.id, &client.secret);
        assert_eq!((answer.status, answer.header("location")), (303, Some("/hub")), "{answer:?}");
        let cookie = answer.header("set-cookie").expect("a cookie");
        for part in ["__Host-", "Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
            assert!(cookie.contains(part), "{part}: {cookie}");
        }
        cookie.split(';').next().unwrap_or_default().to_owned()
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

/// The form of a page that leads to an address with this end.
#[track_caller]
pub fn form_for(page: &Answer, action: &str) -> Form {
    let found = forms(&page.body).into_iter().find(|form| form.action.ends_with(action));
    found.unwrap_or_else(|| panic!("no form for {action}: {}", page.body))
}
