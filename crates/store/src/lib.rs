//! The pipeline's ports on `DynamoDB`, SQS and sealed bodies. The one crate that knows the AWS SDK:
//! no other names a table, an attribute or an SDK error.

mod aws;
mod connections;
mod fault;
mod item;
mod keys;
mod live;
mod nature;
mod operator;
mod queue;
mod rulebooks;
mod tables;
mod telling_queue;
mod vault;

pub use aws::Aws;
pub use keys::{
    FamilyKeys, HubKeys, IntakeKeys, KeyFile, KeyFileError, KeyName, KeySource, ProfessionalKeys,
    RoutingKeys, TellingKeys, Versions, VersionsError,
};
pub use live::{Live, LiveLocalities, LivePlaces, OfRulebooks};
pub use nature::SystemNature;
pub use operator::{
    AuditFound, Counting, CustomerKey, DeadLetters, FoundVersions, KeyChange, Operator,
    OperatorError, PartnerChange, PartnerFound, PublishedEdition, Publishing, QueueFound,
    TableFound, WebhookChange,
};
pub use queue::{QueueUrls, SqsQueue};
pub use rulebooks::RulebookFile;
pub use tables::{DynamoStore, Table, TableNames};
pub use telling_queue::SqsTellings;
pub use vault::{
    FamilyVault, HubVault, IntakeVault, KeySources, ProfessionalVault, RoutingVault, TellingVault,
    Upkeep,
};
