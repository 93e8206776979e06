//! The requests: signing in, sending, and sending again what did not get through.

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clap::Args;
use formats::batch::Row;
use http::header::{AUTHORIZATION, CONTENT_TYPE, RETRY_AFTER};
use http::{Request, Uri};
use serde::Deserialize;
use ureq::Agent;

use super::answers::{Answer, Fault, Results, Status};
use super::file::File;

/// The key of every batch that this command sends. It never changes, so that the keys which the API
/// makes of rows depend on the rows alone.
const BATCH_KEY: &str = "hubward-submit";
/// The number of failures in a row after which the command gives up.
const MOST_FAILURES: u32 = 8;
/// The longest wait before a request is sent again.
const LONGEST_WAIT: Duration = Duration::from_mins(1);
/// The time for which an answer is waited for: the API takes 30 seconds at most.
const PATIENCE: Duration = Duration::from_mins(1);

#[derive(Debug, Args)]
pub(super) struct Credentials {
    /// The id of a client that signs in at the issuer.
    #[arg(long, env = "HUBWARD_CLIENT_ID", value_name = "ID", requires = "client_secret_file")]
    client_id: Option<String>,
    /// The file with that client's secret, and nothing else in it.
    #[arg(long, env = "HUBWARD_CLIENT_SECRET_FILE", value_name = "FILE")]
    client_secret_file: Option<PathBuf>,
    /// The issuer's address for tokens; /oauth2/token at the API's own if it is left out.
    #[arg(long, env = "HUBWARD_TOKEN_URL", value_name = "URL")]
    token_url: Option<String>,
    /// The scope that the issuer is asked for, if it wants one named.
    #[arg(long, value_name = "SCOPE")]
    scope: Option<String>,
    /// An API key, in place of a client; best given in the environment, where no list of programs
    /// shows it.
    #[arg(long, env = "HUBWARD_API_KEY", value_name = "KEY", hide_env_values = true)]
    api_key: Option<String>,
}

/// A client of the API that is signed in.
pub(super) struct Client {
    agent: Agent,
    url: String,
    sign_in: SignIn,
    bearer: String,
}

enum SignIn {
    ApiKey,
    Client { id: String, secret: String, token_url: String, scope: Option<String> },
}

#[derive(Deserialize)]
struct Token {
    access_token: String,
}

#[derive(Deserialize)]
struct Problem {
    detail: Option<String>,
    #[serde(default)]
    errors: Vec<Fault>,
}

/// The answer to one request.
enum Reply {
    Rows(Vec<Answer>),
    SignInAgain,
    /// It may go better later: the reason, and the wait that was asked for.
    Later(String, Option<Duration>),
}

impl Client {
    pub(super) fn new(url: &str, credentials: &Credentials) -> Result<Self> {
        let url = url.trim_end_matches('/').to_owned();
        let sign_in = match (&credentials.client_id, &credentials.client_secret_file) {
            (Some(id), Some(file)) => {
                let secret = fs::read_to_string(file)
                    .with_context(|| format!("{} cannot be read", file.display()))?;
                let own = credentials.token_url.clone();
                let token_url = own.unwrap_or_else(|| format!("{url}/oauth2/token"));
                check_safe(&token_url)?;
                let scope = credentials.scope.clone();
                SignIn::Client {
                    id: id.clone(),
                    secret: secret.trim().to_owned(),
                    token_url,
                    scope,
                }
            }
            _ if credentials.api_key.is_some() => SignIn::ApiKey,
            _ => bail!(
                "give --client-id and --client-secret-file, or set HUBWARD_API_KEY: the API must \
                 know who sends"
            ),
        };
        check_safe(&url)?;
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(PATIENCE));
        let agent = config.build().new_agent();
        let bearer = credentials.api_key.clone().unwrap_or_default();
        Ok(Self { agent, url, sign_in, bearer })
    }

    /// Sends rows until each has a result, which is told by the number of the row in the file.
    pub(super) fn send(
        &mut self,
        file: &File,
        mut rows: Vec<&Row>,
        tell: &mut dyn FnMut(Answer),
    ) -> Result<()> {
        let mut failures = 0;
        let mut signed_in_again = false;
        while !rows.is_empty() {
            let (why, wait) = match self.post(file, &rows)? {
                Reply::Rows(answers) => {
                    if answers.len() != rows.len() {
                        bail!("the answer is not about the rows that were sent");
                    }
                    let before = rows.len();
                    let mut again = Vec::new();
                    for (row, answer) in rows.into_iter().zip(answers) {
                        if answer.status == Status::TryAgain {
                            again.push(row);
                        } else {
                            tell(Answer { row: row.number, ..answer });
                        }
                    }
                    rows = again;
                    if rows.len() < before {
                        failures = 0;
                        signed_in_again = false;
                        continue;
                    }
                    ("no row was accepted".to_owned(), None)
                }
                // A token ends after a while; a fresh one that is refused will not get better.
                Reply::SignInAgain if !signed_in_again && self.can_sign_in() => {
                    self.bearer.clear();
                    signed_in_again = true;
                    continue;
                }
                Reply::SignInAgain => bail!("the API does not accept these credentials"),
                Reply::Later(why, wait) => (why, wait),
            };
            failures += 1;
            if failures == MOST_FAILURES {
                bail!("{why}, {failures} times in a row");
            }
            let own = Duration::from_secs(1 << failures.min(6));
            thread::sleep(wait.unwrap_or(own).min(LONGEST_WAIT));
        }
        Ok(())
    }

    fn can_sign_in(&self) -> bool {
        matches!(self.sign_in, SignIn::Client { .. })
    }

    fn post(&mut self, file: &File, rows: &[&Row]) -> Result<Reply> {
        if self.bearer.is_empty() {
            match self.token()? {
                Ok(token) => self.bearer = token,
                Err(why) => return Ok(Reply::Later(why, None)),
            }
        }
        let request = Request::post(format!("{}/v1/referrals/batch", self.url))
            .header(AUTHORIZATION, format!("Bearer {}", self.bearer))
            .header(CONTENT_TYPE, file.media_type())
            .header("idempotency-key", BATCH_KEY)
            .body(file.body(rows))?;
        let mut answer = match self.agent.run(request) {
            Ok(answer) => answer,
            Err(error) => {
                return Ok(Reply::Later(format!("{} does not answer: {error}", self.url), None));
            }
        };
        let status = answer.status().as_u16();
        let wait =
            answer.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.parse().ok());
        let Ok(body) = answer.body_mut().read_to_vec() else {
            return Ok(Reply::Later("an answer was cut off".to_owned(), None));
        };
        match status {
            200 => {
                let results: Results = serde_json::from_slice(&body)
                    .with_context(|| format!("{} answers otherwise than Hubward does", self.url))?;
                Ok(Reply::Rows(results.rows))
            }
            401 => Ok(Reply::SignInAgain),
            408 | 429 | 500.. => {
                Ok(Reply::Later(format!("the API answers {status}"), wait.map(Duration::from_secs)))
            }
            _ => {
                let told = serde_json::from_slice::<Problem>(&body).ok();
                bail!(
                    "the API answers {status}{}",
                    told.map(|told| told.text()).unwrap_or_default()
                )
            }
        }
    }

    /// A token of the issuer, or the reason why there may be one later.
    fn token(&self) -> Result<Result<String, String>> {
        let SignIn::Client { id, secret, token_url, scope } = &self.sign_in else {
            bail!("the API does not accept this key");
        };
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("grant_type", "client_credentials");
        if let Some(scope) = scope {
            form.append_pair("scope", scope);
        }
        let request = Request::post(token_url)
            .header(AUTHORIZATION, format!("Basic {}", STANDARD.encode(format!("{id}:{secret}"))))
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(form.finish())?;
        let mut answer = match self.agent.run(request) {
            Ok(answer) => answer,
            Err(error) => return Ok(Err(format!("{token_url} does not answer: {error}"))),
        };
        match answer.status().as_u16() {
            200 => {
                let body = answer.body_mut().read_to_vec()?;
                let token: Token = serde_json::from_slice(&body)
                    .with_context(|| format!("{token_url} answers without a token"))?;
                Ok(Ok(token.access_token))
            }
            status @ (429 | 500..) => Ok(Err(format!("{token_url} answers {status}"))),
            status => bail!("{token_url} answers {status}: are the client's id and secret right?"),
        }
    }
}

impl Problem {
    fn text(&self) -> String {
        let detail = self.detail.as_deref().unwrap_or_default();
        let errors = self.errors.iter().map(|error| format!("; {}: {}", error.path, error.message));
        format!(": {detail}{}", errors.collect::<String>())
    }
}

/// Refuses an address at which credentials could be read on the way.
fn check_safe(url: &str) -> Result<()> {
    let uri: Uri = url.parse().with_context(|| format!("{url} is no address"))?;
    let is_here = matches!(uri.host(), Some("127.0.0.1" | "localhost" | "[::1]"));
    match uri.scheme_str() {
        Some("https") => Ok(()),
        Some("http") if is_here => Ok(()),
        _ => bail!("{url} must begin with https://, so that nobody reads on the way"),
    }
}
