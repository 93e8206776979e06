//! The API's results, as the tool reads them.

use serde::{Deserialize, Serialize};

/// The reply to one request.
#[derive(Debug, Deserialize)]
pub(super) struct Results {
    pub(super) rows: Vec<Answer>,
}

/// The result of one row. Fields that a later API adds are passed over.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Answer {
    pub(super) row: usize,
    pub(super) status: Status,
    #[serde(default)]
    pub(super) id: Option<String>,
    #[serde(default)]
    pub(super) reference: Option<String>,
    #[serde(default, rename = "phone_now", skip_serializing_if = "Option::is_none")]
    pub(super) numbers: Option<PhoneNow>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) warnings: Vec<Fault>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) errors: Vec<Fault>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Status {
    Accepted,
    Replayed,
    Refused,
    TryAgain,
    /// It can be sent, and was not.
    Ready,
}

/// A fault in a cell, or in the whole row where the path is empty.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Fault {
    pub(super) path: String,
    pub(super) code: String,
    pub(super) message: String,
}

#[derive(Debug, Deserialize, Serialize)]
pub(super) struct PhoneNow {
    authority: Option<String>,
    in_hours: String,
    in_hours_of: Option<String>,
    out_of_hours: String,
    out_of_hours_of: Option<String>,
    emergency: String,
}

impl Answer {
    pub(super) fn new(row: usize, status: Status) -> Self {
        let (id, reference, numbers) = (None, None, None);
        Self { row, status, id, reference, numbers, warnings: Vec::new(), errors: Vec::new() }
    }

    /// The numbers to ring about this row, in a sentence; `None` where nobody may be in danger.
    pub(super) fn phone_now(&self) -> Option<String> {
        let numbers = self.numbers.as_ref()?;
        let council = || numbers.authority.as_deref().unwrap_or("the council");
        let by_day = numbers.in_hours_of.as_deref().unwrap_or_else(council);
        let at_night = numbers.out_of_hours_of.as_deref().map(|name| format!("{name} on "));
        let at_night = at_night.unwrap_or_default();
        let PhoneNow { in_hours, out_of_hours, emergency, .. } = numbers;
        Some(format!(
            "somebody may be in danger: ring {by_day} now on {in_hours}, or {at_night}{out_of_hours} \
             out of hours; {emergency} in immediate danger"
        ))
    }
}
