//! A function and its instances, which are started on demand, kept warm, and never more than its
//! limit.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use hyper::body::Bytes;
use tokio::sync::Semaphore;
use uuid::Uuid;

use super::{
    Environment, Failure, PAYLOAD_LIMIT,
    instance::{Ended, Instance},
    slot::{Invocation, Outcome},
};
use crate::{clock, template::FunctionSpec};

/// The number of processes that an invocation may find to have ended while idle.
const OFFERS: u32 = 3;

/// A function that can be called.
pub(crate) struct Function {
    spec: FunctionSpec,
    binary: PathBuf,
    environment: Environment,
    /// One permit for each instance. The semaphore queues fairly.
    permits: Semaphore,
    limit: u32,
    /// The idle instances, with the last one used on top, as on Lambda: it stays warm.
    idle: Mutex<Vec<Instance>>,
}

impl Function {
    /// Makes a function that runs `binary`, with at most `limit` instances at once.
    pub(crate) fn new(
        spec: FunctionSpec,
        binary: PathBuf,
        environment: Environment,
        limit: u32,
    ) -> Arc<Self> {
        let permits = Semaphore::new(limit as usize);
        Arc::new(Self { spec, binary, environment, permits, limit, idle: Mutex::default() })
    }

    /// The way in which the function is run.
    pub(crate) fn spec(&self) -> &FunctionSpec {
        &self.spec
    }

    /// The number of instances that may run at once.
    pub(crate) fn limit(&self) -> usize {
        self.limit as usize
    }

    /// Starts a first instance, so that a function that cannot start is known now.
    pub(crate) async fn warm_up(&self) -> Result<(), Failure> {
        let _permit = self.permits.acquire().await.map_err(|_| Failure::Stopping)?;
        let instance = Instance::start(&self.spec, &self.binary, &self.environment).await?;
        self.idle().push(instance);
        Ok(())
    }

    /// Calls the function. The call goes on if the caller does not wait for it, as on Lambda.
    pub(crate) async fn invoke(self: &Arc<Self>, payload: Bytes) -> Outcome {
        let this = Arc::clone(self);
        tokio::spawn(async move {
            let outcome = this.run(payload).await;
            if let Err(failure) = &outcome {
                tracing::error!(function = this.spec.binary, error = %failure, "invocation failed");
            }
            outcome
        })
        .await
        .unwrap_or(Err(Failure::Exited))
    }

    /// Waits until nothing is under way, for at most `patience`, then ends every instance.
    pub(crate) async fn shut_down(&self, patience: Duration) {
        if tokio::time::timeout(patience, self.permits.acquire_many(self.limit)).await.is_err() {
            tracing::warn!(
                function = self.spec.binary,
                "still busy when its time to finish ran out"
            );
        }
        self.permits.close();
        let idle = std::mem::take(&mut *self.idle());
        for mut instance in idle {
            instance.kill().await;
        }
    }

    async fn run(&self, payload: Bytes) -> Outcome {
        if payload.len() > PAYLOAD_LIMIT {
            return Err(Failure::EventTooLarge);
        }
        let _permit = self.permits.acquire().await.map_err(|_| Failure::Stopping)?;
        let mut invocation = self.invocation(payload);
        for _ in 0..OFFERS {
            let mut instance = match self.warm() {
                Some(instance) => instance,
                None => Instance::start(&self.spec, &self.binary, &self.environment).await?,
            };
            invocation.deadline_ms = self.deadline_ms();
            match instance.invoke(invocation, self.spec.timeout).await {
                Ended::Answered(outcome) => {
                    self.idle().push(instance);
                    return outcome;
                }
                Ended::Lost(failure) => return Err(failure),
                Ended::NotTaken(given_back) => invocation = given_back,
            }
        }
        Err(Failure::Exited)
    }

    /// The warmest instance that still runs.
    fn warm(&self) -> Option<Instance> {
        let mut idle = self.idle();
        std::iter::from_fn(|| idle.pop()).find_map(|mut one| one.alive().then_some(one))
    }

    fn invocation(&self, payload: Bytes) -> Invocation {
        let seconds = clock::now().as_second();
        let trace = Uuid::new_v4().simple().to_string();
        Invocation {
            id: Uuid::new_v4().to_string(),
            deadline_ms: self.deadline_ms(),
            payload,
            trace: format!("Root=1-{seconds:08x}-{};Sampled=0", &trace[..24]),
        }
    }

    fn deadline_ms(&self) -> i64 {
        let timeout = i64::try_from(self.spec.timeout.as_millis()).unwrap_or(i64::MAX);
        clock::now().as_millisecond().saturating_add(timeout)
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Instance>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
