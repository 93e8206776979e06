//! SQS to place, match and deliver

fn main() {}
