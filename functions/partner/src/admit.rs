//! The referrals that a caller may send: for which kinds of referrer, to which councils, and how fast.
//! A safeguarding concern is refused for neither place nor pace.

use identity::Caller;
use jiff::civil::Date;
use lambda_kit::http::{FieldProblem, Problem};
use locality::{Authority, councils_at};
use pipeline::ports::Places;
use referral::{Lane, Location, Referral};

use crate::caller::Called;

/// Refuses a referral that this caller may not send, or not now.
pub(crate) fn admit(
    called: &Called,
    referral: &Referral,
    places: &Places,
    today: Date,
) -> Result<(), Problem> {
    allow(&called.caller, referral, places, today)?;
    called.require_pace_for(referral)
}

/// Refuses a referral that this caller may not send at any pace.
pub(crate) fn allow(
    caller: &Caller,
    referral: &Referral,
    places: &Places,
    today: Date,
) -> Result<(), Problem> {
    caller.may_send(referral.referrer.kind)?;
    require_place(caller, referral, places, today)
}

/// Refuses a referral for a family who plainly lives outside the councils that the caller may send to.
/// Where the place cannot be told, a person finds it, as for everybody.
fn require_place(
    caller: &Caller,
    referral: &Referral,
    places: &Places,
    today: Date,
) -> Result<(), Problem> {
    let allowed = caller.authorities();
    if allowed.is_empty() || referral.lane() == Lane::Safeguarding {
        return Ok(());
    }
    let location = &referral.household.location;
    let councils = councils_at(location, today, &places.index);
    let is_allowed =
        |council: &&Authority| council.gss().is_some_and(|code| allowed.contains(&code));
    if councils.is_empty() || councils.iter().any(is_allowed) {
        return Ok(());
    }
    let names = allowed.iter().filter_map(|code| Authority::find(*code)).map(|one| one.name);
    let names = names.collect::<Vec<_>>().join(", ");
    let path = match location {
        Location::Address(address) if address.postcode.is_some() => "household.address.postcode",
        _ => "household.authority",
    };
    let message = format!(
        "With this key, send for families who live in: {names}. Send this one to the council where \
         the family lives."
    );
    Err(Problem::forbidden("This key may not send to the council where the family lives.")
        .with_code("authority_not_allowed")
        .with_errors([FieldProblem::new(path, "not_allowed", &message)]))
}
