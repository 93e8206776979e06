//! Tests of sealing and of tokens, with keys of a key file.

use jiff::Timestamp;
use pipeline::ports::{Aliases as _, NoticeSecrets as _, Sources};
use pipeline::rows::DraftKey;

use super::*;
use crate::keys::Versions;

const WORDS: &[u8] = b"a family's words";

/// The keys of every function of one deployment.
struct Deployment(KeyFile);

impl Deployment {
    fn new() -> Self {
        Self(KeyFile::generate(Timestamp::UNIX_EPOCH).unwrap())
    }

    /// The same deployment after a change to the versions of one key.
    fn after(&self, name: KeyName, change: impl FnOnce(&mut Versions)) -> Self {
        let mut file = self.0.clone();
        change(file.versions_mut(name).unwrap());
        Self(file)
    }

    fn keys(&self, name: KeyName) -> DataKeys {
        DataKeys::File(FileKeys::new(self.0.versions(name).unwrap()))
    }

    fn secrets(&self, name: KeyName) -> Secrets {
        Secrets::of_file(name, self.0.versions(name).unwrap())
    }

    fn intake(&self) -> IntakeVault {
        IntakeVault { bodies: self.keys(KeyName::Bodies), secrets: self.secrets(KeyName::Intake) }
    }

    fn family(&self) -> FamilyVault {
        FamilyVault {
            bodies: self.keys(KeyName::Bodies),
            drafts: self.keys(KeyName::Drafts),
            telling: self.keys(KeyName::Webhooks),
            secrets: self.secrets(KeyName::Intake),
        }
    }

    fn professional(&self) -> ProfessionalVault {
        let text = |name| Secrets::text_of_file(name, self.0.versions(name).unwrap());
        ProfessionalVault {
            bodies: self.keys(KeyName::Bodies),
            drafts: self.keys(KeyName::Drafts),
            telling: self.keys(KeyName::Webhooks),
            secrets: self.secrets(KeyName::Intake),
            client: text(KeyName::HubClient),
            notices: text(KeyName::Notices),
            aliases: self.secrets(KeyName::Aliases),
        }
    }

    fn routing(&self) -> RoutingVault {
        RoutingVault {
            bodies: self.keys(KeyName::Bodies),
            secrets: self.secrets(KeyName::Matching),
        }
    }

    fn hub(&self) -> HubVault {
        HubVault {
            bodies: self.keys(KeyName::Bodies),
            sessions: self.keys(KeyName::Sessions),
            secrets: self.secrets(KeyName::SignIn),
            client: Secrets::text_of_file(
                KeyName::HubClient,
                self.0.versions(KeyName::HubClient).unwrap(),
            ),
        }
    }
}

fn add(versions: &mut Versions) {
    versions.add(Timestamp::UNIX_EPOCH).unwrap();
}

fn replace(versions: &mut Versions) {
    add(versions);
    versions.use_newest().unwrap();
}

fn id(byte: u8) -> ReferralId {
    ReferralId::from_random([byte; 16])
}

fn session(byte: u8) -> SessionKey {
    SessionKey::from_bytes([byte; 32])
}

#[tokio::test]
async fn what_takes_in_seals_for_what_routes_and_for_the_hub() {
    let all = Deployment::new();
    let sealed = all.intake().seal(id(1), WORDS).await.unwrap();
    assert_eq!(all.routing().open(id(1), &sealed).await.unwrap(), WORDS);
    assert_eq!(all.hub().open(id(1), &sealed).await.unwrap(), WORDS);
}

#[test]
fn an_alias_outlasts_a_second_version_of_its_secret_and_no_more() {
    let all = Deployment::new();
    let alias = |all: &Deployment, address| all.professional().alias(address).unwrap();
    let ada = alias(&all, "ada@school.example");
    assert_eq!(alias(&all, "ada@school.example"), ada);
    assert_ne!(alias(&all, "bea@school.example"), ada);
    assert_ne!(alias(&Deployment::new(), "ada@school.example"), ada);
    for change in [add, replace] {
        assert_eq!(alias(&all.after(KeyName::Aliases, change), "ada@school.example"), ada);
    }
    let retired = all.after(KeyName::Aliases, |versions| {
        replace(versions);
        versions.retire(1).unwrap();
    });
    assert_ne!(alias(&retired, "ada@school.example"), ada);
    // The other secrets of the pages change no alias.
    assert_eq!(alias(&all.after(KeyName::Intake, replace), "ada@school.example"), ada);
}

#[test]
fn the_key_of_notices_in_force_comes_first() {
    let mut all = Deployment::new();
    let given = "name-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
    all.0.put(KeyName::Notices, given, Timestamp::UNIX_EPOCH).unwrap();
    assert_eq!(all.professional().notice_secrets().unwrap()[0], given);
}

#[tokio::test]
async fn a_body_does_not_open_for_another_referral_or_deployment() {
    let all = Deployment::new();
    let sealed = all.intake().seal(id(1), WORDS).await.unwrap();
    assert!(all.routing().open(id(2), &sealed).await.is_err());
    assert!(Deployment::new().routing().open(id(1), &sealed).await.is_err());
}

#[tokio::test]
async fn a_session_opens_for_its_own_kind_and_key_alone() {
    let hub = Deployment::new().hub();
    let sealed = hub.seal(session(1), b"a worker").await.unwrap();
    assert_eq!(hub.open(session(1), &sealed).await.unwrap(), b"a worker");
    assert!(hub.open(session(2), &sealed).await.is_err());
    assert!(hub.open(id(1), &sealed).await.is_err());
}

fn draft(byte: u8) -> DraftKey {
    DraftKey::parse(&session(byte).to_string()).unwrap()
}

#[tokio::test]
async fn a_draft_opens_for_its_own_kind_and_key_alone() {
    let all = Deployment::new();
    let (family, hub) = (all.family(), all.hub());
    let sealed = family.seal(draft(1), WORDS).await.unwrap();
    assert_eq!(family.open(draft(1), &sealed).await.unwrap(), WORDS);
    assert!(family.open(draft(2), &sealed).await.is_err());
    assert!(hub.open(session(1), &sealed).await.is_err());
    assert!(hub.open(id(1), &sealed).await.is_err());
    // A row of the same digest, sealed as another kind with the key of drafts.
    let keys = all.keys(KeyName::Drafts);
    let strange = sealed::seal(&keys, session(1), WORDS).await.unwrap();
    assert!(family.open(draft(1), &strange).await.is_err());
}

#[tokio::test]
async fn the_familys_pages_seal_a_body_for_what_routes() {
    let all = Deployment::new();
    let sealed = all.family().seal(id(1), WORDS).await.unwrap();
    assert_eq!(all.routing().open(id(1), &sealed).await.unwrap(), WORDS);
    let (family, partner) = (all.family(), all.intake());
    let token = |of: &dyn Tokens<Submissions>| of.tokens("", Submissions::Replay, b"value");
    assert_eq!(token(&family), token(&partner), "what is sent again is known by both");
    let source = family.tokens("", Sources, b"value").unwrap();
    assert_ne!(Ok(source), token(&family));
}

#[tokio::test]
async fn every_altered_byte_is_noticed() {
    let all = Deployment::new();
    let sealed = all.intake().seal(id(1), b"words").await.unwrap();
    for at in 0..sealed.len() {
        let mut altered = sealed.clone();
        altered[at] ^= 1;
        assert!(all.routing().open(id(1), &altered).await.is_err(), "byte {at}");
    }
}

#[tokio::test]
async fn a_body_cut_short_is_refused() {
    let all = Deployment::new();
    let sealed = all.intake().seal(id(1), b"words").await.unwrap();
    for len in 0..sealed.len() {
        assert!(all.routing().open(id(1), &sealed[..len]).await.is_err(), "{len} bytes");
    }
}

#[tokio::test]
async fn a_body_opens_before_during_and_after_its_data_key_is_replaced() {
    let before = Deployment::new();
    let old = before.intake().seal(id(1), WORDS).await.unwrap();
    let after = before.after(KeyName::Bodies, replace);
    assert_eq!(after.routing().open(id(1), &old).await.unwrap(), WORDS);
    let new = after.intake().seal(id(1), WORDS).await.unwrap();
    assert_ne!(reference(&new).unwrap().0, reference(&old).unwrap().0);
    // A process that does not know the new key yet waits for it, and gives nothing up.
    let waits = before.routing().open(id(1), &new).await;
    assert!(matches!(waits, Err(Fault::Transient(_))), "{waits:?}");
    let retired = after.after(KeyName::Bodies, |versions| versions.retire(1).unwrap());
    let gone = retired.routing().open(id(1), &old).await;
    assert!(matches!(gone, Err(Fault::Broken(_))), "{gone:?}");
}

#[test]
fn tokens_of_two_authorities_or_purposes_are_never_equal() {
    let all = Deployment::new();
    let (routing, intake) = (all.routing(), all.intake());
    let child = |scope| routing.tokens(scope, Children, b"value").unwrap();
    assert_eq!(child("E09000033"), child("E09000033"));
    assert_ne!(child("E09000033"), child("E06000046"));
    let submission = |of| intake.tokens("", of, b"value").unwrap();
    assert_ne!(submission(Submissions::Replay), submission(Submissions::Content));
}

#[test]
fn a_token_made_before_a_rotation_is_among_those_after() {
    let before = Deployment::new();
    let added = before.after(KeyName::Matching, add);
    let after = added.after(KeyName::Matching, |versions| {
        versions.use_newest().unwrap();
    });
    let retired = after.after(KeyName::Matching, |versions| versions.retire(1).unwrap());
    let tokens = |of: &Deployment| of.routing().tokens("E09000033", Children, b"value").unwrap();
    let old = tokens(&before);
    assert_eq!(old.len(), 1);
    assert_eq!(tokens(&added)[0], old[0], "the one in force comes first");
    assert_eq!(tokens(&after)[1], old[0]);
    assert_ne!(tokens(&after)[0], old[0]);
    // A token stored meanwhile is found when the old secret is gone.
    assert!(tokens(&added).contains(&tokens(&retired)[0]));
}
