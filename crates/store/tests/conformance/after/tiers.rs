//! The three tiers of functions over the same tables, each with its own keys.

use std::sync::{Arc, Mutex};

use locality::index::{BuildInfo, Columns, IndexBuilder};
use locality::{Localities, PostcodeIndex};
use pipeline::Places;
use pipeline::ports::{
    Directing, Fault, Keyed, Message, Placing, Queue, QueueName, Sending, World,
};
use store::{
    DynamoStore, FamilyKeys, FamilyVault, HubKeys, HubVault, KeyFile, KeySource, KeySources as _,
    RoutingKeys, RoutingVault,
};

use crate::clock::Clock;
use crate::requests::Requests;
use crate::{engine, later};

pub(super) struct Tiers {
    pub(super) family: Tier<FamilyVault>,
    pub(super) route: Tier<RoutingVault>,
    pub(super) hub: Tier<HubVault>,
    pub(super) requests: Requests,
    clock: Arc<Clock>,
}

impl Tiers {
    pub(super) async fn new() -> Self {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(&file, KeyFile::generate(later(0)).unwrap().write()).unwrap();
        let kept = KeySource::File(file.path().to_owned());
        let config = aws_config::SdkConfig::builder().build();
        let family = FamilyKeys {
            bodies: kept.clone(),
            drafts: kept.clone(),
            telling: kept.clone(),
            intake: kept.clone(),
        };
        let route = RoutingKeys { bodies: kept.clone(), matching: kept.clone() };
        let hub = HubKeys {
            bodies: kept.clone(),
            sessions: kept.clone(),
            sign_in: kept.clone(),
            client: kept,
        };
        let (requests, clock) = (Requests::default(), Arc::<Clock>::default());
        let store = engine::recorded(&requests).await;
        Self {
            family: Tier::new(&store, &clock, family.vault(&config).unwrap()),
            route: Tier::new(&store, &clock, route.vault(&config).unwrap()),
            hub: Tier::new(&store, &clock, hub.vault(&config).unwrap()),
            requests,
            clock,
        }
    }

    /// Moves the clock to this many seconds after the start.
    pub(super) fn at(&self, seconds: i64) -> &Self {
        self.clock.set(seconds);
        self
    }
}

/// A function's world.
pub(super) struct Tier<V> {
    store: DynamoStore,
    vault: V,
    clock: Arc<Clock>,
    places: Arc<Places>,
    sent: Sent,
}

/// The messages that were sent, kept until they are taken.
#[derive(Default)]
pub(super) struct Sent(Mutex<Vec<Message>>);

impl<V> Tier<V> {
    fn new(store: &DynamoStore, clock: &Arc<Clock>, vault: V) -> Self {
        let (store, clock) = (store.clone(), Arc::clone(clock));
        Self { store, vault, clock, places: places(), sent: Sent::default() }
    }

    pub(super) fn take_messages(&self) -> Vec<Message> {
        std::mem::take(&mut self.sent.0.lock().unwrap())
    }
}

fn places() -> Arc<Places> {
    let rulebook = include_str!("../../../../../localities/westminster.toml");
    let file = ("westminster.toml".to_owned(), rulebook.to_owned());
    let essex = include_str!("../../../../../localities/essex.toml");
    let other = ("essex.toml".to_owned(), essex.to_owned());
    let index = IndexBuilder::new(BuildInfo {
        edition: "empty".to_owned(),
        source: "none".to_owned(),
        source_date: "2026-11".to_owned(),
        columns: Columns::default(),
    });
    let index = PostcodeIndex::from_bytes(index.finish().unwrap()).unwrap();
    let localities = Localities::parse([file, other]).unwrap();
    Arc::new(Places { localities, index: Arc::new(index) })
}

impl<V: Send + Sync> World for Tier<V> {
    type Store = DynamoStore;
    type Nature = Clock;

    fn store(&self) -> &DynamoStore {
        &self.store
    }

    fn nature(&self) -> &Clock {
        &self.clock
    }
}

impl<V: Send + Sync> Keyed for Tier<V> {
    type Vault = V;

    fn vault(&self) -> &V {
        &self.vault
    }
}

impl<V: Send + Sync> Placing for Tier<V> {
    fn places(&self) -> Arc<Places> {
        Arc::clone(&self.places)
    }
}

impl<V: Send + Sync> Directing for Tier<V> {
    async fn rulebooks(&self) -> Result<Arc<Localities>, Fault> {
        Ok(Arc::new(self.places.localities.clone()))
    }
}

impl Sending for Tier<FamilyVault> {
    type Queue = Sent;

    fn queue(&self) -> &Sent {
        &self.sent
    }
}

impl Queue for Sent {
    async fn send(&self, _: QueueName, messages: &[Message]) -> Result<(), Fault> {
        self.0.lock().unwrap().extend(messages);
        Ok(())
    }
}
