//! A secret that the operator replaces, and nobody else: what was sent before is known after.

use e2e::api::{accepted, new_key};
use e2e::family::family;

use crate::cloud;
use crate::cloud::operators::said;

/// Ends every process of `partner`: the next one reads the secret as it is now, as one that lives on
/// does within five minutes.
fn end_partner() {
    let functions = cloud().functions().into_iter().filter(|function| function.name == "partner");
    functions.for_each(|function| function.kill_9());
}

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn the_operator_alone_replaces_a_secret_and_a_submission_sent_again_is_known() {
    let (key, referral) = (new_key(), family());
    let send = || {
        // The first request after a process has ended may meet its end.
        cloud().wait("an answer", || {
            let answer = cloud().referral(&key, &referral).send();
            (answer.status < 500).then(|| accepted(&answer))
        })
    };
    let first = send();
    for role in ["publisher", "replay"] {
        let refused = cloud().hubward(role, &["keys", "add", "intake", "--by", "asha"]);
        assert!(!refused.status.success(), "{role}: {}", said(&refused));
    }
    for step in ["add", "use"] {
        cloud().hubward_must("operator", &["keys", step, "intake", "--by", "asha"]);
        end_partner();
        assert_eq!(send(), first, "{step}");
    }
    let shown = cloud().hubward_must("operator", &["keys", "show"]);
    assert!(shown.contains("version 2, in force"), "{shown}");
    let retire = ["keys", "retire", "intake", "--version", "1", "--yes", "--by", "asha"];
    cloud().hubward_must("operator", &retire);
    end_partner();
    // The row of the first sending is under the old version alone: that is what retiring says it loses.
    assert_ne!(send(), first);
}
