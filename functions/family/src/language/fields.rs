//! The words of the form's errors and of its lists, by their codes.

use referral::FieldError;

use super::Language;

impl Language {
    /// The words of an error: those for its code at this question (by the key of the question's
    /// words), else those for its code anywhere, which may name the question.
    pub(crate) fn error(&self, error: &FieldError, question: &str) -> String {
        let code = error.code.replace('_', "-");
        let at_the_question = self.optional(&format!("error-{question}-{code}"));
        at_the_question.unwrap_or_else(|| {
            let label = self.optional(&format!("{question}-label")).unwrap_or_default();
            self.with(&format!("error-{code}"), &[("question", &label)])
        })
    }

    /// The words of a code of a list: `need`, `relationship`, `access` or `way`.
    pub(crate) fn code(&self, list: &str, code: &str) -> String {
        self.text(&format!("{list}-{}", code.replace('_', "-")))
    }
}
