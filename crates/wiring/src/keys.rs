//! The keys of each tier of functions, by where they are kept: the ARNs of KMS keys and of secrets,
//! or on one machine a key file, which takes the place of all of them.

use lambda_kit::settings::Variables;
use store::{
    FamilyKeys, HubKeys, IntakeKeys, KeyName, KeySource, ProfessionalKeys, RoutingKeys, TellingKeys,
};

/// The variable that holds the path of a key file.
const KEY_FILE: &str = "HUBWARD_KEY_FILE";

/// The keys of the family's pages.
pub fn family_keys(variables: &mut Variables) -> FamilyKeys {
    FamilyKeys {
        bodies: source(variables, KeyName::Bodies),
        drafts: source(variables, KeyName::Drafts),
        telling: source(variables, KeyName::Webhooks),
        intake: source(variables, KeyName::Intake),
    }
}

/// The keys of the professional's pages.
pub fn professional_keys(variables: &mut Variables) -> ProfessionalKeys {
    ProfessionalKeys {
        bodies: source(variables, KeyName::Bodies),
        drafts: source(variables, KeyName::Drafts),
        telling: source(variables, KeyName::Webhooks),
        intake: source(variables, KeyName::Intake),
        client: source(variables, KeyName::HubClient),
        notices: source(variables, KeyName::Notices),
        aliases: source(variables, KeyName::Aliases),
    }
}

/// The keys of what takes referrals in from partners.
pub fn intake_keys(variables: &mut Variables) -> IntakeKeys {
    IntakeKeys {
        bodies: source(variables, KeyName::Bodies),
        intake: source(variables, KeyName::Intake),
    }
}

/// The keys of what places and matches referrals.
pub fn routing_keys(variables: &mut Variables) -> RoutingKeys {
    RoutingKeys {
        bodies: source(variables, KeyName::Bodies),
        matching: source(variables, KeyName::Matching),
    }
}

/// The keys of what tells senders.
pub fn telling_keys(variables: &mut Variables) -> TellingKeys {
    TellingKeys {
        telling: source(variables, KeyName::Webhooks),
        notices: source(variables, KeyName::Notices),
    }
}

/// The keys of what shows referrals to hub workers.
pub fn hub_keys(variables: &mut Variables) -> HubKeys {
    HubKeys {
        bodies: source(variables, KeyName::Bodies),
        sessions: source(variables, KeyName::Sessions),
        sign_in: source(variables, KeyName::SignIn),
        client: source(variables, KeyName::HubClient),
    }
}

fn source(variables: &mut Variables, name: KeyName) -> KeySource {
    match variables.optional(KEY_FILE) {
        Some(path) => KeySource::File(path.into()),
        None => KeySource::Aws(variables.required(name.variable())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(pairs: &[(&str, &str)]) -> Variables {
        Variables::of(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    #[test]
    fn all_keys_that_are_missing_are_named_at_once_and_no_others() {
        let mut none = variables(&[]);
        let _ = hub_keys(&mut none);
        assert_eq!(
            none.finish(()).unwrap_err().to_string(),
            "environment variables not set: HUBWARD_KEY_BODIES, HUBWARD_KEY_SESSIONS, \
             HUBWARD_SECRET_SIGN_IN, HUBWARD_SECRET_HUB_CLIENT"
        );
        let mut some = variables(&[("HUBWARD_KEY_BODIES", "arn:aws:kms:…")]);
        let _ = intake_keys(&mut some);
        assert_eq!(
            some.finish(()).unwrap_err().to_string(),
            "environment variables not set: HUBWARD_SECRET_INTAKE"
        );
    }

    #[test]
    fn a_key_file_takes_the_place_of_all() {
        let mut given = variables(&[(KEY_FILE, "keys.json"), ("HUBWARD_KEY_BODIES", "arn")]);
        let keys = routing_keys(&mut given);
        assert_eq!(keys.bodies, KeySource::File("keys.json".into()));
        assert_eq!(keys.matching, keys.bodies);
        given.finish(()).unwrap();
    }
}
