//! The facts about a family that the command line can give, its place aside.

use clap::Args;
use locality::{Age, ChildFacts, Facts};
use referral::{
    AccessNeed, Invalid, LanguageTag, Need, Needs, OdsCode, ReferrerKind, SendStatus, Urgency, Urn,
};

#[derive(Debug, Args)]
pub(super) struct Family {
    /// A need, by its code; may be repeated.
    #[arg(long, value_name = "CODE")]
    need: Vec<Need>,
    /// A child's age in years, `unborn`, or `22-send`; may be repeated.
    #[arg(long, value_name = "AGE", value_parser = child)]
    child: Vec<ChildFacts>,
    /// The kind of referrer who sends it, by the code.
    #[arg(long, value_name = "CODE", default_value_t = ReferrerKind::Other)]
    source: ReferrerKind,
    /// The urgency, by the code.
    #[arg(long, value_name = "CODE", default_value_t = Urgency::Routine)]
    urgency: Urgency,
    /// The language the family speaks, by its tag.
    #[arg(long, value_name = "TAG", value_parser = |tag: &str| parsed(LanguageTag::parse(tag)))]
    language: Option<LanguageTag>,
    /// An interpreter is needed.
    #[arg(long)]
    interpreter: bool,
    /// An access need, by its code; may be repeated.
    #[arg(long, value_name = "CODE")]
    access: Vec<AccessNeed>,
    /// The school of the children, by its URN.
    #[arg(long, value_name = "URN", value_parser = |urn: &str| parsed(Urn::parse(urn)))]
    school: Option<Urn>,
    /// The GP's practice, by its ODS code.
    #[arg(long, value_name = "ODS", value_parser = |code: &str| parsed(OdsCode::parse(code)))]
    gp: Option<OdsCode>,
}

impl Family {
    /// The facts of a plain family, with everything that was said about this one.
    pub(super) fn said(&self, plain: &Facts) -> Facts {
        let mut children = self.child.clone();
        if let (true, Some(_)) = (children.is_empty(), &self.school) {
            let (age, send) = (Age::NotKnown, SendStatus::NotKnown);
            children.push(ChildFacts { age, send, school: None });
        }
        for child in &mut children {
            child.school.clone_from(&self.school);
        }
        Facts {
            needs: Needs::new(self.need.iter().copied()),
            children,
            referrer: self.source,
            urgency: self.urgency,
            language: self.language.clone(),
            interpreter_needed: self.interpreter,
            access: self.access.clone(),
            gp: self.gp.clone(),
            ..plain.clone()
        }
    }
}

/// A child whose age is typed as text.
fn child(text: &str) -> Result<ChildFacts, String> {
    let (age, send) = match text.strip_suffix("-send") {
        Some(age) => (age, SendStatus::Support),
        None => (text, SendStatus::NotKnown),
    };
    let age = match age {
        "unborn" => Age::Unborn,
        years => Age::Years(years.parse().map_err(|_| "give years, `unborn`, or `22-send`")?),
    };
    Ok(ChildFacts { age, send, school: None })
}

fn parsed<T>(found: Result<T, Invalid>) -> Result<T, String> {
    found.map_err(|fault| fault.message.to_string())
}
