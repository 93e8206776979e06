//! A [`World`] on AWS, put together from the ports that one function needs and no more.

use std::sync::Arc;

use aws_config::SdkConfig;
use aws_config::timeout::TimeoutConfig;
use locality::Localities;
use pipeline::ports::{Directing, Fault, Keyed, Places, Placing, Sending, World};
use roots::Roots;
use std::time::Duration;

use crate::connections::Connections;
use crate::keys::KeyFileError;
use crate::live::{Live, LiveLocalities, LivePlaces, OfRulebooks};
use crate::nature::SystemNature;
use crate::queue::{QueueUrls, SqsQueue};
use crate::tables::{DynamoStore, TableNames};
use crate::telling_queue::SqsTellings;
use crate::vault::{KeySources, Upkeep};

/// A world with tables and time; `Q` holds its queues, `V` its keys and `P` its places, if any.
#[derive(Debug, Clone)]
pub struct Aws<Q = (), V = (), P = ()> {
    config: SdkConfig,
    connections: Connections,
    store: DynamoStore,
    nature: SystemNature,
    queue: Q,
    vault: V,
    places: P,
}

impl Aws {
    /// Makes the world of these tables. Region, credentials and endpoints come from the
    /// environment, as for every AWS SDK; `roots` are trusted.
    pub async fn connect(tables: TableNames, roots: &Roots) -> Self {
        let connections = Connections::new(roots);
        let config = Box::pin(connections.loader().load()).await;
        let store = DynamoStore::new(aws_sdk_dynamodb::Client::new(&config), tables);
        Self { config, connections, store, nature: SystemNature, queue: (), vault: (), places: () }
    }
}

/// The longest that a send to a queue may take: the sweep makes up for a failed one, so accepting
/// does not wait for the queue.
const SEND_PATIENCE: Duration = Duration::from_secs(2);

impl<Q, V, P> Aws<Q, V, P> {
    /// The queue at this URL to what tells senders.
    pub fn telling_queue(&self, url: String) -> SqsTellings {
        SqsTellings::new(aws_sdk_sqs::Client::new(&self.config), url)
    }

    /// The same world with queues to send to.
    pub fn with_queues(self, urls: QueueUrls) -> Aws<SqsQueue, V, P> {
        let client = aws_sdk_sqs::config::Builder::from(&self.config)
            .timeout_config(TimeoutConfig::builder().operation_timeout(SEND_PATIENCE).build())
            .build();
        let queue = SqsQueue::new(aws_sdk_sqs::Client::from_conf(client), urls);
        let Self { config, connections, store, nature, vault, places, .. } = self;
        Aws { config, connections, store, nature, queue, vault, places }
    }

    /// The same world with keys. A key file is read now; other secrets are read by
    /// [`Aws::refresh_secrets`], and KMS is asked when something is sealed or opened.
    pub fn with_keys<K: KeySources>(self, keys: K) -> Result<Aws<Q, K::Vault, P>, KeyFileError> {
        let Self { config, connections, store, nature, queue, places, .. } = self;
        let vault = keys.vault(&config)?;
        Ok(Aws { config, connections, store, nature, queue, vault, places })
    }

    /// The same world with rulebooks and a postcode index; published rulebooks replace these.
    pub fn with_places(self, places: Places) -> Aws<Q, V, Arc<LivePlaces>> {
        self.following(places)
    }

    /// The same world with rulebooks alone; published ones replace these.
    pub fn with_localities(self, localities: Localities) -> Aws<Q, V, Arc<LiveLocalities>> {
        self.following(localities)
    }

    fn following<T: OfRulebooks>(self, packaged: T) -> Aws<Q, V, Arc<Live<T>>> {
        let Self { config, connections, store, nature, queue, vault, .. } = self;
        let places = Arc::new(Live::new(packaged));
        Aws { config, connections, store, nature, queue, vault, places }
    }
}

impl<Q, V, P> World for Aws<Q, V, P>
where
    Q: Send + Sync,
    V: Send + Sync,
    P: Send + Sync,
{
    type Store = DynamoStore;
    type Nature = SystemNature;

    fn store(&self) -> &DynamoStore {
        &self.store
    }

    fn nature(&self) -> &SystemNature {
        &self.nature
    }
}

impl<V, P> Aws<SqsQueue, V, P> {
    /// Opens the connection to the queues, so that the first message does not wait for it. A
    /// failure is logged and no more: the first send opens the connection itself.
    pub async fn open_queues(&self) {
        if let Err(reason) = self.connections.open(self.queue.any_url()).await {
            tracing::warn!(error.message = reason, "the connection to the queues was not opened");
        }
    }
}

impl<V: Send + Sync, P: Send + Sync> Sending for Aws<SqsQueue, V, P> {
    type Queue = SqsQueue;

    fn queue(&self) -> &SqsQueue {
        &self.queue
    }
}

impl<Q: Send + Sync, V: Send + Sync, P: Send + Sync> Keyed for Aws<Q, V, P> {
    type Vault = V;

    fn vault(&self) -> &V {
        &self.vault
    }
}

impl<Q, V: Upkeep, P> Aws<Q, V, P> {
    /// Reads the token secret again, if the last look is some minutes old. Call it before a request
    /// is worked on: within one, all tokens must be of the same versions.
    pub async fn refresh_secrets(&self) {
        self.vault.refresh_secrets().await;
    }

    /// Fetches what the first request would wait for otherwise: the token secret, and the data key
    /// of what seals. A failure is logged and no more: the first request asks again.
    pub async fn fetch_keys(&self) {
        futures::join!(self.vault.refresh_secrets(), self.vault.fetch_data_key());
    }
}

impl<Q, V, T> Aws<Q, V, Arc<Live<T>>> {
    /// The value that follows the rulebooks in force.
    pub fn live(&self) -> &Arc<Live<T>> {
        &self.places
    }
}

impl<Q: Send + Sync, V: Send + Sync, T: OfRulebooks> Aws<Q, V, Arc<Live<T>>> {
    /// Follows the published edition, if the last look is old enough; a caller that comes during a
    /// look waits for its end. Call it before placing, and do not place after an error.
    pub async fn refresh_places(&self) -> Result<(), Fault> {
        // A look is rare, and its future large.
        Box::pin(self.live().refresh(&self.store, &self.nature)).await
    }
}

impl<Q: Send + Sync, V: Send + Sync> Placing for Aws<Q, V, Arc<LivePlaces>> {
    fn places(&self) -> Arc<Places> {
        self.live().current()
    }
}

impl<Q: Send + Sync, V: Send + Sync> Directing for Aws<Q, V, Arc<LiveLocalities>> {
    async fn rulebooks(&self) -> Result<Arc<Localities>, Fault> {
        self.refresh_places().await?;
        Ok(self.live().current())
    }
}
