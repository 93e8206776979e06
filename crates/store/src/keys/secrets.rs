//! The port of secrets, from Secrets Manager or a key file: those of tokens, and the one by which an
//! issuer knows the inbox. Those of Secrets Manager are read
//! again while a function lives, so that a rotation needs no deployment.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use aws_sdk_secretsmanager::Client;
use futures::lock::Mutex;
use jiff::Timestamp;
use pipeline::ports::{Fault, Nature as _};
use ring::hmac;

use super::{KeyName, Versions};
use crate::fault;
use crate::nature::{self, SystemNature};

/// The times between two looks at a secret.
#[derive(Debug, Clone, Copy)]
struct Waits {
    /// The time for which a look is good.
    fresh: Duration,
    /// The time after a look that failed, while older versions are there.
    again: Duration,
}

const WAITS: Waits = Waits { fresh: Duration::from_mins(5), again: Duration::from_secs(30) };

/// The time after a look that failed, while there is no version.
const MOMENT: Duration = Duration::from_millis(500);

/// The versions of a secret, each with its number, the one in force first.
pub(crate) type TokenSecrets = Arc<[(u32, hmac::Key)]>;

/// The versions of a secret as text, the one in force first.
pub(crate) type Texts = Arc<[String]>;

/// One secret of a deployment, in the form `T` in which it is used.
pub(crate) struct Secrets<T = TokenSecrets>(Arc<Inner<T>>);

impl<T> Clone for Secrets<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

struct Inner<T> {
    name: KeyName,
    made: fn(&Versions) -> T,
    read: RwLock<Option<T>>,
    remote: Option<Remote>,
}

struct Remote {
    client: Client,
    arn: String,
    waits: Waits,
    /// The time of the last look, and for how long it is good.
    looked: Mutex<Option<(Timestamp, Duration)>>,
}

impl<T> std::fmt::Debug for Secrets<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Secrets({})", self.0.name)
    }
}

impl Secrets {
    /// The secret of tokens in a key file.
    pub(crate) fn of_file(name: KeyName, versions: &Versions) -> Self {
        Self::kept(name, keys, versions)
    }

    /// The secret of tokens in Secrets Manager with this ARN. There are no tokens before it was read
    /// with [`Secrets::refresh`].
    pub(crate) fn of_manager(name: KeyName, client: Client, arn: String) -> Self {
        Self::managed(name, keys, client, arn, WAITS)
    }
}

impl Secrets<Texts> {
    /// The secret in a key file, to be shown to another service.
    pub(crate) fn text_of_file(name: KeyName, versions: &Versions) -> Self {
        Self::kept(name, texts, versions)
    }

    /// The secret in Secrets Manager with this ARN, to be shown to another service.
    pub(crate) fn text_of_manager(name: KeyName, client: Client, arn: String) -> Self {
        Self::managed(name, texts, client, arn, WAITS)
    }
}

impl<T: Clone> Secrets<T> {
    fn kept(name: KeyName, made: fn(&Versions) -> T, versions: &Versions) -> Self {
        let read = RwLock::new(Some(made(versions)));
        Self(Arc::new(Inner { name, made, read, remote: None }))
    }

    fn managed(
        name: KeyName,
        made: fn(&Versions) -> T,
        client: Client,
        arn: String,
        waits: Waits,
    ) -> Self {
        let remote = Some(Remote { client, arn, waits, looked: Mutex::new(None) });
        Self(Arc::new(Inner { name, made, read: RwLock::new(None), remote }))
    }

    /// The versions of the secret, as far as they are known.
    pub(crate) fn current(&self) -> Result<T, Fault> {
        let read = self.0.read.read().unwrap_or_else(PoisonError::into_inner);
        read.clone().ok_or(Fault::Transient("a secret could not be read yet"))
    }

    /// Reads the secret again, if the last look is old enough. When that fails, the old versions
    /// stay.
    pub(crate) async fn refresh(&self) {
        let Some(remote) = &self.0.remote else { return };
        let mut looked = remote.looked.lock().await;
        if looked.is_some_and(|(at, good)| !nature::is_past(at, good)) {
            return;
        }
        let wait = match Box::pin(remote.read()).await {
            Ok(versions) => {
                let made = (self.0.made)(&versions);
                *self.0.read.write().unwrap_or_else(PoisonError::into_inner) = Some(made);
                remote.waits.fresh
            }
            Err(fault) => {
                tracing::error!(secret.name = %self.0.name, error = %fault, "a secret was not read");
                // Those who waited for this look share its end, and do not each look in turn.
                let is_held = self.current().is_ok();
                if is_held { remote.waits.again } else { remote.waits.again.min(MOMENT) }
            }
        };
        *looked = Some((SystemNature.now(), wait));
    }
}

impl Remote {
    async fn read(&self) -> Result<Versions, Fault> {
        let request = self.client.get_secret_value().secret_id(&self.arn);
        let value = request.send().await.map_err(|error| fault::of(&error))?;
        let text = value.secret_string().unwrap_or_default();
        Versions::read(text).map_err(|_| Fault::Broken("a secret is damaged"))
    }
}

fn keys(versions: &Versions) -> TokenSecrets {
    let key = |text: &str| hmac::Key::new(hmac::HMAC_SHA256, text.as_bytes());
    versions.in_order().into_iter().map(|(version, text)| (version, key(text))).collect()
}

fn texts(versions: &Versions) -> Texts {
    versions.in_order().into_iter().map(|(_, text)| text.to_owned()).collect()
}

#[cfg(test)]
mod tests;
