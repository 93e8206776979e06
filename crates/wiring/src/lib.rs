//! The parts that a function works with, taken from its environment: tables, queues, keys, places,
//! and whose tokens it trusts.
//!
//! A `main` names the parts it needs and reads no variable itself; all missing variables are named
//! at once, by [`Variables::finish`].

mod keys;
mod places;

use identity::Trust;
use lambda_kit::settings::Variables;
use store::{QueueUrls, TableNames};

pub use self::keys::{hub_keys, intake_keys, routing_keys};
pub use self::places::{LocalitiesPath, PlacesError, PlacesPaths, rulebook_files};

/// The names of the tables.
pub fn tables(variables: &mut Variables) -> TableNames {
    TableNames {
        referrals: variables.required("HUBWARD_TABLE_REFERRALS"),
        inbox: variables.required("HUBWARD_TABLE_INBOX"),
        matches: variables.required("HUBWARD_TABLE_MATCHES"),
        audit: variables.required("HUBWARD_TABLE_AUDIT"),
        due: variables.required("HUBWARD_TABLE_DUE"),
        sessions: variables.required("HUBWARD_TABLE_SESSIONS"),
    }
}

/// The URLs of the queues.
pub fn queues(variables: &mut Variables) -> QueueUrls {
    QueueUrls {
        urgent: variables.required("HUBWARD_QUEUE_URGENT"),
        referrals: variables.required("HUBWARD_QUEUE_REFERRALS"),
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

/// The issuer whose tokens are taken, with their audience and keys.
pub fn trust(variables: &mut Variables) -> Trust {
    Trust {
        issuer: variables.required("HUBWARD_ISSUER"),
        audience: variables.required("HUBWARD_AUDIENCE"),
        jwks_url: variables.required("HUBWARD_JWKS_URL"),
    }
}
