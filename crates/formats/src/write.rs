//! Writes a referral as the JSON document that it would be read from, without the fields that are
//! not set.

use referral::code_list::CodeList;
use referral::{
    Address, Adult, Birth, Child, Children, Household, Location, MustNotKnow, PersonName, Personal,
    Referral, Referrer, SendStatus,
};
use serde_json::{Map, Value};

/// The document of a referral. Reading it on the same day gives the same referral.
pub fn write(referral: &Referral) -> Value {
    let mut out = Out::default();
    out.put("referrer", referrer(&referral.referrer));
    let agreement = &referral.agreement;
    let mut agreed = Out::default();
    agreed.put("status", agreement.status.code());
    agreed.code("by", agreement.by);
    agreed.maybe("on", agreement.on.map(|day| day.to_string()));
    agreed.text("reason", agreement.reason.as_ref());
    out.put("agreement", agreed.0);
    out.put("household", household(&referral.household));
    out.list("adults", referral.adults.iter().map(adult));
    out.list("must_not_know", referral.must_not_know.iter().map(must_not_know));
    match &referral.children {
        Children::Known(children) => out.list("children", children.iter().map(child)),
        Children::NotKnown => out.flag("children_not_known", true),
    }
    out.codes("needs", referral.needs.iter());
    out.text("reason", referral.reason.as_ref());
    out.text("already_tried", referral.already_tried.as_ref());
    out.text("others_helping", referral.others_helping.as_ref());
    out.text("family_voice", referral.family_voice.as_ref());
    out.code("urgency", referral.urgency);
    out.code("level_of_need", referral.level_of_need);
    out.flag("safeguarding_concern", referral.safeguarding_concern);
    Value::Object(out.0)
}

/// An object that is being written.
#[derive(Default)]
struct Out(Map<String, Value>);

impl Out {
    fn put(&mut self, name: &str, value: impl Into<Value>) {
        self.0.insert(name.to_owned(), value.into());
    }

    fn maybe(&mut self, name: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    fn text(&mut self, name: &str, text: Option<&impl AsRef<str>>) {
        self.maybe(name, text.map(AsRef::as_ref));
    }

    fn code(&mut self, name: &str, code: Option<impl CodeList>) {
        self.maybe(name, code.map(CodeList::code));
    }

    fn codes<T: CodeList>(&mut self, name: &str, codes: impl Iterator<Item = T>) {
        self.list(name, codes.map(CodeList::code));
    }

    fn flag(&mut self, name: &str, value: bool) {
        if value {
            self.put(name, true);
        }
    }

    fn list<T: Into<Value>>(&mut self, name: &str, items: impl Iterator<Item = T>) {
        let items: Vec<Value> = items.map(Into::into).collect();
        if !items.is_empty() {
            self.put(name, items);
        }
    }
}

fn referrer(referrer: &Referrer) -> Map<String, Value> {
    let mut out = Out::default();
    out.put("kind", referrer.kind.code());
    if let Some(organisation) = &referrer.organisation {
        let mut inner = Out::default();
        inner.text("name", organisation.name.as_ref());
        inner.text("urn", organisation.urn.as_ref());
        inner.text("ods", organisation.ods.as_ref());
        out.put("organisation", inner.0);
    }
    out.text("name", referrer.name.as_ref());
    out.text("role", referrer.role.as_ref());
    out.text("email", referrer.email.as_ref());
    out.text("phone", referrer.phone.as_ref());
    out.text("record", referrer.record.as_ref());
    out.flag("anonymous", referrer.anonymous);
    if let Some(helper) = &referrer.helped_by {
        let mut inner = Out::default();
        inner.text("setting", helper.setting.as_ref());
        inner.text("organisation", helper.organisation.as_ref());
        inner.text("name", helper.name.as_ref());
        out.put("helped_by", inner.0);
    }
    out.0
}

fn household(household: &Household) -> Map<String, Value> {
    let mut out = Out::default();
    match &household.location {
        Location::Address(at) => out.put("address", address(at)),
        Location::NoFixedAddress { .. } => out.put("no_fixed_address", true),
        Location::Concealed { .. } => out.put("concealed", true),
        Location::NotGiven { .. } => {}
    }
    out.maybe("authority", household.location.authority().map(|code| code.to_string()));
    out.text("language", household.language.as_ref());
    out.maybe("interpreter_needed", household.interpreter_needed);
    out.codes("accessibility", household.accessibility.needs.iter().copied());
    out.text("accessibility_note", household.accessibility.note.as_ref());
    out.flag("parents_disagree_on_residence", household.parents_disagree_on_residence);
    out.0
}

fn address(address: &Address) -> Map<String, Value> {
    let mut out = Out::default();
    out.list("lines", address.lines.iter().map(|line| line.expose().as_str()));
    out.maybe("town", address.town.as_ref().map(|town| town.expose().as_str()));
    out.maybe("postcode", address.postcode.map(|postcode| postcode.to_string()));
    out.text("uprn", address.uprn.as_ref());
    out.0
}

fn name(name: &PersonName) -> Map<String, Value> {
    let mut out = Out::default();
    let mut part = |key, part: &Option<Personal<String>>| {
        out.maybe(key, part.as_ref().map(|part| part.expose().as_str()));
    };
    part("given", &name.given);
    part("family", &name.family);
    part("known_as", &name.known_as);
    out.0
}

fn adult(adult: &Adult) -> Map<String, Value> {
    let mut out = Out::default();
    out.maybe("name", adult.name.as_ref().map(name));
    out.code("relationship", adult.relationship);
    out.maybe("parental_responsibility", adult.parental_responsibility);
    out.maybe("date_of_birth", adult.date_of_birth.map(|born| born.day().to_string()));
    out.text("phone", adult.phone.as_ref());
    out.text("email", adult.email.as_ref());
    let safe = &adult.safe_contact;
    // An empty list is an answer: no way is safe.
    let ways = safe.methods.as_ref().map(|ways| ways.iter().map(|way| way.code()).collect());
    out.maybe("safe_to", ways.map(|ways: Vec<&str>| ways));
    out.text("best_times", safe.best_times.as_ref());
    if safe.confirmed_by.is_some() || safe.confirmed_on.is_some() {
        let mut inner = Out::default();
        inner.text("by", safe.confirmed_by.as_ref());
        inner.maybe("on", safe.confirmed_on.map(|day| day.to_string()));
        out.put("safety_confirmed", inner.0);
    }
    out.0
}

fn must_not_know(person: &MustNotKnow) -> Map<String, Value> {
    let mut out = Out::default();
    out.maybe("name", person.name.as_ref().map(name));
    out.code("relationship", person.relationship);
    out.text("note", person.note.as_ref());
    out.0
}

fn child(child: &Child) -> Map<String, Value> {
    let mut out = Out::default();
    out.maybe("name", child.name.as_ref().map(name));
    match child.birth {
        Birth::Born(born) => out.put("date_of_birth", born.day().to_string()),
        Birth::About(about) => out.put("born_about", about.as_text()),
        Birth::Due(due) => out.put("due_date", due.day().to_string()),
        Birth::NotKnown => {}
    }
    out.text("nhs_number", child.nhs_number.as_ref());
    out.text("upn", child.upn.as_ref());
    out.text("school_urn", child.school.as_ref());
    match child.send {
        SendStatus::NotKnown => {}
        SendStatus::None => out.put("send", false),
        SendStatus::Support => out.put("send", true),
        SendStatus::Ehcp => out.put("ehcp", true),
    }
    out.flag("adopted", child.adopted);
    out.flag("restricted", child.restricted);
    out.0
}
