//! Killing parts of a running stack: one function's process, or the host alone.

use rustix::process::Signal;

use super::Stack;
use crate::process;

impl Stack {
    /// The processes of the stack's functions, with the name of each function.
    pub fn functions(&self) -> Vec<(u32, String)> {
        let host = self.running.as_ref().expect("it runs").child.id();
        let name = |pid: u32| Some((pid, process::program(pid)?));
        let below = process::tree(host).into_iter().skip(1).filter_map(name);
        // A process that has not become its function yet still is the host's program.
        below.filter(|(_, name)| name != "hubward-local").collect()
    }

    /// Kills one process of a function by `kill -9`, while the rest goes on.
    pub fn kill_9_function(&self, pid: u32) {
        process::signal(pid, Signal::KILL);
    }

    /// Kills the host alone by `kill -9`: front, queues and engines are gone at once, and its
    /// functions must follow by themselves.
    pub fn kill_9_host(&mut self) {
        let mut running = self.running.take().expect("it runs");
        let tree = process::tree(running.child.id());
        process::signal(running.child.id(), Signal::KILL);
        running.child.wait().unwrap();
        process::kill_9(&tree[1..]);
    }
}
