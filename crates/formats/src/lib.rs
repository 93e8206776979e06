//! Form and JSON to referral, every error at once
