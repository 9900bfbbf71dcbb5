//! The clock of an application: it starts when the application is sent, stops when the office asks for more, goes on
//! when the resident has answered. A second look starts it anew, with all its days.

use serde::{Deserialize, Serialize};

use super::PROMISED_DAYS;
use crate::calendar::Calendar;
use crate::coded::coded;
use crate::promise::{Pause, Promise};
use crate::time::{Day, Instant};

coded! {
    ClockEvent: "event of a clock" {
        /// Sent, or taken up for a second look: all days lie ahead.
        Started = "started",
        Stopped = "stopped",
        Resumed = "resumed",
    }
}

/// What happened to a clock, in order. Stored as JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Clock {
    events: Vec<(Instant, ClockEvent)>,
}

impl Clock {
    pub fn started(at: Instant) -> Clock {
        Clock { events: vec![(at, ClockEvent::Started)] }
    }

    /// From stored events; put into order, since two servers may have written them.
    pub fn from_events(mut events: Vec<(Instant, ClockEvent)>) -> Clock {
        events.sort_by_key(|(at, _)| *at);
        Clock { events }
    }

    pub fn events(&self) -> &[(Instant, ClockEvent)] {
        &self.events
    }

    pub fn restart(&mut self, at: Instant) {
        self.events.push((at, ClockEvent::Started));
    }

    /// Stops a running clock; a standing one stands on.
    pub fn stop(&mut self, at: Instant) {
        if self.is_running() {
            self.events.push((at, ClockEvent::Stopped));
        }
    }

    /// Lets a standing clock go on; a running one runs on.
    pub fn resume(&mut self, at: Instant) {
        if !self.is_running() && !self.events.is_empty() {
            self.events.push((at, ClockEvent::Resumed));
        }
    }

    pub fn is_running(&self) -> bool {
        self.events.last().is_some_and(|(_, event)| *event != ClockEvent::Stopped)
    }

    /// The promise as it stands; nothing before the clock was started.
    pub fn promise(&self, calendar: &Calendar, today: Day) -> Option<Promise> {
        let start = self.events.iter().rposition(|(_, event)| *event == ClockEvent::Started)?;
        let day = Day::of(self.events[start].0);
        Some(Promise::new(calendar, day, PROMISED_DAYS, &pauses(&self.events[start..]), today))
    }

    /// The last day for the answer; of a standing clock the earliest that it can be.
    pub fn due(&self, calendar: &Calendar, today: Day) -> Option<Day> {
        self.promise(calendar, today).map(|promise| promise.due)
    }
}

fn pauses(events: &[(Instant, ClockEvent)]) -> Vec<Pause> {
    let mut pauses: Vec<Pause> = Vec::new();
    for (at, event) in events {
        match event {
            ClockEvent::Stopped if pauses.last().is_some_and(|pause| pause.to.is_none()) => {}
            ClockEvent::Started => {}
            ClockEvent::Stopped => pauses.push(Pause { from: Day::of(*at), to: None }),
            ClockEvent::Resumed => {
                if let Some(open) = pauses.last_mut().filter(|pause| pause.to.is_none()) {
                    open.to = Some(Day::of(*at));
                }
            }
        }
    }
    pauses
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Span;

    fn day(text: &str) -> Day {
        text.parse().expect("a date")
    }

    fn noon(text: &str) -> Instant {
        day(text).begins().plus(Span::hours(12))
    }

    fn due(clock: &Clock, today: &str) -> Option<String> {
        clock.due(Calendar::announced(), day(today)).map(|due| due.to_string())
    }

    #[test]
    fn the_days_of_waiting_for_the_resident_do_not_count() {
        let mut clock = Clock::started(noon("2026-11-18"));
        assert_eq!(due(&clock, "2026-11-18").as_deref(), Some("2026-11-27"));
        clock.stop(noon("2026-11-19"));
        assert!(!clock.is_running());
        assert_eq!(due(&clock, "2026-11-24").as_deref(), Some("2026-12-02"));
        clock.resume(noon("2026-11-23"));
        assert_eq!(due(&clock, "2026-11-24").as_deref(), Some("2026-12-01"));
    }

    #[test]
    fn stopping_twice_is_stopping_once() {
        let mut clock = Clock::started(noon("2026-11-18"));
        clock.stop(noon("2026-11-19"));
        clock.stop(noon("2026-11-20"));
        clock.resume(noon("2026-11-23"));
        clock.resume(noon("2026-11-24"));
        assert_eq!(clock.events().len(), 3);
        assert_eq!(due(&clock, "2026-11-24").as_deref(), Some("2026-12-01"));
    }

    #[test]
    fn a_second_look_has_all_its_days() {
        let mut clock = Clock::started(noon("2026-11-02"));
        clock.stop(noon("2026-11-03"));
        clock.resume(noon("2026-11-10"));
        clock.restart(noon("2026-11-18"));
        assert_eq!(due(&clock, "2026-11-18").as_deref(), Some("2026-11-27"));
    }

    #[test]
    fn a_clock_that_never_started_promises_nothing() {
        let mut clock = Clock::default();
        clock.resume(noon("2026-11-18"));
        assert_eq!(due(&clock, "2026-11-18"), None);
    }

    #[test]
    fn events_out_of_order_are_put_into_it() {
        let events = vec![
            (noon("2026-11-23"), ClockEvent::Resumed),
            (noon("2026-11-18"), ClockEvent::Started),
            (noon("2026-11-19"), ClockEvent::Stopped),
        ];
        let clock = Clock::from_events(events);
        assert_eq!(due(&clock, "2026-11-24").as_deref(), Some("2026-12-01"));
        let json = serde_json::to_string(&clock).expect("json");
        assert_eq!(serde_json::from_str::<Clock>(&json).ok(), Some(clock));
    }
}
