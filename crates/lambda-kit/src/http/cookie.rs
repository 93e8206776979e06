//! Cookies of the one kind that Hubward uses: for this host only, out of reach of scripts.

use std::fmt;

/// A `__Host-` cookie: `Secure`, `HttpOnly`, `SameSite=Strict` unless it is lax, `Path=/`.
#[derive(Clone, PartialEq, Eq)]
pub struct Cookie {
    name: String,
    value: String,
    max_age: Option<u32>,
    same_site: &'static str,
}

impl Cookie {
    /// A cookie named `__Host-<name>` that lasts until the browser is closed.
    /// Characters that may not stand in a cookie's value are left out.
    pub fn host(name: &str, value: &str) -> Self {
        let may_stand = |c: &char| c.is_ascii_graphic() && !matches!(c, '"' | ',' | ';' | '\\');
        Self {
            name: Self::host_name(name),
            value: value.chars().filter(may_stand).collect(),
            max_age: None,
            same_site: "Strict",
        }
    }

    /// The full name under which such a cookie comes back.
    pub fn host_name(name: &str) -> String {
        format!("__Host-{name}")
    }

    /// The cookie with a lifetime of this many seconds.
    #[must_use]
    pub fn max_age(mut self, seconds: u32) -> Self {
        self.max_age = Some(seconds);
        self
    }

    /// The cookie, sent too where a link or a redirect of another site leads here
    /// (`SameSite=Lax`). It must prove nothing by itself.
    #[must_use]
    pub fn lax(self) -> Self {
        Self { same_site: "Lax", ..self }
    }

    /// A cookie that takes away the one of this name.
    pub fn cleared(name: &str) -> Self {
        Self::host(name, "").max_age(0)
    }
}

impl fmt::Display for Cookie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, value, max_age, same_site } = self;
        write!(f, "{name}={value}; Path=/; Secure; HttpOnly; SameSite={same_site}")?;
        max_age.map_or(Ok(()), |seconds| write!(f, "; Max-Age={seconds}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_bound_to_its_host_and_cannot_add_attributes() {
        let cookie = Cookie::host("session", "a; Domain=evil.example").max_age(60);
        assert_eq!(
            cookie.to_string(),
            "__Host-session=aDomain=evil.example; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=60"
        );
    }
}
