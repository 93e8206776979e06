//! Codes by which a hub's list is filtered, and of the steps that its clocks wait for.

use crate::code_list;

code_list! {
    /// The ages by which the list of an inbox is filtered.
    pub enum AgeBand {
        Unborn => "unborn", "Not born yet";
        UnderFive => "under_5", "0 to 4";
        FiveToTen => "5_to_10", "5 to 10";
        ElevenToFifteen => "11_to_15", "11 to 15";
        SixteenAndOver => "16_and_over", "16 and over";
        NotKnown => "not_known", "Age not known";
    }
}

impl AgeBand {
    /// The band of an age in whole years.
    pub const fn of_years(years: i16) -> Self {
        match years {
            ..5 => Self::UnderFive,
            5..11 => Self::FiveToTen,
            11..16 => Self::ElevenToFifteen,
            16.. => Self::SixteenAndOver,
        }
    }
}

code_list! {
    /// The next step on an entry that has a time by which it is due.
    pub enum NextStep {
        Open => "open", "Open";
        Claim => "claim", "Claim";
        Contact => "contact", "First contact";
    }
}
