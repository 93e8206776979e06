//! Access to AWS for an operator's tool, beyond the pipeline's ports: the whole audit trail, the
//! dead-letter queues, publishing rulebooks, and ending sessions. No function uses it, and no function's role allows
//! it.

mod audit_log;
mod dead_letters;
mod inspect;
mod past_referrals;
mod rulebooks;
mod sessions;
mod whole;

use std::collections::BTreeMap;

use aws_config::Region;
use aws_sdk_dynamodb::config::Credentials;

pub use audit_log::AuditFound;
pub use dead_letters::DeadLetters;
pub use inspect::{QueueFound, TableFound};
pub use rulebooks::{PublishedEdition, Publishing};

use crate::aws::loader;

/// The operator's clients for tables and queues.
#[derive(Debug, Clone)]
pub struct Operator {
    dynamo: aws_sdk_dynamodb::Client,
    sqs: aws_sdk_sqs::Client,
}

/// The reason why an operation ended early.
#[derive(Debug, thiserror::Error)]
pub enum OperatorError {
    /// AWS, or the engine that stands for it on this machine, did not carry it out.
    #[error("{what}: {fault}")]
    Fault {
        /// The operation that was asked for.
        what: &'static str,
        /// The reason why it did not work.
        fault: pipeline::Fault,
    },
    /// A queue has no dead-letter queue.
    #[error("the queue has no dead-letter queue: {0}")]
    NoDeadLetters(String),
}

impl OperatorError {
    fn of(what: &'static str) -> impl Fn(pipeline::Fault) -> Self {
        move |fault| Self::Fault { what, fault }
    }
}

impl Operator {
    /// Connects with the SDK's usual variables, as `variables` has them; settings that it does not
    /// name come from the environment, the profile or the machine's role, as for every AWS SDK.
    pub async fn connect(variables: &BTreeMap<String, String>) -> Self {
        let get = |name: &str| variables.get(name).cloned();
        let mut loading = loader();
        if let Some(region) = get("AWS_REGION") {
            loading = loading.region(Region::new(region));
        }
        if let (Some(id), Some(secret)) = (get("AWS_ACCESS_KEY_ID"), get("AWS_SECRET_ACCESS_KEY")) {
            loading =
                loading.credentials_provider(Credentials::new(id, secret, None, None, "state"));
        }
        let config = Box::pin(loading.load()).await;
        let dynamo = aws_sdk_dynamodb::config::Builder::from(&config);
        let sqs = aws_sdk_sqs::config::Builder::from(&config);
        let dynamo = match get("AWS_ENDPOINT_URL_DYNAMODB") {
            Some(url) => dynamo.endpoint_url(url),
            None => dynamo,
        };
        let sqs = match get("AWS_ENDPOINT_URL_SQS") {
            Some(url) => sqs.endpoint_url(url),
            None => sqs,
        };
        Self {
            dynamo: aws_sdk_dynamodb::Client::from_conf(dynamo.build()),
            sqs: aws_sdk_sqs::Client::from_conf(sqs.build()),
        }
    }
}
