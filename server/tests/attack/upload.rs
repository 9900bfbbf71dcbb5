//! Files that are too large, too dense, broken, or something else than they say. Each gets a sentence on the person's own
//! page, loses nothing that was filled in, and costs the server little.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use reqwest::StatusCode;

use crate::browser::{Browser, Content};
use crate::house::{House, SESSION};
use crate::process::Server;
use crate::road::{self, Applicant};

const MEGABYTE: usize = 1024 * 1024;

/// The check sum of a part of a PNG.
pub fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}

fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let named = [kind.as_slice(), content].concat();
    let length = u32::try_from(content.len()).expect("short").to_be_bytes();
    [length.as_slice(), &named, &crc32(&named).to_be_bytes()].concat()
}

/// A PNG that says it has so many pixels a side, with next to nothing in it.
fn vast_png(side: u32) -> Vec<u8> {
    let header = [side.to_be_bytes().as_slice(), &side.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    [
        b"\x89PNG\r\n\x1a\n".as_slice(),
        &chunk(b"IHDR", &header),
        &chunk(b"IDAT", &zeros(8 * MEGABYTE)),
        &chunk(b"IEND", &[]),
    ]
    .concat()
}

/// A PNG of one pixel with a text that unpacks to gigabytes.
fn png_with_dense_text() -> Vec<u8> {
    let mut png = road::picture();
    let text = [b"Comment\0\0".as_slice(), &zeros(64 * MEGABYTE)].concat();
    png.splice(33..33, chunk(b"zTXt", &text));
    png
}

/// So many zeros, packed (zlib, blocks of length 258 repeated).
fn zeros(count: usize) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut deflate = Deflate { packed: &mut packed, bits: 0, held: 0 };
    deflate.begin();
    for _ in 0..count / 258 {
        deflate.repeat();
    }
    deflate.end();
    packed
}

/// Just enough of the format: one block with fixed codes, a zero and then *the same 258 times* again and again.
struct Deflate<'a> {
    packed: &'a mut Vec<u8>,
    bits: u32,
    held: u32,
}

impl Deflate<'_> {
    fn put(&mut self, value: u32, count: u32) {
        self.held |= value << self.bits;
        self.bits += count;
        while self.bits >= 8 {
            self.packed.push((self.held & 0xFF) as u8);
            self.held >>= 8;
            self.bits -= 8;
        }
    }

    fn code(&mut self, code: u32, count: u32) {
        self.put(code.reverse_bits() >> (32 - count), count);
    }

    fn begin(&mut self) {
        self.packed.extend_from_slice(&[0x78, 0x01]);
        self.put(1, 1);
        self.put(1, 2);
        self.code(0x30, 8);
    }

    fn repeat(&mut self) {
        self.code(0b1100_0101, 8);
        self.code(0, 5);
    }

    fn end(&mut self) {
        self.code(0, 7);
        self.put(0, 7);
        self.packed.extend_from_slice(&[0; 4]);
    }
}

/// A JPEG whose header says 65,000 × 65,000.
fn vast_jpeg() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let pixels = image::RgbImage::from_pixel(8, 8, image::Rgb([1, 2, 3]));
    pixels.write_to(&mut bytes, image::ImageFormat::Jpeg).expect("a picture");
    let mut jpeg = bytes.into_inner();
    let at = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).expect("a frame") + 5;
    jpeg[at..at + 4].copy_from_slice(&[0xFD, 0xE8, 0xFD, 0xE8]);
    jpeg
}

/// A PDF with a stream that unpacks to far more than it is.
fn dense_pdf() -> Vec<u8> {
    let packed = zeros(256 * MEGABYTE);
    let mut pdf = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n\
        <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>\nendobj\n"
        .to_vec();
    pdf.extend_from_slice(format!("4 0 obj\n<</Length {}/Filter/FlateDecode>>\nstream\n", packed.len()).as_bytes());
    pdf.extend_from_slice(&packed);
    pdf.extend_from_slice(b"\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n");
    pdf
}

/// A PDF in a PDF in a PDF, as deep as brackets go.
fn deep_pdf() -> Vec<u8> {
    let mut pdf = b"%PDF-1.4\n1 0 obj\n".to_vec();
    pdf.extend(std::iter::repeat_n(b'[', 200_000));
    pdf.extend_from_slice(b"\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");
    pdf
}

/// What somebody might try to put in the place of a photo or a paper.
fn hostile_files() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let html = b"<!DOCTYPE html><script>alert(1)</script>".to_vec();
    let cut = road::picture();
    vec![
        ("a vast PNG", "photo", vast_png(60_000)),
        ("a vast JPEG", "photo", vast_jpeg()),
        ("a vast PNG that is square", "id-card", vast_png(20_000)),
        ("a dense PDF", "id-card", dense_pdf()),
        ("a deep PDF", "id-card", deep_pdf()),
        ("a PDF that ends early", "id-card", b"%PDF-1.7\n1 0 obj\n<<".to_vec()),
        ("a PDF of noise", "other", [b"%PDF-1.7\n".as_slice(), &noise(5000)].concat()),
        ("a page", "photo", html.clone()),
        ("a drawing", "photo", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec()),
        ("an archive", "id-card", b"PK\x03\x04\x14\0\0\0\0\0".to_vec()),
        ("a cut PNG", "photo", cut[..cut.len() / 2].to_vec()),
        ("a PNG by its first bytes alone", "photo", [b"\x89PNG\r\n\x1a\n".as_slice(), &html].concat()),
        ("a JPEG by its first bytes alone", "photo", [b"\xFF\xD8\xFF\xE0".as_slice(), &noise(3000)].concat()),
        (
            "a WebP by its first bytes alone",
            "photo",
            [b"RIFF\xFF\xFF\xFF\x7FWEBPVP8X".as_slice(), &noise(3000)].concat(),
        ),
        ("a program", "other", b"\x7fELF\x02\x01\x01".to_vec()),
        ("nothing", "photo", Vec::new()),
        ("one byte", "photo", vec![0xFF]),
    ]
}

/// Bytes that are the same at each run and look like nothing.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state & 0xFF) as u8
    })
    .take(count)
    .collect()
}

async fn drafting(house: &House) -> Browser {
    let mut person = house.person().await.browser;
    road::fill_in(&mut person, &Applicant::new(5)).await;
    person
}

#[tokio::test(flavor = "multi_thread")]
async fn no_hostile_file_breaks_in_or_falls_over_and_nothing_filled_in_is_lost() {
    let house = House::real().await;
    let drafts = [drafting(&house).await, house.person().await.browser];
    let server = Server::start(&house.folder()).await;
    let mut person = drafts[0].over(&server.base());
    for (what, kind, file) in hostile_files() {
        let question = if kind == "photo" { "photo" } else { "papers" };
        let path = format!("/certificate/apply/{question}/add");
        let answer = person.send("POST", &path, Content::File(kind.to_owned(), file)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{what}: {}", answer.text());
        let again = answer.location();
        assert!(again.contains("again="), "{what} was taken: {again}");
        let page = person.get(&again).await;
        let text = page.text();
        assert_eq!(page.status, StatusCode::OK, "{what}");
        assert!(text.contains("id=\"errors\"") && !text.contains("<script>alert"), "{what}: {text}");
    }
    assert_eq!(person.get("/certificate/apply/check").await.status, StatusCode::OK, "all answers are there");
    let memory = server.peak_memory() / 1024 / 1024;
    assert!(memory < 700, "{memory} MB");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_is_made_anew_from_its_pixels() {
    let house = House::told().await;
    let mut person = drafting(&house).await;
    let mut jpeg = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(40, 50, image::Rgb([9, 9, 9]))
        .write_to(&mut jpeg, image::ImageFormat::Jpeg)
        .expect("a picture");
    let mut both = jpeg.into_inner();
    both.splice(
        2..2,
        [b"\xFF\xFE\x00\x1E".as_slice(), b"<script>in a comment</script>!".get(..28).expect("28")].concat(),
    );
    both.extend_from_slice(b"<!DOCTYPE html><script>alert(1)</script>PK\x03\x04");
    for (what, file) in [("a picture that is a page too", both), ("a picture with a dense text", png_with_dense_text())]
    {
        let added = person.send("POST", "/certificate/apply/photo/add", Content::File("photo".to_owned(), file)).await;
        let page = person.get("/certificate/apply/photo").await.text();
        if added.location().contains("again=") {
            continue;
        }
        let paper = road::between(&page, "/certificate/paper/", "\"");
        let paper = person.get(&format!("/certificate/paper/{paper}")).await;
        assert_eq!(paper.header(reqwest::header::CONTENT_TYPE), "image/jpeg", "{what}");
        let text = paper.text();
        assert!(!text.contains("script") && !text.contains("Exif"), "{what}");
        assert!(paper.bytes.len() < 100_000, "{what}");
    }
}

/// Sends so many bytes of a file as browsers do that never look at the answer before the end.
fn send_large(server: &Server, token: &str, megabytes: usize) -> String {
    let mut socket = TcpStream::connect(("127.0.0.1", server.port())).expect("a connection");
    socket.set_read_timeout(Some(Duration::from_secs(60))).expect("a limit");
    let head = "--frontier\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"x.jpg\"\r\n\
                Content-Type: image/jpeg\r\n\r\n";
    let tail = "\r\n--frontier--\r\n";
    let length = head.len() + megabytes * MEGABYTE + tail.len();
    write!(
        socket,
        "POST /certificate/apply/photo/add HTTP/1.1\r\nhost: localhost\r\ncookie: {SESSION}={token}\r\n\
         content-type: multipart/form-data; boundary=frontier\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{head}"
    )
    .expect("sent");
    let part = vec![0x55; MEGABYTE];
    for _ in 0..megabytes {
        socket.write_all(&part).expect("the server reads to the end, or people see their browser's own error");
    }
    socket.write_all(tail.as_bytes()).expect("sent");
    let mut answer = String::new();
    socket.read_to_string(&mut answer).expect("an answer");
    answer
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_megabytes_get_the_person_s_own_page_with_a_sentence() {
    let house = House::real().await;
    let person = drafting(&house).await;
    let token = person.held(SESSION).expect("a session");
    let server = Server::start(&house.folder()).await;
    let before = server.peak_memory();
    let answer = send_large(&server, &token, 200);
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    let location = answer.lines().find_map(|line| line.strip_prefix("location: ")).expect("a page");
    let mut person = person.over(&server.base());
    let page = person.get(location.trim()).await.text();
    assert!(page.contains("10 MB"), "{page}");
    assert_eq!(person.get("/certificate/apply/check").await.status, StatusCode::OK, "nothing is lost");
    let more = server.peak_memory().saturating_sub(before) / 1024 / 1024;
    assert!(more < 120, "{more} MB for what was thrown away");
}

#[tokio::test(flavor = "multi_thread")]
async fn large_bodies_that_no_page_asks_for_are_refused_at_once() {
    let house = House::real().await;
    let mut person = house.person().await.browser;
    let server = Server::start(&house.folder()).await;
    person = person.over(&server.base());
    for (path, kind) in [
        ("/account/name", "application/x-www-form-urlencoded"),
        ("/api/registrations", "application/json"),
        ("/api/wallet/bind", "application/octet-stream"),
        ("/sign-in", "application/x-www-form-urlencoded"),
    ] {
        let mut socket = TcpStream::connect(("127.0.0.1", server.port())).expect("a connection");
        socket.set_read_timeout(Some(Duration::from_secs(5))).expect("a limit");
        let token = person.held(SESSION).expect("a session");
        write!(
            socket,
            "POST {path} HTTP/1.1\r\nhost: localhost\r\ncookie: {SESSION}={token}\r\ncontent-type: {kind}\r\n\
             content-length: 2147483648\r\n\r\n"
        )
        .expect("sent");
        let mut answer = [0; 12];
        socket.read_exact(&mut answer).expect("an answer before the body");
        assert_eq!(&answer, b"HTTP/1.1 413", "{path}");
    }
    // Without a length: the limit counts as it comes.
    let body = vec![b'a'; 3 * MEGABYTE];
    let kind = "application/x-www-form-urlencoded".to_owned();
    let answer = person.attempt("POST", "/account/name", Content::Raw(kind, body)).await.expect("an answer");
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.is_page() && answer.text().contains("<h1>"));
}
