//! The texts, as they are put in at GOV.UK Notify. Of an e-mail: the subject, an empty line, and the message.

use pipeline::ports::Template;

/// The text of a template.
pub fn text(template: Template) -> &'static str {
    match template {
        Template::SignInLink => include_str!("../templates/sign-in-link.txt"),
        Template::FamilyText => include_str!("../templates/family-text.txt"),
        Template::FamilyEmail => include_str!("../templates/family-email.txt"),
        Template::ProfessionalEmail => include_str!("../templates/professional-email.txt"),
    }
}
