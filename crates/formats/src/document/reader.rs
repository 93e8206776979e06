//! Fills an unchecked referral from the document's tree: each field has its place and type here.

use super::Tree;
use super::fields::Fields;
use crate::errors::{Findings, Position};
use crate::unchecked::{
    CODES_MAX, LINES_MAX, PEOPLE_MAX, UncheckedAddress, UncheckedAdult, UncheckedAgreement,
    UncheckedChild, UncheckedConfirmed, UncheckedHelpedBy, UncheckedHousehold,
    UncheckedMustNotKnow, UncheckedName, UncheckedOrganisation, UncheckedReferral,
    UncheckedReferrer,
};

/// Whether the document says that there is a safeguarding concern.
pub(crate) fn is_concern(tree: &Tree) -> bool {
    matches!(tree, Tree::Object(fields)
        if fields.get("safeguarding_concern") == Some(&Tree::Flag(true)))
}

pub(crate) fn unchecked<'a>(tree: &'a Tree, findings: &'a Findings<'a>) -> UncheckedReferral {
    let mut fields = Fields::of(tree, Position::root(findings));
    let unchecked = UncheckedReferral {
        referrer: fields.required("referrer", referrer),
        agreement: fields.required("agreement", agreement),
        household: fields.required("household", household),
        adults: fields.objects("adults", PEOPLE_MAX, adult),
        must_not_know: fields.objects("must_not_know", PEOPLE_MAX, must_not_know),
        children: fields.objects("children", PEOPLE_MAX, child),
        children_not_known: fields.set("children_not_known"),
        needs: fields.texts("needs", CODES_MAX),
        reason: fields.text("reason"),
        already_tried: fields.text("already_tried"),
        others_helping: fields.text("others_helping"),
        family_voice: fields.text("family_voice"),
        urgency: fields.text("urgency"),
        level_of_need: fields.text("level_of_need"),
        safeguarding_concern: fields.set("safeguarding_concern"),
    };
    fields.end();
    unchecked
}

fn referrer(mut fields: Fields<'_>) -> UncheckedReferrer {
    let unchecked = UncheckedReferrer {
        kind: fields.text("kind"),
        organisation: fields.object("organisation", organisation),
        name: fields.text("name"),
        role: fields.text("role"),
        email: fields.text("email"),
        phone: fields.text("phone"),
        record: fields.text("record"),
        anonymous: fields.set("anonymous"),
        helped_by: fields.object("helped_by", helped_by),
    };
    fields.end();
    unchecked
}

fn organisation(mut fields: Fields<'_>) -> UncheckedOrganisation {
    let unchecked = UncheckedOrganisation {
        name: fields.text("name"),
        urn: fields.text("urn"),
        ods: fields.text("ods"),
    };
    fields.end();
    unchecked
}

fn helped_by(mut fields: Fields<'_>) -> UncheckedHelpedBy {
    let unchecked = UncheckedHelpedBy {
        setting: fields.text("setting"),
        organisation: fields.text("organisation"),
        name: fields.text("name"),
    };
    fields.end();
    unchecked
}

fn agreement(mut fields: Fields<'_>) -> UncheckedAgreement {
    let unchecked = UncheckedAgreement {
        status: fields.text("status"),
        by: fields.text("by"),
        on: fields.text("on"),
        reason: fields.text("reason"),
    };
    fields.end();
    unchecked
}

fn household(mut fields: Fields<'_>) -> UncheckedHousehold {
    let unchecked = UncheckedHousehold {
        address: fields.object("address", address),
        no_fixed_address: fields.set("no_fixed_address"),
        concealed: fields.set("concealed"),
        authority: fields.text("authority"),
        language: fields.text("language"),
        interpreter_needed: fields.flag("interpreter_needed"),
        accessibility: fields.texts("accessibility", CODES_MAX),
        accessibility_note: fields.text("accessibility_note"),
        parents_disagree_on_residence: fields.set("parents_disagree_on_residence"),
    };
    fields.end();
    unchecked
}

fn address(mut fields: Fields<'_>) -> UncheckedAddress {
    let unchecked = UncheckedAddress {
        lines: fields.texts("lines", LINES_MAX),
        town: fields.text("town"),
        postcode: fields.text("postcode"),
        uprn: fields.text("uprn"),
    };
    fields.end();
    unchecked
}

fn name(mut fields: Fields<'_>) -> UncheckedName {
    let unchecked = UncheckedName {
        given: fields.text("given"),
        family: fields.text("family"),
        known_as: fields.text("known_as"),
    };
    fields.end();
    unchecked
}

fn adult(mut fields: Fields<'_>) -> UncheckedAdult {
    let unchecked = UncheckedAdult {
        name: fields.object("name", name),
        relationship: fields.text("relationship"),
        parental_responsibility: fields.flag("parental_responsibility"),
        date_of_birth: fields.text("date_of_birth"),
        phone: fields.text("phone"),
        email: fields.text("email"),
        safe_to: fields.answer("safe_to", CODES_MAX),
        best_times: fields.text("best_times"),
        safety_confirmed: fields.object("safety_confirmed", confirmed),
    };
    fields.end();
    unchecked
}

fn confirmed(mut fields: Fields<'_>) -> UncheckedConfirmed {
    let unchecked = UncheckedConfirmed { by: fields.text("by"), on: fields.text("on") };
    fields.end();
    unchecked
}

fn must_not_know(mut fields: Fields<'_>) -> UncheckedMustNotKnow {
    let unchecked = UncheckedMustNotKnow {
        name: fields.object("name", name),
        relationship: fields.text("relationship"),
        note: fields.text("note"),
    };
    fields.end();
    unchecked
}

fn child(mut fields: Fields<'_>) -> UncheckedChild {
    let unchecked = UncheckedChild {
        name: fields.object("name", name),
        date_of_birth: fields.text("date_of_birth"),
        born_about: fields.text("born_about"),
        due_date: fields.text("due_date"),
        nhs_number: fields.text("nhs_number"),
        upn: fields.text("upn"),
        school_urn: fields.text("school_urn"),
        send: fields.flag("send"),
        ehcp: fields.flag("ehcp"),
        adopted: fields.set("adopted"),
        restricted: fields.set("restricted"),
    };
    fields.end();
    unchecked
}
