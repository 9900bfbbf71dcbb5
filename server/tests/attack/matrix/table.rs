//! Who may what: every address, the rule for it, and a request that would do something if it were let in.

use super::Rule::{self, *};

pub struct Row {
    pub method: &'static str,
    pub route: &'static str,
    pub query: &'static str,
    pub rule: Rule,
    pub content: Sample,
}

/// The body of a request. Names in braces are filled in as in the address.
#[derive(Clone, Copy)]
pub enum Sample {
    None,
    Form(&'static [(&'static str, &'static str)]),
    Json(&'static str),
    Bytes,
    Paper,
}

const fn get(route: &'static str, rule: Rule) -> Row {
    Row { method: "GET", route, query: "", rule, content: Sample::None }
}

const fn ask(route: &'static str, query: &'static str, rule: Rule) -> Row {
    Row { method: "GET", route, query, rule, content: Sample::None }
}

const fn post(route: &'static str, rule: Rule, fields: &'static [(&'static str, &'static str)]) -> Row {
    Row { method: "POST", route, query: "", rule, content: Sample::Form(fields) }
}

const fn json(route: &'static str, rule: Rule, text: &'static str) -> Row {
    Row { method: "POST", route, query: "", rule, content: Sample::Json(text) }
}

const fn bytes(route: &'static str, query: &'static str, rule: Rule) -> Row {
    Row { method: "POST", route, query, rule, content: Sample::Bytes }
}

const fn paper(route: &'static str, rule: Rule) -> Row {
    Row { method: "POST", route, query: "", rule, content: Sample::Paper }
}

/// Long enough for every reason that has to be given.
const WORDS: &str = "照片反光，请在窗边再拍一张";
const ANSWER: &str = r#"{"id":"00000000-0000-4000-8000-000000000000","answer":"{}"}"#;
const ORDER: &str = r#"{"key":"00112233445566778899aabbccddeeff","officer":"{officer}","presentation":"x","scanned_at":1,
    "bundle_made_at":1,"challenge":"","address":"","digits":"","missing":[],"note":"","due":""}"#;
const TOLD: &str = r#"{"officer":"{officer}","number":"{number}","verdict":"valid","scanned_at":1,"replay_id":"00"}"#;

/// In the order in which they are tried: what takes something away for good comes last.
pub const TABLE: &[Row] = &[
    get("/", Everyone),
    get("/get-help", Everyone),
    get("/offline", Everyone),
    get("/v", Everyone),
    get("/scan", Everyone),
    get("/wallet", Everyone),
    get("/wallet/found", Everyone),
    get("/lost-phone", Everyone),
    post("/lost-phone", Everyone, &[("reference", "0000-0000"), ("born", "1992-08-16")]),
    get("/lost-phone/done", Everyone),
    get("/language", Everyone),
    post("/language", Everyone, &[("locale", "zh-Hans")]),
    post("/account/language", Everyone, &[("locale", "zh-Hans")]),
    get("/.well-known/xinju/keys", Everyone),
    get("/.well-known/xinju/bundle", Everyone),
    get("/status/{list}", Everyone),
    // Signing in.
    get("/sign-in", Everyone),
    post("/sign-in", Everyone, &[("address", "13800000000x")]),
    get("/sign-in/code", Everyone),
    post("/sign-in/code", Everyone, &[("code", "000000")]),
    post("/sign-in/again", Everyone, &[]),
    get("/sign-in/welcome", Everyone),
    post("/sign-in/welcome", Everyone, &[]),
    get("/sign-in/new", Everyone),
    get("/sign-in/card", Everyone),
    post("/sign-in/card", Everyone, &[("card", "1")]),
    ask("/sign-in/link", "?token=none", Everyone),
    post("/sign-in/link", Everyone, &[("token", "none")]),
    ask("/sign-in/stop", "?token=none", Everyone),
    post("/sign-in/stop", Everyone, &[("token", "none")]),
    ask("/invitation", "?token=none", Everyone),
    post("/invitation", Everyone, &[("token", "none")]),
    json("/api/passkey/sign-in/start", Everyone, "{}"),
    json("/api/passkey/sign-in/finish", Everyone, ANSWER),
    json("/api/passkey/new/start", Everyone, "{}"),
    json("/api/passkey/new/finish", Everyone, ANSWER),
    json("/api/passkey/add/start", SignedIn, "{}"),
    json("/api/passkey/add/finish", SignedIn, ANSWER),
    json("/api/passkey/prove/start", SignedIn, "{}"),
    json("/api/passkey/prove/finish", SignedIn, ANSWER),
    get("/sign-in/prove", SignedIn),
    post("/sign-in/prove", SignedIn, &[("contact", "{contact}")]),
    get("/sign-in/prove/code", SignedIn),
    post("/sign-in/prove/code", SignedIn, &[("code", "000000")]),
    // By the key of the phone alone.
    bytes("/api/wallet/nonce", "", Everyone),
    bytes("/api/wallet/renew", "", Everyone),
    bytes("/api/wallet/check", "", Everyone),
    bytes("/api/wallet/leave", "", Everyone),
    bytes("/api/wallet/bind", "", SignedIn),
    get("/wallet/add", SignedIn),
    // One's own account.
    get("/account", SignedIn),
    get("/account/name", SignedIn),
    post("/account/name", SignedIn, &[("name", "王芳")]),
    post("/account/recovery/stop", SignedIn, &[]),
    get("/account/contacts", SignedIn),
    post("/account/contacts", SignedIn, &[("address", "x")]),
    get("/account/contacts/code", SignedIn),
    post("/account/contacts/code", SignedIn, &[("code", "000000")]),
    post("/account/contacts/news", SignedIn, &[("id", "{contact}"), ("wish", "no")]),
    post("/account/contacts/remove", Owner, &[("id", "{contact}")]),
    get("/account/passkeys", SignedIn),
    get("/account/passkeys/new", SignedIn),
    post("/account/passkeys/name", SignedIn, &[("id", "{passkey}"), ("name", "x")]),
    ask("/account/passkeys/remove", "?id={passkey}", Outsider),
    post("/account/passkeys/remove", Outsider, &[("id", "{passkey}")]),
    get("/account/card", SignedIn),
    post("/account/card", SignedIn, &[]),
    post("/account/card/saved", SignedIn, &[("token", "none")]),
    get("/account/sessions", SignedIn),
    post("/account/sessions/end", SignedIn, &[("id", "{session}")]),
    get("/account/seen", SignedIn),
    get("/account/consents", SignedIn),
    get("/account/export", SignedIn),
    post("/account/export", SignedIn, &[]),
    get("/account/delete", SignedIn),
    get("/account/deleted", Everyone),
    get("/account/phones", SignedIn),
    post("/account/phones/undo", SignedIn, &[("id", "{phone}")]),
    post("/account/phones/stop", SignedIn, &[]),
    post("/account/phones/remove", SignedIn, &[("id", "{phone}")]),
    // Applying.
    get("/certificate", SignedIn),
    get("/certificate/apply", SignedIn),
    post("/certificate/apply", SignedIn, &[]),
    get("/certificate/apply/{question}", SignedIn),
    post("/certificate/apply/{question}", SignedIn, &[("name", "王芳")]),
    get("/certificate/apply/check", SignedIn),
    post("/certificate/apply/send", Owner, &[("draft", "{draft}")]),
    get("/certificate/apply/disputed", SignedIn),
    get("/certificate/apply/on-paper", SignedIn),
    get("/certificate/apply/letter", SignedIn),
    post("/certificate/apply/{photo}/remove/{draft_paper}", Owner, &[]),
    paper("/certificate/apply/{photo}/add", Owner),
    json("/api/paper", Owner, r#"{"holder":"draft","kind":"photo","size":10}"#),
    ask("/api/paper/{upload}", "", Owner),
    bytes("/api/paper/{upload}", "?holder=draft&at=0", Owner),
    // One's own records.
    get("/certificate/paper/{paper}", Owner),
    get("/certificate/{reference}", Owner),
    get("/certificate/{reference}/sent", Owner),
    post("/certificate/{reference}/answer", Owner, &[("words", "x")]),
    get("/certificate/{reference}/change/{question}", Owner),
    post("/certificate/{reference}/change/{question}", Owner, &[("name", "王芳")]),
    // The office did not ask for one.
    paper("/certificate/{reference}/add/{photo}", Outsider),
    get("/certificate/{reference}/look-again", Owner),
    post("/certificate/{reference}/look-again", Owner, &[]),
    get("/certificate/{reference}/withdraw", Owner),
    post("/certificate/{reference}/withdraw", Owner, &[]),
    get("/print/{number}", Owner),
    post("/print/{number}", Owner, &[("profile", "minimum")]),
    ask("/print/{number}/sheet", "?token=none", SignedIn),
    get("/notices", SignedIn),
    get("/notices/{notice}", Owner),
    post("/notices/{notice}", Owner, &[("item", "photo"), ("answer", "x")]),
    // The desk of the home office.
    get("/desk", Staff),
    get("/desk/applications", Issuing),
    get("/desk/search", Issuing),
    post("/desk/search", Issuing, &[("q", "阿依古丽·买买提")]),
    get("/desk/applications/{open}", IssuingHome),
    get("/desk/applications/{open}/more", IssuingHome),
    post("/desk/applications/{open}/more", IssuingHome, &[("version", "1"), ("words", WORDS), ("questions", "name")]),
    get("/desk/applications/{open}/refuse", IssuingHome),
    post("/desk/applications/{open}/refuse", IssuingHome, &[("version", "1"), ("reason", WORDS)]),
    get("/desk/applications/{open}/pass-on", IssuingHome),
    post(
        "/desk/applications/{open}/pass-on",
        IssuingHome,
        &[("version", "1"), ("office", "990123002"), ("reason", WORDS)],
    ),
    post("/desk/applications/{open}/take-over", IssuingHome, &[("version", "1")]),
    post("/desk/applications/{open}/give-back", IssuingHome, &[("version", "1")]),
    post("/desk/applications/{open}/issue", IssuingHome, &[("version", "1")]),
    get("/desk/papers/{paper}", IssuingHome),
    get("/desk/certificates", Issuing),
    get("/desk/certificates/{number}", IssuingHome),
    get("/desk/certificates/{number}/correct", IssuingHome),
    post("/desk/certificates/{number}/correct", IssuingHome, &[("name", "王芳")]),
    get("/desk/certificates/{number}/revoke", IssuingHome),
    post("/desk/certificates/{number}/renew", IssuingHome, &[]),
    post("/desk/certificates/{number}/revoke", IssuingHome, &[("reason", "died"), ("words", WORDS)]),
    get("/desk/disputes", Issuing),
    get("/desk/disputes/{dispute}/settle", IssuingHome),
    post("/desk/disputes/{dispute}/take-up", IssuingHome, &[]),
    post("/desk/disputes/{dispute}/settle", IssuingHome, &[("verdict", "holder"), ("reason", WORDS)]),
    get("/desk/reports", Issuing),
    get("/desk/reports/{report}", IssuingHome),
    post("/desk/reports/{report}", IssuingHome, &[]),
    // The current office.
    get("/desk/registrations", Registering),
    get("/desk/registrations/{registration}", RegisteringHere),
    json("/api/registrations", Registering, ORDER),
    json("/api/scans", Registering, TOLD),
    get("/api/scan/who", Registering),
    json("/api/scan/number", Registering, r#"{"number":"{number}"}"#),
    get("/desk/counter", Registering),
    post("/desk/counter", Registering, &[("name", "1")]),
    ask("/desk/counter/card", "?card={card}", RegisteringHere),
    post("/desk/counter/handed", Registering, &[("card", "none")]),
    // The county's administrator.
    get("/desk/admin", Administrator),
    get("/desk/admin/offices/new", Administrator),
    post("/desk/admin/offices/new", Administrator, &[("region", "x")]),
    get("/desk/admin/offices/{office}", AdministratorAbove),
    post("/desk/admin/offices/{office}", AdministratorAbove, &[("name", "新名字"), ("address", ""), ("phone", "")]),
    get("/desk/admin/offices/{office}/close", AdministratorAbove),
    get("/desk/admin/staff/invite", Administrator),
    post("/desk/admin/staff/invite", Administrator, &[("role", "issuing"), ("address", "x"), ("office", "{office}")]),
    get("/desk/admin/staff/{staff}/remove", AdministratorAbove),
    post("/desk/admin/staff/{staff}/remove", AdministratorAbove, &[]),
    post("/desk/admin/offices/{office}/close", AdministratorAbove, &[]),
    // For good.
    post("/account/consents/withdraw", SignedIn, &[("purpose", "sensitive_data")]),
    get("/certificate/apply/discard", SignedIn),
    post("/certificate/apply/discard", SignedIn, &[]),
    post("/account/delete", SignedIn, &[]),
    post("/sign-out", Everyone, &[]),
];
