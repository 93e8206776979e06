//! Tests of notes, from the family that adds one to the worker who reads it.

use pipeline::due::Work;
use pipeline::notes::{Added, MOST_NOTES, Note, add};
use pipeline::rows::NoteRow;
use referral::{ClosingOutcome, FreeText};

use super::*;

fn words(text: &str) -> Note {
    Note::MoreToTell(FreeText::parse(text).unwrap())
}

impl Tiers {
    async fn add(&self, reference: &Reference, key: &str, note: &Note) -> Added {
        let opened = self.found(reference).await.opened;
        add(&self.family, &opened, key, note).await.unwrap()
    }

    /// The notes that a worker is shown with the first referral of an entry.
    async fn shown(&self, worker: &Worker, id: EntryId) -> Vec<Note> {
        let opened = self.open(worker, id).await;
        opened.referrals[0].notes.iter().map(|note| note.said.clone().unwrap()).collect()
    }

    pub(super) async fn waits(&self, work: Work) -> Option<Timestamp> {
        let store = self.hub.store();
        let due = store.due(work.shard(), Timestamp::MAX, Timestamp::MAX, 1_000).await.unwrap();
        due.into_iter().find(|row| row.work == work).map(|row| row.since)
    }

    async fn stored(&self, id: ReferralId) -> Vec<NoteRow> {
        self.hub.store().notes(id).await.unwrap()
    }
}

#[tokio::test]
async fn a_note_is_shown_once_however_often_it_is_sent_before_or_after_its_referral_is_placed() {
    let tiers = Tiers::new().await;
    let triage = worker(&["westminster-triage"]);
    let Receipt { id, reference, .. } = tiers.accept("a", family(|_| {}), false).await;
    let early = words("The baby is called محمد.");
    for _ in 0..3 {
        assert_eq!(tiers.add(&reference, "form-1", &early).await, Added::Added);
    }
    let key = tiers.stored(id).await[0].key;
    assert!(tiers.waits(Work::DeliverNote(key)).await.is_some());
    // The note's message comes first, and finds the referral waiting.
    let waits = pipeline::notes::deliver(&tiers.route, key).await.unwrap();
    assert_eq!(waits, pipeline::notes::NoteDelivered::Waits);
    tiers.deliver().await;
    assert_eq!(tiers.waits(Work::DeliverNote(key)).await, None);
    tiers.at(MINUTE);
    let late = words("We have moved to Ryde.");
    assert_eq!(tiers.add(&reference, "form-2", &late).await, Added::Added);
    // The same form with other words is another note, and so are the same words in another form.
    assert_eq!(tiers.add(&reference, "form-2", &words("Call after six.")).await, Added::Added);
    tiers.deliver().await;
    let listed = tiers.list(&triage).await.remove(0);
    assert!(listed.entry.has_news());
    let shown = tiers.shown(&triage, id.into()).await;
    assert_eq!((shown.len(), &shown[0]), (3, &early));
    assert!(shown.contains(&late));
    let listed = tiers.list(&triage).await.remove(0);
    assert_eq!((listed.entry.has_news(), tiers.stored(id).await.len()), (false, 3));
    assert_eq!(tiers.found(&reference).await.notes_left, 17);
}

#[tokio::test]
async fn a_note_s_row_tells_nothing_and_opens_for_no_other_row() {
    let tiers = Tiers::new().await;
    let receipt = tiers.accept("a", family(|_| {}), false).await;
    tiers.add(&receipt.reference, "form", &Note::AskToWithdraw(None)).await;
    tiers.add(&receipt.reference, "form", &words("Gurpreet left.")).await;
    tiers.deliver().await;
    let rows = tiers.stored(receipt.id).await;
    for row in &rows {
        let shown = String::from_utf8_lossy(&row.sealed);
        assert!(!shown.contains("withdraw") && !shown.contains("Gurpreet"), "{shown}");
    }
    let vault = pipeline::ports::Keyed::vault(&tiers.hub);
    let moved = pipeline::ports::Open::open(vault, rows[0].key, &rows[1].sealed).await;
    assert!(matches!(moved, Err(pipeline::Fault::Broken(_))));
    let body = pipeline::ports::Open::open(vault, receipt.id, &rows[0].sealed).await;
    assert!(matches!(body, Err(pipeline::Fault::Broken(_))));
}

#[tokio::test]
async fn a_note_to_a_closed_entry_brings_it_back_up_the_list_until_it_is_read() {
    let tiers = Tiers::new().await;
    let triage = worker(&["westminster-triage"]);
    let first = tiers.accept("a", family(|_| {}), false).await;
    tiers.at(MINUTE).accept("b", family(|_| {}), false).await;
    tiers.deliver().await;
    let close = collect::Change::Close(ClosingOutcome::Supported);
    for change in [collect::Change::Claim, close] {
        collect::change(&tiers.hub, &triage, first.id.into(), None, change).await.unwrap();
    }
    let order = async || {
        let listed = tiers.list(&triage).await;
        listed.iter().map(|one| one.entry.id == first.id.into()).collect::<Vec<_>>()
    };
    assert_eq!(order().await, [false, true]);
    tiers.at(HOUR).add(&first.reference, "form", &Note::AskToWithdraw(None)).await;
    tiers.deliver().await;
    assert_eq!(order().await, [true, false]);
    let entry = tiers.list(&triage).await.remove(0).entry;
    assert_eq!((entry.state, entry.has_news()), (EntryState::Closed, true));
    assert_eq!(tiers.shown(&triage, entry.id).await, [Note::AskToWithdraw(None)]);
    assert_eq!(order().await, [false, true]);
    // Nothing was withdrawn by itself.
    let state = tiers.hub.store().state(first.id).await.unwrap().unwrap();
    assert_eq!(state.state, ReferralState::Routed);
}

#[tokio::test]
async fn a_referral_takes_twenty_notes_and_the_twentieth_may_be_sent_again() {
    let tiers = Tiers::new().await;
    let receipt = tiers.accept("a", family(|_| {}), false).await;
    for number in 0..MOST_NOTES {
        let note = words(&format!("Note {number}."));
        assert_eq!(tiers.add(&receipt.reference, "form", &note).await, Added::Added);
    }
    assert_eq!(tiers.add(&receipt.reference, "form", &words("One more.")).await, Added::Full);
    assert_eq!(tiers.add(&receipt.reference, "form", &words("Note 19.")).await, Added::Added);
    assert_eq!(tiers.found(&receipt.reference).await.notes_left, 0);
    tiers.deliver().await;
    assert_eq!(tiers.stored(receipt.id).await.len(), 20);
}

#[tokio::test]
async fn more_about_a_concern_must_be_opened_and_does_not_put_its_clock_back() {
    let tiers = Tiers::new().await;
    let door = worker(&["westminster-front-door"]);
    let concern = family(|said| said["safeguarding_concern"] = json!(true));
    let receipt = tiers.accept("a", concern, false).await;
    tiers.deliver().await;
    let clock = Work::OpenConcern(receipt.id.into());
    assert_eq!(tiers.waits(clock).await, Some(now()));
    tiers.at(10 * MINUTE).add(&receipt.reference, "form", &words("He is back.")).await;
    tiers.deliver().await;
    assert_eq!(tiers.waits(clock).await, Some(now()));
    tiers.open(&door, receipt.id.into()).await;
    assert_eq!(tiers.waits(clock).await, None);
    tiers.at(HOUR).add(&receipt.reference, "form", &words("He has a key.")).await;
    tiers.deliver().await;
    assert_eq!(tiers.waits(clock).await, Some(later(HOUR)));
    // The words are pressing, as those of the concern are.
    let listed = tiers.at(2 * HOUR).list(&door).await.remove(0);
    assert!(listed.waits_unread && listed.entry.has_news());
}

#[tokio::test]
async fn a_note_is_told_of_only_as_long_as_it_is_untold_and_its_entry_as_it_was_read() {
    let tiers = Tiers::new().await;
    let receipt = tiers.accept("a", family(|_| {}), false).await;
    tiers.add(&receipt.reference, "form", &words("Once.")).await;
    tiers.deliver().await;
    let note = tiers.stored(receipt.id).await.remove(0);
    assert_eq!(note.entry, Some(receipt.id.into()));
    let again = [Write::Told { note: note.key, entry: receipt.id.into() }];
    assert_eq!(refusals(tiers.hub.store(), &again).await, [CONDITION]);
    let insert = [Write::Insert(Row::Note(note.clone()))];
    assert_eq!(refusals(tiers.hub.store(), &insert).await, [CONDITION]);
    let told = pipeline::notes::deliver(&tiers.route, note.key).await.unwrap();
    assert_eq!(told, pipeline::notes::NoteDelivered::Already);
}

#[tokio::test]
async fn a_concern_in_a_note_must_be_opened_whatever_its_entry_is() {
    let tiers = Tiers::new().await;
    let triage = worker(&["westminster-triage"]);
    let receipt = tiers.accept("a", family(|_| {}), false).await;
    tiers.deliver().await;
    let clock = Work::OpenConcern(receipt.id.into());
    assert_eq!(tiers.waits(clock).await, None);
    tiers.at(DAY).add(&receipt.reference, "form", &Note::Concern(None)).await;
    tiers.deliver().await;
    assert_eq!(tiers.waits(clock).await, Some(later(DAY)));
    // Closing it unread does not end the clock, and being shown the note does.
    let close = collect::Change::Close(ClosingOutcome::Supported);
    for change in [collect::Change::Claim, close] {
        collect::change(&tiers.hub, &triage, receipt.id.into(), None, change).await.unwrap();
    }
    assert_eq!(tiers.waits(clock).await, Some(later(DAY)));
    assert_eq!(tiers.shown(&triage, receipt.id.into()).await, [Note::Concern(None)]);
    assert_eq!(tiers.waits(clock).await, None);
}

#[tokio::test]
async fn a_look_to_decide_a_match_leaves_the_news_to_the_inbox() {
    let tiers = Tiers::new().await;
    let (own, other) = (worker(&["westminster-triage"]), worker(&["essex-triage"]));
    let receipt = tiers.accept("a", family(|_| {}), false).await;
    tiers.add(&receipt.reference, "form", &words("He is back.")).await;
    tiers.deliver().await;
    let entry = tiers.list(&own).await.remove(0).entry;
    let triage = other.inboxes.first().unwrap();
    let matches = vec![possible_match(9, triage)];
    let seen = entry.version;
    let row = EntryRow { matches, version: seen + 1, ..entry };
    let id = row.id;
    tiers.hub.store().commit(&[Write::Entry { row, seen }]).await.unwrap();
    assert!(tiers.open(&other, id).await.entry.has_news());
    assert!(tiers.list(&own).await[0].entry.has_news());
    assert!(!tiers.open(&own, id).await.entry.has_news());
    assert!(!tiers.list(&own).await[0].entry.has_news());
}
