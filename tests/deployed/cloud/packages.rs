//! The packages: the very programs that `make package` built, with the issuer's root beside those
//! that are shipped.

use std::path::Path;
use std::process::Command;

use e2e::project;

/// Makes the packages anew, with these roots and rulebooks.
pub(crate) fn make(folder: &Path, roots: &Path, localities: &Path) {
    let built = e2e::binaries().with_file_name("lambda");
    assert!(built.is_dir(), "{} is missing: run `make package`", built.display());
    let output = Command::new("python3")
        .arg(project().join("infra/package.py"))
        .arg("--built")
        .arg(built)
        .arg("--postcodes")
        .arg(e2e::stack::postcodes())
        .arg("--roots")
        .arg(roots)
        .arg("--localities")
        .arg(localities)
        .arg("--out")
        .arg(folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{said}");
}
