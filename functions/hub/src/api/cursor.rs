//! The cursor that says where the next page starts, as text that means nothing to its holder.
//!
//! It holds a rank and no right: a page is always made of the caller's own inboxes. So it needs no
//! signature, only the right shape.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use referral::EntryId;

/// The cursor for a rank.
pub(crate) fn of_rank(rank: &str) -> String {
    URL_SAFE_NO_PAD.encode(rank)
}

/// The rank in a cursor, if it is one of ours.
pub(crate) fn rank(cursor: &str) -> Option<String> {
    let rank = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    let mut parts = rank.split('#');
    let (class, time, id) = (parts.next()?, parts.next()?, parts.next()?);
    let known = parts.next().is_none()
        && class.len() == 2
        && class.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && time.len() == 13
        && time.bytes().all(|digit| digit.is_ascii_digit())
        && id.parse::<EntryId>().is_ok();
    known.then_some(rank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_as_its_rank() {
        let id = EntryId::from_random([7; 16]);
        let given = format!("o2#1800000000000#{id}");
        assert_eq!(rank(&of_rank(&given)), Some(given));
    }

    #[test]
    fn text_that_is_no_cursor_of_ours_is_refused() {
        let id = EntryId::from_random([7; 16]);
        for wrong in [
            String::new(),
            "o2".to_owned(),
            format!("o2!#1800000000000#{id}"),
            format!("o2#180#{id}"),
            format!("o2#1800000000000#{id}#"),
            "o2#1800000000000#a".to_owned(),
        ] {
            assert_eq!(rank(&of_rank(&wrong)), None, "{wrong}");
        }
        assert_eq!(rank("not base64!"), None);
    }
}
