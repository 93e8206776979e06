//! Codes about the family: its agreement, its people, how to reach them and how much help it needs.

use crate::code_list;

code_list! {
    /// Whether the family agreed. A referral without agreement is never refused: it goes to triage.
    pub enum AgreementStatus {
        Agreed => "agreed", "The family agreed";
        Partly => "partly", "The family agreed to part of it";
        Declined => "declined", "The family said no";
        NotAskedUnsafe => "not_asked_unsafe", "Not asked: asking would not be safe";
        NotAsked => "not_asked", "Not asked";
        Unable => "unable", "The family could not be asked";
    }
}

code_list! {
    /// The person who agreed.
    pub enum AgreementBy {
        ParentWithPr => "parent_with_pr", "A parent with parental responsibility";
        OtherCarer => "other_carer", "Another carer";
        YoungPerson => "young_person", "The young person";
        AdultSelf => "adult_self", "The adult, for themselves";
    }
}

code_list! {
    /// The relationship of an adult to the children.
    pub enum Relationship {
        Mother => "mother", "Mother";
        Father => "father", "Father";
        Parent => "parent", "Parent";
        ExpectantParent => "expectant_parent", "Expecting a baby";
        StepParent => "step_parent", "Step-parent";
        ParentsPartner => "parents_partner", "A parent’s partner";
        Grandparent => "grandparent", "Grandparent";
        AuntOrUncle => "aunt_or_uncle", "Aunt or uncle";
        Sibling => "sibling", "Brother or sister";
        OtherRelative => "other_relative", "Other relative";
        FosterCarer => "foster_carer", "Foster carer";
        Guardian => "guardian", "Guardian";
        SpecialGuardian => "special_guardian", "Special guardian or kinship carer";
        Carer => "carer", "Carer";
        YoungPerson => "young_person", "The young person themselves";
        Other => "other", "Someone else";
        NotKnown => "not_known", "Not known";
    }
}

code_list! {
    /// A way in which it is safe to reach someone. A way that an answer leaves out is not safe.
    pub enum ContactMethod {
        Call => "call", "Phone call";
        Text => "text", "Text message";
        Email => "email", "Email";
        Letter => "letter", "Letter";
        Voicemail => "voicemail", "Voicemail";
    }
}

code_list! {
    /// A thing that somebody in the household needs in order to use a hub.
    pub enum AccessNeed {
        StepFree => "step_free", "Step-free access";
        HearingSupport => "hearing_support", "Help with hearing";
        SightSupport => "sight_support", "Help with seeing or reading print";
        EasyRead => "easy_read", "Easy read";
        QuietSpace => "quiet_space", "A quiet space";
        HomeVisit => "home_visit", "A visit at home";
        Other => "other", "Something else";
    }
}

code_list! {
    /// The special educational needs or disability of a child, as far as somebody said.
    pub enum SendStatus {
        NotKnown => "not_known", "Not answered";
        None => "none", "None known";
        Support => "support", "Has special educational needs or a disability";
        Ehcp => "ehcp", "Has an education, health and care plan";
    }
}

code_list! {
    /// The urgency that the referrer gives. A safeguarding concern is not an urgency: see
    /// [`crate::Priority`].
    pub enum Urgency {
        Routine => "routine", "Can wait a few days";
        Soon => "soon", "Soon";
        Urgent => "urgent", "Urgent";
    }
}

code_list! {
    /// The level of need, where a professional assessed it. A specialist level goes to the front
    /// door.
    pub enum LevelOfNeed {
        Universal => "universal", "Universal";
        Additional => "additional", "Additional";
        Complex => "complex", "Complex";
        Specialist => "specialist", "Specialist";
        NotAssessed => "not_assessed", "Not assessed";
    }
}
