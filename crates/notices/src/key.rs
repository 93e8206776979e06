//! API keys of GOV.UK Notify: `<name>-<service's UUID>-<secret UUID>`.

use std::fmt;

use uuid::Uuid;

/// The letters of a UUID with its dashes.
const UUID: usize = 36;

/// An API key: the service that it is of, and its secret. Its `Debug` hides the secret.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey {
    service: String,
    secret: String,
}

/// The text is no API key of GOV.UK Notify. It never quotes the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no API key of GOV.UK Notify, such as name-<uuid>-<uuid>")]
pub struct NotAnApiKey;

impl ApiKey {
    /// Reads an API key as the service gave it out. The name before it may have dashes, and be empty.
    pub fn parse(text: &str) -> Result<Self, NotAnApiKey> {
        let text = text.trim();
        let uuid = |from: usize| {
            let part = text.len().checked_sub(from).and_then(|at| text.get(at..at + UUID));
            part.filter(|part| Uuid::parse_str(part).is_ok()).ok_or(NotAnApiKey)
        };
        let dash = |from: usize| {
            text.len().checked_sub(from).and_then(|at| text.as_bytes().get(at)) == Some(&b'-')
        };
        let (secret, service) = (uuid(UUID)?, uuid(2 * UUID + 1)?);
        if !dash(UUID + 1) || (text.len() > 2 * UUID + 1 && !dash(2 * UUID + 2)) {
            return Err(NotAnApiKey);
        }
        Ok(Self { service: service.to_owned(), secret: secret.to_owned() })
    }

    /// The service that the key is of: the issuer of its tokens.
    pub fn service(&self) -> &str {
        &self.service
    }

    /// The secret with which the tokens are signed.
    pub fn secret(&self) -> &str {
        &self.secret
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiKey").field("service", &self.service).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVICE: &str = "26785a09-ab16-4eb0-8407-a37497a57506";
    const SECRET: &str = "3d844edf-8d35-48ac-975b-e847b4f122b0";

    #[test]
    fn a_key_is_read_whatever_its_name_is() {
        for name in ["", "hubward-", "a-name-with-dashes-", "näme-"] {
            let key = ApiKey::parse(&format!(" {name}{SERVICE}-{SECRET}\n")).unwrap();
            assert_eq!((key.service(), key.secret()), (SERVICE, SECRET), "{name}");
            assert!(!format!("{key:?}").contains(SECRET));
        }
    }

    #[test]
    fn nothing_else_is_one() {
        let random = "AbCdEf0123456789".repeat(5);
        for wrong in [
            String::new(),
            SECRET.to_owned(),
            random,
            format!("name{SERVICE}-{SECRET}"),
            format!("name-{SERVICE}_{SECRET}"),
            format!("name-{SERVICE}-{}", &SECRET[1..]),
            format!("ä{}-{SECRET}", &SERVICE[1..]),
        ] {
            assert_eq!(ApiKey::parse(&wrong), Err(NotAnApiKey), "{wrong}");
        }
    }
}
