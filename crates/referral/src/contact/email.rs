//! E-mail addresses, checked for the shape of one that can be written to.

use validator::ValidateEmail as _;

use crate::error::Invalid;
use crate::personal::{as_text, hide_debug, serde_by_parser};
use crate::text::clean_token;

/// An e-mail address, with its domain in small letters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Reads an address such as `name@example.com`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        const WRONG: Invalid =
            Invalid::new("email_not_recognised", "Give an email address like name@example.com.");
        let text = clean_token(text);
        let (local, domain) = text.rsplit_once('@').ok_or(WRONG)?;
        let address = format!("{local}@{}", domain.to_lowercase());
        if address.validate_email() && domain.contains('.') && address.len() <= 254 {
            Ok(Self(address))
        } else {
            Err(WRONG)
        }
    }

    /// The address, which `Debug` hides.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

hide_debug!(EmailAddress);
serde_by_parser!(EmailAddress);
as_text!(EmailAddress);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_are_read() {
        for address in ["senco@school.example", "o'neill+hub@mail.example.org", " a@b.co "] {
            assert_eq!(EmailAddress::parse(address).unwrap().as_str(), address.trim());
        }
        assert_eq!(
            EmailAddress::parse("ann＠example.org\u{200b}").unwrap().as_str(),
            "ann@example.org"
        );
        assert_eq!(EmailAddress::parse("Ann@Example.ORG").unwrap().as_str(), "Ann@example.org");
    }

    #[test]
    fn addresses_that_nobody_could_write_to_are_refused() {
        for wrong in
            ["", "a", "a@b", "a b@c.example", "@c.example", "a@", "a@@c.example", "a@c..example"]
        {
            assert_eq!(EmailAddress::parse(wrong).unwrap_err().code, "email_not_recognised");
        }
    }
}
