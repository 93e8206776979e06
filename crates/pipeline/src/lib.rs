//! The use cases (accept, route, collect, sweep) over ports; no AWS in it
