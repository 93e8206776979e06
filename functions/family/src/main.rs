//! The family pages: ask for help without an account

fn main() {}
