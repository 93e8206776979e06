//! Cursors: where the next page of a list begins.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use pipeline::rows::SentMark;
use referral::EntryId;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// The place where the next page begins, as a text that means nothing to its holder.
///
/// It holds a rank and no right: a page is always made of the caller's own inboxes. So it needs no
/// signature, only to be of the right shape.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
pub struct Cursor(#[schemars(regex(pattern = r"^[A-Za-z0-9_-]+$"))] String);

impl Cursor {
    /// The cursor after a rank.
    pub fn after(rank: &str) -> Self {
        Self(rank.to_owned())
    }

    /// Reads a cursor; `None` if the text is none of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let rank = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let mut parts = rank.split('#');
        let (class, time, id) = (parts.next()?, parts.next()?, parts.next()?);
        let known = parts.next().is_none()
            && class.len() == 2
            && class.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && time.len() == 13
            && time.bytes().all(|digit| digit.is_ascii_digit())
            && id.parse::<EntryId>().is_ok();
        known.then_some(Self(rank))
    }

    /// The rank after which the page begins.
    pub(crate) fn into_rank(self) -> String {
        self.0
    }

    /// The text of the cursor, as it is given away.
    pub fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(&self.0)
    }
}

/// The place in the list of a sender's referrals from which to ask on, as a text that means nothing to
/// its holder.
///
/// It holds a place and no right, as [`Cursor`] does: a page is always made of the caller's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentCursor(SentMark);

impl SentCursor {
    /// The cursor after a place.
    pub fn after(mark: SentMark) -> Self {
        Self(mark)
    }

    /// Reads a cursor; `None` if the text is none of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let rank = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        SentMark::parse(&rank).map(Self)
    }

    /// The place after which the page begins.
    pub fn mark(self) -> SentMark {
        self.0
    }
}

impl Serialize for SentCursor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&URL_SAFE_NO_PAD.encode(self.0.rank()))
    }
}

impl Serialize for Cursor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_as_its_rank() {
        let id = EntryId::from_random([7; 16]);
        let given = Cursor::after(&format!("o2#1800000000000#{id}"));
        assert_eq!(Cursor::parse(&given.text()), Some(given));
    }

    #[test]
    fn a_place_in_a_senders_list_comes_back_and_no_other_text_is_one() {
        let at = jiff::Timestamp::from_millisecond(1_800_000_000_000).unwrap();
        let mark = SentMark { listed_at: at, id: referral::ReferralId::from_random([7; 16]) };
        let text = serde_json::to_value(SentCursor::after(mark)).unwrap();
        let text = text.as_str().unwrap();
        assert_eq!(SentCursor::parse(text).map(SentCursor::mark), Some(mark));
        for wrong in ["", "not base64!", &text[..8], &Cursor::after("o2#1800000000000#x").text()] {
            assert_eq!(SentCursor::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_text_that_is_no_cursor_of_ours_is_refused() {
        let id = EntryId::from_random([7; 16]);
        for wrong in [
            String::new(),
            "o2".to_owned(),
            format!("o2!#1800000000000#{id}"),
            format!("o2#180#{id}"),
            format!("o2#1800000000000#{id}#"),
            "o2#1800000000000#a".to_owned(),
        ] {
            assert_eq!(Cursor::parse(&Cursor::after(&wrong).text()), None, "{wrong}");
        }
        assert_eq!(Cursor::parse("not base64!"), None);
    }
}
