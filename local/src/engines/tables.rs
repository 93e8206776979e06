//! DynamoDB's API on a SQLite file: the tables, which survive every stop.
//!
//! SQLite blocks the thread that calls it, so the engine has a runtime of its own.

use std::{net::SocketAddr, path::Path, thread::JoinHandle, time::Duration};

use anyhow::{Context as _, Result, anyhow, bail};
use dynoxide::{
    Database, DynoxideError,
    actions::{
        create_table::CreateTableRequest, describe_table::DescribeTableRequest,
        update_time_to_live::UpdateTimeToLiveRequest,
    },
    server,
};
use serde_json::{Value, json};
use tokio::{net::TcpListener, time::MissedTickBehavior};

use crate::{
    stop::{self, Stop, Stopper},
    template::Table,
};

/// The time between two deletions of expired rows. AWS promises days; rows compare their expiry
/// themselves.
const EXPIRY_INTERVAL: Duration = Duration::from_mins(1);

/// The number of threads for requests. SQLite writes one at a time.
const THREADS: usize = 2;

/// The running engine of the tables.
pub(crate) struct Tables {
    address: SocketAddr,
    database: Database,
    stopper: Stopper,
    thread: JoinHandle<Result<()>>,
}

impl Tables {
    /// Opens the file, or makes it, and serves it on a free loopback port.
    pub(crate) async fn open(file: &Path) -> Result<Self> {
        let path = file.to_str().context("the state folder's path is not UTF-8")?;
        let database = Database::new(path)
            .map_err(|error| anyhow!("the tables in {path} cannot be opened: {error}"))?;
        // A commit is in the file when it is answered, and so survives the end of any process; the
        // disk itself is waited for at checkpoints only. The engine writes each row of a batch by
        // itself: waiting for the disk each time took most of the way to the inbox.
        database
            .disable_bulk_loading()
            .map_err(|error| anyhow!("the tables in {path} cannot be set up: {error}"))?;
        let listener = TcpListener::bind("127.0.0.1:0").await?.into_std()?;
        let address = listener.local_addr()?;
        let (stopper, stop) = stop::signal();
        let served = database.clone();
        let thread = std::thread::Builder::new()
            .name("tables".to_owned())
            .spawn(move || run(listener, served, stop))?;
        Ok(Self { address, database, stopper, thread })
    }

    /// The URL at which the engine answers.
    pub(crate) fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Makes `table` if it is missing; refuses a table of the same name with other keys.
    pub(crate) fn ensure(&self, table: &Table) -> Result<()> {
        let describe = DescribeTableRequest { table_name: table.name.clone() };
        match self.database.describe_table(describe) {
            Ok(found) => same_keys(&serde_json::to_value(found.table)?, table)?,
            Err(DynoxideError::ResourceNotFoundException(_)) => {
                let request: CreateTableRequest = serde_json::from_value(table.create.clone())
                    .with_context(|| table.name.clone())?;
                self.database
                    .create_table(request)
                    .map_err(|error| anyhow!("the table {} is refused: {error}", table.name))?;
            }
            Err(error) => bail!("the table {} cannot be read: {error}", table.name),
        }
        self.ensure_expiry(table)
    }

    fn ensure_expiry(&self, table: &Table) -> Result<()> {
        let Some(attribute) = &table.expiry else { return Ok(()) };
        let request: UpdateTimeToLiveRequest = serde_json::from_value(json!({
            "TableName": table.name,
            "TimeToLiveSpecification": {"AttributeName": attribute, "Enabled": true},
        }))?;
        match self.database.update_time_to_live(request) {
            // The setting is refused when it is on already.
            Ok(_) | Err(DynoxideError::ValidationException(_)) => Ok(()),
            Err(error) => bail!("the expiry of {} cannot be set: {error}", table.name),
        }
    }

    /// Lets requests finish and closes the file.
    pub(crate) async fn close(self) -> Result<()> {
        let Self { database, stopper, thread, .. } = self;
        drop(database);
        stopper.stop();
        tokio::task::spawn_blocking(move || thread.join())
            .await?
            .map_err(|_| anyhow!("the tables' engine ended badly"))?
    }
}

/// Compares the keys, which decide where a row lies; other settings may change freely.
fn same_keys(found: &Value, table: &Table) -> Result<()> {
    let indexes = |table: &Value| {
        let list = table["GlobalSecondaryIndexes"].as_array().cloned().unwrap_or_default();
        let mut keys: Vec<String> = list
            .iter()
            .map(|index| format!("{}{}", index["IndexName"], index["KeySchema"]))
            .collect();
        keys.sort();
        keys
    };
    if found["KeySchema"] != table.create["KeySchema"] || indexes(found) != indexes(&table.create) {
        bail!(
            "the table {} was made by another version of Hubward; move the state folder away to start afresh",
            table.name
        );
    }
    Ok(())
}

fn run(listener: std::net::TcpListener, database: Database, mut stop: Stop) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(THREADS)
        .thread_name("tables")
        .enable_all()
        .build()?;
    runtime.block_on(async move {
        let listener = TcpListener::from_std(listener)?;
        let expiry = tokio::spawn(delete_expired(database.clone()));
        server::serve_with_shutdown(listener, database, async move { stop.requested().await })
            .await
            .map_err(|error| anyhow!(error))?;
        expiry.abort();
        Ok(())
    })
}

async fn delete_expired(database: Database) {
    let mut ticks = tokio::time::interval(EXPIRY_INTERVAL);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let database = database.clone();
        match tokio::task::spawn_blocking(move || database.sweep_ttl()).await {
            Ok(Ok(0)) | Err(_) => {}
            Ok(Ok(rows)) => tracing::debug!(rows, "expired rows deleted"),
            Ok(Err(error)) => tracing::warn!(%error, "expired rows could not be deleted"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(range: &str) -> Table {
        Table {
            name: "things".to_owned(),
            create: json!({
                "TableName": "things",
                "BillingMode": "PAY_PER_REQUEST",
                "AttributeDefinitions": [
                    {"AttributeName": "pk", "AttributeType": "S"},
                    {"AttributeName": range, "AttributeType": "S"},
                    {"AttributeName": "shard", "AttributeType": "S"},
                ],
                "KeySchema": [
                    {"AttributeName": "pk", "KeyType": "HASH"},
                    {"AttributeName": range, "KeyType": "RANGE"},
                ],
                "GlobalSecondaryIndexes": [{
                    "IndexName": "due",
                    "KeySchema": [{"AttributeName": "shard", "KeyType": "HASH"}],
                    "Projection": {"ProjectionType": "ALL"},
                }],
            }),
            expiry: Some("expires".to_owned()),
        }
    }

    #[tokio::test]
    async fn tables_are_made_once_found_again_and_refused_with_other_keys() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("tables.sqlite");
        for _ in 0..2 {
            let tables = Tables::open(&file).await.unwrap();
            tables.ensure(&table("sk")).unwrap();
            tables.close().await.unwrap();
        }
        let tables = Tables::open(&file).await.unwrap();
        let error = tables.ensure(&table("other")).unwrap_err();
        assert!(error.to_string().contains("another version"), "{error}");
    }
}
