//! SQS's API in memory: visibility, receive counts, long polls and dead-letter queues.
//!
//! Queued messages are lost when this program ends. That is allowed for: the sweeper sends every
//! referral that is still due again.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use anyhow::{Context as _, Result, anyhow};
use rustack_sqs_core::{config::SqsConfig, handler::RustackSqsHandler, provider::RustackSqs};
use rustack_sqs_http::service::{SqsHttpConfig, SqsHttpService};
use rustack_sqs_model::input::CreateQueueInput;
use tokio::{net::TcpListener, task::JoinHandle};

use crate::{
    serve::serve,
    stop::{self, Stopper},
    template::Queue,
};

/// The longest that a request may take to finish when the engine stops.
const PATIENCE: Duration = Duration::from_secs(2);

/// The running engine of the queues.
pub(crate) struct Queues {
    address: SocketAddr,
    provider: Arc<RustackSqs>,
    stopper: Stopper,
    server: JoinHandle<()>,
}

impl Queues {
    /// Serves on a free loopback port. Callers are not authenticated.
    pub(crate) async fn open(region: &str, account: &str) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let provider = Arc::new(RustackSqs::new(SqsConfig {
            skip_signature_validation: true,
            default_region: region.to_owned(),
            account_id: account.to_owned(),
            host: address.ip().to_string(),
            port: address.port(),
        }));
        let service = SqsHttpService::new(
            Arc::new(RustackSqsHandler::new(Arc::clone(&provider))),
            SqsHttpConfig {
                skip_signature_validation: true,
                region: region.to_owned(),
                credential_provider: None,
            },
        );
        let (stopper, stop) = stop::signal();
        let server = tokio::spawn(serve(listener, service, stop, PATIENCE));
        Ok(Self { address, provider, stopper, server })
    }

    /// The URL at which the engine answers.
    pub(crate) fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The queues, without the detour over HTTP.
    pub(crate) fn provider(&self) -> Arc<RustackSqs> {
        Arc::clone(&self.provider)
    }

    /// Makes all queues, dead-letter queues first, since the others name them.
    pub(crate) async fn create(&self, queues: &[Queue]) -> Result<()> {
        let names_another = |queue: &&Queue| queue.attributes.contains_key("RedrivePolicy");
        let (sources, targets): (Vec<_>, Vec<_>) = queues.iter().partition(names_another);
        for queue in targets.into_iter().chain(sources) {
            self.provider
                .create_queue(CreateQueueInput {
                    queue_name: queue.name.clone(),
                    attributes: queue.attributes.clone().into_iter().collect(),
                    ..CreateQueueInput::default()
                })
                .await
                .map_err(|error| {
                    anyhow!("the queue {} is refused: {}", queue.name, error.message)
                })?;
        }
        Ok(())
    }

    /// Stops serving and drops the queued messages.
    pub(crate) async fn close(self) -> Result<()> {
        self.stopper.stop();
        self.server.await.context("the queues' engine ended badly")?;
        self.provider.shutdown_all().await;
        Ok(())
    }
}
