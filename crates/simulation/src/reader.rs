//! The reader: a worker who, once all is calm, opens every entry and looks whether each note that was
//! acknowledged is shown there once, with its referral.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use pipeline::collect::open;
use referral::{EntryId, FreeText, ReferralId};

use crate::checker::Violation;
use crate::client::Answer;
use crate::family;
use crate::worker::of_every_inbox;
use crate::world::Shared;

/// The notes that were shown: how often each referral was, with these words. `None` until all is read.
#[derive(Clone, Default)]
pub(crate) struct Read(Arc<Mutex<Option<Shown>>>);

type Shown = BTreeMap<(ReferralId, String), usize>;

impl Read {
    /// The acknowledged notes that were not shown once.
    pub(crate) fn violations(
        &self,
        told: &family::Told,
        answers: &BTreeMap<usize, Vec<Answer>>,
    ) -> Vec<Violation> {
        let shown = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(shown) = shown.as_ref() else { return vec![Violation::NotSettled] };
        let notes = told.added.iter().filter_map(|(number, planned)| {
            let id = answers.get(number)?.first()?.id;
            let words = planned.note.text().map(FreeText::as_str).unwrap_or_default();
            Some((id, words.to_owned()))
        });
        let wrong = notes.filter(|note| shown.get(note) != Some(&1));
        wrong.map(|(id, _)| Violation::NoteNotShown(id)).collect()
    }
}

/// Opens every entry.
pub(crate) fn read(shared: &Shared) -> Read {
    let (shared, read) = (shared.clone(), Read::default());
    let kept = read.clone();
    shared.kernel.clone().spawn(async move {
        let process = shared.process();
        let worker = of_every_inbox(&shared, "reader");
        let with_notes = |entry: &EntryId| {
            let rows = shared.store.rows();
            rows.notes.values().any(|note| note.entry == Some(*entry))
        };
        let entries: Vec<EntryId> = shared.store.rows().entries.keys().copied().collect();
        let mut shown = Shown::new();
        for entry in entries.into_iter().filter(with_notes) {
            let Ok(opened) = open(&process, &worker, entry).await else { return };
            for referral in &opened.referrals {
                for note in &referral.notes {
                    let words = note.said.as_ref().and_then(|said| said.text());
                    let words = words.map(|words| words.as_str().to_owned()).unwrap_or_default();
                    *shown.entry((referral.state.id, words)).or_default() += 1;
                }
            }
        }
        *read.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(shown);
    });
    kept
}
