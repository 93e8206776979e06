//! The parts that a function works with, taken from its environment: tables, queues, keys, places,
//! and whose tokens it trusts.
//!
//! A `main` names the parts it needs and reads no variable itself; all missing variables are named
//! at once, by [`Variables::finish`].

mod groups;
mod keys;
mod places;

use std::path::PathBuf;

use identity::{SignInTrust, Trust};
use lambda_kit::settings::Variables;
use roots::{Roots, RootsError};
use store::{QueueUrls, Table, TableNames};

pub use self::groups::{GroupsPath, GroupsUnusable};
pub use self::keys::{family_keys, hub_keys, intake_keys, professional_keys, routing_keys};
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
    }
}

/// The URLs of the queues.
pub fn queues(variables: &mut Variables) -> QueueUrls {
    QueueUrls {
        urgent: variables.required("HUBWARD_QUEUE_URGENT"),
        referrals: variables.required("HUBWARD_QUEUE_REFERRALS"),
    }
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
