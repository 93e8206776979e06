//! The engines that stand in for AWS services on this machine.
//!
//! Each engine is the same API on a loopback port: functions speak to it through the ordinary SDK.

pub(crate) mod queues;
pub(crate) mod tables;
