//! The differences of this machine from the cloud, declared in this one place: the template's
//! parameters, and the functions' variables that replace those of the template.

use std::{collections::BTreeMap, path::Path};

use crate::{issuer::INBOX_CLIENT, notify, template::Deployment};

/// The region and the account that ARNs name. Nothing is reached in either.
pub(crate) const REGION: &str = "eu-west-2";
pub(crate) const ACCOUNT: &str = "000000000000";

/// The stage of this machine.
const STAGE: &str = "local";

/// The audience of this machine's tokens.
pub(crate) const AUDIENCE: &str = "hubward";

/// The template's values on this machine.
pub(crate) fn deployment(api_endpoint: &str, queue_endpoint: &str) -> Deployment {
    let parameters = [
        ("Stage", STAGE.to_owned()),
        ("CodeBucket", "this-machine".to_owned()),
        ("FamilyCode", "family.zip".to_owned()),
        ("PartnerCode", "partner.zip".to_owned()),
        ("RouteCode", "route.zip".to_owned()),
        ("HubCode", "hub.zip".to_owned()),
        ("ProfessionalCode", "professional.zip".to_owned()),
        ("NotifyCode", "notify.zip".to_owned()),
        ("SweepCode", "sweep.zip".to_owned()),
        // On AWS the template takes https alone; here the issuer is this program.
        ("Issuer", api_endpoint.to_owned()),
        ("Audience", AUDIENCE.to_owned()),
        ("JwksUrl", format!("{api_endpoint}/.well-known/jwks.json")),
        // Tests and measurements send faster than any partner does.
        ("PartnerRate", "1000".to_owned()),
        ("PartnerBurst", "10000".to_owned()),
        ("SignInIssuer", api_endpoint.to_owned()),
        ("SignInClientId", INBOX_CLIENT.to_owned()),
        // This program answers as GOV.UK Notify does, and shows what it was sent.
        ("NotifyUrl", api_endpoint.to_owned()),
        ("NotifySignInTemplate", notify::SIGN_IN_LINK.to_owned()),
        ("NotifyFamilyTextTemplate", notify::FAMILY_TEXT.to_owned()),
        ("NotifyFamilyEmailTemplate", notify::FAMILY_EMAIL.to_owned()),
        ("NotifyProfessionalTemplate", notify::PROFESSIONAL_EMAIL.to_owned()),
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
    pub(crate) groups: &'a Path,
    pub(crate) log: &'a str,
}

/// The variables of the functions that the operator's tool needs: the places and names of the
/// tables, queues and keys.
pub(crate) fn for_operators<'a>(
    functions: impl Iterator<Item = &'a BTreeMap<String, String>>,
    additions: &'a BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let named = |name: &str| {
        ["HUBWARD_TABLE_", "HUBWARD_QUEUE_", "HUBWARD_KEY_", "HUBWARD_SECRET_", "AWS_"]
            .iter()
            .any(|part| name.starts_with(part))
    };
    let all = functions.flatten().chain(additions).filter(|(name, _)| named(name));
    let region = ("AWS_REGION".to_owned(), REGION.to_owned());
    all.map(|(name, value)| (name.clone(), value.clone())).chain([region]).collect()
}

/// The URLs of the three hosts and of the issuer for the operator's tool; they are one here.
pub(crate) fn hosts(url: &str) -> BTreeMap<String, String> {
    let host = |name: &str| (format!("HUBWARD_URL_{name}"), url.to_owned());
    let jwks = ("HUBWARD_JWKS_URL".to_owned(), format!("{url}/.well-known/jwks.json"));
    let stage = ("HUBWARD_STAGE".to_owned(), STAGE.to_owned());
    [host("FAMILY"), host("PARTNER"), host("HUB"), jwks, stage].into()
}

/// The functions' variables that come beside those of the template.
pub(crate) fn additions(places: &Addresses<'_>) -> BTreeMap<String, String> {
    let variables = [
        ("AWS_ENDPOINT_URL_DYNAMODB", places.tables.to_owned()),
        ("AWS_ENDPOINT_URL_SQS", places.queues.to_owned()),
        // A receiver on this machine is told too, by plain http.
        ("HUBWARD_WEBHOOK_PRIVATE_ADDRESSES", "allowed".to_owned()),
        // The SDK needs credentials to sign with; nobody checks them.
        ("AWS_ACCESS_KEY_ID", "local".to_owned()),
        ("AWS_SECRET_ACCESS_KEY", "local".to_owned()),
        // These keep the SDK from looking elsewhere for credentials or settings.
        ("AWS_CONFIG_FILE", "/dev/null".to_owned()),
        ("AWS_SHARED_CREDENTIALS_FILE", "/dev/null".to_owned()),
        ("AWS_EC2_METADATA_DISABLED", "true".to_owned()),
    ];
    variables.map(|(name, value)| (name.to_owned(), value)).into()
}

/// A function's variables on this machine: no more than the template gives it, each with its value
/// here. One key file stands for the keys and the secrets.
pub(crate) fn here(
    given: &BTreeMap<String, String>,
    places: &Addresses<'_>,
) -> BTreeMap<String, String> {
    let path = |path: &Path| path.display().to_string();
    let here = |(name, value): (&String, &String)| {
        let (name, value) = match name.as_str() {
            key if key.starts_with("HUBWARD_KEY_") || key.starts_with("HUBWARD_SECRET_") => {
                ("HUBWARD_KEY_FILE", path(places.keys))
            }
            "HUBWARD_LOCALITIES" => ("HUBWARD_LOCALITIES", path(places.localities)),
            "HUBWARD_POSTCODES" => ("HUBWARD_POSTCODES", path(places.postcodes)),
            "HUBWARD_GROUPS" => ("HUBWARD_GROUPS", path(places.groups)),
            "HUBWARD_TRUST_STORE" => ("HUBWARD_TRUST_STORE", path(places.roots)),
            "RUST_LOG" => ("RUST_LOG", places.log.to_owned()),
            other => (other, value.clone()),
        };
        Some((name.to_owned(), value))
    };
    given.iter().filter_map(here).collect()
}
