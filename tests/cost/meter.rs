//! A meter between the functions and an engine. It passes every request on, asks for the capacity
//! that it consumed, and adds up.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use e2e::relay::{Engine, Relay};
use serde_json::{Value, json};

/// A request, as it was billed.
#[derive(Debug, Clone)]
pub(crate) struct Billed {
    pub(crate) action: String,
    pub(crate) read_units: f64,
    pub(crate) write_units: f64,
    /// Whether it read match rows, and not consistently: of two who race, neither might see the
    /// other.
    pub(crate) stale_match_rows: bool,
}

/// The meter, which ends with the test's process.
#[derive(Debug, Clone)]
pub(crate) struct Meter {
    pub(crate) relay: Relay,
    billed: Arc<Mutex<Vec<Billed>>>,
}

impl Meter {
    /// Places a meter before an engine of the stack that is to start on `state`.
    pub(crate) fn before(engine: Engine, state: PathBuf) -> Self {
        let billed = Arc::<Mutex<Vec<Billed>>>::default();
        let own = Arc::clone(&billed);
        let relay = Relay::before(engine, state, move |mut call| {
            if engine == Engine::Tables {
                call.body["ReturnConsumedCapacity"] = json!("TOTAL");
            }
            let answer = call.pass_on()?;
            // The sweeper's own reads belong to no referral.
            if call.body["IndexName"] != "by_shard" {
                let matches =
                    call.body["TableName"].as_str().is_some_and(|n| n.ends_with("matches"));
                let lagging =
                    matches && call.action == "Query" && call.body["ConsistentRead"] != true;
                own.lock().unwrap().push(billed_for(call.action, &answer.json(), lagging));
            }
            Some(answer)
        });
        Self { relay, billed }
    }

    /// The requests that were billed since the last call, without the sweeper's own reads.
    pub(crate) fn take(&self) -> Vec<Billed> {
        std::mem::take(&mut self.billed.lock().unwrap())
    }
}

fn billed_for(action: String, answer: &Value, stale_match_rows: bool) -> Billed {
    let capacity = &answer["ConsumedCapacity"];
    let tables = capacity.as_array().cloned().unwrap_or_else(|| vec![capacity.clone()]);
    let units = tables.iter().filter_map(|table| table["CapacityUnits"].as_f64()).sum::<f64>();
    // The sum of no numbers is minus zero.
    let units = units.abs();
    let writes = ["TransactWriteItems", "BatchWriteItem", "PutItem", "UpdateItem", "DeleteItem"];
    let written = writes.contains(&action.as_str());
    let (read_units, write_units) = if written { (0.0, units) } else { (units, 0.0) };
    Billed { action, read_units, write_units, stale_match_rows }
}
