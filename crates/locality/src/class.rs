//! The classes of postcode, told apart. Each has an outcome of its own in `place`; none is an error.

use referral::{GivenPostcode, GssCode, Postcode};
use serde::Serialize;

use crate::{Authority, DamagedIndex, PostcodeIndex, PostcodeRecord};

/// What a given postcode is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "class", rename_all = "snake_case")]
pub enum PostcodeClass {
    /// In the index, in a council's area. It may have been terminated: the record says so when
    /// the source knows.
    Listed {
        /// What the index holds.
        record: PostcodeRecord,
        /// The lower-tier authority it names.
        #[serde(skip)]
        authority: &'static Authority,
    },
    /// In the index, without a council that is known: mostly postcodes ended long ago.
    WithoutCouncil,
    /// Shaped like a postcode, but not in the index.
    Unknown,
    /// Only its first part.
    Partial,
    /// In a Crown dependency or Northern Ireland: the whole postcode area is theirs.
    Territory {
        /// The pseudo-code's row.
        #[serde(skip)]
        authority: &'static Authority,
        /// The territory, as part of a sentence.
        name: &'static str,
    },
    /// An organisation's, not a place's: GIR 0AA, BX, XX.
    Organisation,
    /// British Forces (BF), wherever they are.
    Forces,
}

impl PostcodeClass {
    /// What this postcode is. Fails only when the part of the index that knows is damaged.
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

/// The letters a postcode begins with.
fn area(postcode: &Postcode) -> &str {
    let outward = postcode.outward();
    let letters = outward.bytes().take_while(u8::is_ascii_uppercase).count();
    outward.get(..letters).unwrap_or_default()
}

/// Territories whose whole postcode area is theirs, so that its letters are enough to name them:
/// this names no council, which the first part of a postcode could never do.
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
