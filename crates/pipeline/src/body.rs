//! The plain form of a sealed body: the referral as parsed, in JSON, under a version of its own.

use referral::Referral;
use serde::{Deserialize, Serialize};

use crate::ports::Fault;

const VERSION: u8 = 1;

#[derive(Serialize)]
struct Out<'a> {
    v: u8,
    referral: &'a Referral,
}

#[derive(Deserialize)]
struct In {
    v: u8,
    referral: Referral,
}

pub(crate) fn write(referral: &Referral) -> Result<Vec<u8>, Fault> {
    serde_json::to_vec(&Out { v: VERSION, referral })
        .map_err(|_| Fault::Broken("the body cannot be written"))
}

// serde_json's own error may quote the body: it is dropped.
pub(crate) fn read(plain: &[u8]) -> Result<Referral, Fault> {
    let body: In =
        serde_json::from_slice(plain).map_err(|_| Fault::Broken("the body cannot be read"))?;
    if body.v == VERSION {
        Ok(body.referral)
    } else {
        Err(Fault::Broken("the body has an unknown version"))
    }
}
