//! The differences of this machine from the cloud, declared in this one place: the template's
//! parameters, and the functions' variables that replace those of the template.

use std::{collections::BTreeMap, path::Path};

use crate::template::Deployment;

/// The region and the account that ARNs name. Nothing is reached in either.
pub(crate) const REGION: &str = "eu-west-2";
pub(crate) const ACCOUNT: &str = "000000000000";

/// The audience of this machine's tokens.
pub(crate) const AUDIENCE: &str = "hubward";

/// The template's values on this machine.
pub(crate) fn deployment(api_endpoint: &str, queue_endpoint: &str) -> Deployment {
    let parameters = [
        ("Stage", "local".to_owned()),
        ("CodeBucket", "this-machine".to_owned()),
        ("Issuer", api_endpoint.to_owned()),
        ("Audience", AUDIENCE.to_owned()),
        ("JwksUrl", format!("{api_endpoint}/.well-known/jwks.json")),
        ("TokenUrl", format!("{api_endpoint}/oauth2/token")),
    ];
    Deployment {
        region: REGION.to_owned(),
        account: ACCOUNT.to_owned(),
        stack: "hubward-local".to_owned(),
        queue_endpoint: queue_endpoint.to_owned(),
        api_endpoint: api_endpoint.to_owned(),
        parameters: parameters.map(|(name, value)| (name.to_owned(), value)).into(),
    }
}

/// The places where the functions find things on this machine.
pub(crate) struct Addresses<'a> {
    pub(crate) tables: &'a str,
    pub(crate) queues: &'a str,
    pub(crate) keys: &'a Path,
    pub(crate) localities: &'a Path,
    pub(crate) postcodes: &'a Path,
    pub(crate) roots: &'a Path,
    pub(crate) log: &'a str,
}

/// The variables of the functions that the operator's tool needs: the places and names of the
/// tables, queues and keys.
pub(crate) fn for_operators<'a>(
    functions: impl Iterator<Item = &'a BTreeMap<String, String>>,
    overrides: &'a BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let named = |name: &str| {
        ["HUBWARD_TABLE_", "HUBWARD_QUEUE_", "HUBWARD_KEY_", "HUBWARD_SECRET_", "AWS_"]
            .iter()
            .any(|part| name.starts_with(part))
    };
    let all = functions.flatten().chain(overrides).filter(|(name, _)| named(name));
    let region = ("AWS_REGION".to_owned(), REGION.to_owned());
    all.map(|(name, value)| (name.clone(), value.clone())).chain([region]).collect()
}

/// The functions' variables that replace the template's or come beside them.
pub(crate) fn overrides(places: &Addresses<'_>) -> BTreeMap<String, String> {
    let path = |path: &Path| path.display().to_string();
    let variables = [
        ("AWS_ENDPOINT_URL_DYNAMODB", places.tables.to_owned()),
        ("AWS_ENDPOINT_URL_SQS", places.queues.to_owned()),
        // The SDK needs credentials to sign with; nobody checks them.
        ("AWS_ACCESS_KEY_ID", "local".to_owned()),
        ("AWS_SECRET_ACCESS_KEY", "local".to_owned()),
        // These keep the SDK from looking elsewhere for credentials or settings.
        ("AWS_CONFIG_FILE", "/dev/null".to_owned()),
        ("AWS_SHARED_CREDENTIALS_FILE", "/dev/null".to_owned()),
        ("AWS_EC2_METADATA_DISABLED", "true".to_owned()),
        ("HUBWARD_KEY_FILE", path(places.keys)),
        ("HUBWARD_LOCALITIES", path(places.localities)),
        ("HUBWARD_POSTCODES", path(places.postcodes)),
        ("HUBWARD_TRUST_STORE", path(places.roots)),
        ("RUST_LOG", places.log.to_owned()),
    ];
    variables.map(|(name, value)| (name.to_owned(), value)).into()
}
