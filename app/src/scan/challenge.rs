//! The officer's question to a phone whose clock is in doubt: a number as a code, two minutes, one answer.

use leptos::prelude::*;
use xinju_credential::{challenge, qr};

use super::{
    eye,
    table::{Stage, Table},
};
use crate::{phone::screen, verdict::filled, words::Places};

/// Seconds for which an answer counts.
const LIFE: u32 = 120;
/// Modules of white around the symbol (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// Shows a new number.
pub(super) fn ask(table: Table) {
    table.told.set(String::new());
    table.shown.set(None);
    table.answered.set(None);
    table.asked.set(Some(screen::random_16()));
    table.left.set(LIFE);
    table.stage.set(Stage::Asking);
}

/// A second passes. After the last the number counts no more.
pub(super) fn tick(table: Table) {
    if table.stage.get_untracked() != Stage::Asking {
        return;
    }
    match table.left.get_untracked() {
        0 | 1 => {
            table.look_again();
            table.tell("scan-ask-over");
        }
        left => table.left.set(left - 1),
    }
}

/// The stage that waits for the answer.
pub(super) fn asking(table: Table) -> impl IntoView {
    let left = move || {
        let seconds = table.left.get().to_string();
        filled(&table.word("scan-ask-left"), &[("n", &seconds)])
    };
    view! {
        <section class="column stack">
            <h1>{table.word("scan-ask-title")}</h1>
            <p>{table.word("scan-ask-words")}</p>
            <div class="wallet wallet--still"><div class="wallet__code">{symbol(table)}</div></div>
            <p class="strong" role="timer" aria-live="off">{left}</p>
        </section>
        {eye::viewfinder(table)}
        <section class="column stack">{eye::typed(table)}</section>
        <footer class="thumb-bar">
            <button type="button" class="button button--quiet" on:click=move |_| table.look_again()>
                {table.word("scan-stop")}
            </button>
        </footer>
    }
}

/// Black on white in both themes.
fn symbol(table: Table) -> impl IntoView {
    let origin = table.places.with_value(Places::origin);
    let number = table.asked.get_untracked().unwrap_or_default();
    let symbol = qr::draw_text(&challenge::url(&origin, &number)).ok()?;
    let side = symbol.size + 2 * QUIET_ZONE;
    let shift = format!("translate({QUIET_ZONE} {QUIET_ZONE})");
    Some(view! {
        <svg width="264" height="264" viewBox=format!("0 0 {side} {side}") role="img" shape-rendering="crispEdges"
            aria-label=table.word("scan-ask-symbol")>
            <rect width=side.to_string() height=side.to_string() fill="#fff"></rect>
            <path d=symbol.svg_path() transform=shift fill="#000"></path>
        </svg>
    })
}
