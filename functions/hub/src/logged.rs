//! An item for the log of an entry, as a form or a document asks for it.

mod form;

use jiff::civil::{Date, Time};
use lambda_kit::http::FieldProblem;
use pipeline::collect::{
    Contact, CorrectedPostcode, Logged, NewItem, Onward, ScoreTaken, SenderAsked, Task,
};
use referral::code_list::CodeList;
use referral::{FreeText, Invalid, Line, OutcomeScore, Postcode};
use serde::Deserialize;

pub(crate) use form::{Typed, from_form, parts_of};

/// The kinds of items, each with the fields that it may have.
pub(crate) const KINDS: [(&str, &[&str]); 8] = [
    ("contact", &["code", "direction", "way", "with", "on", "at", "words"]),
    ("note", &["words"]),
    ("task", &["words", "due", "done"]),
    ("onward", &["need", "partner", "agreement", "answer", "words"]),
    ("postcode", &["postcode", "words"]),
    ("sender_asked", &["about", "words"]),
    ("score", &["scale", "score", "point", "on", "words"]),
    ("retracted", &["words"]),
];

/// An item as it is asked for, before its fields are read.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Asked {
    pub(crate) kind: Option<String>,
    code: Option<String>,
    direction: Option<String>,
    way: Option<String>,
    with: Option<String>,
    on: Option<String>,
    at: Option<String>,
    words: Option<String>,
    due: Option<String>,
    done: Option<bool>,
    need: Option<String>,
    partner: Option<String>,
    agreement: Option<String>,
    answer: Option<String>,
    postcode: Option<String>,
    about: Option<String>,
    scale: Option<String>,
    score: Option<i64>,
    point: Option<String>,
    replaces: Option<String>,
}

/// The faults of an item, each with the name of its field.
type Faults = Vec<FieldProblem>;

impl Asked {
    /// The item, or every fault of it.
    pub(crate) fn item(&self) -> Result<NewItem, Faults> {
        let mut faults = Faults::new();
        let replaces = self.replaces.as_deref().map(|id| {
            let fault = |_| problem("replaces", "id_not_recognised", "This is not an id of ours.");
            id.parse().map_err(fault)
        });
        let replaces = keep(replaces.transpose(), &mut faults).flatten();
        let said = match self.kind.as_deref() {
            Some("contact") => self.contact(&mut faults),
            Some("note") => self.required_words(&mut faults).map(|words| Logged::Note { words }),
            Some("task") => self.task(&mut faults),
            Some("onward") => self.onward(&mut faults),
            Some("postcode") => self.postcode(&mut faults),
            Some("sender_asked") => self.sender_asked(&mut faults),
            Some("score") => self.score(&mut faults),
            Some("retracted") => Some(Logged::Retracted { words: self.some_words(&mut faults) }),
            _ => {
                let kinds = KINDS.map(|(kind, _)| kind).join(", ");
                faults.push(problem("kind", "required", &format!("Use one of: {kinds}.")));
                None
            }
        };
        self.refuse_what_does_not_belong(&mut faults);
        match said {
            Some(said) if faults.is_empty() => Ok(NewItem { said, replaces }),
            _ => Err(faults),
        }
    }

    fn contact(&self, faults: &mut Faults) -> Option<Logged> {
        let result = code("code", self.code.as_deref(), "Say what came of it", faults);
        let direction =
            code("direction", self.direction.as_deref(), "Say who got in touch", faults);
        let way = code("way", self.way.as_deref(), "Say how you were in touch", faults);
        let with = code("with", self.with.as_deref(), "Say with whom", faults);
        let on = self.required_day("Enter the day of the contact.", faults);
        let at = self.at.as_deref().map(time);
        let at = keep(at.transpose(), faults).flatten();
        let words = self.some_words(faults);
        Some(Logged::Contact(Contact {
            code: result?,
            direction: direction?,
            way: way?,
            with: with?,
            on: on?,
            at,
            words,
        }))
    }

    fn task(&self, faults: &mut Faults) -> Option<Logged> {
        let words = self.required_words(faults);
        let due = keep(self.due.as_deref().map(|due| day("due", due)).transpose(), faults);
        let done = self.done.unwrap_or_default();
        Some(Logged::Task(Task { words: words?, due: due.flatten(), done }))
    }

    fn onward(&self, faults: &mut Faults) -> Option<Logged> {
        let need = code("need", self.need.as_deref(), "Choose the need that it is for", faults);
        let partner = Line::parse(self.partner.as_deref().unwrap_or_default());
        let partner = partner.map_err(|fault| match fault.code {
            "empty" => problem("partner", "required", "Enter the name of the partner service."),
            _ => of_invalid("partner", &fault),
        });
        let partner = keep(partner, faults);
        let agreed = "Say whether the family agrees that this partner is told of them";
        let agreement = code("agreement", self.agreement.as_deref(), agreed, faults);
        let answer =
            code("answer", self.answer.as_deref(), "Choose the partner’s answer so far", faults);
        let words = self.some_words(faults);
        Some(Logged::Onward(Onward {
            need: need?,
            partner: partner?,
            agreement: agreement?,
            answer: answer?,
            words,
        }))
    }

    /// The authority where the postcode lies is left to the list of postcodes.
    fn postcode(&self, faults: &mut Faults) -> Option<Logged> {
        let postcode = match self.postcode.as_deref() {
            None => Err(problem("postcode", "required", "Enter the postcode.")),
            Some(text) => Postcode::parse(text).map_err(|fault| of_invalid("postcode", &fault)),
        };
        let postcode = keep(postcode, faults);
        let words = self.some_words(faults);
        Some(Logged::Postcode(CorrectedPostcode { postcode: postcode?, authority: None, words }))
    }

    fn sender_asked(&self, faults: &mut Faults) -> Option<Logged> {
        let about = code("about", self.about.as_deref(), "Choose what you asked about", faults);
        let words = self.required_words(faults);
        Some(Logged::SenderAsked(SenderAsked { about: about?, words: words? }))
    }

    fn score(&self, faults: &mut Faults) -> Option<Logged> {
        let scale = Line::parse(self.scale.as_deref().unwrap_or_default());
        let scale = scale.map_err(|fault| match fault.code {
            "empty" => problem("scale", "required", "Enter the name of the scale."),
            _ => of_invalid("scale", &fault),
        });
        let scale = keep(scale, faults);
        let value = match self.score {
            None => Err(problem("score", "required", "Enter the score.")),
            Some(score) => u8::try_from(score).or(Ok(u8::MAX)),
        };
        let value = keep(value, faults);
        let point = code("point", self.point.as_deref(), "Choose when it was taken", faults);
        let on = self.required_day("Enter the day on which it was taken.", faults);
        let words = self.some_words(faults);
        let score = OutcomeScore::new(scale?, value?, point?);
        let score = keep(score.map_err(|fault| of_invalid("score", &fault)), faults);
        Some(Logged::Score(ScoreTaken { score: score?, on: on?, words }))
    }

    fn required_day(&self, question: &str, faults: &mut Faults) -> Option<Date> {
        let on = match self.on.as_deref() {
            None => Err(problem("on", "required", question)),
            Some(on) => day("on", on),
        };
        keep(on, faults)
    }

    fn some_words(&self, faults: &mut Faults) -> Option<FreeText> {
        let words = FreeText::read(self.words.as_deref().unwrap_or_default());
        keep(words.map_err(|fault| of_invalid("words", &fault)), faults).flatten()
    }

    fn required_words(&self, faults: &mut Faults) -> Option<FreeText> {
        let before = faults.len();
        let words = self.some_words(faults);
        if words.is_none() && faults.len() == before {
            faults.push(problem("words", "required", "Write something here."));
        }
        words
    }

    /// A field that the kind does not have is a mistake: what it says would be lost.
    fn refuse_what_does_not_belong(&self, faults: &mut Faults) {
        let Some((_, own)) = KINDS.iter().find(|(kind, _)| self.kind.as_deref() == Some(kind))
        else {
            return;
        };
        let texts = [
            ("code", &self.code),
            ("direction", &self.direction),
            ("way", &self.way),
            ("with", &self.with),
            ("on", &self.on),
            ("at", &self.at),
            ("words", &self.words),
            ("due", &self.due),
            ("need", &self.need),
            ("partner", &self.partner),
            ("agreement", &self.agreement),
            ("answer", &self.answer),
            ("postcode", &self.postcode),
            ("about", &self.about),
            ("scale", &self.scale),
            ("point", &self.point),
        ];
        let given = texts.into_iter().filter(|(_, value)| value.is_some()).map(|(name, _)| name);
        let given = given.chain(self.done.map(|_| "done")).chain(self.score.map(|_| "score"));
        for name in given.filter(|name| !own.contains(name)) {
            faults.push(problem(name, "unexpected", "An item of this kind has no such field."));
        }
    }
}

fn problem(field: &str, code: &str, message: &str) -> FieldProblem {
    FieldProblem::new(field, code, message)
}

fn of_invalid(field: &str, fault: &Invalid) -> FieldProblem {
    problem(field, fault.code, &fault.message)
}

/// The value; a fault is kept with the others.
fn keep<T>(read: Result<T, FieldProblem>, faults: &mut Faults) -> Option<T> {
    read.map_err(|fault| faults.push(fault)).ok()
}

fn code<C: CodeList>(
    field: &str,
    given: Option<&str>,
    question: &str,
    faults: &mut Faults,
) -> Option<C> {
    let read = match given {
        None => Err(problem(field, "required", &format!("{question}."))),
        Some(code) => code.parse().map_err(|fault: Invalid| of_invalid(field, &fault)),
    };
    keep(read, faults)
}

fn day(field: &str, text: &str) -> Result<Date, FieldProblem> {
    let wrong = |_| problem(field, "date_not_read", "Enter a date, such as 2026-11-27.");
    text.parse().map_err(wrong)
}

/// A time of day: `14:30`, `9.30`.
fn time(text: &str) -> Result<Time, FieldProblem> {
    let wrong = || problem("at", "time_not_read", "Enter a time, such as 14:30.");
    let text = text.replace('.', ":");
    let (hour, minute) = text.split_once(':').ok_or_else(wrong)?;
    let number = |part: &str| {
        let is_number = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        part.parse::<i8>().ok().filter(|_| is_number)
    };
    let (hour, minute) = (number(hour).ok_or_else(wrong)?, number(minute).ok_or_else(wrong)?);
    Time::new(hour, minute, 0, 0).map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Result<NewItem, Vec<String>> {
        let asked: Asked = serde_json::from_str(body).unwrap();
        asked.item().map_err(|faults| {
            faults.into_iter().map(|fault| format!("{} {}", fault.path, fault.code)).collect()
        })
    }

    #[test]
    fn a_contact_is_read_and_every_missing_field_told() {
        let item = read(
            r#"{"kind": "contact", "code": "no_answer", "direction": "to_family", "way": "call",
                "with": "nobody", "on": "2026-11-21", "at": "9.05"}"#,
        )
        .unwrap();
        let Logged::Contact(contact) = item.said else { panic!("{:?}", item.said) };
        assert_eq!(
            (contact.on.to_string(), contact.at),
            ("2026-11-21".to_owned(), Some(jiff::civil::time(9, 5, 0, 0)))
        );
        let faults = read(r#"{"kind": "contact", "on": "21 November", "at": "noon"}"#).unwrap_err();
        let all = [
            "code required",
            "direction required",
            "way required",
            "with required",
            "on date_not_read",
            "at time_not_read",
        ];
        assert_eq!(faults, all);
    }

    #[test]
    fn a_score_is_from_0_to_10_on_a_named_scale() {
        let score = |value: &str| {
            read(&format!(
                r#"{{"kind": "score", "scale": "Outcomes Star", "score": {value}, "point": "start",
                    "on": "2026-11-21"}}"#
            ))
        };
        let Logged::Score(taken) = score("10").unwrap().said else { panic!("no score") };
        assert_eq!((taken.score.value, taken.on.to_string()), (10, "2026-11-21".to_owned()));
        for wrong in ["11", "-1", "99999"] {
            assert_eq!(score(wrong).unwrap_err(), ["score score_range"], "{wrong}");
        }
        let faults = read(r#"{"kind": "score"}"#).unwrap_err();
        assert_eq!(faults, ["scale required", "score required", "point required", "on required"]);
    }

    #[test]
    fn a_field_of_another_kind_is_refused() {
        let note = r#"{"kind": "note", "words": "Called", "code": "met", "done": true}"#;
        assert_eq!(read(note).unwrap_err(), ["code unexpected", "done unexpected"]);
        assert_eq!(read(r#"{"kind": "note"}"#).unwrap_err(), ["words required"]);
        assert_eq!(read("{}").unwrap_err(), ["kind required"]);
        assert_eq!(read(r#"{"kind": "task", "words": " "}"#).unwrap_err(), ["words required"]);
    }

    #[test]
    fn an_onward_referral_names_a_need_a_partner_and_the_familys_agreement() {
        let faults = read(r#"{"kind": "onward", "answer": "maybe"}"#).unwrap_err();
        let all = [
            "need required",
            "partner required",
            "agreement required",
            "answer code_not_recognised",
        ];
        assert_eq!(faults, all);
    }
}
