//! Families and their drafts, and the log of what they did and were told.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use pipeline::drafts::{self, DraftId, Saved};
use pipeline::rows::DraftKey;

use super::{BEGIN, IDLE, MINUTE};
use crate::hours::START;
use crate::kernel::{Kernel, Micros, SECOND};
use crate::world::{Process, Shared};

/// An attempt or an answer, with the times between which the request was under way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Event {
    pub(super) draft: DraftKey,
    pub(super) from: Micros,
    pub(super) to: Micros,
    pub(super) what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Begun,
    /// Somebody is about to save it; the answer may never come.
    Saves,
    Saved(u64),
    Changed,
    Gone,
    /// The version that was read, if there was a draft.
    Read(Option<u64>),
    /// Somebody is about to end it; the answer may never come.
    Ends,
    Ended,
}

#[derive(Clone, Default)]
pub(super) struct Log(Arc<Mutex<Vec<Event>>>);

impl Log {
    fn add(&self, event: Event) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(event);
    }

    pub(super) fn all(&self) -> Vec<Event> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The number of answers of each kind.
pub(super) fn kinds(events: &[Event]) -> BTreeMap<&'static str, usize> {
    let mut kinds = BTreeMap::new();
    for event in events {
        let kind = match event.what {
            What::Begun => "begun",
            What::Saved(_) => "saved",
            What::Changed => "changed",
            What::Gone => "gone",
            What::Read(Some(_)) => "read",
            What::Read(None) => "not there",
            What::Ended => "ended",
            What::Saves | What::Ends => continue,
        };
        *kinds.entry(kind).or_default() += 1;
    }
    kinds
}

/// What a family's browser and memory hold: the draft's id, and the version that was read last.
#[derive(Clone, Default)]
struct Browser(Arc<Mutex<Option<(DraftId, u64)>>>);

impl Browser {
    fn get(&self) -> Option<(DraftId, u64)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, id: DraftId, seen: u64) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((id, seen));
    }
}

/// A request of a family.
#[derive(Clone, Copy)]
enum Act {
    Begin,
    Save,
    Read,
    End,
}

/// Starts a family, which begins a draft and works on it now and then, until `until`. Each request is
/// answered by a process of its own, which may die.
pub(super) fn live(shared: &Shared, number: usize, until: Micros, log: &Log) {
    let (shared, log, browser) = (shared.clone(), log.clone(), Browser::default());
    let kernel = shared.kernel.clone();
    kernel.clone().spawn(async move {
        kernel.sleep(kernel.between(0, BEGIN)).await;
        for step in 0_u64.. {
            for (again, act) in acts(&kernel, browser.get().is_some(), step > 3).iter().enumerate()
            {
                let process = shared.process();
                let request = Request { process, browser: browser.clone(), log: log.clone() };
                let (act, contents) = (*act, format!("family {number}, {step}, {again}"));
                kernel.spawn(async move { request.make(act, &contents).await });
            }
            kernel.sleep(gap(&kernel)).await;
            if kernel.now() >= until {
                return;
            }
        }
    });
}

/// The next request; now and then two at once: a double click, or a saving and an exit.
fn acts(kernel: &Kernel, has_draft: bool, may_end: bool) -> &'static [Act] {
    match kernel.between(0, 19) {
        _ if !has_draft => &[Act::Begin],
        0 if may_end => &[Act::End],
        1 if may_end => &[Act::Save, Act::End],
        ..=6 => &[Act::Read],
        7..=9 => &[Act::Save, Act::Save],
        _ => &[Act::Save],
    }
}

/// The time until a family does something again: mostly soon, sometimes after a while, and sometimes
/// just when its draft ends, or while the sweep looks at it.
fn gap(kernel: &Kernel) -> Micros {
    match kernel.between(0, 9) {
        0 => IDLE + kernel.between(-2 * SECOND, 70 * SECOND),
        1 => kernel.between(30 * MINUTE, IDLE),
        2 | 3 => {
            let at = kernel.now() + IDLE - kernel.between(0, 10 * MINUTE);
            at + MINUTE - (at - START) % MINUTE + kernel.between(0, SECOND) - kernel.now()
        }
        4 => kernel.between(MINUTE, 30 * MINUTE),
        _ => kernel.between(SECOND, MINUTE),
    }
}

struct Request {
    process: Process,
    browser: Browser,
    log: Log,
}

impl Request {
    async fn make(&self, act: Act, contents: &str) {
        let kernel = &self.process.shared.kernel;
        let from = kernel.now();
        let tell = |draft: &DraftId, what| {
            self.log.add(Event { draft: draft.key(), from, to: kernel.now(), what });
        };
        let process = &self.process;
        match (act, self.browser.get()) {
            (Act::Begin, _) => {
                if let Ok(id) = drafts::begin(process, contents.as_bytes()).await {
                    tell(&id, What::Begun);
                    self.browser.set(id, 1);
                }
            }
            (Act::Save, Some((id, seen))) => {
                tell(&id, What::Saves);
                match drafts::save(process, &id, seen, contents.as_bytes()).await {
                    Ok(Saved::Saved) => {
                        tell(&id, What::Saved(seen + 1));
                        self.browser.set(id, seen + 1);
                    }
                    Ok(Saved::Changed) => tell(&id, What::Changed),
                    Ok(Saved::Gone) => tell(&id, What::Gone),
                    Err(_) => {}
                }
            }
            (Act::Read, Some((id, _))) => {
                let Ok(found) = drafts::read(process, &id).await else { return };
                let version = found.map(|draft| draft.version);
                tell(&id, What::Read(version));
                if let Some(version) = version {
                    self.browser.set(id, version);
                }
            }
            (Act::End, Some((id, _))) => {
                tell(&id, What::Ends);
                if drafts::end(process, &id).await.is_ok() {
                    tell(&id, What::Ended);
                }
            }
            (Act::Save | Act::Read | Act::End, None) => {}
        }
    }
}
