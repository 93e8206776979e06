//! Rows of webhooks: the address at which a partner is told how its referrals stand.

use std::fmt;

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::{Digest, PartnerId};
/// The longest address, in bytes.
const LONGEST: usize = 1024;

/// The address of a webhook: `https://host[:port][/path][?query]`, in visible ASCII, without a name or
/// password, and without a fragment. Plain `http` is read too; whether it may be used is decided where the
/// address is set, and once more where it is used. The address may hold a secret of its partner in its path: its `Debug`
/// shows the host alone.
#[derive(Clone, PartialEq, Eq)]
pub struct WebhookUrl {
    text: String,
    /// The number of bytes before the path.
    origin: usize,
}

/// The reason why a text is no address of a webhook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a webhook's address is https://host/path, without a name, a password, a fragment or spaces, and 1,024 characters at most"
)]
pub struct NotAWebhookUrl;

impl WebhookUrl {
    /// Reads an address.
    pub fn parse(text: &str) -> Result<Self, NotAWebhookUrl> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let rest = rest.ok_or(NotAWebhookUrl)?;
        let authority = rest.split(['/', '?']).next().unwrap_or_default();
        let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"\"#<>\\^`{|}".contains(&byte);
        let is_url = text.len() <= LONGEST
            && text.bytes().all(is_plain)
            && has_host(authority)
            && authority
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-._:[]".contains(&byte));
        let origin = text.len() - rest.len() + authority.len();
        if is_url { Ok(Self { text: text.to_owned(), origin }) } else { Err(NotAWebhookUrl) }
    }

    /// The whole address, for the connection alone.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The scheme, host and port: all of it that may be logged.
    pub fn origin(&self) -> &str {
        self.text.get(..self.origin).unwrap_or_default()
    }

    /// Whether the connection is by TLS.
    pub fn is_https(&self) -> bool {
        self.text.starts_with("https://")
    }
}

/// Whether there is a host before the port, and the port, if there is one, is a number.
fn has_host(authority: &str) -> bool {
    let (host, port) = match authority.strip_prefix('[') {
        Some(six) => match six.split_once(']') {
            Some((host, port)) => (host, port),
            None => return false,
        },
        None => authority.find(':').map_or((authority, ""), |at| authority.split_at(at)),
    };
    let is_six = authority.starts_with('[');
    let is_host = !host.is_empty() && !host.contains(['[', ']']) && (is_six || !host.contains(':'));
    let is_port = match port.strip_prefix(':') {
        Some(number) => number.parse::<u16>().is_ok_and(|number| number > 0) && number.len() <= 5,
        None => port.is_empty(),
    };
    is_host && is_port
}

impl fmt::Debug for WebhookUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WebhookUrl({}…)", self.origin())
    }
}

/// The key of a partner's webhook, to which its secrets are sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WebhookKey(Digest);

impl WebhookKey {
    /// The key of this partner's.
    pub fn of(partner: &PartnerId) -> Self {
        let digest = Sha256::new().chain_update(b"hubward-webhook|").chain_update(partner.as_str());
        Self(Digest::from_bytes(digest.finalize().into()))
    }
}

impl fmt::Display for WebhookKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The webhook of a partner.
#[derive(Clone, PartialEq, Eq)]
pub struct WebhookRow {
    /// The partner whose it is.
    pub partner: PartnerId,
    /// The address that is told.
    pub url: WebhookUrl,
    /// The sealed secrets that messages are signed with, the newest first: one, or two while one replaces
    /// the other.
    pub secrets: Vec<Vec<u8>>,
    /// The version of the row, which goes up with each change by an operator.
    pub version: u64,
    /// The time when the address said that it is gone, from which on it is told nothing.
    pub disabled_at: Option<Timestamp>,
}

impl fmt::Debug for WebhookRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { partner, url, version, .. } = self;
        write!(f, "WebhookRow({partner}, {url:?}, version {version})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_with_its_origin() {
        for (text, origin) in [
            ("https://mis.example/hooks/1?k=2", "https://mis.example"),
            ("https://mis.example:8443", "https://mis.example:8443"),
            ("https://mis.example?k", "https://mis.example"),
            ("https://[2001:db8::1]:443/", "https://[2001:db8::1]:443"),
            ("http://127.0.0.1:9/x", "http://127.0.0.1:9"),
        ] {
            let url = WebhookUrl::parse(text).unwrap();
            assert_eq!((url.as_str(), url.origin()), (text, origin));
            assert_eq!(url.is_https(), text.starts_with("https:"));
        }
    }

    #[test]
    fn what_hides_where_it_leads_is_no_address() {
        let long = format!("https://mis.example/{}", "a".repeat(LONGEST));
        for wrong in [
            "",
            "mis.example",
            "ftp://mis.example/",
            "HTTPS://mis.example/",
            "https://",
            "https:///x",
            "https://:443/",
            "https://a:b@mis.example/",
            "https://a@mis.example/",
            "https://mis.example/#x",
            "https://mis.example/a b",
            "https://mis.example\\@other.example/",
            "https://mis.example:0/",
            "https://mis.example:99999/",
            "https://mis.example:8a/",
            "https://[::1/",
            "https://::1/",
            "https://a]/",
            "https://schule.öäü/",
            "https://a%2eb/",
            &long,
        ] {
            assert_eq!(WebhookUrl::parse(wrong), Err(NotAWebhookUrl), "{wrong}");
        }
    }

    #[test]
    fn a_path_is_in_no_debug_output() {
        let url = WebhookUrl::parse("https://mis.example/hooks/token").unwrap();
        assert_eq!(format!("{url:?}"), "WebhookUrl(https://mis.example…)");
    }
}
