//! Clicks that met the end of a session: a form that a worker sent is kept, sealed, and offered to them
//! again when they have signed in. Nothing of it is carried out before they say so.
//!
//! A click is kept only for the browser of a session that was there and has ended, and shown only to
//! the worker whose session that was: a form may hold words about a family.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{SessionId, held, of_ended};
use crate::ports::{Fault, SessionKeeping};
use crate::rows::ActorId;
use crate::secret_id;

/// The time for which a click is kept: as long as a sign-in may take, and some minutes more.
pub const CLICK_PATIENCE: Duration = Duration::from_mins(15);

const KIND: &str = "click";

/// The random id of a click, of 128 bits, for the browser alone.
pub struct ClickId([u8; 16]);

impl ClickId {
    /// Reads an id as [`ClickId::secret`] writes it.
    pub fn parse(text: &str) -> Option<Self> {
        secret_id::read(text).map(Self)
    }

    /// The id in hexadecimal.
    pub fn secret(&self) -> String {
        secret_id::write(self.0)
    }
}

/// A form that was sent. It has no `Debug`: its fields may hold personal detail.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Click {
    /// The path that the form was sent to.
    pub path: String,
    /// The form's fields, in their order.
    pub fields: Vec<(String, String)>,
}

/// The sealed part of a click.
#[derive(Serialize, Deserialize)]
struct Contents {
    actor: ActorId,
    click: Click,
}

/// Keeps a click of a session that has ended; `None` if nothing tells whose it was.
pub async fn keep_click<W: SessionKeeping>(
    world: &W,
    session: &SessionId,
    click: Click,
) -> Result<Option<ClickId>, Fault> {
    let Some(actor) = of_ended(world, session).await? else { return Ok(None) };
    let contents = Contents { actor, click };
    held::hold(world, KIND, &contents, CLICK_PATIENCE).await.map(|id| Some(ClickId(id)))
}

/// The click under an id, if it is this worker's.
pub async fn kept_click<W: SessionKeeping>(
    world: &W,
    id: &ClickId,
    worker: &ActorId,
) -> Result<Option<Click>, Fault> {
    let found: Option<Contents> = held::look(world, KIND, id.0).await?;
    Ok(found.filter(|contents| contents.actor == *worker).map(|contents| contents.click))
}
