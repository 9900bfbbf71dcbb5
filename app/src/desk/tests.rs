use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use xinju_domain::staff::Role;
use xinju_identity::random;
use xinju_service::Broken;

use crate::application::tests::apply;
use crate::trial::{Answer, HOME, Person, Trial};

/// Somebody with a post, signed in.
async fn officer(trial: &Trial, office: &str, role: Role) -> Person {
    let person = trial.person().await;
    let account = person.account;
    trial
        .services
        .db
        .change(|mut tx| async move {
            let at = tx.now().micros();
            let id = random::uuid_v7(tx.now());
            xinju_store::staff::insert(&mut tx, id, office, account, role.code(), at).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await
        .expect("a post");
    person
}

/// The version that stands in the page's forms.
fn version(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"version\" value=\"").expect("a form with a version");
    rest.split('"').next().unwrap_or_default().to_owned()
}

async fn page(trial: &Trial, who: &Person, path: &str) -> String {
    let answer = trial.get(who, path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    let text = answer.text();
    assert_eq!(text.matches("<h1").count(), 1, "{path}");
    assert!(!text.contains("style=") && !text.contains("onclick"), "{path}");
    text
}

/// The newest answer of a form, which always leads on.
async fn press(trial: &Trial, who: &Person, path: &str, fields: &[(&str, &str)]) -> Answer {
    let answer = trial.post(who, path, fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.text());
    answer
}

#[tokio::test]
async fn an_application_is_judged_and_issued_without_script() {
    let trial = Trial::new().await;
    let resident = trial.person().await;
    let reference = apply(&trial, &resident).await;
    let officer = officer(&trial, HOME, Role::Issuing).await;
    assert_eq!(trial.get(&officer, "/desk").await.location(), "/desk/applications");
    let queue = page(&trial, &officer, "/desk/applications").await;
    let here = format!("/desk/applications/{reference}");
    for words in ["等石桥镇办，1件", "全部 1", "剩7天", "待接手", here.as_str()] {
        assert!(queue.contains(words), "{words}: {queue}");
    }
    let record = page(&trial, &officer, &here).await;
    for words in ["110105 19491231 002X", "校验位对", "归本办", "没有别的申请", "只差您看一眼", "Ctrl Enter"]
    {
        assert!(record.contains(words), "{words}: {record}");
    }
    let issued = press(&trial, &officer, &format!("{here}/issue"), &[("version", &version(&record))]).await;
    assert_eq!(issued.location(), format!("{here}?done=issued"));
    let record = page(&trial, &officer, issued.location()).await;
    let (_, number) = record.split_once("/desk/certificates/").expect("a link to the certificate");
    let number = number.split('"').next().unwrap_or_default();
    let certificate = page(&trial, &officer, &format!("/desk/certificates/{number}")).await;
    assert!(certificate.contains("1.2.156.3005.2.") && certificate.contains("2029年11月17日"), "{certificate}");
    assert!(page(&trial, &officer, "/desk/certificates").await.contains(number));
}

#[tokio::test]
async fn a_page_that_is_out_of_date_is_told_so_and_does_nothing() {
    let trial = Trial::new().await;
    let reference = apply(&trial, &trial.person().await).await;
    let (one, two) = (officer(&trial, HOME, Role::Issuing).await, officer(&trial, HOME, Role::Issuing).await);
    let here = format!("/desk/applications/{reference}");
    let seen = version(&page(&trial, &one, &here).await);
    let theirs = page(&trial, &two, &here).await;
    assert!(theirs.contains("正在办这一件") && !theirs.contains("/issue\""), "{theirs}");
    press(&trial, &two, &format!("{here}/take-over"), &[("version", &seen)]).await;
    let late = press(&trial, &one, &format!("{here}/issue"), &[("version", &seen)]).await;
    assert_eq!(late.location(), format!("{here}?told=overtaken"));
    assert!(page(&trial, &one, late.location()).await.contains("刚才那一步没有做"));
}

#[tokio::test]
async fn a_refused_form_keeps_the_words_and_says_what_is_missing() {
    let trial = Trial::new().await;
    let reference = apply(&trial, &trial.person().await).await;
    let officer = officer(&trial, HOME, Role::Issuing).await;
    let here = format!("/desk/applications/{reference}");
    let form = page(&trial, &officer, &format!("{here}/more")).await;
    let words = "照片反光，请在窗边再拍一张 <script>alert(1)</script>";
    let fields = [("version", version(&form)), ("words", words.to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let back = press(&trial, &officer, &format!("{here}/more"), &fields).await;
    let again = page(&trial, &officer, back.location()).await;
    assert!(again.contains("照片反光，请在窗边再拍一张 &lt;script&gt;") && again.contains("id=\"errors\""), "{again}");
    let fields = [fields.as_slice(), &[("questions", "photo")]].concat();
    let asked = press(&trial, &officer, &format!("{here}/more"), &fields).await;
    let record = page(&trial, &officer, asked.location()).await;
    assert!(record.contains("&lt;script&gt;") && !record.contains("<script>alert"), "{record}");
    assert!(record.contains("暂停") || record.contains("时间停着"), "{record}");
}

#[tokio::test]
async fn others_learn_nothing_and_who_has_no_post_is_not_let_in() {
    let trial = Trial::new().await;
    let resident = trial.person().await;
    let reference = apply(&trial, &resident).await;
    let stranger = officer(&trial, "990123002", Role::Issuing).await;
    let short = officer(&trial, HOME, Role::Registering).await;
    let here = format!("/desk/applications/{reference}");
    for (path, method) in [
        (here.clone(), "get"),
        (format!("{here}/more"), "get"),
        (format!("{here}/refuse"), "get"),
        (format!("{here}/pass-on"), "get"),
        (format!("{here}/issue"), "post"),
        (format!("{here}/take-over"), "post"),
        ("/desk/certificates/99012326000000016".to_owned(), "get"),
    ] {
        for (who, status) in
            [(&stranger, StatusCode::NOT_FOUND), (&short, StatusCode::FORBIDDEN), (&resident, StatusCode::FORBIDDEN)]
        {
            let answer = match method {
                "get" => trial.get(who, &path).await,
                _ => trial.post(who, &path, &[("version", "1")]).await,
            };
            assert_eq!(answer.status, status, "{path}");
            assert!(!answer.text().contains("阿依古丽"), "{path}");
        }
    }
    assert!(!trial.get(&stranger, "/desk/applications").await.text().contains(&reference.to_string()));
}

#[tokio::test]
async fn a_search_finds_the_person_and_stands_in_no_address() {
    let trial = Trial::new().await;
    let reference = apply(&trial, &trial.person().await).await;
    let officer = officer(&trial, HOME, Role::Issuing).await;
    for wanted in ["阿依古丽·买买提", "11010519491231002x"] {
        let found = trial.post(&officer, "/desk/search", &[("q", wanted)]).await;
        assert_eq!(found.status, StatusCode::OK);
        assert!(found.text().contains(&format!("/desk/applications/{reference}")), "{wanted}");
    }
    let bar = page(&trial, &officer, "/desk/applications").await;
    assert!(bar.contains("method=\"post\" action=\"/desk/search\""), "{bar}");
}

#[tokio::test]
async fn the_public_documents_are_cached_and_told_by_their_tag() {
    let trial = Trial::new().await;
    for path in ["/.well-known/xinju/keys", "/.well-known/xinju/bundle"] {
        let first = trial.send(Request::get(path).body(Body::empty()).expect("a request")).await;
        assert_eq!((first.status, first.header(header::CACHE_CONTROL)), (StatusCode::OK, "public, max-age=60"));
        let again = Request::get(path).header(header::IF_NONE_MATCH, first.header(header::ETAG));
        let again = trial.send(again.body(Body::empty()).expect("a request")).await;
        assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0), "{path}");
    }
    let none = trial.send(Request::get("/status/990123-1").body(Body::empty()).expect("a request")).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}
