//! The world of one process: the shared tables and queues, its own clock, the keys and the places.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use locality::Localities;
use pipeline::Places;
use pipeline::ports::{
    Directing, Fault, Keyed, Nature, NoticeSecrets, Open, Placing, Purpose, Seal, Sending, Tokens,
    World,
};
use pipeline::rows::{DraftKey, LogKey, NoteKey, NoticeKey, Token, WebhookKey};
use referral::{EntryId, InboxId, ReferralId};

use crate::faults::{Bug, Faults};
use crate::hours::{SPAN, START};
use crate::kernel::{Kernel, Micros, SECOND};
use crate::notices::SimNotify;
use crate::places::places;
use crate::queue::SimQueue;
use crate::tables::SimStore;
use crate::telling::SimWebhook;

/// The state that all processes share.
#[derive(Clone)]
pub(crate) struct Shared {
    pub(crate) kernel: Kernel,
    pub(crate) store: SimStore,
    pub(crate) queue: SimQueue,
    pub(crate) webhook: SimWebhook,
    pub(crate) notify: SimNotify,
    pub(crate) faults: Faults,
    pub(crate) bug: Option<Bug>,
    rulebooks: Arc<[Arc<Places>; 2]>,
    swapped: Arc<std::sync::atomic::AtomicBool>,
    poisoned: Arc<Mutex<BTreeSet<ReferralId>>>,
    echo: Arc<Mutex<Vec<[u8; 16]>>>,
    /// The most referrals that one sweep found late.
    pub(crate) late: Arc<std::sync::atomic::AtomicUsize>,
    /// Whether the secret of the tokens is rotated while referrals come in: in every fourth run.
    rotates: bool,
}

impl Shared {
    pub(crate) fn new(seed: u64, faults: Faults, bug: Option<Bug>) -> Self {
        let kernel = Kernel::new(seed, START);
        Self {
            store: SimStore::new(kernel.clone(), faults, bug),
            queue: SimQueue::new(kernel.clone(), faults),
            webhook: SimWebhook::new(kernel.clone(), faults),
            notify: SimNotify::new(kernel.clone(), faults),
            kernel,
            faults,
            bug,
            rulebooks: places(),
            swapped: Arc::default(),
            poisoned: Arc::default(),
            echo: Arc::default(),
            late: Arc::default(),
            rotates: seed.is_multiple_of(4),
        }
    }

    /// The versions of the secret that a process starting now knows, the one in force first. At
    /// first this is the old one; then both; then both, with the new one in force.
    fn secrets(&self) -> &'static [u8] {
        match (self.kernel.now() - START) * 4 / SPAN {
            _ if !self.rotates => &[1],
            ..=1 if self.bug == Some(Bug::RotateAtOnce) => &[1],
            _ if self.bug == Some(Bug::RotateAtOnce) => &[2],
            ..=0 => &[1],
            1 => &[1, 2],
            _ => &[2, 1],
        }
    }

    /// Every inbox of the two rulebooks.
    pub(crate) fn inboxes(&self) -> BTreeSet<InboxId> {
        let places = self.rulebooks.iter().flat_map(|places| places.localities.inboxes());
        places.map(|inbox| inbox.id.clone()).collect()
    }

    /// Puts the other rulebook in force.
    pub(crate) fn swap_rulebook(&self) {
        self.kernel.strike("rulebook swapped");
        self.swapped.fetch_xor(true, std::sync::atomic::Ordering::Relaxed);
    }

    /// Whether a referral's body cannot be read.
    pub(crate) fn is_poisoned(&self, id: ReferralId) -> bool {
        self.poisoned.lock().unwrap_or_else(PoisonError::into_inner).contains(&id)
    }

    /// A new process, whose clock may be wrong.
    pub(crate) fn process(&self) -> Process {
        let skewed = self.kernel.chance(self.faults.skew);
        if skewed {
            self.kernel.strike("clock wrong by up to ten minutes");
        }
        let skew = if skewed { self.kernel.between(-600, 600) * SECOND } else { 0 };
        Process {
            routes: false,
            secrets: self.secrets(),
            shared: self.clone(),
            clock: Clock {
                kernel: self.kernel.clone(),
                skew,
                echo: Arc::clone(&self.echo),
                echoes: self.faults.echo,
            },
        }
    }
}

impl Process {
    /// The same process as one that routes.
    pub(crate) fn routing(self) -> Self {
        Self { routes: true, ..self }
    }
}

/// One process and its clock.
#[derive(Clone)]
pub(crate) struct Process {
    pub(crate) shared: Shared,
    clock: Clock,
    secrets: &'static [u8],
    /// Whether it routes: then reading a poisoned body may panic.
    routes: bool,
}

#[derive(Clone)]
pub(crate) struct Clock {
    kernel: Kernel,
    skew: Micros,
    echo: Arc<Mutex<Vec<[u8; 16]>>>,
    echoes: f64,
}

impl Nature for Clock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond((self.kernel.now() + self.skew) / 1_000)
            .unwrap_or(Timestamp::UNIX_EPOCH)
    }

    async fn sleep(&self, pause: Duration) {
        self.kernel.sleep(Micros::try_from(pause.as_micros()).unwrap_or(SECOND)).await;
    }

    fn random(&self) -> [u8; 16] {
        let fresh = self.kernel.random(|rng| rng.u128(..)).to_be_bytes();
        let mut given = self.echo.lock().unwrap_or_else(PoisonError::into_inner);
        if !given.is_empty() && self.kernel.chance(self.echoes) {
            self.kernel.strike("random number repeated");
            let again = self.kernel.random(|rng| rng.usize(0..given.len()));
            return given[again];
        }
        given.push(fresh);
        fresh
    }
}

impl World for Process {
    type Store = SimStore;
    type Nature = Clock;

    fn store(&self) -> &SimStore {
        &self.shared.store
    }

    fn nature(&self) -> &Clock {
        &self.clock
    }
}

impl Sending for Process {
    type Queue = SimQueue;

    fn queue(&self) -> &SimQueue {
        &self.shared.queue
    }
}

impl Keyed for Process {
    type Vault = Self;

    fn vault(&self) -> &Self {
        self
    }
}

impl Placing for Process {
    fn places(&self) -> Arc<Places> {
        let swapped = self.shared.swapped.load(std::sync::atomic::Ordering::Relaxed);
        Arc::clone(&self.shared.rulebooks[usize::from(swapped)])
    }
}

impl Directing for Process {
    async fn rulebooks(&self) -> Result<Arc<Localities>, Fault> {
        Ok(Arc::new(self.places().localities.clone()))
    }
}

impl Process {
    fn keys_are_there(&self) -> Result<(), Fault> {
        if self.shared.store.strikes(self.shared.faults.throttle) {
            self.shared.kernel.strike("keys not there");
            return Err(Fault::Transient("the keys did not answer"));
        }
        Ok(())
    }
}

impl Seal<ReferralId> for Process {
    async fn seal(&self, id: ReferralId, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        self.keys_are_there()?;
        // A repeated random number names another referral that is stored already.
        let stored = self.shared.store.rows().states.contains_key(&id);
        if self.shared.kernel.chance(self.shared.faults.poison) && !stored {
            self.shared.kernel.strike("body unreadable");
            self.shared.poisoned.lock().unwrap_or_else(PoisonError::into_inner).insert(id);
        }
        Ok([id.as_bytes(), plain].concat())
    }
}

impl Open<ReferralId> for Process {
    async fn open(&self, id: ReferralId, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        self.keys_are_there()?;
        if self.routes && self.shared.is_poisoned(id) && id.as_bytes()[15].is_multiple_of(2) {
            // This unwinds as a panic does, without its message on the console.
            std::panic::resume_unwind(Box::new("reading this body panics"));
        }
        match sealed.strip_prefix(id.as_bytes()) {
            Some(plain) if !self.shared.is_poisoned(id) => Ok(plain.to_vec()),
            _ => Err(Fault::Broken("a sealed body cannot be opened")),
        }
    }
}

impl Seal<DraftKey> for Process {
    async fn seal(&self, key: DraftKey, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        self.keys_are_there()?;
        Ok([key.to_string().as_bytes(), plain].concat())
    }
}

impl Open<DraftKey> for Process {
    async fn open(&self, key: DraftKey, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        self.keys_are_there()?;
        let plain = sealed.strip_prefix(key.to_string().as_bytes()).map(<[u8]>::to_vec);
        plain.ok_or(Fault::Broken("a sealed draft cannot be opened"))
    }
}

impl Seal<NoteKey> for Process {
    async fn seal(&self, key: NoteKey, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        self.keys_are_there()?;
        Ok([key.note.as_bytes(), plain].concat())
    }
}

impl Open<NoteKey> for Process {
    async fn open(&self, key: NoteKey, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        self.keys_are_there()?;
        let plain = sealed.strip_prefix(key.note.as_bytes());
        plain.map(<[u8]>::to_vec).ok_or(Fault::Broken("a sealed note cannot be opened"))
    }
}

impl Seal<EntryId> for Process {
    async fn seal(&self, id: EntryId, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        self.keys_are_there()?;
        Ok([id.as_bytes(), plain].concat())
    }
}

impl Open<EntryId> for Process {
    async fn open(&self, id: EntryId, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        self.keys_are_there()?;
        let plain = sealed.strip_prefix(id.as_bytes()).map(<[u8]>::to_vec);
        plain.ok_or(Fault::Broken("a sealed summary cannot be opened"))
    }
}

impl Seal<LogKey> for Process {
    async fn seal(&self, key: LogKey, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        self.keys_are_there()?;
        Ok([key.item.as_bytes(), plain].concat())
    }
}

impl Open<LogKey> for Process {
    async fn open(&self, key: LogKey, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        self.keys_are_there()?;
        let plain = sealed.strip_prefix(key.item.as_bytes());
        plain.map(<[u8]>::to_vec).ok_or(Fault::Broken("a sealed log item cannot be opened"))
    }
}

impl Open<WebhookKey> for Process {
    async fn open(&self, _: WebhookKey, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        self.keys_are_there()?;
        Ok(sealed.to_vec())
    }
}

impl Seal<NoticeKey> for Process {
    async fn seal(&self, key: NoticeKey, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        self.keys_are_there()?;
        Ok([key.0.as_bytes(), plain].concat())
    }
}

impl Open<NoticeKey> for Process {
    async fn open(&self, key: NoticeKey, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        self.keys_are_there()?;
        let plain = sealed.strip_prefix(key.0.as_bytes());
        plain.map(<[u8]>::to_vec).ok_or(Fault::Broken("a sealed choice cannot be opened"))
    }
}

impl NoticeSecrets for Process {
    fn notice_secrets(&self) -> Result<Arc<[String]>, Fault> {
        Ok(Arc::from(["key".to_owned()]))
    }
}

impl<P: Purpose> Tokens<P> for Process {
    /// The tokens of a value: equal for equal inputs, which is all that the use cases rest on.
    fn tokens(&self, scope: &str, purpose: P, value: &[u8]) -> Result<Vec<Token>, Fault> {
        let head = format!("{scope}|{}|", purpose.code());
        let token = |version: &u8| token(&[&[*version], head.as_bytes(), value].concat());
        Ok(self.secrets.iter().map(token).collect())
    }
}

/// A token made by FNV-1a in 128 bits.
fn token(bytes: &[u8]) -> Token {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let step = |hash: u128, byte: &u8| (hash ^ u128::from(*byte)).wrapping_mul(PRIME);
    Token::from_bytes(&bytes.iter().fold(BASIS, step).to_be_bytes())
}
