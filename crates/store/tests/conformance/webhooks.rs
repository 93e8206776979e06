//! Tests of telling webhooks: the rows by which it is due, the webhook's own, and the operator who changes
//! it, on a clock that the test moves. The address is one that answers as the test says.

use std::sync::Mutex;

use pipeline::due::Work;
use pipeline::partners::ApiKey;
use pipeline::ports::{
    Answer, Fault, Keyed, Messenger, Nature as _, NotSent, Notice, NoticeSecrets, Notices, Open,
    PartnerStore as _, TellingStore as _, WebhookMessage, WebhookSecret, World,
};
use pipeline::rows::{
    KeyRow, NoticeKey, Partner, PartnerId, TellBy, WebhookKey, WebhookRow, WebhookUrl,
};
use pipeline::telling::{Delivered, Told, tell};
use referral::ReferrerKind;
use store::{KeyFile, KeySource, Operator, PartnerChange, WebhookChange};

use super::clock::Clock;
use super::*;

const HOUR: i64 = 3_600;

/// A partner with a webhook, and what tells it and others. Secrets are stored as they are.
pub(crate) struct Teller {
    pub(crate) store: DynamoStore,
    operator: Operator,
    pub(crate) clock: Clock,
    answers: Mutex<Vec<Answer>>,
    got: Mutex<Vec<WebhookMessage>>,
    /// The outcomes of the next notices; all others are taken.
    pub(crate) outcomes: Mutex<Vec<Result<(), NotSent>>>,
    pub(crate) notices: Mutex<Vec<Notice>>,
}

impl World for Teller {
    type Store = DynamoStore;
    type Nature = Clock;

    fn store(&self) -> &DynamoStore {
        &self.store
    }

    fn nature(&self) -> &Clock {
        &self.clock
    }
}

impl Keyed for Teller {
    type Vault = Self;

    fn vault(&self) -> &Self {
        self
    }
}

impl Open<WebhookKey> for Teller {
    async fn open(&self, _: WebhookKey, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        Ok(sealed.to_vec())
    }
}

impl Open<NoticeKey> for Teller {
    async fn open(&self, _: NoticeKey, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        Ok(sealed.to_vec())
    }
}

impl NoticeSecrets for Teller {
    fn notice_secrets(&self) -> Result<std::sync::Arc<[String]>, Fault> {
        Ok(std::sync::Arc::from([]))
    }
}

/// A service that takes notices, whose answer may be lost.
impl Notices for Teller {
    async fn send(&self, notice: &Notice) -> Result<(), NotSent> {
        let outcome = self.outcomes.lock().unwrap().pop().unwrap_or(Ok(()));
        if outcome != Err(AWAY) {
            self.notices.lock().unwrap().push(notice.clone());
        }
        outcome
    }

    async fn has_taken(&self, reference: &str) -> Result<bool, NotSent> {
        Ok(self.notices.lock().unwrap().iter().any(|notice| notice.reference == reference))
    }
}

/// The service does not answer, and has taken nothing.
pub(crate) const AWAY: NotSent = NotSent::TryAgain("no connection");
/// The service has taken it, and its answer is lost.
pub(crate) const LOST: NotSent = NotSent::TryAgain("it took too long");

impl Messenger for Teller {
    async fn send(
        &self,
        _: &WebhookUrl,
        message: &WebhookMessage,
        secrets: &[WebhookSecret],
        _: Timestamp,
    ) -> Answer {
        assert_eq!(secrets, [WebhookSecret::new(vec![7; 32])]);
        self.got.lock().unwrap().push(message.clone());
        self.answers.lock().unwrap().pop().unwrap_or(Answer::Taken)
    }
}

fn trust() -> PartnerId {
    PartnerId::parse("trust").unwrap()
}

fn webhook(url: &str) -> WebhookRow {
    WebhookRow {
        partner: trust(),
        url: WebhookUrl::parse(url).unwrap(),
        secrets: vec![vec![7; 32]],
        version: 0,
        disabled_at: None,
    }
}

impl Teller {
    pub(crate) async fn new() -> Self {
        let (store, endpoint) = engine::reachable(&requests::Requests::default()).await;
        let variables = [
            ("AWS_REGION", "eu-west-2"),
            ("AWS_ACCESS_KEY_ID", "local"),
            ("AWS_SECRET_ACCESS_KEY", "local"),
            ("AWS_ENDPOINT_URL", &endpoint),
        ];
        let variables = variables.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let operator = Operator::connect(&variables.into()).await;
        let teller = Self {
            store,
            operator,
            clock: Clock::default(),
            answers: Mutex::default(),
            got: Mutex::default(),
            outcomes: Mutex::default(),
            notices: Mutex::default(),
        };
        let partner = Partner {
            id: trust(),
            name: "Trust".to_owned(),
            kinds: [ReferrerKind::School].into(),
            authorities: [].into(),
            rate: None,
            has_webhook: false,
        };
        let key = KeyRow {
            key: ApiKey::from_random([1; 16]).digest(),
            partner,
            created_at: now(),
            expires_at: None,
            revoked_at: None,
        };
        teller.operator.add_partner(change(&by()), &key).await.unwrap();
        teller.put("https://mis.example/hooks", WebhookChange::Set).await;
        teller
    }

    async fn put(&self, url: &str, what: WebhookChange) {
        let found = self.operator.partners("partners").await.unwrap().remove(0);
        let by = by();
        let put = self.operator.put_webhook(change(&by), &found, webhook(url), what);
        put.await.unwrap();
    }

    /// A referral of the partner's that is routed now.
    async fn routed(&self, byte: u8) -> StateRow {
        self.routed_and_told(byte, TellBy::Webhook(trust())).await
    }

    /// A referral that is routed now, whose sender is told in this way.
    pub(crate) async fn routed_and_told(&self, byte: u8, told: TellBy) -> StateRow {
        let accepted = StateRow { told: Some(told), ..state(byte) };
        let insert =
            [Write::Insert(Row::State(accepted.clone())), Write::Insert(Row::Body(body(byte)))];
        self.store.commit(&insert).await.unwrap();
        self.change(&accepted, routed(&accepted)).await
    }

    async fn change(&self, before: &StateRow, row: StateRow) -> StateRow {
        let due = DueRow::tell_sender(&row, self.clock.now()).unwrap();
        let writes = [Write::State { row: row.clone(), seen: before.version }, Write::Restart(due)];
        self.store.commit(&writes).await.unwrap();
        row
    }

    pub(crate) async fn due(&self, byte: u8) -> Option<DueRow> {
        self.store.due_work(Work::TellSender(id(byte))).await.unwrap()
    }

    pub(crate) async fn tell(&self, byte: u8) -> Told {
        tell(self, self, Some(self), id(byte)).await.unwrap()
    }

    fn answer_next(&self, answer: Answer) {
        self.answers.lock().unwrap().push(answer);
    }

    fn ids(&self) -> Vec<String> {
        self.got.lock().unwrap().iter().map(|message| message.id.clone()).collect()
    }
}

fn by() -> Actor {
    Actor::operator("asha")
}

fn change(by: &Actor) -> PartnerChange<'_> {
    PartnerChange { partners: "partners", audit: "audit-events", by, now: now() }
}

#[tokio::test]
async fn the_key_of_a_partner_says_whether_it_has_a_webhook() {
    let teller = Teller::new().await;
    let key = ApiKey::from_random([1; 16]).digest();
    let has = async || teller.store.partner_key(key).await.unwrap().unwrap().partner.has_webhook;
    assert!(has().await);
    let found = teller.operator.partners("partners").await.unwrap().remove(0);
    let row = found.webhook.clone().unwrap();
    assert_eq!((row.url.as_str(), row.version), ("https://mis.example/hooks", 1));
    assert_eq!(teller.store.webhook(&trust()).await.unwrap(), Some(row));
    teller.operator.remove_webhook(change(&by()), &found).await.unwrap();
    assert!(!has().await);
    assert_eq!(teller.store.webhook(&trust()).await.unwrap(), None);
    // Somebody who looked before is told to look again.
    assert!(teller.operator.remove_webhook(change(&by()), &found).await.is_err());
}

#[tokio::test]
async fn what_was_told_is_due_no_more_and_what_changed_meanwhile_is() {
    let teller = Teller::new().await;
    let first = teller.routed(1).await;
    let seen = teller.due(1).await.unwrap();
    assert_eq!(seen.version, Some(first.version));
    // It changes before the row of the first telling is removed.
    let second = StateRow { version: first.version + 1, ..first.clone() };
    teller.clock.set(5);
    let second = teller.change(&first, second).await;
    assert_eq!(teller.store.finish(&seen).await, Ok(false));
    assert_eq!(teller.due(1).await.unwrap().version, Some(second.version));
    assert_eq!(teller.tell(1).await, Told::ByWebhook(Delivered::Told(trust())));
    assert_eq!(teller.due(1).await, None);
    assert_eq!(teller.tell(1).await, Told::Already);
    assert_eq!(teller.ids().len(), 1, "two changes, one message");
}

#[tokio::test]
async fn a_day_without_success_is_given_up_and_each_try_has_the_same_id() {
    let teller = Teller::new().await;
    teller.routed(1).await;
    for (hour, refused) in [(0, 500), (20, 302)] {
        teller.clock.set(hour * HOUR);
        let seen = teller.due(1).await.unwrap();
        assert!(
            teller.store.defer(&seen, &seen.due.after_telling(teller.clock.now())).await.unwrap()
        );
        teller.answer_next(Answer::Refused(refused));
        assert_eq!(
            teller.tell(1).await,
            Told::ByWebhook(Delivered::Later(trust(), Answer::Refused(refused)))
        );
    }
    // The next mark is more than a day after the change.
    let seen = teller.due(1).await.unwrap();
    let last = Due { at: later(24 * HOUR + 1), attempts: 15 };
    assert!(teller.store.defer(&seen, &last).await.unwrap());
    teller.answer_next(Answer::NotReached("it took too long"));
    let given_up = Delivered::GivenUp(trust(), Answer::NotReached("it took too long"));
    assert_eq!(teller.tell(1).await, Told::ByWebhook(given_up));
    assert_eq!(teller.due(1).await, None);
    let ids = teller.ids();
    assert!(ids.len() == 3 && ids.iter().all(|one| *one == ids[0]), "{ids:?}");
}

#[tokio::test]
async fn an_address_that_is_gone_is_told_nothing_more_until_it_is_enabled() {
    let teller = Teller::new().await;
    teller.routed(1).await;
    teller.routed(2).await;
    teller.answer_next(Answer::Gone);
    assert_eq!(teller.tell(1).await, Told::ByWebhook(Delivered::Disabled(trust())));
    assert_eq!(teller.tell(2).await, Told::ByWebhook(Delivered::NoWebhook));
    assert_eq!((teller.due(1).await, teller.due(2).await), (None, None));
    assert_eq!(teller.ids().len(), 1);

    let gone = teller.store.webhook(&trust()).await.unwrap().unwrap();
    assert_eq!(gone.disabled_at, Some(now()));
    assert_eq!(teller.store.disable(&gone, now()).await, Ok(false), "it is already");
    teller.put("https://mis.example/hooks", WebhookChange::Enable).await;
    // An answer to the address before does not disable this one.
    assert_eq!(teller.store.disable(&gone, now()).await, Ok(false));
    teller.routed(3).await;
    assert_eq!(teller.tell(3).await, Told::ByWebhook(Delivered::Told(trust())));
}

#[tokio::test]
async fn a_secret_is_sealed_for_its_partner_alone() {
    use pipeline::ports::Open as _;

    let teller = Teller::new().await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.json");
    std::fs::write(&path, KeyFile::generate(now()).unwrap().write()).unwrap();
    let source = || KeySource::File(path.clone());
    let secret = WebhookSecret::new(vec![7; 32]);
    let sealed = teller.operator.seal_webhook_secret(source(), &trust(), &secret).await.unwrap();
    assert!(!sealed.windows(8).any(|some| some == [7; 8]));
    let tables = std::iter::empty().collect();
    let world = store::Aws::connect(tables, &roots::Roots::of_system()).await;
    let world =
        world.with_keys(store::TellingKeys { telling: source(), notices: source() }).unwrap();
    let opened = world.vault().open(WebhookKey::of(&trust()), &sealed).await;
    assert_eq!(opened, Ok(vec![7; 32]));
    let other = WebhookKey::of(&PartnerId::parse("other").unwrap());
    assert!(world.vault().open(other, &sealed).await.is_err());
}
