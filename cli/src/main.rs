//! hubward: the operator and rule-owner tool

fn main() {}
