//! The island of the scanner.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};

use super::{
    challenge, eye, result,
    table::{self, Stage, Table},
};
use crate::{
    phone::{camera, screen},
    registration, words,
};

/// How often what waits is tried again without being asked.
const AGAIN_EVERY: Duration = Duration::from_secs(30);

/// The scanner. Without JavaScript the page around it says what to do instead.
#[island]
pub fn Scanner() -> impl IntoView {
    let (words, places) = words::given();
    let table = Table::new(words, places);
    Effect::new(move |_| {
        spawn_local(table::open(table));
        screen::on_event("online", move || spawn_local(table::renew(table)));
        screen::on_event("pagehide", camera::stop);
        screen::on_visible(move || {
            spawn_local(async move {
                screen::stay_awake().await;
                table::renew(table).await;
            });
        });
        set_interval(
            move || {
                if table.waiting.get_untracked() > 0 {
                    spawn_local(table::renew(table));
                }
            },
            AGAIN_EVERY,
        );
        set_interval(move || challenge::tick(table), Duration::from_secs(1));
    });
    view! {
        {move || match table.stage.get() {
            Stage::Opening => opening(table).into_any(),
            Stage::Looking => eye::looking(table).into_any(),
            Stage::Asking => challenge::asking(table).into_any(),
            Stage::Shown => result::shown(table).into_any(),
            Stage::Differs => result::differs(table).into_any(),
            Stage::Form => form(table).into_any(),
            Stage::Sent => result::sent(table).into_any(),
        }}
    }
}

fn opening(table: Table) -> impl IntoView {
    view! {
        <section class="column stack">
            <h1>{table.word("scan-title")}</h1>
            <p class="hint" role="status">{table.word("scan-opening")}</p>
        </section>
    }
}

fn form(table: Table) -> impl IntoView {
    let words = table.words.get_value();
    let draft = table.draft.get_untracked();
    let send = move |order| table::order(table, order);
    let back = move || {
        let has_verdict = table.shown.with_untracked(Option::is_some);
        table.stage.set(if has_verdict { Stage::Shown } else { Stage::Looking });
    };
    view! {
        {eye::told(table)}
        {registration::form(words, draft, send, back)}
    }
}
