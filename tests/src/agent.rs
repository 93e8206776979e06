//! The HTTP client of a stack: no redirect is followed, and no connection is kept.

use ureq::Agent;

use crate::wait::STANDSTILL;

/// The HTTP client of a stack.
#[derive(Debug)]
pub(crate) struct Http(pub(crate) Agent);

impl Http {
    pub(crate) fn new() -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            // A stack that was killed leaves no usable connection.
            .max_idle_connections(0)
            .proxy(None)
            // The front answers in the end, even where a function does not.
            .timeout_global(Some(STANDSTILL))
            .build();
        Self(config.into())
    }
}
