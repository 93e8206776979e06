//! The rights that a function's code uses.

use std::collections::{BTreeMap, BTreeSet};

use super::linked;
use super::source::{self, Aliases, Code, Functions, TRANSACTION, Writes};

/// The queues to `route`, of which code that sends may use either.
const QUEUES: [&str; 2] = ["ReferralsQueue", "UrgentQueue"];

/// The functions that send to the other queue, by the beginning of their keys.
const TO_WEBHOOKS: &str = "store|SqsTellings::";

/// The beginning of the keys of the operator's functions.
const OPERATOR: &str = "store|Operator::";

/// The end of the names of what a service's actions are carried out on.
const KINDS: [(&str, &str); 3] =
    [("dynamodb:", "Table"), ("kms:", "Key"), ("secretsmanager:", "Secret")];

/// The code of the store and of the pipeline.
pub(crate) struct Used {
    functions: Functions,
    writes: Writes,
}

impl Used {
    pub(crate) fn read() -> Self {
        let crates = e2e::project().join("crates");
        let mut aliases = Aliases::new();
        let pipeline = crates.join("pipeline/src");
        let (mut functions, _) = source::read(&pipeline, "pipeline", &mut aliases);
        let (store, writes) = source::read(&crates.join("store/src"), "store", &mut aliases);
        functions.extend(store);
        // Every row and every write of the port is one that the test can place.
        assert_eq!(writes.len(), 20, "{writes:?}");
        Self { functions, writes }
    }

    /// The rights that a program uses: `action on resource`.
    pub(crate) fn of(&self, program: &str) -> BTreeSet<String> {
        let held = linked::functions(&e2e::binaries().join(program));
        let held = self.with_called(held.iter().map(String::as_str).collect());
        let mut rights = BTreeSet::new();
        for (key, code) in &held {
            for action in code.requests.iter().map(|request| source::action_of(request)) {
                match action {
                    TRANSACTION => self.add_writes(&held, &mut rights),
                    "sqs:SendMessage" if key.starts_with(TO_WEBHOOKS) => {
                        rights.insert(format!("{action} on WebhooksQueue"));
                    }
                    "sqs:SendMessage" => {
                        rights.extend(QUEUES.iter().map(|queue| format!("{action} on {queue}")));
                    }
                    action => rights.extend(on(key, code, &held, action)),
                }
            }
        }
        rights
    }

    /// The actions that these functions of the store need, with all that they call by a path or of
    /// themselves; and the operator's functions among them.
    pub(crate) fn by_functions(&self, keys: &[&str]) -> [BTreeSet<&str>; 2] {
        for key in keys {
            assert!(self.functions.contains_key(*key), "no function {key}");
        }
        let held = self.with_called(keys.iter().copied().collect());
        let actions = held.values().flat_map(|code| {
            let requests = code.requests.iter().map(|request| source::action_of(request));
            requests.filter(|action| *action != TRANSACTION).chain(code.built.iter().copied())
        });
        let own = held.keys().copied().filter(|key| key.starts_with(OPERATOR));
        [actions.collect(), own.collect()]
    }

    /// The operator's functions that ask AWS for something.
    pub(crate) fn of_operators(&self) -> BTreeSet<&str> {
        let own = self
            .functions
            .iter()
            .filter(|(key, code)| key.starts_with(OPERATOR) && !code.requests.is_empty());
        own.map(|(key, _)| key.as_str()).collect()
    }

    /// The requests that the program makes by its source: `GetItem`.
    pub(crate) fn requests(&self, program: &str) -> BTreeSet<String> {
        let held = linked::functions(&e2e::binaries().join(program));
        let held = self.with_called(held.iter().map(String::as_str).collect());
        let requests = held.values().flat_map(|code| &code.requests);
        let camel = |request: &&str| {
            let words = request.split('_').map(|word| word[..1].to_uppercase() + &word[1..]);
            words.collect()
        };
        requests.map(camel).collect()
    }

    /// The functions of the source that the program holds, and those that they call by a path: the
    /// compiler may have put their code into the caller's.
    fn with_called<'a>(&'a self, linked: BTreeSet<&str>) -> BTreeMap<&'a str, &'a Code> {
        let mut held = BTreeMap::new();
        let mut waiting: Vec<&str> = linked.into_iter().collect();
        while let Some(key) = waiting.pop() {
            let Some((key, code)) = self.functions.get_key_value(key) else { continue };
            if held.insert(key.as_str(), code).is_some() {
                continue;
            }
            let krate = key.split_once('|').unwrap().0;
            let called = code.calls.iter().filter(|call| !call.starts_with('.')).map(|call| {
                let is_here = !call.contains("::");
                let owner = if is_here { format!("{}::", code.module) } else { String::new() };
                format!("{krate}|{owner}{call}")
            });
            let called = called.filter_map(|call| self.functions.get_key_value(&call));
            waiting.extend(called.map(|(key, _)| key.as_str()));
        }
        held
    }

    fn add_writes(&self, held: &BTreeMap<&str, &Code>, rights: &mut BTreeSet<String>) {
        let made = held.iter().filter(|(key, _)| key.starts_with("pipeline|"));
        for write in
            made.flat_map(|(_, code)| &code.writes).filter(|write| *write != "Write::Insert")
        {
            let (table, action) = &self.writes.get(write).unwrap_or_else(|| panic!("{write}"));
            rights.insert(format!("{action} on {table}"));
        }
    }
}

/// The rights of one request: on what its function names, or else on what those name that call it, or
/// that make the value it is a method of.
fn on(key: &str, code: &Code, held: &BTreeMap<&str, &Code>, action: &str) -> Vec<String> {
    let (_, end) = KINDS.iter().find(|(service, _)| action.starts_with(service)).unwrap();
    let named = |code: &Code| -> Vec<String> {
        let index = code.index.as_ref().map(|index| format!("/index/{index}")).unwrap_or_default();
        let named = code.named.iter().filter(|name| name.ends_with(end));
        named.map(|name| format!("{action} on {name}{index}")).collect()
    };
    let mut rights = named(code);
    let (mut asked, mut seen) = (vec![key], BTreeSet::new());
    while let (true, Some(callee)) = (named(code).is_empty(), asked.pop()) {
        let is_async = held[callee].is_async;
        let callers = held.iter().filter(|(caller, code)| calls(caller, code, callee, is_async));
        for (caller, code) in callers {
            if seen.insert(*caller) {
                let mut found = named(code);
                if found.is_empty() {
                    asked.push(caller);
                    // The table of a value may be settled where the value is made.
                    let makers = held.values().filter(|code| code.made.contains(path_of(caller).0));
                    found.extend(makers.flat_map(|code| named(code)));
                }
                rights.extend(found);
            }
        }
    }
    assert!(!rights.is_empty(), "{key} makes a request, and nothing says on what");
    rights
}

/// Whether a function may call another: by a path that ends like its key, as a method of its name
/// (awaited, if that is how it is called), or in the same module by its bare name.
fn calls(caller: &str, code: &Code, other: &str, is_async: bool) -> bool {
    let krate = other.split_once('|').unwrap().0;
    let (owner, name) = path_of(other);
    let method = if is_async { format!(".{name}.await") } else { format!(".{name}") };
    let is_method = owner.starts_with(char::is_uppercase);
    caller.starts_with(&format!("{krate}|"))
        && (code.calls.contains(&format!("{owner}::{name}"))
            || (is_method && code.calls.contains(&method))
            || (code.module == owner && code.calls.contains(name)))
}

/// The type or module of a key, without a trait, and the function's name.
fn path_of(key: &str) -> (&str, &str) {
    let (owner, name) = key.split_once('|').unwrap().1.split_once("::").unwrap();
    (owner.split('/').next().unwrap(), name)
}
