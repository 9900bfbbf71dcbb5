//! A copy of everything that is stored, without the secret file: nobody is found in it, in any spelling.

use std::path::{Path, PathBuf};
use std::time::Duration;

use base64::Engine as _;
use xinju_domain::staff::Role;

use crate::browser::Content;
use crate::house::{HERE, HOME, House};
use crate::matrix::{add_phone_number, latest_code};
use crate::process::Server;
use crate::road::{self, Applicant, Phone};

const NAME: &str = "欧阳标记甲";
const SPOUSE: &str = "司马标记乙";
const PHONE: &str = "13976543210";
const MAIL: &str = "marker.person@marker-mail.test";
const STREET: &str = "标记丙路7788号";
const WORDS: &str = "标记丁的话";
const IN_PHOTO: &str = "MarkerInPhotoText";
const SEQUENCE: u16 = 777;

/// Everything that must be nowhere.
fn markers() -> Vec<String> {
    let id = road::id_number(SEQUENCE);
    [NAME, SPOUSE, PHONE, MAIL, STREET, WORDS, IN_PHOTO, &id, &id[..17]].map(str::to_owned).to_vec()
}

/// A text as it might stand in a file.
fn spellings(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let utf8 = text.as_bytes().to_vec();
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let base64 = base64::engine::general_purpose::STANDARD;
    let mut found = vec![
        ("UTF-16, little", utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect()),
        ("UTF-16, big", utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect()),
        ("hex", hex::encode(&utf8).into_bytes()),
        ("HEX", hex::encode_upper(&utf8).into_bytes()),
        ("an address", crate::browser::encoded(text).into_bytes()),
        ("an address, small", crate::browser::encoded(text).to_lowercase().into_bytes()),
        ("JSON", utf16.iter().flat_map(|unit| format!("\\u{unit:04x}").into_bytes()).collect()),
        ("reversed", utf8.iter().rev().copied().collect()),
    ];
    // Base64 by the place of the first byte: what is the same whatever stands around it.
    for before in 0..3 {
        let padded = [&[0].repeat(before), utf8.as_slice()].concat();
        let whole = base64.encode(&padded);
        let (from, to) = ((before * 8).div_ceil(6), padded.len() * 8 / 6);
        found.push(("base64", whole.as_bytes()[from..to].to_vec()));
    }
    found.push(("UTF-8", utf8));
    found
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let (first, _) = wanted.split_first()?;
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| byte == first) {
        if bytes[from + at..].starts_with(wanted) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

/// A picture with a text beside its pixels.
fn marked_picture() -> Vec<u8> {
    let mut png = road::picture();
    let mut chunk = b"tEXtComment\0".to_vec();
    chunk.extend_from_slice(IN_PHOTO.as_bytes());
    let length = u32::try_from(chunk.len() - 4).expect("short").to_be_bytes();
    let sum = crate::upload::crc32(&chunk).to_be_bytes();
    // Behind the header of the picture.
    let at = 33;
    png.splice(at..at, [length.as_slice(), &chunk, &sum].concat());
    png
}

/// A person whose every word is a marker goes along the whole road, over a real server that logs all it can.
async fn live_through(house: &House) -> Server {
    let log = [("RUST_LOG", "trace")];
    let server = Server::start_with(&house.folder(), &log).await;
    let mut person = house.person().await.browser.over(&server.base());
    let mut issuing = house.officer(HOME, Role::Issuing).await.browser.over(&server.base());
    let registering = house.officer(HERE, Role::Registering).await;
    add_phone_number(house, &mut person, PHONE).await;
    person.post("/account/contacts", &[("address", MAIL)]).await;
    person.post("/account/name", &[("name", NAME)]).await;
    person.post("/account/name", &[("name", &format!("{NAME}<"))]).await;
    let applicant = Applicant {
        name: NAME.to_owned(),
        spouse: SPOUSE.to_owned(),
        id_number: road::id_number(SEQUENCE),
        photo: marked_picture(),
    };
    let reference = road::apply(&mut person, &applicant).await;
    for wanted in [NAME, applicant.id_number.as_str()] {
        assert!(issuing.post("/desk/search", &[("q", wanted)]).await.text().contains(&reference));
    }
    let number = road::issue(&mut issuing, &reference).await;
    let mut phone = Phone::new();
    phone.bind(&mut person).await;
    let now = house.now().await;
    let mut order = road::order(&registering, &phone.show(now), now);
    order["address"] = STREET.into();
    order["missing"] = serde_json::json!(["other"]);
    order["note"] = WORDS.into();
    let mut officer = registering.browser.over(&server.base());
    assert_eq!(road::register(&mut officer, &order).await.expect("an answer").json()["state"], "registered");
    // What does not work is logged too.
    let revoke = format!("/desk/certificates/{number}/revoke");
    issuing.post(&revoke, &[("words", WORDS)]).await;
    person.send("POST", "/account/name", Content::Json(format!("{{\"name\":\"{NAME}\"}}"))).await;
    person.get(&format!("/certificate/{}?name={}", reference, crate::browser::encoded(NAME))).await;
    person.get(&format!("/nowhere/{}", crate::browser::encoded(NAME))).await;
    let mut nobody = house.nobody().over(&server.base());
    nobody.post("/sign-in", &[("address", PHONE), ("next", "/account")]).await;
    nobody.post("/sign-in/code", &[("code", &latest_code(&house.letters().await, PHONE))]).await;
    nobody.get("/account/export").await;
    let exported = nobody.post("/account/export", &[]).await;
    assert!(exported.text().contains(NAME), "{}", exported.text());
    server
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_copies_all_that_is_stored_finds_nobody_in_it() {
    let house = House::real().await;
    let mut server = live_through(&house).await;
    for (command, file) in [("backup", "one.backup"), ("export", "all.export")] {
        let file = house.folder().join(file).display().to_string();
        let (code, said) = server.command(&[command, &file]);
        assert_eq!(code, Some(0), "{said}");
    }
    // As it lies there while people work, with SQLite's log beside it; then as a server leaves it.
    let mut faults = search(&house);
    server.kill();
    faults.extend(search(&house));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    // The search would find them: in an unsealed copy they stand.
    std::fs::write(house.folder().join("control"), hex::encode(NAME)).expect("a file");
    assert!(!search(&house).is_empty());
}

fn search(house: &House) -> Vec<String> {
    let mut faults = Vec::new();
    let mut searched = Vec::new();
    for file in files(&house.folder()) {
        let name = file.strip_prefix(house.folder()).expect("below").display().to_string();
        let is_letter = name.starts_with("outbox");
        let bytes = std::fs::read(&file).expect("a file");
        for marker in markers() {
            // A letter has to say whom it goes to.
            if is_letter && (marker == PHONE || marker == MAIL) {
                continue;
            }
            for (spelling, wanted) in spellings(&marker) {
                if let Some(at) = find(&bytes, &wanted) {
                    let around = String::from_utf8_lossy(&bytes[at.saturating_sub(300)..bytes.len().min(at + 100)]);
                    faults.push(format!("{name}: {marker} as {spelling}: {around}"));
                }
            }
        }
        let is_picture = find(&bytes, &[0xFF, 0xD8, 0xFF, 0xE0]).is_some() || find(&bytes, b"\x89PNG\r\n").is_some();
        if is_picture {
            faults.push(format!("{name}: a picture in the clear"));
        }
        searched.push(name);
    }
    for part in ["xinju.db", "papers", "outbox", "log", "one.backup", "all.export"] {
        assert!(searched.iter().any(|name| name.starts_with(part)), "{part} among {searched:?}");
    }
    faults
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_secret_file_or_with_another_the_server_does_not_start_and_says_why() {
    let house = House::real().await;
    house.close().await;
    let secret = house.folder().join("secret");
    let kept = std::fs::read(&secret).expect("the secret file");
    let stranger = House::real().await;
    let other = std::fs::read(stranger.folder().join("secret")).expect("a secret file");

    std::fs::remove_file(&secret).expect("removed");
    expect_no_start(&house, "without a secret file");
    assert!(!secret.exists(), "no new one is made where data were sealed with another");

    write_secret(&secret, &other);
    expect_no_start(&house, "with another's");
    let mut typed_wrongly = kept.clone();
    let line = typed_wrongly.windows(6).position(|word| word == b"\nroot ").expect("a key");
    let at = line + "\nroot 01234567 ".len() + 5;
    typed_wrongly[at] = if typed_wrongly[at] == b'0' { b'1' } else { b'0' };
    write_secret(&secret, &typed_wrongly);
    expect_no_start(&house, "with a slip of the pen");
    write_secret(&secret, &kept);
    Server::start(&house.folder()).await;
}

fn write_secret(file: &Path, content: &[u8]) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::write(file, content).expect("a file");
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600)).expect("a mode");
}

fn expect_no_start(house: &House, how: &str) {
    let before = std::fs::read_to_string(house.folder().join("log")).unwrap_or_default().len();
    let mut server = Server::spawn(&house.folder(), &[]);
    let code = server.end_within(Duration::from_secs(20));
    let said = server.log().split_off(before);
    assert_eq!(code, Some(2), "{how}: {said}");
    assert!(said.contains("secret"), "{how}: {said}");
}
