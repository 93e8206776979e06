//! The root certificates that every client of a process trusts, read once and shared.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::RootCertStore;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;

/// Root certificates, each of which can be used.
#[derive(Debug, Clone)]
pub struct Roots {
    certificates: Vec<CertificateDer<'static>>,
    store: Arc<RootCertStore>,
}

/// A reason why there are no root certificates.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RootsError {
    /// The file cannot be read, or is not PEM.
    #[error("the trust store {path} cannot be read: {source}")]
    Unreadable {
        /// The path of the file.
        path: PathBuf,
        /// The reason.
        source: rustls_pki_types::pem::Error,
    },
    /// A certificate of the file cannot be used, and a trust store is used whole or not at all.
    #[error("certificate {position} of the trust store {path} cannot be used: {source}")]
    Unusable {
        /// The path of the file.
        path: PathBuf,
        /// The position of the certificate in the file, from 1.
        position: usize,
        /// The reason.
        source: rustls::Error,
    },
    /// The file has no certificate.
    #[error("the trust store {0} holds no certificate")]
    Empty(PathBuf),
}

impl Roots {
    /// The certificates of a PEM file, all of which must be usable.
    pub fn read(path: &Path) -> Result<Self, RootsError> {
        let unreadable = |source| RootsError::Unreadable { path: path.to_owned(), source };
        let certificates = CertificateDer::pem_file_iter(path)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(unreadable)?;
        if certificates.is_empty() {
            return Err(RootsError::Empty(path.to_owned()));
        }
        let mut store = RootCertStore::empty();
        for (at, certificate) in certificates.iter().enumerate() {
            store.add(certificate.clone()).map_err(|source| RootsError::Unusable {
                path: path.to_owned(),
                position: at + 1,
                source,
            })?;
        }
        Ok(Self { certificates, store: Arc::new(store) })
    }

    /// The system's certificates, without those that cannot be used. Where it has none, no https
    /// endpoint is trusted; plain endpoints on one machine need none.
    pub fn of_system() -> Self {
        let mut certificates = rustls_native_certs::load_native_certs().certs;
        let mut store = RootCertStore::empty();
        certificates.retain(|certificate| store.add(certificate.clone()).is_ok());
        Self { certificates, store: Arc::new(store) }
    }

    /// The certificates, as rustls wants them.
    pub fn store(&self) -> Arc<RootCertStore> {
        Arc::clone(&self.store)
    }

    /// The certificates, each in its DER form.
    pub fn certificates(&self) -> &[CertificateDer<'static>] {
        &self.certificates
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn packaged() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../infra/roots.pem")
    }

    #[test]
    fn every_certificate_of_the_packages_can_be_used() {
        let text = fs::read_to_string(packaged()).unwrap();
        let roots = Roots::read(&packaged()).unwrap();
        assert_eq!(roots.store().len(), text.matches("BEGIN CERTIFICATE").count());
        for name in ["Amazon Root CA 1", "DigiCert Global Root G2"] {
            assert!(text.contains(&format!("# {name} (")), "{name}");
        }
    }

    #[test]
    fn a_trust_store_that_is_not_whole_names_its_fault() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("roots.pem");
        let message = |text: &str| {
            fs::write(&path, text).unwrap();
            Roots::read(&path).unwrap_err().to_string()
        };
        assert!(message("# nothing").ends_with("roots.pem holds no certificate"));
        let whole = fs::read_to_string(packaged()).unwrap();
        let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        let at = whole.matches("BEGIN CERTIFICATE").count() + 1;
        let said = message(&format!("{whole}{broken}"));
        assert!(said.starts_with(&format!("certificate {at} of the trust store")), "{said}");
        assert!(message("-----BEGIN CERTIFICATE-----\nAAAA").contains("cannot be read"));
        assert!(Roots::read(Path::new("/nowhere/roots.pem")).is_err());
    }
}
