//! The pipeline's ports on `DynamoDB`, SQS and sealed bodies. The one crate that knows the AWS SDK:
//! no other names a table, an attribute or an SDK error.

mod aws;
mod fault;
mod item;
mod keys;
mod nature;
mod operator;
mod queue;
mod tables;
mod vault;

pub use aws::Aws;
pub use keys::{DataKey, DataKeys, KeyFile, KeyFileError};
pub use nature::SystemNature;
pub use operator::{AuditFound, DeadLetters, Operator, OperatorError};
pub use queue::{QueueUrls, SqsQueue};
pub use tables::{DynamoStore, TableNames};
pub use vault::SealingVault;
