use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::*;

fn client(addresses: Addresses) -> Client {
    Client::new(&Roots::of_system(), addresses).unwrap()
}

async fn sent(addresses: Addresses, url: &str) -> Answer {
    let message = WebhookMessage { id: "msg_1".to_owned(), body: r#"{"type":"x"}"#.to_owned() };
    let secret = WebhookSecret::new(vec![7; 32]);
    let url = WebhookUrl::parse(url).unwrap();
    client(addresses).send(&url, &message, &[secret], Timestamp::UNIX_EPOCH).await
}

/// A server on this machine that gives one answer, and the request that it got.
async fn answering(answer: &'static [u8]) -> (u16, tokio::task::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let served = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut got = Vec::new();
        while !got.ends_with(br#"{"type":"x"}"#) {
            let mut some = [0; 1024];
            let read = stream.read(&mut some).await.unwrap();
            got.extend(&some[..read]);
        }
        stream.write_all(answer).await.unwrap();
        String::from_utf8(got).unwrap()
    });
    (port, served)
}

#[tokio::test]
async fn a_message_is_posted_with_its_headers_to_its_path() {
    let (port, served) = answering(b"HTTP/1.1 204 No Content\r\n\r\n").await;
    let answer = sent(Addresses::Any, &format!("http://localhost:{port}/hooks/1?k=2")).await;
    assert_eq!(answer, Answer::Taken);
    let got = served.await.unwrap();
    assert!(got.starts_with("POST /hooks/1?k=2 HTTP/1.1\r\n"), "{got}");
    for header in [
        format!("host: localhost:{port}"),
        "content-type: application/json".to_owned(),
        "webhook-id: msg_1".to_owned(),
        "webhook-timestamp: 0".to_owned(),
    ] {
        assert!(got.contains(&format!("\r\n{header}\r\n")), "{header}: {got}");
    }
    assert!(got.contains("\r\nwebhook-signature: v1,"), "{got}");
}

#[tokio::test]
async fn an_answer_is_its_status_whatever_follows() {
    for (answer, expected) in [
        (&b"HTTP/1.1 200 OK\r\ncontent-length: 99999999\r\n\r\nmore to come"[..], Answer::Taken),
        (b"HTTP/1.1 410 Gone\r\n\r\n", Answer::Gone),
        (b"HTTP/1.1 500 Oh\r\n\r\n", Answer::Refused(500)),
        (b"HTTP/1.1 302 Found\r\nlocation: http://169.254.169.254/\r\n\r\n", Answer::Refused(302)),
        (b"not http at all\r\n\r\n", Answer::NotReached("the answer broke off")),
    ] {
        let (port, served) = answering(answer).await;
        assert_eq!(sent(Addresses::Any, &format!("http://127.0.0.1:{port}/")).await, expected);
        served.await.unwrap();
    }
}

#[tokio::test]
async fn a_name_or_number_that_leads_inside_is_not_connected_to() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let inside = Answer::NotReached("the address is not on the internet");
    for host in
        ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"]
    {
        let answer = sent(Addresses::Public, &format!("https://{host}:{port}/")).await;
        assert_eq!(answer, inside, "{host}");
    }
    let plain = sent(Addresses::Public, &format!("http://localhost:{port}/")).await;
    assert_eq!(plain, Answer::NotReached("the address is not https"));
    let connected = tokio::time::timeout(Duration::from_millis(1), listener.accept()).await;
    assert!(connected.is_err(), "nobody connected");
}

#[tokio::test]
async fn who_cannot_show_a_trusted_certificate_is_told_nothing() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let served = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut some = [0; 4096];
        let read = stream.read(&mut some).await.unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
        some[..read].to_vec()
    });
    let answer = sent(Addresses::Any, &format!("https://localhost:{port}/")).await;
    assert_eq!(answer, Answer::NotReached("there was no TLS"));
    let got = served.await.unwrap();
    assert!(!got.windows(6).any(|some| some == b"msg_1\r"), "nothing was said before");
}
