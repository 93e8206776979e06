//! Workers who write on the logs of entries, again and again until they have an answer, sometimes by
//! two clicks at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::civil::date;
use pipeline::collect::{Contact, Logged, NewItem, Worker, append};
use referral::{ContactDirection, ContactLog, ContactWay, ContactWith, EntryId, FreeText};

use super::Changes;
use crate::faults::Bug;
use crate::kernel::SECOND;
use crate::world::Shared;

/// An item that a worker was told is on the log of an entry.
#[derive(Clone)]
pub(crate) struct Acknowledged {
    pub(crate) entry: EntryId,
    /// The words of the item, which no other has.
    pub(crate) words: String,
}

const TRIES: usize = 6;

/// Starts the writing of one item of its own words.
pub(crate) fn write(shared: &Shared, worker: &Worker, entry: EntryId, changes: &Changes) {
    let kernel = shared.kernel.clone();
    let number = kernel.random(|rng| rng.u64(..));
    let text = format!("Item {number:016x}.");
    let Ok(words) = FreeText::parse(&text) else { return };
    let said = if kernel.chance(0.5) { Logged::Note { words } } else { attempt(words) };
    let form = Form {
        worker: worker.clone(),
        entry,
        token: format!("form-{number:016x}"),
        item: NewItem { said, replaces: None },
        words: text,
        answered: Arc::default(),
        changes: changes.clone(),
    };
    for _ in 0..=usize::from(kernel.chance(0.3)) {
        let (shared, form, kernel) = (shared.clone(), form.clone(), kernel.clone());
        kernel.clone().spawn(async move {
            for _ in 0..TRIES {
                let (shared, sent) = (shared.clone(), form.clone());
                kernel.spawn(async move { sent.send(&shared).await });
                kernel.sleep(kernel.between(2 * SECOND, 5 * SECOND)).await;
                if form.answered.load(Ordering::Relaxed) {
                    return;
                }
            }
        });
    }
}

/// An attempt to reach the family, on the day of every run.
fn attempt(words: FreeText) -> Logged {
    Logged::Contact(Contact {
        code: ContactLog::NoAnswer,
        direction: ContactDirection::ToFamily,
        way: ContactWay::Call,
        with: ContactWith::Nobody,
        on: date(2026, 11, 2),
        at: None,
        words: Some(words),
    })
}

/// A form with an item, filled in.
#[derive(Clone)]
struct Form {
    worker: Worker,
    entry: EntryId,
    token: String,
    item: NewItem,
    words: String,
    answered: Arc<AtomicBool>,
    changes: Changes,
}

impl Form {
    /// Sends the item once, by a process of its own, which may die.
    async fn send(&self, shared: &Shared) {
        let process = shared.process();
        if shared.bug == Some(Bug::AcknowledgeTheLogBeforeWrite) {
            self.acknowledged();
        }
        let token = match shared.bug {
            Some(Bug::AnotherTokenForEachSending) => {
                format!("{}-{}", self.token, shared.kernel.random(|rng| rng.u64(..)))
            }
            _ => self.token.clone(),
        };
        if append(&process, &self.worker, self.entry, &token, &self.item).await.is_ok() {
            self.acknowledged();
        }
    }

    fn acknowledged(&self) {
        self.answered.store(true, Ordering::Relaxed);
        self.changes.logged(Acknowledged { entry: self.entry, words: self.words.clone() });
    }
}
