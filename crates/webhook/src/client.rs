//! One request to one webhook. The name is resolved here and its addresses are checked, so that no second
//! look-up can lead elsewhere; nothing is kept open, and no redirect is followed.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use http::{Request, StatusCode, Uri, header};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use jiff::Timestamp;
use pipeline::ports::{Answer, Messenger, WebhookMessage, WebhookSecret};
use pipeline::rows::WebhookUrl;
use roots::Roots;
use rustls::{ClientConfig, crypto::ring};
use rustls_pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, lookup_host};
use tokio_rustls::TlsConnector;

use crate::addresses::Addresses;
use crate::signature::signatures;

/// The longest that a message may take, from the look-up of the name to the status of the answer.
const TIME: Duration = Duration::from_secs(10);
/// The longest that connecting to one of several addresses may take.
const CONNECT_TIME: Duration = Duration::from_secs(3);
/// The most bytes of an answer that are taken in: its status and headers.
const MOST_READ: usize = 16 * 1024;

/// The client of webhooks.
#[derive(Clone)]
pub struct Client {
    tls: TlsConnector,
    addresses: Addresses,
}

impl Client {
    /// A client that trusts these roots, and connects to these addresses alone.
    pub fn new(roots: &Roots, addresses: Addresses) -> Result<Self, rustls::Error> {
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots.store())
            .with_no_client_auth();
        Ok(Self { tls: TlsConnector::from(Arc::new(config)), addresses })
    }

    async fn post(
        &self,
        url: &WebhookUrl,
        request: Request<Full<Bytes>>,
    ) -> Result<StatusCode, &'static str> {
        if !url.is_https() && self.addresses == Addresses::Public {
            return Err("the address is not https");
        }
        let host = request.uri().host().unwrap_or_default().to_owned();
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        let port = request.uri().port_u16().unwrap_or(if url.is_https() { 443 } else { 80 });
        let stream = self.connect(&host, port).await?;
        if !url.is_https() {
            return exchange(stream, request).await;
        }
        let name = ServerName::try_from(host).map_err(|_| "the address names no server")?;
        let stream = self.tls.connect(name, stream).await.map_err(|_| "there was no TLS")?;
        exchange(stream, request).await
    }

    /// A connection to an address of a host, which was checked.
    async fn connect(&self, host: &str, port: u16) -> Result<TcpStream, &'static str> {
        let found = lookup_host((host, port)).await.map_err(|_| "the name was not found")?;
        let allowed: Vec<SocketAddr> =
            found.filter(|address| self.addresses.allow(address.ip())).collect();
        if allowed.is_empty() {
            return Err("the address is not on the internet");
        }
        for address in allowed {
            let connecting = tokio::time::timeout(CONNECT_TIME, TcpStream::connect(address));
            if let Ok(Ok(stream)) = connecting.await {
                return Ok(stream);
            }
        }
        Err("there was no connection")
    }
}

/// Sends the request over a connection, and reads the status of the answer; the connection ends with it.
async fn exchange<S>(stream: S, request: Request<Full<Bytes>>) -> Result<StatusCode, &'static str>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    const BROKEN_OFF: &str = "the answer broke off";
    let handshake = http1::Builder::new()
        .max_buf_size(MOST_READ)
        .handshake::<_, Full<Bytes>>(TokioIo::new(stream))
        .await;
    let (mut sender, connection) = handshake.map_err(|_| BROKEN_OFF)?;
    // The path alone goes over the wire, as to every server that is no proxy.
    let (mut parts, body) = request.into_parts();
    let path = parts.uri.path_and_query().map_or("/", http::uri::PathAndQuery::as_str);
    parts.uri = path.parse().map_err(|_| "the address cannot be used")?;
    let driven = tokio::spawn(connection);
    let answer = sender.send_request(Request::from_parts(parts, body)).await;
    let status = answer.map(|answer| answer.status()).map_err(|_| BROKEN_OFF);
    driven.abort();
    status
}

impl Messenger for Client {
    async fn send(
        &self,
        url: &WebhookUrl,
        message: &WebhookMessage,
        secrets: &[WebhookSecret],
        now: Timestamp,
    ) -> Answer {
        let Some(request) = request(url, message, secrets, now) else {
            return Answer::NotReached("the address cannot be used");
        };
        let posted = tokio::time::timeout(TIME, self.post(url, request)).await;
        match posted.unwrap_or(Err("it took too long")) {
            Ok(status) if status.is_success() => Answer::Taken,
            Ok(StatusCode::GONE) => Answer::Gone,
            Ok(status) => Answer::Refused(status.as_u16()),
            Err(reason) => Answer::NotReached(reason),
        }
    }
}

fn request(
    url: &WebhookUrl,
    message: &WebhookMessage,
    secrets: &[WebhookSecret],
    now: Timestamp,
) -> Option<Request<Full<Bytes>>> {
    let uri: Uri = url.as_str().parse().ok()?;
    let host = uri.authority()?.as_str().to_owned();
    Request::post(uri)
        .header(header::HOST, host)
        .header(header::CONNECTION, "close")
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::USER_AGENT, "Hubward")
        .header("webhook-id", &message.id)
        .header("webhook-timestamp", now.as_second().to_string())
        .header("webhook-signature", signatures(message, secrets, now))
        .body(Full::from(message.body.clone()))
        .ok()
}

#[cfg(test)]
mod tests;
