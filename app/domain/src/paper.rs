//! Papers: the photo and the scans that go with an application. What a file is, is told by its first bytes, never by
//! its name or by what the browser says. Limits come before decoding: a picture of a few kilobytes can unpack to
//! gigabytes.

use crate::coded::{coded, faults};

/// The largest file: 10 MB.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;
/// The most files of one application.
pub const MAX_PER_APPLICATION: usize = 20;
/// The longest side of a picture, in pixels.
pub const MAX_SIDE: u32 = 10_000;
/// The most pixels of a picture.
pub const MAX_PIXELS: u64 = 50_000_000;
/// The longest side that is kept; larger pictures are made smaller.
pub const KEPT_SIDE: u32 = 3_000;
/// The most pages of a PDF.
pub const MAX_PAGES: usize = 20;
/// So many first bytes are enough for [`sniff`].
pub const SNIFFED_BYTES: usize = 64;

coded! {
    PaperKind: "kind of paper" {
        /// The person's portrait.
        Photo = "photo",
        IdCard = "id-card",
        HouseholdPage = "household-page",
        MarriageCertificate = "marriage-certificate",
        Other = "other",
    }
}

impl PaperKind {
    /// What the question of papers asks for; the others are added where the home office asks or the person likes.
    pub const NEEDED: &'static [PaperKind] = &[PaperKind::IdCard];

    /// A portrait is a picture; every other paper may be a PDF too.
    pub const fn may_be_pdf(self) -> bool {
        !matches!(self, PaperKind::Photo)
    }
}

coded! {
    /// What the bytes are; the code is the media type.
    Media: "media type" {
        Jpeg = "image/jpeg",
        Png = "image/png",
        Webp = "image/webp",
        Pdf = "application/pdf",
        /// Known, so that it can be refused with a way out; not read here.
        Heic = "image/heic",
    }
}

impl Media {
    pub const fn is_picture(self) -> bool {
        !matches!(self, Media::Pdf)
    }

    /// The ending of a file name.
    pub const fn ending(self) -> &'static str {
        match self {
            Media::Jpeg => "jpg",
            Media::Png => "png",
            Media::Webp => "webp",
            Media::Pdf => "pdf",
            Media::Heic => "heic",
        }
    }
}

faults! {
    /// Why a file is not taken. Nothing else of the application is lost by it.
    PaperFault {
        Empty = "fault-paper-empty",
        TooBig = "fault-paper-too-big",
        /// None of the kinds that are read.
        Unknown = "fault-paper-unknown",
        /// The format of some phones: take the picture here, or send it as JPEG.
        Heic = "fault-paper-heic",
        /// A PDF where a photo is needed.
        NotAPicture = "fault-paper-not-a-picture",
        /// A picture that moves.
        Moving = "fault-paper-moving",
        TooManyPixels = "fault-paper-too-many-pixels",
        /// It begins as what it says and is broken further on.
        Broken = "fault-paper-broken",
        TooManyPages = "fault-paper-too-many-pages",
        /// A PDF that asks for a password.
        Locked = "fault-paper-locked",
        /// A PDF with programs, embedded files or forms that send themselves.
        HoldsProgram = "fault-paper-holds-program",
        TooMany = "fault-paper-too-many",
    }
}

/// What a file is, by its first bytes; nothing if it is of none of the known kinds.
pub fn sniff(bytes: &[u8]) -> Option<Media> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some(Media::Jpeg),
        [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Some(Media::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Media::Webp),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some(Media::Pdf),
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] if is_heic(brand) => Some(Media::Heic),
        _ => None,
    }
}

/// Whether a file of this length that begins so is taken as a paper of the kind, and as what.
pub fn accept(kind: PaperKind, head: &[u8], length: usize) -> Result<Media, PaperFault> {
    if length == 0 {
        return Err(PaperFault::Empty);
    }
    if length > MAX_BYTES {
        return Err(PaperFault::TooBig);
    }
    match sniff(head).ok_or(PaperFault::Unknown)? {
        Media::Heic => Err(PaperFault::Heic),
        Media::Pdf if !kind.may_be_pdf() => Err(PaperFault::NotAPicture),
        Media::Webp if is_moving_webp(head) => Err(PaperFault::Moving),
        media => Ok(media),
    }
}

/// Whether a picture of this width and height may be unpacked.
pub fn accept_size(width: u32, height: u32) -> Result<(), PaperFault> {
    if width == 0 || height == 0 {
        Err(PaperFault::Broken)
    } else if width > MAX_SIDE || height > MAX_SIDE || u64::from(width) * u64::from(height) > MAX_PIXELS {
        Err(PaperFault::TooManyPixels)
    } else {
        Ok(())
    }
}

/// The major brands of HEIF pictures in ISO/IEC 23008-12 and of their relative AVIF.
fn is_heic(brands: &[u8]) -> bool {
    const BRANDS: [&[u8]; 10] =
        [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis"];
    brands.get(..4).is_some_and(|brand| BRANDS.contains(&brand))
}

/// The animation bit in the extended header of WebP.
fn is_moving_webp(head: &[u8]) -> bool {
    head.get(12..16) == Some(b"VP8X") && head.get(20).is_some_and(|flags| flags & 0b10 != 0)
}

#[cfg(test)]
mod tests;
