//! What the wallet shows, and what moves it: the clock, the network, the holder's presses.

use leptos::{prelude::*, task::spawn_local};
use xinju_credential::{certificate::Profile, challenge};

use super::{
    code::{self, Code, LIFE},
    holding::{Holding, Pause},
    renewal::{self, Outcome},
};
use crate::{
    phone::{
        key::{self, Key},
        network, screen, store,
    },
    words::Places,
};

/// What the wallet shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Opening,
    /// Nothing on this phone.
    Empty,
    Live,
    /// The seven days are over: only a network helps.
    Over,
    /// The key of this phone was stopped elsewhere.
    Stopped,
    /// Not to be shown for now.
    Paused(Pause),
    /// There is no certificate any more.
    Ended,
    /// Another phone holds the certificate still.
    Waits,
}

/// For how long an officer's number may be answered, in seconds.
const CHALLENGE_LIFE: i64 = 120;
/// The server is not asked more often, in seconds.
const ASKED_EVERY: i64 = 20;

/// An officer's number, and when it came by this phone's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub number: [u8; 16],
    pub at: i64,
}

/// What the parts share.
#[derive(Clone, Copy)]
pub struct State {
    pub stage: RwSignal<Stage>,
    pub holding: RwSignal<Option<Holding>>,
    key: StoredValue<Option<Key>, LocalStorage>,
    pub profile: RwSignal<Profile>,
    pub code: RwSignal<Code>,
    /// When the code on the screen was made, by this phone's clock.
    made_at: StoredValue<i64>,
    /// Seconds for which it is still shown.
    pub left: RwSignal<u32>,
    /// An officer's number that waits for a press.
    pub asked: RwSignal<Option<Asked>>,
    /// Whether the code on the screen answers it.
    pub is_answering: RwSignal<bool>,
    /// *All* was asked for and the phone's lock was not opened.
    pub is_locked: RwSignal<bool>,
    /// From when on a phone that waits may show it, in words.
    pub until: RwSignal<String>,
    server_asked_at: StoredValue<i64>,
    places: StoredValue<Places>,
}

impl State {
    pub fn new(places: StoredValue<Places>) -> Self {
        Self {
            stage: RwSignal::new(Stage::Opening),
            holding: RwSignal::new(None),
            key: StoredValue::new_local(None),
            profile: RwSignal::new(Profile::Registration),
            code: RwSignal::new(Code::default()),
            made_at: StoredValue::new(0),
            left: RwSignal::new(0),
            asked: RwSignal::new(None),
            is_answering: RwSignal::new(false),
            is_locked: RwSignal::new(false),
            until: RwSignal::new(String::new()),
            server_asked_at: StoredValue::new(0),
            places,
        }
    }

    /// Begins to live: for the life of the page.
    pub fn start(self) {
        self.take_challenge();
        screen::on_event("hashchange", move || self.take_challenge());
        screen::on_event("online", move || spawn_local(self.ask_server()));
        screen::on_visible(move || spawn_local(self.look_again()));
        set_interval(move || self.tick(), std::time::Duration::from_secs(1));
        spawn_local(self.open());
    }

    fn take_challenge(self) {
        if let Some(number) = challenge::parse_wallet_url(&format!("/wallet#{}", screen::take_fragment())) {
            self.take_number(number);
        }
    }

    /// An officer's number came, by the address or by the wallet's own camera.
    pub fn take_number(self, number: [u8; 16]) {
        self.is_answering.set(false);
        self.asked.set(Some(Asked { number, at: screen::unix_seconds() }));
    }

    async fn open(self) {
        let key = key::kept().await;
        self.key.set_value(key.clone());
        self.holding.set(Holding::kept().await);
        match self.holding.with_untracked(|holding| holding.as_ref().map(|holding| holding.pause)) {
            None if key.is_none() => self.stage.set(Stage::Empty),
            // A key without certificates: a phone that waits, or one that was stopped.
            None if !network::is_online() => self.stage.set(Stage::Empty),
            None => {}
            Some(Some(pause)) => self.stage.set(Stage::Paused(pause)),
            Some(None) => self.fresh_code().await,
        }
        screen::stay_awake().await;
        self.ask_server().await;
    }

    /// The page is looked at again: the screen's lock is gone, and so is the consent to show everything.
    async fn look_again(self) {
        if self.profile.get_untracked() == Profile::Full {
            self.profile.set(Profile::Registration);
        }
        if self.stage.get_untracked() == Stage::Live {
            self.fresh_code().await;
        }
        screen::stay_awake().await;
        self.ask_server().await;
    }

    /// Shows what is at hand: a new code, or that the seven days are over.
    pub async fn fresh_code(self) {
        let Some(holding) = self.holding.get_untracked() else { return };
        let now = screen::unix_seconds();
        if holding.is_over(now + holding.clock_offset) {
            self.stage.set(Stage::Over);
            return;
        }
        let Some(key) = self.key.get_value() else { return };
        let asked = self.asked.get_untracked().filter(|_| self.is_answering.get_untracked());
        let places = self.places.get_value();
        let profile = self.profile.get_untracked();
        let number = asked.map(|asked| asked.number);
        match code::make(&key, &holding, profile, &places.origin(), &places.audience(), number).await {
            Some(code) => {
                self.made_at.set_value(now);
                self.code.set(code);
                self.left.set(LIFE);
                self.stage.set(Stage::Live);
            }
            // Whatever the browser did to the key, putting the certificate here anew mends it.
            None => self.stage.set(Stage::Empty),
        }
    }

    fn tick(self) {
        if self.stage.get_untracked() != Stage::Live {
            return;
        }
        let now = screen::unix_seconds();
        if self.asked.get_untracked().is_some_and(|asked| now - asked.at >= CHALLENGE_LIFE) {
            self.asked.set(None);
            self.is_answering.set(false);
        }
        // By the clock and not by counting: a phone that slept between two ticks shows no old code.
        let left = i64::from(LIFE) - (now - self.made_at.get_value());
        match u32::try_from(left) {
            Ok(left) if (1..=LIFE).contains(&left) => self.left.set(left),
            _ => {
                self.is_answering.set(false);
                spawn_local(self.fresh_code());
            }
        }
    }

    /// Asks how this phone stands and renews what it holds, in silence, while there is a network.
    pub async fn ask_server(self) {
        let Some(key) = self.key.get_value() else { return };
        let now = screen::unix_seconds();
        if (now - self.server_asked_at.get_value()).abs() < ASKED_EVERY {
            return;
        }
        self.server_asked_at.set_value(now);
        let holding = self.holding.get_untracked();
        let has_to_renew = holding.is_none_or(|holding| holding.wants_renewal(now + holding.clock_offset));
        let outcome = match renewal::check(&key).await {
            Outcome::Outdated => renewal::renew(&key).await,
            Outcome::Good(_) if has_to_renew => renewal::renew(&key).await,
            outcome => outcome,
        };
        self.settle(outcome).await;
    }

    async fn settle(self, outcome: Outcome) {
        match outcome {
            Outcome::Held(fresh) => {
                self.holding.set(Some(fresh));
                self.fresh_code().await;
            }
            Outcome::Good(offset) => {
                self.note(|holding| {
                    holding.pause = None;
                    holding.clock_offset = offset;
                })
                .await;
            }
            Outcome::Paused(pause) => {
                self.note(|holding| holding.pause = Some(pause)).await;
                self.stage.set(Stage::Paused(pause));
            }
            Outcome::Waits(until) => {
                self.until.set(until);
                self.stage.set(Stage::Waits);
            }
            Outcome::Stopped => self.let_go(Stage::Stopped).await,
            Outcome::Refused(word) if word == "no-certificate" => self.let_go(Stage::Ended).await,
            Outcome::Left | Outcome::Outdated | Outcome::Refused(_) | Outcome::Offline => {
                if self.stage.get_untracked() == Stage::Opening {
                    self.stage.set(Stage::Empty);
                }
            }
        }
    }

    /// Keeps what the server said; a wallet that was paused shows its code again.
    async fn note(self, change: impl FnOnce(&mut Holding)) {
        let Some(mut holding) = self.holding.get_untracked() else { return };
        let before = holding.clone();
        change(&mut holding);
        if holding == before {
            return;
        }
        let _ = holding.keep().await;
        let is_shown_again = before.pause.is_some() && holding.pause.is_none();
        self.holding.set(Some(holding));
        if is_shown_again {
            self.fresh_code().await;
        }
    }

    async fn let_go(self, stage: Stage) {
        Holding::drop_certificates().await;
        self.holding.set(None);
        self.stage.set(stage);
    }

    /// The holder chose how much to show. *All* asks for the phone's lock each time.
    pub fn choose(self, profile: Profile) {
        spawn_local(async move {
            let is_allowed = profile != Profile::Full || key::is_owner_here().await;
            self.is_locked.set(!is_allowed);
            if is_allowed {
                self.profile.set(profile);
                self.fresh_code().await;
            }
        });
    }

    /// The holder pressed *answer*: the next code carries the officer's number.
    pub fn answer(self) {
        self.is_answering.set(true);
        spawn_local(self.fresh_code());
    }

    /// Takes the certificate off this phone, signs out, and clears everything of ours. False without a network: what was
    /// shown could not be revoked.
    pub async fn leave(self) -> bool {
        let Some(key) = self.key.get_value() else { return false };
        if !matches!(renewal::leave(&key).await, Outcome::Left | Outcome::Stopped) {
            return false;
        }
        self.key.set_value(None);
        self.holding.set(None);
        self.stage.set(Stage::Empty);
        store::clear().await;
        network::post_form("/sign-out", "how=trace").await;
        true
    }
}
