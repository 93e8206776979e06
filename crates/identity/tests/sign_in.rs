//! Signing a client in, against a token URL that answers over HTTP.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops here")]

use identity::{Issued, SignIn, SignInError};
use roots::Roots;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

/// The outcome of signing in where the token URL answers like this, and the request that it got.
async fn sign_in(status: &str, body: &str) -> (Result<Issued, SignInError>, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/oauth2/token", listener.local_addr().unwrap());
    let answer = format!(
        "HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    let serve = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = String::new();
        while !request.contains("client_secret") {
            let mut buffer = [0; 4096];
            let read = stream.read(&mut buffer).await.unwrap();
            request.push_str(std::str::from_utf8(&buffer[..read]).unwrap());
        }
        stream.write_all(answer.as_bytes()).await.unwrap();
        request
    };
    let signing_in = SignIn::new(&url, &Roots::of_system()).unwrap();
    tokio::join!(signing_in.sign_in("hub-1", "s&cret"), serve)
}

#[tokio::test]
async fn a_client_with_its_secret_gets_a_token() {
    let (outcome, request) = sign_in(
        "200 OK",
        r#"{"access_token": "t.o.k", "token_type": "Bearer", "expires_in": 900}"#,
    )
    .await;
    let issued = outcome.ok().unwrap();
    assert_eq!(issued.token, "t.o.k");
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /oauth2/token HTTP/1.1"));
    assert_eq!(body, "grant_type=client_credentials&client_id=hub-1&client_secret=s%26cret");
}

#[tokio::test]
async fn a_wrong_secret_is_refused() {
    for status in ["400 Bad Request", "401 Unauthorized"] {
        let (outcome, _) = sign_in(status, r#"{"error": "invalid_client"}"#).await;
        assert_eq!(outcome.err(), Some(SignInError::Refused));
    }
}

#[tokio::test]
async fn an_issuer_that_answers_nonsense_is_not_the_clients_fault() {
    for (status, body) in [("200 OK", "<html>"), ("502 Bad Gateway", "")] {
        let (outcome, _) = sign_in(status, body).await;
        assert!(matches!(outcome, Err(SignInError::IssuerUnreachable(_))), "{status}");
    }
}
