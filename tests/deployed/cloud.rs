//! A deployment on an engine that stands for AWS, with an issuer of its own. All processes end with
//! this one.

pub(crate) mod clients;
mod functions;
pub(crate) mod operators;
pub(crate) mod packages;
mod queues;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::net::TcpListener;
use std::ops::Deref;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use e2e::process::Guard;
use e2e::service::{Front, Service};
use e2e::{project, wait};
use serde_json::Value;
use tempfile::TempDir;

/// The stage, which is part of every name.
pub(crate) const STAGE: &str = "test";
/// The region and the account. Nothing is reached in either.
const REGION: &str = "eu-west-2";
pub(crate) const ACCOUNT: &str = "000000000000";

/// A deployment that is running.
#[derive(Debug)]
pub(crate) struct Cloud {
    folder: TempDir,
    engine: u32,
    endpoint: String,
    service: Service,
    _guard: Guard,
    _processes: [Child; 2],
}

impl Cloud {
    /// Starts the engine and the issuer, makes the packages and deploys them.
    pub(crate) fn start() -> Self {
        let folder = tempfile::Builder::new().prefix("hubward-deployed-").tempdir().unwrap();
        let state = folder.path().join("state");
        fs::create_dir(&state).unwrap();
        let written = serde_json::to_vec_pretty(&clients::all()).unwrap();
        fs::write(state.join("dev-credentials.json"), written).unwrap();
        let port = free_port();
        let endpoint = format!("http://127.0.0.1:{port}");
        let engine = start_engine(folder.path(), port);
        let guard = Guard::over(engine.id(), folder.path());
        let group = i32::try_from(engine.id()).unwrap();
        let issuer = python()
            .arg(project().join("tests/deployed/issuer.py"))
            .arg(&state)
            .stdin(Stdio::piped())
            .process_group(group)
            .spawn()
            .expect("the issuer starts");
        let administrator = [
            ("AWS_ACCESS_KEY_ID", "test"),
            ("AWS_SECRET_ACCESS_KEY", "test"),
            ("AWS_REGION", REGION),
            ("AWS_ENDPOINT_URL", &endpoint),
        ];
        let administrator = administrator.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let service = Service::new(state, folder.path().join("log.txt"))
            .administered_with(BTreeMap::from(administrator));
        let mut cloud = Self {
            folder,
            engine: engine.id(),
            endpoint,
            service,
            _guard: guard,
            _processes: [engine, issuer],
        };
        let issuer = cloud.issuer();
        cloud.wait_for_engine();
        packages::make(&cloud.packages(), &cloud.roots(), &project().join("localities"));
        cloud.write_configuration(issuer["url"].as_str().unwrap());
        cloud.deploy();
        cloud.service.is_behind(cloud.fronts(issuer["plain"].as_str().unwrap()));
        let own = cloud.credentials().partner("inbox").secret.clone();
        let put = ["keys", "put", "hub-client", "--by", "asha"];
        cloud.hubward_given("operator", &put, &own);
        cloud
    }

    /// Deploys the packages as an operator would, the first time and every other.
    pub(crate) fn deploy(&self) -> String {
        let output = Command::new("python3")
            .arg(project().join("infra/deploy.py"))
            .args(["deploy", "--yes", "--endpoint", &self.endpoint, "--config"])
            .arg(self.folder.path().join("config.toml"))
            .arg("--packages")
            .arg(self.packages())
            .arg("--state")
            .arg(self.service.state())
            .env("AWS_ACCESS_KEY_ID", "test")
            .env("AWS_SECRET_ACCESS_KEY", "test")
            .env("AWS_CONFIG_FILE", "/dev/null")
            .env("AWS_SHARED_CREDENTIALS_FILE", "/dev/null")
            .env_remove("AWS_PROFILE")
            .env_remove("AWS_SESSION_TOKEN")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        assert!(output.status.success(), "{said}\n{}", self.log_tail());
        said
    }

    /// The folder of the packages.
    pub(crate) fn packages(&self) -> PathBuf {
        self.folder.path().join("packages")
    }

    /// The roots that the functions trust: those that are shipped, and the issuer's own.
    pub(crate) fn roots(&self) -> PathBuf {
        let path = self.folder.path().join("roots.pem");
        let shipped = fs::read_to_string(project().join("infra/roots.pem")).unwrap();
        let own = fs::read_to_string(self.service.state().join("issuer-ca.pem")).unwrap();
        fs::write(&path, shipped + &own).unwrap();
        path
    }

    fn issuer(&self) -> Value {
        let file = self.service.state().join("issuer.json");
        let written = wait::patiently(|| fs::read(&file).ok()).expect("the issuer starts");
        serde_json::from_slice(&written).unwrap()
    }

    fn wait_for_engine(&self) {
        let port = self.endpoint.rsplit(':').next().unwrap();
        let address = format!("127.0.0.1:{port}");
        let ready = wait::patiently(|| std::net::TcpStream::connect(&address).ok());
        assert!(ready.is_some(), "the engine does not start:\n{}", self.log_tail());
    }

    fn write_configuration(&self, issuer: &str) {
        let root = format!("arn:aws:iam::{ACCOUNT}:root");
        let values = [
            ("stage", STAGE),
            ("region", REGION),
            ("issuer", issuer),
            ("jwks_url", &format!("{issuer}/.well-known/jwks.json")),
            ("sign_in_issuer", issuer),
            ("sign_in_client_id", clients::OWN),
            ("groups", "groups.toml"),
            ("alarm_email", "alarms@council.test"),
            // The engine makes no alarm on a query.
            ("client_alarms", "off"),
            ("operator_principal_arn", &root),
            ("publisher_principal_arn", &root),
            ("replay_principal_arn", &root),
        ];
        let lines = values.iter().map(|(name, value)| format!("{name} = \"{value}\"\n"));
        fs::write(self.folder.path().join("config.toml"), lines.collect::<String>()).unwrap();
        fs::write(self.folder.path().join("groups.toml"), clients::groups()).unwrap();
    }

    /// The hosts of the three APIs, as the stack gives them, and the issuer's.
    fn fronts(&self, issuer: &str) -> Vec<Front> {
        let tables = e2e::tables::Tables::of(&self.service);
        let front = |paths: &'static str, api: &str| {
            let url = tables.variable(&format!("HUBWARD_URL_{api}"));
            let host = url.split_once("://").unwrap().1.to_owned();
            Front { paths, url: self.endpoint.clone(), host: Some(host) }
        };
        let issuer = Front { paths: "/oauth2/", url: issuer.to_owned(), host: None };
        vec![
            issuer,
            front("/", "FAMILY"),
            front("/v1/referrals", "PARTNER"),
            front("/v1/registry/", "PARTNER"),
            front("/fhir/", "PARTNER"),
            front("/refer/", "PARTNER"),
            front("/openapi.json", "PARTNER"),
            front("/docs", "PARTNER"),
            front("/v1/", "HUB"),
            front("/hub", "HUB"),
        ]
    }
}

impl Deref for Cloud {
    type Target = Service;

    fn deref(&self) -> &Service {
        &self.service
    }
}

/// Python with the engine's packages, which `infra/tools.py` installs.
fn python() -> Command {
    let tools = Command::new("python3")
        .args([project().join("infra/tools.py").as_os_str(), "ministack".as_ref()])
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(tools.status.success(), "ministack is not installed");
    let tools = String::from_utf8(tools.stdout).unwrap();
    let mut command = Command::new("python3");
    command.env_clear().env("PATH", path()).env("PYTHONPATH", tools.trim());
    command
}

/// The engine, which begins with no more variables than it needs.
fn start_engine(folder: &Path, port: u16) -> Child {
    let temporary = folder.join("tmp");
    fs::create_dir(&temporary).unwrap();
    let log = File::create(folder.join("log.txt")).unwrap();
    python()
        .arg(project().join("tests/deployed/engine.py"))
        .env("HOME", folder)
        .env("TMPDIR", temporary)
        .env("GATEWAY_PORT", port.to_string())
        .env("BIND_HOST", "127.0.0.1")
        .env("AWS_ENDPOINT_URL", format!("http://127.0.0.1:{port}"))
        .env("MINISTACK_REGION", REGION)
        .env("AUTH", "true")
        .env("SFTP_ENABLED", "0")
        .env("IOT_MTLS_ENABLED", "0")
        .stdin(Stdio::null())
        .stdout(log.try_clone().unwrap())
        .stderr(log)
        .process_group(0)
        .spawn()
        .expect("the engine starts")
}

fn path() -> String {
    #[expect(clippy::disallowed_methods, reason = "programs are found as in this test's own shell")]
    std::env::var("PATH").unwrap()
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}
