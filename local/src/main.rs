//! Hubward on one machine: engines, Lambda host, front door, development sign-in

fn main() {}
