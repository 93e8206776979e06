//! An item as a form of our pages asks for it, and as a form shows it again.

use jiff::civil::Date;
use lambda_kit::http::FieldProblem;
use pipeline::collect::{Contact, LogItem, Logged, NewItem, Onward, ScoreTaken, Task};
use referral::FreeText;

use super::{Asked, problem};

/// A form as somebody filled it in, to be shown again: with its faults, or to correct an item.
#[derive(Default)]
pub(crate) struct Typed {
    /// The kind of item.
    pub(crate) kind: String,
    /// The values by the names of their fields.
    pub(crate) values: Vec<(String, String)>,
    /// The faults of the fields.
    pub(crate) faults: Vec<FieldProblem>,
}

impl Typed {
    /// The value of a field; empty where there is none.
    pub(crate) fn value(&self, name: &str) -> &str {
        let found = self.values.iter().find(|(field, _)| field == name);
        found.map_or("", |(_, value)| value)
    }

    /// The fault of a field, if it has one.
    pub(crate) fn fault(&self, name: &str) -> Option<&str> {
        self.faults.iter().find(|fault| fault.path == name).map(|fault| fault.message.as_str())
    }

    /// Whether an item of this kind has a form on the log that corrects it.
    pub(crate) fn is_corrected_here(said: &Logged) -> bool {
        !matches!(said, Logged::Postcode(_) | Logged::SenderAsked(_) | Logged::Retracted { .. })
    }

    /// The form that corrects an item; `None` where it cannot be read, or was retracted.
    pub(crate) fn correcting(item: &LogItem) -> Option<Self> {
        let (_, said) = item.said.as_ref()?;
        let words = said.words().map(FreeText::as_str).unwrap_or_default();
        let mut values = vec![("replaces", item.id.to_string()), ("words", words.to_owned())];
        match said {
            Logged::Contact(Contact { code, direction, way, with, on, at, words: _ }) => {
                values.extend([
                    ("code", code.to_string()),
                    ("direction", direction.to_string()),
                    ("way", way.to_string()),
                    ("with", with.to_string()),
                    ("at", at.map(|at| at.strftime("%H:%M").to_string()).unwrap_or_default()),
                ]);
                values.extend(parts_of(["on-day", "on-month", "on-year"], *on));
            }
            Logged::Task(Task { due, done, words: _ }) => {
                values.push(("done", if *done { "yes" } else { "" }.to_owned()));
                let names = ["due-day", "due-month", "due-year"];
                values.extend(due.map(|due| parts_of(names, due)).into_iter().flatten());
            }
            Logged::Onward(Onward { need, partner, agreement, answer, words: _ }) => {
                values.extend([
                    ("need", need.to_string()),
                    ("partner", partner.as_str().to_owned()),
                    ("agreement", agreement.to_string()),
                    ("answer", answer.to_string()),
                ]);
            }
            Logged::Score(ScoreTaken { score, on, words: _ }) => {
                values.extend([
                    ("scale", score.scale.as_str().to_owned()),
                    ("score", score.value.to_string()),
                    ("point", score.at.to_string()),
                ]);
                values.extend(parts_of(["on-day", "on-month", "on-year"], *on));
            }
            Logged::Note { .. } => {}
            // These are corrected where the hub is found, or not at all.
            Logged::Postcode(_) | Logged::SenderAsked(_) | Logged::Retracted { .. } => return None,
        }
        let values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Some(Self { kind: said.kind().to_owned(), values, faults: Vec::new() })
    }
}

/// The three parts of a day, as a form has them.
pub(crate) fn parts_of(names: [&'static str; 3], day: Date) -> [(&'static str, String); 3] {
    let [d, m, y] = names;
    [(d, day.day().to_string()), (m, day.month().to_string()), (y, day.year().to_string())]
}

/// The item that a form of this kind asks for, or the form as it was filled in, with its faults.
pub(crate) fn from_form(kind: &str, form: &[(String, String)]) -> Result<NewItem, Typed> {
    let given = |name: &str| {
        let found = form.iter().find(|(field, _)| field == name).map(|(_, value)| value.trim());
        found.filter(|value| !value.is_empty()).map(str::to_owned)
    };
    let mut faults = Vec::new();
    let mut day = |name: &str| {
        let [day, month, year] = ["day", "month", "year"]
            .map(|part| given(&format!("{name}-{part}")).unwrap_or_default());
        match formats::form::day(&day, &month, &year) {
            Ok(day) => day.map(|day| day.to_string()),
            Err(fault) => {
                faults.push(problem(name, fault.code, &fault.message));
                None
            }
        }
    };
    let (on, due) = (day("on"), day("due"));
    let score = given("score").and_then(|score| {
        let message = "A score is a whole number from 0 to 10.";
        let fault = |_| faults.push(problem("score", "score_range", message));
        score.parse().map_err(fault).ok()
    });
    let asked = Asked {
        kind: Some(kind.to_owned()),
        code: given("code"),
        direction: given("direction"),
        way: given("way"),
        with: given("with"),
        on,
        at: given("at"),
        words: given("words"),
        due,
        done: given("done").map(|_| true),
        need: given("need"),
        partner: given("partner"),
        agreement: given("agreement"),
        answer: given("answer"),
        postcode: given("postcode"),
        about: given("about"),
        scale: given("scale"),
        score,
        point: given("point"),
        replaces: given("replaces"),
    };
    let read = asked.item();
    if let (Ok(item), true) = (&read, faults.is_empty()) {
        return Ok(item.clone());
    }
    // What was not read is not missing.
    let told = read.err().unwrap_or_default();
    let known: Vec<String> = faults.iter().map(|fault| fault.path.clone()).collect();
    faults.extend(told.into_iter().filter(|fault| !known.contains(&fault.path)));
    Err(Typed { kind: kind.to_owned(), values: form.to_vec(), faults })
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use pipeline::rows::Actor;
    use referral::LogId;

    use super::*;

    fn form(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    const CONTACT: [(&str, &str); 10] = [
        ("code", "message_left_safe"),
        ("direction", "to_family"),
        ("way", "voicemail"),
        ("with", "parent"),
        ("on-day", "3"),
        ("on-month", "nov"),
        ("on-year", "2026"),
        ("at", "14:30"),
        ("words", "Asked her to call.\r\nSaid nothing else."),
        ("replaces", ""),
    ];

    #[test]
    fn a_form_is_read_and_shown_again_to_be_corrected() {
        let item = from_form("contact", &form(&CONTACT)).ok().unwrap();
        let by = Actor::person("https://issuer.example", "ada", "hub").id;
        let id = LogId::from_random([1; 16]);
        let said = Some((by, item.said.clone()));
        let shown = LogItem { id, written_at: Timestamp::UNIX_EPOCH, said };
        let typed = Typed::correcting(&shown).unwrap();
        assert_eq!((typed.value("on-month"), typed.value("at")), ("11", "14:30"));
        let again = from_form(&typed.kind, &typed.values).ok().unwrap();
        assert_eq!((again.said, again.replaces), (item.said, Some(id)));
    }

    #[test]
    fn a_form_with_faults_keeps_what_was_typed() {
        let typed = from_form("task", &form(&[("words", " "), ("due-day", "3")])).err().unwrap();
        assert_eq!(typed.value("due-day"), "3");
        let paths: Vec<_> = typed.faults.iter().map(|fault| fault.path.as_str()).collect();
        assert_eq!(paths, ["due", "words"]);
        let typed = from_form("contact", &form(&[("on-day", "45")])).err().unwrap();
        assert_eq!(typed.faults.iter().filter(|fault| fault.path == "on").count(), 1);
    }
}
