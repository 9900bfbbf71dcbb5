use std::io::Cursor;

use axum::{body::Body, http::StatusCode, http::header};
use futures::stream;
use xinju_domain::application::Question;
use xinju_domain::reference::Reference;
use xinju_domain::staff::Role;
use xinju_domain::time::Span;
use xinju_service::desk::{self, Seen};
use xinju_service::session::Officer;

use crate::trial::{Answer, HOME, Person, Trial};

const NUMBER: &str = "11010519491231002X";

fn photo() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image::RgbImage::from_pixel(60, 80, image::Rgb([90, 160, 200]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("a picture");
    bytes.into_inner()
}

/// Posts and follows where it leads.
async fn fill(trial: &Trial, who: &Person, question: &str, fields: &[(&str, &str)], next: &str) {
    let path = format!("/certificate/apply/{question}");
    let page = trial.get(who, &path).await;
    assert_eq!(page.status, StatusCode::OK, "{question}: {}", page.location());
    assert_eq!(page.text().matches("<h1").count(), 1, "{question}");
    let posted = trial.post(who, &path, fields).await;
    assert_eq!(posted.status, StatusCode::SEE_OTHER, "{question}");
    assert_eq!(posted.location(), next, "{question}");
}

async fn fill_all(trial: &Trial, who: &Person) {
    let begun = trial.post(who, "/certificate/apply", &[("consent", "yes")]).await;
    assert_eq!(begun.location(), "/certificate/apply/home-place");
    let base = "/certificate/apply";
    let step = format!("{base}/home-place?in=990123");
    fill(trial, who, "home-place", &[("place", "990123")], &step).await;
    fill(trial, who, "home-place", &[("place", HOME)], "/certificate/apply/current-place").await;
    fill(trial, who, "current-place", &[("place", "990204001")], "/certificate/apply/name").await;
    fill(trial, who, "name", &[("name", "阿依古丽·买买提")], "/certificate/apply/id-number").await;
    fill(trial, who, "id-number", &[("id_number", NUMBER)], "/certificate/apply/marriage").await;
    fill(trial, who, "marriage", &[("marital", "20")], "/certificate/apply/spouse").await;
    fill(trial, who, "spouse", &[("name", "王芳")], "/certificate/apply/children").await;
    fill(trial, who, "children", &[("sons", "1"), ("daughters", "")], "/certificate/apply/photo").await;
    for (question, kind, next) in [("photo", "photo", "papers"), ("papers", "id-card", "check")] {
        let added = trial.post_file(who, &format!("{base}/{question}/add"), kind, &photo()).await;
        assert_eq!(added.location(), format!("{base}/{question}?added={kind}"));
        fill(trial, who, question, &[], &format!("{base}/{next}")).await;
    }
}

fn draft_in(page: &Answer) -> String {
    let text = page.text();
    let at = text.find("name=\"draft\" value=\"").expect("the draft's id") + 20;
    text[at..at + 36].to_owned()
}

/// What a page says, without the links that name its address.
fn main_of(page: &Answer) -> String {
    let text = page.text();
    let from = text.find("<main").unwrap_or_default();
    let to = text.find("</main>").unwrap_or(text.len());
    text[from..to].to_owned()
}

pub(crate) async fn apply(trial: &Trial, who: &Person) -> Reference {
    fill_all(trial, who).await;
    let check = trial.get(who, "/certificate/apply/check").await;
    let id = draft_in(&check);
    let sent = trial.post(who, "/certificate/apply/send", &[("draft", &id)]).await;
    let again = trial.post(who, "/certificate/apply/send", &[("draft", &id)]).await;
    assert_eq!(sent.location(), again.location());
    let reference = sent.location().trim_start_matches("/certificate/").trim_end_matches("/sent");
    reference.parse().expect("a reference")
}

async fn seen(trial: &Trial, officer: &Officer, reference: Reference) -> Seen {
    let record = desk::open(&trial.services, officer, reference).await.expect("a database").expect("a record");
    Seen { reference, version: record.application.row.version }
}

#[tokio::test]
async fn the_whole_road_works_without_script() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    let reference = apply(&trial, &who).await;
    let sent = trial.get(&who, &format!("/certificate/{reference}/sent")).await.text();
    assert!(sent.contains(&reference.to_string()), "{sent}");
    assert!(sent.contains("11月27日 周五"), "{sent}");
    let status = trial.get(&who, &format!("/certificate/{reference}")).await.text();
    for words in ["轮到石桥镇办", "11月27日 周五", "7个工作日", "您交了申请"] {
        assert!(status.contains(words), "{words}: {status}");
    }
    let overview = trial.get(&who, "/certificate").await.text();
    assert!(overview.contains(&format!("/certificate/{reference}")));
    for path in ["/certificate/apply", "/certificate/apply/name", "/certificate/apply/check"] {
        let page = trial.get(&who, path).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{path}");
    }
    let open = trial.get(&who, "/certificate/apply").await;
    assert_eq!(open.location(), format!("/certificate/{reference}?open=1"));
}

#[tokio::test]
async fn the_check_shows_every_answer_and_each_can_be_changed() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    fill_all(&trial, &who).await;
    let check = trial.get(&who, "/certificate/apply/check").await.text();
    for words in
        ["演示省青禾市青禾县石桥镇", "阿依古丽·买买提", "110105 19491231 002X", "1949年12月31日，女", "王芳", "已婚"]
    {
        assert!(check.contains(words), "{words}: {check}");
    }
    for question in Question::ALL {
        assert!(check.contains(&format!("/certificate/apply/{question}?from=check")), "{question}");
    }
    let changed = trial.post(&who, "/certificate/apply/marriage?from=check", &[("marital", "10")]).await;
    assert_eq!(changed.location(), "/certificate/apply/check");
    let changed = trial.post(&who, "/certificate/apply/marriage?from=check", &[("marital", "20")]).await;
    assert_eq!(changed.location(), "/certificate/apply/spouse?from=check");
}

#[tokio::test]
async fn a_wrong_check_character_keeps_the_answer_and_reads_it_back() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    trial.post(&who, "/certificate/apply", &[("consent", "yes")]).await;
    let typed = "330499 19920816 0381";
    let refused = trial.post(&who, "/certificate/apply/id-number", &[("id_number", typed)]).await;
    assert_eq!(refused.status, StatusCode::SEE_OTHER);
    let page = trial.get(&who, refused.location()).await.text();
    for words in ["身份证号有一处抄错，请再看一遍", typed, "1992年8月16日", "后4位", "0381", "有一处要改"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    let stranger = trial.person().await;
    trial.post(&stranger, "/certificate/apply", &[("consent", "yes")]).await;
    let other = trial.get(&stranger, refused.location()).await.text();
    assert!(!other.contains("19920816"));
}

#[tokio::test]
async fn without_the_tick_nothing_begins() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    let refused = trial.post(&who, "/certificate/apply", &[]).await;
    let page = trial.get(&who, refused.location()).await.text();
    assert!(page.contains("同意了才能往下填"), "{page}");
    assert_eq!(trial.get(&who, "/certificate/apply/name").await.location(), "/certificate/apply");
}

#[tokio::test]
async fn an_office_on_paper_is_told_at_once_with_a_letter() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    trial.post(&who, "/certificate/apply", &[("consent", "yes")]).await;
    let chosen = trial.post(&who, "/certificate/apply/home-place", &[("place", "990123002")]).await;
    assert_eq!(chosen.location(), "/certificate/apply/on-paper");
    let page = trial.get(&who, chosen.location()).await.text();
    assert!(page.contains("青禾县柳湾乡1号"), "{page}");
    let letter = trial.get(&who, "/certificate/apply/letter").await.text();
    assert!(letter.contains("我的户籍在演示省青禾市青禾县柳湾乡"), "{letter}");
    let other = trial.post(&who, "/certificate/apply/home-place", &[("place", "110101")]).await;
    assert_eq!(other.location(), "/certificate/apply/on-paper");
}

#[tokio::test]
async fn save_for_later_goes_on_later() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    trial.post(&who, "/certificate/apply", &[("consent", "yes")]).await;
    let saved = trial.post(&who, "/certificate/apply/name", &[("name", "王芳"), ("save", "later")]).await;
    assert_eq!(saved.location(), "/certificate?saved=1");
    let page = trial.get(&who, "/certificate?saved=1").await.text();
    assert!(page.contains("存好了") && page.contains("/certificate/apply/home-place"), "{page}");
    let name = trial.get(&who, "/certificate/apply/name").await.text();
    assert!(name.contains("value=\"王芳\""), "{name}");
}

#[tokio::test]
async fn to_others_there_is_no_such_page() {
    let trial = Trial::new().await;
    let (who, stranger) = (trial.person().await, trial.person().await);
    let reference = apply(&trial, &who).await;
    let status = trial.get(&who, &format!("/certificate/{reference}")).await.text();
    let at = status.find("/certificate/paper/").expect("a paper");
    let paper = status[at..at + "/certificate/paper/".len() + 36].to_owned();
    assert_eq!(trial.get(&who, &paper).await.status, StatusCode::OK);
    let base = format!("/certificate/{reference}");
    let absent = trial.get(&stranger, "/certificate/0000-0000").await;
    for path in [base.clone(), format!("{base}/sent"), format!("{base}/withdraw"), format!("{base}/look-again"), paper]
    {
        let page = trial.get(&stranger, &path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(main_of(&page), main_of(&absent), "{path}");
    }
    for path in [format!("{base}/withdraw"), format!("{base}/look-again"), format!("{base}/answer")] {
        let page = trial.post(&stranger, &path, &[("words", "x")]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(trial.get(&stranger, "/certificate/paper/nonsense").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_paper_is_handed_out_so_that_it_can_do_nothing() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    fill_all(&trial, &who).await;
    let page = trial.get(&who, "/certificate/apply/photo").await.text();
    let at = page.find("/certificate/paper/").expect("a paper");
    let paper = trial.get(&who, &page[at..at + "/certificate/paper/".len() + 36]).await;
    assert_eq!(paper.header(header::CONTENT_TYPE), "image/jpeg");
    assert_eq!(paper.header(header::CONTENT_SECURITY_POLICY), "sandbox; default-src 'none'");
    assert_eq!(paper.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert_eq!(paper.header(header::CACHE_CONTROL), "no-store");
    assert_eq!(paper.header(header::CONTENT_DISPOSITION), "inline; filename=\"photo.jpg\"");
}

#[tokio::test]
async fn each_bad_file_gets_a_sentence_and_loses_nothing() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    fill_all(&trial, &who).await;
    for (question, kind, file, words) in [
        ("photo", "photo", b"".to_vec(), "还没有选照片或文件"),
        ("photo", "photo", b"<svg onload=alert(1)>".to_vec(), "认不出这种文件"),
        ("photo", "photo", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), "HEIC"),
        ("photo", "photo", b"%PDF-1.7 x".to_vec(), "不能放PDF"),
        ("papers", "id-card", b"%PDF-1.7 x".to_vec(), "文件坏了"),
        ("papers", "id-card", photo()[..60].to_vec(), "文件坏了"),
        ("papers", "other", vec![0xFF; 11 * 1024 * 1024], "文件太大了"),
    ] {
        let path = format!("/certificate/apply/{question}/add");
        let refused = trial.post_file(&who, &path, kind, &file).await;
        assert_eq!(refused.status, StatusCode::SEE_OTHER, "{words}");
        let page = trial.get(&who, refused.location()).await.text();
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(trial.get(&who, "/certificate/apply/check").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_upload_of_200_megabytes_gets_its_sentence() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    fill_all(&trial, &who).await;
    let chunk = bytes::Bytes::from(vec![b'x'; 1024 * 1024]);
    let head = "--frontier\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"x\"\r\n\r\n";
    let chunks = std::iter::once(bytes::Bytes::from(head)).chain(std::iter::repeat_n(chunk, 200));
    let body = Body::from_stream(stream::iter(chunks.map(Ok::<_, std::io::Error>)));
    let refused = trial.post_multipart(&who, "/certificate/apply/photo/add", body).await;
    assert_eq!(refused.status, StatusCode::SEE_OTHER);
    let page = trial.get(&who, refused.location()).await.text();
    assert!(page.contains("文件太大了，最大10 MB"), "{page}");
}

#[tokio::test]
async fn hostile_text_stays_text_wherever_it_is_shown_again() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    trial.post(&who, "/certificate/apply", &[("consent", "yes")]).await;
    let evil = "\"><script>alert(1)</script><textarea>";
    for (question, field) in [
        ("name", "name"),
        ("id-number", "id_number"),
        ("marriage", "marital"),
        ("children", "sons"),
        ("home-place", "place"),
    ] {
        let refused = trial.post(&who, &format!("/certificate/apply/{question}"), &[(field, evil)]).await;
        assert_eq!(refused.status, StatusCode::SEE_OTHER, "{question}");
        let page = trial.get(&who, refused.location()).await;
        assert_eq!(page.status, StatusCode::OK, "{question}");
        assert!(!page.text().contains("<script>alert"), "{question}: {}", page.text());
    }
    let page = trial.get(&who, "/certificate/apply/name?from=%22%3E%3Cscript%3Ealert&in=%22%3E").await.text();
    assert!(!page.contains("<script>alert"));
}

#[tokio::test]
async fn what_is_asked_is_answered_in_place_and_the_clock_goes_on() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    let reference = apply(&trial, &who).await;
    let here = format!("/certificate/{reference}");
    let officer = trial.officer(HOME, Role::Issuing);
    trial.pass(Span::days(1));
    let at = seen(&trial, &officer, reference).await;
    let status = trial.get(&who, &here).await.text();
    assert!(status.contains("石桥镇正在看"), "{status}");
    let words = "请补一张<script>alert(1)</script>照片";
    desk::ask_more(&trial.services, &officer, at, words, &[Question::Marriage, Question::Photo]).await.expect("asked");
    trial.pass(Span::days(1));
    let status = trial.get(&who, &here).await.text();
    assert!(status.contains("等您来办") && status.contains("panel--lit"), "{status}");
    assert!(status.contains("&lt;script&gt;alert(1)") && !status.contains("<script>alert"), "{status}");
    assert_eq!(trial.get(&who, &format!("{here}/change/name")).await.location(), here);
    let evil = "</textarea><script>alert(2)</script>".repeat(20);
    let refused = trial.post(&who, &format!("{here}/answer"), &[("words", &evil)]).await;
    let page = trial.get(&who, refused.location()).await.text();
    assert!(page.contains("写得太长了") && !page.contains("<script>alert"), "{page}");
    let refused = trial.post(&who, &format!("{here}/answer"), &[("words", "")]).await;
    assert!(trial.get(&who, refused.location()).await.text().contains("还没有补什么"));
    let changed = trial.post(&who, &format!("{here}/change/marriage"), &[("marital", "40")]).await;
    assert_eq!(changed.location(), format!("{here}?done=changed"));
    let added = trial.post_file(&who, &format!("{here}/add/photo"), "photo", &photo()).await;
    assert_eq!(added.location(), format!("{here}?added=photo"));
    let answered = trial.post(&who, &format!("{here}/answer"), &[("words", "好了")]).await;
    assert_eq!(answered.location(), format!("{here}?done=answered"));
    let status = trial.get(&who, answered.location()).await.text();
    assert!(status.contains("您补好交回去了") && status.contains("轮到石桥镇办"), "{status}");
    assert!(status.contains("等您补的那几天不算"), "{status}");
}

#[tokio::test]
async fn a_refusal_says_why_and_goes_to_another_officer() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    let reference = apply(&trial, &who).await;
    let here = format!("/certificate/{reference}");
    let officer = trial.officer(HOME, Role::Issuing);
    let at = seen(&trial, &officer, reference).await;
    desk::refuse(&trial.services, &officer, at, "户籍不在本镇，请向柳湾乡申请").await.expect("refused");
    let status = trial.get(&who, &here).await.text();
    assert!(status.contains("户籍不在本镇") && status.contains(&format!("{here}/look-again")), "{status}");
    assert_eq!(trial.get(&who, &format!("{here}/look-again")).await.status, StatusCode::OK);
    let again = trial.post(&who, &format!("{here}/look-again"), &[]).await;
    assert_eq!(again.location(), format!("{here}?done=again"));
    let record = desk::open(&trial.services, &officer, reference).await.expect("a database");
    let at = Seen { reference, version: record.expect("a record").application.row.version };
    let twice = desk::refuse(&trial.services, &officer, at, "还是不行，户籍不在本镇").await;
    assert!(twice.is_err());
    let other = trial.officer(HOME, Role::Issuing);
    let at = seen(&trial, &other, reference).await;
    desk::refuse(&trial.services, &other, at, "户籍确实不在本镇").await.expect("refused");
    let status = trial.get(&who, &here).await.text();
    assert!(!status.contains("look-again"), "{status}");
}

#[tokio::test]
async fn withdrawing_is_a_page_with_a_button_and_the_link_alone_changes_nothing() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    let reference = apply(&trial, &who).await;
    let here = format!("/certificate/{reference}");
    assert_eq!(trial.get(&who, &format!("{here}/withdraw")).await.status, StatusCode::OK);
    assert!(trial.get(&who, &here).await.text().contains("轮到石桥镇办"));
    let done = trial.post(&who, &format!("{here}/withdraw"), &[]).await;
    assert_eq!(done.location(), here);
    assert!(trial.get(&who, &here).await.text().contains("您撤回了申请"));
    let next = trial.post(&who, "/certificate/apply", &[]).await;
    assert_eq!(next.location(), "/certificate/apply/home-place");
}

#[tokio::test]
async fn a_paper_comes_in_pieces_and_its_fault_is_a_sentence() {
    let trial = Trial::new().await;
    let (who, stranger) = (trial.person().await, trial.person().await);
    trial.post(&who, "/certificate/apply", &[("consent", "yes")]).await;
    let file = photo();
    let start = |size: usize| format!("{{\"holder\":\"draft\",\"kind\":\"id-card\",\"size\":{size}}}");
    let begun = trial.post_json(&who, "/api/paper", &start(file.len())).await;
    assert_eq!(begun.status, StatusCode::OK, "{}", begun.text());
    let text = begun.text();
    let id = text.trim_start_matches("{\"id\":\"").trim_end_matches("\"}");
    let at = |at: usize| format!("/api/paper/{id}?holder=draft&at={at}");
    let half = trial.post_json(&who, &at(0), "").await;
    assert_eq!(half.text(), "{\"at\":0}");
    let piece = trial.post_bytes(&who, &at(0), &file[..50]).await;
    assert_eq!(piece.text(), "{\"at\":50}");
    assert_eq!(trial.get(&who, &format!("/api/paper/{id}")).await.text(), "{\"at\":50}");
    assert_eq!(trial.get(&stranger, &format!("/api/paper/{id}")).await.status, StatusCode::NOT_FOUND);
    let done = trial.post_bytes(&who, &at(50), &file[50..]).await;
    assert!(done.text().starts_with("{\"done\":"), "{}", done.text());
    let papers = trial.get(&who, "/certificate/apply/papers").await.text();
    assert!(papers.contains("/certificate/paper/"), "{papers}");
    let big = trial.post_json(&who, "/api/paper", &start(200_000_000)).await;
    assert_eq!(big.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(big.text().contains("文件太大了"));
}
