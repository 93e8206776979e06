//! One service, read as the `[[hub]]` table of a rulebook file.

use std::{collections::BTreeSet, fmt::Write};

use referral::{AccessNeed, LanguageTag, Need, Postcode};
use serde_json::Value;

use super::super::export::DAYS;
use super::{Loss, list, text};
use crate::{Grid, geo::to_grid};

/// The fields that are read, or that say nothing about the service itself.
const READ: [&str; 14] = [
    "id",
    "name",
    "description",
    "status",
    "minimum_age",
    "maximum_age",
    "organization",
    "url",
    "email",
    "phones",
    "service_at_locations",
    "schedules",
    "languages",
    "attributes",
];

/// The statuses of services that are given no more.
const ENDED: [&str; 2] = ["inactive", "defunct"];

const NO_PLACE: &str = "a rulebook has no place for it";
/// The types of phones that a person answers.
const SPOKEN: [&str; 3] = ["voice", "cell", "sms"];

const UNREADABLE: &str = "it cannot be read as the standard has it";

/// A service while it is read.
pub(super) struct Reading<'a, F> {
    /// The service's name, or its place in the file.
    pub(super) name: String,
    /// The table as far as it is written.
    pub(super) hub: String,
    /// The names of the fields that the table has.
    pub(super) fields: Vec<&'static str>,
    /// The details that were left behind.
    pub(super) lost: Vec<Loss>,
    locate: &'a F,
}

impl<'a, F: Fn(&Postcode) -> Option<Grid>> Reading<'a, F> {
    pub(super) fn new(name: String, locate: &'a F) -> Self {
        let hub = String::from("[[hub]]\n");
        Self { name, hub, fields: Vec::new(), lost: Vec::new(), locate }
    }

    /// Writes the table of the service; `None` where it is no hub. Its id is unlike all in `ids`.
    pub(super) fn hub(&mut self, service: &Value, ids: &mut BTreeSet<String>) -> Option<()> {
        if text(service, "status").is_some_and(|status| ENDED.contains(&status.as_str())) {
            self.lose("status", "the service is given no more: not imported");
            return None;
        }
        let fields = service.as_object().into_iter().flatten();
        for (field, value) in fields.filter(|(field, _)| !READ.contains(&field.as_str())) {
            if !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()) {
                self.lose(field, NO_PLACE);
            }
        }
        let mut places =
            list(service, "service_at_locations").filter_map(|at| Some((at, at.get("location")?)));
        let found = places.by_ref().find_map(|(at, place)| Some((at, place, self.grid(place)?)));
        let Some((at, first, place)) = found else {
            self.lose("service_at_locations", "no place in Great Britain: not imported");
            return None;
        };
        // Details of the place stand for those that the service has none of.
        let said_by = [service, at, first];
        let (id, name) = (slug(&self.name, ids), self.shortened("name", &self.name.clone(), 50));
        self.put("id", quoted(&id));
        self.put("name", quoted(&name));
        self.reach(service, first, said_by);
        self.put("grid", place);
        self.offers(service, first);
        self.hours(said_by);
        for (_, place) in places {
            self.site(place);
        }
        self.hub.push('\n');
        Some(())
    }

    fn put(&mut self, name: &'static str, value: impl std::fmt::Display) {
        self.fields.push(name);
        // Writing to a text cannot fail.
        let _ = writeln!(self.hub, "{name} = {value}");
    }

    fn lose(&mut self, field: impl Into<String>, why: &'static str) {
        self.lost.push(Loss { service: self.name.clone(), field: field.into(), why });
    }

    /// How the hub is described, written to, found and rung.
    fn reach(&mut self, service: &Value, first: &Value, said_by: [&Value; 3]) {
        for (field, most) in [("description", 300), ("email", 120)] {
            if let Some(value) = text(service, field) {
                let value = self.shortened(field, &value, most);
                self.put(field, quoted(&value));
            }
        }
        if let Some(address) = list(first, "addresses").next() {
            if let Some(line) = text(address, "address_1") {
                let line = self.shortened("address_1", &line, 120);
                self.put("address", quoted(&line));
            }
            let postcode = text(address, "postal_code");
            match postcode.as_deref().map(Postcode::parse) {
                Some(Ok(postcode)) => self.put("postcode", quoted(&postcode.to_string())),
                Some(Err(_)) => self.lose("postal_code", UNREADABLE),
                None => {}
            }
        }
        let phones = said_by.into_iter().flat_map(|one| list(one, "phones"));
        let mut spoken = phones
            .filter(|phone| text(phone, "type").is_none_or(|kind| SPOKEN.contains(&kind.as_str())));
        if let Some(number) = spoken.find_map(|phone| text(phone, "number")) {
            let number: String =
                number.chars().filter(|c| c.is_ascii_digit() || " +".contains(*c)).collect();
            self.put("phone", quoted(number.trim()));
        }
        match text(service, "url") {
            Some(url) if url.starts_with("https://") => self.put("website", quoted(&url)),
            Some(_) => self.lose("url", "a page must begin with https://"),
            None => {}
        }
    }

    /// For whom the hub is, and with what it helps.
    fn offers(&mut self, service: &Value, first: &Value) {
        let number = |field: &str| service.get(field).and_then(Value::as_f64);
        if let (Some(from), Some(to)) = (number("minimum_age"), number("maximum_age")) {
            if (0.0..=25.0).contains(&from) && (from..=25.0).contains(&to) {
                let without_send = to.min(19.0).max(from);
                let ages = format!(
                    "{{ from = {from:.0}, to = {without_send:.0}, to_with_send = {to:.0} }}"
                );
                self.put("ages", ages);
            } else {
                self.lose("minimum_age", "a Family Hub's ages end at 25");
            }
        }
        let is_tag = |tag: &str| LanguageTag::parse(tag).is_ok();
        self.codes("languages", service, ("languages", "code"), is_tag);
        let is_need = |code: &str| code.parse::<Need>().is_ok();
        self.codes("needs", service, ("attributes", "value"), is_need);
        let is_access = |code: &str| code.parse::<AccessNeed>().is_ok();
        self.codes("access", first, ("accessibility", "details"), is_access);
    }

    fn hours(&mut self, said_by: [&Value; 3]) {
        let schedules = said_by.into_iter().map(|one| list(one, "schedules").collect::<Vec<_>>());
        let mut schedules = schedules.filter(|list| !list.is_empty());
        let schedules = schedules.next().unwrap_or_default();
        let opening: Vec<String> =
            schedules.into_iter().filter_map(|one| self.opening(one)).collect();
        if !opening.is_empty() {
            self.put("opening", format!("[{}]", opening.join(", ")));
        }
    }

    /// Writes a further place of the hub.
    fn site(&mut self, place: &Value) {
        match (self.grid(place), text(place, "name")) {
            (Some(grid), Some(name)) => {
                let name = quoted(&self.shortened("location", &name, 50));
                let _ = write!(self.hub, "\n[[hub.site]]\nname = {name}\ngrid = {grid}\n");
            }
            _ => self.lose("service_at_locations", UNREADABLE),
        }
    }

    /// The place of a location, by its latitude and longitude or by its postcode.
    fn grid(&self, location: &Value) -> Option<String> {
        let degrees = |field: &str| location.get(field).and_then(Value::as_f64);
        if let (Some(longitude), Some(latitude)) = (degrees("longitude"), degrees("latitude")) {
            let here = (-9.5..=2.5).contains(&longitude) && (49.5..=61.5).contains(&latitude);
            let (easting, northing) = to_grid(longitude, latitude);
            return here.then(|| format!("{{ easting = {easting:.0}, northing = {northing:.0} }}"));
        }
        let mut postcodes = list(location, "addresses").filter_map(|one| text(one, "postal_code"));
        let Grid { easting, northing } =
            postcodes.find_map(|code| (self.locate)(&Postcode::parse(&code).ok()?))?;
        Some(format!("{{ easting = {easting}, northing = {northing} }}"))
    }

    /// Puts the codes of a list that are known here; the others are noted as lost.
    fn codes(
        &mut self,
        name: &'static str,
        value: &Value,
        (field, part): (&str, &str),
        known: impl Fn(&str) -> bool,
    ) {
        let mut codes = Vec::new();
        for one in list(value, field) {
            match text(one, part) {
                Some(code) if known(&code) => codes.push(quoted(&code)),
                _ => self.lose(field, "its code is not one of ours"),
            }
        }
        if !codes.is_empty() {
            self.put(name, format!("[{}]", codes.join(", ")));
        }
    }

    fn opening(&mut self, schedule: &Value) -> Option<String> {
        let read = || {
            let days = text(schedule, "byday")?;
            let days: Option<Vec<String>> = days
                .split(',')
                .map(|day| {
                    let at = DAYS.iter().position(|(_, name)| *name == day.trim())?;
                    Some(quoted(crate::rulebook::day_code(at)?))
                })
                .collect();
            let time = |field| {
                let time: jiff::civil::Time = text(schedule, field)?.get(..5)?.parse().ok()?;
                Some(time.strftime("%H:%M:%S").to_string())
            };
            let (from, to) = (time("opens_at")?, time("closes_at")?);
            Some(format!("{{ days = [{}], from = {from}, to = {to} }}", days?.join(", ")))
        };
        let found = read();
        if found.is_none() {
            self.lose("schedules", UNREADABLE);
        }
        found
    }

    /// A text cut to at most `most` characters; the rest is noted as lost.
    fn shortened(&mut self, field: &str, value: &str, most: usize) -> String {
        let clean: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let clean = clean.trim();
        if clean.chars().count() > most {
            self.lose(field, "its end was cut off");
        }
        clean.chars().take(most).collect::<String>().trim().to_owned()
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// An id made from a name: small letters, digits and inner hyphens, unlike every other id.
fn slug(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut slug = String::new();
    for symbol in name.to_lowercase().chars() {
        if symbol.is_ascii_alphanumeric() {
            slug.push(symbol);
        } else if symbol != '\'' && symbol != '’' && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug: String = slug.trim_matches('-').chars().take(27).collect();
    let slug = if slug.is_empty() { "hub".to_owned() } else { slug.trim_matches('-').to_owned() };
    let mut id = slug.clone();
    let mut number = 2;
    while !taken.insert(id.clone()) {
        id = format!("{slug}-{number}");
        number += 1;
    }
    id
}
