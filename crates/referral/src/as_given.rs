//! Fields that do not simply hold what was sent. A safeguarding concern is never refused for an
//! optional field, so text that could not be read there is kept as it was given; and a postcode may
//! be read as the one that was meant. A message of a standard may also say more than a referral has
//! fields for: that is kept beside them.

use serde::{Deserialize, Serialize};

use crate::code_list;
use crate::error::Warning;
use crate::personal::Personal;

code_list! {
    /// The treatment of a field that was not read as it was sent.
    pub enum Treatment {
        Kept => "kept_as_given", "Could not be read, and is kept as it was given";
        ReadAs => "read_as", "Was read as the one that was meant";
        LeftOut => "left_out", "Was left out, and is not kept";
        AlsoSent => "also_sent", "Was sent beside the answers, and is kept as it was given";
    }
}

/// A field that does not simply hold what was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AsGiven {
    /// The path of the field, as in the JSON document: `adults[0].phone`. What was sent beside the
    /// answers has the name of its resource: `Observation[1]`.
    pub path: String,
    /// The treatment that the field was given.
    pub treatment: Treatment,
    /// The text as it was given; `None` where it must not be kept.
    pub text: Option<Personal<String>>,
}

impl AsGiven {
    /// The warning for the sender. `read_as` is the value that the field holds now, if it holds
    /// one.
    pub(crate) fn warning(&self, read_as: Option<&str>) -> Warning {
        let message = match (self.treatment, read_as) {
            (Treatment::ReadAs, Some(value)) => {
                format!("Read as {value}. If that is not right, send a correction.")
            }
            (Treatment::ReadAs, None) => "Read as what was meant. Check it.".to_owned(),
            (Treatment::Kept, _) => {
                "This could not be read. It is kept as text, and a person will \
                see it as it was given."
                    .to_owned()
            }
            (Treatment::LeftOut, _) => self.why_left_out().to_owned(),
            (Treatment::AlsoSent, _) => {
                "A referral has no field for some of this. It is kept as text, and a person will see \
                it as it was given."
                    .to_owned()
            }
        };
        Warning { path: self.path.clone(), code: self.treatment.code().to_owned(), message }
    }

    fn why_left_out(&self) -> &'static str {
        match self.path.split('.').next() {
            Some("children_not_known") => {
                "Children were given, so they are kept, and that they are not known is not."
            }
            Some("referrer") => {
                "The referrer is anonymous, so their name, email and phone number are not kept."
            }
            _ => "The address must not be known, so what was given of it is not kept.",
        }
    }

    /// Whether this is a free text that was kept as it was given, most likely for being too long, or
    /// words that were sent beside the answers.
    pub(crate) fn is_free_text(&self) -> bool {
        const FREE_TEXTS: [&str; 7] = [
            "reason",
            "already_tried",
            "others_helping",
            "family_voice",
            "accessibility_note",
            "note",
            "best_times",
        ];
        let field = self.path.rsplit('.').next().unwrap_or_default();
        self.treatment == Treatment::AlsoSent
            || self.treatment == Treatment::Kept && FREE_TEXTS.contains(&field)
    }
}
