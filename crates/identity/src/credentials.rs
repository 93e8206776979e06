//! Our own id and secret at an issuer, as they are shown to it.

use base64::{Engine as _, engine::general_purpose::STANDARD};

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
