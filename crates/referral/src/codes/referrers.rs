//! The kinds of referrers, and the national source-of-referral code of each.

use crate::code_list;

code_list! {
    /// The kind of person or service that sends a referral.
    pub enum ReferrerKind {
        SelfParent => "self_parent", "Parent or carer";
        SelfYoungPerson => "self_young_person", "Young person";
        Relative => "relative", "Relative";
        FriendOrNeighbour => "friend_or_neighbour", "Friend or neighbour";
        School => "school", "School";
        EarlyYears => "early_years", "Nursery or childminder";
        EducationService => "education_service", "Other education service";
        Gp => "gp", "GP";
        HealthVisitor => "health_visitor", "Health visitor";
        SchoolNurse => "school_nurse", "School nurse";
        Midwife => "midwife", "Midwife";
        EmergencyDepartment => "emergency_department", "A&E";
        MentalHealth => "mental_health", "Mental health service";
        OtherHealth => "other_health", "Other health service";
        Housing => "housing", "Housing";
        SocialCare => "social_care", "Social care";
        CouncilService => "council_service", "Other council service or early help team";
        OtherAuthority => "other_authority", "Another council";
        Police => "police", "Police";
        CourtsAndProbation => "courts_and_probation", "Courts, Cafcass or probation";
        VoluntaryOrCommunity => "voluntary_or_community", "Charity, faith group or library";
        Other => "other", "Someone else";
    }
}

impl ReferrerKind {
    /// The national source-of-referral codes (children in need census) this kind may stand for, the
    /// usual one first; an authority may configure another. An anonymous referrer is `9` whatever
    /// the kind: see [`crate::Referrer::source_code`].
    pub const fn source_codes(self) -> &'static [&'static str] {
        match self {
            Self::SelfParent | Self::Relative => &["1A"],
            Self::FriendOrNeighbour => &["1B"],
            Self::SelfYoungPerson => &["1C"],
            Self::School => &["2A"],
            Self::EarlyYears | Self::EducationService => &["2B"],
            Self::Gp => &["3A"],
            Self::HealthVisitor => &["3B"],
            Self::SchoolNurse => &["3C"],
            Self::Midwife => &["3D"],
            Self::EmergencyDepartment => &["3E"],
            Self::MentalHealth | Self::OtherHealth => &["3F"],
            Self::Housing => &["4"],
            Self::SocialCare => &["5A"],
            Self::CouncilService => &["5B", "5D"],
            Self::OtherAuthority => &["5C"],
            Self::Police => &["6"],
            Self::CourtsAndProbation => &["7"],
            Self::VoluntaryOrCommunity => &["8"],
            Self::Other => &["8", "10"],
        }
    }

    /// Whether this is a family member who asks for their own family.
    pub const fn is_self(self) -> bool {
        matches!(self, Self::SelfParent | Self::SelfYoungPerson)
    }
}
