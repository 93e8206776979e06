//! A partner's system on this machine that is told by webhook: it gives the answers that it is told to, and
//! keeps what it got.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use serde_json::Value;

/// A message as it came.
#[derive(Debug, Clone)]
pub struct Received {
    /// The path that it was sent to.
    pub path: String,
    /// The headers, their names in small letters.
    pub headers: Vec<(String, String)>,
    /// The bytes of the body.
    pub body: Vec<u8>,
}

impl Received {
    /// A header, which must be there.
    #[track_caller]
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map_or_else(|| panic!("no {name}: {self:?}"), |(_, value)| value)
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("the body is JSON")
    }
}

#[derive(Default)]
struct State {
    received: Vec<Received>,
    /// The heads of the next answers; afterwards every answer is 204.
    answers: VecDeque<String>,
}

/// A receiver, which listens until its test's process ends.
#[derive(Clone)]
pub struct Receiver {
    port: u16,
    state: Arc<Mutex<State>>,
}

impl Receiver {
    /// Starts a receiver on a free port.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let state: Arc<Mutex<State>> = Arc::default();
        let held = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // A connection that breaks off is none.
                let _ = answer(&stream, &held);
            }
        });
        Self { port, state }
    }

    /// The address of a path of this receiver.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Gives these answers next: each is a status and further headers, such as `500 Oh`.
    pub fn answer_next(&self, answers: &[&str]) {
        self.state().answers.extend(answers.iter().map(|one| (*one).to_owned()));
    }

    /// Every message so far.
    pub fn received(&self) -> Vec<Received> {
        self.state().received.clone()
    }

    /// The messages so far about a referral.
    pub fn about(&self, referral: &str) -> Vec<Received> {
        let mut all = self.received();
        all.retain(|one| one.json()["data"]["id"] == referral);
        all
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn answer(mut stream: &TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        headers.push((name.to_lowercase(), value.to_owned()));
    }
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let length = length.and_then(|(_, length)| length.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
    state.received.push(Received { path, headers, body });
    let head = state.answers.pop_front().unwrap_or_else(|| "204 No Content".to_owned());
    write!(stream, "HTTP/1.1 {head}\r\ncontent-length: 0\r\n\r\n")
}
