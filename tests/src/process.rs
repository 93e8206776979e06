//! Processes: the tree of descendants, signals, and a guard that ends the processes that a test
//! leaves behind.

use std::fs;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use crate::wait;

/// A process and everything it started, directly or not, as Linux's `/proc` tells.
pub fn tree(root: u32) -> Vec<u32> {
    let mut tree = vec![root];
    let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
        .expect("/proc can be read")
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(|pid| Some((pid, stat(pid)?.parent)))
        .collect();
    let mut at = 0;
    while at < tree.len() {
        let parent = tree[at];
        tree.extend(parents.iter().filter(|(_, of)| *of == parent).map(|(pid, _)| *pid));
        at += 1;
    }
    tree
}

/// The name of the program that a process runs.
pub fn program(pid: u32) -> Option<String> {
    let program = fs::read_link(format!("/proc/{pid}/exe")).ok()?;
    Some(program.file_name()?.to_str()?.to_owned())
}

/// Sends a signal; nothing happens if the process is gone.
pub fn signal(pid: u32, signal: Signal) {
    let pid = i32::try_from(pid).ok().and_then(Pid::from_raw).expect("a process id");
    let _ = kill_process(pid, signal);
}

/// Kills all of the processes at once, and waits until they are gone.
pub fn kill_9(pids: &[u32]) {
    for pid in pids {
        signal(*pid, Signal::KILL);
    }
    let gone = wait::patiently(|| pids.iter().all(|pid| !is_running(*pid)).then_some(()));
    assert!(gone.is_some(), "kill -9 did not end every process");
}

/// Whether a process runs; one that only waits to be reaped does not count.
pub fn is_running(pid: u32) -> bool {
    stat(pid).is_some_and(|stat| !matches!(stat.state, 'Z' | 'X'))
}

struct Stat {
    state: char,
    parent: u32,
}

fn stat(pid: u32) -> Option<Stat> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name stands in brackets and may hold any character.
    let mut rest = text.rsplit_once(')')?.1.split_ascii_whitespace();
    Some(Stat { state: rest.next()?.chars().next()?, parent: rest.next()?.parse().ok()? })
}

/// A shell that waits for its input to close, which happens when this process ends in any
/// way, and then kills a process group and removes its folder.
#[derive(Debug)]
pub struct Guard(Child);

impl Guard {
    /// Guards the process group `group`, whose folder is `folder`.
    pub fn over(group: u32, folder: &Path) -> Self {
        // `kill -9 --` is not used: a plain shell reads that as a number.
        let script = r#"read _; kill -s KILL -- "-$1"; rm -rf -- "$2""#;
        let guard = Command::new("/bin/sh")
            .args(["-c", script, "guard"])
            .arg(group.to_string())
            .arg(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // Ctrl-C in the terminal ends the test; the guard still has work then.
            .process_group(0)
            .spawn()
            .expect("a shell starts");
        Self(guard)
    }
}

impl Drop for Guard {
    /// The guarded process has ended well, so the guard has nothing to do any more.
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guard_ends_its_processes_once_its_input_closes() {
        let folder = tempfile::tempdir().unwrap();
        let guarded = folder.path().join("guarded");
        fs::create_dir(&guarded).unwrap();
        let mut sleeper = Command::new("sleep").arg("3600").process_group(0).spawn().unwrap();
        let mut guard = Guard::over(sleeper.id(), &guarded);
        assert!(is_running(sleeper.id()));
        // The input closes, as when the process that holds the other end is gone.
        drop(guard.0.stdin.take());
        let gone =
            wait::patiently(|| (!is_running(sleeper.id()) && !guarded.exists()).then_some(()));
        signal(sleeper.id(), Signal::KILL);
        sleeper.wait().unwrap();
        assert!(gone.is_some(), "the guard did not do its work");
    }
}
