//! The postcode that a family gave, and what the list of postcodes says of it. What it does not have
//! is asked about, and kept if the family says so.

use formats::form::questions as ask;
use locality::{PostcodeClass, PostcodeIndex};
use referral::postcode::typed;
use referral::{FieldError, GivenPostcode, Nation, Postcode};

use crate::answers::{Answers, KEPT};

/// The list of postcodes, as far as the form needs it.
pub struct Place<'a> {
    index: &'a PostcodeIndex,
}

impl<'a> Place<'a> {
    /// The places of an index.
    pub fn of(index: &'a PostcodeIndex) -> Self {
        Self { index }
    }

    /// Whether a postcode exists.
    pub fn has(&self, postcode: Postcode) -> bool {
        self.index.has(&postcode)
    }

    /// The postcode as it is read, if it can be.
    pub fn postcode(&self, answers: &Answers) -> Option<GivenPostcode> {
        let typed = answers.value(ask::POSTCODE.name);
        typed::read(typed, &|postcode| self.has(postcode)).ok().map(|read| read.postcode)
    }

    /// The question about a postcode, unless the family has answered it: a person reads what is kept.
    pub fn question(&self, answers: &Answers) -> Option<FieldError> {
        let lives_there = matches!(answers.value(ask::WHERE.name), "" | ask::WHERE_ADDRESS);
        let postcode = self.postcode(answers).filter(|_| lives_there)?;
        if answers.value(KEPT) == postcode.to_string() {
            return None;
        }
        let code = match PostcodeClass::of(&postcode, self.index) {
            Ok(PostcodeClass::Listed { record, authority }) => {
                if record.terminated.is_some() {
                    "postcode_ended"
                } else if authority.nation() == Nation::England {
                    return None;
                } else {
                    "postcode_outside_england"
                }
            }
            Ok(PostcodeClass::Territory { .. }) => "postcode_outside_england",
            Ok(PostcodeClass::Unknown) => "postcode_not_found",
            Ok(PostcodeClass::WithoutCouncil) => "postcode_ended",
            Ok(PostcodeClass::Organisation | PostcodeClass::Forces) => "postcode_of_no_home",
            // Nobody can be asked about a list that cannot be read.
            Ok(PostcodeClass::Partial) | Err(_) => return None,
        };
        Some(FieldError { path: ask::POSTCODE.name.to_owned(), code, message: String::new() })
    }
}

/// Whether an error is a question that may be answered by keeping the postcode.
pub fn is_question(error: &FieldError) -> bool {
    ["postcode_ended", "postcode_outside_england", "postcode_not_found", "postcode_of_no_home"]
        .contains(&error.code)
}
