//! The camera with its helpers, and the other ways in.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsValue;
use xinju_domain::certificate_number::ShortNumber;

use super::{
    result,
    table::{self, Stage, Table},
};
use crate::{
    json::Json,
    phone::{
        camera::{self, Camera, NoCamera},
        network,
    },
    verdict::{filled, icon, span},
    verifier::picked_file,
    words::Places,
};

/// The stage that looks for a code.
pub(super) fn looking(table: Table) -> impl IntoView {
    view! {
        <h1 class="visually-hidden">{table.word("scan-title")}</h1>
        {viewfinder(table)}
        {told(table)}
        <section class="column stack">
            <p class="hint">{table.word("scan-hint")}</p>
            {result::answers(table)}
            {age(table)}
            {typed(table)}
            {picture(table)}
            {result::day(table)}
            {result::who(table)}
        </section>
    }
}

/// What the officer is told, or nothing at all.
pub(super) fn told(table: Table) -> impl IntoView {
    let is_silent = move || table.told.with(String::is_empty);
    view! { <p class="column strong" class:visually-hidden=is_silent role="status">{move || table.told.get()}</p> }
}

/// The camera's picture, the light where there is one, and which camera.
pub(super) fn viewfinder(table: Table) -> impl IntoView {
    let video = NodeRef::<leptos::html::Video>::new();
    let has_torch = RwSignal::new(false);
    let cameras = RwSignal::new(Vec::<Camera>::new());
    let picked = RwSignal::new(String::new());
    Effect::new(move |_| {
        let Some(element) = video.get() else { return };
        let id = picked.get();
        let element: JsValue = element.into();
        spawn_local(async move {
            let reader = table.places.with_value(Places::reader);
            match camera::start(&element, &id, &reader, move |text| table::found(table, &text)).await {
                Ok(()) => {
                    has_torch.set(camera::has_torch());
                    cameras.set(camera::cameras().await);
                }
                Err(NoCamera::Refused) => table.tell("scan-camera-refused"),
                Err(NoCamera::Busy) => table.tell("scan-camera-busy"),
                Err(NoCamera::Absent) => table.tell("scan-camera-absent"),
            }
        });
    });
    on_cleanup(camera::stop);
    let frame = format!("{}viewfinder", table.icons());
    view! {
        <div class="viewfinder">
            <video node_ref=video muted playsinline></video>
            <svg class="viewfinder__frame" aria-hidden="true" focusable="false"><use href=frame></use></svg>
        </div>
        <Show when=move || has_torch.get() || (cameras.with(|cameras| cameras.len() > 1))>
            <section class="column stack">
                {torch(table, has_torch)}
                {move || cameras.with(|cameras| cameras.len() > 1).then(|| camera_picker(table, cameras, picked))}
            </section>
        </Show>
    }
}

/// The light, where the camera has one.
fn torch(table: Table, has_torch: RwSignal<bool>) -> impl IntoView {
    let is_lit = RwSignal::new(false);
    let toggle = move |_| {
        is_lit.update(|is_lit| *is_lit = !*is_lit);
        camera::set_torch(is_lit.get_untracked());
    };
    let words = move || table.word(if is_lit.get() { "scan-torch-off" } else { "scan-torch-on" });
    let pressed = move || if is_lit.get() { "true" } else { "false" };
    view! {
        <Show when=move || has_torch.get()>
            <button type="button" class="button button--quiet" on:click=toggle aria-pressed=pressed>
                {icon(&table.icons(), "bulb")}<span>{words}</span>
            </button>
        </Show>
    }
}

fn camera_picker(table: Table, cameras: RwSignal<Vec<Camera>>, picked: RwSignal<String>) -> impl IntoView {
    let options = move || {
        let named = |(place, camera): (usize, Camera)| {
            let label = if camera.label.is_empty() { (place + 1).to_string() } else { camera.label };
            let is_picked = picked.with_untracked(|picked| *picked == camera.id);
            view! { <option value=camera.id selected=is_picked>{label}</option> }
        };
        cameras.get().into_iter().enumerate().map(named).collect_view()
    };
    view! {
        <div class="field">
            <label class="field__label" for="camera">{table.word("scan-camera")}</label>
            <span class="select">
                <select class="input" id="camera" on:change=move |event| picked.set(event_target_value(&event))>
                    {options}
                </select>
                {icon(&table.icons(), "chevron-down")}
            </span>
        </div>
    }
}

/// How old keys and lists are, before anything is scanned.
fn age(table: Table) -> impl IntoView {
    let line = move || {
        table.words.with_value(|words| match table.age.get() {
            Some(age) => filled(&words.get("verdict-list-age"), &[("time", &span(words, age))]),
            None => words.get("scan-no-basis"),
        })
    };
    view! { <p class="note">{icon(&table.icons(), "refresh")}<span>{line}</span></p> }
}

/// A USB scanner types the address and a return; a person types the number.
pub(super) fn typed(table: Table) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let check = move || {
        let typed = text.get_untracked().trim().to_owned();
        text.set(String::new());
        if typed.is_empty() {
            return;
        }
        match ShortNumber::parse(&typed) {
            Ok(number) => spawn_local(check_number(table, number.as_str().to_owned())),
            Err(_) => table::found(table, &typed),
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for="typed">{table.word("scan-typed")}</label>
            <p class="field__hint" id="typed-hint">{table.word("scan-typed-hint")}</p>
            <input class="input" id="typed" autocomplete="off" autocapitalize="off" spellcheck="false"
                aria-describedby="typed-hint" prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
                on:keydown=move |event| if event.key() == "Enter" { check() }/>
        </div>
        <button type="button" class="button button--quiet" on:click=move |_| check()>
            {table.word("scan-check")}
        </button>
    }
}

fn picture(table: Table) -> impl IntoView {
    let picked = move |event: leptos::ev::Event| {
        let Some(file) = picked_file(&event) else { return };
        let reader = table.places.with_value(Places::reader);
        spawn_local(async move {
            match camera::read(&file, &reader).await {
                Some(text) => table::found(table, &text),
                None => table.tell("verdict-v-no-code"),
            }
        });
    };
    view! {
        <div class="field">
            <label class="field__label" for="picture">{table.word("scan-picture")}</label>
            <input class="file" type="file" id="picture" accept="image/*" on:change=picked/>
        </div>
    }
}

/// State and last day, and nothing else. Needs a network and an officer.
async fn check_number(table: Table, number: String) {
    let reply = network::post_json("/api/scan/number", &Json::object([("number", Json::Text(number))])).await;
    if table.stage.get_untracked() != Stage::Looking {
        return;
    }
    match reply.status {
        401 => table.tell("scan-sign-in"),
        403 => table.tell("registration-not-allowed"),
        _ => match reply.json().and_then(|answered| answered.text("words")) {
            Some(words) => table.told.set(words),
            None => table.tell("scan-number-offline"),
        },
    }
}
