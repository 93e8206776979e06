//! Domains of e-mail addresses that an organisation gives to its own people.

use std::fmt;

use referral::EmailAddress;

/// Domains at which anybody can have an address, so that an address says nothing of where somebody works:
/// those of the providers and carriers that people in the United Kingdom use most. The list need not be
/// whole: it meets a slip of whoever writes the file, who knows the organisation.
const ANYBODYS: &[&str] = &[
    "aol.co.uk",
    "aol.com",
    "blueyonder.co.uk",
    "btconnect.com",
    "btinternet.com",
    "btopenworld.com",
    "duck.com",
    "fastmail.com",
    "gmail.com",
    "gmx.co.uk",
    "gmx.com",
    "googlemail.com",
    "hotmail.co.uk",
    "hotmail.com",
    "icloud.com",
    "live.co.uk",
    "live.com",
    "mac.com",
    "mail.com",
    "me.com",
    "msn.com",
    "ntlworld.com",
    "o2.co.uk",
    "outlook.co.uk",
    "outlook.com",
    "pm.me",
    "proton.me",
    "protonmail.com",
    "sky.com",
    "talk21.com",
    "talktalk.net",
    "tiscali.co.uk",
    "tutanota.com",
    "virgin.net",
    "virginmedia.com",
    "yahoo.co.uk",
    "yahoo.com",
    "yandex.com",
    "ymail.com",
    "zoho.com",
];

/// A domain of an organisation's own, in small letters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct MailDomain(String);

/// A reason why a domain does not say where somebody works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOfWork {
    /// The text is no domain.
    NotADomain,
    /// Anybody can have an address there.
    AnybodyHas,
}

impl MailDomain {
    /// Reads a domain such as `school.example.sch.uk`.
    pub fn parse(text: &str) -> Result<Self, NotOfWork> {
        let domain = text.trim().to_lowercase();
        if !is_one(&domain) {
            return Err(NotOfWork::NotADomain);
        }
        if ANYBODYS.contains(&domain.as_str()) {
            return Err(NotOfWork::AnybodyHas);
        }
        Ok(Self(domain))
    }

    /// The domain of an address, whoever has addresses there.
    pub fn of(address: &EmailAddress) -> Self {
        Self(address.as_str().rsplit('@').next().unwrap_or_default().to_lowercase())
    }

    /// The domain as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MailDomain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a text has the form of a domain, of two labels at least.
fn is_one(domain: &str) -> bool {
    let is_label = |label: &str| {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        !label.is_empty()
            && label.len() <= 63
            && label.bytes().all(plain)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    domain.len() <= 253 && domain.split('.').count() >= 2 && domain.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_read_in_small_letters_and_is_that_of_its_addresses() {
        let domain = MailDomain::parse(" St-Marys.Westminster.SCH.uk ").unwrap();
        assert_eq!(domain.as_str(), "st-marys.westminster.sch.uk");
        let address = EmailAddress::parse("Ann@ST-MARYS.westminster.sch.uk").unwrap();
        assert_eq!(MailDomain::of(&address), domain);
    }

    #[test]
    fn what_is_no_organisations_own_is_refused() {
        for wrong in
            ["", "school", "a b.sch.uk", ".sch.uk", "a..uk", "@a.sch.uk", "-a.uk", "a/b.uk"]
        {
            assert_eq!(MailDomain::parse(wrong), Err(NotOfWork::NotADomain), "{wrong}");
        }
        for anybodys in ["gmail.com", "Hotmail.CO.UK", "btinternet.com"] {
            assert_eq!(MailDomain::parse(anybodys), Err(NotOfWork::AnybodyHas), "{anybodys}");
        }
        assert!(ANYBODYS.is_sorted());
    }
}
