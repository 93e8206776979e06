//! The function itself, and the world that its pages need.

use std::collections::BTreeSet;

use identity::{Groups, Provider};
use lambda_kit::http::{Problem, Request};
use notices::{Notify, Ready};
use pipeline::ports::{ClientSecrets, Keyed, Nature as _, NoticeSecrets, Template};
use pipeline::{Accepting, Drafting, Linking, Noticing, Placing};

/// The path of every page here.
pub(crate) const HOME: &str = "/refer/professional";
/// The largest form that is read, in bytes: every text of a page, in any script.
const MOST_BYTES: usize = 768 * 1024;

/// A world that the pages need.
pub(crate) trait Serving:
    Accepting + Noticing + Placing + Drafting + Linking + Keyed<Vault: ClientSecrets + NoticeSecrets>
{
    /// The day that it is.
    fn today(&self) -> jiff::civil::Date {
        filling::day(self.nature().now())
    }
}

impl<W> Serving for W where
    W: Accepting
        + Noticing
        + Placing
        + Drafting
        + Linking
        + Keyed<Vault: ClientSecrets + NoticeSecrets>
{
}

/// The parts that the routes work with.
pub(crate) struct App<W> {
    pub(crate) world: W,
    /// The provider at which professionals sign in.
    pub(crate) provider: Provider,
    /// The organisations whose people send referrals, and how those are known.
    pub(crate) groups: Groups,
    /// The service that sends links to sign in with, if it has a text for them.
    pub(crate) notify: Option<Notify>,
    /// The texts that the deployment can send to somebody who has sent a referral.
    pub(crate) texts: BTreeSet<Template>,
    /// The address of the first page, as it stands in a link.
    pub(crate) url: String,
}

impl<W: Serving> App<W> {
    /// The service that sends links, where it can: its key was put in, and there is an organisation whose
    /// people can be sent one. Without it nobody is offered to sign in by e-mail.
    pub(crate) fn notices(&self) -> Option<Ready<'_>> {
        let notify = self.notify.as_ref().filter(|_| self.groups.knows_addresses())?;
        let secrets = self.world.vault().notice_secrets().ok()?;
        notify.ready(secrets.first()?, self.world.nature().now()).ok()
    }
}

/// The fields of a form that one of our own pages sent.
pub(crate) fn fields(request: &Request) -> Result<Vec<(String, String)>, Problem> {
    request.require_same_origin()?;
    request.require_content_type("application/x-www-form-urlencoded")?;
    request.limit_body(MOST_BYTES)?;
    Ok(request.form())
}

/// A random value in hexadecimal, of 128 bits.
pub(crate) fn random<W: Serving>(world: &W) -> String {
    format!("{:032x}", u128::from_be_bytes(world.nature().random()))
}
