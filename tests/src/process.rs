//! Processes: who descends from whom, signals, and a guard that ends what a test leaves behind.

use std::fs;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

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

/// Sends a signal; nothing happens if the process is gone.
pub fn signal(pid: u32, signal: Signal) {
    let pid = i32::try_from(pid).ok().and_then(Pid::from_raw).expect("a process id");
    let _ = kill_process(pid, signal);
}

/// Kills all of them at once, and sees them gone.
pub fn kill_9(pids: &[u32]) {
    for pid in pids {
        signal(*pid, Signal::KILL);
    }
    let gone = wait::until(Duration::from_secs(10), || {
        pids.iter().all(|pid| !is_running(*pid)).then_some(())
    });
    assert!(gone.is_some(), "kill -9 did not end every process");
}

/// Whether it runs: one that only waits to be reaped does not.
pub fn is_running(pid: u32) -> bool {
    stat(pid).is_some_and(|stat| !matches!(stat.state, 'Z' | 'X'))
}

struct Stat {
    state: char,
    parent: u32,
}

fn stat(pid: u32) -> Option<Stat> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name stands in brackets and may hold anything.
    let mut rest = text.rsplit_once(')')?.1.split_ascii_whitespace();
    Some(Stat { state: rest.next()?.chars().next()?, parent: rest.next()?.parse().ok()? })
}

/// A shell that waits for its input to close, which happens when this process ends in whatever
/// way, and then kills a process group and removes its folder.
#[derive(Debug)]
pub struct Guard(Child);

impl Guard {
    /// Guards the process group `group`, whose folder is `folder`.
    pub fn over(group: u32, folder: &Path) -> Self {
        let script = r#"read _; kill -9 -- "-$1" 2>/dev/null; rm -rf -- "$2""#;
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
    /// What it guarded has ended well: there is nothing to do any more.
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
