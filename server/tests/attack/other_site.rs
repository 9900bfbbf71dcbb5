//! Another site sends forms with our cookie, frames us, or reads our answers.

use reqwest::StatusCode;

use crate::browser::Content;
use crate::house::{House, ORIGIN};
use crate::process::Server;
use crate::routes;

/// An address with something in its braces.
fn filled(route: &str) -> String {
    route.split('/').map(|part| if part.starts_with('{') { "x" } else { part }).collect::<Vec<_>>().join("/")
}

#[tokio::test(flavor = "multi_thread")]
async fn no_change_is_taken_from_a_page_of_another_site() {
    let house = House::real().await;
    let person = house.person().await;
    let server = Server::start(&house.folder()).await;
    let mut browser = person.browser.over(&server.base());
    let routes: Vec<String> =
        routes::declared().into_iter().filter(|(method, _)| *method == "POST").map(|(_, path)| filled(&path)).collect();
    assert!(routes.len() > 50);
    let foreign: [&[(&str, &str)]; 6] = [
        &[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
        &[("sec-fetch-site", "same-site"), ("origin", "https://other.localhost:3000")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[("sec-fetch-site", "cross-site")],
        &[("origin", "http://localhost.evil.example:3000")],
    ];
    for path in &routes {
        for headers in foreign {
            browser.headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            let answer = browser.send("POST", path, Content::Nothing).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {headers:?}");
            assert!(answer.cookies().is_empty(), "{path}");
            let is_told = answer.is_page() && answer.text().contains("<h1>");
            assert!(is_told || path.starts_with("/api/"), "{path}: {}", answer.text());
        }
    }
    assert!(browser.held(crate::house::SESSION).is_some());
    for headers in [
        &[("sec-fetch-site", "same-origin"), ("origin", ORIGIN)] as &[_],
        &[("origin", ORIGIN)],
        &[("sec-fetch-site", "none")],
        &[],
    ] {
        browser.headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let answer = browser.post("/account/name", &[("name", "王芳")]).await;
        assert_eq!(answer.location(), "/account?done=name", "{headers:?}");
    }
    browser.headers.clear();
    assert!(browser.get("/account").await.text().contains("王芳"));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_other_site_may_frame_us_read_us_or_change_by_a_link() {
    let house = House::real().await;
    let person = house.person().await;
    let server = Server::start(&house.folder()).await;
    let mut browser = person.browser.over(&server.base());
    browser.headers = vec![("origin".to_owned(), "https://evil.example".to_owned())];
    for (method, route) in routes::declared() {
        let path = filled(&route);
        if method == "GET" {
            let answer = browser.get(&path).await;
            // What scanners of others check by is for everybody.
            let is_public = path.starts_with("/.well-known/xinju/") || path.starts_with("/status/");
            assert!(is_public || !answer.headers.contains_key("access-control-allow-origin"), "{path}");
            let policy = answer.header(reqwest::header::CONTENT_SECURITY_POLICY);
            let is_data = !answer.is_page();
            assert!(is_data || policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        } else {
            // A change is no GET: what has a form alone is not found, or not allowed, by a link.
            let answer = browser.send("OPTIONS", &path, Content::Nothing).await;
            assert!(!answer.headers.contains_key("access-control-allow-origin"), "{path}");
        }
    }
}
