//! The pipeline ports on DynamoDB, SQS and sealed bodies: the one crate that knows the SDK
