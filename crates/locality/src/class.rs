//! The classes of postcode, told apart. Each has an outcome of its own in `place`; none is an
//! error.

use referral::{GivenPostcode, GssCode, Postcode};
use serde::Serialize;

use crate::{Authority, DamagedIndex, PostcodeIndex, PostcodeRecord};

/// The class of a postcode that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "class", rename_all = "snake_case")]
pub enum PostcodeClass {
    /// The postcode is in the index, in a council's area. It may have been terminated: the record
    /// says so when the source knows.
    Listed {
        /// The index's record of the postcode.
        record: PostcodeRecord,
        /// The lower-tier authority that the record names.
        #[serde(skip)]
        authority: &'static Authority,
    },
    /// The postcode is in the index without a known council: mostly postcodes ended long ago.
    WithoutCouncil,
    /// The text is shaped like a postcode, but is not in the index.
    Unknown,
    /// Only the first part of a postcode was given.
    Partial,
    /// The postcode is in a Crown dependency or Northern Ireland, to which its whole postcode area
    /// belongs.
    Territory {
        /// The row of the territory's pseudo-code.
        #[serde(skip)]
        authority: &'static Authority,
        /// The territory, as part of a sentence.
        name: &'static str,
    },
    /// The postcode belongs to an organisation and not to a place: GIR 0AA, BX, XX.
    Organisation,
    /// The postcode belongs to British Forces (BF), wherever they are.
    Forces,
}

impl PostcodeClass {
    /// The class of a postcode. Fails only when the part of the index that knows is damaged.
    pub fn of(given: &GivenPostcode, index: &PostcodeIndex) -> Result<Self, DamagedIndex> {
        let postcode = match given {
            GivenPostcode::Full(postcode) => postcode,
            GivenPostcode::Partial(_) => return Ok(Self::Partial),
        };
        match area(postcode) {
            "GIR" | "BX" | "XX" => return Ok(Self::Organisation),
            "BF" => return Ok(Self::Forces),
            letters => {
                if let Some(territory) = territory(letters) {
                    return Ok(territory);
                }
            }
        }
        let Some(record) = index.lookup(postcode)? else { return Ok(Self::Unknown) };
        Ok(match record.authority.and_then(Authority::find) {
            Some(authority) => Self::Listed { record, authority },
            None => Self::WithoutCouncil,
        })
    }
}

/// The letters that a postcode begins with.
fn area(postcode: &Postcode) -> &str {
    let outward = postcode.outward();
    let letters = outward.bytes().take_while(u8::is_ascii_uppercase).count();
    outward.get(..letters).unwrap_or_default()
}

/// The territory that a whole postcode area belongs to, where its letters are enough to name one.
/// This names no council, which the first part of a postcode could never do.
fn territory(letters: &str) -> Option<PostcodeClass> {
    let (code, name) = match letters {
        "BT" => ("N99999999", "Northern Ireland"),
        "GY" => ("L99999999", "Guernsey (Channel Islands)"),
        "JE" => ("L99999999", "Jersey (Channel Islands)"),
        "IM" => ("M99999999", "the Isle of Man"),
        _ => return None,
    };
    let authority = GssCode::parse(code).ok().and_then(Authority::find)?;
    Some(PostcodeClass::Territory { authority, name })
}
