//! A summary in the words of a row: the people in short, and how old the children are.

use jiff::civil::Date;
use referral::{Birth, PersonName};

use super::{Summary, SummaryChild};

impl Summary {
    /// The people of the row, in short: `Amina O., 6`. Where a referral is protected it names nobody.
    pub fn people(&self, today: Date) -> Vec<String> {
        if self.protected {
            let hidden = match self.children.len() {
                0 => "Name hidden".to_owned(),
                1 => "Name hidden, 1 child".to_owned(),
                many => format!("Names hidden, {many} children"),
            };
            return vec![hidden];
        }
        if !self.children.is_empty() {
            return self.children.iter().map(|child| child.words(today)).collect();
        }
        match self.adults.first() {
            Some(adult) => vec![format!("{}, adult", short(adult))],
            None => vec!["Nobody was named".to_owned()],
        }
    }
}

impl SummaryChild {
    fn words(&self, today: Date) -> String {
        let name = self.name.as_ref().map(short);
        let age = match self.birth {
            Birth::Born(day) => years(day.age_on(today)),
            Birth::About(about) => format!("about {}", about.age_on(today)),
            Birth::Due(due) => format!("due {}", due.day().strftime("%B %Y")),
            Birth::NotKnown => "age not known".to_owned(),
        };
        let nobody = if matches!(self.birth, Birth::Due(_)) { "Baby" } else { "Child" };
        format!("{}, {age}", name.as_deref().unwrap_or(nobody))
    }
}

fn years(age: i16) -> String {
    if age == 0 { "under 1".to_owned() } else { age.to_string() }
}

/// A name in short: the given name and the initial of the family name, or the one part that there is.
/// An initial has a full stop where its script has small letters, as only there one writes it so.
fn short(name: &PersonName) -> String {
    let called = name.given.as_ref().or(name.known_as.as_ref()).map(|part| part.expose().as_str());
    let family = name.family.as_ref().map(|part| part.expose().as_str());
    match (called, family) {
        (Some(called), Some(family)) => match family.chars().find(|c| c.is_alphanumeric()) {
            Some(letter) if letter.is_lowercase() || letter.is_uppercase() => {
                format!("{called} {}.", letter.to_uppercase())
            }
            Some(letter) => format!("{called} {letter}"),
            None => called.to_owned(),
        },
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::tests::{child, summary};
    use super::*;

    const TODAY: Date = date(2026, 11, 29);

    fn people(children: Vec<SummaryChild>) -> String {
        summary(children).people(TODAY).join("; ")
    }

    #[test]
    fn a_row_names_children_by_given_name_and_initial() {
        assert_eq!(people(vec![child("Amina", "Okafor", "2020-05-06")]), "Amina O., 6");
        let two = vec![child("Siân", "o'Neill", "2026-01-02"), child("Cher", "", "about 2019")];
        assert_eq!(people(two), "Siân O., under 1; Cher, about 7");
        assert_eq!(people(vec![child("", "Okafor", "")]), "Okafor, age not known");
    }

    #[test]
    fn initials_of_every_script_are_letters_of_it() {
        assert_eq!(people(vec![child("محمد", "علي", "2020-05-06")]), "محمد ع, 6");
        assert_eq!(people(vec![child("娜", "李", "2020-05-06")]), "娜 李, 6");
        assert_eq!(people(vec![child("प्रिया", "शर्मा", "2020-05-06")]), "प्रिया श, 6");
        assert_eq!(people(vec![child("Олена", "шевченко", "2020-05-06")]), "Олена Ш., 6");
    }

    #[test]
    fn babies_not_born_yet_and_children_without_a_name_are_said_to_be_so() {
        assert_eq!(people(vec![child("", "", "due 2027-03-01")]), "Baby, due March 2027");
        assert_eq!(people(vec![child("", "", "2020-05-06")]), "Child, 6");
        assert_eq!(people(Vec::new()), "Ngozi O., adult");
        assert_eq!(Summary::default().people(TODAY), ["Nobody was named"]);
    }

    #[test]
    fn a_protected_row_names_nobody_and_tells_no_age() {
        let mut hidden = summary(vec![child("Amina", "Okafor", "2020-05-06")]);
        hidden.protected = true;
        assert_eq!(hidden.people(TODAY), ["Name hidden, 1 child"]);
        hidden.children.push(child("Tobi", "Okafor", "2016-05-06"));
        assert_eq!(hidden.people(TODAY), ["Names hidden, 2 children"]);
        hidden.children.clear();
        assert_eq!(hidden.people(TODAY), ["Name hidden"]);
    }
}
