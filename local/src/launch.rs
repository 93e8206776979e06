//! The launch of a function's process, which cannot outlive this program, even if that is killed.
//!
//! On Linux this program starts itself first; that process asks the kernel to be killed with its
//! parent, then becomes the function. Elsewhere the function starts directly and ends by itself
//! when the Runtime API is gone.

use std::{collections::BTreeMap, io, path::Path, process::Stdio};

use tokio::process::{Child, Command};

/// The first argument of this program when it is to become a function.
pub(crate) const BECOME_FUNCTION: &str = "__become-function";

/// Starts `binary` with `variables` as its whole environment.
pub(crate) fn launch(binary: &Path, variables: &BTreeMap<String, String>) -> io::Result<Child> {
    command(binary)
        .env_clear()
        .envs(variables)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        // Ctrl-C is for this program: functions finish the work they have begun.
        .process_group(0)
        .kill_on_drop(true)
        .spawn()
}

#[cfg(target_os = "linux")]
fn command(binary: &Path) -> Command {
    // The program is found by the kernel's link, which still leads here when the file was built
    // anew meanwhile.
    let mut command = Command::new("/proc/self/exe");
    command.arg(BECOME_FUNCTION).arg(std::process::id().to_string()).arg(binary);
    command
}

#[cfg(not(target_os = "linux"))]
fn command(binary: &Path) -> Command {
    Command::new(binary)
}

/// Becomes the function named by the arguments `<parent's id> <binary>`. Returns only if it cannot.
#[cfg(target_os = "linux")]
pub(crate) fn become_function(
    mut arguments: impl Iterator<Item = std::ffi::OsString>,
) -> io::Error {
    use std::os::unix::process::CommandExt as _;

    use rustix::process::{Signal, getppid, set_parent_process_death_signal};

    let parent = arguments.next().and_then(|id| id.to_str()?.parse::<i32>().ok());
    let (Some(parent), Some(binary)) = (parent, arguments.next()) else {
        return io::Error::new(io::ErrorKind::InvalidInput, "a parent and a program are needed");
    };
    if let Err(error) = set_parent_process_death_signal(Some(Signal::KILL)) {
        return error.into();
    }
    // The parent may have died before the kernel was asked.
    if getppid().is_none_or(|now| now.as_raw_nonzero().get() != parent) {
        return io::Error::other("the program that started this one is gone");
    }
    std::process::Command::new(binary).exec()
}

/// Does nothing on this system, where functions are started directly.
#[cfg(not(target_os = "linux"))]
pub(crate) fn become_function(_: impl Iterator<Item = std::ffi::OsString>) -> io::Error {
    io::Error::from(io::ErrorKind::Unsupported)
}
