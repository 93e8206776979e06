//! Tests of drafts, with the keys that seal in earnest and a clock that the test moves.

use futures::future::{join, join_all};
use pipeline::drafts::{self, Draft, DraftId, Ended, Saved};
use pipeline::due::Work;
use pipeline::ports::{DraftStore as _, Keyed, Open as _, Seal as _, Sources, Tokens as _, World};
use pipeline::rows::DraftRow;
use store::{FamilyKeys, FamilyVault, KeyFile, KeySource, KeySources as _};

use super::clock::Clock;
use super::*;

pub(crate) const MINUTE: i64 = 60;
pub(crate) const HOUR: i64 = 60 * MINUTE;

pub(crate) struct Family {
    pub(crate) store: DynamoStore,
    pub(crate) vault: FamilyVault,
    clock: Clock,
}

impl World for Family {
    type Store = DynamoStore;
    type Nature = Clock;

    fn store(&self) -> &DynamoStore {
        &self.store
    }

    fn nature(&self) -> &Clock {
        &self.clock
    }
}

impl Keyed for Family {
    type Vault = FamilyVault;

    fn vault(&self) -> &FamilyVault {
        &self.vault
    }
}

impl Family {
    pub(crate) async fn new() -> Self {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(&file, KeyFile::generate(later(0)).unwrap().write()).unwrap();
        let kept = KeySource::File(file.path().to_owned());
        let keys = FamilyKeys {
            bodies: kept.clone(),
            drafts: kept.clone(),
            telling: kept.clone(),
            intake: kept,
        };
        let vault = keys.vault(&aws_config::SdkConfig::builder().build()).unwrap();
        Self { store: engine::store().await, vault, clock: Clock::default() }
    }

    /// Moves the clock to this many seconds after the start.
    pub(crate) fn at(&self, seconds: i64) -> &Self {
        self.clock.set(seconds);
        self
    }

    async fn begin(&self, contents: &str) -> DraftId {
        drafts::begin(self, contents.as_bytes()).await.unwrap()
    }

    /// The contents and the version of a draft.
    async fn read(&self, id: &DraftId) -> Option<(String, u64)> {
        let found = drafts::read(self, id).await.unwrap();
        found.map(|Draft { contents, version }| (String::from_utf8(contents).unwrap(), version))
    }

    async fn save(&self, id: &DraftId, seen: u64, contents: &str) -> Saved {
        drafts::save(self, id, seen, contents.as_bytes()).await.unwrap()
    }

    async fn row(&self, id: &DraftId) -> Option<DraftRow> {
        self.store.draft(id.key()).await.unwrap()
    }

    async fn end_idle(&self) -> Ended {
        let (ended, faults) = drafts::end_idle(self, Timestamp::MAX).await;
        faults.unwrap();
        ended
    }

    /// The times at which the ending of a draft is due.
    async fn marks(&self, id: &DraftId) -> Vec<Timestamp> {
        let shard = Work::EndDraft(id.key()).shard();
        let due = self.store.due(shard, Timestamp::MAX, Timestamp::MAX, 10_000).await.unwrap();
        let due = due.into_iter().filter(|row| row.work == Work::EndDraft(id.key()));
        due.map(|row| row.due.at).collect()
    }
}

fn ended(ended: usize, put_off: usize) -> Ended {
    Ended { ended, put_off }
}

#[tokio::test]
async fn a_draft_is_read_as_it_was_saved_last_and_its_row_tells_nothing() {
    let family = Family::new().await;
    let id = family.begin("Gurpreet").await;
    assert_eq!(family.read(&id).await, Some(("Gurpreet".to_owned(), 1)));
    assert_eq!(family.save(&id, 1, "Nguyễn").await, Saved::Saved);
    assert_eq!(family.read(&id).await, Some(("Nguyễn".to_owned(), 2)));
    let row = family.row(&id).await.unwrap();
    let shown = format!("{} {}", row.key, String::from_utf8_lossy(&row.sealed));
    for hidden in [id.secret().as_str(), "Gurpreet", "Nguyễn"] {
        assert!(!shown.contains(hidden), "{hidden}");
    }
    // The key in the table is no id of a draft.
    let other = DraftId::parse(&row.key.to_string()[..32]).unwrap();
    assert_eq!(family.read(&other).await, None);
}

#[tokio::test]
async fn an_id_that_is_taken_is_drawn_again_and_its_draft_stays() {
    let family = Family::new().await;
    family.clock.draw([7; 16]);
    let one = family.begin("one").await;
    family.clock.draw([7; 16]);
    let two = family.begin("two").await;
    assert!(one != two);
    assert_eq!(family.read(&one).await, Some(("one".to_owned(), 1)));
    assert_eq!(family.read(&two).await, Some(("two".to_owned(), 1)));
}

#[tokio::test]
async fn of_two_that_saw_the_same_version_one_saves() {
    let family = Family::new().await;
    let id = family.begin("one").await;
    let (two, three) = join(family.save(&id, 1, "two"), family.save(&id, 1, "three")).await;
    assert!(
        [(Saved::Saved, Saved::Changed), (Saved::Changed, Saved::Saved)].contains(&(two, three))
    );
    let kept = if two == Saved::Saved { "two" } else { "three" };
    assert_eq!(family.read(&id).await, Some((kept.to_owned(), 2)));
}

#[tokio::test]
async fn a_draft_that_is_not_saved_ends_after_four_hours() {
    let family = Family::new().await;
    let id = family.begin("one").await;
    assert!(family.at(4 * HOUR - 1).read(&id).await.is_some());
    assert_eq!(family.save(&id, 1, "two").await, Saved::Saved);
    assert!(family.at(8 * HOUR - 2).read(&id).await.is_some(), "saving it put its end off");
    assert_eq!(family.at(8 * HOUR - 1).read(&id).await, None);
    assert_eq!(family.save(&id, 2, "three").await, Saved::Gone);
    assert_eq!(family.read(&id).await, None, "saving does not revive it");
}

#[tokio::test]
async fn a_draft_that_was_ended_stays_ended_and_leaves_no_work() {
    let family = Family::new().await;
    let (one, two) = (family.begin("one").await, family.begin("two").await);
    assert_eq!(family.marks(&one).await, [later(4 * HOUR)]);
    for _ in 0..2 {
        drafts::end(&family, &one).await.unwrap();
        assert_eq!(family.read(&one).await, None);
        assert_eq!(family.save(&one, 1, "again").await, Saved::Gone);
        assert_eq!(family.row(&one).await, None);
        assert_eq!(family.marks(&one).await, []);
    }
    assert!(family.read(&two).await.is_some());
}

#[tokio::test]
async fn a_draft_whose_row_somebody_wrote_to_is_none() {
    let family = Family::new().await;
    let (one, two) = (family.begin("one").await, family.begin("two").await);
    let (row, other) = (family.row(&one).await.unwrap(), family.row(&two).await.unwrap());
    let mut altered = row.sealed.clone();
    *altered.last_mut().unwrap() ^= 1;
    let as_body = family.vault.seal(id(1), b"one").await.unwrap();
    for (seen, sealed) in (1..).zip([altered, other.sealed, as_body, Vec::new()]) {
        let wrong = DraftRow { sealed, version: seen + 1, ..row.clone() };
        assert!(family.store.save_draft(&wrong, seen, later(0)).await.unwrap());
        assert_eq!(family.read(&one).await, None);
    }
    assert!(family.vault.open(two.key(), &row.sealed).await.is_err());
}

#[tokio::test]
async fn what_is_idle_is_ended_and_what_was_saved_is_looked_at_again_at_its_end() {
    let family = Family::new().await;
    let (left, used) = (family.begin("left").await, family.begin("used").await);
    family.at(30 * MINUTE).save(&used, 1, "more").await;
    assert_eq!(family.at(4 * HOUR - 1).end_idle().await, ended(0, 0));
    assert_eq!(family.at(4 * HOUR).end_idle().await, ended(1, 1));
    assert_eq!((family.row(&left).await, family.marks(&left).await), (None, vec![]));
    assert!(family.read(&used).await.is_some());
    assert_eq!(family.marks(&used).await, [later(4 * HOUR + 30 * MINUTE)]);
    assert_eq!(family.at(4 * HOUR + 30 * MINUTE).end_idle().await, ended(1, 0));
    assert_eq!((family.row(&used).await, family.marks(&used).await), (None, vec![]));
    assert_eq!(family.end_idle().await, ended(0, 0));
}

#[tokio::test]
async fn a_mark_that_a_fast_clock_made_is_brought_back() {
    let family = Family::new().await;
    let id = family.at(24 * HOUR).begin("one").await;
    assert_eq!(family.at(0).end_idle().await, ended(0, 1));
    assert_eq!(family.marks(&id).await, [later(4 * HOUR)]);
    assert_eq!(family.end_idle().await, ended(0, 0));
    // A clock that is fast by less than the tolerance makes no work.
    let id = family.at(2 * MINUTE).begin("two").await;
    assert_eq!(family.at(0).end_idle().await, ended(0, 0));
    assert_eq!(family.marks(&id).await, [later(4 * HOUR + 2 * MINUTE)]);
}

#[tokio::test]
async fn work_whose_draft_is_gone_already_is_removed() {
    let family = Family::new().await;
    let id = family.begin("one").await;
    let expired = Write::EndDraft { key: id.key(), idle_at: None };
    family.store.commit(&[expired]).await.unwrap();
    assert_eq!(family.at(4 * HOUR).end_idle().await, ended(1, 0));
    assert_eq!(family.marks(&id).await, []);
}

#[tokio::test]
async fn of_a_saving_and_an_ending_at_the_same_time_one_is_refused() {
    let family = Family::new().await;
    for round in 0..20 {
        let began = round * 10 * HOUR;
        let ids = join_all((0..8).map(|_| family.at(began).begin("one"))).await;
        family.at(began + 4 * HOUR - 1);
        let saving = join_all(ids.iter().map(|id| family.save(id, 1, "two")));
        let sweeping = async {
            family.at(began + 4 * HOUR);
            family.end_idle().await
        };
        let (saved, swept) = join(saving, sweeping).await;
        for (id, saved) in ids.iter().zip(&saved) {
            let is_there = family.read(id).await.is_some();
            assert_eq!(is_there, *saved == Saved::Saved, "{saved:?}, {swept:?}");
            assert_eq!(family.marks(id).await.len(), usize::from(is_there));
        }
        family.at(began + 9 * HOUR).end_idle().await;
        for id in &ids {
            assert_eq!((family.row(id).await, family.marks(id).await), (None, vec![]));
        }
    }
}

#[tokio::test]
async fn more_drafts_than_a_page_end_in_one_run() {
    let family = Family::new().await;
    for _ in 0..20 {
        join_all((0..100).map(|_| family.begin("one"))).await;
    }
    assert_eq!(family.at(4 * HOUR).end_idle().await, ended(2_000, 0));
    assert_eq!(family.end_idle().await, ended(0, 0));
}

#[tokio::test]
async fn a_run_whose_time_is_over_ends_nothing_and_the_next_one_does() {
    let family = Family::new().await;
    let id = family.begin("one").await;
    family.at(4 * HOUR);
    let (nothing, faults) = drafts::end_idle(&family, later(4 * HOUR)).await;
    assert_eq!((nothing, faults), (ended(0, 0), Ok(())));
    assert!(family.row(&id).await.is_some());
    assert_eq!(family.end_idle().await, ended(1, 0));
}

#[test]
fn a_source_is_not_told_by_its_token() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let family = runtime.block_on(Family::new());
    let tokens = family.vault.tokens("", Sources, b"192.0.2.7").unwrap();
    assert!(!tokens[0].as_str().contains("192.0.2.7"));
}
