//! One process of a function under a Runtime API of its own, as Lambda starts it: the moments at
//! which it asks for work and answers, and the processor time that it has used by then.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use e2e::wait::STANDSTILL;
use serde_json::Value;

/// The processor's time and the clock's that something took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Took {
    pub(crate) cpu: Duration,
    pub(crate) wall: Duration,
}

/// A process that has asked for work.
pub(crate) struct Instance {
    child: Child,
    told: Receiver<Told>,
    events: Sender<Value>,
    used: Duration,
    /// The cost of the start, from the process' first instruction until it asked for work.
    pub(crate) start: Took,
}

/// Something that the process told the Runtime API.
enum Told {
    /// It asks for work.
    Asks,
    /// It has answered.
    Answers(Instant, String),
}

impl Instance {
    pub(crate) fn start(binary: &Path, variables: &BTreeMap<String, String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (tell, told) = channel();
        let (events, given) = channel();
        thread::spawn(move || serve(&listener, &tell, &Arc::new(Mutex::new(given))));
        let begun = Instant::now();
        let child = Command::new(binary)
            .env_clear()
            .envs(variables)
            .env("AWS_LAMBDA_RUNTIME_API", address)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", binary.display()));
        let nothing = Took { cpu: Duration::ZERO, wall: Duration::ZERO };
        let mut this = Self { child, told, events, used: Duration::ZERO, start: nothing };
        let first = this.first_told();
        let wall = begun.elapsed();
        assert!(matches!(first, Some(Told::Asks)), "{} asks for no work", binary.display());
        this.start = Took { cpu: this.cpu_since(), wall };
        this
    }

    /// The first thing that the process tells; none if it ends before that.
    fn first_told(&mut self) -> Option<Told> {
        let until = Instant::now() + STANDSTILL;
        while Instant::now() < until {
            if let Ok(told) = self.told.recv_timeout(Duration::from_secs(1)) {
                return Some(told);
            }
            if self.child.try_wait().unwrap().is_some() {
                return None;
            }
        }
        None
    }

    /// Hands the process an event, and returns its answer and what that took.
    pub(crate) fn invoke(&mut self, event: &Value) -> (Value, Took) {
        let begun = Instant::now();
        self.events.send(event.clone()).unwrap();
        let Ok(Told::Answers(at, body)) = self.told.recv_timeout(STANDSTILL) else {
            panic!("the process gives no answer to {event}");
        };
        let wall = at - begun;
        assert!(matches!(self.told.recv_timeout(STANDSTILL), Ok(Told::Asks)), "it asks for more");
        (serde_json::from_str(&body).unwrap_or_default(), Took { cpu: self.cpu_since(), wall })
    }

    /// The processor time that all threads have used since this was last asked.
    fn cpu_since(&mut self) -> Duration {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.child.id())).unwrap();
        let used = tasks.filter_map(|task| {
            let text = fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
            text.split(' ').next()?.parse::<u64>().ok()
        });
        let used = Duration::from_nanos(used.sum());
        used.saturating_sub(std::mem::replace(&mut self.used, used))
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn serve(listener: &TcpListener, tell: &Sender<Told>, events: &Arc<Mutex<Receiver<Value>>>) {
    for stream in listener.incoming().flatten() {
        let (tell, events) = (tell.clone(), Arc::clone(events));
        thread::spawn(move || while answer(&stream, &tell, &events).is_some() {});
    }
}

/// The year 2100, in milliseconds: the one who measures decides what takes too long.
const DEADLINE: u64 = 4_102_444_800_000;

/// Answers one request on a connection; none at its end.
fn answer(
    mut stream: &TcpStream,
    tell: &Sender<Told>,
    events: &Mutex<Receiver<Value>>,
) -> Option<()> {
    let (line, body) = request(stream)?;
    if line.contains("/invocation/next") {
        tell.send(Told::Asks).ok()?;
        let event = events.lock().unwrap().recv().ok()?.to_string();
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\
             lambda-runtime-aws-request-id: {}\r\nlambda-runtime-deadline-ms: {DEADLINE}\r\n\
             lambda-runtime-invoked-function-arn: arn:aws:lambda:eu-west-2:0:function:f\r\n\
             lambda-runtime-trace-id: Root=1-0-0;Sampled=0\r\n\r\n",
            event.len(),
            e2e::api::new_key(),
        );
        stream.write_all(format!("{head}{event}").as_bytes()).ok()
    } else {
        assert!(line.contains("/response"), "the function failed: {line} {body}");
        tell.send(Told::Answers(Instant::now(), body)).ok()?;
        stream.write_all(b"HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n").ok()
    }
}

/// The first line of a request, and its body; none at the end of the connection.
fn request(stream: &TcpStream) -> Option<(String, String)> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first).ok().filter(|read| *read > 0)?;
    let (mut length, mut chunked) = (0, false);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().ok()?,
            "transfer-encoding" => chunked = true,
            _ => {}
        }
    }
    let mut body = Vec::new();
    if chunked {
        loop {
            let mut size = String::new();
            reader.read_line(&mut size).ok()?;
            let size = usize::from_str_radix(size.trim(), 16).ok()?;
            let mut chunk = vec![0; size + 2];
            reader.read_exact(&mut chunk).ok()?;
            if size == 0 {
                break;
            }
            body.extend_from_slice(&chunk[..size]);
        }
    } else {
        body.resize(length, 0);
        reader.read_exact(&mut body).ok()?;
    }
    Some((first, String::from_utf8(body).ok()?))
}
