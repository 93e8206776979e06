//! Identifiers of referrals, inbox entries, inboxes and authorities.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::Invalid;
use crate::personal::{as_text, serde_by_parser};
use crate::text::clean_token;

const NOT_A_UUID: Invalid = Invalid::new("id_not_recognised", "This is not an id of ours.");

/// Declares a type for one kind of id, which is a UUID version 4.
macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// An id from 128 random bits (six of them become the UUID's version and variant).
            pub fn from_random(bytes: [u8; 16]) -> Self {
                Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
            }

            /// The id's 128 bits.
            pub fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = Invalid;

            /// Reads only the lower-case hyphenated form: one id has one spelling.
            fn from_str(text: &str) -> Result<Self, Invalid> {
                let id = Uuid::try_parse(text).map_err(|_| NOT_A_UUID)?;
                if id.hyphenated().encode_lower(&mut Uuid::encode_buffer()) == text {
                    Ok(Self(id))
                } else {
                    Err(NOT_A_UUID)
                }
            }
        }
    };
}

uuid_id! {
    /// A referral's id, which is random, so that it tells nothing.
    ReferralId
}
uuid_id! {
    /// An inbox entry's id, which is that of its first referral.
    EntryId
}
uuid_id! {
    /// The id of a note that a family adds to its referral.
    NoteId
}
uuid_id! {
    /// The id of an item on the log of an entry.
    LogId
}

impl From<ReferralId> for EntryId {
    fn from(id: ReferralId) -> Self {
        Self(id.0)
    }
}

/// The id of an inbox: of a hub, a front door, a triage, `review` or `out-of-area`. It is a slug of
/// 1 to 64 `[a-z0-9-]`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InboxId(String);

impl InboxId {
    /// Reads a slug of 1 to 64 `[a-z0-9-]`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let fits = (1..=64).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(Invalid::new(
                "inbox_id",
                "An inbox id is 1 to 64 small letters, digits and hyphens.",
            ))
        }
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The inbox in which a person sees what cannot be placed.
    pub fn review() -> Self {
        Self("review".to_owned())
    }

    /// The inbox for families of authorities that have no file here.
    pub fn out_of_area() -> Self {
        Self("out-of-area".to_owned())
    }
}

impl fmt::Display for InboxId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for InboxId {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::parse(text)
    }
}

/// A code of the Government Statistical Service: a letter for the nation and eight digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GssCode([u8; 9]);

/// The nation or dependency that a [`GssCode`] lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nation {
    /// Codes that begin with E.
    England,
    /// Codes that begin with W.
    Wales,
    /// Codes that begin with S.
    Scotland,
    /// Codes that begin with N.
    NorthernIreland,
    /// Codes that begin with L.
    ChannelIslands,
    /// Codes that begin with M.
    IsleOfMan,
    /// Any other letter.
    Unknown,
}

impl GssCode {
    /// Reads a code such as `E09000033`; a small first letter is taken as a capital.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        const WRONG: Invalid = Invalid::new(
            "gss_code",
            "Give the council's nine-character GSS code, such as E09000033.",
        );
        let mut code: [u8; 9] = clean_token(text).as_bytes().try_into().map_err(|_| WRONG)?;
        code[0] = code[0].to_ascii_uppercase();
        if code[0].is_ascii_uppercase() && code[1..].iter().all(u8::is_ascii_digit) {
            Ok(Self(code))
        } else {
            Err(WRONG)
        }
    }

    /// The nine characters of the code.
    pub fn as_str(&self) -> &str {
        // `parse` lets nothing but ASCII through.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The nation that the first letter stands for.
    pub fn nation(&self) -> Nation {
        match self.0[0] {
            b'E' => Nation::England,
            b'W' => Nation::Wales,
            b'S' => Nation::Scotland,
            b'N' => Nation::NorthernIreland,
            b'L' => Nation::ChannelIslands,
            b'M' => Nation::IsleOfMan,
            _ => Nation::Unknown,
        }
    }
}

impl fmt::Debug for GssCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GssCode({})", self.as_str())
    }
}

impl fmt::Display for GssCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for GssCode {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::parse(text)
    }
}

serde_by_parser!(InboxId, GssCode);
as_text!(InboxId, GssCode);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_random_id_is_a_version_4_uuid_with_one_spelling() {
        let id = ReferralId::from_random([0xff; 16]);
        assert_eq!(id.to_string(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(id.to_string().parse::<ReferralId>().unwrap(), id);
        assert!(id.to_string().to_uppercase().parse::<ReferralId>().is_err());
        assert_eq!(EntryId::from(id).to_string(), id.to_string());
        assert_eq!(serde_json::to_string(&id).unwrap(), format!("\"{id}\""));
    }

    #[test]
    fn inbox_ids_are_slugs() {
        assert_eq!(InboxId::parse("westminster-queens-park").unwrap().as_str().len(), 23);
        for wrong in ["", "Review", "a b", "é", &"x".repeat(65)] {
            assert!(InboxId::parse(wrong).is_err());
        }
        assert!(serde_json::from_str::<InboxId>("\"No\"").is_err());
    }

    #[test]
    fn gss_codes_know_their_nation() {
        assert_eq!(GssCode::parse("e09000033").unwrap().as_str(), "E09000033");
        assert_eq!(GssCode::parse("M83000003").unwrap().nation(), Nation::IsleOfMan);
        for wrong in ["E0900003", "E0900003X", "109000033", ""] {
            assert!(GssCode::parse(wrong).is_err());
        }
    }
}
