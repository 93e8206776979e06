//! Who is calling: a bearer token becomes a caller with scopes and hubs
