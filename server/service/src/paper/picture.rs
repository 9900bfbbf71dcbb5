//! Photos and scanned pictures: decoded, turned upright, made a sane size and written anew as JPEG.
//!
//! Only pixels get through. Where and with what a picture was taken, its profile, its preview and whatever was hung on
//! its end stay behind. The header is read first: a picture of a few kilobytes can ask for gigabytes.

use std::io::Cursor;

use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage, codecs::jpeg::JpegEncoder,
    codecs::webp::WebPDecoder, imageops::FilterType, metadata::Orientation,
};
use xinju_domain::paper::{self, PaperFault};

/// The most bytes that a decoder may ask for.
const MAX_ALLOC: u64 = 256 * 1024 * 1024;
/// Text of a document stays readable, and a picture of 3,000 pixels has about a megabyte.
const QUALITY: u8 = 85;

/// The picture as a JPEG whose longest side has at most `side` pixels.
pub(super) fn rewrite(bytes: &[u8], format: ImageFormat, side: u32) -> Result<Vec<u8>, PaperFault> {
    let (picture, orientation) = decode(bytes, format)?;
    let mut picture = if picture.width().max(picture.height()) > side {
        picture.resize(side, side, FilterType::Triangle)
    } else {
        picture
    };
    picture.apply_orientation(orientation);
    let pixels = on_white(picture);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(&pixels).map_err(|_| PaperFault::Broken)?;
    Ok(jpeg)
}

fn decode(bytes: &[u8], format: ImageFormat) -> Result<(DynamicImage, Orientation), PaperFault> {
    if format == ImageFormat::WebP && is_animated(bytes)? {
        return Err(PaperFault::Moving);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_ALLOC);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(fault_of)?;
    let (width, height) = decoder.dimensions();
    // The decoders' own limits are not relied upon: not all of them keep any.
    paper::accept_size(width, height)?;
    if decoder.total_bytes() > MAX_ALLOC {
        return Err(PaperFault::TooManyPixels);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(fault_of)?;
    Ok((picture, orientation))
}

fn is_animated(bytes: &[u8]) -> Result<bool, PaperFault> {
    let decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(fault_of)?;
    Ok(decoder.has_animation())
}

fn fault_of(error: image::ImageError) -> PaperFault {
    match error {
        image::ImageError::Limits(_) => PaperFault::TooManyPixels,
        _ => PaperFault::Broken,
    }
}

/// JPEG knows no transparency, and what was seen through was white paper on most screens.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    let mut flat = RgbImage::new(picture.width(), picture.height());
    for (to, from) in flat.pixels_mut().zip(picture.pixels()) {
        let [red, green, blue, alpha] = from.0;
        let mix = |part: u8| {
            let (part, alpha) = (u32::from(part), u32::from(alpha));
            u8::try_from((part * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
        };
        to.0 = [mix(red), mix(green), mix(blue)];
    }
    flat
}
