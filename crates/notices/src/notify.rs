//! The client of GOV.UK Notify.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fetch::{Fetcher, NotAnAddress};
use jiff::Timestamp;
use pipeline::ports::{NotSent, Notice, Notices, Recipient, Template};
use referral::Personal;
use roots::Roots;
use uuid::Uuid;

use crate::wire::{Email, Taken, Text, Token};
use crate::{ApiKey, NotAnApiKey};

/// The address of GOV.UK Notify's API.
pub const NOTIFY: &str = "https://api.notifications.service.gov.uk";

/// The addresses and texts of a service at GOV.UK Notify.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotifyTrust {
    /// The address of the API, such as [`NOTIFY`].
    pub url: String,
    /// The ids of the texts that were put in there; a text without one is not sent.
    pub templates: BTreeMap<Template, String>,
}

/// A reason why notices cannot be sent at all.
#[derive(Debug, thiserror::Error)]
pub enum NotifyUnusable {
    /// The id of a text is none.
    #[error("{0} is no id of a template at GOV.UK Notify, which is a UUID")]
    NotATemplate(String),
    /// The address cannot be asked.
    #[error(transparent)]
    Address(#[from] NotAnAddress),
}

/// GOV.UK Notify, as a service of its own knows it. One serves a whole process.
#[derive(Debug, Clone)]
pub struct Notify {
    emails: Fetcher,
    texts: Fetcher,
    taken: Fetcher,
    templates: BTreeMap<Template, String>,
}

impl Notify {
    /// Makes a client, which asks nothing yet. `roots` vouch for the service.
    pub fn new(trust: &NotifyTrust, roots: &Roots) -> Result<Self, NotifyUnusable> {
        if let Some(wrong) = trust.templates.values().find(|id| Uuid::parse_str(id).is_err()) {
            return Err(NotifyUnusable::NotATemplate(wrong.clone()));
        }
        let url = format!("{}/v2/notifications", trust.url.trim_end_matches('/'));
        Ok(Self {
            emails: Fetcher::new(&format!("{url}/email"), roots)?,
            texts: Fetcher::new(&format!("{url}/sms"), roots)?,
            taken: Fetcher::new(&url, roots)?,
            templates: trust.templates.clone(),
        })
    }

    /// The client with its key, at this time; a secret that is no API key has not been put in yet.
    pub fn ready(&self, secret: &str, now: Timestamp) -> Result<Ready<'_>, NotAnApiKey> {
        Ok(Ready { notify: self, key: ApiKey::parse(secret)?, now })
    }
}

/// GOV.UK Notify with a key, ready to send.
#[derive(Debug)]
pub struct Ready<'a> {
    notify: &'a Notify,
    key: ApiKey,
    now: Timestamp,
}

impl Notices for Ready<'_> {
    async fn send(&self, notice: &Notice) -> Result<(), NotSent> {
        const NO_TEXT: NotSent = NotSent::Never("there is no text for this notice");
        let template = self.notify.templates.get(&notice.template).ok_or(NO_TEXT)?;
        let (fetcher, body) = match &notice.to {
            Recipient::Email(to) => (&self.notify.emails, email(notice, template, to.as_str())),
            Recipient::Text(to) => (&self.notify.texts, message(notice, template, to.as_str())),
        };
        let body = body.map_err(|_| NotSent::Never("the notice cannot be written"))?;
        let (status, _) =
            fetcher.post_json(body, &self.bearer()?).await.map_err(NotSent::TryAgain)?;
        outcome(status.as_u16())
    }

    async fn has_taken(&self, reference: &str) -> Result<bool, NotSent> {
        const UNREADABLE: NotSent = NotSent::TryAgain("the service's list cannot be read");
        let query = format!("reference={reference}");
        let asked = self.notify.taken.get_with(&query, &self.bearer()?).await;
        let (status, body) = asked.map_err(NotSent::TryAgain)?;
        outcome(status.as_u16())?;
        let taken: Taken = serde_json::from_slice(&body).map_err(|_| UNREADABLE)?;
        let is_this = |name: &Option<String>| name.as_deref() == Some(reference);
        Ok(taken.notifications.iter().any(|one| is_this(&one.reference)))
    }
}

impl Ready<'_> {
    /// The header that names the sender.
    fn bearer(&self) -> Result<String, NotSent> {
        Token::bearer(&self.key, self.now).map_err(NotSent::Never)
    }
}

fn email(notice: &Notice, template: &str, address: &str) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&Email {
        email_address: Cow::Borrowed(address),
        template_id: Cow::Borrowed(template),
        personalisation: notice.values.iter().map(value).collect(),
        reference: Some(Cow::Borrowed(&notice.reference)),
    })
}

fn message(notice: &Notice, template: &str, number: &str) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&Text {
        phone_number: Cow::Borrowed(number),
        template_id: Cow::Borrowed(template),
        personalisation: notice.values.iter().map(value).collect(),
        reference: Some(Cow::Borrowed(&notice.reference)),
    })
}

fn value<'a>((name, value): &'a (&'static str, Personal<String>)) -> (Cow<'a, str>, Cow<'a, str>) {
    (Cow::Borrowed(name), Cow::Borrowed(value.expose()))
}

/// The meaning of an answer. Its body may repeat what was sent, so it is not looked at.
fn outcome(status: u16) -> Result<(), NotSent> {
    Err(match status {
        200..300 => return Ok(()),
        429 => NotSent::TryAgain("the service takes no more for now"),
        403 => NotSent::Never("the service does not take the API key, or the clock is wrong"),
        400..500 => NotSent::Never("the service refuses the notice, its text or its recipient"),
        _ => NotSent::TryAgain("the service failed"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_says_whether_it_is_worth_trying_again() {
        assert_eq!(outcome(201), Ok(()));
        for status in [429, 500, 502, 503] {
            assert!(matches!(outcome(status), Err(NotSent::TryAgain(_))), "{status}");
        }
        for status in [400, 403, 404, 413] {
            assert!(matches!(outcome(status), Err(NotSent::Never(_))), "{status}");
        }
    }

    #[test]
    fn a_template_is_a_uuid_and_the_service_is_reached_by_tls() {
        let template = "f33517ff-2a88-4f6e-b855-c550268ce08a";
        let made = |url: &str, sign_in_link: &str| {
            let templates = [(Template::SignInLink, sign_in_link.to_owned())].into();
            let trust = NotifyTrust { url: url.to_owned(), templates };
            Notify::new(&trust, &Roots::of_system())
        };
        assert!(made(NOTIFY, template).is_ok());
        assert!(matches!(made(NOTIFY, "a text"), Err(NotifyUnusable::NotATemplate(_))));
        let plain = made("http://notify.example", template);
        assert!(matches!(plain, Err(NotifyUnusable::Address(NotAnAddress::NotHttps(_)))));
    }
}
