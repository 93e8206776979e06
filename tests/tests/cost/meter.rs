//! A meter between the functions and an engine: it passes every request on, asks for the capacity it
//! consumed, and adds up.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::thread;

use e2e::tables::Tables;
use serde_json::{Value, json};

/// Which engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Tables,
    Queues,
}

/// One request, as it was billed.
#[derive(Debug, Clone)]
pub(crate) struct Billed {
    pub(crate) action: String,
    pub(crate) read_units: f64,
    pub(crate) write_units: f64,
}

/// The meter. It ends with the test's process.
#[derive(Debug, Clone)]
pub(crate) struct Meter {
    engine: Engine,
    pub(crate) port: u16,
    billed: Arc<Mutex<Vec<Billed>>>,
}

impl Meter {
    /// Before an engine of the stack that is to start on `state`.
    pub(crate) fn before(engine: Engine, state: PathBuf) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let meter = Self { engine, port, billed: Arc::default() };
        let own = meter.clone();
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let (own, state) = (own.clone(), state.clone());
                thread::spawn(move || while own.one(&client, &state).is_some() {});
            }
        });
        meter
    }

    /// What was billed since this was last asked, the sweeper's own looking aside.
    pub(crate) fn take(&self) -> Vec<Billed> {
        std::mem::take(&mut self.billed.lock().unwrap())
    }

    /// One request on a connection; nothing at its end.
    fn one(&self, client: &TcpStream, state: &std::path::Path) -> Option<()> {
        let mut reader = BufReader::new(client);
        let (mut headers, mut length) = (Vec::new(), 0);
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).ok()?;
            let Some((name, value)) = line.trim_end().split_once(':') else { break };
            let (name, value) = (name.to_ascii_lowercase(), value.trim().to_owned());
            match name.as_str() {
                "content-length" => length = value.parse().ok()?,
                "host" | "connection" => {}
                _ => headers.push((name, value)),
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).ok()?;
        let mut body: Value = serde_json::from_slice(&body).ok()?;
        let action = headers.iter().find(|(name, _)| name == "x-amz-target")?.1.clone();
        let action = action.rsplit('.').next()?.to_owned();
        let tables = Tables::written_in(state)?;
        let endpoint = match self.engine {
            Engine::Queues => tables.queues_endpoint().to_owned(),
            Engine::Tables => {
                body["ReturnConsumedCapacity"] = json!("TOTAL");
                tables.endpoint().to_owned()
            }
        };
        let agent: ureq::Agent =
            ureq::Agent::config_builder().http_status_as_error(false).proxy(None).build().into();
        let mut request = agent.post(endpoint);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let mut answer = request.send(body.to_string()).ok()?;
        let status = answer.status().as_u16();
        let text = answer.body_mut().with_config().limit(64 << 20).read_to_string().ok()?;
        let sweeping = body["IndexName"] == "due";
        if !sweeping {
            self.bill(action, &serde_json::from_str(&text).unwrap_or_default());
        }
        let head = format!(
            "HTTP/1.1 {status} _\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: {}\r\n\r\n",
            text.len()
        );
        let mut client = client;
        client.write_all(format!("{head}{text}").as_bytes()).ok()
    }

    fn bill(&self, action: String, answer: &Value) {
        let capacity = &answer["ConsumedCapacity"];
        let tables = capacity.as_array().cloned().unwrap_or_else(|| vec![capacity.clone()]);
        let units = tables.iter().filter_map(|table| table["CapacityUnits"].as_f64()).sum::<f64>();
        // An empty sum is minus nothing.
        let units = units.abs();
        let writes =
            ["TransactWriteItems", "BatchWriteItem", "PutItem", "UpdateItem", "DeleteItem"];
        let written = writes.contains(&action.as_str());
        let (read_units, write_units) = if written { (0.0, units) } else { (units, 0.0) };
        self.billed.lock().unwrap().push(Billed { action, read_units, write_units });
    }
}
