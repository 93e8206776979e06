//! The cost of a referral on AWS, from the 202 to the inbox: requests, read and write units,
//! counted on the wire between the real functions and the local engines, which bill as `DynamoDB`
//! documents.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on stops here")]
#![expect(clippy::print_stdout, reason = "the table is what a run is for")]

mod meter;

use e2e::family;
use e2e::relay::Engine;
use e2e::stack::Stack;
use e2e::tables::Tables;
use meter::{Billed, Meter};
use serde_json::{Value, json};

/// The most requests for the contract's example.
const MOST_REQUESTS: usize = 25;
/// The most write units for it: three of them are the row by which its clock rings, and its index.
const MOST_WRITE_UNITS: f64 = 43.0;
/// The requests of Lambda's own poller, which receives a message and deletes it.
const POLLER: usize = 2;

struct Metered {
    stack: Stack,
    engine: Tables,
    tables: Meter,
    queues: Meter,
}

impl Metered {
    fn start() -> Self {
        let mut meters = None;
        let stack = Stack::start_with(|state| {
            let tables = Meter::before(Engine::Tables, state.to_owned());
            let queues = Meter::before(Engine::Queues, state.to_owned());
            let arguments = [tables.relay.arguments(), queues.relay.arguments()];
            meters = Some((tables, queues));
            arguments.concat()
        });
        let (tables, queues) = meters.expect("the meters run");
        let engine = Tables::of(&stack);
        Self { stack, engine, tables, queues }
    }

    /// The cost of bringing a referral to its inbox.
    fn cost(&self, referral: &Value) -> Cost {
        self.stack.token(self.stack.partner(e2e::api::SENDER));
        self.tables.take();
        self.queues.take();
        let id = self.stack.post_referral(referral);
        // The state is read past the meter: looking is not part of the cost.
        self.stack.wait(&format!("{id} to be routed"), || {
            (self.engine.state_of(&id).as_deref() == Some("routed")).then_some(())
        });
        // Every function that worked on it has answered by then.
        self.stack.wait_until_queues_are_empty();
        Cost { tables: self.tables.take(), queues: self.queues.take() }
    }
}

struct Cost {
    tables: Vec<Billed>,
    queues: Vec<Billed>,
}

impl Cost {
    fn requests(&self) -> usize {
        self.tables.len() + self.queues.len() + POLLER
    }

    fn read_units(&self) -> f64 {
        self.tables.iter().map(|billed| billed.read_units).sum::<f64>()
    }

    /// The number of requests that only read, whether for matching or not.
    fn reads(&self) -> usize {
        let reading = ["Query", "GetItem", "BatchGetItem"];
        self.tables.iter().filter(|billed| reading.contains(&billed.action.as_str())).count()
    }

    fn write_units(&self) -> f64 {
        self.tables.iter().map(|billed| billed.write_units).sum()
    }

    fn print(&self, what: &str) {
        println!(
            "{what:<28} {:>8} {:>10.1} {:>11.1}",
            self.requests(),
            self.read_units(),
            self.write_units()
        );
    }
}

fn with_children(count: usize) -> Value {
    let mut referral = family::family();
    let child = |_| {
        json!({"name": {"given": format!("Ada {}", family::unique()), "family": "Lovell"},
        "date_of_birth": "2020-05-06"})
    };
    referral["children"] = (0..count).map(child).collect();
    referral
}

/// A referral whose JSON is 16 KB, in a script of four bytes a letter. One text alone may not be so
/// long.
fn large() -> Value {
    const SIZE: usize = 16 * 1024;
    let mut referral = with_children(4);
    for (name, most) in [("reason", 2000), ("already_tried", 2000)] {
        referral[name] = json!("");
        let missing = SIZE.saturating_sub(referral.to_string().len());
        referral[name] = json!("𐌰".repeat(most.min(missing / 4)));
    }
    let size = referral.to_string().len();
    assert!((SIZE - 4..=SIZE).contains(&size), "{size} bytes");
    referral
}

#[test]
fn a_referral_costs_no_more_than_the_budget() {
    let metered = Metered::start();
    println!("{:<28} {:>8} {:>10} {:>11}", "", "requests", "read units", "write units");
    let example = metered.cost(&family::family());
    example.print("the contract's example");
    for count in 1..=4 {
        metered.cost(&with_children(count)).print(&format!("{count} children"));
    }
    metered.cost(&large()).print("4 children, 16 KB");
    let mut again = family::family();
    metered.cost(&again);
    again["urgency"] = json!("soon");
    metered.cost(&again).print("a second for one child");
    println!("the example, request by request:");
    for Billed { action, read_units, write_units, .. } in
        example.tables.iter().chain(&example.queues)
    {
        println!("  {action:<24} {read_units:>5.1} read {write_units:>5.1} written");
    }
    println!("  ReceiveMessage, DeleteMessage: Lambda's own poller");
    assert!(!example.tables.iter().any(|billed| billed.stale_match_rows), "a stale read");
    assert!(example.write_units() > 0.0 && example.read_units() > 0.0, "the meter counts");
    assert!(example.requests() <= MOST_REQUESTS, "{} requests", example.requests());
    assert!(example.write_units() <= MOST_WRITE_UNITS, "{} write units", example.write_units());
}

/// The most reads of a referral, matching's and all others, for each of its children.
const MOST_READS_A_CHILD: f64 = 12.0;

#[test]
fn reads_for_a_child_stay_within_the_promise_at_the_median() {
    let metered = Metered::start();
    let mut reads: Vec<f64> = Vec::new();
    // The numbers are those of real families: mostly one or two children in a referral, and about
    // half of them known.
    for count in [1, 1, 2, 1, 3, 1, 2, 1, 4, 2] {
        let mut referral = with_children(count);
        for urgency in ["routine", "soon"] {
            referral["urgency"] = json!(urgency);
            let cost = metered.cost(&referral).reads();
            let each =
                f64::from(u32::try_from(cost).unwrap()) / f64::from(u32::try_from(count).unwrap());
            println!("{count} children, {urgency}: {cost} reads, {each:.1} a child");
            reads.extend(std::iter::repeat_n(each, count));
        }
    }
    reads.sort_by(f64::total_cmp);
    let median = reads[reads.len() / 2];
    println!("reads a child, at the median: {median:.1}");
    assert!(median > 0.0 && median <= MOST_READS_A_CHILD, "{median}");
}
