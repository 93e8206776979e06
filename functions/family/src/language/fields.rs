//! The words of the form's errors, by their codes.

use referral::FieldError;

use super::Language;

impl Language {
    /// The words of an error: those for its code at this question (by the key of the question's
    /// words), else those for its code anywhere, which may name the question. Of either, those for
    /// somebody who asks for a family that is not their own, if that is so and they differ.
    pub(crate) fn error(&self, error: &FieldError, question: &str, for_others: bool) -> String {
        let code = error.code.replace('_', "-");
        let own = |id: &str| {
            let others = if for_others { self.optional(&format!("{id}-for-others")) } else { None };
            others.or_else(|| self.optional(id))
        };
        own(&format!("error-{question}-{code}")).unwrap_or_else(|| {
            let label = own(&format!("{question}-label")).unwrap_or_default();
            self.with(&format!("error-{code}"), &[("question", &label)])
        })
    }
}
