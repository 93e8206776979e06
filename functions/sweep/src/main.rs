//! Every minute: re-queue what was left behind

fn main() {}
