//! The places in a message from which the fields of a referral come, so that an error or a warning
//! names what the sender sent.

/// The path in the message of each field of the referral that came from one.
#[derive(Debug, Default)]
pub struct Sources(Vec<(String, String)>);

impl Sources {
    /// Notes the place from which a field comes.
    pub(super) fn note(&mut self, field: impl Into<String>, place: &str) {
        self.0.push((field.into(), place.to_owned()));
    }

    /// The place in the message of a field of the referral: its own, or that of the nearest thing that
    /// it is part of, or else the whole message.
    pub fn of(&self, field: &str) -> String {
        let covers = |outer: &str| {
            field
                .strip_prefix(outer)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        let nearest = self.0.iter().filter(|(outer, _)| covers(outer));
        let nearest = nearest.max_by_key(|(outer, _)| outer.len());
        nearest.map_or_else(|| "Bundle".to_owned(), |(_, place)| place.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_found_by_the_nearest_thing_that_it_is_part_of() {
        let mut sources = Sources::default();
        sources.note("children[1]", "Bundle.entry[2].resource");
        sources.note("children[1].nhs_number", "Bundle.entry[2].resource.identifier.value");
        for (field, place) in [
            ("children[1].nhs_number", "Bundle.entry[2].resource.identifier.value"),
            ("children[1].name.given", "Bundle.entry[2].resource"),
            ("children[10]", "Bundle"),
            ("reason", "Bundle"),
        ] {
            assert_eq!(sources.of(field), place);
        }
    }
}
