//! The bundle of a message: its resources, what they refer to, and what the message asks for.

use std::collections::BTreeMap;

use referral::{FieldError, Invalid};

use super::element::{At, Element};

const EVENT: &str = "servicerequest-request";
/// The longest name that a sender may give a request, in bytes.
const LONGEST_REQUEST: usize = 1_024;

const MESSAGE: Invalid = Invalid::new("invariant", "Send a Bundle of type message.");
const REASONS: Invalid = Invalid::new("value", "Give the reason as new or update.");
const STATUSES: Invalid =
    Invalid::new("value", "Give the status as active, revoked or entered-in-error.");
const NOT_NEW: Invalid = Invalid::new(
    "invariant",
    "A new request is active. To withdraw one, give the reason as update.",
);
const WHICH: Invalid = Invalid::new(
    "required",
    "Name the request by an identifier, an id or a fullUrl, so that it can be updated or revoked.",
);

/// A bundle, and its resources in order.
pub(super) struct Bundle<'a> {
    pub(super) root: At<'a>,
    pub(super) entries: Vec<Entry<'a>>,
    /// The place of each resource among the entries, by the address of its entry and by type and id.
    places: BTreeMap<String, usize>,
}

/// A resource of the bundle, and the entry that it stands in.
pub(super) struct Entry<'a> {
    pub(super) entry: At<'a>,
    pub(super) resource: At<'a>,
}

/// The things that a message can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    New,
    Update,
    Revoke,
    EnteredInError,
}

/// What a message says of itself.
pub(super) struct Header<'a> {
    pub(super) kind: Kind,
    /// The sender's own name for the request.
    pub(super) request: String,
    pub(super) message: At<'a>,
    pub(super) service_request: At<'a>,
}

impl<'a> Bundle<'a> {
    pub(super) fn of(root: &'a Element) -> Result<Self, Vec<FieldError>> {
        let root = At::root(root);
        if root.element.name != "Bundle" {
            return Err(vec![MESSAGE.at("")]);
        }
        let within = |entry: At<'a>| {
            let resource = entry.first("resource")?.resource()?;
            Some(Entry { entry, resource })
        };
        let entries: Vec<_> = root.all("entry").into_iter().filter_map(within).collect();
        let mut places = BTreeMap::new();
        for (place, Entry { entry, resource }) in entries.iter().enumerate() {
            let id = resource.text("id").map(|id| format!("{}/{id}", resource.element.name));
            for address in entry.text("fullUrl").into_iter().chain(id) {
                places.entry(address).or_insert(place);
            }
        }
        Ok(Self { root, entries, places })
    }

    /// The resources of a type, in order.
    pub(super) fn all(&self, name: &str) -> Vec<At<'a>> {
        let resources = self.entries.iter().map(|entry| &entry.resource);
        resources.filter(|resource| resource.element.name == name).cloned().collect()
    }

    /// The resource that the first element of this name in `holder` refers to.
    pub(super) fn referred(&self, holder: &At<'a>, name: &str) -> Option<At<'a>> {
        self.resolve(holder, &holder.first(name)?)
    }

    /// The resource that a reference leads to: one of the bundle, or one within its holder.
    pub(super) fn resolve(&self, holder: &At<'a>, reference: &At<'a>) -> Option<At<'a>> {
        let wanted = reference.text("reference")?;
        if let Some(id) = wanted.strip_prefix('#') {
            let contained = holder.all("contained");
            let mut contained = contained.iter().filter_map(At::resource);
            return contained.find(|resource| resource.text("id").as_deref() == Some(id));
        }
        // A reference may give the type and the id alone, or end in them.
        let type_and_id = wanted.rmatch_indices('/').nth(1).map(|(at, _)| &wanted[at + 1..]);
        let place = self.places.get(&wanted).or_else(|| self.places.get(type_and_id?))?;
        Some(self.entries[*place].resource.clone())
    }

    /// What the message asks for, or all that is wrong with its saying so.
    pub(super) fn header(&self) -> Result<Header<'a>, Vec<FieldError>> {
        let mut errors = Vec::new();
        if self.root.text("type").as_deref() != Some("message") {
            errors.push(MESSAGE.at("Bundle.type"));
        }
        let message = self.only("MessageHeader", self.all("MessageHeader"), &mut errors);
        let message = message.ok_or_else(|| std::mem::take(&mut errors))?;
        let event = only_value(&message, &["eventCoding", "code"], &mut errors);
        if event.as_ref().is_some_and(|event| event.value().as_deref() != Some(EVENT)) {
            let fault = "This service takes the event servicerequest-request only.";
            let place = format!("{}.eventCoding.code", message.path);
            errors.push(Invalid::new("not_supported", fault).at(place));
        }
        let requests = self.all("ServiceRequest");
        let focus = message.all("focus");
        let in_focus: Vec<_> = focus
            .iter()
            .filter_map(|focus| self.resolve(&message, focus))
            .filter(|resource| resource.element.name == "ServiceRequest")
            .collect();
        let requests = if in_focus.is_empty() { requests } else { in_focus };
        let request = self.only("ServiceRequest", requests, &mut errors);
        let service_request = request.ok_or_else(|| std::mem::take(&mut errors))?;
        let kind = kind(&message, &service_request, &mut errors);
        let name = self.name_of(&service_request);
        if name.is_none() {
            errors.push(WHICH.at(service_request.path.clone()));
        }
        match (kind, name) {
            (Some(kind), Some(request)) if errors.is_empty() => {
                Ok(Header { kind, request, message, service_request })
            }
            _ => Err(errors),
        }
    }

    fn only(
        &self,
        name: &str,
        mut found: Vec<At<'a>>,
        errors: &mut Vec<FieldError>,
    ) -> Option<At<'a>> {
        match found.len() {
            1 => found.pop(),
            0 => {
                let fault = format!("The message needs a {name}.");
                errors.push(Invalid::with("required", fault).at(self.root.path.clone()));
                None
            }
            _ => {
                let fault = format!("Send one {name} in a message.");
                errors.push(Invalid::with("invariant", fault).at(found[1].path.clone()));
                None
            }
        }
    }

    /// The sender's name for a request: its identifier, or else its id, or else the address of its
    /// entry. It is marked by which of them it is, so that two of them are never taken for one.
    fn name_of(&self, request: &At<'a>) -> Option<String> {
        let identifier = request.all("identifier").iter().find_map(|identifier| {
            let value = identifier.text("value")?;
            Some(format!("identifier|{}|{value}", identifier.text("system").unwrap_or_default()))
        });
        let entry = || {
            let own = |entry: &&Entry<'a>| std::ptr::eq(entry.resource.element, request.element);
            let entry = &self.entries.iter().find(own)?.entry;
            Some(format!("fullUrl|{}", entry.text("fullUrl")?))
        };
        let id = || Some(format!("id|{}", request.text("id")?));
        identifier.or_else(id).or_else(entry).filter(|name| name.len() <= LONGEST_REQUEST)
    }
}

fn kind(message: &At<'_>, request: &At<'_>, errors: &mut Vec<FieldError>) -> Option<Kind> {
    let reason = only_value(message, &["reason", "coding", "code"], errors);
    let status = only_value(request, &["status"], errors);
    let (reason, status) = (reason?, status?);
    match (reason.value()?.as_str(), status.value()?.as_str()) {
        ("new", "active") => return Some(Kind::New),
        ("update", "active") => return Some(Kind::Update),
        ("update", "revoked") => return Some(Kind::Revoke),
        ("update", "entered-in-error") => return Some(Kind::EnteredInError),
        ("new", "revoked" | "entered-in-error") => errors.push(NOT_NEW.at(status.path)),
        ("new" | "update", _) => errors.push(STATUSES.at(status.path)),
        _ => errors.push(REASONS.at(reason.path)),
    }
    None
}

/// The value at the end of the names. It and everything on the way must be there once, as the whole
/// message hangs on it.
fn only_value<'a>(at: &At<'a>, names: &[&str], errors: &mut Vec<FieldError>) -> Option<At<'a>> {
    let mut place = at.clone();
    for name in names {
        let mut found = place.all(name);
        let Some(next) = found.pop() else {
            let fault = Invalid::new("required", "This must be given.");
            errors.push(fault.at(format!("{}.{name}", place.path)));
            return None;
        };
        if !found.is_empty() {
            errors.push(Invalid::new("invariant", "This must be given once.").at(next.path));
            return None;
        }
        place = next;
    }
    if place.value().is_none() {
        errors.push(Invalid::new("required", "This must be given.").at(place.path));
        return None;
    }
    Some(place)
}
