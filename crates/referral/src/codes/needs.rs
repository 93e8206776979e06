//! The needs that a family may want help with.

use crate::code_list;

code_list! {
    /// A need that a family may want help with, in words that a family uses.
    pub enum Need {
        Parenting => "parenting", "Parenting and behaviour";
        PregnancyAndBirth => "pregnancy_and_birth", "Pregnancy, birth, registering a birth";
        HealthVisiting => "health_visiting", "Baby and child health checks";
        InfantFeeding => "infant_feeding", "Feeding your baby";
        PerinatalMentalHealth => "perinatal_mental_health", "Low mood, worry or bonding around birth";
        PlayAndEarlyLearning => "play_and_early_learning", "Play and learning at home";
        Childcare => "childcare", "Childcare and its costs";
        SpeechAndLanguage => "speech_and_language", "Talking and understanding";
        Send => "send", "Disability or extra learning needs";
        ChildMentalHealth => "child_mental_health", "A child’s feelings";
        ParentMentalHealth => "parent_mental_health", "Your own mental health";
        HealthyLiving => "healthy_living", "Food, weight, teeth, sleep, smoking";
        SubstanceUse => "substance_use", "Alcohol or drugs";
        ParentalConflict => "parental_conflict", "Arguments between parents";
        Separation => "separation", "Separating or parenting apart";
        DomesticAbuse => "domestic_abuse", "Feeling scared, hurt or controlled";
        Housing => "housing", "Housing";
        MoneyAndBenefits => "money_and_benefits", "Money, debt, food, benefits";
        WorkAndSkills => "work_and_skills", "Work and training";
        SchoolAttendance => "school_attendance", "School and attendance";
        YouthSupport => "youth_support", "Activities and mentoring";
        ExploitationAndOffending => "exploitation_and_offending", "Trouble with police, or being used by others";
        Caring => "caring", "Young carer, or raising a relative’s child";
        LossAndIsolation => "loss_and_isolation", "Loss, loneliness, settling in";
        NotSure => "not_sure", "Not sure";
    }
}

impl Need {
    /// Whether somebody with this need may be in danger; their referral is then never left for
    /// days.
    pub(crate) const fn may_be_danger(self) -> bool {
        matches!(self, Self::DomesticAbuse | Self::ExploitationAndOffending)
    }
}
