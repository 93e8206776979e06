//! `ministack`, a second implementation of AWS: its KMS and Secrets Manager, on a free port.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_kms::config::Credentials;

/// A running engine, which ends with this value.
pub(crate) struct Ministack {
    process: Child,
    _folder: tempfile::TempDir,
    pub(crate) config: SdkConfig,
}

impl Ministack {
    /// Starts the engine, if it is installed: under target/tools, or where `HUBWARD_MINISTACK` says.
    pub(crate) async fn start() -> Option<Self> {
        let Some(program) = program() else {
            println!("skipped: ministack is not installed under target/tools");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let endpoint = format!("http://127.0.0.1:{port}");
        // Packages that pip puts into a folder of their own are found by this variable alone.
        let packages = program.parent().and_then(|bin| bin.parent()).unwrap().to_owned();
        let process = Command::new(&program)
            .current_dir(&folder)
            .env("PYTHONPATH", packages)
            .env("BIND_HOST", "127.0.0.1")
            .env("GATEWAY_PORT", port.to_string())
            .env("SFTP_ENABLED", "0")
            .env("IOT_MTLS_ENABLED", "0")
            .env("AWS_ENDPOINT_URL", &endpoint)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut engine = Self { process, _folder: folder, config: config(&endpoint).await };
        let kms = aws_sdk_kms::Client::new(&engine.config);
        for _ in 0..600 {
            if kms.list_keys().send().await.is_ok() {
                return Some(engine);
            }
            let ended = engine.process.try_wait().unwrap();
            assert!(ended.is_none(), "{} ended: {ended:?}", program.display());
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("ministack does not answer");
    }
}

impl Drop for Ministack {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The configuration of clients that reach an engine at an address.
pub(crate) async fn config(endpoint: &str) -> SdkConfig {
    aws_config::defaults(BehaviorVersion::latest())
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .credentials_provider(Credentials::new("local", "local", None, None, "test"))
        .region(Region::new("eu-west-2"))
        .endpoint_url(endpoint)
        .load()
        .await
}

fn program() -> Option<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "a test may be told where its engine is")]
    if let Some(told) = std::env::var_os("HUBWARD_MINISTACK") {
        return Some(told.into());
    }
    let tools = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/tools");
    let folders = std::fs::read_dir(tools).ok()?;
    let programs = folders.filter_map(|folder| Some(folder.ok()?.path().join("bin/ministack")));
    programs.into_iter().find(|program| program.is_file())
}
