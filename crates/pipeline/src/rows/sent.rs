//! The mark under which a sender is shown its referral in the list of what is new.

use jiff::Timestamp;
use referral::ReferralId;
use sha2::{Digest as _, Sha256};

use super::{ActorId, StateRow, Token};

/// The place of a referral in its sender's list: by the time under which it is listed, in whole
/// milliseconds, then by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SentMark {
    /// The time under which it is listed.
    pub listed_at: Timestamp,
    /// The id of the referral.
    pub id: ReferralId,
}

impl SentMark {
    /// The lists of one sender, several so that the index has no hot key.
    pub const SHARDS: u8 = 4;

    /// The place as text, which sorts as the place does.
    pub fn rank(&self) -> String {
        format!("{}#{}", Self::first_rank(self.listed_at), self.id)
    }

    /// The beginning of the ranks of this time, before all of them.
    pub fn first_rank(at: Timestamp) -> String {
        format!("{:013}", at.as_millisecond().max(0))
    }

    /// Reads a place from its text; `None` if the text is none.
    pub fn parse(rank: &str) -> Option<Self> {
        let (time, id) = rank.split_once('#')?;
        let is_time = time.len() == 13 && time.bytes().all(|digit| digit.is_ascii_digit());
        let listed_at = Timestamp::from_millisecond(time.parse().ok().filter(|_| is_time)?).ok()?;
        Some(Self { listed_at, id: id.parse().ok()? })
    }

    /// The names of the lists of one sender. A name holds a digest, not the sender's own name, so that a
    /// person's is in no index.
    pub fn lists_of(sender: &ActorId) -> impl Iterator<Item = String> {
        let digest = digest(sender);
        (0..Self::SHARDS).map(move |shard| format!("{}#{shard}", digest.as_str()))
    }
}

fn digest(sender: &ActorId) -> Token {
    let digest = Sha256::new().chain_update(b"hubward-sender|").chain_update(sender.as_str());
    Token::from_bytes(&digest.finalize()[..16])
}

impl StateRow {
    /// The place in the list of its sender; the time is cut to whole milliseconds, as it is stored.
    pub fn sent_mark(&self) -> SentMark {
        let listed_at = Timestamp::from_millisecond(self.listed_at.as_millisecond());
        SentMark { listed_at: listed_at.unwrap_or(self.listed_at), id: self.id }
    }

    /// The name of the list that it is in; `None` for a family's, who has no account and no list.
    pub fn list_of_sender(&self) -> Option<String> {
        let shard = self.id.as_bytes()[0] % SentMark::SHARDS;
        self.sender.has_signed_in().then(|| format!("{}#{shard}", digest(&self.submitter).as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rows::Actor;

    #[test]
    fn a_place_comes_back_from_its_text_and_sorts_as_it() {
        let at = |millis, byte| SentMark {
            listed_at: Timestamp::from_millisecond(millis).unwrap(),
            id: ReferralId::from_random([byte; 16]),
        };
        let places = [at(5, 9), at(1_800_000_000_000, 1), at(1_800_000_000_000, 2)];
        for place in places {
            assert_eq!(SentMark::parse(&place.rank()), Some(place));
        }
        assert!(places.map(|place| place.rank()).is_sorted());
        assert!(SentMark::first_rank(places[1].listed_at) < places[1].rank());
        for wrong in ["", "1800000000000", "180#x", "-000000000001#x", "1800000000000#x"] {
            assert_eq!(SentMark::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_names_of_a_senders_lists_do_not_hold_its_name() {
        let [ada, ben] = ["ada", "ben"].map(|who| Actor::person("https://i.example", who, "c").id);
        let lists: Vec<String> = SentMark::lists_of(&ada).collect();
        assert_eq!(lists.len(), usize::from(SentMark::SHARDS));
        assert!(lists.iter().all(|list| !list.contains("ada") && !list.contains("example")));
        assert!(SentMark::lists_of(&ben).all(|list| !lists.contains(&list)));
    }
}
