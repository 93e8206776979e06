//! What every function needs: SQS partial batches, problem+json, logs and shutdown
