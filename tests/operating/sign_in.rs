//! Signing in at a provider that is not of our making, as an operator sets it up: Django OAuth Toolkit,
//! with the authorization code flow, PKCE, and the council's own groups.

use std::fs;
use std::io::Write as _;
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

use e2e::html::forms;
use e2e::http::Answer;
use e2e::pages::{Worker, session_in};
use e2e::process::Guard;
use e2e::service::{Front, Service};
use e2e::stack::Stack;
use e2e::{project, wait};
use serde_json::json;
use tempfile::TempDir;

use crate::{hubward, hubward_command, said};

const CLIENT: &str = "inbox of the council";
const PASSWORD: &str = "correct horse battery staple";
const GROUPS: &str = r#"
claim = "council_groups"

[[group]]
group = "Portman: workers"
roles = ["worker"]
hubs = ["westminster-portman"]
"#;

/// The provider, which ends with this value.
struct Provider {
    service: Service,
    _folder: TempDir,
    _guard: Guard,
    _process: Child,
}

impl Provider {
    /// Starts the provider on a port, for the inbox of a stack, which it knows by this secret.
    fn start(port: u16, stack: &Stack, secret: &str) -> Self {
        let folder = tempfile::Builder::new().prefix("hubward-provider-").tempdir().unwrap();
        let tools = Command::new("python3")
            .args([project().join("infra/tools.py").as_os_str(), "provider".as_ref()])
            .stderr(Stdio::inherit())
            .output()
            .unwrap();
        assert!(tools.status.success(), "the provider is not installed");
        let tools = String::from_utf8(tools.stdout).unwrap();
        let mut process = Command::new("python3")
            .arg(project().join("tests/operating/provider.py"))
            .arg(folder.path())
            .env("PYTHONPATH", tools.trim())
            .stdin(Stdio::piped())
            .spawn()
            .expect("the provider starts");
        let guard = Guard::over(process.id(), folder.path());
        let given = json!({
            "port": port,
            "id": CLIENT,
            "secret": secret,
            "redirect": format!("{}/hub/sign-in/answer", stack.url()),
            "people": {"ada": ["Everybody", "Portman: workers"], "ben": ["Everybody"]},
        });
        writeln!(process.stdin.as_mut().unwrap(), "{given}").unwrap();
        let ready = folder.path().join("ready");
        assert!(wait::patiently(|| ready.exists().then_some(())).is_some(), "it does not answer");
        let mut service = Service::new(stack.state().to_owned(), folder.path().join("log.txt"));
        let url = format!("http://127.0.0.1:{port}");
        service.is_behind(vec![Front { paths: "/", url, host: None }]);
        Self { service, _folder: folder, _guard: guard, _process: process }
    }

    /// Signs a person in at this address of the provider; the answer is the path that it sends back to.
    #[track_caller]
    fn sign_in(&self, address: &str, person: &str) -> String {
        let mut browser = self.service.worker();
        let asked = browser.get(&path_of(address));
        assert_eq!(asked.status, 302, "{asked:?}");
        let login = asked.header("location").unwrap().to_owned();
        let page = browser.get(&login);
        let form = forms(&page.body).remove(0);
        let form = form.filled(&[("username", person), ("password", PASSWORD)]);
        let known = browser.post(&login, &form.fields);
        assert_eq!(known.status, 302, "{known:?}");
        let back = browser.get(known.header("location").unwrap());
        assert_eq!(back.status, 302, "{back:?}");
        path_of(back.header("location").unwrap())
    }
}

/// The path of an address, with its query.
fn path_of(address: &str) -> String {
    let path = address.split_once("://").and_then(|(_, rest)| Some(&rest[rest.find('/')?..]));
    path.unwrap_or_else(|| panic!("no address: {address}")).to_owned()
}

/// The answer of the inbox to a person who signed in at the provider.
#[track_caller]
fn sign_in(browser: &mut Worker<'_>, provider: &Provider, person: &str) -> Answer {
    let address = browser.begin("/hub/sign-in?to=/hub?state=new");
    let back = provider.sign_in(&address, person);
    browser.get(&back)
}

#[test]
fn workers_sign_in_at_a_provider_of_another_make() {
    let folder = tempfile::tempdir().unwrap();
    let groups = folder.path().join("groups.toml");
    fs::write(&groups, GROUPS).unwrap();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    // The functions start while the provider is away.
    let mut stack = Stack::start_with(|_| {
        let set = |name: &str, value: &str| {
            ["--set".to_owned(), format!("HUBWARD_SIGN_IN_{name}={value}")]
        };
        let issuer = set("ISSUER", &format!("http://127.0.0.1:{port}/o"));
        let groups = ["--groups".to_owned(), groups.display().to_string()];
        [issuer, set("CLIENT_ID", CLIENT), groups].concat()
    });
    let secret = "given by the provider, with signs: %&+=/ :é";
    let provider = Provider::start(port, &stack, secret);

    let before = sign_in(&mut stack.worker(), &provider, "ada");
    assert_eq!(before.status, 503, "the provider does not know our own secret yet: {before:?}");
    put_secret(&stack, secret);
    stack.stop();
    stack.restart();

    let mut ada = stack.worker();
    let address = ada.begin("/hub/sign-in?to=/hub?state=new");
    let back = provider.sign_in(&address, "ada");
    let elsewhere = stack.worker().get(&back);
    assert_eq!(elsewhere.status, 403, "the answer counts in her own browser: {elsewhere:?}");
    let signed_in = ada.get(&back);
    assert_eq!(signed_in.status, 200, "{signed_in:?}");
    assert!(signed_in.body.contains("/hub?state=new"), "{signed_in:?}");
    let inbox = stack.page(&session_in(&signed_in), "/hub");
    assert_eq!(inbox.status, 200, "{inbox:?}");
    assert!(inbox.body.contains("Portman") && !inbox.body.contains("Bessborough"), "{inbox:?}");
    assert_eq!(ada.get(&back).status, 403, "the answer counts once");

    let nobody = sign_in(&mut stack.worker(), &provider, "ben");
    assert_eq!(nobody.status, 403, "{nobody:?}");
    assert!(nobody.body.contains("in no group that works in this inbox"), "{nobody:?}");
}

/// Puts our own secret at the provider in force, as an operator does.
fn put_secret(stack: &Stack, secret: &str) {
    let put = ["keys", "put", "hub-client", "--by", "asha"];
    let mut tool = hubward_command(stack, &put).stdin(Stdio::piped()).spawn().unwrap();
    writeln!(tool.stdin.take().unwrap(), "{secret}").unwrap();
    assert!(tool.wait().unwrap().success());
    let made = hubward(stack, &["keys", "add", "hub-client", "--by", "asha"]);
    assert!(!made.status.success() && said(&made).contains("keys put"), "{}", said(&made));
}
