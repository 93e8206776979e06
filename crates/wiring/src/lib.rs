//! From a function's environment to what it works with: tables, queues, keys, places, verifier.
//!
//! A `main` names what it needs and reads nothing itself; whatever is missing is named at once, by
//! [`Variables::finish`].

mod places;

use std::path::PathBuf;

use identity::Trust;
use lambda_kit::BootError;
use lambda_kit::settings::Variables;
use store::{KeyFile, QueueUrls, TableNames};

pub use self::places::{LocalitiesPath, PlacesError, PlacesPaths};

/// The names of the tables.
pub fn tables(variables: &mut Variables) -> TableNames {
    TableNames {
        referrals: variables.required("HUBWARD_TABLE_REFERRALS"),
        inbox: variables.required("HUBWARD_TABLE_INBOX"),
        matches: variables.required("HUBWARD_TABLE_MATCHES"),
        audit: variables.required("HUBWARD_TABLE_AUDIT"),
        due: variables.required("HUBWARD_TABLE_DUE"),
    }
}

/// The addresses of the queues.
pub fn queues(variables: &mut Variables) -> QueueUrls {
    QueueUrls {
        urgent: variables.required("HUBWARD_QUEUE_URGENT"),
        referrals: variables.required("HUBWARD_QUEUE_REFERRALS"),
    }
}

/// Where the key file is.
#[derive(Debug)]
pub struct KeysPath(PathBuf);

/// Where the keys are.
pub fn keys(variables: &mut Variables) -> KeysPath {
    KeysPath(variables.required("HUBWARD_KEY_FILE").into())
}

impl KeysPath {
    /// Reads the keys.
    pub fn read(&self) -> Result<KeyFile, BootError> {
        Ok(KeyFile::read(&self.0)?)
    }
}

/// Where rulebooks are, for what needs no postcodes.
pub fn localities(variables: &mut Variables) -> LocalitiesPath {
    LocalitiesPath(variables.required("HUBWARD_LOCALITIES").into())
}

/// Where rulebooks and postcodes are.
pub fn places(variables: &mut Variables) -> PlacesPaths {
    PlacesPaths {
        localities: localities(variables),
        postcodes: variables.required("HUBWARD_POSTCODES").into(),
    }
}

/// Whose tokens are taken.
pub fn trust(variables: &mut Variables) -> Trust {
    Trust {
        issuer: variables.required("HUBWARD_ISSUER"),
        audience: variables.required("HUBWARD_AUDIENCE"),
        jwks_url: variables.required("HUBWARD_JWKS_URL"),
    }
}
