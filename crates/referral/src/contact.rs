//! The ways to reach a person, and whether they are safe.

mod email;
mod phone;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use email::EmailAddress;
pub use phone::PhoneNumber;

use crate::codes::ContactMethod;
use crate::text::{FreeText, Line};

/// The ways in which it is safe to reach someone, as one source gave them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafeContact {
    /// The safe ways, in the list's order, each once. A way that an answer does not list is not
    /// safe; `None` means that there was no answer, and says nothing.
    pub methods: Option<Vec<ContactMethod>>,
    /// The times at which it is safe or best to try.
    pub best_times: Option<FreeText>,
    /// The person who confirmed that it is safe.
    pub confirmed_by: Option<Line>,
    /// The day on which they confirmed it.
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
    /// The detail that this way of contact needs.
    pub const fn needs(self) -> ContactDetail {
        match self {
            Self::Call | Self::Text | Self::Voicemail => ContactDetail::Phone,
            Self::Email => ContactDetail::Email,
            Self::Letter => ContactDetail::Address,
        }
    }
}

impl SafeContact {
    /// Whether this way was said to be safe (or not to be); `None` if the question has no answer.
    pub fn allows(&self, method: ContactMethod) -> Option<bool> {
        self.methods.as_ref().map(|methods| methods.contains(&method))
    }

    /// The ways that were said to be safe.
    pub fn safe(&self) -> &[ContactMethod] {
        self.methods.as_deref().unwrap_or_default()
    }
}
