//! The plain form of a sealed summary: short JSON, under a version of its own.

use referral::{Birth, Need, PersonName, Personal, ReferrerKind};
use serde::{Deserialize, Serialize};

use super::{Summary, SummaryChild};
use crate::ports::Fault;

const VERSION: u8 = 1;

/// A part of a name.
type Part = Option<Personal<String>>;

/// A name's parts: given, family, and the name that they are called by.
#[derive(Serialize, Deserialize)]
struct Name(Part, Part, Part);

#[derive(Serialize, Deserialize)]
struct Form {
    v: u8,
    #[serde(default, rename = "c", skip_serializing_if = "Vec::is_empty")]
    children: Vec<(Option<Name>, Birth)>,
    #[serde(default, rename = "a", skip_serializing_if = "Vec::is_empty")]
    adults: Vec<Name>,
    #[serde(default, rename = "n", skip_serializing_if = "Vec::is_empty")]
    needs: Vec<Need>,
    #[serde(default, rename = "s", skip_serializing_if = "Vec::is_empty")]
    senders: Vec<ReferrerKind>,
    #[serde(default, rename = "p")]
    protected: bool,
}

impl From<&PersonName> for Name {
    fn from(name: &PersonName) -> Self {
        Self(name.given.clone(), name.family.clone(), name.known_as.clone())
    }
}

impl From<Name> for PersonName {
    fn from(Name(given, family, known_as): Name) -> Self {
        Self { given, family, known_as }
    }
}

pub(super) fn write(summary: &Summary) -> Result<Vec<u8>, Fault> {
    let Summary { children, adults, needs, senders, protected } = summary;
    let form = Form {
        v: VERSION,
        children: children
            .iter()
            .map(|child| (child.name.as_ref().map(Name::from), child.birth))
            .collect(),
        adults: adults.iter().map(Name::from).collect(),
        needs: needs.clone(),
        senders: senders.clone(),
        protected: *protected,
    };
    serde_json::to_vec(&form).map_err(|_| Fault::Broken("a summary cannot be written"))
}

// serde_json's own error may quote a name: it is dropped.
pub(super) fn read(plain: &[u8]) -> Result<Summary, Fault> {
    const UNREADABLE: Fault = Fault::Broken("a summary cannot be read");
    let form: Form = serde_json::from_slice(plain).map_err(|_| UNREADABLE)?;
    if form.v != VERSION {
        return Err(UNREADABLE);
    }
    let child = |(name, birth): (Option<Name>, Birth)| SummaryChild {
        name: name.map(PersonName::from),
        birth,
    };
    Ok(Summary {
        children: form.children.into_iter().map(child).collect(),
        adults: form.adults.into_iter().map(PersonName::from).collect(),
        needs: form.needs,
        senders: form.senders,
        protected: form.protected,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{child, summary};
    use super::*;

    #[test]
    fn a_summary_is_read_as_it_was_written_and_is_short() {
        let full = summary(vec![
            child("Amina", "Okafor", "2020-05-06"),
            child("محمد", "Nguyễn", "2016-01-02"),
            child("", "", "due 2027-03-01"),
        ]);
        let plain = write(&full).unwrap();
        assert_eq!(read(&plain), Ok(full));
        assert!(plain.len() < 350, "{}", plain.len());
        let empty = Summary::default();
        assert_eq!(read(&write(&empty).unwrap()), Ok(empty));
    }

    #[test]
    fn a_summary_of_a_later_version_is_not_read() {
        for other in [r#"{"v":2}"#, r#"{"v":1,"c":[["a"]]}"#, "{}"] {
            assert!(matches!(read(other.as_bytes()), Err(Fault::Broken(_))), "{other}");
        }
    }
}
