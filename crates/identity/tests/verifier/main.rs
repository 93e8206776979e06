//! Tests of which tokens are taken and which are not, with real keys and a real JWKS over HTTP.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops here")]

mod issuer;

use identity::{AuthError, Caller, Scope, Trust, TrustError, Verifier};
use issuer::{AUDIENCE, ISSUER, Issuer, Key, NOW, by_hand, claims, claims_with};
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use referral::{ReferrerKind, Role};
use roots::Roots;
use serde_json::{Value, json};

fn now() -> Timestamp {
    Timestamp::from_second(NOW).unwrap()
}

async fn verify(verifier: &Verifier, token: &str) -> Result<Caller, AuthError> {
    verifier.verify(Some(&format!("Bearer {token}")), now()).await
}

/// The outcome for a token with these claims, signed by a published key.
async fn outcome(claims: &Value) -> Result<Caller, AuthError> {
    let key = Key::es256("k1");
    let issuer = Issuer::with(std::slice::from_ref(&key)).await;
    verify(&issuer.verifier(), &key.sign(claims)).await
}

#[tokio::test]
async fn a_good_token_becomes_a_caller() {
    for key in [Key::es256("k1"), Key::ed25519("k1"), Key::rs256("k1")] {
        let issuer = Issuer::with(std::slice::from_ref(&key)).await;
        let caller = verify(&issuer.verifier(), &key.sign(&claims())).await.unwrap();
        assert_eq!((caller.client(), caller.kind()), ("hub-1", Some("hub")));
        assert_eq!((caller.issuer(), caller.subject()), (issuer::ISSUER, "ada"));
        assert_eq!(caller.hubs().len(), 1);
        assert!(caller.has(Scope::InboxRead) && caller.has(Scope::InboxWrite));
        assert!(!caller.has(Scope::ReferralsWrite));
    }
}

#[tokio::test]
async fn an_audience_among_several_is_enough() {
    assert!(outcome(&claims_with("aud", &json!(["other", AUDIENCE]))).await.is_ok());
}

#[tokio::test]
async fn a_token_for_others_or_from_others_is_untrusted() {
    for (name, value) in [
        ("aud", json!("another-service")),
        ("aud", json!([])),
        ("iss", json!("https://issuer.example.evil")),
    ] {
        assert_eq!(outcome(&claims_with(name, &value)).await, Err(AuthError::Untrusted), "{name}");
    }
}

#[tokio::test]
async fn a_token_without_a_required_claim_is_malformed() {
    for name in ["iss", "aud", "iat", "exp", "sub", "client_id"] {
        let outcome = outcome(&claims_with(name, &Value::Null)).await;
        assert_eq!(outcome, Err(AuthError::Malformed), "{name}");
    }
}

#[tokio::test]
async fn the_client_may_be_named_by_azp() {
    let mut claims = claims_with("client_id", &Value::Null);
    claims["azp"] = json!("hub-2");
    assert_eq!(outcome(&claims).await.unwrap().client(), "hub-2");
}

#[tokio::test]
async fn the_roles_are_those_that_the_token_lists_and_a_plain_one_is_a_workers() {
    for (claim, roles) in [
        (Value::Null, vec![Role::Worker]),
        (json!([]), vec![]),
        (json!(["auditor", "a role from the future"]), vec![Role::Auditor]),
    ] {
        let caller = outcome(&claims_with("roles", &claim)).await.unwrap();
        assert!(caller.roles().iter().eq(&roles), "{claim}");
    }
}

#[tokio::test]
async fn the_kinds_of_referrer_are_those_that_the_token_lists_and_no_other() {
    for (claim, kind, allowed) in [
        (Value::Null, ReferrerKind::Police, false),
        (json!([]), ReferrerKind::Police, false),
        (json!(["police", "a kind from the future"]), ReferrerKind::Police, true),
        (json!(["police"]), ReferrerKind::School, false),
    ] {
        let caller = outcome(&claims_with("referrer_kinds", &claim)).await.unwrap();
        assert_eq!(caller.may_send(kind).is_ok(), allowed, "{claim}");
    }
}

#[tokio::test]
async fn a_token_that_calls_any_extension_critical_is_refused() {
    let key = Key::es256("k1");
    let verifier = Issuer::with(std::slice::from_ref(&key)).await.verifier();
    for extensions in [&["b64"][..], &["exp"], &["https://example.org/bound"], &[]] {
        let token = key.sign_critical(&claims(), extensions);
        assert_eq!(verify(&verifier, &token).await, Err(AuthError::Malformed), "{extensions:?}");
    }
}

#[tokio::test]
async fn a_token_good_for_longer_than_a_day_is_refused_however_it_is_dated() {
    let day = 24 * 3_600;
    let dated = |issued: i64, expires: i64| {
        let mut claims = claims();
        (claims["iat"], claims["exp"]) = (json!(issued), json!(expires));
        claims
    };
    assert!(outcome(&dated(NOW, NOW + day)).await.is_ok());
    assert!(outcome(&dated(NOW + 60, NOW + day)).await.is_ok());
    for (issued, expires, error) in [
        (NOW, NOW + day + 1, AuthError::TooLong),
        (NOW - 300 * day, NOW + 60, AuthError::TooLong),
        (NOW + 61, NOW + day, AuthError::Expired),
        (NOW + 300 * day, NOW + 301 * day, AuthError::Expired),
    ] {
        assert_eq!(outcome(&dated(issued, expires)).await, Err(error), "{issued} {expires}");
    }
}

#[tokio::test]
async fn an_issuer_that_could_be_part_of_a_name_is_refused() {
    let trust = |issuer: &str| Trust {
        issuer: issuer.to_owned(),
        audience: AUDIENCE.to_owned(),
        jwks_url: "https://issuer.example/jwks.json".to_owned(),
    };
    for issuer in ["", "family", "operator:ada", "https://issuer.example/#a"] {
        assert!(
            matches!(
                Verifier::new(trust(issuer), &Roots::of_system()),
                Err(TrustError::NotAnIssuer(_))
            ),
            "{issuer}"
        );
    }
}

#[tokio::test]
async fn a_claim_that_makes_no_sense_is_malformed() {
    for (name, value) in [
        ("exp", json!("tomorrow")),
        ("exp", json!(1e300)),
        ("exp", json!(-1)),
        ("client_id", json!("two words")),
        ("client_id", json!("")),
        ("sub", json!("")),
        ("sub", json!("two words")),
        ("sub", json!("s".repeat(256))),
        ("iat", json!("yesterday")),
        ("referrer_kinds", json!("police")),
        ("hubs", json!(["../review"])),
    ] {
        assert_eq!(outcome(&claims_with(name, &value)).await, Err(AuthError::Malformed), "{name}");
    }
}

#[tokio::test]
async fn a_token_is_valid_within_a_minute_of_skew() {
    let ended = |ago: i64| {
        let mut claims = claims_with("iat", &json!(NOW - 600));
        claims["exp"] = json!(NOW - ago);
        claims
    };
    assert!(outcome(&ended(59)).await.is_ok());
    assert_eq!(outcome(&ended(60)).await, Err(AuthError::Expired));
    assert!(outcome(&claims_with("nbf", &json!(NOW + 60))).await.is_ok());
    assert_eq!(outcome(&claims_with("nbf", &json!(NOW + 61))).await, Err(AuthError::Expired));
}

#[tokio::test]
async fn a_request_without_a_bearer_token_has_no_caller() {
    let verifier = Issuer::with(&[]).await.verifier();
    for (header, error) in [
        (None, AuthError::Missing),
        (Some("Basic aHViLTE6c2VjcmV0"), AuthError::Missing),
        (Some("Bearer"), AuthError::Malformed),
        (Some("Bearer "), AuthError::Malformed),
        (Some("Bearer not.a.token"), AuthError::Malformed),
    ] {
        assert_eq!(verifier.verify(header, now()).await, Err(error), "{header:?}");
    }
}

#[tokio::test]
async fn a_token_without_a_signature_is_refused() {
    let key = Key::es256("k1");
    let verifier = Issuer::with(&[key]).await.verifier();
    for algorithm in ["none", "None", "NONE"] {
        let token = by_hand(&json!({"alg": algorithm, "kid": "k1"}), &claims(), b"");
        assert_eq!(verify(&verifier, &token).await, Err(AuthError::Malformed));
    }
    let token = by_hand(&json!({"alg": "ES256", "kid": "k1"}), &claims(), b"");
    assert_eq!(verify(&verifier, &token).await, Err(AuthError::Untrusted));
}

#[tokio::test]
async fn a_public_key_is_not_a_shared_secret() {
    let key = Key::es256("k1");
    let verifier = Issuer::with(std::slice::from_ref(&key)).await.verifier();
    let public = serde_json::to_vec(key.public()).unwrap();
    let mut header = Header::new(Algorithm::HS256);
    header.kid = Some("k1".to_owned());
    let token =
        jsonwebtoken::encode(&header, &claims(), &EncodingKey::from_secret(&public)).unwrap();
    assert_eq!(verify(&verifier, &token).await, Err(AuthError::Untrusted));
}

#[tokio::test]
async fn a_token_changed_after_signing_is_refused() {
    let key = Key::es256("k1");
    let verifier = Issuer::with(std::slice::from_ref(&key)).await.verifier();
    let (ours, other) =
        (key.sign(&claims()), key.sign(&claims_with("hubs", &json!(["westminster-portman"]))));
    let (ours, other): (Vec<_>, Vec<_>) = (ours.split('.').collect(), other.split('.').collect());
    let token = format!("{}.{}.{}", ours[0], other[1], ours[2]);
    assert_eq!(verify(&verifier, &token).await, Err(AuthError::Untrusted));
}

#[tokio::test]
async fn another_key_under_a_known_id_is_refused() {
    let issuer = Issuer::with(&[Key::es256("k1")]).await;
    let token = Key::es256("k1").sign(&claims());
    assert_eq!(verify(&issuer.verifier(), &token).await, Err(AuthError::Untrusted));
}

#[tokio::test]
async fn keys_fetched_at_the_start_serve_the_first_token() {
    let key = Key::es256("k1");
    let issuer = Issuer::with(std::slice::from_ref(&key)).await;
    let verifier = issuer.verifier();
    verifier.fetch_keys(now()).await;
    assert_eq!(issuer.times_asked(), 1);
    assert!(verify(&verifier, &key.sign(&claims())).await.is_ok());
    assert_eq!(issuer.times_asked(), 1);
}

#[tokio::test]
async fn an_issuer_that_was_away_at_the_start_is_asked_by_the_first_token() {
    let key = Key::es256("k1");
    let issuer = Issuer::with(std::slice::from_ref(&key)).await;
    issuer.go_away();
    let verifier = issuer.verifier();
    verifier.fetch_keys(now()).await;
    issuer.publish(std::slice::from_ref(&key));
    assert!(verify(&verifier, &key.sign(&claims())).await.is_ok());
}

#[tokio::test]
async fn a_new_key_is_fetched_and_an_unknown_one_does_not_flood_the_issuer() {
    let (old, new) = (Key::es256("old"), Key::es256("new"));
    let issuer = Issuer::with(std::slice::from_ref(&old)).await;
    let verifier = issuer.verifier();
    assert!(verify(&verifier, &old.sign(&claims())).await.is_ok());
    assert!(verify(&verifier, &old.sign(&claims())).await.is_ok());
    assert_eq!(issuer.times_asked(), 1);

    issuer.publish(&[old, new.clone()]);
    for _ in 0..5 {
        assert_eq!(verify(&verifier, &new.sign(&claims())).await, Err(AuthError::Untrusted));
    }
    assert_eq!(issuer.times_asked(), 1);

    let later = now() + SignedDuration::from_secs(10);
    assert!(verifier.verify_token(&new.sign(&claims()), later).await.is_ok());
    assert_eq!(issuer.times_asked(), 2);
}

#[tokio::test]
async fn a_key_the_issuer_withdrew_stops_working_within_the_hour() {
    let key = Key::es256("k1");
    let issuer = Issuer::with(std::slice::from_ref(&key)).await;
    let verifier = issuer.verifier();
    let token = key.sign(&claims_with("exp", &json!(NOW + 86_400)));
    assert!(verifier.verify_token(&token, now()).await.is_ok());
    issuer.publish(&[Key::es256("k2")]);
    let later = now() + SignedDuration::from_hours(1);
    assert_eq!(verifier.verify_token(&token, later).await, Err(AuthError::Untrusted));
}

#[tokio::test]
async fn keys_that_cannot_be_fetched_again_for_a_day_are_used_no_more() {
    let key = Key::es256("k1");
    let issuer = Issuer::with(std::slice::from_ref(&key)).await;
    let verifier = issuer.verifier();
    let at = |seconds: i64| {
        let mut claims = claims_with("iat", &json!(NOW + seconds));
        claims["exp"] = json!(NOW + seconds + 600);
        (key.sign(&claims), now() + SignedDuration::from_secs(seconds))
    };
    let (token, when) = at(0);
    assert!(verifier.verify_token(&token, when).await.is_ok());

    // The keys may be withdrawn, and nobody can tell: they are used to the last second of a day.
    issuer.go_away();
    let day = 24 * 3_600;
    for seconds in (1..24).map(|hour| hour * 3_600).chain([day - 1]) {
        let (token, when) = at(seconds);
        assert!(verifier.verify_token(&token, when).await.is_ok(), "{seconds}");
    }
    // After a day the keys are used no more, whether the issuer was asked just now or not.
    for seconds in [day, day + 1, day + 11, 30 * day] {
        let (token, when) = at(seconds);
        let away = verifier.verify_token(&token, when).await;
        assert!(matches!(away, Err(AuthError::IssuerUnreachable(_))), "{seconds}: {away:?}");
    }

    issuer.publish(&[Key::es256("k2")]);
    let (token, when) = at(31 * day);
    assert_eq!(verifier.verify_token(&token, when).await, Err(AuthError::Untrusted));
    issuer.publish(std::slice::from_ref(&key));
    let (token, when) = at(31 * day + 10);
    assert!(verifier.verify_token(&token, when).await.is_ok());
}

#[tokio::test]
async fn an_issuer_away_is_not_the_callers_fault_and_known_keys_go_on() {
    let key = Key::es256("k1");
    let issuer = Issuer::with(std::slice::from_ref(&key)).await;
    let token = key.sign(&claims_with("exp", &json!(NOW + 86_400)));
    let warm = issuer.verifier();
    assert!(warm.verify_token(&token, now()).await.is_ok());

    issuer.go_away();
    let cold = issuer.verifier();
    let away = cold.verify_token(&token, now()).await;
    assert!(matches!(away, Err(AuthError::IssuerUnreachable(_))), "{away:?}");
    let later = now() + SignedDuration::from_hours(2);
    assert!(warm.verify_token(&token, later).await.is_ok());

    issuer.publish(std::slice::from_ref(&key));
    assert!(cold.verify_token(&token, now()).await.is_ok());
}

#[tokio::test]
async fn tokens_of_any_issuer_are_taken_and_each_is_verified_by_its_own_keys() {
    const OTHER: &str = "https://other.example";
    let (own_key, other_key) = (Key::es256("k1"), Key::ed25519("k1"));
    let own = Issuer::with(std::slice::from_ref(&own_key)).await;
    let other = Issuer::with(std::slice::from_ref(&other_key)).await;
    let both = [own.trust(ISSUER), other.trust(OTHER)];
    let both = Verifier::of_any(both, &Roots::of_system()).unwrap();
    let of_other = claims_with("iss", &json!(OTHER));

    let caller = verify(&both, &own_key.sign(&claims())).await.unwrap();
    assert_eq!(caller.issuer(), ISSUER);
    let caller = verify(&both, &other_key.sign(&of_other)).await.unwrap();
    assert_eq!((caller.issuer(), caller.subject()), (OTHER, "ada"));
    // An issuer cannot speak for the other one, and a third one for nobody.
    let third = claims_with("iss", &json!("https://third.example"));
    for token in [other_key.sign(&claims()), own_key.sign(&of_other), own_key.sign(&third)] {
        assert_eq!(verify(&both, &token).await, Err(AuthError::Untrusted));
    }
    let nameless = own_key.sign(&claims_with("iss", &Value::Null));
    assert_eq!(verify(&both, &nameless).await, Err(AuthError::Malformed));
    for text in ["nonsense", "a.b.c", "hwk_"] {
        assert_eq!(verify(&both, text).await, Err(AuthError::Malformed), "{text}");
    }
}
