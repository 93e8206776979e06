//! TLS before plain servers, as AWS and an issuer have it: a root of our own, a certificate for
//! this machine, and a terminator that passes on what it decrypts.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use tokio_rustls::TlsAcceptor;

/// TLS servers on this machine, which end with this value.
pub(crate) struct Tls {
    runtime: Runtime,
    acceptor: TlsAcceptor,
    opened: Arc<AtomicUsize>,
    /// The root that vouches for them, as PEM.
    pub(crate) root: String,
}

impl Tls {
    pub(crate) fn new() -> Self {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, "Hubward's bench");
        let root = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
        let key = KeyPair::generate().unwrap();
        let own = CertificateParams::new(["localhost".to_owned()]).unwrap();
        let own = own.signed_by(&key, &root).unwrap();
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![own.der().clone()], key)
            .unwrap();
        // AWS's endpoints for tables and queues speak HTTP/1.1.
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Self {
            runtime: Runtime::new().unwrap(),
            acceptor: TlsAcceptor::from(Arc::new(config)),
            opened: Arc::default(),
            root: root.pem(),
        }
    }

    /// The number of connections that were opened so far.
    pub(crate) fn opened(&self) -> usize {
        self.opened.load(Ordering::SeqCst)
    }

    /// The https URL of a plain server, whose URL has no path.
    pub(crate) fn before(&self, plain: &str) -> String {
        let to = plain.strip_prefix("http://").unwrap().to_owned();
        let listener = self.runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (acceptor, opened) = (self.acceptor.clone(), Arc::clone(&self.opened));
        self.runtime.spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                opened.fetch_add(1, Ordering::SeqCst);
                let (acceptor, to) = (acceptor.clone(), to.clone());
                tokio::spawn(async move {
                    stream.set_nodelay(true)?;
                    let mut near = acceptor.accept(stream).await?;
                    let mut far = TcpStream::connect(&to).await?;
                    far.set_nodelay(true)?;
                    copy_bidirectional(&mut near, &mut far).await
                });
            }
        });
        format!("https://localhost:{port}")
    }
}
