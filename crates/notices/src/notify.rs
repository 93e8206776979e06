//! The client of GOV.UK Notify.

use std::borrow::Cow;

use fetch::{Fetcher, NotAnAddress};
use jiff::Timestamp;
use pipeline::ports::{NotSent, Notice, Notices, Recipient, Template};
use roots::Roots;
use uuid::Uuid;

use crate::wire::{Email, Token};
use crate::{ApiKey, NotAnApiKey};

/// The address of GOV.UK Notify's API.
pub const NOTIFY: &str = "https://api.notifications.service.gov.uk";

/// The addresses and texts of a service at GOV.UK Notify.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotifyTrust {
    /// The address of the API, such as [`NOTIFY`].
    pub url: String,
    /// The id of the text of the link by which a professional signs in.
    pub sign_in_link: String,
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
    sign_in_link: String,
}

impl Notify {
    /// Makes a client, which asks nothing yet. `roots` vouch for the service.
    pub fn new(trust: &NotifyTrust, roots: &Roots) -> Result<Self, NotifyUnusable> {
        let sign_in_link = trust.sign_in_link.trim().to_owned();
        if Uuid::parse_str(&sign_in_link).is_err() {
            return Err(NotifyUnusable::NotATemplate(sign_in_link));
        }
        let url = format!("{}/v2/notifications/email", trust.url.trim_end_matches('/'));
        Ok(Self { emails: Fetcher::new(&url, roots)?, sign_in_link })
    }

    /// The client with its key, at this time; a secret that is no API key has not been put in yet.
    pub fn ready(&self, secret: &str, now: Timestamp) -> Result<Ready<'_>, NotAnApiKey> {
        Ok(Ready { notify: self, key: ApiKey::parse(secret)?, now })
    }

    fn id_of(&self, template: Template) -> &str {
        match template {
            Template::SignInLink => &self.sign_in_link,
        }
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
        let (fetcher, body) = match &notice.to {
            Recipient::Email(address) => {
                (&self.notify.emails, self.email(notice, address.as_str()))
            }
            _ => return Err(NotSent::Never("there is no such way to send a notice")),
        };
        let body = body.map_err(|_| NotSent::Never("the notice cannot be written"))?;
        let bearer = Token::bearer(&self.key, self.now).map_err(NotSent::Never)?;
        let (status, _) = fetcher.post_json(body, &bearer).await.map_err(NotSent::TryAgain)?;
        outcome(status.as_u16())
    }
}

impl Ready<'_> {
    fn email(&self, notice: &Notice, address: &str) -> serde_json::Result<Vec<u8>> {
        let value = |(name, value): &(&'static str, referral::Personal<String>)| {
            (Cow::Borrowed(*name), Cow::Owned(value.expose().clone()))
        };
        serde_json::to_vec(&Email {
            email_address: Cow::Borrowed(address),
            template_id: Cow::Borrowed(self.notify.id_of(notice.template)),
            personalisation: notice.values.iter().map(value).collect(),
            reference: Some(Cow::Borrowed(&notice.reference)),
        })
    }
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
            let trust = NotifyTrust { url: url.to_owned(), sign_in_link: sign_in_link.to_owned() };
            Notify::new(&trust, &Roots::of_system())
        };
        assert!(made(NOTIFY, template).is_ok());
        assert!(matches!(made(NOTIFY, "a text"), Err(NotifyUnusable::NotATemplate(_))));
        let plain = made("http://notify.example", template);
        assert!(matches!(plain, Err(NotifyUnusable::Address(NotAnAddress::NotHttps(_)))));
    }
}
