//! A running host, and enough HTTP to speak to it.

#![expect(clippy::unwrap_used, reason = "it is part of a test, where to panic is to fail")]

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

/// The longest that an expected answer may take, however busy the machine is.
const PATIENCE: Duration = Duration::from_mins(10);

pub(crate) struct Host {
    child: Mutex<Child>,
    port: u16,
    log: Arc<Mutex<String>>,
    /// The variables of the function, which name the engines' addresses.
    variables: Value,
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

/// A new state folder, which is removed with the value.
pub(crate) fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// The host's program with the arguments that every test gives it.
pub(crate) fn command(state: &Path, arguments: &[&str]) -> Command {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_hubward-local"));
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new(&program);
    let given = |flag: &str| arguments.contains(&flag);
    let defaults = [
        ("--port", PathBuf::from("0")),
        ("--bin-dir", program.with_file_name("examples")),
        ("--template", crate_folder.join("tests/host/template.yaml")),
        ("--localities", crate_folder.join("../localities")),
        ("--roots", crate_folder.join("../infra/roots.pem")),
        // The file only has to exist: the function here reads no postcodes.
        ("--postcodes", crate_folder.join("Cargo.toml")),
    ];
    for (flag, value) in defaults {
        if !given(flag) {
            command.arg(flag).arg(value);
        }
    }
    command.arg("--state").arg(state).args(arguments);
    for name in ["PORT", "HUBWARD_DATA", "HUBWARD_POSTCODES", "HUBWARD_LOCALITIES", "RUST_LOG"] {
        command.env_remove(name);
    }
    command.env("AWS_SESSION_TOKEN", "of-the-host");
    command
}

/// The sentence that the host prints when it does not start.
pub(crate) fn refusal(state: &Path, arguments: &[&str]) -> String {
    let output = command(state, arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    let text = String::from_utf8(output.stderr).unwrap();
    let told: Vec<_> = text.lines().filter(|line| line.starts_with("hubward-local: ")).collect();
    assert_eq!(told.len(), 1, "{text}");
    told[0].to_owned()
}

impl Host {
    pub(crate) fn start(state: &Path) -> Self {
        Self::start_with(state, &[])
    }

    pub(crate) fn start_with(state: &Path, arguments: &[&str]) -> Self {
        let mut child = command(state, arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        collect(child.stderr.take().unwrap(), Arc::clone(&log));
        let said = Arc::new(Mutex::new(String::new()));
        collect(child.stdout.take().unwrap(), Arc::clone(&said));
        let child = Mutex::new(child);
        let port = until(|| {
            if child.lock().unwrap().try_wait().unwrap().is_some() {
                return Some(None);
            }
            let said = said.lock().unwrap();
            let (_, rest) = said.split_once("For families    http://127.0.0.1:")?;
            Some(rest.split_once('/')?.0.parse().ok())
        });
        let Some(port) = port.flatten() else {
            panic!("it did not start:\n{}", log.lock().unwrap())
        };
        let mut host = Self { child, port, log, variables: Value::Null };
        host.variables = host.get("/echo/variables").json()["variables"].clone();
        host
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    pub(crate) fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.try_get(path).unwrap()
    }

    pub(crate) fn try_get(&self, path: &str) -> Option<Answer> {
        exchange(self.port, "GET", path, &[], "")
    }

    pub(crate) fn post(&self, path: &str, kind: &str, body: &str) -> Answer {
        exchange(self.port, "POST", path, &[("content-type", kind)], body).unwrap()
    }

    /// The URL of a queue.
    pub(crate) fn queue(&self, name: &str) -> String {
        self.variables["WORK_QUEUE"].as_str().unwrap().replace("work", name)
    }

    pub(crate) fn sqs(&self, operation: &str, input: &Value) -> Value {
        self.aws("AWS_ENDPOINT_URL_SQS", &format!("AmazonSQS.{operation}"), input)
    }

    pub(crate) fn dynamodb(&self, operation: &str, input: &Value) -> Value {
        let target = format!("DynamoDB_20120810.{operation}");
        self.aws("AWS_ENDPOINT_URL_DYNAMODB", &target, input)
    }

    fn aws(&self, endpoint: &str, target: &str, input: &Value) -> Value {
        let endpoint = self.variables[endpoint].as_str().unwrap();
        let port = endpoint.rsplit(':').next().unwrap().parse().unwrap();
        let headers = [
            ("content-type", "application/x-amz-json-1.0"),
            ("x-amz-target", target),
            (
                "authorization",
                "AWS4-HMAC-SHA256 Credential=local/20261122/eu-west-2/dynamodb/aws4_request, \
                 SignedHeaders=host, Signature=0",
            ),
            ("x-amz-date", "20261122T000000Z"),
        ];
        let answer = exchange(port, "POST", "/", &headers, &input.to_string()).unwrap();
        assert_eq!(answer.status, 200, "{target}: {}", String::from_utf8_lossy(&answer.body));
        if answer.body.is_empty() { json!({}) } else { answer.json() }
    }

    /// Ends the host as `kill -9` does.
    pub(crate) fn kill(&self) {
        self.child.lock().unwrap().kill().unwrap();
    }

    /// Ends the host as `kill` does.
    pub(crate) fn terminate(&self) {
        let id = self.child.lock().unwrap().id().to_string();
        assert!(Command::new("kill").arg(id).status().unwrap().success());
    }

    pub(crate) fn wait(&mut self) -> Option<i32> {
        self.child.get_mut().unwrap().wait().unwrap().code()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let child = self.child.get_mut().unwrap();
        // The host may be gone already, as the test wished.
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// Whether a process runs; one that only waits to be reaped does not count.
pub(crate) fn lives(process: u64) -> bool {
    let output = Command::new("ps").args(["-o", "stat=", "-p", &process.to_string()]).output();
    let state = String::from_utf8(output.unwrap().stdout).unwrap();
    !state.trim().is_empty() && !state.trim().starts_with('Z')
}

/// Asks again until there is an answer; `None` only if there is none at all.
pub(crate) fn until<T>(ask: impl Fn() -> Option<T>) -> Option<T> {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = ask() {
            return Some(answer);
        }
        if Instant::now() > end {
            return None;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn collect(stream: impl std::io::Read + Send + 'static, into: Arc<Mutex<String>>) {
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            let mut all = into.lock().unwrap();
            all.push_str(&line);
            all.push('\n');
        }
    });
}

/// Sends one request on a connection of its own; none if the other side hangs up.
fn exchange(
    port: u16,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Option<Answer> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    let mut head = format!(
        "{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nconnection: close\r\ncontent-length: {}\r\n",
        body.len()
    );
    for (name, value) in headers {
        head.extend([name, ": ", value, "\r\n"]);
    }
    // The other side may answer and hang up before it has read everything.
    let _ = stream.write_all(format!("{head}\r\n{body}").as_bytes());
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Answer { status, head, body: answer[end + 4..].to_vec() })
}
