//! A function's settings, read once from the environment, with every fault named at once.

use std::{collections::BTreeMap, fmt, str::FromStr};

/// The variables of a process, and the faults found in them so far.
///
/// Ask for each with [`required`](Self::required), [`parsed`](Self::parsed) or
/// [`optional`](Self::optional), then trade the settings made of them for a
/// `Result` with [`finish`](Self::finish).
#[derive(Debug)]
pub struct Variables {
    values: BTreeMap<String, String>,
    faults: SettingsError,
}

impl Variables {
    /// The variables of this process. Those that are not Unicode count as not set.
    pub fn of_process() -> Self {
        Self::of(std::env::vars_os().filter_map(|(name, value)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        }))
    }

    /// Takes variables from elsewhere, by name and value.
    pub fn of(values: impl IntoIterator<Item = (String, String)>) -> Self {
        Self { values: values.into_iter().collect(), faults: SettingsError::default() }
    }

    /// A variable that must be set. An empty one counts as missing.
    /// When it is missing, the answer is empty and [`finish`](Self::finish) will fail.
    pub fn required(&mut self, name: &'static str) -> String {
        if let Some(value) = self.optional(name) {
            value
        } else {
            self.faults.missing.push(name);
            String::new()
        }
    }

    /// A variable that must be set and readable as `T`.
    pub fn parsed<T: FromStr + Default>(&mut self, name: &'static str) -> T {
        match self.optional(name) {
            None => self.faults.missing.push(name),
            Some(value) => match value.trim().parse() {
                Ok(parsed) => return parsed,
                Err(_) => self.faults.unusable.push(name),
            },
        }
        T::default()
    }

    /// A variable that may be set. An empty one counts as not set.
    pub fn optional(&self, name: &str) -> Option<String> {
        self.values.get(name).filter(|value| !value.trim().is_empty()).cloned()
    }

    /// The settings, unless a variable was missing or unusable.
    pub fn finish<T>(self, settings: T) -> Result<T, SettingsError> {
        if self.faults == SettingsError::default() { Ok(settings) } else { Err(self.faults) }
    }
}

/// The names of all variables that are missing or cannot be used, never their values.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct SettingsError {
    missing: Vec<&'static str>,
    unusable: Vec<&'static str>,
}

impl fmt::Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = |names: &[&str], what: &str| {
            (!names.is_empty()).then(|| format!("{what}: {}", names.join(", ")))
        };
        let parts = [
            part(&self.missing, "environment variables not set"),
            part(&self.unusable, "environment variables that cannot be used"),
        ];
        f.write_str(&parts.into_iter().flatten().collect::<Vec<_>>().join("; "))
    }
}

impl std::error::Error for SettingsError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(pairs: &[(&str, &str)]) -> Variables {
        Variables::of(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    #[test]
    fn every_fault_is_named_at_once_and_no_value_is_shown() {
        let mut given = variables(&[("LIMIT", "many"), ("EMPTY", "  ")]);
        let (_a, _b) = (given.required("TABLE"), given.required("EMPTY"));
        let _limit: u32 = given.parsed("LIMIT");
        let error = given.finish(()).unwrap_err().to_string();
        assert_eq!(
            error,
            "environment variables not set: TABLE, EMPTY; environment variables that cannot be used: LIMIT"
        );
    }

    #[test]
    fn complete_settings_are_handed_over() {
        let mut given = variables(&[("TABLE", "referrals"), ("LIMIT", " 5 ")]);
        let settings = (given.required("TABLE"), given.parsed::<u32>("LIMIT"));
        assert_eq!(given.optional("NOT_SET"), None);
        assert_eq!(given.finish(settings), Ok(("referrals".to_owned(), 5)));
    }
}
