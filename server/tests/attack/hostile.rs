//! Text that wants to be markup, in every field that is shown again, and the policy that would stop it if it were.

use reqwest::header::CONTENT_SECURITY_POLICY;
use xinju_domain::staff::Role;

use crate::browser::{Answer, Browser, Content};
use crate::house::{HERE, HOME, House};
use crate::process::Server;
use crate::road::{self, Applicant};
use crate::routes;

/// Closes whatever it could stand in. The word `zzz` finds it again.
const EVIL: &str = "zzz\"'`></textarea></title></script><script>alert(1)</script><img src=x onerror=alert(2)>\u{202E}\u{200B}\u{FEFF}{{7*7}}";

/// Whether what was typed has become part of the page's own markup.
fn expect_tame(answer: &Answer, place: &str) {
    let text = answer.text();
    if !answer.is_page() {
        return;
    }
    for wild in ["<script>alert", "<img src=x", "onerror=alert(2)>", "</textarea></title>"] {
        assert!(!text.contains(wild), "{place}: {wild} in {text}");
    }
    for inline in [" style=\"", " onclick=", " onload=", " onerror=\"", "href=\"javascript:"] {
        assert!(!text.contains(inline), "{place}: {inline}");
    }
    assert_eq!(text.matches("<title").count(), 1, "{place}");
}

/// Where a form is sent, whether with a file, and its fields.
type Form = (String, bool, Vec<(String, String)>);

/// All forms of a page.
fn forms(page: &str) -> Vec<Form> {
    let mut found = Vec::new();
    for form in page.split("<form").skip(1) {
        let form = form.split("</form>").next().unwrap_or_default();
        let head = form.split('>').next().unwrap_or_default();
        let attribute = |text: &str, name: &str| {
            text.split_once(&format!(" {name}=\""))
                .map(|(_, rest)| rest.split('"').next().unwrap_or_default().to_owned())
        };
        let Some(action) = attribute(head, "action") else { continue };
        let mut fields = Vec::new();
        for part in form.split('<').skip(1) {
            let is_field = ["input", "textarea", "select", "button"].iter().any(|tag| part.starts_with(tag));
            if let Some(name) = attribute(part, "name").filter(|_| is_field) {
                let is_hidden = part.contains("type=\"hidden\"");
                let value = if is_hidden { attribute(part, "value").unwrap_or_default() } else { EVIL.to_owned() };
                fields.push((name, value));
            }
        }
        found.push((action.replace("&amp;", "&"), head.contains("multipart"), fields));
    }
    found
}

/// Sends every form of a page with hostile text in every field, and looks at what comes back.
async fn send_all_forms(who: &mut Browser, path: &str) -> usize {
    let page = who.get(path).await;
    expect_tame(&page, path);
    let mut sent = 0;
    for (action, has_file, fields) in forms(&page.text()) {
        let takes_away = ["/sign-out", "/delete", "/discard", "/withdraw", "/issue", "/language", "/remove", "/end"];
        if has_file || takes_away.iter().any(|end| action.contains(end)) || fields.is_empty() {
            continue;
        }
        // The hidden ones as they were, then hostile as well.
        let hostile: Vec<_> = fields.iter().map(|(name, _)| (name.clone(), EVIL.to_owned())).collect();
        for fields in [fields, hostile] {
            let mut answer = who.send("POST", &action, Content::Form(fields)).await;
            for _ in 0..3 {
                assert!(!answer.status.is_server_error(), "{path} -> {action}: {}", answer.status);
                expect_tame(&answer, &action);
                let next = answer.location();
                if next.is_empty() {
                    break;
                }
                answer = who.get(&next).await;
            }
            sent += 1;
        }
    }
    sent
}

#[tokio::test]
async fn hostile_text_stays_text_in_every_form_of_every_page() {
    let house = House::told().await;
    let mut issuing = house.officer(HOME, Role::Issuing).await.browser;
    let mut registering = house.officer(HERE, Role::Registering).await.browser;
    let mut administrator = house.officer("990123", Role::Administrator).await.browser;
    let owner = road::holder(&house, &mut issuing, 1).await;
    let mut resident = owner.somebody.browser;
    let mut drafting = house.person().await.browser;
    drafting.post("/certificate/apply", &[("consent", "yes")]).await;
    let open = road::apply(&mut house.person().await.browser, &Applicant::new(2)).await;
    let mut sent = 0;
    for path in ["/", "/sign-in", "/sign-in/card", "/lost-phone", "/language"] {
        sent += send_all_forms(&mut house.nobody(), path).await;
    }
    for question in ["home-place", "current-place", "name", "id-number", "marriage", "spouse", "children"] {
        sent += send_all_forms(&mut drafting, &format!("/certificate/apply/{question}")).await;
    }
    let number = &owner.number;
    let printing = format!("/print/{number}");
    for path in [
        "/account",
        "/account/name",
        "/account/contacts",
        "/account/passkeys",
        "/sign-in/prove",
        "/certificate",
        &printing,
    ] {
        sent += send_all_forms(&mut resident, path).await;
    }
    let desk = [
        "/desk/applications".to_owned(),
        "/desk/search".to_owned(),
        format!("/desk/applications/{open}/more"),
        format!("/desk/applications/{open}/pass-on"),
        format!("/desk/certificates/{number}/correct"),
        format!("/desk/certificates/{number}/revoke"),
        format!("/desk/applications/{open}/refuse"),
    ];
    for path in desk {
        sent += send_all_forms(&mut issuing, &path).await;
    }
    sent += send_all_forms(&mut registering, "/desk/counter").await;
    let places =
        ["/desk/admin", "/desk/admin/offices/new", "/desk/admin/offices/990123002", "/desk/admin/staff/invite"];
    for path in places {
        sent += send_all_forms(&mut administrator, path).await;
    }
    assert!(sent >= 40, "{sent} forms");
    // What was kept is shown to others.
    for path in ["/desk/admin".to_owned(), format!("/desk/applications/{open}"), "/desk/applications".to_owned()] {
        expect_tame(&administrator.get(&path).await, &path);
        expect_tame(&issuing.get(&path).await, &path);
    }
}

#[tokio::test]
async fn hostile_addresses_stay_text_too() {
    let house = House::told().await;
    let mut officer = house.officer(HOME, Role::Issuing).await.browser;
    let mut person = house.person().await.browser;
    let evil = crate::browser::encoded(EVIL);
    for (method, route) in routes::declared() {
        if method == "GET" {
            let path: String = route
                .split('/')
                .map(|part| if part.starts_with('{') { evil.as_str() } else { part })
                .collect::<Vec<_>>()
                .join("/");
            for who in [&mut officer, &mut person] {
                // Numbers and ids are refused before the texts are looked at: they come by themselves.
                let texts = [
                    "done", "told", "next", "again", "in", "from", "token", "state", "sort", "q", "paper", "card",
                    "post",
                ];
                let texts = texts.map(|name| format!("{name}={evil}")).join("&");
                for query in [texts, format!("page={evil}&id={evil}&at={evil}")] {
                    let path = format!("{path}?{query}");
                    let answer = who.get(&path).await;
                    assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
                    expect_tame(&answer, &path);
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_answer_carries_its_policy_and_headers() {
    let house = House::real().await;
    let mut person = house.person().await.browser;
    let server = Server::start(&house.folder()).await;
    person = person.over(&server.base());
    let form = |text: &str| Content::Raw("application/x-www-form-urlencoded".to_owned(), text.as_bytes().to_vec());
    let json = |text: &str| Content::Json(text.to_owned());
    for (method, path, content) in [
        ("GET", "/", Content::Nothing),
        ("GET", "/account", Content::Nothing),
        ("GET", "/nowhere", Content::Nothing),
        ("GET", "/desk/admin", Content::Nothing),
        ("GET", "/certificate/x%00y", Content::Nothing),
        ("GET", "/desk/reports/not-an-id", Content::Nothing),
        ("GET", "/account/passkeys/remove?id=none", Content::Nothing),
        ("GET", "/pkg/nowhere.js", Content::Nothing),
        ("GET", "/sw.js", Content::Nothing),
        ("GET", "/favicon.svg", Content::Nothing),
        ("GET", "/.well-known/xinju/keys", Content::Nothing),
        ("GET", "/api/scan/who", Content::Nothing),
        ("POST", "/account/name", form("name=%ff%fe")),
        ("POST", "/account/name", json("{}")),
        ("POST", "/account/name", form("name=")),
        ("POST", "/account/contacts/news", form("id=x")),
        ("POST", "/api/scans", json("{")),
        ("POST", "/api/paper", form("x")),
        ("PUT", "/account/name", Content::Nothing),
        ("DELETE", "/", Content::Nothing),
        ("POST", "/", Content::Nothing),
        ("TRACE", "/", Content::Nothing),
        ("OPTIONS", "/account", Content::Nothing),
    ] {
        let answer = person.send(method, path, content).await;
        expect_guarded(&answer, method, path);
    }
}

fn expect_guarded(answer: &Answer, method: &str, path: &str) {
    let place = format!("{method} {path} ({})", answer.status);
    let policy = answer.header(CONTENT_SECURITY_POLICY);
    assert!(policy.contains("default-src 'none'") || path == "/sw.js", "{place}: {policy}");
    assert!(!policy.contains("unsafe-inline") && !policy.contains("unsafe-eval' "), "{place}: {policy}");
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-frame-options", "DENY"),
    ] {
        let found = answer.headers.get(name).and_then(|value| value.to_str().ok());
        assert_eq!(found, Some(value), "{place}: {name}");
    }
    for told in ["server", "x-powered-by"] {
        assert!(!answer.headers.contains_key(told), "{place}: {told}");
    }
    let text = answer.text();
    // A person gets a page in their language, and nobody the library's own words.
    for words in
        ["deserialize", "Failed", "Invalid URL", "expected", "axum", "hyper", "Form requests", "Expected request"]
    {
        assert!(!text.contains(words), "{place}: {text}");
    }
    let is_ended = answer.status.is_client_error() && !path.starts_with("/api/") && !path.starts_with("/pkg/");
    assert!(!is_ended || text.contains("<h1>"), "{place}: {text}");
    if answer.is_page() {
        expect_tame(answer, &place);
        let is_kept = answer.header(reqwest::header::CACHE_CONTROL);
        assert!(["no-store", "no-cache"].contains(&is_kept.as_str()), "{place}: {is_kept}");
    }
}
