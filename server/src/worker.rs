//! What goes on without anybody asking: jobs, the sealing of the history, sweeps, the daily backup. Every server runs all
//! of it; the database sees to it that each thing is done once.

use std::{future::Future, time::Duration};

use xinju_service::{Broken, Services, history, job, retention};

use crate::{config::Config, stopping::Stopping};

/// Starts the workers; they end when the process does.
pub fn start(services: &Services, config: &Config, stopping: &Stopping) -> Vec<tokio::task::JoinHandle<()>> {
    let (jobs, seals, sweeps) = (services.clone(), services.clone(), services.clone());
    let mut workers = vec![
        tokio::spawn(work_off_jobs(jobs, stopping.clone())),
        tokio::spawn(every(Duration::from_secs(2), "seal", stopping.clone(), move || {
            let services = seals.clone();
            async move { history::seal(&services).await.map(drop) }
        })),
        tokio::spawn(every(Duration::from_secs(600), "sweep", stopping.clone(), move || {
            let services = sweeps.clone();
            async move { retention::queue(&services).await }
        })),
    ];
    if let Some(backup) = config.backup.clone() {
        let daily = crate::command::backup::daily(services.clone(), config.clone(), backup, stopping.clone());
        workers.push(tokio::spawn(daily));
    }
    workers
}

/// Polls, a little off the beat so that several servers do not ask in step; goes on at once while there is work.
async fn work_off_jobs(services: Services, mut stopping: Stopping) {
    loop {
        let pause = match job::work(&services).await {
            Ok(0) => 500 + xinju_identity::random::below(1000),
            Ok(_) => 0,
            Err(broken) => {
                broken.log("jobs");
                5000
            }
        };
        if !stopping.pause(Duration::from_millis(pause)).await {
            return;
        }
    }
}

async fn every<F, W>(pause: Duration, place: &'static str, mut stopping: Stopping, work: F)
where
    F: Fn() -> W,
    W: Future<Output = Result<(), Broken>>,
{
    loop {
        if let Err(broken) = work().await {
            broken.log(place);
        }
        if !stopping.pause(pause).await {
            return;
        }
    }
}
