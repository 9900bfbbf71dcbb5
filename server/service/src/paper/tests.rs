use std::io::Cursor;

use image::{ImageFormat, RgbImage};
use lopdf::{Document, Object, Stream, dictionary};
use xinju_domain::paper::{MAX_BYTES, PaperFault, PaperKind};
use xinju_domain::staff::Role;
use xinju_domain::time::Span;

use super::clean::clean;
use super::*;
use crate::application::house::{HOME, House, picture};

async fn cleaned(kind: PaperKind, bytes: Vec<u8>) -> Result<(Media, Vec<u8>), PaperFault> {
    clean(kind, bytes).await.expect("no breakage")
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::new(width, height).write_to(&mut bytes, ImageFormat::Jpeg).expect("a picture");
    bytes.into_inner()
}

/// An APP1 segment as cameras write it: Exif with an orientation of 90° and a place.
fn with_exif(jpeg: &[u8]) -> Vec<u8> {
    let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    tiff.extend_from_slice(b"GPSLatitude 30.2741");
    let mut segment = b"Exif\0\0".to_vec();
    segment.extend_from_slice(&tiff);
    let length = u16::try_from(segment.len() + 2).expect("short").to_be_bytes();
    [&jpeg[..2], &[0xFF, 0xE1], &length, &segment, &jpeg[2..]].concat()
}

/// A PNG whose header says 60,000 × 60,000.
fn bomb() -> Vec<u8> {
    let mut png = picture(1, 1);
    png[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    png[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    let crc = crc(&png[12..29]).to_be_bytes();
    png[29..33].copy_from_slice(&crc);
    png
}

/// The checksum of PNG (ISO/IEC 15948, annex D).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |mut sum, byte| {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { 0xEDB8_8320 ^ (sum >> 1) } else { sum >> 1 };
        }
        sum
    })
}

fn pdf(pages: usize, change: impl FnOnce(&mut Document)) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let tree = document.new_object_id();
    let kids: Vec<Object> = (0..pages)
        .map(|_| {
            let content = document.add_object(Stream::new(dictionary! {}, b"0 0 m".to_vec()));
            let page = dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => content,
            "MediaBox" => vec![0.into(), 0.into(), 200.into(), 200.into()] };
            document.add_object(page).into()
        })
        .collect();
    let count = i64::try_from(pages).expect("few");
    document.objects.insert(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    let info = document.add_object(dictionary! { "Author" => Object::string_literal("Li Si at 30.2741N") });
    document.trailer.set("Info", info);
    change(&mut document);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("a file");
    bytes
}

#[tokio::test]
async fn a_picture_becomes_a_small_upright_jpeg_without_its_place() {
    let photo = with_exif(&jpeg(2_000, 1_000));
    assert!(contains(&photo, b"GPSLatitude"));
    let (media, clean) = cleaned(PaperKind::Photo, photo).await.expect("a photo");
    assert_eq!(media, Media::Jpeg);
    assert!(!contains(&clean, b"Exif") && !contains(&clean, b"GPS"));
    let seen = image::load_from_memory(&clean).expect("a picture");
    assert_eq!((seen.width(), seen.height()), (600, 1_200));
}

#[tokio::test]
async fn papers_keep_more_pixels_than_portraits_and_small_ones_keep_their_size() {
    for (kind, from, to) in
        [(PaperKind::IdCard, (4_000, 2_000), (3_000, 1_500)), (PaperKind::Photo, (300, 400), (300, 400))]
    {
        let (_, clean) = cleaned(kind, picture(from.0, from.1)).await.expect("a picture");
        let seen = image::load_from_memory(&clean).expect("a picture");
        assert_eq!((seen.width(), seen.height()), to);
    }
}

#[tokio::test]
async fn a_picture_that_unpacks_to_gigabytes_is_refused_by_its_header() {
    let bomb = bomb();
    assert!(bomb.len() < 100);
    assert_eq!(cleaned(PaperKind::Photo, bomb).await, Err(PaperFault::TooManyPixels));
}

#[tokio::test]
async fn every_file_that_is_not_taken_has_its_own_reason() {
    let cut = jpeg(300, 300)[..400].to_vec();
    let mut garbage = b"%PDF-1.7\n".to_vec();
    garbage.extend_from_slice(&[7; 500]);
    for (kind, bytes, fault) in [
        (PaperKind::Photo, Vec::new(), PaperFault::Empty),
        (PaperKind::Photo, vec![0; MAX_BYTES + 1], PaperFault::TooBig),
        (PaperKind::Photo, b"<svg onload=alert(1)>".to_vec(), PaperFault::Unknown),
        (PaperKind::Photo, b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), PaperFault::Heic),
        (PaperKind::Photo, pdf(1, |_| {}), PaperFault::NotAPicture),
        (PaperKind::Photo, cut, PaperFault::Broken),
        (PaperKind::Photo, picture(30, 30)[..60].to_vec(), PaperFault::Broken),
        (PaperKind::Other, garbage, PaperFault::Broken),
        (PaperKind::Other, pdf(21, |_| {}), PaperFault::TooManyPages),
        (PaperKind::Other, pdf(0, |_| {}), PaperFault::Broken),
    ] {
        assert_eq!(cleaned(kind, bytes).await, Err(fault));
    }
}

#[tokio::test]
async fn a_pdf_keeps_its_pages_and_loses_who_made_it() {
    let file = pdf(3, |_| {});
    assert!(contains(&file, b"Li Si"));
    let (media, clean) = cleaned(PaperKind::Other, file).await.expect("a PDF");
    assert_eq!(media, Media::Pdf);
    assert!(!contains(&clean, b"Li Si"));
    assert_eq!(Document::load_mem(&clean).expect("a PDF").get_pages().len(), 3);
}

#[tokio::test]
async fn a_pdf_with_a_program_or_a_file_in_it_is_refused() {
    let script = |document: &mut Document| {
        let action = dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
        let id = document.add_object(action);
        document.catalog_mut().expect("a catalog").set("OpenAction", id);
    };
    let file = |document: &mut Document| {
        document.add_object(Stream::new(dictionary! { "Type" => "EmbeddedFile" }, b"MZ".to_vec()));
    };
    let launch = |document: &mut Document| {
        let action = dictionary! { "S" => "Launch", "F" => Object::string_literal("cmd.exe") };
        document.catalog_mut().expect("a catalog").set("AA", dictionary! { "WC" => action });
    };
    for bad in [pdf(1, script), pdf(1, file), pdf(1, launch)] {
        assert_eq!(cleaned(PaperKind::Other, bad).await, Err(PaperFault::HoldsProgram));
    }
}

#[tokio::test]
async fn what_is_kept_is_sealed_and_one_portrait_takes_the_place_of_another() {
    for house in House::on_each_engine().await {
        let who = house.person().await;
        let services = &house.services;
        draft::begin(services, &who, true).await.expect("a draft");
        let first = add(services, &who, Holder::Draft, PaperKind::Photo, jpeg(20, 20)).await.expect("a photo");
        let second = add(services, &who, Holder::Draft, PaperKind::Photo, jpeg(30, 30)).await.expect("a photo");
        let draft = draft::find(services, &who).await.expect("a database").expect("a draft");
        assert_eq!(draft.papers.iter().map(|paper| paper.id).collect::<Vec<_>>(), [second.id]);
        assert!(find_own(services, &who, first.id).await.is_err());
        let sheet = find_own(services, &who, second.id).await.expect("own");
        assert_eq!(sheet.bytes[..2], [0xFF, 0xD8]);
        let mut tx = services.db.read().await.expect("a database");
        let row = store::find(&mut tx, second.id).await.expect("read").expect("a row");
        let path = object_store::path::Path::from(row.storage_key);
        let kept = services.papers.get(&path).await.expect("kept").bytes().await.expect("bytes");
        assert!(!contains(&kept, &sheet.bytes[..20]));
    }
}

#[tokio::test]
async fn an_officer_of_the_home_office_reads_it_and_it_stands_in_the_history() {
    for house in House::on_each_engine().await {
        let who = house.person().await;
        let services = &house.services;
        let reference = house.apply(&who, "11010519491231002X").await;
        let find = || crate::application::find_own(services, &who, reference);
        let before = find().await.expect("a database").expect("an application");
        let id = before.papers[0].id;
        let officer = house.officer(HOME, Role::Issuing);
        assert!(read_for_officer(services, &officer, id).await.is_ok());
        for (office, role) in [("990204", Role::Issuing), (HOME, Role::Registering), (HOME, Role::Administrator)] {
            let seen = read_for_officer(services, &house.officer(office, role), id).await;
            assert!(matches!(seen, Err(Failure::Refused(PaperRefusal::Absent))));
        }
        let after = find().await.expect("a database").expect("an application");
        let looks = after.lines.iter().filter(|line| line.action == Action::PaperViewed).count();
        assert_eq!(looks, 1);
    }
}

#[tokio::test]
async fn a_broken_off_upload_goes_on_where_it_stopped() {
    for house in House::on_each_engine().await {
        let who = house.person().await;
        let services = &house.services;
        draft::begin(services, &who, true).await.expect("a draft");
        let file = picture(300, 200);
        let size = file.len() as u64;
        let id = start(services, &who, Holder::Draft, PaperKind::IdCard, size).await.expect("begun");
        let (one, two) = file.split_at(100);
        let at = go_on(services, &who, Holder::Draft, id, 0, one).await.expect("a piece");
        assert!(matches!(at, Progress::At(100)));
        // The answer was lost and the phone sends the piece again.
        let at = go_on(services, &who, Holder::Draft, id, 0, one).await.expect("a piece");
        assert!(matches!(at, Progress::At(100)));
        assert_eq!(look(services, &who, id).await.expect("own"), 100);
        let stranger = house.person().await;
        assert!(look(services, &stranger, id).await.is_err());
        let done = go_on(services, &who, Holder::Draft, id, 100, two).await.expect("a piece");
        assert!(matches!(done, Progress::Done(paper) if paper.kind == PaperKind::IdCard));
        assert!(look(services, &who, id).await.is_err());
        start(services, &who, Holder::Draft, PaperKind::Photo, 500).await.expect("begun");
        house.pass(Span::days(2));
        assert_eq!(delete_stale_uploads(services, house.now()).await.expect("cleared"), 1);
        let big = start(services, &who, Holder::Draft, PaperKind::Photo, 200_000_000).await;
        assert!(matches!(big, Err(Failure::Refused(PaperRefusal::Fault(PaperFault::TooBig)))));
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
