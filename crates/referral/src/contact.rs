//! How to reach a person, and whether that is safe.

mod email;
mod phone;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use email::EmailAddress;
pub use phone::PhoneNumber;

use crate::codes::ContactMethod;
use crate::text::{FreeText, Line};

/// How it is safe to reach someone, as one source said it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafeContact {
    /// Safe ways, in the list's order, each once. In an answer, what is not listed is not safe;
    /// `None` is no answer, and says nothing.
    pub methods: Option<Vec<ContactMethod>>,
    /// When it is safe or best to try.
    pub best_times: Option<FreeText>,
    /// Who confirmed that it is safe.
    pub confirmed_by: Option<Line>,
    /// When they did.
    pub confirmed_on: Option<Date>,
}

/// The detail without which a way of contact is of no use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactDetail {
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A home address.
    Address,
}

impl ContactMethod {
    /// The detail that this way needs.
    pub const fn needs(self) -> ContactDetail {
        match self {
            Self::Call | Self::Text | Self::Voicemail => ContactDetail::Phone,
            Self::Email => ContactDetail::Email,
            Self::Letter => ContactDetail::Address,
        }
    }
}

impl SafeContact {
    /// Whether this way was said to be safe, or not to be; `None` if the question has no answer.
    pub fn allows(&self, method: ContactMethod) -> Option<bool> {
        self.methods.as_ref().map(|methods| methods.contains(&method))
    }

    /// The ways that were said to be safe.
    pub fn safe(&self) -> &[ContactMethod] {
        self.methods.as_deref().unwrap_or_default()
    }
}
