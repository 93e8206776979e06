//! Tests of finding the hub by hand: a corrected postcode is sealed and adds destinations, and a sender
//! is asked for more.

use pipeline::collect::{
    Change, CollectError, Contact, CorrectedPostcode, Logged, Move, NewItem, SenderAsked, append,
    change, send_on,
};
use referral::{
    AskedFor, ClosingOutcome, ContactDirection, ContactLog, ContactWay, ContactWith, FreeText,
    LogId, Postcode, RedirectReason,
};

use super::*;

fn ada() -> Worker {
    worker(&["westminster-triage"])
}

fn corrected(postcode: &str, authority: &str, replaces: Option<LogId>) -> NewItem {
    let postcode = Postcode::parse(postcode).unwrap();
    let words = FreeText::parse("She moved in May.").ok();
    let authority = Some(authority.parse().unwrap());
    NewItem { said: Logged::Postcode(CorrectedPostcode { postcode, authority, words }), replaces }
}

fn asked() -> NewItem {
    let words = FreeText::parse("Which number is safe?").unwrap();
    NewItem {
        said: Logged::SenderAsked(SenderAsked { about: AskedFor::Contact, words }),
        replaces: None,
    }
}

impl Tiers {
    /// An entry in Westminster's triage.
    async fn in_triage(&self) -> EntryId {
        let receipt = self.accept("a", family(|_| {}), false).await;
        self.deliver().await;
        receipt.id.into()
    }

    async fn write(&self, id: EntryId, form: &str, item: &NewItem) -> Result<LogId, CollectError> {
        append(&self.hub, &ada(), id, form, item).await.map(|appended| appended.item)
    }

    async fn row(&self, id: EntryId) -> EntryRow {
        self.hub.store().entries(&[id]).await.unwrap().remove(0)
    }
}

#[tokio::test]
async fn a_corrected_postcode_is_sealed_beside_what_was_said_and_of_two_at_once_one_is_kept() {
    let tiers = Tiers::new().await;
    let id = tiers.in_triage().await;
    let said = tiers.open(&ada(), id).await.referrals.remove(0).referral.unwrap();
    let first = tiers.write(id, "one", &corrected("SW1V 2JD", "E09000033", None)).await.unwrap();
    let again = tiers.write(id, "one", &corrected("SW1V 2JD", "E09000033", None)).await;
    assert_eq!(again, Ok(first), "the same form is one correction");
    // A colleague's page was made before the first correction.
    let late = tiers.write(id, "two", &corrected("CM1 1LH", "E10000012", None)).await;
    assert!(matches!(late, Err(CollectError::Conflict(why)) if why.contains("corrected")));
    let mark = tiers.row(id).await.log.postcode.unwrap();
    assert_eq!((mark.item, mark.authority), (first, "E09000033".parse().ok()));
    let row = tiers.hub.store().log(id).await.unwrap().remove(0);
    assert!(!String::from_utf8_lossy(&row.sealed).contains("SW1V"));
    let head = tiers.hub.store().audit_head(id).await.unwrap().unwrap();
    assert_eq!(
        (head.event.action, head.event.facts["kind"].as_str()),
        (AuditAction::Logged, "postcode")
    );
    assert!(!serde_json::to_string(&head).unwrap().contains("SW1V"));
    let next = corrected("NW8 8DE", "E09000033", Some(first));
    let second = tiers.write(id, "three", &next).await.unwrap();
    let opened = tiers.open(&ada(), id).await;
    assert_eq!(opened.referrals[0].referral.as_ref(), Some(&said), "what was said stays");
    assert_eq!((opened.log.len(), opened.log[0].earlier.len()), (1, 1));
    // One that was written in error is in force no longer.
    let retracted = NewItem { said: Logged::Retracted { words: None }, replaces: Some(second) };
    tiers.write(id, "four", &retracted).await.unwrap();
    assert_eq!(tiers.row(id).await.log.postcode, None);
}

#[tokio::test]
async fn an_entry_may_be_sent_to_the_authority_where_its_corrected_postcode_lies() {
    let tiers = Tiers::new().await;
    let id = tiers.in_triage().await;
    change(&tiers.hub, &ada(), id, None, Change::Claim).await.unwrap();
    let to = Move::Redirect {
        to: "essex-triage".parse().unwrap(),
        reason: RedirectReason::AddressChanged,
    };
    let before = send_on(&tiers.hub, &ada(), id, None, &to).await;
    assert!(matches!(before, Err(CollectError::Destination(_))));
    tiers.write(id, "one", &corrected("CM1 1LH", "E10000012", None)).await.unwrap();
    let moved = send_on(&tiers.hub, &ada(), id, None, &to).await.unwrap();
    assert_eq!(moved.inbox.as_str(), "essex-triage");
    assert_eq!(moved.authority.unwrap().code.as_str(), "E10000012");
}

#[tokio::test]
async fn a_sender_is_asked_with_a_code_and_sealed_words_while_the_entry_is_open() {
    let tiers = Tiers::new().await;
    let id = tiers.in_triage().await;
    tiers.write(id, "one", &asked()).await.unwrap();
    assert!(tiers.row(id).await.course.asked_at.is_some());
    let head = tiers.hub.store().audit_head(id).await.unwrap().unwrap();
    assert_eq!(head.event.facts["code"], "contact");
    assert!(!serde_json::to_string(&head).unwrap().contains("number"));
    let answer = |with| {
        let said = Logged::Contact(Contact {
            code: ContactLog::SpokeParent,
            direction: ContactDirection::FromFamily,
            way: ContactWay::Call,
            with,
            on: jiff::civil::date(2020, 1, 1),
            at: None,
            words: None,
        });
        NewItem { said, replaces: None }
    };
    tiers.write(id, "two", &answer(ContactWith::Parent)).await.unwrap();
    assert!(tiers.row(id).await.course.asked_at.is_some(), "the family is not the sender");
    tiers.write(id, "three", &answer(ContactWith::Referrer)).await.unwrap();
    assert_eq!(tiers.row(id).await.course.asked_at, None);
    for step in [Change::Claim, Change::Close(ClosingOutcome::TransferredAuthority)] {
        change(&tiers.hub, &ada(), id, None, step).await.unwrap();
    }
    for item in [asked(), corrected("SW1V 2JD", "E09000033", None)] {
        let late = tiers.write(id, "late", &item).await;
        assert_eq!(late, Err(CollectError::Conflict("it is closed")));
    }
}
