//! From what somebody sent to what is kept.

use image::ImageFormat;
use tokio::sync::Semaphore;
use xinju_domain::paper::{KEPT_SIDE, Media, PaperFault, PaperKind, SNIFFED_BYTES, accept};

use super::{apart, picture};
use crate::Broken;

/// Decoding takes up to 256 MB and a whole core.
static DESKS: Semaphore = Semaphore::const_new(2);
/// The longest side of a portrait in pixels: it is shown small and printed smaller.
const PORTRAIT_SIDE: u32 = 1_200;

/// The cleaned bytes and what they are now. The outer error is breakage, the inner one an answer.
pub(super) async fn clean(kind: PaperKind, bytes: Vec<u8>) -> Result<Result<(Media, Vec<u8>), PaperFault>, Broken> {
    let head = bytes.get(..SNIFFED_BYTES).unwrap_or(&bytes);
    let media = match accept(kind, head, bytes.len()) {
        Ok(media) => media,
        Err(fault) => return Ok(Err(fault)),
    };
    let _desk = DESKS.acquire().await.map_err(Broken::new)?;
    if media == Media::Pdf {
        return Ok(apart::rewrite(bytes).await?.map(|written| (Media::Pdf, written)));
    }
    let work = tokio::task::spawn_blocking(move || rewrite(kind, media, &bytes));
    // A decoder that panics met something that its authors did not think of: the file is broken, we are not.
    Ok(work.await.unwrap_or(Err(PaperFault::Broken)))
}

fn rewrite(kind: PaperKind, media: Media, bytes: &[u8]) -> Result<(Media, Vec<u8>), PaperFault> {
    let format = match media {
        Media::Jpeg => ImageFormat::Jpeg,
        Media::Png => ImageFormat::Png,
        Media::Webp => ImageFormat::WebP,
        Media::Pdf => return Err(PaperFault::NotAPicture),
        Media::Heic => return Err(PaperFault::Heic),
    };
    let side = if kind == PaperKind::Photo { PORTRAIT_SIDE } else { KEPT_SIDE };
    picture::rewrite(bytes, format, side).map(|written| (Media::Jpeg, written))
}
