//! End to end: the real stack, spoken to over HTTP
