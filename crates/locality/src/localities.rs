//! All rulebooks of a deployment together: who is served here, every inbox there is, and the two
//! questions asked of them.

use std::collections::BTreeMap;

use referral::{GssCode, InboxId, Location};

use crate::{
    Authority, Facts, InboxInfo, InboxKind, PhoneNow, Placement, PostcodeIndex, RulebookError,
    Whereabouts, place,
    rulebook::{self, Rulebook},
};

/// The authorities served here, with their hubs and rules.
#[derive(Debug, Clone)]
pub struct Localities {
    rulebooks: Vec<Rulebook>,
    /// Upper-tier code → rulebook.
    by_authority: BTreeMap<&'static str, usize>,
    inboxes: Vec<InboxInfo>,
    by_inbox: BTreeMap<InboxId, usize>,
}

impl Localities {
    /// Reads rulebook files, given as name and content. Every fault of every file is told at once.
    pub fn parse(
        files: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Vec<RulebookError>> {
        let mut rulebooks: Vec<Rulebook> = Vec::new();
        let mut faults = Vec::new();
        let mut by_authority = BTreeMap::new();
        let mut ids: BTreeMap<InboxId, String> = BTreeMap::new();
        for (name, text) in files {
            let rulebook = match rulebook::parse(&name, &text) {
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
        Self { rulebooks, by_authority, inboxes, by_inbox }
    }

    /// Where a referral goes. Total: every input has one answer; the same input has the same one.
    pub fn place(&self, facts: &Facts, index: &PostcodeIndex) -> Placement {
        place::place(self, facts, index)
    }

    /// Whom to phone now about a safeguarding concern.
    pub fn phone_now(&self, location: &Location, index: &PostcodeIndex) -> PhoneNow {
        let spot = place::find(&Whereabouts::of(location), index).spot;
        let rulebook = spot.authority().and_then(|authority| self.rulebook_of(authority));
        rulebook.map_or_else(PhoneNow::national, |rulebook| {
            PhoneNow::of(rulebook.authority.name, &rulebook.front_door)
        })
    }

    /// Every inbox: each authority's hubs, front door and triage, then out-of-area and review.
    pub fn inboxes(&self) -> &[InboxInfo] {
        &self.inboxes
    }

    /// One inbox.
    pub fn inbox(&self, id: &InboxId) -> Option<&InboxInfo> {
        self.by_inbox.get(id).map(|at| &self.inboxes[*at])
    }

    /// Editions of the rulebooks in use, as placements name them.
    pub fn editions(&self) -> impl Iterator<Item = &str> {
        self.rulebooks.iter().map(|rulebook| rulebook.edition.as_str())
    }

    /// The rulebook of the upper tier of an authority, when it is served here.
    pub(crate) fn rulebook_of(&self, authority: &Authority) -> Option<&Rulebook> {
        self.by_authority.get(authority.upper).map(|at| &self.rulebooks[*at])
    }
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
