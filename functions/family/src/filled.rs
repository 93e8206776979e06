//! A form as it was filled in: the answers to show again, and the words to show beside them.

use formats::form::questions::MOST_CHILDREN;
use referral::FieldError;

use crate::token;

/// The field that holds the number of children that the page asks about.
const CHILDREN_SHOWN: &str = "children-shown";
/// The button that asks about one more child.
pub(crate) const ADD_CHILD: &str = "add-child";

/// The form's answers, kept in memory for one page.
pub(crate) struct Filled {
    pairs: Vec<(String, String)>,
    errors: Vec<FieldError>,
    notice: Option<String>,
    token: String,
    children: usize,
}

impl Filled {
    /// A form that nobody has filled in yet.
    pub(crate) fn empty(token: String) -> Self {
        Self { pairs: Vec::new(), errors: Vec::new(), notice: None, token, children: 1 }
    }

    /// A form as it was sent. It keeps its token, if that has the shape of ours.
    pub(crate) fn sent(pairs: Vec<(String, String)>, otherwise: impl FnOnce() -> String) -> Self {
        let mut filled = Self { pairs, ..Self::empty(String::new()) };
        let (given, children) = (filled.value(token::FIELD), filled.value(CHILDREN_SHOWN));
        let children: usize = children.parse().unwrap_or(1);
        filled.token = if token::is_ours(given) { given.to_owned() } else { otherwise() };
        let more = usize::from(filled.asks_for_another_child());
        filled.children = children.saturating_add(more).clamp(1, MOST_CHILDREN);
        filled
    }

    /// The same form, with its errors.
    pub(crate) fn with_errors(self, errors: Vec<FieldError>) -> Self {
        Self { errors, ..self }
    }

    /// The same form, with a notice about the whole.
    pub(crate) fn with_notice(self, notice: impl Into<String>) -> Self {
        Self { notice: Some(notice.into()), ..self }
    }

    /// The same form under another token, so that sending it again is a new sending.
    pub(crate) fn with_token(self, token: String) -> Self {
        Self { token, ..self }
    }

    /// The answers to the form's own questions, in the order sent. The token and the buttons are
    /// not answers.
    pub(crate) fn answers(&self) -> impl Iterator<Item = &(String, String)> {
        let not_answers = [token::FIELD, CHILDREN_SHOWN, ADD_CHILD];
        self.pairs.iter().filter(move |(name, _)| !not_answers.contains(&name.as_str()))
    }

    /// Whether the token came with the form, so that sending it again is noticed.
    pub(crate) fn has_its_token(&self) -> bool {
        self.value(token::FIELD) == self.token
    }

    /// Whether the form only asks for room for one more child.
    pub(crate) fn asks_for_another_child(&self) -> bool {
        !self.value(ADD_CHILD).is_empty()
    }

    /// A text field's answer; empty when there is none.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.pairs.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Whether an answer of a field was chosen.
    pub(crate) fn chose(&self, name: &str, answer: &str) -> bool {
        self.pairs.iter().any(|(key, value)| key == name && value == answer)
    }

    /// The error of a field.
    pub(crate) fn error(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|error| error.path == name).map(|error| error.message.as_str())
    }

    /// All errors, in the page's order.
    pub(crate) fn errors(&self) -> &[FieldError] {
        &self.errors
    }

    /// The notice about the whole form.
    pub(crate) fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// The token that the form is sent with.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// The number of children that are asked about.
    pub(crate) fn children(&self) -> usize {
        self.children
    }

    /// The names and values of the hidden fields.
    pub(crate) fn hidden(&self) -> [(&'static str, String); 2] {
        [(token::FIELD, self.token.clone()), (CHILDREN_SHOWN, self.children.to_string())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> Filled {
        let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Filled::sent(pairs.collect(), || "new".to_owned())
    }

    #[test]
    fn a_token_of_our_shape_is_kept_and_any_other_is_replaced() {
        let ours = "0123456789abcdef0123456789abcdef";
        assert_eq!(sent(&[(token::FIELD, ours)]).token(), ours);
        assert!(sent(&[(token::FIELD, ours)]).has_its_token());
        for other in ["", "short", "0123456789ABCDEF0123456789ABCDEF"] {
            assert_eq!(sent(&[(token::FIELD, other)]).token(), "new");
            assert!(!sent(&[(token::FIELD, other)]).has_its_token());
        }
    }

    #[test]
    fn asking_for_another_child_makes_room_for_one_up_to_the_most() {
        assert_eq!(sent(&[(CHILDREN_SHOWN, "2")]).children(), 2);
        assert_eq!(sent(&[(CHILDREN_SHOWN, "2"), (ADD_CHILD, "yes")]).children(), 3);
        assert_eq!(sent(&[(CHILDREN_SHOWN, "20"), (ADD_CHILD, "yes")]).children(), 20);
        assert_eq!(sent(&[(CHILDREN_SHOWN, "99999999999999999999")]).children(), 1);
    }

    #[test]
    fn the_answers_leave_out_the_token_and_the_buttons() {
        let filled = sent(&[(token::FIELD, "x"), ("who", "self_parent"), (ADD_CHILD, "yes")]);
        assert_eq!(filled.answers().count(), 1);
    }
}
