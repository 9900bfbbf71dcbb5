use super::*;

const JPEG: &[u8] = &[0xFF, 0xD8, 0xFF, 0xE0, 0, 16];
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
const WEBP: &[u8] = b"RIFF\x10\0\0\0WEBPVP8 ";
const MOVING: &[u8] = b"RIFF\x10\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0";
const PDF: &[u8] = b"%PDF-1.7\n";
const HEIC: &[u8] = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
const VIDEO: &[u8] = b"\0\0\0\x18ftypisom\0\0\0\0isom";

#[test]
fn a_file_is_what_its_first_bytes_say() {
    for (bytes, media) in [
        (JPEG, Some(Media::Jpeg)),
        (PNG, Some(Media::Png)),
        (WEBP, Some(Media::Webp)),
        (PDF, Some(Media::Pdf)),
        (HEIC, Some(Media::Heic)),
        (VIDEO, None),
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\">", None),
        (b"GIF89a", None),
        (b"MZ", None),
        (b"\xFF\xD8", None),
        (b"", None),
    ] {
        assert_eq!(sniff(bytes), media, "{bytes:?}");
    }
}

#[test]
fn each_refusal_is_told_apart() {
    let photo = PaperKind::Photo;
    for (kind, head, length, taken) in [
        (photo, JPEG, 1000, Ok(Media::Jpeg)),
        (photo, WEBP, 1000, Ok(Media::Webp)),
        (PaperKind::IdCard, PDF, 1000, Ok(Media::Pdf)),
        (photo, JPEG, MAX_BYTES, Ok(Media::Jpeg)),
        (photo, JPEG, MAX_BYTES + 1, Err(PaperFault::TooBig)),
        (photo, b"", 0, Err(PaperFault::Empty)),
        (photo, PDF, 1000, Err(PaperFault::NotAPicture)),
        (photo, HEIC, 1000, Err(PaperFault::Heic)),
        (photo, MOVING, 1000, Err(PaperFault::Moving)),
        (photo, VIDEO, 1000, Err(PaperFault::Unknown)),
    ] {
        assert_eq!(accept(kind, head, length), taken, "{kind} {head:?}");
    }
}

#[test]
fn a_picture_that_unpacks_to_too_much_is_refused_before_it_does() {
    for (width, height, taken) in [
        (3000, 4000, Ok(())),
        (10_000, 5_000, Ok(())),
        (10_000, 5_001, Err(PaperFault::TooManyPixels)),
        (10_001, 1, Err(PaperFault::TooManyPixels)),
        (u32::MAX, u32::MAX, Err(PaperFault::TooManyPixels)),
        (0, 100, Err(PaperFault::Broken)),
    ] {
        assert_eq!(accept_size(width, height), taken, "{width} {height}");
    }
}
