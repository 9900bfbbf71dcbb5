//! How long things take.

use std::time::{Duration, Instant};

/// Durations of one thing done many times.
#[derive(Debug, Default)]
pub struct Times(Vec<Duration>);

impl Times {
    pub fn note(&mut self, began: Instant) {
        self.0.push(began.elapsed());
    }

    /// The duration that this share of all does not exceed, in milliseconds: 0.5 gives the median.
    pub fn quantile(&mut self, share: f64) -> f64 {
        self.0.sort_unstable();
        let at = (self.0.len().saturating_sub(1) as f64 * share).round() as usize;
        self.0.get(at).map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
    }
}

/// Does it as often and gives the durations.
pub fn repeat(times: usize, mut what: impl FnMut()) -> Times {
    let mut noted = Times::default();
    for _ in 0..times {
        let began = Instant::now();
        what();
        noted.note(began);
    }
    noted
}
