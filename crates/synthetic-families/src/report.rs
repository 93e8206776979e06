//! Referrals about a family: their senders, the details these know, and the errors they make.

use fastrand::Rng;
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::errors::{slip, wrong_date};
use crate::family::{Child, Family, Home, Parent};
use crate::names::OTHER_SPELLINGS;

/// One referral as sent, with the truth beside.
#[derive(Debug, Clone)]
pub struct Report {
    /// The referral, as the partner API takes it.
    pub referral: Value,
    /// The number of the family that it is about.
    pub family: u64,
    /// The numbers of its children, in its order.
    pub children: Vec<u64>,
}

/// The kinds of sender.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    School,
    HealthVisitor,
    Mother,
    Father,
    Police,
}

/// The referrals about a family, one to five of them.
pub(crate) fn reports(family: &Family, today: Date, chance: &mut Rng) -> Vec<Report> {
    let count = [1, 1, 1, 2, 2, 2, 3, 3, 4, 5][chance.usize(0..10)];
    (0..count)
        .map(|_| {
            let source = match chance.u8(0..20) {
                0..=7 => Source::School,
                8..=12 => Source::HealthVisitor,
                13..=16 => Source::Mother,
                17 if family.father.is_some() => Source::Father,
                _ => Source::Police,
            };
            report(family, source, today, chance)
        })
        .collect()
}

fn report(family: &Family, source: Source, today: Date, chance: &mut Rng) -> Report {
    // A parent tells about all children, others mostly about one.
    let all = matches!(source, Source::Mother | Source::Father) || chance.u8(0..4) == 0;
    let chosen: Vec<&Child> = if all {
        family.children.iter().collect()
    } else {
        vec![&family.children[chance.usize(0..family.children.len())]]
    };
    let children: Vec<Value> =
        chosen.iter().map(|child| told(child, family, source, today, chance)).collect();
    let mut adults = vec![adult(&family.mother, "mother", source == Source::Mother, chance)];
    if let Some(father) = &family.father
        && (source == Source::Father || chance.u8(0..4) == 0)
    {
        adults.push(adult(father, "father", source == Source::Father, chance));
    }
    let kind = match source {
        Source::School => "school",
        Source::HealthVisitor => "health_visitor",
        Source::Mother | Source::Father => "self_parent",
        Source::Police => "police",
    };
    let referral = json!({
        "referrer": {"kind": kind},
        "agreement": {"status": "agreed"},
        "household": household(family, source, chance),
        "adults": adults,
        "children": children,
        "needs": ["parenting"],
    });
    Report { referral, family: family.id, children: chosen.iter().map(|child| child.id).collect() }
}

fn household(family: &Family, source: Source, chance: &mut Rng) -> Value {
    let known = if source == Source::Father && family.fathers_home.is_some() {
        family.fathers_home.as_ref()
    } else if family.refuge {
        // The father whom the family left does not know where it is; the others must not say.
        if source == Source::Father {
            Some(&family.home)
        } else {
            return json!({"concealed": true, "authority": family.home.authority});
        }
    } else if source != Source::Mother && chance.u8(0..4) == 0 {
        family.before.as_ref().or(Some(&family.home))
    } else {
        Some(&family.home)
    };
    match known {
        Some(home) if chance.u8(0..100) >= 4 => json!({"address": address(home, chance)}),
        _ => json!({"authority": family.home.authority}),
    }
}

fn address(home: &Home, chance: &mut Rng) -> Value {
    let line = if chance.u8(0..100) < 5 { slip(&home.line, chance) } else { home.line.clone() };
    let line = if chance.u8(0..4) == 0 {
        line.replace("Road", "Rd").replace("Street", "St").replace("Avenue", "Ave")
    } else {
        line
    };
    let mut postcode = home.postcode.clone();
    if chance.u8(0..100) < 2 {
        // The last letter of the postcode is mistyped.
        postcode.pop();
        postcode.push(['A', 'D', 'E', 'H', 'N', 'R'][chance.usize(0..6)]);
    }
    json!({"lines": [line], "postcode": postcode})
}

fn adult(parent: &Parent, relationship: &str, own: bool, chance: &mut Rng) -> Value {
    let mut adult = json!({
        "name": {"given": parent.given, "family": parent.family},
        "relationship": relationship,
    });
    if own || chance.u8(0..10) < 7 {
        adult["phone"] = json!(parent.phone);
    }
    if own || chance.u8(0..10) < 4 {
        adult["email"] = json!(parent.email);
    }
    if chance.u8(0..10) < 3 {
        adult["date_of_birth"] = json!(parent.born.to_string());
    }
    adult
}

/// A child, as this source tells about it.
fn told(child: &Child, family: &Family, source: Source, today: Date, chance: &mut Rng) -> Value {
    let careful = matches!(source, Source::Mother | Source::Father);
    let percent = |chance: &mut Rng, of: u8| chance.u8(0..100) < if careful { of / 3 } else { of };
    let new_baby = (today - child.born).get_days() < 42;
    let mut told = json!({});
    if new_baby && chance.u8(0..10) < 4 {
        // The child is told about before the birth, or before the naming.
        if chance.bool() {
            told["due_date"] = json!((child.born + chance.i32(-14..10).days()).to_string());
        } else {
            told["date_of_birth"] = json!(child.born.to_string());
        }
        told["name"] = json!({"given": "Baby", "family": family.mother.family});
        return told;
    }
    let mut given = child.given.clone();
    if percent(chance, 5) {
        let other: Vec<&str> = OTHER_SPELLINGS
            .iter()
            .filter(|(name, _)| *name == child.given)
            .map(|(_, other)| *other)
            .collect();
        if !other.is_empty() {
            other[chance.usize(0..other.len())].clone_into(&mut given);
        }
    }
    if percent(chance, 5) {
        given = slip(&given, chance);
    }
    if let Some(further) = child.further.as_ref().filter(|_| chance.u8(0..5) == 0) {
        given = format!("{given} {further}");
    }
    let mut surname = child.family.clone();
    if let Some((first, _)) = child.family.split_once('-').filter(|_| chance.u8(0..3) == 0) {
        surname = first.to_owned();
    } else if percent(chance, 3) {
        surname.clone_from(&family.mother.family);
    } else if percent(chance, 4) {
        surname = slip(&surname, chance);
    }
    if percent(chance, 1) {
        std::mem::swap(&mut given, &mut surname);
    }
    told["name"] = json!({"given": given, "family": surname});
    if !percent(chance, 2) {
        let born =
            if percent(chance, 3) { wrong_date(child.born, today, chance) } else { child.born };
        told["date_of_birth"] = json!(born.to_string());
    }
    if source == Source::HealthVisitor && chance.u8(0..10) < 7 {
        told["nhs_number"] = json!(child.nhs_number);
    }
    if source == Source::School && chance.u8(0..10) < 6 {
        told["upn"] = json!(child.upn);
    }
    told
}
