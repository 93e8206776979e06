//! What a referral is, when it is valid and how its state may change
