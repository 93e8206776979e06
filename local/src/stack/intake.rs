//! The intake: queues and the clock, which call functions by themselves.

use std::sync::Arc;

use anyhow::Result;
use tokio::task::JoinSet;

use super::{Functions, PATIENCE, by_arn};
use crate::{
    engines::queues::Queues,
    mapping::Mapping,
    schedule,
    stop::{self, Stop, Stopper},
    template::Template,
    variables::{ACCOUNT, REGION},
};

/// The mappings and schedules, which call functions by themselves.
pub(super) struct Intake {
    stopper: Stopper,
    tasks: JoinSet<()>,
}

impl Intake {
    /// Starts all mappings and schedules that the template names.
    pub(super) fn start(
        template: &Template,
        functions: &Functions,
        queues: &Queues,
        queue_endpoint: &str,
    ) -> Result<Self> {
        let (stopper, stop) = stop::signal();
        let mut tasks = JoinSet::new();
        for spec in &template.mappings {
            let function = by_arn(functions, &template.function(&spec.function)?.arn)?;
            // Each mapping has its share of the function, so that none waits for another.
            let sharing = template.mappings.iter().filter(|other| other.function == spec.function);
            let share = (function.limit() / sharing.count()).max(1);
            let concurrency = spec.concurrency.unwrap_or(share).min(share);
            let queue = spec.source.rsplit(':').next().unwrap_or_default();
            let mapping = Mapping::new(
                spec.clone(),
                format!("{queue_endpoint}/{ACCOUNT}/{queue}"),
                REGION.to_owned(),
                queues.provider(),
                Arc::clone(function),
            );
            tasks.spawn(mapping.run(concurrency, stop.clone()));
        }
        for spec in &template.schedules {
            let function = Arc::clone(by_arn(functions, &spec.function)?);
            let (region, account) = (REGION.to_owned(), ACCOUNT.to_owned());
            tasks.spawn(schedule::run(spec.clone(), function, region, account, Stop::clone(&stop)));
        }
        Ok(Self { stopper, tasks })
    }

    /// Starts nothing new and waits for the calls that have begun.
    pub(super) async fn stop(&mut self) {
        self.stopper.stop();
        if tokio::time::timeout(PATIENCE, async { while self.tasks.join_next().await.is_some() {} })
            .await
            .is_err()
        {
            tracing::warn!("batches were still under way when the time to finish them ran out");
        }
    }
}
