//! `server serve`: the portal.

use std::{process::ExitCode, time::Duration};

use axum::{Router, http::StatusCode, routing::get};
use tokio::net::TcpListener;
use xinju_app::{AppState, Site};
use xinju_service::{
    Failure, Services,
    demo::{self, Holding},
    issuing_key,
};

use super::{cannot, complain};
use crate::{
    assets,
    config::Config,
    listener::{self, Gate},
    middleware::{WayIn, surround},
    observation, opening,
    stopping::Stopping,
    worker,
};

/// For workers to finish their step.
const FAREWELL: Duration = Duration::from_secs(10);

/// Serves until it is told to stop. With `with_demo` an empty database gets the demonstration first.
pub async fn run(with_demo: bool) -> ExitCode {
    let config = match super::settings() {
        Ok(config) => config,
        Err(code) => return code,
    };
    observation::start_log();
    if let Err(why) = xinju_service::paper::work_apart() {
        return cannot(why);
    }
    let services = if with_demo { opening::services_for_demo(&config).await } else { opening::services(&config).await };
    let services = match services {
        Ok(services) => services,
        Err(why) => return cannot(why),
    };
    if let Err(why) = prepare(&services, with_demo).await {
        return cannot(why);
    }
    match serve(config, services, with_demo).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => cannot(why),
    }
}

async fn prepare(services: &Services, with_demo: bool) -> Result<(), String> {
    let say_broken = |broken| format!("{broken:?}");
    if with_demo && demo::look(&services.db).await.map_err(|error| error.to_string())? == Holding::Nothing {
        match demo::load(services).await {
            // Another server that started at the same time was first.
            Ok(()) | Err(Failure::Refused(demo::InUse)) => {}
            Err(Failure::Broken(broken)) => return Err(say_broken(broken)),
        }
    }
    issuing_key::prepare(services).await.map_err(say_broken)
}

async fn serve(config: Config, services: Services, with_demo: bool) -> Result<(), Box<dyn std::error::Error>> {
    let site = Site::open(config.site.clone())
        .map_err(|error| format!("the built site in {} cannot be read ({error}): make build", config.site.display()))?;
    let stopping = Stopping::on_signal()?;
    if let Some(address) = config.metrics_listen {
        observation::serve_metrics(observation::start_metrics()?, address, stopping.clone()).await?;
    }
    let way_in =
        WayIn { origin: config.origin.clone(), site: site.clone(), requests_per_second: config.requests_per_second };
    let rooms = xinju_app::router(AppState { services: services.clone(), site: site.clone() });
    let rooms = rooms.merge(assets::routes(&site)?);
    let router = surround(rooms, &way_in)?.merge(health(services.clone(), stopping.clone()));
    let listener = TcpListener::bind(config.listen).await.map_err(|error| format!("{}: {error}", config.listen))?;
    let workers = worker::start(&services, &config, &stopping);
    tracing::info!(address = %config.listen, origin = config.origin.text(), version = site.version(), "open");
    if with_demo {
        super::demo::print_links(&services).await?;
    }
    let gate = Gate { most_connections: config.most_connections, trusted_proxies: config.trusted_proxies.into() };
    listener::serve(listener, router, gate, stopping).await;
    let ended = async {
        for worker in workers {
            let _ = worker.await;
        }
    };
    if tokio::time::timeout(FAREWELL, ended).await.is_err() {
        complain("a worker was cut off; what it did is taken up again at the next start");
    }
    services.db.close().await;
    Ok(())
}

/// `/healthz`: the process answers. `/readyz`: it can take people, which a balancer asks before it sends any.
fn health(services: Services, stopping: Stopping) -> Router {
    let ready = move || {
        let (services, stopping) = (services.clone(), stopping.clone());
        async move {
            let is_ready = !stopping.has_begun()
                && tokio::time::timeout(Duration::from_secs(1), services.db.is_writable()).await.unwrap_or(false);
            if is_ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }
        }
    };
    Router::new().route("/healthz", get(|| async { StatusCode::OK })).route("/readyz", get(ready))
}
