//! A small HTTP client for requests to other people's services, bounded in time and size: the issuer at
//! which people sign in, and the service that sends notices. There is no other, AWS's own aside.

use std::{sync::Arc, time::Duration};

pub use http::StatusCode;
use http::{Request, Uri};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use roots::Roots;
use rustls::{ClientConfig, crypto::ring};

/// The longest that an exchange may take.
const TIME: Duration = Duration::from_secs(3);
/// The longest that opening a connection may take.
const CONNECT_TIME: Duration = Duration::from_secs(2);
/// The most bytes of an answer that are read.
const SIZE: usize = 256 * 1024;

/// A reason why there is no client for an address.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NotAnAddress {
    /// The URL cannot be read.
    #[error("{0} is not a URL")]
    NotAUrl(String),
    /// The URL is not https. Keys and secrets travel over TLS, except to this machine itself.
    #[error("{0} must be https (http is for this machine's own addresses only)")]
    NotHttps(String),
    /// There is no TLS with the algorithms that are linked.
    #[error("TLS cannot be set up")]
    Tls(#[source] rustls::Error),
}

/// A client for one URL.
#[derive(Clone, Debug)]
pub struct Fetcher {
    uri: Uri,
    client: Transport,
}

/// The transport of a client. Plain HTTP needs no certificates, so it works where there are none.
#[derive(Clone, Debug)]
enum Transport {
    Plain(Client<HttpConnector, Full<Bytes>>),
    Tls(Client<HttpsConnector<HttpConnector>, Full<Bytes>>),
}

impl Fetcher {
    /// Makes a client for `url`: https to a server that `roots` vouch for, or http to this machine
    /// itself.
    pub fn new(url: &str, roots: &Roots) -> Result<Self, NotAnAddress> {
        let uri: Uri = url.parse().map_err(|_| NotAnAddress::NotAUrl(url.to_owned()))?;
        let mut connector = HttpConnector::new();
        connector.set_connect_timeout(Some(CONNECT_TIME));
        connector.enforce_http(false);
        let pool = Client::builder(TokioExecutor::new());
        let client = match uri.scheme_str() {
            Some("https") => {
                let config =
                    ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
                        .with_safe_default_protocol_versions()
                        .map_err(NotAnAddress::Tls)?
                        .with_root_certificates(roots.store())
                        .with_no_client_auth();
                let tls = HttpsConnectorBuilder::new()
                    .with_tls_config(config)
                    .https_only()
                    .enable_http1()
                    .wrap_connector(connector);
                Transport::Tls(pool.build(tls))
            }
            Some("http") if is_this_machine(&uri) => Transport::Plain(pool.build(connector)),
            Some("http") => return Err(NotAnAddress::NotHttps(url.to_owned())),
            _ => return Err(NotAnAddress::NotAUrl(url.to_owned())),
        };
        Ok(Self { uri, client })
    }

    /// The body of a GET request that was answered 200.
    pub async fn get(&self) -> Result<Vec<u8>, &'static str> {
        let request = Request::get(&self.uri).header(http::header::ACCEPT, "application/json");
        match self.send(request.body(Full::default())).await? {
            (StatusCode::OK, body) => Ok(body),
            _ => Err("the answer was not 200"),
        }
    }

    /// The status and body of the answer to a form, sent with this `Authorization` if there is one.
    pub async fn post_form(
        &self,
        form: String,
        authorization: Option<&str>,
    ) -> Result<(StatusCode, Vec<u8>), &'static str> {
        let mut request = Request::post(&self.uri)
            .header(http::header::ACCEPT, "application/json")
            .header(http::header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(authorization) = authorization {
            request = request.header(http::header::AUTHORIZATION, authorization);
        }
        self.send(request.body(Full::from(form))).await
    }

    /// The status and body of the answer to JSON, sent with this `Authorization`.
    pub async fn post_json(
        &self,
        json: Vec<u8>,
        authorization: &str,
    ) -> Result<(StatusCode, Vec<u8>), &'static str> {
        let request = Request::post(&self.uri)
            .header(http::header::ACCEPT, "application/json")
            .header(http::header::CONTENT_TYPE, "application/json")
            .header(http::header::AUTHORIZATION, authorization);
        self.send(request.body(Full::from(json))).await
    }

    /// The status and body of the answer to a GET request with this query, sent with this `Authorization`.
    pub async fn get_with(
        &self,
        query: &str,
        authorization: &str,
    ) -> Result<(StatusCode, Vec<u8>), &'static str> {
        let request = Request::get(format!("{}?{query}", self.uri))
            .header(http::header::ACCEPT, "application/json")
            .header(http::header::AUTHORIZATION, authorization);
        self.send(request.body(Full::default())).await
    }

    async fn send(
        &self,
        request: http::Result<Request<Full<Bytes>>>,
    ) -> Result<(StatusCode, Vec<u8>), &'static str> {
        let request = request.map_err(|_| "the request cannot be made")?;
        tokio::time::timeout(TIME, self.exchange(request)).await.map_err(|_| "it took too long")?
    }

    async fn exchange(
        &self,
        request: Request<Full<Bytes>>,
    ) -> Result<(StatusCode, Vec<u8>), &'static str> {
        let response = match &self.client {
            Transport::Plain(client) => client.request(request).await,
            Transport::Tls(client) => client.request(request).await,
        };
        let (parts, body) = response.map_err(|_| "no connection")?.into_parts();
        let body = Limited::new(body, SIZE).collect().await;
        let body = body.map_err(|_| "the answer broke off or is too large")?;
        Ok((parts.status, body.to_bytes().to_vec()))
    }
}

fn is_this_machine(uri: &Uri) -> bool {
    matches!(uri.host(), Some("localhost" | "127.0.0.1" | "[::1]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fetcher(url: &str) -> Result<Fetcher, NotAnAddress> {
        Fetcher::new(url, &Roots::of_system())
    }

    #[test]
    fn http_is_for_this_machine_only() {
        assert!(fetcher("http://127.0.0.1:8080/jwks.json").is_ok());
        assert!(fetcher("http://localhost:8080/jwks.json").is_ok());
        for url in ["http://issuer.example/jwks.json", "http://127.0.0.1.evil.example/"] {
            assert!(matches!(fetcher(url), Err(NotAnAddress::NotHttps(_))), "{url}");
        }
        for url in ["", "jwks.json", "ftp://issuer.example/"] {
            assert!(matches!(fetcher(url), Err(NotAnAddress::NotAUrl(_))), "{url}");
        }
    }
}
