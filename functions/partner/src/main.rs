//! The API for schools, health and police

fn main() {}
