//! A small HTTP client for requests to the issuer, bounded in time and size. There is no other.

use std::{sync::Arc, time::Duration};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use http::{Request, StatusCode, Uri};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use roots::Roots;
use rustls::{ClientConfig, crypto::ring};

use crate::TrustError;

/// The longest that an exchange may take.
const TIME: Duration = Duration::from_secs(3);
/// The longest that opening a connection may take.
const CONNECT_TIME: Duration = Duration::from_secs(2);
/// The most bytes of an answer that are read.
const SIZE: usize = 256 * 1024;

/// A client for one URL of the issuer.
#[derive(Clone, Debug)]
pub(crate) struct Fetcher {
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
    pub(crate) fn new(url: &str, roots: &Roots) -> Result<Self, TrustError> {
        let uri: Uri = url.parse().map_err(|_| TrustError::NotAUrl(url.to_owned()))?;
        let mut connector = HttpConnector::new();
        connector.set_connect_timeout(Some(CONNECT_TIME));
        connector.enforce_http(false);
        let pool = Client::builder(TokioExecutor::new());
        let client = match uri.scheme_str() {
            Some("https") => {
                let config =
                    ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
                        .with_safe_default_protocol_versions()
                        .map_err(TrustError::Tls)?
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
            Some("http") => return Err(TrustError::NotHttps(url.to_owned())),
            _ => return Err(TrustError::NotAUrl(url.to_owned())),
        };
        Ok(Self { uri, client })
    }

    /// The body of a GET request that was answered 200.
    pub(crate) async fn get(&self) -> Result<Vec<u8>, &'static str> {
        let request = Request::get(&self.uri).header(http::header::ACCEPT, "application/json");
        match self.send(request.body(Full::default())).await? {
            (StatusCode::OK, body) => Ok(body),
            _ => Err("the answer was not 200"),
        }
    }

    /// The status and body of the answer to a form, sent with this `Authorization` if there is one.
    pub(crate) async fn post_form(
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

/// Our id and secret at an issuer. It has no `Debug`, because it holds a secret.
#[derive(Clone, Copy)]
pub(crate) struct ClientCredentials<'a> {
    pub(crate) id: &'a str,
    pub(crate) secret: &'a str,
}

impl ClientCredentials<'_> {
    /// The value of `Authorization` by HTTP Basic, each part form-encoded before (RFC 6749, 2.3.1).
    pub(crate) fn in_header(&self) -> String {
        let encoded =
            |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let pair = format!("{}:{}", encoded(self.id), encoded(self.secret));
        format!("Basic {}", STANDARD.encode(pair))
    }
}

fn is_this_machine(uri: &Uri) -> bool {
    matches!(uri.host(), Some("localhost" | "127.0.0.1" | "[::1]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fetcher(url: &str) -> Result<Fetcher, TrustError> {
        Fetcher::new(url, &Roots::of_system())
    }

    #[test]
    fn http_is_for_this_machine_only() {
        assert!(fetcher("http://127.0.0.1:8080/jwks.json").is_ok());
        assert!(fetcher("http://localhost:8080/jwks.json").is_ok());
        for url in ["http://issuer.example/jwks.json", "http://127.0.0.1.evil.example/"] {
            assert!(matches!(fetcher(url), Err(TrustError::NotHttps(_))), "{url}");
        }
        for url in ["", "jwks.json", "ftp://issuer.example/"] {
            assert!(matches!(fetcher(url), Err(TrustError::NotAUrl(_))), "{url}");
        }
    }
}
