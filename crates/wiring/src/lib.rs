//! The parts that a function works with, taken from its environment: tables, queues, keys, places,
//! and whose tokens it trusts.
//!
//! A `main` names the parts it needs and reads no variable itself; all missing variables are named
//! at once, by [`Variables::finish`].

mod groups;
mod keys;
mod places;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use identity::{SignInTrust, Trust};
use lambda_kit::settings::Variables;
use notices::NotifyTrust;
use pipeline::ports::Template;
use pipeline::rows::{NotARate, Rate};
use roots::{Roots, RootsError};
use store::{QueueUrls, Table, TableNames};
use webhook::Addresses;

pub use self::groups::{GroupsPath, GroupsUnusable};
pub use self::keys::{
    family_keys, hub_keys, intake_keys, professional_keys, routing_keys, telling_keys,
};
pub use self::places::{LocalitiesPath, PlacesError, PlacesPaths, rulebook_files};

/// The names of the tables that a function works with.
pub fn tables(variables: &mut Variables, tables: &[Table]) -> TableNames {
    let named = |table: &Table| (*table, variables.required(variable_of(*table)));
    tables.iter().map(named).collect()
}

/// The variable that names a table.
fn variable_of(table: Table) -> &'static str {
    match table {
        Table::Referrals => "HUBWARD_TABLE_REFERRALS",
        Table::Inbox => "HUBWARD_TABLE_INBOX",
        Table::Matches => "HUBWARD_TABLE_MATCHES",
        Table::Audit => "HUBWARD_TABLE_AUDIT",
        Table::Due => "HUBWARD_TABLE_DUE",
        Table::Sessions => "HUBWARD_TABLE_SESSIONS",
        Table::Drafts => "HUBWARD_TABLE_DRAFTS",
        Table::Rulebooks => "HUBWARD_TABLE_RULEBOOKS",
        Table::Partners => "HUBWARD_TABLE_PARTNERS",
    }
}

/// The URLs of the queues.
pub fn queues(variables: &mut Variables) -> QueueUrls {
    QueueUrls {
        urgent: variables.required("HUBWARD_QUEUE_URGENT"),
        referrals: variables.required("HUBWARD_QUEUE_REFERRALS"),
    }
}

/// The URL of the queue to what tells senders.
pub fn telling_queue(variables: &mut Variables) -> String {
    variables.required("HUBWARD_QUEUE_WEBHOOKS")
}

/// The addresses that webhooks may have: those on the internet, unless this is one machine, whose host says
/// otherwise.
pub fn webhook_addresses(variables: &mut Variables) -> Addresses {
    let allowed = variables.optional("HUBWARD_WEBHOOK_PRIVATE_ADDRESSES");
    if allowed.as_deref() == Some("allowed") { Addresses::Any } else { Addresses::Public }
}

/// The path of the trust store, if one is named.
#[derive(Debug)]
pub struct RootsPath(Option<PathBuf>);

/// The path of the trust store, from its variable.
pub fn roots(variables: &mut Variables) -> RootsPath {
    RootsPath(variables.optional("HUBWARD_TRUST_STORE").map(PathBuf::from))
}

impl RootsPath {
    /// Reads the root certificates from the trust store; from the system if none is named.
    pub fn read(&self) -> Result<Roots, RootsError> {
        self.0.as_deref().map_or_else(|| Ok(Roots::of_system()), Roots::read)
    }
}

/// The folder of the rulebooks, for functions that need no postcodes.
pub fn localities(variables: &mut Variables) -> LocalitiesPath {
    LocalitiesPath(variables.required("HUBWARD_LOCALITIES").into())
}

/// The folder of the rulebooks and the path of the postcode index.
pub fn places(variables: &mut Variables) -> PlacesPaths {
    PlacesPaths {
        localities: localities(variables),
        postcodes: variables.required("HUBWARD_POSTCODES").into(),
    }
}

/// The pages to which the provider sends people back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInPages {
    /// The hubs' pages.
    Hub,
    /// The professionals' pages.
    Professional,
}

/// The provider at which people sign in, and our own name and address there.
pub fn sign_in(variables: &mut Variables, pages: SignInPages) -> SignInTrust {
    let (host, path) = match pages {
        SignInPages::Hub => ("HUBWARD_HUB_URL", "/hub/sign-in/answer"),
        SignInPages::Professional => ("HUBWARD_PARTNER_URL", "/refer/professional/sign-in/answer"),
    };
    let url = variables.required(host);
    SignInTrust {
        issuer: variables.required("HUBWARD_SIGN_IN_ISSUER"),
        client_id: variables.required("HUBWARD_SIGN_IN_CLIENT_ID"),
        scope: variables.required("HUBWARD_SIGN_IN_SCOPE"),
        authorization_url: variables.optional("HUBWARD_SIGN_IN_AUTHORIZATION_URL"),
        token_url: variables.optional("HUBWARD_SIGN_IN_TOKEN_URL"),
        jwks_url: variables.optional("HUBWARD_SIGN_IN_JWKS_URL"),
        redirect_url: format!("{}{path}", url.trim_end_matches('/')),
    }
}

/// The address of a page of the professionals, to whom others are led from elsewhere.
pub fn professional_url(variables: &mut Variables) -> String {
    let url = variables.required("HUBWARD_PARTNER_URL");
    format!("{}/refer/professional", url.trim_end_matches('/'))
}

/// The service that sends notices, and those of these texts that were put in there; `None` where none was,
/// and nothing is sent.
pub fn notify(variables: &mut Variables, texts: &[Template]) -> Option<NotifyTrust> {
    let templates = put_in(variables, texts);
    if templates.is_empty() {
        return None;
    }
    Some(NotifyTrust { url: variables.required("HUBWARD_NOTIFY_URL"), templates })
}

/// Those of these texts that were put in at the service that sends notices, so that a page can offer them.
pub fn offered(variables: &mut Variables, texts: &[Template]) -> BTreeSet<Template> {
    put_in(variables, texts).into_keys().collect()
}

fn put_in(variables: &mut Variables, texts: &[Template]) -> BTreeMap<Template, String> {
    let id = |text: &Template| Some((*text, variables.optional(template_variable(*text))?));
    texts.iter().filter_map(id).collect()
}

/// The variable that holds the id of a text at the service.
fn template_variable(text: Template) -> &'static str {
    match text {
        Template::SignInLink => "HUBWARD_NOTIFY_SIGN_IN_TEMPLATE",
        Template::FamilyText => "HUBWARD_NOTIFY_FAMILY_TEXT_TEMPLATE",
        Template::FamilyEmail => "HUBWARD_NOTIFY_FAMILY_EMAIL_TEMPLATE",
        Template::ProfessionalEmail => "HUBWARD_NOTIFY_PROFESSIONAL_TEMPLATE",
    }
}

/// The path of the file of groups.
pub fn groups(variables: &mut Variables) -> GroupsPath {
    GroupsPath(variables.required("HUBWARD_GROUPS").into())
}

/// The issuer whose tokens are taken, with their audience and keys.
pub fn trust(variables: &mut Variables) -> Trust {
    Trust {
        issuer: variables.required("HUBWARD_ISSUER"),
        audience: variables.required("HUBWARD_AUDIENCE"),
        jwks_url: variables.required("HUBWARD_JWKS_URL"),
    }
}

/// The issuers whose tokens partners send: the deployment's own, and those that it has beside.
pub fn partner_trust(variables: &mut Variables) -> Vec<Trust> {
    let own = trust(variables);
    let audience = own.audience.clone();
    let more: MoreIssuers = match variables.optional(MORE_ISSUERS) {
        Some(_) => variables.parsed(MORE_ISSUERS),
        None => MoreIssuers::default(),
    };
    let more = more.0.into_iter().map(|(issuer, jwks_url)| {
        let audience = audience.clone();
        Trust { issuer, audience, jwks_url }
    });
    [own].into_iter().chain(more).collect()
}

/// The variable of further issuers.
const MORE_ISSUERS: &str = "HUBWARD_MORE_ISSUERS";

/// Pairs of an issuer and the address of its keys, each `issuer=address`, with spaces between.
#[derive(Default)]
struct MoreIssuers(Vec<(String, String)>);

impl std::str::FromStr for MoreIssuers {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let pair = |pair: &str| {
            // An issuer's own name has no `=`; the address of keys may have one in its query.
            let (issuer, keys) = pair.split_once('=').filter(|(_, keys)| !keys.is_empty())?;
            Some((issuer.to_owned(), keys.to_owned()))
        };
        text.split_whitespace().map(pair).collect::<Option<_>>().map(Self).ok_or(())
    }
}

/// The rate that each client of partners may keep, where none of its own was agreed.
pub fn rate(variables: &mut Variables) -> Result<Rate, NotARate> {
    let per_second = variables.parsed("HUBWARD_PARTNER_RATE");
    Rate::new(per_second, variables.parsed("HUBWARD_PARTNER_BURST"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(more: &str) -> Variables {
        let own = [
            ("HUBWARD_ISSUER", "https://own.example"),
            ("HUBWARD_AUDIENCE", "hubward"),
            ("HUBWARD_JWKS_URL", "https://own.example/keys"),
            (MORE_ISSUERS, more),
        ];
        Variables::of(own.map(|(name, value)| (name.to_owned(), value.to_owned())))
    }

    #[test]
    fn nothing_is_sent_where_no_text_is_named() {
        let of = |pairs: &[(&str, &str)]| {
            Variables::of(pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())))
        };
        let mut none = of(&[("HUBWARD_NOTIFY_URL", notices::NOTIFY)]);
        assert_eq!(notify(&mut none, &[Template::SignInLink, Template::FamilyText]), None);
        none.finish(()).unwrap();
        let mut half = of(&[("HUBWARD_NOTIFY_SIGN_IN_TEMPLATE", "t")]);
        assert!(notify(&mut half, &[Template::SignInLink]).is_some());
        assert!(offered(&mut half, &[Template::FamilyText]).is_empty());
        assert!(half.finish(()).unwrap_err().to_string().contains("HUBWARD_NOTIFY_URL"));
    }

    #[test]
    fn partners_may_have_several_issuers() {
        let alone = partner_trust(&mut variables(""));
        assert_eq!(alone.len(), 1);
        let more = "https://nhs.example=https://nhs.example/keys?v=2 https://mis.example=https://mis.example/jwks";
        let all = partner_trust(&mut variables(more));
        let keys: Vec<_> = all.iter().map(|one| one.jwks_url.as_str()).collect();
        assert_eq!(
            keys,
            [
                "https://own.example/keys",
                "https://nhs.example/keys?v=2",
                "https://mis.example/jwks"
            ]
        );
        assert!(all.iter().all(|one| one.audience == "hubward"));
    }

    #[test]
    fn webhooks_have_addresses_on_the_internet_unless_the_one_word_is_said() {
        for other in ["", "true", "Allowed", "refused"] {
            let pair = ("HUBWARD_WEBHOOK_PRIVATE_ADDRESSES".to_owned(), other.to_owned());
            assert_eq!(webhook_addresses(&mut Variables::of([pair])), Addresses::Public, "{other}");
        }
        assert_eq!(webhook_addresses(&mut Variables::of([])), Addresses::Public);
        let pair = ("HUBWARD_WEBHOOK_PRIVATE_ADDRESSES".to_owned(), "allowed".to_owned());
        assert_eq!(webhook_addresses(&mut Variables::of([pair])), Addresses::Any);
    }

    #[test]
    fn an_issuer_without_the_address_of_its_keys_is_named_as_unusable() {
        for wrong in ["https://nhs.example", "https://nhs.example="] {
            let mut given = variables(wrong);
            let _ = partner_trust(&mut given);
            let error = given.finish(()).unwrap_err().to_string();
            assert!(error.contains(MORE_ISSUERS) && !error.contains("nhs"), "{error}");
        }
    }
}
