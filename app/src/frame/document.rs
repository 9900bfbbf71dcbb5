//! The HTML document around a page's own content.

use std::sync::Arc;

use axum::{
    http::{HeaderValue, header},
    response::{Html, IntoResponse, Response},
};
use hydration_context::SsrSharedContext;
use leptos::{
    config::LeptosOptions, hydration::HydrationScripts, nonce::use_nonce, prelude::*, reactive::owner::Owner,
};
use xinju_text::t;

use super::{Module, Site, Visit};
use crate::{
    ui,
    words::{Places, Words},
};

/// A part of the page that is made when the frame is: only then are pictures and the language at hand.
type LateView = Box<dyn FnOnce() -> AnyView>;

/// The way back that stands at the top of a page instead of the mark.
#[derive(Clone, Debug)]
pub struct Back {
    pub href: String,
    pub label: String,
}

/// What a page tells the frame.
#[derive(Default)]
pub struct Page {
    title: String,
    back: Option<Back>,
    bar: Option<LateView>,
    /// The module of the page's island, and what it says.
    module: Option<(Module, Words)>,
    /// Whether the page holds no person and may be kept by the phone.
    is_shell: bool,
    /// `desk` for the three columns, `page--wide` or `page--officer`; a single column else.
    layout: Option<&'static str>,
    main_class: Option<&'static str>,
    top: Option<LateView>,
    banner: Option<LateView>,
}

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Page").field("title", &self.title).finish_non_exhaustive()
    }
}

impl Page {
    pub fn titled(title: &str) -> Self {
        Self { title: title.to_owned(), ..Self::default() }
    }

    /// Puts a way back at the top.
    pub fn back(mut self, href: &str, label: &str) -> Self {
        self.back = Some(Back { href: href.to_owned(), label: label.to_owned() });
        self
    }

    /// Puts a bar at the thumb: an element of class `thumb-bar`.
    pub fn bar<V: IntoView + 'static>(mut self, bar: impl FnOnce() -> V + 'static) -> Self {
        self.bar = Some(Box::new(move || bar().into_any()));
        self
    }

    /// Replaces the top bar, as on the officers' screens.
    pub fn top<V: IntoView + 'static>(mut self, top: impl FnOnce() -> V + 'static) -> Self {
        self.top = Some(Box::new(move || top().into_any()));
        self
    }

    /// Loads the module that the page's island is in; `words` are what the island says.
    pub fn with_island(mut self, module: Module, words: Words) -> Self {
        self.module = Some((module, words));
        self
    }

    /// Marks a page that holds no person, so that a phone may keep it for when there is no network.
    pub fn shell(mut self) -> Self {
        self.is_shell = true;
        self
    }

    /// One line under the top bar, as `ui::notice_banner` makes it.
    pub fn banner<V: IntoView + 'static>(mut self, banner: impl FnOnce() -> V + 'static) -> Self {
        self.banner = Some(Box::new(move || banner().into_any()));
        self
    }

    /// The three columns of the desk. The page brings its own top, `main`, and bar of actions.
    pub fn desk(mut self) -> Self {
        self.layout = Some("desk");
        self
    }

    /// A wider single column, for the lists of staff.
    pub fn wide(mut self) -> Self {
        self.layout = Some("page--wide");
        self
    }

    /// The officers' screens: dark bar, bands over the full width.
    pub fn officer(mut self) -> Self {
        self.layout = Some("page--officer");
        self.main_class = Some("main main--bleed");
        self
    }

    /// The classes of `main` instead of the usual ones.
    pub fn main_class(mut self, class: &'static str) -> Self {
        self.main_class = Some(class);
        self
    }
}

impl Visit {
    /// Renders a page around `body`, with the policy headers that belong to it.
    pub fn page<V: IntoView + 'static>(&self, page: Page, body: impl FnOnce() -> V) -> Response {
        let is_shell = page.is_shell;
        let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
        let html = owner.with(|| {
            provide_context(self.nonce.clone());
            provide_context(self.site.clone());
            provide_context(self.locale);
            if let Some((_, words)) = &page.module {
                provide_context((words.clone(), Places::of(self)));
            }
            document(self, page, body().into_any()).to_html()
        });
        drop(owner);
        let mut response = Html(format!("<!DOCTYPE html>{html}")).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_SECURITY_POLICY, policy(&self.nonce.to_string()));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(if is_shell { "no-cache" } else { "no-store" }));
        response
    }
}

fn policy(nonce: &str) -> HeaderValue {
    let text = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; font-src 'self'; worker-src 'self'; \
         manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
    );
    HeaderValue::try_from(text).unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"))
}

fn document(visit: &Visit, page: Page, body: AnyView) -> impl IntoView + use<> {
    let locale = visit.locale;
    let site = &visit.site;
    // Written as one piece: between pieces of text leptos puts a comment, which a title shows as it stands.
    let title = ui::escaped(&format!("{} · {}", page.title, t!(locale, "frame-name")));
    let scripts = page.module.as_ref().map(|(module, _)| islands(site, *module));
    let given = page.module.map(|(_, words)| {
        let places = Places::of(visit).written();
        view! { <div id="given" hidden data-words=words.written() data-places=places></div> }
    });
    let small = site.small_script().map(|src| view! { <script defer src=src nonce=use_nonce()></script> });
    let top = match page.top {
        Some(top) => top(),
        None => ui::top_bar(visit, page.back).into_any(),
    };
    let bar = page.bar.map(|bar| bar());
    let banner = page.banner.map(|banner| banner());
    let body_class = page.layout.map(|_| "desk-body");
    let content = match page.layout {
        Some("desk") => view! { {top}{banner}{body}{bar} }.into_any(),
        layout => view! {
            <div class=format!("page {}", layout.unwrap_or_default())>
                {top}
                {banner}
                <main id="main" class=page.main_class.unwrap_or("main") tabindex="-1">{body}</main>
                {bar}
            </div>
        }
        .into_any(),
    };
    view! {
        <html lang=locale.tag() dir="ltr">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
                <title inner_html=title></title>
                <link rel="stylesheet" href=site.stylesheet()/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="apple-touch-icon" href="/apple-touch-icon.png"/>
                <link rel="manifest" href="/manifest.webmanifest"/>
                <meta name="theme-color" content="#F8F3E8" media="(prefers-color-scheme: light)"/>
                <meta name="theme-color" content="#0D191C" media="(prefers-color-scheme: dark)"/>
                {small}
                {scripts}
            </head>
            <body class=body_class>
                <a class="skip" href="#main">{t!(locale, "frame-skip")}</a>
                {content}
                {given}
            </body>
        </html>
    }
}

fn islands(site: &Site, module: Module) -> impl IntoView + use<> {
    let options = LeptosOptions::builder().output_name(site.module(module).to_owned()).build();
    view! { <HydrationScripts options islands=true/> }
}
