//! All rulebooks of a deployment together: the authorities served here, every inbox, and
//! their names. Placing by them is `place`'s business.

use std::collections::{BTreeMap, BTreeSet};

use referral::{GssCode, InboxId};

use crate::{
    Authority, Calendar, InboxInfo, InboxKind, RulebookError,
    rulebook::{self, Contact, Files, Override, Rulebook},
};

/// The authorities served here, with their hubs and rules.
#[derive(Debug, Clone)]
pub struct Localities {
    rulebooks: Vec<Rulebook>,
    /// The place in `rulebooks` of each upper-tier authority's rulebook, by the authority's code.
    by_authority: BTreeMap<&'static str, usize>,
    inboxes: Vec<InboxInfo>,
    by_inbox: BTreeMap<InboxId, usize>,
    /// Overrides for families of other councils: the rulebook's place, then the override's place.
    beyond: Vec<(usize, usize)>,
}

impl Localities {
    /// Reads rulebook files, and the GeoJSON files (`*.geojson`) that their catchments name, given
    /// as name and content. Every fault of every file is told at once.
    pub fn parse(
        files: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Vec<RulebookError>> {
        let mut rulebooks: Vec<Rulebook> = Vec::new();
        let mut faults = Vec::new();
        let mut by_authority = BTreeMap::new();
        let mut ids: BTreeMap<InboxId, String> = BTreeMap::new();
        let files: Vec<(String, String)> = files.into_iter().collect();
        let (drawn, files): (Vec<_>, Vec<_>) =
            files.iter().partition(|(name, _)| name.ends_with(".geojson"));
        let drawn: Files<'_> =
            drawn.into_iter().map(|(name, text)| (base_name(name), text.as_str())).collect();
        for (name, text) in files {
            let rulebook = match rulebook::parse(name, text, &drawn) {
                Ok(rulebook) => rulebook,
                Err(found) => {
                    faults.extend(found);
                    continue;
                }
            };
            let mut clash = |message: String, help: &str| {
                faults.push(RulebookError {
                    file: name.clone(),
                    line: 1,
                    message,
                    help: help.to_owned(),
                });
            };
            if by_authority.insert(rulebook.authority.code, rulebooks.len()).is_some() {
                clash(
                    format!("{} has a rulebook in another file", rulebook.authority.name),
                    "keep one file for each authority",
                );
                continue;
            }
            for inbox in inboxes_of(&rulebook) {
                if let Some(other) = ids.insert(inbox.id.clone(), name.clone()) {
                    clash(
                        format!("the inbox `{}` is also in {other}", inbox.id),
                        "give each authority an id of its own",
                    );
                }
            }
            rulebooks.push(rulebook);
        }
        if faults.is_empty() { Ok(Self::of(rulebooks, by_authority)) } else { Err(faults) }
    }

    fn of(rulebooks: Vec<Rulebook>, by_authority: BTreeMap<&'static str, usize>) -> Self {
        let mut inboxes: Vec<InboxInfo> = rulebooks.iter().flat_map(inboxes_of).collect();
        inboxes.push(InboxInfo {
            id: InboxId::out_of_area(),
            name: "Out of area".to_owned(),
            kind: InboxKind::OutOfArea,
            authority: None,
        });
        inboxes.push(InboxInfo {
            id: InboxId::review(),
            name: "Review".to_owned(),
            kind: InboxKind::Review,
            authority: None,
        });
        let by_inbox =
            inboxes.iter().enumerate().map(|(at, inbox)| (inbox.id.clone(), at)).collect();
        let beyond = rulebooks.iter().enumerate().flat_map(|(at, rulebook)| {
            let those = rulebook.overrides.iter().enumerate().filter(|(_, one)| one.beyond);
            those.map(move |(which, _)| (at, which))
        });
        let beyond = beyond.collect();
        Self { rulebooks, by_authority, inboxes, by_inbox, beyond }
    }

    /// Every inbox: each authority's hubs, front door and triage, then out-of-area and review.
    pub fn inboxes(&self) -> &[InboxInfo] {
        &self.inboxes
    }

    /// The inbox with this id.
    pub fn inbox(&self, id: &InboxId) -> Option<&InboxInfo> {
        self.by_inbox.get(id).map(|at| &self.inboxes[*at])
    }

    /// The calendar by which an inbox works: a hub's own hours, or those of its authority. Inboxes of no
    /// authority work as any office does.
    pub fn calendar(&self, id: &InboxId) -> Calendar<'_> {
        let Some(authority) = self.inbox(id).and_then(|inbox| inbox.authority) else {
            return Calendar::default();
        };
        let Some(at) = self.by_authority.get(authority.as_str()) else {
            return Calendar::default();
        };
        let Rulebook { hubs, triage, .. } = &self.rulebooks[*at];
        let hub = hubs.iter().find(|hub| hub.inbox == *id && !hub.opening.is_empty());
        hub.map_or_else(
            || Calendar::new(&triage.opening, &triage.closed),
            |hub| Calendar::new(&hub.opening, &hub.closed),
        )
    }

    /// The editions of the rulebooks in use, as placements name them.
    pub fn editions(&self) -> impl Iterator<Item = &str> {
        self.rulebooks.iter().map(|rulebook| rulebook.edition.as_str())
    }

    /// The rulebooks, in the order of their files.
    pub fn rulebooks(&self) -> &[Rulebook] {
        &self.rulebooks
    }

    /// The tags of the languages whose words somebody has read for one of the authorities.
    pub fn reviewed_languages(&self) -> BTreeSet<String> {
        let public = self.rulebooks.iter().filter_map(|rulebook| rulebook.public.as_ref());
        let reviewed = public.flat_map(|public| &public.languages);
        reviewed.map(|language| language.tag.as_str().to_owned()).collect()
    }

    /// The overrides that are for families of other councils too.
    pub(crate) fn beyond(&self) -> impl Iterator<Item = (&Rulebook, &Override)> {
        self.beyond.iter().filter_map(|(at, which)| {
            let rulebook = self.rulebooks.get(*at)?;
            Some((rulebook, rulebook.overrides.get(*which)?))
        })
    }

    /// The contact in the area of another council, when a rulebook here names one.
    pub(crate) fn contact_in(&self, authority: &Authority) -> Option<&Contact> {
        let code = authority.upper_tier().gss()?;
        self.rulebooks.iter().find_map(|rulebook| rulebook.contacts.get(&code))
    }

    /// The rulebook of the upper tier of an authority, when it is served here.
    pub(crate) fn rulebook_of(&self, authority: &Authority) -> Option<&Rulebook> {
        self.by_authority.get(authority.upper).map(|at| &self.rulebooks[*at])
    }
}

/// A file's name without its folders.
fn base_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

fn inboxes_of(rulebook: &Rulebook) -> Vec<InboxInfo> {
    let authority: Option<GssCode> = rulebook.authority.gss();
    let info = |id: &InboxId, name: &str, kind| InboxInfo {
        id: id.clone(),
        name: name.to_owned(),
        kind,
        authority,
    };
    let hubs = rulebook.hubs.iter().map(|hub| info(&hub.inbox, &hub.name, InboxKind::Hub));
    let door = &rulebook.front_door;
    let triage = &rulebook.triage;
    hubs.chain([
        info(&door.inbox, &door.name, InboxKind::FrontDoor),
        info(&triage.inbox, &triage.name, InboxKind::Triage),
    ])
    .collect()
}
