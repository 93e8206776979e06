//! Tests that the domain stays free of AWS and of the network.

use std::process::Command;

#[test]
fn the_domain_crates_know_neither_aws_nor_the_network() {
    let cargo = std::option_env!("CARGO").unwrap_or("cargo");
    for package in ["referral", "locality", "matching", "figures", "pipeline"] {
        let tree = Command::new(cargo)
            .current_dir(e2e::project())
            .args(["tree", "--offline", "--locked", "--prefix", "none", "--edges", "normal,build"])
            .args(["--package", package])
            .output()
            .unwrap();
        let printed = String::from_utf8(tree.stdout).unwrap();
        assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
        let names = printed.lines().filter_map(|line| line.split(' ').next());
        let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
        assert!(names.contains(&package), "{printed}");
        let unwanted = |name: &&&str| {
            ["aws-", "aws_", "lambda_", "lambda-", "hyper", "reqwest", "tokio", "http"]
                .iter()
                .any(|start| name.starts_with(start))
        };
        let found: Vec<_> = names.iter().filter(unwanted).collect();
        assert!(found.is_empty(), "{package} depends on {found:?}");
    }
}
