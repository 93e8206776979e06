//! Requests that only a socket can send: methods, paths, headers and bodies that no client library
//! makes.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use crate::stack;

/// Sends each request, which is answered with a 4xx or not at all (the connection is closed).
/// Answers how many.
pub(crate) fn on_the_wire() -> usize {
    let token = stack().token(stack().partner(e2e::api::SENDER));
    let post = |headers: &str, body: &str| {
        format!(
            "POST /v1/referrals HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\n\
             content-type: application/json\r\n{headers}\r\n{body}"
        )
        .into_bytes()
    };
    let get = |target: &str| format!("GET {target} HTTP/1.1\r\nhost: x\r\n\r\n").into_bytes();
    let mut requests: Vec<Vec<u8>> = vec![
        b"\r\n\r\n".to_vec(),
        b"GET\r\n\r\n".to_vec(),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc".to_vec(),
        b"FOO /v1/referrals HTTP/1.1\r\nhost: x\r\n\r\n".to_vec(),
        b"TRACE /v1/referrals HTTP/1.1\r\nhost: x\r\n\r\n".to_vec(),
        b"get /v1/inbox HTTP/1.1\r\nhost: x\r\n\r\n".to_vec(),
        b"GET /v1/inbox HTTP/9.9\r\nhost: x\r\n\r\n".to_vec(),
        b"G\xc3\x89T / HTTP/1.1\r\nhost: x\r\n\r\n".to_vec(),
        b"GET /v1/inbox HTTP/1.1\r\nhost: x\r\nauthorization: Bearer \xff\xfe\r\n\r\n".to_vec(),
        b"GET /v1/inbox HTTP/1.1\r\nhost: x\r\nno colon here\r\n\r\n".to_vec(),
        b"GET /v1/inbox HTTP/1.1\r\nhost: x\r\na\x00b: c\r\n\r\n".to_vec(),
        format!("GET /v1/inbox HTTP/1.1\r\nhost: x\r\n{}\r\n", "a: b\r\n".repeat(5000))
            .into_bytes(),
        format!("GET /v1/inbox HTTP/1.1\r\nhost: x\r\na: {}\r\n\r\n", "b".repeat(900_000))
            .into_bytes(),
        post("idempotency-key: \u{e9}\u{20ac}\r\ncontent-length: 2\r\n", "{}"),
        post("idempotency-key: a\r\nidempotency-key: b\r\ncontent-length: 2\r\n", "{}"),
        post("idempotency-key: a\r\ncontent-length: -1\r\n", "{}"),
        post("idempotency-key: a\r\ncontent-length: 99999999999999999999\r\n", "{}"),
        post("idempotency-key: a\r\ncontent-length: 2\r\ncontent-length: 3\r\n", "{}"),
        post("idempotency-key: a\r\ntransfer-encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n"),
        post("idempotency-key: a\r\ntransfer-encoding: gzip\r\n", "{}"),
        post("idempotency-key: a\r\ncontent-encoding: gzip\r\ncontent-length: 2\r\n", "{}"),
        post("idempotency-key: a\r\ncontent-length: 500\r\n", "{\"cut\":"),
        post("idempotency-key: a\r\nexpect: 200-ok\r\ncontent-length: 2\r\n", "{}"),
        post("content-type: text/plain\r\nidempotency-key: a\r\ncontent-length: 2\r\n", "{}"),
    ];
    for target in [
        "//",
        "/%",
        "/%zz",
        "/%00",
        "/%ff%fe",
        "/../../etc/passwd",
        "/./v1//inbox",
        "/v1/inbox/%2e%2e",
        "/assets/..%2f..%2fetc%2fpasswd",
        "/assets/%00",
        "/hub/assets/../../x",
        "*",
        "http://x/",
        "x",
        "/v1/inbox#a",
        "/hub/entries/%ff",
        "/\u{e9}",
        "/v1/referrals/\\",
    ] {
        requests.push(get(target));
    }
    requests.push(get(&format!("/{}", "a".repeat(60_000))));
    requests.push(get(&format!("/v1/inbox?{}", "a=b&".repeat(20_000))));
    for request in &requests {
        let about = String::from_utf8_lossy(&request[..request.len().min(90)]).into_owned();
        if let Some(status) = status(request) {
            let front_page = about.starts_with("GET http://x/ ") && status == 200;
            assert!((400..500).contains(&status) || front_page, "{about:?}: {status}");
        }
    }
    requests.len()
}

/// The status of the answer; `None` if the connection was closed without one.
fn status(request: &[u8]) -> Option<u16> {
    let mut socket = TcpStream::connect(("127.0.0.1", stack().port())).unwrap();
    socket.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    // The request may be refused before all of it is sent.
    let _ = socket.write_all(request);
    let _ = socket.shutdown(Shutdown::Write);
    let mut start = [0; 64];
    let mut read = 0;
    while read < 12 {
        match socket.read(&mut start[read..]) {
            Ok(0) | Err(_) => return None,
            Ok(more) => read += more,
        }
    }
    let start = String::from_utf8_lossy(&start[..read]).into_owned();
    start.split(' ').nth(1)?.parse().ok()
}
