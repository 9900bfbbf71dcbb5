//! SQL in every parameter; and the rule that no text of a query is ever put together.

use xinju_domain::staff::Role;

use crate::browser::{Answer, Content, encoded};
use crate::house::{HOME, House};
use crate::matrix::{Actor, World};
use crate::routes;

const ATTEMPTS: [&str; 8] = [
    "' or '1'='1",
    "'; drop table account; --",
    "\" or 1=1 --",
    "1; select pg_sleep(10)",
    "\\' union select secret from issuing_key --",
    "$1",
    "\u{0}",
    "%",
];

/// Each address lets one of them in.
const LET_IN: [Actor; 4] = [Actor::Owner, Actor::IssuingHome, Actor::RegisteringHere, Actor::AdministratorAbove];

#[test]
fn no_query_is_put_together_from_text() {
    let mut faults = Vec::new();
    for (path, code) in routes::sources("server").into_iter().chain(routes::sources("app")) {
        let is_test = path.contains("/tests") || path.contains("testkit") || path.ends_with("tests.rs");
        if is_test {
            continue;
        }
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        // Moves whole tables between the engines; the names it puts in are compared with the schema's.
        if path == "server/store/src/transfer.rs" {
            continue;
        }
        for word in ["AssertSqlSafe", "raw_sql(", "QueryBuilder", "SqlStr", "query_with("] {
            if code.contains(word) {
                faults.push(format!("{path}: {word}"));
            }
        }
        let is_store = path.starts_with("server/store");
        if !is_store && code.contains("sqlx") {
            faults.push(format!("{path}: SQL lives in the store alone"));
        }
        for (number, line) in code.lines().enumerate().filter(|(_, line)| line.contains("format!(") && is_store) {
            let lower = line.to_lowercase();
            if ["select ", "insert ", "update ", "delete ", " where ", "pragma "]
                .iter()
                .any(|word| lower.contains(word))
            {
                faults.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn expect_answer(answer: &Answer, place: &str) {
    let text = answer.text().to_lowercase();
    assert!(!answer.status.is_server_error(), "{place}: {} {text}", answer.status);
    for told in ["sqlite", "sqlstate", "syntax error", "near \"", "unterminated", "no such column"] {
        assert!(!text.contains(told), "{place}: tells {told}");
    }
}

#[tokio::test]
async fn quotes_and_nothings_in_every_parameter_do_nothing() {
    let mut world = World::new().await;
    let mut actors = std::mem::take(&mut world.actors);
    let before = world.contents().await;
    for (method, route) in routes::declared().into_iter().filter(|(_, route)| route.contains('{')) {
        for attempt in ["'; drop table account; --", "\" or 1=1 --", "\u{0}", "%"] {
            let evil = encoded(attempt);
            let path: String = route
                .split('/')
                .map(|part| if part.starts_with('{') { evil.as_str() } else { part })
                .collect::<Vec<_>>()
                .join("/");
            for (_, browser) in actors.iter_mut().filter(|(actor, _)| LET_IN.contains(actor)) {
                let answer = browser.send(method, &path, Content::form(&[("version", "1"), ("words", attempt)])).await;
                expect_answer(&answer, &format!("{method} {path}"));
            }
        }
    }
    let after = world.contents().await;
    for ((table, before), (_, after)) in before.iter().zip(&after) {
        assert_eq!(before, after, "{table}");
    }
}

#[tokio::test]
async fn quotes_in_searches_cookies_and_headers_find_nobody_and_break_nothing() {
    let house = House::told().await;
    let mut officer = house.officer(HOME, Role::Issuing).await.browser;
    let nothing = officer.post("/desk/search", &[("q", "nobody of this name")]).await;
    let rows = |answer: &Answer| answer.text().matches("class=\"row").count();
    for attempt in ATTEMPTS {
        let found = officer.post("/desk/search", &[("q", attempt)]).await;
        expect_answer(&found, attempt);
        assert_eq!(rows(&found), rows(&nothing), "{attempt}");
        let query = encoded(attempt);
        for path in [
            "/desk/applications?state=",
            "/desk/applications?page=",
            "/desk/certificates?page=",
            "/certificate/apply/name?again=",
        ] {
            expect_answer(&officer.get(&format!("{path}{query}")).await, path);
        }
        for field in ["reference", "born", "address", "card", "token", "code", "next"] {
            for path in ["/sign-in", "/lost-phone", "/sign-in/card", "/sign-in/link", "/sign-in/code", "/invitation"] {
                expect_answer(&house.nobody().post(path, &[(field, attempt)]).await, path);
            }
        }
        if !attempt.contains('\u{0}') {
            let mut odd = house.nobody();
            for cookie in ["__Host-session", "__Host-flow", "locale"] {
                odd.hold(cookie, &attempt.replace(';', ","));
            }
            odd.headers = vec![
                ("accept-language".to_owned(), attempt.to_owned()),
                ("user-agent".to_owned(), attempt.to_owned()),
                ("x-forwarded-for".to_owned(), attempt.to_owned()),
            ];
            expect_answer(&odd.get("/account").await, "cookies");
        }
    }
}
