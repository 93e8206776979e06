//! Tests of what was said about safety: by whom, how much of it counts, and words that wait to be
//! read.

use e2e::family::{family, family_at, unique};
use e2e::inbox::id;
use e2e::tables::Tables;
use e2e::visitor::Answers;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::form::{filled, reference};
use crate::hub_page::{page, session};
use crate::stack;

const CHELMSFORD: &str = "essex-chelmsford";
const RYDE: &str = "isle-of-wight-ryde";

/// A school's referral of the family of a form.
fn known_to_the_school(child: &str, form: &Answers) -> Value {
    let said = |name: &str| form.said(name);
    let mut referral = family();
    let family = said("family-name");
    let name = json!({"given": child, "family": family});
    referral["children"] = json!([{"name": name, "date_of_birth": "2021-03-04"}]);
    referral["adults"][0]["name"] = json!({"given": "Amina", "family": family});
    referral["adults"][0]["phone"] = json!(said("phone"));
    referral["household"] = json!({"address": {
        "lines": [said("address-line-1")], "town": "Chelmsford", "postcode": "CM1 1LH"}});
    referral
}

#[test]
fn a_form_that_says_no_way_is_safe_leaves_those_that_a_school_gave() {
    let child = unique();
    // One form is from somebody who knows the family's names and home, and says that no way is safe.
    let silent = filled(&child, &[]).without(&["phone", "safe-to"]).with(&[("no-contact", "yes")]);
    let referral = known_to_the_school(&child, &filled(&child, &[]));
    let given = referral["adults"][0]["phone"].as_str().unwrap();
    // The number is written in threes from its end.
    let phone = format!("{} {}", &given[..9], &given[9..]);
    // The other form is from somebody who knows the phone too, and wants it called.
    let louder = filled(&child, &[("safe-to", "call")]);
    let sent = stack().post_referral(&referral);
    let inbox = stack().inbox(CHELMSFORD);
    let mut entry = stack().wait_until_in_inbox(&sent, CHELMSFORD);
    for (form, held) in [(&silent, 2), (&louder, 3)] {
        reference(&crate::form::sent(form));
        entry = stack().wait("the form in the school's entry", || {
            let entry = inbox.entry_with(&sent)?;
            (entry["referral_ids"].as_array()?.len() == held).then_some(entry)
        });
    }

    let opened = inbox.open(&entry).json();
    let [first, second, _] = opened["referrals"].as_array().unwrap().as_slice() else { panic!() };
    assert_eq!(first["referral"]["adults"][0]["safe_to"], json!(["call", "text"]));
    assert_eq!(first["sender"]["channel"], "partner");
    assert_eq!(first["sender"]["client"], stack().partner("school"));
    assert_eq!(second["referral"]["adults"][0]["safe_to"], json!([]), "no way is safe");
    assert_eq!(second["sender"], json!({"channel": "form"}));
    let [person] = opened["reach"]["people"].as_array().unwrap().as_slice() else { panic!() };
    let school = "Example Primary School (School)";
    let way = |method| json!({"method": method, "to": phone, "said_by": [school]});
    assert_eq!(person["ways"], json!([way("call"), way("text")]), "{opened}");
    let answers = person["answers"].as_array().unwrap();
    assert_eq!((&answers[0]["by"], &answers[1]["safe_to"]), (&json!(school), &json!([])));
    let warnings = person["warnings"].to_string();
    assert!(
        warnings.contains("A form sent without signing in (Parent or carer) said that it is not")
    );

    let shown = page(&session(CHELMSFORD), &format!("/hub/entries/{}", id(&entry)));
    let (_, rest) = shown.body.split_once("How to reach this family").unwrap();
    let (reach, referrals) = rest.split_once("</section>").unwrap();
    assert_eq!(reach.matches(&format!("Safe, said by {school}")).count(), 2, "{reach}");
    assert!(reach.contains(&phone) && reach.contains("None of them"), "{reach}");
    assert!(referrals.contains("A form, without signing in"));
}

/// The entry that holds a referral, as the list shows it.
fn listed(referral: &str) -> Value {
    stack().inbox(RYDE).entry_with(referral).unwrap()
}

#[test]
fn words_that_nobody_has_read_for_an_hour_are_marked_until_a_worker_opens_them() {
    let mut referral = family_at("PO33 2LN");
    referral["needs"] = json!(["parenting", "domestic_abuse"]);
    referral["reason"] = json!("He has a key.");
    for left_out in ["urgency", "level_of_need"] {
        referral.as_object_mut().unwrap().remove(left_out);
    }
    let sent = stack().post_referral(&referral);
    let new = stack().wait_until_in_inbox(&sent, RYDE);
    assert_eq!((&new["urgency"], &new["waits_unread"]), (&json!("soon"), &json!(false)), "{new}");
    let session = session(RYDE);
    let mark = "Not read for over an hour";
    let first = || page(&session, "/hub?state=new").body;
    let before = first().matches(mark).count();

    an_hour_passes(&new);
    assert_eq!(listed(&sent)["waits_unread"], true);
    assert_eq!(first().matches(mark).count(), before + 1);

    let opened = stack().inbox(RYDE).open(&new).json();
    assert_eq!(opened["referrals"][0]["referral"].get("urgency"), None, "nobody said how soon");
    let after = listed(&sent);
    assert_eq!((&after["waits_unread"], &after["version"]), (&json!(false), &new["version"]));
    assert_eq!(first().matches(mark).count(), before);
    assert_eq!(stack().inbox(RYDE).change(&new, "claim").status, 200, "a look is no change");
}

/// Makes the mark of unread words an hour older.
fn an_hour_passes(entry: &Value) {
    #[expect(clippy::disallowed_methods, reason = "an hour before now")]
    let since = Timestamp::now() - SignedDuration::from_hours(1);
    let tables = Tables::of(stack());
    tables.call(
        "UpdateItem",
        &json!({
            "TableName": tables.table("inbox"),
            "Key": {"entry": {"S": id(entry)}},
            "UpdateExpression": "SET unread_since = :since",
            "ConditionExpression": "attribute_exists(unread_since)",
            "ExpressionAttributeValues": {":since": {"N": since.as_millisecond().to_string()}},
        }),
    );
}

#[test]
fn silence_is_shown_as_no_answer() {
    let mut referral = family_at("PO33 2LN");
    referral["household"].as_object_mut().unwrap().remove("interpreter_needed");
    referral.as_object_mut().unwrap().remove("urgency");
    referral["agreement"] = json!({"status": "agreed"});
    referral["adults"][0] = json!({"name": referral["adults"][0]["name"]});
    let sent = stack().post_referral(&referral);
    let entry = stack().wait_until_in_inbox(&sent, RYDE);
    assert_eq!(entry["urgency"], "not_answered");
    let opened = stack().inbox(RYDE).open(&entry).json();
    let said = &opened["referrals"][0]["referral"];
    for field in ["/urgency", "/household/interpreter_needed", "/agreement/by", "/adults/0/safe_to"]
    {
        assert_eq!(said.pointer(field), None, "{field}");
    }
    assert_eq!(opened["reach"]["people"][0]["ways"], json!([]));
    let shown = page(&session(RYDE), &format!("/hub/entries/{}", id(&entry))).body;
    for term in ["How soon", "Interpreter", "Agreed by", "Safe ways of contact", "Phone"] {
        assert!(
            shown.contains(&format!("<dt>{term}</dt><dd>Not answered</dd>")),
            "{term}: {shown}"
        );
    }
    for guess in ["Can wait", "Routine", "<dd>No</dd>"] {
        assert!(!shown.contains(guess), "{guess}: {shown}");
    }
}

#[test]
fn everybody_is_shown_the_same_numbers_to_call() {
    let list = |body: &str| {
        let (_, rest) = body.split_once("<section class=\"helplines\"").unwrap();
        rest.split_once("</section>").unwrap().0.to_owned()
    };
    let empty = list(&stack().get("/").send().body);
    for number in ["999", "55", "111", "0800 1111", "0808 2000 247", "116 123"] {
        assert!(empty.contains(number), "{number}");
    }
    let mut days = Vec::new();
    for need in ["parenting", "domestic_abuse"] {
        let confirmed = crate::form::sent(&filled(&unique(), &[("needs", need)]));
        reference(&confirmed);
        assert_eq!(list(&confirmed.body), empty);
        let (_, rest) = confirmed.body.split_once("get in touch by ").unwrap();
        days.push(rest.split_once(',').unwrap().0.to_owned());
    }
    assert_ne!(days[0], days[1], "some wait less long");
}
