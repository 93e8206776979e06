//! The plan of submissions: families, their children, and the referrals for them with their times.

use pipeline::notes::Note;
use pipeline::rows::Actor;
use referral::{FreeText, Referral, StatusSecret, WithdrawalReason};

use crate::hours::{SPAN, START};
use crate::kernel::{Micros, SECOND};
use crate::places::postcode;

/// A submission that is going to be made.
#[derive(Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(crate) struct Planned {
    /// The number of the submission, which its referral carries as the referrer's record.
    pub(crate) number: usize,
    /// The time when it is sent.
    pub(crate) at: Micros,
    /// The actor who sends it.
    pub(crate) submitter: Actor,
    /// The idempotency key of the submission.
    pub(crate) key: String,
    /// The referral that is submitted.
    pub(crate) referral: Referral,
    /// The number of the child that it is really about: the same number is the same child.
    pub(crate) child: usize,
    /// Whether a letter of the child's name is wrong, so that the name may be a twin's.
    pub(crate) misspelt: bool,
    /// Whether it is sent twice at once.
    pub(crate) double_click: bool,
    /// Whether it looks as if a machine had sent it.
    pub(crate) suspect: bool,
    /// The secret by which its sender looks at its status.
    pub(crate) secret: StatusSecret,
    /// The notes that its sender adds later.
    pub(crate) notes: Vec<PlannedNote>,
    /// The changes that its sender makes later.
    pub(crate) amendments: Vec<PlannedAmendment>,
    pub(crate) concern: bool,
    pub(crate) agreed: bool,
    pub(crate) protected: bool,
}

/// An amendment that is going to be sent.
#[derive(Clone)]
pub(crate) struct PlannedAmendment {
    /// The time from the answer to the submission until it is sent.
    pub(crate) after: Micros,
    /// The sender's key for it.
    pub(crate) key: String,
    /// The reason where it is a withdrawal; a correction has none.
    pub(crate) withdraws: Option<WithdrawalReason>,
    /// Whether the correction tells of a safeguarding concern.
    pub(crate) concern: bool,
    /// Whether it is sent twice at once.
    pub(crate) double_click: bool,
}

/// A note that is going to be added.
#[derive(Clone)]
pub(crate) struct PlannedNote {
    /// The time from the answer to the submission until it is sent.
    pub(crate) after: Micros,
    /// The random token of its form.
    pub(crate) key: String,
    pub(crate) note: Note,
    /// Whether it is sent twice at once.
    pub(crate) double_click: bool,
}

impl Planned {
    /// The child and whether its name is misspelt: referrals that differ in this are never joined.
    pub(crate) fn name(&self) -> (usize, bool) {
        (self.child, self.misspelt)
    }
}

/// A plan of `count` submissions, for half as many children. Many are about a child that others
/// refer too, often in the same second.
///
/// The first `crowd` of them are about one further child, all at once; the last of these is a
/// concern.
///
/// The plan has a generator of its own, so that a part of it can be run without the rest.
pub(crate) fn plan(seed: u64, count: usize, crowd: usize) -> Vec<Planned> {
    let mut rng = fastrand::Rng::with_seed(seed ^ 0x706c_616e);
    // What comes after the sending has a generator of its own too.
    let mut later = fastrand::Rng::with_seed(seed ^ 0x6e6f_7465);
    let children = (count / 2).max(1);
    let together: Vec<Micros> = (0..children).map(|_| rng.i64(0..=SPAN)).collect();
    (0..count)
        .map(|number| {
            let in_crowd = number < crowd;
            let child = if in_crowd { children } else { rng.usize(0..children) };
            let at = if in_crowd {
                rng.i64(0..=50_000)
            } else if rng.bool() {
                together[child] + rng.i64(0..=20_000)
            } else {
                rng.i64(0..=SPAN)
            };
            let mut chance = |probability: f64| rng.f64() < probability;
            let concern = if in_crowd { number + 1 == crowd } else { chance(0.08) };
            let agreed = !chance(0.1) || in_crowd;
            let misspelt = !in_crowd && number % 7 == 3 && is_misspelt(child);
            let (protected, double_click) = (chance(0.05) && !in_crowd, chance(0.15));
            Planned {
                number,
                at: START + at,
                submitter: Actor::person(
                    "https://issuer.example",
                    &format!("school-{}", number % 3),
                    "schools",
                ),
                key: format!("key-{number}"),
                suspect: !in_crowd && later.f64() < 0.05,
                secret: StatusSecret::from_random(later.u128(..).to_be_bytes()),
                notes: notes(&mut later, number, SPAN - at),
                amendments: amendments(&mut later, number, SPAN - at),
                referral: referral(number, child, misspelt, [concern, agreed, protected]),
                child,
                misspelt,
                double_click,
                concern,
                agreed,
                protected,
            }
        })
        .collect()
}

/// The notes to one submission in five: up to three, the first of them sometimes at once.
fn notes(rng: &mut fastrand::Rng, submission: usize, left: Micros) -> Vec<PlannedNote> {
    let count = if rng.f64() < 0.2 { rng.usize(1..=3) } else { 0 };
    (0..count)
        .map(|at| {
            let words = FreeText::parse(&format!("Note {at} to {submission}.")).ok();
            let kind = rng.f64();
            let note = match words {
                Some(words) if kind < 0.5 => Note::MoreToTell(words),
                words if kind < 0.7 => Note::Concern(words),
                words => Note::AskToWithdraw(words),
            };
            PlannedNote {
                after: later(rng, left),
                key: format!("form-{submission}-{at}"),
                note,
                double_click: rng.f64() < 0.2,
            }
        })
        .collect()
}

/// The time until something is added: seconds, or a good while, but before the span ends. The check comes
/// after it, and takes what was added a moment ago for something that nobody was told of.
fn later(rng: &mut fastrand::Rng, left: Micros) -> Micros {
    let after = if rng.bool() { rng.i64(0..=2 * SECOND) } else { rng.i64(0..=SPAN / 2) };
    after.min(left.max(0))
}

/// The amendments of one submission in eight: one or two, the last of them a withdrawal as a rule.
fn amendments(rng: &mut fastrand::Rng, submission: usize, left: Micros) -> Vec<PlannedAmendment> {
    let count = if rng.f64() < 0.125 { rng.usize(1..=2) } else { 0 };
    (0..count)
        .map(|at| {
            let reason = rng.choice(WithdrawalReason::ALL).copied();
            PlannedAmendment {
                after: later(rng, left),
                key: format!("amendment-{submission}-{at}"),
                withdraws: reason.filter(|_| at + 1 == count && rng.f64() < 0.8),
                concern: rng.f64() < 0.2,
                double_click: rng.f64() < 0.2,
            }
        })
        .collect()
}

/// The text before a submission's number in its referral's body.
pub(crate) const RECORD: &str = "\"record\":\"S-";

/// Given names of children: each name, then the same name in another spelling, then the name with a
/// slip. Of every four, the first two are twins, and the rest their brothers and sisters.
const GIVEN: [[&str; 3]; 8] = [
    ["Amina", "AMINA", "Amnia"],
    ["Benjamin", "Bénjamin", "Benajmin"],
    ["Chidera", "Chi-Dera", "Chidrea"],
    ["Dilwyn", "dilwyn", "Dilwynn"],
    ["Edie", "Édie", "Edie"],
    ["Fatima", "Fathima", "Fatimma"],
    ["Gwendolen", "Gwen Dolen", "Gwendoeln"],
    ["Harpreet", "Harprit", "Harpreett"],
];

fn is_misspelt(child: usize) -> bool {
    let [given, _, slip] = GIVEN[child % GIVEN.len()];
    given != slip
}

/// The number of children in one household.
const SIBLINGS: usize = 4;

const SYLLABLES: [&str; 20] = [
    "ba", "cor", "den", "fitz", "gal", "hur", "jin", "kov", "lam", "mor", "nas", "pel", "quin",
    "rod", "sta", "tor", "ulm", "vex", "wil", "zan",
];

/// A family name of three syllables, a different one for each of 8,000 households.
fn family_name(household: usize) -> String {
    let number = household * 7_919 % 8_000;
    let syllables = [number / 400, number / 20 % 20, number % 20].map(|at| SYLLABLES[at]);
    let name = syllables.concat();
    name[..1].to_uppercase() + &name[1..]
}

fn referral(
    number: usize,
    child: usize,
    misspelt: bool,
    [concern, agreed, protected]: [bool; 3],
) -> Referral {
    let household = child / SIBLINGS;
    let [given, otherwise, slip] = GIVEN[child % GIVEN.len()];
    let given = match number % 7 {
        _ if misspelt => slip,
        5 => otherwise,
        _ => given,
    };
    let day = if child % SIBLINGS < 2 { 1 } else { 5 * (child % SIBLINGS) };
    let json = serde_json::json!({
        "referrer": {
            "kind": "school",
            "record": format!("S-{number}"),
            "email": format!("senco-{number}@school.example"),
        },
        "agreement": {"status": if agreed { "agreed" } else { "not_asked" }},
        "household": {"address": {
            "lines": [format!("{} Lupus Street", household + 1)],
            "postcode": postcode(household),
        }},
        "adults": [{
            "name": {"given": "Ruth", "family": family_name(household)},
            "relationship": "mother",
            "phone": format!("07700 9{household:05}"),
        }],
        "children": [{
            "name": {
                "given": given,
                "family": family_name(household),
            },
            "date_of_birth": format!("20{:02}-{:02}-{day:02}", 10 + household % 14, 1 + household % 12),
        }],
        "needs": [match number % 3 {
            _ if protected => "domestic_abuse",
            1 => "parenting",
            _ => "exploitation_and_offending",
        }],
        "reason": "In words.",
        "safeguarding_concern": concern,
    });
    let today = jiff::civil::date(2026, 11, 2);
    formats::json::read(json.to_string().as_bytes(), today)
        .unwrap_or_else(|rejection| unreachable!("{rejection:?}"))
}
