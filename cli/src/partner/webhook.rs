//! `hubward partner webhook`: the address at which a partner is told how its referrals stand, and its
//! secrets. A secret is shown once, when it is made.

use anyhow::{Result, bail};
use clap::{Args, Subcommand};
use pipeline::ports::{Nature as _, WebhookSecret};
use pipeline::rows::{WebhookRow, WebhookUrl};
use serde::Serialize;
use store::{KeyName, PartnerFound, SystemNature, WebhookChange};
use webhook::{SECRET_BYTES, secret_as_text};

use super::About;
use crate::deployment::Connected;
use crate::output;

/// The most secrets that sign at a time: the one in use, and the next.
const MOST_SECRETS: usize = 2;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Set the address that is told, and show the secret of a first one, once. The secrets of one that was
    /// there stay.
    Set(Set),
    /// Make the next secret and show it, once. Messages are signed with both until the older is retired.
    Rotate(Change),
    /// Sign no longer with the older of two secrets.
    Retire(Change),
    /// Tell a webhook again that was disabled, because its address answered that it is gone.
    Enable(Change),
    /// Remove the webhook: its partner is told nothing more, and can go on asking.
    Remove(Change),
}

#[derive(Debug, Args)]
pub(crate) struct Set {
    #[command(flatten)]
    about: About,
    /// The address: `https://host/path`. It must hold nothing of a person.
    #[arg(value_name = "URL", value_parser = WebhookUrl::parse)]
    url: WebhookUrl,
}

#[derive(Debug, Args)]
pub(crate) struct Change {
    #[command(flatten)]
    about: About,
}

/// A webhook after a change; a secret is shown this once.
#[derive(Serialize)]
struct Changed<'a> {
    partner: &'a str,
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

pub(super) fn run(command: Command) -> Result<()> {
    match command {
        Command::Set(set) => set.run(),
        Command::Rotate(change) => change.rotate(),
        Command::Retire(change) => change.retire(),
        Command::Enable(change) => change.enable(),
        Command::Remove(change) => change.remove(),
    }
}

impl Set {
    fn run(&self) -> Result<()> {
        self.about.with(async |connected, change| {
            if !self.url.is_https() && !connected.is_on_one_machine() {
                bail!("a webhook's address begins with https://");
            }
            let found = self.about.found(connected).await?;
            let partner = found.partner.id.clone();
            let (secrets, secret) = if let Some(before) = &found.webhook {
                (before.secrets.clone(), None)
            } else {
                let (sealed, secret) = new_secret(connected, &found).await?;
                (vec![sealed], Some(secret))
            };
            let url = self.url.clone();
            let row = WebhookRow { partner, url, secrets, version: 0, disabled_at: None };
            connected.operator.put_webhook(change, &found, row, WebhookChange::Set).await?;
            self.about.show_webhook(Some(&self.url), secret.as_ref(), "is told from now on")
        })
    }
}

impl Change {
    fn rotate(&self) -> Result<()> {
        self.with_webhook(async |connected, change, found, before| {
            if before.secrets.len() >= MOST_SECRETS {
                bail!(
                    "messages to {0} are signed with two secrets; retire the older one first: hubward \
                     partner webhook retire {0}",
                    before.partner
                );
            }
            let (sealed, secret) = new_secret(connected, found).await?;
            let secrets = [vec![sealed], before.secrets.clone()].concat();
            let row = WebhookRow { secrets, ..before.clone() };
            connected.operator.put_webhook(change, found, row, WebhookChange::Rotate).await?;
            self.about.show_webhook(Some(&before.url), Some(&secret), "has a further secret")?;
            output::note(&format!(
                "next, once the partner knows it: hubward partner webhook retire {}",
                before.partner
            ));
            Ok(())
        })
    }

    fn retire(&self) -> Result<()> {
        self.with_webhook(async |connected, change, found, before| {
            let [newest, _, ..] = before.secrets.as_slice() else {
                bail!("the webhook of {} has one secret alone", before.partner)
            };
            let row = WebhookRow { secrets: vec![newest.clone()], ..before.clone() };
            connected.operator.put_webhook(change, found, row, WebhookChange::Retire).await?;
            self.about.show_webhook(Some(&before.url), None, "has its newest secret alone")
        })
    }

    fn enable(&self) -> Result<()> {
        self.with_webhook(async |connected, change, found, before| {
            if before.disabled_at.is_none() {
                bail!("the webhook of {} is not disabled", before.partner);
            }
            let row = WebhookRow { disabled_at: None, ..before.clone() };
            connected.operator.put_webhook(change, found, row, WebhookChange::Enable).await?;
            self.about.show_webhook(Some(&before.url), None, "is told again from now on")
        })
    }

    fn remove(&self) -> Result<()> {
        self.with_webhook(async |connected, change, found, _| {
            connected.operator.remove_webhook(change, found).await?;
            self.about.show_webhook(None, None, "is told nothing more")
        })
    }

    /// Runs `work` with the webhook that the partner has.
    fn with_webhook(
        &self,
        work: impl AsyncFnOnce(
            &Connected,
            store::PartnerChange<'_>,
            &PartnerFound,
            &WebhookRow,
        ) -> Result<()>,
    ) -> Result<()> {
        self.about.with(async |connected, change| {
            let found = self.about.found(connected).await?;
            match &found.webhook {
                Some(before) => work(connected, change, &found, before).await,
                None => bail!(
                    "{0} has no webhook; to set one: hubward partner webhook set {0} URL",
                    found.partner.id
                ),
            }
        })
    }
}

/// A new secret for the webhook of a partner: sealed, and as it is.
async fn new_secret(
    connected: &Connected,
    found: &PartnerFound,
) -> Result<(Vec<u8>, WebhookSecret)> {
    let bits = [SystemNature.random(), SystemNature.random()].concat();
    debug_assert_eq!(bits.len(), SECRET_BYTES);
    let secret = WebhookSecret::new(bits);
    let keys = connected.key_source(KeyName::Webhooks)?;
    let sealed = connected.operator.seal_webhook_secret(keys, &found.partner.id, &secret).await?;
    Ok((sealed, secret))
}

impl About {
    /// Shows a webhook after a change, with the secret that was made.
    fn show_webhook(
        &self,
        url: Option<&WebhookUrl>,
        secret: Option<&WebhookSecret>,
        done: &str,
    ) -> Result<()> {
        let partner = self.partner.as_str();
        if self.json {
            let (url, secret) = (url.map(WebhookUrl::as_str), secret.map(secret_as_text));
            return output::json(&Changed { partner, url, secret });
        }
        if let Some(secret) = secret {
            output::line(&secret_as_text(secret))?;
            output::note(
                "This is the secret of the webhook. It is not shown again: give it to the partner by a \
                 safe way.",
            );
        }
        output::note(&format!("{partner}: the webhook {done}"));
        Ok(())
    }
}
