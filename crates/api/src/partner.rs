//! The replies to a partner who sends a referral and asks how it stands.

use jiff::Timestamp;
use locality::Localities;
use pipeline::Receipt;
use pipeline::rows::{self, Amendment};
use pipeline::sent;
use referral::{InboxId, NextStep, Reference, ReferralId, ReferralState};
use schemars::JsonSchema;
use serde::Serialize;

use crate::code::Code;
use crate::cursor::SentCursor;
use crate::placement::Reason;
use crate::texts;

/// The reply to a referral that was accepted. Sending it again under the same key gets the same one.
#[derive(Serialize, JsonSchema)]
pub struct Accepted<'a> {
    /// The id of the referral.
    #[schemars(with = "texts::Id")]
    pub id: ReferralId,
    /// The reference of the referral, for people.
    #[schemars(with = "texts::Reference")]
    pub reference: Reference,
    /// The state that the referral was in when it was accepted.
    pub status: AcceptedStatus,
    /// The numbers to ring now; left out where nobody may be in danger.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "PhoneNow")]
    pub phone_now: Option<PhoneNow<'a>>,
    /// The fields that the sender should look at, though the referral stands; left out where there
    /// are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning<'a>>,
}

/// The one state of a referral that was just accepted.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AcceptedStatus {
    /// It is kept, and will be in exactly one inbox.
    Accepted,
}

/// Phone numbers to ring now.
#[derive(Serialize, JsonSchema)]
pub struct PhoneNow<'a> {
    /// The name of the authority whose numbers these are; null for the national ones.
    pub authority: Option<&'a str>,
    /// The number in office hours.
    pub in_hours: &'a str,
    /// The name of the service that answers in office hours, if it is not the authority.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "&str")]
    pub in_hours_of: Option<&'a str>,
    /// The number at night, at weekends and on bank holidays.
    pub out_of_hours: &'a str,
    /// The name of the service that answers out of office hours, if it is not the authority.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "&str")]
    pub out_of_hours_of: Option<&'a str>,
    /// The number in immediate danger.
    pub emergency: &'a str,
}

/// Something that the sender should look at, though the referral stands.
#[derive(Serialize, JsonSchema)]
pub struct Warning<'a> {
    /// The path to the field: `children[0].nhs_number`.
    pub path: &'a str,
    /// The stable code, such as `nhs_number_check`.
    pub code: &'a str,
    /// A plain sentence that does not repeat what was sent.
    pub message: &'a str,
}

/// The status of a referral, for the caller who sent it. It comes from their own submission and the
/// rulebook alone, and never tells whether the family was known.
#[derive(Serialize, JsonSchema)]
pub struct Status<'a> {
    /// The id of the referral.
    #[schemars(with = "texts::Id")]
    pub id: ReferralId,
    /// The reference of the referral, for people.
    #[schemars(with = "texts::Reference")]
    pub reference: Reference,
    /// The state that the referral is in.
    #[schemars(with = "Code<ReferralState>")]
    pub status: ReferralState,
    /// The placement by the rulebook; null until the referral is routed.
    pub placement: Option<SubmitterPlacement<'a>>,
    /// The version of the referral: one, and one more for each change that its sender made. It is the
    /// `ETag`, and what `If-Match` is compared with.
    #[schemars(range(min = 1))]
    pub version: u32,
    /// The time when it was accepted.
    #[schemars(with = "texts::Moment")]
    pub accepted_at: Timestamp,
    /// The times at which its sender corrected it, the first one first.
    #[schemars(with = "Vec<texts::Moment>")]
    pub corrected_at: Vec<Timestamp>,
    /// The time at which its sender withdrew it; null if it stands.
    #[schemars(with = "Option<texts::Moment>")]
    pub withdrawn_at: Option<Timestamp>,
    /// The step that is promised next, and by when; null until the referral is routed, and once it was
    /// withdrawn.
    pub next_step: Option<NextForSender>,
}

/// The step that the rulebook promises to any referral of this urgency. It stays as it is when the step was
/// taken, and tells nothing of what was done.
#[derive(Serialize, JsonSchema)]
pub struct NextForSender {
    /// The step: the first attempt to reach the family, or for a safeguarding concern that somebody claims
    /// it.
    #[schemars(with = "Code<NextStep>")]
    pub step: NextStep,
    /// The moment by which it is due, by the working hours of the inbox.
    #[schemars(with = "texts::Moment")]
    pub by: Timestamp,
}

/// The referrals of a sender, each as it stands now.
#[derive(Serialize, JsonSchema)]
pub struct SentPage<'a> {
    /// The referrals, in the order in which they became new: when they were accepted, changed by their
    /// sender, or placed late. One may come again.
    pub referrals: Vec<Status<'a>>,
    /// The `since` with which to ask for what comes after; null where there is nothing yet to come
    /// after.
    #[schemars(with = "Option<texts::SentCursor>")]
    pub next: Option<SentCursor>,
}

/// The reply to a sender who corrected or withdrew its referral. Sending it again under the same key
/// gets the same one.
#[derive(Serialize, JsonSchema)]
pub struct Amended<'a> {
    /// The id of the referral.
    #[schemars(with = "texts::Id")]
    pub id: ReferralId,
    /// The change that was made.
    pub change: AmendmentKind,
    /// The version that the referral has from this change on.
    #[schemars(range(min = 2))]
    pub version: u32,
    /// The time when the change was stored.
    #[schemars(with = "texts::Moment")]
    pub at: Timestamp,
    /// The fields that the sender should look at, though the correction stands; left out where there
    /// are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning<'a>>,
}

/// The change that a sender made to its own referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AmendmentKind {
    /// It was sent anew, corrected.
    Corrected,
    /// It was withdrawn. It stays where people see it, with everything that it says.
    Withdrawn,
}

/// The placement of a referral, as far as its submitter is shown it.
#[derive(Serialize, JsonSchema)]
pub struct SubmitterPlacement<'a> {
    /// The inbox that the rulebook names.
    #[schemars(with = "texts::InboxId")]
    pub hub: &'a InboxId,
    /// The name of that inbox.
    pub hub_name: &'a str,
    /// Every reason on the way, in the order in which they were decided.
    pub reasons: Vec<Reason<'a>>,
}

impl<'a> Accepted<'a> {
    /// The reply to a submission, with the warnings for the day on which it was first accepted.
    pub fn new(receipt: &'a Receipt, warnings: &'a [referral::Warning]) -> Self {
        Self {
            id: receipt.id,
            reference: receipt.reference,
            status: AcceptedStatus::Accepted,
            phone_now: receipt.phone_now.as_ref().map(PhoneNow::from),
            warnings: warnings.iter().map(Warning::from).collect(),
        }
    }
}

impl<'a> Amended<'a> {
    /// The reply to a correction, with the warnings for the day on which it was first stored.
    pub fn corrected(
        id: ReferralId,
        version: u32,
        at: Timestamp,
        warnings: &'a [referral::Warning],
    ) -> Self {
        let warnings = warnings.iter().map(Warning::from).collect();
        Self { id, change: AmendmentKind::Corrected, version, at, warnings }
    }

    /// The reply to a withdrawal.
    pub fn withdrawn(id: ReferralId, version: u32, at: Timestamp) -> Self {
        Self { id, change: AmendmentKind::Withdrawn, version, at, warnings: Vec::new() }
    }
}

impl<'a> SentPage<'a> {
    /// The page, by the rulebooks in force.
    pub fn new(sent: &'a sent::Sent, localities: &Localities) -> Self {
        let status = |status| Status::new(status, localities);
        Self {
            referrals: sent.referrals.iter().map(status).collect(),
            next: sent.next.map(SentCursor::after),
        }
    }
}

impl<'a> From<&'a locality::PhoneNow> for PhoneNow<'a> {
    fn from(numbers: &'a locality::PhoneNow) -> Self {
        let locality::PhoneNow {
            authority,
            in_hours,
            in_hours_of,
            out_of_hours,
            out_of_hours_of,
            emergency,
        } = numbers;
        Self {
            authority: authority.as_deref(),
            in_hours,
            in_hours_of: in_hours_of.as_deref(),
            out_of_hours,
            out_of_hours_of: out_of_hours_of.as_deref(),
            emergency,
        }
    }
}

impl<'a> From<&'a referral::Warning> for Warning<'a> {
    fn from(warning: &'a referral::Warning) -> Self {
        let referral::Warning { path, code, message } = warning;
        Self { path, code, message }
    }
}

impl<'a> Status<'a> {
    /// The status, with what the rulebooks in force promise next.
    pub fn new(status: &'a pipeline::Status, localities: &Localities) -> Self {
        let pipeline::Status {
            id,
            reference,
            state,
            placement,
            version,
            accepted_at,
            amendments,
            priority: _,
        } = status;
        let at = |withdrawn: bool| {
            let of_kind = move |one: &&Amendment| {
                matches!(one.kind, rows::AmendmentKind::Withdrawn { .. }) == withdrawn
            };
            amendments.iter().filter(of_kind).map(|one| one.at)
        };
        Self {
            id: *id,
            reference: *reference,
            status: *state,
            placement: placement.as_ref().map(SubmitterPlacement::from),
            version: *version,
            accepted_at: *accepted_at,
            corrected_at: at(false).collect(),
            withdrawn_at: at(true).next(),
            next_step: status
                .next(localities)
                .map(|due| NextForSender { step: due.step, by: due.at }),
        }
    }
}

impl<'a> From<&'a locality::Placement> for SubmitterPlacement<'a> {
    fn from(placement: &'a locality::Placement) -> Self {
        Self {
            hub: &placement.inbox,
            hub_name: &placement.inbox_name,
            reasons: Reason::all(&placement.reasons),
        }
    }
}
