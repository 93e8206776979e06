//! A relay between the functions and an engine. It shows every request to the test, which passes it
//! on, keeps it, or ends the process that it comes from.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use rustix::process::Signal;
use serde_json::Value;
use ureq::Agent;

use crate::process;
use crate::tables::Tables;

/// The engine that a relay stands before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The engine of the tables, as `DynamoDB`.
    Tables,
    /// The engine of the queues, as SQS.
    Queues,
}

/// A relay that is running. It ends with the test's process.
#[derive(Debug, Clone)]
pub struct Relay {
    engine: Engine,
    port: u16,
}

/// A request on its way to the engine.
#[derive(Debug)]
pub struct Call<'a> {
    /// The action that is asked for, such as `PutItem`.
    pub action: String,
    /// The body of the request.
    pub body: Value,
    headers: Vec<(String, String)>,
    from: &'a TcpStream,
    endpoint: String,
    agent: &'a Agent,
}

/// The engine's answer to a request.
#[derive(Debug, Clone)]
pub struct Answer {
    status: u16,
    /// The body of the answer.
    pub text: String,
}

impl Relay {
    /// Starts a relay before an engine of the stack that is to start on `state`. The answer that
    /// `handle` gives goes back; without an answer the connection is closed.
    pub fn before(
        engine: Engine,
        state: PathBuf,
        handle: impl Fn(Call<'_>) -> Option<Answer> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let handle = Arc::new(handle);
        let config = Agent::config_builder().http_status_as_error(false).proxy(None);
        let agent: Agent = config.build().into();
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let (state, handle, agent) = (state.clone(), Arc::clone(&handle), agent.clone());
                thread::spawn(move || {
                    while one(&client, engine, &state, &agent, handle.as_ref()).is_some() {}
                });
            }
        });
        Self { engine, port }
    }

    /// The arguments that lead the stack's functions to the relay.
    pub fn arguments(&self) -> [String; 2] {
        let variable = match self.engine {
            Engine::Tables => "AWS_ENDPOINT_URL_DYNAMODB",
            Engine::Queues => "AWS_ENDPOINT_URL_SQS",
        };
        ["--set".to_owned(), format!("{variable}=http://127.0.0.1:{}", self.port)]
    }
}

/// Reads one request on a connection; none at its end.
fn one(
    client: &TcpStream,
    engine: Engine,
    state: &Path,
    agent: &Agent,
    handle: &impl Fn(Call<'_>) -> Option<Answer>,
) -> Option<()> {
    let mut reader = BufReader::new(client);
    let (mut headers, mut length) = (Vec::new(), 0);
    reader.read_line(&mut String::new()).ok().filter(|read| *read > 0)?;
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
    let action = headers.iter().find(|(name, _)| name == "x-amz-target")?.1.clone();
    let engines = Tables::written_in(state)?;
    let endpoint = match engine {
        Engine::Tables => engines.endpoint(),
        Engine::Queues => engines.queues_endpoint(),
    };
    let call = Call {
        action: action.rsplit('.').next()?.to_owned(),
        body: serde_json::from_slice(&body).ok()?,
        headers,
        from: client,
        endpoint: endpoint.to_owned(),
        agent,
    };
    let Answer { status, text } = handle(call)?;
    let head = format!(
        "HTTP/1.1 {status} _\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: {}\r\n\r\n",
        text.len()
    );
    let mut client = client;
    client.write_all(format!("{head}{text}").as_bytes()).ok()
}

impl Call<'_> {
    /// Passes the request on to the engine, and returns the answer.
    pub fn pass_on(&self) -> Option<Answer> {
        let mut request = self.agent.post(&self.endpoint);
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let mut answer = request.send(self.body.to_string()).ok()?;
        let status = answer.status().as_u16();
        let text = answer.body_mut().with_config().limit(64 << 20).read_to_string().ok()?;
        Some(Answer { status, text })
    }

    /// The program of the process that asks.
    pub fn program(&self) -> Option<String> {
        process::program(self.process()?)
    }

    /// Ends the process that asks by `kill -9`; false if there was none.
    pub fn kill_9(&self) -> bool {
        let process = self.process();
        if let Some(pid) = process {
            process::signal(pid, Signal::KILL);
        }
        process.is_some()
    }

    /// The process at the other end of the connection, as Linux's `/proc` tells.
    fn process(&self) -> Option<u32> {
        let here = self.from.local_addr().ok()?.port();
        let there = self.from.peer_addr().ok()?.port();
        let port = |address: &str| u16::from_str_radix(address.rsplit(':').next()?, 16).ok();
        let connections = fs::read_to_string("/proc/net/tcp").ok()?;
        let inode = connections.lines().find_map(|line| {
            let columns: Vec<&str> = line.split_ascii_whitespace().collect();
            let theirs =
                port(columns.get(1)?) == Some(there) && port(columns.get(2)?) == Some(here);
            theirs.then(|| columns.get(9).map(|inode| format!("socket:[{inode}]"))).flatten()
        })?;
        process::tree(std::process::id()).into_iter().find(|pid| {
            let files = fs::read_dir(format!("/proc/{pid}/fd")).into_iter().flatten().flatten();
            files
                .filter_map(|file| fs::read_link(file.path()).ok())
                .any(|to| to.as_os_str() == inode.as_str())
        })
    }
}

impl Answer {
    /// The answer of an engine that refuses a request for good.
    pub fn refused() -> Self {
        let text = r#"{"__type": "com.amazonaws.dynamodb.v20120810#AccessDeniedException"}"#;
        Self { status: 400, text: text.to_owned() }
    }

    /// The body of the answer as JSON; null if it is none.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }
}
