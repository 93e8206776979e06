//! Access to AWS for an operator's tool, beyond the pipeline's ports: the whole audit trail, the
//! dead-letter queues, publishing rulebooks, ending
//! sessions, rotating keys, partners, and an authority's figures. No function uses it, and no function's role allows
//! it.

mod audit_log;
mod dead_letters;
mod figures;
mod inspect;
mod keys;
mod partners;
mod past_referrals;
mod rulebooks;
mod sessions;
mod webhooks;
mod whole;

use std::collections::BTreeMap;

use aws_config::Region;
use aws_sdk_dynamodb::config::Credentials;

pub use audit_log::AuditFound;
pub use dead_letters::DeadLetters;
pub use figures::Counting;
pub use inspect::{QueueFound, TableFound};
pub use keys::{CustomerKey, FoundVersions, KeyChange};
pub use partners::{PartnerChange, PartnerFound};
pub use rulebooks::{PublishedEdition, Publishing};
pub use webhooks::WebhookChange;

use roots::Roots;

use crate::connections::Connections;
use crate::keys::{KeyFileError, KeyName, VersionsError};

/// The operator's clients for tables, queues and keys.
#[derive(Debug, Clone)]
pub struct Operator {
    dynamo: aws_sdk_dynamodb::Client,
    sqs: aws_sdk_sqs::Client,
    kms: aws_sdk_kms::Client,
    secrets: aws_sdk_secretsmanager::Client,
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
    /// The key file cannot be used.
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// The versions of a key are not as they should be, or cannot be changed so.
    #[error("{0}: {1}")]
    Versions(KeyName, VersionsError),
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
    /// name come from the environment, the profile or the machine's role, as for every AWS SDK, and
    /// the roots it trusts are the system's.
    pub async fn connect(variables: &BTreeMap<String, String>) -> Self {
        let get = |name: &str| variables.get(name).cloned();
        let mut loading = Connections::new(&Roots::of_system()).loader();
        if let Some(region) = get("AWS_REGION") {
            loading = loading.region(Region::new(region));
        }
        if let (Some(id), Some(secret)) = (get("AWS_ACCESS_KEY_ID"), get("AWS_SECRET_ACCESS_KEY")) {
            loading =
                loading.credentials_provider(Credentials::new(id, secret, None, None, "state"));
        }
        if let Some(url) = get("AWS_ENDPOINT_URL") {
            loading = loading.endpoint_url(url);
        }
        let config = Box::pin(loading.load()).await;
        let kms = aws_sdk_kms::config::Builder::from(&config);
        let kms = match get("AWS_ENDPOINT_URL_KMS") {
            Some(url) => kms.endpoint_url(url),
            None => kms,
        };
        let secrets = aws_sdk_secretsmanager::config::Builder::from(&config);
        let secrets = match get("AWS_ENDPOINT_URL_SECRETS_MANAGER") {
            Some(url) => secrets.endpoint_url(url),
            None => secrets,
        };
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
            kms: aws_sdk_kms::Client::from_conf(kms.build()),
            secrets: aws_sdk_secretsmanager::Client::from_conf(secrets.build()),
        }
    }
}
