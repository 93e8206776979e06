//! The phones of hubs that anybody may call before they fill anything in.

use locality::Localities;
use locality::rulebook::Rulebook;

/// A hub that has a phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HubPhone {
    /// The hub's name.
    pub(crate) name: String,
    /// The hub's number.
    pub(crate) phone: String,
}

/// The hubs of the one authority that is served here, or of the one that is known for a form; none
/// where there are several, as nobody could tell which to call.
pub(crate) fn hub_phones(localities: &Localities, known: Option<&Rulebook>) -> Vec<HubPhone> {
    let one = match localities.rulebooks() {
        [only] => Some(only),
        _ => known,
    };
    let hubs = one.into_iter().flat_map(|rulebook| &rulebook.hubs);
    hubs.filter_map(|hub| Some(HubPhone { name: hub.name.clone(), phone: hub.phone.clone()? }))
        .collect()
}
