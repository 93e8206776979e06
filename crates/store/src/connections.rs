//! The connections to AWS: one pool for all clients of a process, with one reading of the root
//! certificates, and connections opened before anybody waits for them.

use std::time::Duration;

use aws_config::timeout::TimeoutConfig;
use aws_config::{BehaviorVersion, ConfigLoader};
use aws_smithy_http_client::Connector;
use aws_smithy_http_client::tls::{self, TlsContext, TrustStore, rustls_provider::CryptoMode};
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorSettings, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::byte_stream::ByteStream;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use roots::Roots;

/// The longest that opening a connection may take.
const CONNECT_TIME: Duration = Duration::from_secs(2);

/// The path that is asked for to open a connection. AWS's endpoints say there whether they are
/// well, unsigned; the answer, whatever it is, is not looked at.
const HEALTH: &str = "/ping";

/// The pool of connections that every client to AWS shares.
#[derive(Debug, Clone)]
pub(crate) struct Connections(SharedHttpConnector);

impl Connections {
    /// Makes the pool. There is one build for all places: TLS (ring) is always linked, and unused
    /// over a plain endpoint.
    pub(crate) fn new(roots: &Roots) -> Self {
        let settings = HttpConnectorSettings::builder().connect_timeout(CONNECT_TIME).build();
        // The context can be made of any trust store: its builder's error stands for nothing yet.
        let context = TlsContext::builder().with_trust_store(trust_store(roots)).build();
        let connector = Connector::builder()
            .connector_settings(settings)
            .tls_provider(tls::Provider::Rustls(CryptoMode::Ring))
            .tls_context(context.unwrap_or_default())
            .build();
        Self(SharedHttpConnector::new(connector))
    }

    /// The configuration of every client to AWS. Each takes its connections from this pool,
    /// whatever its own time limits are: the SDK's own client would read the certificates again for
    /// every service.
    pub(crate) fn loader(&self) -> ConfigLoader {
        let connector = self.0.clone();
        let timeouts = TimeoutConfig::builder()
            .operation_attempt_timeout(Duration::from_secs(4))
            .operation_timeout(Duration::from_secs(9))
            .build();
        aws_config::defaults(BehaviorVersion::latest())
            .http_client(http_client_fn(move |_, _| connector.clone()))
            .timeout_config(timeouts)
    }

    /// Opens the connection to the endpoint that a URL is of, so that the first request finds it
    /// open. Nothing is signed, so that this needs no right.
    pub(crate) async fn open(&self, url: &str) -> Result<(), &'static str> {
        let origin = origin(url).ok_or("it has no host")?;
        let request = HttpRequest::get(format!("{origin}{HEALTH}"));
        let request = request.map_err(|_| "its URL cannot be used")?;
        let answer = self.0.call(request).await.map_err(|_| "no connection")?;
        // A connection goes back to the pool when its answer was read to the end.
        let body = ByteStream::new(answer.into_body()).collect().await;
        body.map(drop).map_err(|_| "the answer broke off")
    }
}

/// The scheme and host of a URL, and its port if it names one.
fn origin(url: &str) -> Option<&str> {
    let host = url.find("://")? + 3;
    let end = url[host..].find('/').map_or(url.len(), |at| host + at);
    (end > host).then(|| &url[..end])
}

fn trust_store(roots: &Roots) -> TrustStore {
    roots.certificates().iter().fold(TrustStore::empty(), |store, certificate| {
        store.with_pem_certificate(pem(certificate))
    })
}

/// A certificate as PEM, in one line: the SDK takes no other form.
fn pem(der: &[u8]) -> String {
    format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", STANDARD.encode(der))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_what_a_connection_belongs_to() {
        let queue = "https://sqs.eu-west-2.amazonaws.com/123456789012/hubward-prod-urgent";
        assert_eq!(origin(queue), Some("https://sqs.eu-west-2.amazonaws.com"));
        assert_eq!(origin("http://127.0.0.1:4566/a/b"), Some("http://127.0.0.1:4566"));
        assert_eq!(origin("http://127.0.0.1:4566"), Some("http://127.0.0.1:4566"));
        assert_eq!(origin("hubward-prod-urgent"), None);
        assert_eq!(origin("https:///a"), None);
    }
}
