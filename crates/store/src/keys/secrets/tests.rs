//! Tests of reading a secret again, from a server that answers as Secrets Manager does.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Mutex as Lock;

use aws_sdk_secretsmanager::config::{
    BehaviorVersion, Builder, Credentials, Region, retry::RetryConfig,
};
use jiff::Timestamp;

use super::*;

/// A server of one secret. Without a value it closes the connection.
struct Manager {
    value: Arc<Lock<Option<String>>>,
    asked: Arc<Lock<usize>>,
    client: Client,
}

impl Manager {
    fn start(versions: &Versions) -> Self {
        let value = Arc::new(Lock::new(Some(versions.write())));
        let asked = Arc::new(Lock::new(0));
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        let (given, count) = (Arc::clone(&value), Arc::clone(&asked));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                *count.lock().unwrap() += 1;
                if let Some(value) = given.lock().unwrap().as_deref() {
                    answer(stream, value);
                }
            }
        });
        let config = Builder::new()
            .behavior_version(BehaviorVersion::latest())
            .http_client(aws_smithy_http_client::Builder::new().build_http())
            .credentials_provider(Credentials::new("local", "local", None, None, "test"))
            .region(Region::new("eu-west-2"))
            .retry_config(RetryConfig::disabled())
            .endpoint_url(endpoint)
            .build();
        Self { value, asked, client: Client::from_conf(config) }
    }

    async fn secrets(&self, waits: Waits) -> Secrets {
        let client = self.client.clone();
        let secrets = Secrets::managed(KeyName::Intake, keys, client, "arn".to_owned(), waits);
        secrets.refresh().await;
        secrets
    }

    fn set(&self, versions: Option<&Versions>) {
        *self.value.lock().unwrap() = versions.map(Versions::write);
    }

    fn asked(&self) -> usize {
        *self.asked.lock().unwrap()
    }
}

/// Reads one request, and answers it with the secret.
fn answer(mut stream: TcpStream, value: &str) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if let Some(told) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = told.trim().parse().unwrap();
        }
        if line.trim().is_empty() {
            break;
        }
    }
    reader.read_exact(&mut vec![0; length]).unwrap();
    let body = serde_json::json!({"SecretString": value}).to_string();
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.1\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all((head + &body).as_bytes()).unwrap();
}

fn numbers(secrets: &Secrets) -> Vec<u32> {
    secrets.current().unwrap().iter().map(|(version, _)| *version).collect()
}

const SHORT: Waits = Waits { fresh: Duration::from_millis(50), again: Duration::from_millis(50) };

#[tokio::test]
async fn a_rotated_secret_is_read_again_when_the_last_look_is_old_and_not_before() {
    let mut versions = Versions::first(Timestamp::UNIX_EPOCH).unwrap();
    let manager = Manager::start(&versions);
    let (quick, slow) = (manager.secrets(SHORT).await, manager.secrets(WAITS).await);
    versions.add(Timestamp::UNIX_EPOCH).unwrap();
    versions.use_newest().unwrap();
    manager.set(Some(&versions));
    assert_eq!(numbers(&quick), [1]);
    tokio::time::sleep(SHORT.fresh).await;
    quick.refresh().await;
    slow.refresh().await;
    assert_eq!(numbers(&quick), [2, 1]);
    assert_eq!(numbers(&slow), [1]);
    assert_eq!(manager.asked(), 3);
}

#[tokio::test]
async fn the_old_versions_stay_when_another_look_fails_and_the_next_one_is_not_at_once() {
    let versions = Versions::first(Timestamp::UNIX_EPOCH).unwrap();
    let manager = Manager::start(&versions);
    let again = Duration::from_mins(5);
    let secrets = manager.secrets(Waits { again, ..SHORT }).await;
    manager.set(None);
    tokio::time::sleep(SHORT.fresh).await;
    for _ in 0..3 {
        secrets.refresh().await;
    }
    assert_eq!((numbers(&secrets), manager.asked()), (vec![1], 2));
}

#[tokio::test]
async fn a_damaged_secret_does_not_take_the_place_of_a_good_one() {
    let versions = Versions::first(Timestamp::UNIX_EPOCH).unwrap();
    let manager = Manager::start(&versions);
    let secrets = manager.secrets(SHORT).await;
    *manager.value.lock().unwrap() = Some(r#"{"current":"2"}"#.to_owned());
    tokio::time::sleep(SHORT.fresh).await;
    secrets.refresh().await;
    assert_eq!(numbers(&secrets), [1]);
}
