//! The place where every host but the stack's own is, for the browsers: no test reaches the internet, and
//! leaving a page leads somewhere that answers.

use std::fs;

use rcgen::{CertificateParams, DnType, KeyPair};

/// A folder with the certificate and the key of that place. The browsers trust whatever they are shown.
pub(crate) fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut params = CertificateParams::new(["elsewhere.test".to_owned()]).unwrap();
    params.distinguished_name.push(DnType::CommonName, "elsewhere.test");
    let key = KeyPair::generate().unwrap();
    let certificate = params.self_signed(&key).unwrap();
    fs::write(folder.path().join("certificate.pem"), certificate.pem()).unwrap();
    fs::write(folder.path().join("key.pem"), key.serialize_pem()).unwrap();
    folder
}
