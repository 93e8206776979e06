//! A thousand messages that were changed at random, by a seed: each is read or refused, and nothing
//! breaks.

use formats::fhir::Act;
use formats::json;

use crate::{ADULT, CHILD, TODAY, read};

/// Numbers that are the same in every run (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(most.max(1)).unwrap()).unwrap()
    }
}

/// A message with one to three changes: bytes flipped, parts dropped, doubled, swapped, renamed, nested
/// deep, or blown up.
fn changed(text: &str, chance: &mut Chance) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=chance.below(3) {
        let (at, length) = (chance.below(bytes.len()), 1 + chance.below(200));
        let end = (at + length).min(bytes.len());
        match chance.below(8) {
            0 => bytes[at] ^= 1 << chance.below(8),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            3 => bytes.truncate(at),
            4 => {
                let deep = if text.starts_with('{') { "{\"a\":[" } else { "<a>" };
                bytes.splice(at..at, deep.repeat(chance.below(300)).into_bytes());
            }
            5 => drop(bytes.splice(at..at, vec![b'x'; chance.below(60_000)])),
            6 => lines(&mut bytes, chance),
            _ => {
                let names = ["Patient", "birthDate", "status", "value", "reference", "coding"];
                let (from, to) = (names[chance.below(6)], names[chance.below(6)]);
                bytes = String::from_utf8_lossy(&bytes).replace(from, to).into_bytes();
            }
        }
        if bytes.is_empty() {
            bytes.push(b' ');
        }
    }
    bytes
}

/// Drops a line, or doubles it: in these messages that is an element.
fn lines(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut lines: Vec<_> = text.lines().collect();
    if lines.is_empty() {
        return;
    }
    let at = chance.below(lines.len());
    if chance.below(2) == 0 {
        lines.remove(at);
    } else {
        lines.insert(at, lines[at]);
    }
    *bytes = lines.join("\n").into_bytes();
}

#[test]
fn a_thousand_changed_messages_are_read_or_refused() {
    let mut chance = Chance(0x5eed);
    let mut taken = 0;
    for turn in 0..1_000 {
        let text = if turn % 2 == 0 { CHILD } else { ADULT };
        let bytes = changed(text, &mut chance);
        let format =
            if turn % 2 == 0 { formats::fhir::Format::Json } else { formats::fhir::Format::Xml };
        match formats::fhir::read(&bytes, format, referral::ReferrerKind::Gp, TODAY) {
            Ok(message) => {
                taken += 1;
                if let Act::New(referral) | Act::Update(referral) = message.act {
                    let _ = (json::digest_input(&referral), referral.warnings(TODAY));
                }
            }
            Err(rejection) => {
                for error in rejection.errors() {
                    assert!(error.path.len() < 5_000, "{error:?}");
                }
            }
        }
    }
    // Were all or none of them taken, the changes would have tried nothing.
    assert!((50..950).contains(&taken), "{taken} were taken");
    assert!(read(CHILD).is_ok() && read(ADULT).is_ok());
}
