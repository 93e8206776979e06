//! Forwards the lines that functions print into this program's own log, named by function.

use std::io::Write as _;

use tokio::io::{AsyncBufReadExt as _, AsyncRead, BufReader};

/// Forwards lines until the process closes its end.
pub(super) fn forward(function: &str, stream: impl AsyncRead + Unpin + Send + 'static) {
    let name = function.to_owned();
    tokio::spawn(async move {
        let mut reader = BufReader::new(stream);
        let mut line = Vec::new();
        // Bytes are read, not text: a function may print bytes that are not UTF-8.
        while let Ok(1..) = reader.read_until(b'\n', &mut line).await {
            let text = String::from_utf8_lossy(&line);
            // A log that cannot be written to is no reason to stop.
            let _ = writeln!(std::io::stderr().lock(), "{name:>8} | {}", text.trim_end());
            line.clear();
        }
    });
}
