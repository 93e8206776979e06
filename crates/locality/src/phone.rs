//! The numbers a referrer is given at once for a safeguarding concern.

use serde::{Deserialize, Serialize};

use crate::rulebook::FrontDoor;

/// Phone numbers to ring now. Each is one number as people write it: digits and spaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhoneNow {
    /// The name of the authority whose numbers these are; `None` for the national ones.
    pub authority: Option<String>,
    /// The number in office hours.
    pub in_hours: String,
    /// The name of the service that answers in office hours, if it is not the authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_hours_of: Option<String>,
    /// The number at night, at weekends and on bank holidays.
    pub out_of_hours: String,
    /// The name of the service that answers out of office hours, if it is not the authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out_of_hours_of: Option<String>,
    /// The number in immediate danger.
    pub emergency: String,
}

const EMERGENCY: &str = "999";

impl PhoneNow {
    /// The numbers of an authority's front door.
    pub(crate) fn of(authority: &str, front_door: &FrontDoor) -> Self {
        Self {
            authority: Some(authority.to_owned()),
            in_hours: front_door.in_hours.clone(),
            in_hours_of: None,
            out_of_hours: front_door.out_of_hours.clone(),
            out_of_hours_of: None,
            emergency: EMERGENCY.to_owned(),
        }
    }

    /// The numbers where no authority served here is known: the NSPCC Helpline, and the police at
    /// any hour.
    pub fn national() -> Self {
        Self {
            authority: None,
            in_hours: "0808 800 5000".to_owned(),
            in_hours_of: Some("NSPCC Helpline".to_owned()),
            out_of_hours: "101".to_owned(),
            out_of_hours_of: Some("police".to_owned()),
            emergency: EMERGENCY.to_owned(),
        }
    }
}
