//! `hubward-local` as a process, which is started on a free port and a fresh state folder, stopped,
//! killed and started again.

mod killing;

use std::fs::{self, File};
use std::ops::Deref;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};

use rustix::process::Signal;
use tempfile::TempDir;

use crate::process::{self, Guard};
use crate::service::{Front, Service};
use crate::{binaries, project, wait};

/// A stack that one test has to itself, or that tests share.
#[derive(Debug)]
pub struct Stack {
    folder: TempDir,
    more: Vec<String>,
    port: u16,
    running: Option<Running>,
    service: Service,
}

#[derive(Debug)]
struct Running {
    child: Child,
    _guard: Guard,
}

impl Stack {
    /// Starts a stack on a free port and a fresh folder, and waits until it is ready.
    pub fn start() -> Self {
        Self::start_with(|_| Vec::new())
    }

    /// Starts as [`Stack::start`] does, with the arguments that `more` gives for the state folder.
    pub fn start_with(more: impl FnOnce(&Path) -> Vec<String>) -> Self {
        let folder = tempfile::Builder::new().prefix("hubward-e2e-").tempdir().unwrap();
        let more = more(&folder.path().join("state"));
        let service = Service::new(folder.path().join("state"), folder.path().join("log.txt"));
        let mut stack = Self { folder, more, port: 0, running: None, service };
        stack.run();
        stack
    }

    /// Starts the stack again on the same folder and port.
    pub fn restart(&mut self) {
        assert!(self.running.is_none(), "it runs already");
        self.run();
    }

    fn run(&mut self) {
        let log = File::options().create(true).append(true).open(self.log_path()).unwrap();
        let said_before = log.metadata().unwrap().len();
        let child = command(self.port, self.state(), &postcodes())
            .args(&self.more)
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .spawn()
            .expect("hubward-local starts");
        let guard = Guard::over(child.id(), self.folder.path());
        let running = self.running.insert(Running { child, _guard: guard });
        let log_path = self.folder.path().join("log.txt");
        let said_so_far = || fs::metadata(&log_path).map(|log| log.len()).unwrap_or_default();
        let started = wait::until(said_so_far, || {
            if let Some(status) = running.child.try_wait().unwrap() {
                return Some(Err(status));
            }
            let log = fs::read(&log_path).ok()?;
            let said = String::from_utf8_lossy(log.get(usize::try_from(said_before).ok()?..)?);
            ready_port(&said).map(Ok)
        });
        match started {
            Some(Ok(port)) => self.port = port,
            Some(Err(status)) => panic!("the stack ended with {status}:\n{}", self.log_tail()),
            None => panic!("the stack says no more, and is not ready:\n{}", self.log_tail()),
        }
        let front = Front { paths: "/", url: self.url(), host: None };
        self.service.is_behind(vec![front]);
        let health = self.get("/healthz").send();
        assert_eq!(health.status, 200, "{health:?}");
    }

    /// Asks the stack to stop as Ctrl-C does, and returns how it ended.
    pub fn stop(&mut self) -> ExitStatus {
        let mut running = self.running.take().expect("it runs");
        let tree = process::tree(running.child.id());
        process::signal(running.child.id(), Signal::INT);
        // The work under way finishes first.
        let ended = wait::patiently(|| running.child.try_wait().unwrap());
        let Some(status) = ended else {
            process::kill_9(&tree);
            panic!("the stack did not stop:\n{}", self.log_tail());
        };
        let left: Vec<_> = tree.into_iter().filter(|pid| process::is_running(*pid)).collect();
        process::kill_9(&left);
        assert!(left.is_empty(), "stopping left processes behind");
        status
    }

    /// Kills the whole tree by `kill -9`, functions and all.
    pub fn kill_9_tree(&mut self) {
        self.kill_9_under_way();
        let mut running = self.running.take().expect("it runs");
        running.child.wait().unwrap();
    }

    /// Kills the tree while requests are under way; [`Stack::kill_9_tree`] must follow.
    pub fn kill_9_under_way(&self) {
        let running = self.running.as_ref().expect("it runs");
        process::kill_9(&process::tree(running.child.id()));
    }

    /// The stack's address, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The stack's port.
    pub fn port(&self) -> u16 {
        self.port
    }

    fn log_path(&self) -> PathBuf {
        self.folder.path().join("log.txt")
    }
}

impl Deref for Stack {
    type Target = Service;

    fn deref(&self) -> &Service {
        &self.service
    }
}

impl Drop for Stack {
    fn drop(&mut self) {
        if let Some(mut running) = self.running.take() {
            for pid in process::tree(running.child.id()) {
                process::signal(pid, Signal::KILL);
            }
            let _ = running.child.wait();
        }
    }
}

/// The output and the status of a start that was meant to fail.
#[derive(Debug)]
pub struct Refusal {
    /// The status with which it ended.
    pub status: ExitStatus,
    /// The text on its error output.
    pub said: String,
}

/// Starts `hubward-local` with more arguments, when it is meant to refuse.
pub fn refused_start(port: u16, state: &Path, postcodes: &Path, more: &[&str]) -> Refusal {
    let mut command = command(port, state, postcodes);
    command.args(more).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let Some(status) = wait::patiently(|| child.try_wait().unwrap()) else {
        process::kill_9(&process::tree(child.id()));
        panic!("it started, or does not give up");
    };
    let said = std::io::read_to_string(child.stderr.take().unwrap()).unwrap();
    Refusal { status, said }
}

/// The path of the postcode index.
pub fn postcodes() -> PathBuf {
    let postcodes = project().join("data/postcodes.idx");
    assert!(postcodes.is_file(), "{} is missing: run `make postcodes`", postcodes.display());
    postcodes
}

fn command(port: u16, state: &Path, postcodes: &Path) -> Command {
    let binary = binaries().join("hubward-local");
    assert!(binary.is_file(), "{} is not built: run `make build`", binary.display());
    let mut command = Command::new(binary);
    command
        .current_dir(project())
        .args(["--port", &port.to_string()])
        .arg("--state")
        .arg(state)
        .arg("--postcodes")
        .arg(postcodes)
        .stdin(Stdio::null())
        .process_group(0);
    for variable in ["PORT", "HUBWARD_DATA", "HUBWARD_POSTCODES", "HUBWARD_LOCALITIES", "RUST_LOG"]
    {
        command.env_remove(variable);
    }
    command
}

/// The port in the lines that the stack prints once it is ready.
fn ready_port(said: &str) -> Option<u16> {
    let (_, rest) = said.split_once("Hubward is ready")?;
    let (_, rest) = rest.split_once("http://127.0.0.1:")?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    // The line may still be incomplete: the slash after the port must be there.
    rest[digits.len()..].starts_with('/').then_some(())?;
    digits.parse().ok()
}
