//! `POST /fhir/$process-message` and `GET /fhir/metadata`: the messages of the NHS Booking and Referral
//! Standard (BaRS).
//!
//! A new request is accepted as any other referral is, under the ids of its message and under the
//! sender's name for the request. An update is a correction of it, and a revocation its withdrawal: the
//! answer is the same whoever else has told of the family.

mod answers;
mod headers;

use std::time::Duration;

use formats::fhir::{self, Act, Format, Message, Sources};
use formats::{Context, json};
use identity::Caller;
use jiff::tz::TimeZone;
use lambda_kit::http::{FieldProblem, Problem, Request, Response};
use pipeline::accept::latest_date;
use pipeline::amend::{self, Amended};
use pipeline::ports::{Accepting, Amending, Nature as _, Placing};
use pipeline::rows::Actor;
use pipeline::{AcceptError, OtherKey, Submission, accept_under_both, sent_under};
use referral::{Referral, ReferralId, ReferrerKind, WithdrawalReason};

use self::answers::{Refusal, Taken};
use self::headers::MessageIds;
use crate::actor::actor;
use crate::admit::admit;
use crate::caller::Called;

/// The time for which the ids of a message mean the same message.
const MESSAGE_WINDOW: Duration = Duration::from_hours(30 * 24);
/// The time for which a request can be updated or revoked by its sender's name for it.
const REQUEST_WINDOW: Duration = Duration::from_hours(366 * 24);
/// The one operation that there is.
const PROCESS_MESSAGE: &str = "$process-message";

/// What is made of an NHS number whose check digit does not fit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum NhsNumberCheck {
    /// The message is taken, with a warning.
    #[default]
    Warn,
    /// The message is refused.
    Refuse,
}

impl std::str::FromStr for NhsNumberCheck {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "warn" => Ok(Self::Warn),
            "refuse" => Ok(Self::Refuse),
            _ => Err(()),
        }
    }
}

/// Tells what is taken here. It is public, and the same for everybody.
pub(crate) fn metadata(day: jiff::Timestamp, request: &Request) -> Response {
    let day = day.to_zoned(TimeZone::UTC).date().to_string();
    let answer = headers::answer_format(request).map(|format| {
        let statement = fhir::written::capability(env!("CARGO_PKG_VERSION"), &day);
        Response::ok().bytes(format.media_type(), statement.write(format))
    });
    let answer =
        answer.unwrap_or_else(|problem| answers::refused(&Refusal::from(problem), Format::Json));
    headers::echo(request, answer)
}

/// Processes a message of a verified `caller`, once however often it is sent.
pub(crate) async fn process<W>(
    world: &W,
    check: NhsNumberCheck,
    called: Result<Called, Problem>,
    request: &Request,
) -> Response
where
    W: Accepting + Amending + Placing,
{
    let (format, taken) = match (headers::answer_format(request), called) {
        (Err(problem), _) => (Format::Json, Err(Refusal::from(problem))),
        (Ok(format), Err(problem)) => (format, Err(Refusal::from(problem))),
        (Ok(format), Ok(called)) => (format, take(world, check, &called, request).await),
    };
    let answer = match taken {
        Ok(taken) => answers::taken(&taken, format),
        Err(refusal) => answers::refused(&refusal, format),
    };
    headers::echo(request, answer)
}

async fn take<W>(
    world: &W,
    check: NhsNumberCheck,
    called: &Called,
    request: &Request,
) -> Result<Taken, Refusal>
where
    W: Accepting + Amending + Placing,
{
    if request.path_parameter("operation") != Some(PROCESS_MESSAGE) {
        return Err(Problem::not_found("The one operation here is $process-message.").into());
    }
    let ids = headers::message_ids(request)?;
    let format = headers::body_format(request)?;
    let body = request.decoded_body(fhir::MAX_BYTES)?;
    let places = world.places();
    let today = latest_date(world.nature().now());
    let context = Context { today, exists: &|postcode| places.index.has(&postcode) };
    let message = fhir::read(&body, format, usual_kind(&called.caller), context)
        .map_err(answers::rejected)?;
    let sender = Sender { world, check, called, by: actor(&called.caller), ids };
    let Message { request, act, sources } = message;
    let name = format!("bars-request|{request}");
    match act {
        Act::New(referral) => sender.send(*referral, name, &sources).await,
        Act::Update(referral) => sender.update(*referral, &name, &sources).await,
        Act::Revoke => sender.withdraw(&name, WithdrawalReason::NoLongerNeeded).await,
        Act::EnteredInError => sender.withdraw(&name, WithdrawalReason::EnteredInError).await,
    }
}

/// The kind of referrer of a sender whose role the message does not tell: the one kind that the caller
/// sends for, or else another health service.
fn usual_kind(caller: &Caller) -> ReferrerKind {
    let mut own = ReferrerKind::ALL.iter().filter(|kind| caller.may_send(**kind).is_ok());
    match (own.next(), own.next()) {
        (Some(only), None) => *only,
        _ => ReferrerKind::OtherHealth,
    }
}

/// The sender of one message.
struct Sender<'a, W> {
    world: &'a W,
    check: NhsNumberCheck,
    called: &'a Called,
    by: Actor,
    ids: MessageIds,
}

impl<W: Accepting + Amending + Placing> Sender<'_, W> {
    async fn send(
        &self,
        referral: Referral,
        name: String,
        sources: &Sources,
    ) -> Result<Taken, Refusal> {
        self.check(&referral, sources)?;
        let warned = referral.clone();
        let submission = Submission {
            submitter: self.by.clone(),
            key: self.ids.key(),
            window: MESSAGE_WINDOW,
            content: json::digest_input(&referral),
            referral,
            status: None,
            suspect: false,
            told: self.called.caller.told().cloned(),
        };
        let other = OtherKey { key: name, window: REQUEST_WINDOW };
        match accept_under_both(self.world, submission, &other).await {
            Ok((receipt, false)) => {
                let warnings = warned.warnings(latest_date(receipt.accepted_at));
                Ok(Taken::accepted(&receipt, &warnings, sources))
            }
            Ok((receipt, true)) => Err(answers::repeated(receipt.id)),
            Err(AcceptError::KeyReused(reference)) => match self.sent_before().await? {
                Some(id) => Err(answers::other_content(id)),
                None => Err(answers::request_known(reference)),
            },
            Err(error) => Err(Problem::unavailable(&error).into()),
        }
    }

    async fn update(
        &self,
        referral: Referral,
        name: &str,
        sources: &Sources,
    ) -> Result<Taken, Refusal> {
        self.check(&referral, sources)?;
        let (id, started) = (self.request(name).await?, self.started());
        let (warned, content) = (referral.clone(), json::digest_input(&referral));
        let key = self.ids.key();
        let amended = amend::correct(self.world, self.amendment(id, &key), referral, &content);
        let at = done(id, started, amended.await)?;
        Ok(Taken::corrected(id, &warned.warnings(latest_date(at)), sources))
    }

    async fn withdraw(&self, name: &str, reason: WithdrawalReason) -> Result<Taken, Refusal> {
        self.called.require_pace()?;
        let (id, started) = (self.request(name).await?, self.started());
        let key = self.ids.key();
        let amended = amend::withdraw(self.world, self.amendment(id, &key), reason, None);
        done(id, started, amended.await)?;
        Ok(Taken::withdrawn(id))
    }

    /// The time now, in the whole milliseconds in which times are stored.
    fn started(&self) -> jiff::Timestamp {
        let now = self.world.nature().now();
        jiff::Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    fn amendment<'r>(&'r self, referral: ReferralId, key: &'r str) -> amend::Request<'r> {
        amend::Request { by: &self.by, referral, key, seen: None }
    }

    /// Refuses a referral that this caller may not send, or with an NHS number that is not to be taken.
    fn check(&self, referral: &Referral, sources: &Sources) -> Result<(), Refusal> {
        let today = latest_date(self.world.nature().now());
        if let Err(problem) = admit(self.called, referral, &self.world.places(), today) {
            let Some(error) = problem.errors().first() else { return Err(problem.into()) };
            let place = sources.of(&error.path);
            return Err(answers::placed(&problem, &place));
        }
        if self.check == NhsNumberCheck::Refuse {
            let warnings = referral.warnings(today);
            let wrong = warnings.iter().filter(|warning| warning.code == "nhs_number_check");
            let told =
                wrong.map(|it| FieldProblem::new(&sources.of(&it.path), "value", &it.message));
            let told: Vec<_> = told.collect();
            if !told.is_empty() {
                let problem = Problem::invalid("An NHS number is not valid.").with_errors(told);
                return Err(problem.into());
            }
        }
        Ok(())
    }

    /// The referral that this sender's name for a request means, of a message that was not sent before.
    async fn request(&self, name: &str) -> Result<ReferralId, Refusal> {
        if let Some(id) = self.sent_before().await? {
            return Err(answers::repeated(id));
        }
        let found = sent_under(self.world, &self.by.id, name).await;
        found.map_err(|fault| Problem::unavailable(&fault))?.ok_or_else(answers::request_unknown)
    }

    /// The referral that a message with these ids made.
    async fn sent_before(&self) -> Result<Option<ReferralId>, Refusal> {
        let found = sent_under(self.world, &self.by.id, &self.ids.key()).await;
        found.map_err(|fault| Problem::unavailable(&fault).into())
    }
}

/// The time at which an amendment was stored. One that was stored before this message came was sent
/// before; of two at the same time both may be told that they were taken, which is true of both.
fn done(
    id: ReferralId,
    started: jiff::Timestamp,
    amended: Result<Amended, pipeline::Fault>,
) -> Result<jiff::Timestamp, Refusal> {
    match amended.map_err(|fault| Problem::unavailable(&fault))? {
        Amended::Done { at, .. } if at < started => Err(answers::repeated(id)),
        Amended::Done { at, .. } => Ok(at),
        Amended::Unknown => Err(answers::request_unknown()),
        Amended::Withdrawn => Err(answers::withdrawn(id)),
        Amended::Full => Err(answers::too_many_updates(id)),
        // No version is asked for, so none can be stale.
        Amended::KeyReused | Amended::Stale(_) => Err(answers::other_content(id)),
    }
}
