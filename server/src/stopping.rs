//! The signal that ends the process in good order. Everything that runs holds a [`Stopping`] and finishes its step when
//! it fires; a second signal ends at once.

use std::time::Duration;

use tokio::{
    signal::unix::{SignalKind, signal},
    sync::watch,
};

/// Tells whether the process is about to end.
#[derive(Clone, Debug)]
pub struct Stopping(watch::Receiver<bool>);

impl Stopping {
    /// Fires at the first SIGTERM or SIGINT.
    pub fn on_signal() -> std::io::Result<Self> {
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        let (tell, told) = watch::channel(false);
        tokio::spawn(async move {
            loop {
                tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
                if tell.send_replace(true) {
                    std::process::exit(130);
                }
            }
        });
        Ok(Self(told))
    }

    pub fn has_begun(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits for the signal.
    pub async fn begun(&mut self) {
        if self.0.wait_for(|stopping| *stopping).await.is_err() {
            // Without a sender nothing will ever fire.
            std::future::pending::<()>().await;
        }
    }

    /// Waits that long; false when the process is about to end.
    pub async fn pause(&mut self, pause: Duration) -> bool {
        tokio::select! {
            () = tokio::time::sleep(pause) => true,
            () = self.begun() => false,
        }
    }
}
