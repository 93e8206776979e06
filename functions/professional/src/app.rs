//! The function itself, and the world that its pages need.

use identity::{Groups, Provider};
use lambda_kit::http::{Problem, Request};
use pipeline::ports::{ClientSecrets, Keyed, Nature as _};
use pipeline::{Accepting, Drafting, Placing};

/// The path of every page here.
pub(crate) const HOME: &str = "/refer/professional";
/// The largest form that is read, in bytes: every text of a page, in any script.
const MOST_BYTES: usize = 768 * 1024;

/// A world that the pages need.
pub(crate) trait Serving:
    Accepting + Placing + Drafting + Keyed<Vault: ClientSecrets>
{
    /// The day that it is.
    fn today(&self) -> jiff::civil::Date {
        filling::day(self.nature().now())
    }
}

impl<W: Accepting + Placing + Drafting + Keyed<Vault: ClientSecrets>> Serving for W {}

/// The parts that the routes work with.
pub(crate) struct App<W> {
    pub(crate) world: W,
    /// The provider at which professionals sign in.
    pub(crate) provider: Provider,
    /// The groups of the provider whose people send referrals.
    pub(crate) groups: Groups,
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
