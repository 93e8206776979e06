//! Tests of leaving for a provider and coming back from it.

use super::*;

const ISSUER: &str = "https://id.example";

fn provider(names_itself: bool) -> Provider {
    let trust = SignInTrust {
        issuer: ISSUER.to_owned(),
        client_id: "the inbox".to_owned(),
        scope: "openid groups".to_owned(),
        authorization_url: Some("https://id.example/authorize?tenant=1".to_owned()),
        token_url: Some("https://id.example/token".to_owned()),
        jwks_url: Some("https://id.example/keys".to_owned()),
        redirect_url: "https://hubs.example/hub/sign-in/answer".to_owned(),
    };
    let known = Endpoints::configured(&trust, &Roots::of_system()).unwrap().unwrap();
    let found = Mutex::new(Some(Arc::new(Endpoints { names_itself, ..known })));
    Provider { trust, roots: Roots::of_system(), found }
}

const BEGUN: Begun<'_> = Begun {
    state: "s-1",
    nonce: "n-1",
    // The example of RFC 7636, appendix B.
    verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
};

#[tokio::test]
async fn a_worker_leaves_with_state_nonce_and_the_hash_of_the_verifier() {
    let url = provider(false).authorization_url(BEGUN).await.unwrap();
    let (address, query) = url.split_once("?tenant=1&").unwrap();
    assert_eq!(address, "https://id.example/authorize");
    let parameters: Vec<_> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let expected = [
        ("response_type", "code"),
        ("client_id", "the inbox"),
        ("redirect_uri", "https://hubs.example/hub/sign-in/answer"),
        ("scope", "openid groups"),
        ("state", "s-1"),
        ("nonce", "n-1"),
        ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
        ("code_challenge_method", "S256"),
    ];
    assert_eq!(parameters, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
}

#[tokio::test]
async fn an_answer_of_another_provider_is_refused_before_its_code_is_shown_to_anybody() {
    let refused = async |names_itself: bool, answer: Answer<'_>| {
        let provider = provider(names_itself);
        provider.person(answer, BEGUN, &[], "groups", Timestamp::UNIX_EPOCH).await.unwrap_err()
    };
    let code = Answer { code: Some("c-1"), ..Answer::default() };
    let other = Answer { issuer: Some("https://evil.example"), ..code };
    for names_itself in [false, true] {
        let error = refused(names_itself, other).await;
        assert_eq!(error, SignInError::Untrusted("another provider answers"));
    }
    assert_eq!(refused(true, code).await, SignInError::Untrusted("its answer does not name it"));
    // No secret is there to be shown, so nothing is sent; the answer itself was taken.
    let own = Answer { issuer: Some(ISSUER), ..code };
    assert_eq!(refused(true, own).await, SignInError::ClientRefused);
    assert_eq!(refused(false, code).await, SignInError::ClientRefused);
}

#[tokio::test]
async fn a_refusal_is_known_by_the_words_of_the_standard_alone() {
    let asked = async |error: &str| {
        let answer = Answer { error: Some(error), ..Answer::default() };
        provider(false).person(answer, BEGUN, &[], "groups", Timestamp::UNIX_EPOCH).await
    };
    assert_eq!(asked("access_denied").await, Err(SignInError::Refused("access_denied")));
    let personal = asked("Ada Lovelace may not").await;
    assert_eq!(personal, Err(SignInError::Refused("an error of its own")));
}
