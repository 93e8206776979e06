//! One process of a function, with a Runtime API of its own. It serves one invocation at a time.

use std::{collections::BTreeMap, path::Path, sync::Arc, time::Duration};

use hyper::service::service_fn;
use tokio::{net::TcpListener, process::Child};
use uuid::Uuid;

use super::{
    Environment, Failure, output, runtime_api,
    slot::{Invocation, Outcome, Slot},
};
use crate::{
    launch::launch,
    serve::serve,
    stop::{self, Stopper},
    template::FunctionSpec,
};

/// The time that a process may take until it asks for its first invocation. Lambda gives 10 s; a
/// machine that is also compiling is slower.
const INIT_TIMEOUT: Duration = Duration::from_mins(1);

pub(super) struct Instance {
    child: Child,
    slot: Arc<Slot>,
    /// The stopper that ends the Runtime API when it is dropped.
    _api: Stopper,
}

/// The end of an invocation.
pub(super) enum Ended {
    /// The process answered and is ready for the next invocation.
    Answered(Outcome),
    /// The process is gone, and with it the invocation.
    Lost(Failure),
    /// The process is gone, but had not taken the invocation.
    NotTaken(Invocation),
}

impl Instance {
    /// Starts a process and waits until it asks for work.
    pub(super) async fn start(
        spec: &FunctionSpec,
        binary: &Path,
        environment: &Environment,
    ) -> Result<Self, Failure> {
        let failed = |error: std::io::Error| Failure::Start(error.to_string());
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?.to_string();
        let slot = Arc::new(Slot::new());
        let (api, stop) = stop::signal();
        let service = {
            let (slot, arn) = (Arc::clone(&slot), Arc::<str>::from(spec.arn.as_str()));
            service_fn(move |request| {
                runtime_api::answer(request, Arc::clone(&slot), Arc::clone(&arn))
            })
        };
        tokio::spawn(serve(listener, service, stop, Duration::ZERO));
        let variables: BTreeMap<_, _> =
            environment.of(spec, &address, &Uuid::new_v4().simple().to_string());
        let mut child = launch(binary, &variables).map_err(failed)?;
        if let Some(stdout) = child.stdout.take() {
            output::forward(&spec.binary, stdout);
        }
        if let Some(stderr) = child.stderr.take() {
            output::forward(&spec.binary, stderr);
        }
        let mut instance = Self { child, slot, _api: api };
        instance.initialise().await?;
        Ok(instance)
    }

    async fn initialise(&mut self) -> Result<(), Failure> {
        tokio::select! {
            () = self.slot.ready() => Ok(()),
            status = self.child.wait() => Err(Failure::Start(match status {
                Ok(status) => format!("its process ended with {status}"),
                Err(error) => error.to_string(),
            })),
            () = tokio::time::sleep(INIT_TIMEOUT) => {
                self.kill().await;
                Err(Failure::Start("it did not ask for work in time".to_owned()))
            }
        }
    }

    /// Hands `invocation` to the process and waits for its answer within `timeout`; kills the
    /// process if there is none.
    pub(super) async fn invoke(&mut self, invocation: Invocation, timeout: Duration) -> Ended {
        let outcome = self.slot.offer(invocation);
        tokio::select! {
            // An answer that is there counts, even if the process ended right after it.
            biased;
            outcome = outcome => Ended::Answered(outcome.unwrap_or(Err(Failure::Exited))),
            _ = self.child.wait() => match self.slot.withdraw() {
                Some(invocation) => Ended::NotTaken(invocation),
                None => Ended::Lost(Failure::Exited),
            },
            () = tokio::time::sleep(timeout) => {
                self.kill().await;
                Ended::Lost(Failure::TimedOut)
            }
        }
    }

    /// Whether the process still runs.
    pub(super) fn alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Ends the process at once.
    pub(super) async fn kill(&mut self) {
        // The process may have ended by itself, which is as good.
        let _ = self.child.kill().await;
    }
}
