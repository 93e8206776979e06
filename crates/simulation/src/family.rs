//! Families after their sending: they look how it stands by reference and secret, and add notes, again
//! and again until they have an answer.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pipeline::family_status::{Looked, look};
use pipeline::notes::{Added, add};
use referral::Reference;

use crate::faults::Bug;
use crate::kernel::SECOND;
use crate::plan::{Planned, PlannedNote};
use crate::world::{Process, Shared};

/// A record of what families were told.
#[derive(Clone, Default)]
pub(crate) struct Families(Arc<Mutex<Told>>);

#[derive(Clone, Default)]
pub(crate) struct Told {
    /// The notes that were acknowledged: the submission's number, and the note.
    pub(crate) added: Vec<(usize, PlannedNote)>,
    /// The submissions whose status was not found by the right secret.
    pub(crate) not_found: Vec<usize>,
}

impl Families {
    pub(crate) fn all(&self) -> Told {
        self.told().clone()
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

const TRIES: usize = 8;

/// Adds every planned note, when its time has come, to a submission that was answered now.
pub(crate) fn add_notes(
    shared: &Shared,
    planned: &Planned,
    reference: Reference,
    families: &Families,
) {
    for note in &planned.notes {
        for _ in 0..=usize::from(note.double_click) {
            let form = Form {
                number: planned.number,
                secret: planned.secret,
                reference,
                note: note.clone(),
                answered: Arc::default(),
                families: families.clone(),
            };
            let (shared, kernel) = (shared.clone(), shared.kernel.clone());
            kernel.clone().spawn(async move {
                kernel.sleep(form.note.after).await;
                for _ in 0..TRIES {
                    let (process, sent) = (shared.process(), form.clone());
                    kernel.spawn(async move { sent.send(&process).await });
                    kernel.sleep(kernel.between(2 * SECOND, 5 * SECOND)).await;
                    if form.answered.load(std::sync::atomic::Ordering::Relaxed) {
                        return;
                    }
                }
            });
        }
    }
}

/// A form with a note, filled in.
#[derive(Clone)]
struct Form {
    number: usize,
    secret: referral::StatusSecret,
    reference: Reference,
    note: PlannedNote,
    answered: Arc<std::sync::atomic::AtomicBool>,
    families: Families,
}

impl Form {
    /// Sends the note once, by a process of its own, which may die.
    async fn send(&self, process: &Process) {
        if process.shared.bug == Some(Bug::AcknowledgeTheNoteBeforeWrite) {
            self.acknowledged();
        }
        let opened = match look(process, &self.reference, &self.secret).await {
            Ok(Looked::Found(status)) => status.opened,
            Ok(Looked::NotFound) => return self.families.told().not_found.push(self.number),
            Ok(Looked::Locked) | Err(_) => return,
        };
        if let Ok(Added::Added) = add(process, &opened, &self.note.key, &self.note.note).await {
            self.acknowledged();
        }
    }

    fn acknowledged(&self) {
        self.answered.store(true, std::sync::atomic::Ordering::Relaxed);
        self.families.told().added.push((self.number, self.note.clone()));
    }
}
