//! The JSON APIs of AWS, or of the engines that stand for them, asked by somebody with rights of
//! their own.

use std::collections::BTreeMap;
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use serde_json::Value;
use ureq::Agent;
use ureq::http::Request;

use crate::wait::STANDSTILL;

/// An API of AWS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Api {
    /// The tables.
    DynamoDb,
    /// The queues.
    Sqs,
    /// The keys.
    Kms,
    /// The secrets.
    SecretsManager,
    /// The functions and what feeds them.
    Lambda,
    /// The credentials of roles.
    Sts,
}

impl Api {
    /// The name in the SDK's variables, the name to sign with, and the beginning of a call's name
    /// with the version of its JSON.
    fn names(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Self::DynamoDb => ("DYNAMODB", "dynamodb", "DynamoDB_20120810", "1.0"),
            Self::Sqs => ("SQS", "sqs", "AmazonSQS", "1.0"),
            Self::Kms => ("KMS", "kms", "TrentService", "1.1"),
            Self::SecretsManager => ("SECRETS_MANAGER", "secretsmanager", "secretsmanager", "1.1"),
            Self::Lambda => ("LAMBDA", "lambda", "", ""),
            Self::Sts => ("STS", "sts", "", ""),
        }
    }
}

/// Somebody who asks, by their credentials.
#[derive(Debug, Clone)]
pub struct Identity {
    credentials: Credentials,
    region: String,
    variables: BTreeMap<String, String>,
}

/// A request that was not carried out.
#[derive(Debug, Clone)]
pub struct Refused {
    /// The status of the answer.
    pub status: u16,
    /// The body of the answer, which names the reason.
    pub body: String,
}

impl Identity {
    /// The identity that the SDK's variables give, which also say where the APIs are.
    pub fn of(variables: &BTreeMap<String, String>) -> Self {
        let get = |name: &str| variables.get(name).cloned().unwrap_or_default();
        let token = Some(get("AWS_SESSION_TOKEN")).filter(|token| !token.is_empty());
        let (key, secret) = (get("AWS_ACCESS_KEY_ID"), get("AWS_SECRET_ACCESS_KEY"));
        let credentials = Credentials::new(key, secret, token, None, "test");
        Self { credentials, region: get("AWS_REGION"), variables: variables.clone() }
    }

    /// The address of an API.
    pub fn endpoint(&self, api: Api) -> &str {
        let own = format!("AWS_ENDPOINT_URL_{}", api.names().0);
        let found = self.variables.get(&own).or_else(|| self.variables.get("AWS_ENDPOINT_URL"));
        found.unwrap_or_else(|| panic!("no address for {api:?}"))
    }

    /// Sends a request that must be carried out, and returns the answer.
    #[track_caller]
    pub fn call(&self, api: Api, action: &str, request: &Value) -> Value {
        self.ask(api, action, request)
            .unwrap_or_else(|refused| panic!("{api:?} {action}: {refused:?}"))
    }

    /// Sends a request, and returns the answer to it.
    pub fn ask(&self, api: Api, action: &str, request: &Value) -> Result<Value, Refused> {
        let (_, _, target, version) = api.names();
        let headers = [
            ("content-type", format!("application/x-amz-json-{version}")),
            ("x-amz-target", format!("{target}.{action}")),
        ];
        let body = request.to_string();
        let answer = self.send(api, "POST", "", &headers, body)?;
        if answer.is_empty() {
            return Ok(Value::Null);
        }
        Ok(serde_json::from_str(&answer).unwrap_or_else(|_| panic!("no JSON: {answer}")))
    }

    /// Takes a role, and returns the variables that make a process its bearer.
    pub fn take_role(&self, arn: &str) -> Result<BTreeMap<String, String>, Refused> {
        let asked = [
            ("Action", "AssumeRole"),
            ("Version", "2011-06-15"),
            ("RoleArn", arn),
            ("RoleSessionName", "test"),
        ];
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(asked).finish();
        let form = ("content-type", "application/x-www-form-urlencoded".to_owned());
        let answer = self.send(Api::Sts, "POST", "", &[form], body)?;
        let found = |name: &str| {
            let after = answer.split_once(&format!("<{name}>")).expect("credentials").1;
            after.split('<').next().unwrap_or_default().to_owned()
        };
        let mut variables = self.variables.clone();
        for (variable, name) in [
            ("AWS_ACCESS_KEY_ID", "AccessKeyId"),
            ("AWS_SECRET_ACCESS_KEY", "SecretAccessKey"),
            ("AWS_SESSION_TOKEN", "SessionToken"),
        ] {
            variables.insert(variable.to_owned(), found(name));
        }
        Ok(variables)
    }

    /// Sends a request of an API that goes by paths, and returns the answer.
    #[track_caller]
    pub fn call_path(&self, api: Api, method: &str, path: &str, request: &Value) -> Value {
        let body = if method == "GET" { String::new() } else { request.to_string() };
        let json = ("content-type", "application/json".to_owned());
        let answer = self.send(api, method, path, &[json], body);
        let answer = answer.unwrap_or_else(|refused| panic!("{method} {path}: {refused:?}"));
        serde_json::from_str(&answer).unwrap_or_else(|_| panic!("no JSON: {answer}"))
    }

    fn send(
        &self,
        api: Api,
        method: &str,
        path: &str,
        headers: &[(&str, String)],
        body: String,
    ) -> Result<String, Refused> {
        let uri = format!("{}{path}", self.endpoint(api));
        #[expect(clippy::disallowed_methods, reason = "a signature is made now")]
        let now = SystemTime::now();
        let identity = self.credentials.clone().into();
        let parameters = SigningParams::builder()
            .identity(&identity)
            .region(&self.region)
            .name(api.names().1)
            .time(now)
            .settings(SigningSettings::default())
            .build()
            .expect("every parameter");
        let signed = headers.iter().map(|(name, value)| (*name, value.as_str()));
        let bytes = SignableBody::Bytes(body.as_bytes());
        let signable = SignableRequest::new(method, uri.as_str(), signed, bytes);
        let (instructions, _) = sign(signable.unwrap(), &parameters.into()).unwrap().into_parts();
        let mut request = Request::builder().method(method).uri(&uri);
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let mut request = request.body(body).unwrap();
        instructions.apply_to_request_http1x(&mut request);
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_idle_connections(0)
            .proxy(None)
            .timeout_global(Some(STANDSTILL))
            .build()
            .into();
        let mut answer = agent.run(request).unwrap();
        let status = answer.status().as_u16();
        let body = answer.body_mut().with_config().limit(64 << 20).read_to_string().unwrap();
        if (200..300).contains(&status) { Ok(body) } else { Err(Refused { status, body }) }
    }
}

impl Refused {
    /// Whether the rights of the one who asked were not enough.
    pub fn is_for_lack_of_rights(&self) -> bool {
        self.body.contains("AccessDenied")
    }
}
