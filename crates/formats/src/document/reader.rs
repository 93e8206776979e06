//! Fills a draft from the document's tree: each field has its place and type here.

use super::Tree;
use super::fields::Fields;
use crate::draft::{
    AddressDraft, AdultDraft, AgreementDraft, CODES_MAX, ChildDraft, ConfirmedDraft, Draft,
    HelpedByDraft, HouseholdDraft, LINES_MAX, MustNotKnowDraft, NameDraft, OrganisationDraft,
    PEOPLE_MAX, ReferrerDraft,
};
use crate::errors::{Findings, Scope};

/// Whether the document says that there is a safeguarding concern.
pub(crate) fn is_concern(tree: &Tree) -> bool {
    matches!(tree, Tree::Object(fields)
        if fields.get("safeguarding_concern") == Some(&Tree::Flag(true)))
}

pub(crate) fn draft<'a>(tree: &'a Tree, findings: &'a Findings<'a>) -> Draft {
    let mut fields = Fields::of(tree, Scope::root(findings));
    let draft = Draft {
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
    draft
}

fn referrer(mut fields: Fields<'_>) -> ReferrerDraft {
    let draft = ReferrerDraft {
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
    draft
}

fn organisation(mut fields: Fields<'_>) -> OrganisationDraft {
    let draft = OrganisationDraft {
        name: fields.text("name"),
        urn: fields.text("urn"),
        ods: fields.text("ods"),
    };
    fields.end();
    draft
}

fn helped_by(mut fields: Fields<'_>) -> HelpedByDraft {
    let draft = HelpedByDraft {
        setting: fields.text("setting"),
        organisation: fields.text("organisation"),
        name: fields.text("name"),
    };
    fields.end();
    draft
}

fn agreement(mut fields: Fields<'_>) -> AgreementDraft {
    let draft = AgreementDraft {
        status: fields.text("status"),
        by: fields.text("by"),
        on: fields.text("on"),
        reason: fields.text("reason"),
    };
    fields.end();
    draft
}

fn household(mut fields: Fields<'_>) -> HouseholdDraft {
    let draft = HouseholdDraft {
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
    draft
}

fn address(mut fields: Fields<'_>) -> AddressDraft {
    let draft = AddressDraft {
        lines: fields.texts("lines", LINES_MAX),
        town: fields.text("town"),
        postcode: fields.text("postcode"),
        uprn: fields.text("uprn"),
    };
    fields.end();
    draft
}

fn name(mut fields: Fields<'_>) -> NameDraft {
    let draft = NameDraft {
        given: fields.text("given"),
        family: fields.text("family"),
        known_as: fields.text("known_as"),
    };
    fields.end();
    draft
}

fn adult(mut fields: Fields<'_>) -> AdultDraft {
    let draft = AdultDraft {
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
    draft
}

fn confirmed(mut fields: Fields<'_>) -> ConfirmedDraft {
    let draft = ConfirmedDraft { by: fields.text("by"), on: fields.text("on") };
    fields.end();
    draft
}

fn must_not_know(mut fields: Fields<'_>) -> MustNotKnowDraft {
    let draft = MustNotKnowDraft {
        name: fields.object("name", name),
        relationship: fields.text("relationship"),
        note: fields.text("note"),
    };
    fields.end();
    draft
}

fn child(mut fields: Fields<'_>) -> ChildDraft {
    let draft = ChildDraft {
        name: fields.object("name", name),
        date_of_birth: fields.text("date_of_birth"),
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
    draft
}
