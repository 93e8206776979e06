//! The inbox: JSON API and pages for hub workers

fn main() {}
