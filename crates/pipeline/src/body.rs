//! The plain form of a sealed body: the referral as parsed, in JSON, under a version of its own.

use referral::Referral;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::ports::Fault;

const VERSION: u8 = 2;

/// The most bodies that are opened at the same time: the key service may be asked for each.
pub(crate) const OPENED_AT_ONCE: usize = 8;

#[derive(Serialize)]
struct Out<'a> {
    v: u8,
    referral: &'a Referral,
}

#[derive(Deserialize)]
struct Version {
    v: u8,
}

#[derive(Deserialize)]
struct In<T> {
    referral: T,
}

const UNREADABLE: Fault = Fault::Broken("the body cannot be read");

pub(crate) fn write(referral: &Referral) -> Result<Vec<u8>, Fault> {
    serde_json::to_vec(&Out { v: VERSION, referral })
        .map_err(|_| Fault::Broken("the body cannot be written"))
}

// serde_json's own error may quote the body: it is dropped.
pub(crate) fn read(plain: &[u8]) -> Result<Referral, Fault> {
    let Version { v } = serde_json::from_slice(plain).map_err(|_| UNREADABLE)?;
    let referral = match v {
        VERSION => serde_json::from_slice(plain).map(|In { referral }| referral),
        1 => serde_json::from_slice(plain).and_then(|In { mut referral }| {
            without_guesses(&mut referral);
            serde_json::from_value(referral)
        }),
        _ => return Err(Fault::Broken("the body has an unknown version")),
    };
    referral.map_err(|_| UNREADABLE)
}

/// Version 1 wrote the usual answer where a question had none: that guess counts as no answer.
fn without_guesses(referral: &mut Value) {
    let mut forget = |pointer: &str, guess: Value| {
        if let Some(value) = referral.pointer_mut(pointer).filter(|value| **value == guess) {
            *value = Value::Null;
        }
    };
    forget("/urgency", json!("routine"));
    forget("/level_of_need", json!("not_assessed"));
    forget("/household/interpreter_needed", json!(false));
    // Only the form guessed this one; few partners give this answer themselves.
    forget("/agreement/by", json!("adult_self"));
    if let Some(adults) = referral.get_mut("adults").and_then(Value::as_array_mut) {
        for methods in adults.iter_mut().filter_map(|a| a.pointer_mut("/safe_contact/methods")) {
            if *methods == json!([]) {
                *methods = Value::Null;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use referral::{ContactMethod, Urgency};

    use super::*;

    /// A body as version 1 wrote it, of a form that gave little more than a phone number.
    const OF_VERSION_1: &str = r#"{"v":1,"referral":{
        "referrer":{"kind":"self_parent","organisation":null,"name":null,"role":null,"email":null,
            "phone":null,"record":null,"anonymous":false,"helped_by":null},
        "agreement":{"status":"agreed","by":"adult_self","on":null,"reason":null},
        "household":{"location":{"kind":"not_given","authority":null},"language":null,
            "interpreter_needed":false,"accessibility":{"needs":[],"note":null},
            "parents_disagree_on_residence":false},
        "adults":[{"name":null,"relationship":null,"parental_responsibility":null,
            "date_of_birth":null,"phone":"+447700900982","email":null,
            "safe_contact":{"methods":[],"best_times":null,"confirmed_by":null,
                "confirmed_on":null}}],
        "must_not_know":[],"children":"not_known","needs":["parenting"],"reason":null,
        "already_tried":null,"others_helping":null,"family_voice":null,"urgency":"routine",
        "level_of_need":"not_assessed","safeguarding_concern":false}}"#;

    #[test]
    fn a_body_of_version_1_opens_and_its_guesses_count_as_no_answer() {
        let silent = read(OF_VERSION_1.as_bytes()).unwrap();
        assert_eq!((silent.urgency, silent.level_of_need), (None, None));
        assert_eq!((silent.household.interpreter_needed, silent.agreement.by), (None, None));
        assert_eq!(silent.adults[0].safe_contact.methods, None);
        let said = OF_VERSION_1
            .replace("\"routine\"", "\"soon\"")
            .replace("\"interpreter_needed\":false", "\"interpreter_needed\":true")
            .replace("\"methods\":[]", "\"methods\":[\"call\"]");
        let said = read(said.as_bytes()).unwrap();
        assert_eq!(said.urgency, Some(Urgency::Soon));
        assert_eq!(said.household.interpreter_needed, Some(true));
        assert_eq!(said.adults[0].safe_contact.safe(), [ContactMethod::Call]);
    }

    #[test]
    fn an_answer_is_the_same_after_it_is_written_and_read() {
        let mut said = read(OF_VERSION_1.as_bytes()).unwrap();
        said.urgency = Some(Urgency::Routine);
        said.household.interpreter_needed = Some(false);
        said.adults[0].safe_contact.methods = Some(Vec::new());
        assert_eq!(read(&write(&said).unwrap()).unwrap(), said);
    }

    #[test]
    fn a_body_of_a_later_version_does_not_open() {
        let later = OF_VERSION_1.replace("\"v\":1", "\"v\":3");
        assert!(matches!(read(later.as_bytes()), Err(Fault::Broken(_))));
    }
}
