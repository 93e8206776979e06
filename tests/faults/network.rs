//! A network between clients and the gateway. Connections are dropped before the request, in the
//! middle of it, or before the answer, and delayed.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

/// The numbers of connections, by what was done to them.
#[derive(Debug, Default)]
pub(crate) struct Done {
    pub(crate) connections: AtomicU64,
    pub(crate) refused: AtomicU64,
    pub(crate) cut: AtomicU64,
    pub(crate) unanswered: AtomicU64,
    pub(crate) delayed: AtomicU64,
}

/// A proxy that is running. It ends with the test's process.
#[derive(Debug)]
pub(crate) struct Network {
    pub(crate) port: u16,
    pub(crate) done: Arc<Done>,
}

impl Network {
    /// Starts a proxy that listens on a free port and forwards to `to`.
    pub(crate) fn before(to: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let done = Arc::new(Done::default());
        let counts = Arc::clone(&done);
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let counts = Arc::clone(&counts);
                thread::spawn(move || forward(client, to, &counts));
            }
        });
        Self { port, done }
    }
}

fn forward(client: TcpStream, to: u16, done: &Done) {
    done.connections.fetch_add(1, Ordering::Relaxed);
    let luck = fastrand::u32(0..100);
    if luck < 2 {
        done.refused.fetch_add(1, Ordering::Relaxed);
        return;
    }
    if luck >= 90 {
        done.delayed.fetch_add(1, Ordering::Relaxed);
        thread::sleep(Duration::from_millis(fastrand::u64(1..400)));
    }
    let Ok(server) = TcpStream::connect(("127.0.0.1", to)) else { return };
    let cut_after = (2..4).contains(&luck).then(|| {
        done.cut.fetch_add(1, Ordering::Relaxed);
        fastrand::usize(1..1200)
    });
    let (Ok(from_client), Ok(to_server)) = (client.try_clone(), server.try_clone()) else { return };
    let request = thread::spawn(move || copy(from_client, to_server, cut_after));
    let mut server = server;
    if (4..7).contains(&luck) {
        // The request arrives and is dealt with; the answer never comes.
        done.unanswered.fetch_add(1, Ordering::Relaxed);
        let _ = server.read(&mut [0; 1]);
        let _ = client.shutdown(Shutdown::Both);
        let _ = server.shutdown(Shutdown::Both);
    } else {
        copy(server, client, None);
    }
    let _ = request.join();
}

/// Copies until the end, or until `most` bytes; then both ends are closed.
fn copy(mut from: TcpStream, mut to: TcpStream, most: Option<usize>) {
    let mut buffer = [0; 16 * 1024];
    let mut copied = 0;
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        let room = most.map_or(read, |most| read.min(most - copied));
        copied += room;
        if to.write_all(&buffer[..room]).is_err() || room < read || most == Some(copied) {
            break;
        }
    }
    let _ = to.shutdown(if most == Some(copied) { Shutdown::Both } else { Shutdown::Write });
    if most == Some(copied) {
        let _ = from.shutdown(Shutdown::Both);
    }
}
