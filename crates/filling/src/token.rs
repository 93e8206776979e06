//! The token of a form, by which sending it twice is sending it once.

use pipeline::AcceptError;
use pipeline::accept::Receipt;

/// The most times that a form is accepted with other answers each time.
const MOST_VERSIONS: u8 = 9;

/// Accepts a form under its token; where an earlier try was accepted with other answers, under the first
/// token made of it that was not. Sending the same again finds the same.
pub async fn under_a_free_token<F: Future<Output = Result<Receipt, AcceptError>>>(
    token: &str,
    accept: impl Fn(String) -> F,
) -> Result<Receipt, AcceptError> {
    let mut answer = accept(token.to_owned()).await;
    for version in 2..=MOST_VERSIONS {
        if !matches!(answer, Err(AcceptError::KeyReused(_))) {
            break;
        }
        answer = accept(format!("{token}-{version}")).await;
    }
    answer
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use jiff::Timestamp;
    use referral::{Reference, ReferralId};

    use super::*;

    /// The keys under which a form is accepted where these are taken by other answers.
    async fn keys(taken: &[&str]) -> (Vec<String>, Result<Receipt, AcceptError>) {
        let asked = RefCell::new(Vec::new());
        let reference = Reference::from_random([2; 16]);
        let answer = under_a_free_token("t", |key| {
            asked.borrow_mut().push(key.clone());
            let (id, accepted_at) = (ReferralId::from_random([3; 16]), Timestamp::UNIX_EPOCH);
            std::future::ready(if taken.contains(&&*key) {
                Err(AcceptError::KeyReused(reference))
            } else {
                Ok(Receipt { id, reference, phone_now: None, accepted_at })
            })
        });
        let answer = answer.await;
        (asked.into_inner(), answer)
    }

    #[tokio::test]
    async fn what_was_changed_after_an_accepted_sending_is_accepted_too() {
        let (asked, answer) = keys(&[]).await;
        assert!(answer.is_ok() && asked == ["t"]);
        let (asked, answer) = keys(&["t"]).await;
        assert!(answer.is_ok() && asked == ["t", "t-2"]);
        let (asked, answer) = keys(&["t", "t-2"]).await;
        assert!(answer.is_ok() && asked == ["t", "t-2", "t-3"]);
        let all: Vec<_> = (2..=MOST_VERSIONS).map(|version| format!("t-{version}")).collect();
        let all: Vec<_> = ["t"].into_iter().chain(all.iter().map(String::as_str)).collect();
        assert!(keys(&all).await.1.is_err(), "it ends");
    }
}
