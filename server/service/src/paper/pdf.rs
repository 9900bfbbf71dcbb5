//! PDF files: read whole, refused if they hold anything but pages, and written anew without what is not needed.
//!
//! Refused are broken and encrypted files, programs, embedded files, forms that send themselves, and more than
//! [`MAX_PAGES`] pages. Dropped are the document's information, the metadata of its objects and pictures, and everything
//! that no page refers to. What is written is still a foreign file: it is only ever handed out to be saved, never shown
//! by the browser in our place.

use lopdf::{Dictionary, Document, Object};
use xinju_domain::paper::{MAX_PAGES, PaperFault};

/// The most objects that are looked at.
const MAX_OBJECTS: usize = 100_000;

/// Dictionary keys that carry programs or files.
const ACTIVE_KEYS: [&[u8]; 6] = [b"JS", b"JavaScript", b"EmbeddedFiles", b"EF", b"RichMedia", b"XFA"];
/// Kinds of action that run, send or fetch.
const ACTIVE_ACTIONS: [&[u8]; 7] =
    [b"JavaScript", b"Launch", b"SubmitForm", b"ImportData", b"RichMediaExecute", b"GoToR", b"GoToE"];
/// What nobody needs who only looks at the pages.
const NEEDLESS_KEYS: [&[u8]; 6] = [b"Metadata", b"PieceInfo", b"OpenAction", b"AA", b"LastModified", b"Thumb"];

/// The file with its pages alone.
pub(super) fn rewrite(bytes: &[u8]) -> Result<Vec<u8>, PaperFault> {
    let mut document = Document::load_mem(bytes).map_err(|_| PaperFault::Broken)?;
    if document.is_encrypted() || document.encryption_state.is_some() {
        return Err(PaperFault::Locked);
    }
    let pages = document.get_pages().len();
    if pages == 0 || document.objects.len() > MAX_OBJECTS {
        return Err(PaperFault::Broken);
    }
    if pages > MAX_PAGES {
        return Err(PaperFault::TooManyPages);
    }
    if document.objects.values().any(is_active) {
        return Err(PaperFault::HoldsProgram);
    }
    document.trailer.remove(b"Info");
    document.trailer.remove(b"ID");
    for object in document.objects.values_mut() {
        drop_needless(object);
    }
    document.prune_objects();
    let mut written = Vec::new();
    document.save_to(&mut written).map_err(|_| PaperFault::Broken)?;
    Ok(written)
}

fn is_active(object: &Object) -> bool {
    match object {
        Object::Dictionary(dictionary) => is_active_dictionary(dictionary),
        Object::Stream(stream) => is_active_dictionary(&stream.dict),
        Object::Array(items) => items.iter().any(is_active),
        _ => false,
    }
}

fn is_active_dictionary(dictionary: &Dictionary) -> bool {
    let acts = dictionary.get(b"S").and_then(Object::as_name).is_ok_and(|action| ACTIVE_ACTIONS.contains(&action));
    let holds = dictionary.has_type(b"EmbeddedFile") || ACTIVE_KEYS.iter().any(|key| dictionary.has(key));
    acts || holds || dictionary.iter().any(|(_, value)| is_active(value))
}

fn drop_needless(object: &mut Object) {
    match object {
        Object::Dictionary(dictionary) => drop_needless_keys(dictionary),
        Object::Stream(stream) => {
            let is_jpeg = stream.filters().is_ok_and(|filters| filters == [b"DCTDecode"]);
            if is_jpeg {
                let bare = without_segments(&stream.content);
                stream.set_content(bare);
            }
            drop_needless_keys(&mut stream.dict);
        }
        Object::Array(items) => items.iter_mut().for_each(drop_needless),
        _ => {}
    }
}

fn drop_needless_keys(dictionary: &mut Dictionary) {
    for key in NEEDLESS_KEYS {
        dictionary.remove(key);
    }
    for (_, value) in dictionary.iter_mut() {
        drop_needless(value);
    }
}

/// A JPEG (ISO/IEC 10918-1, annex B) without its application segments and comments, where cameras write place and time.
/// JFIF (APP0) and Adobe's colour transform (APP14) stay, for they change the colours. What is no JPEG stays as it is.
fn without_segments(jpeg: &[u8]) -> Vec<u8> {
    let Some(mut rest) = jpeg.strip_prefix(&[0xFF, 0xD8]) else {
        return jpeg.to_vec();
    };
    let mut kept = vec![0xFF, 0xD8];
    while let [0xFF, marker, high, low, ..] = *rest {
        let length = 2 + usize::from(u16::from_be_bytes([high, low]));
        let (Some(segment), Some(after)) = (rest.get(..length), rest.get(length..)) else {
            break;
        };
        // Start of scan: compressed data follows to the end.
        if marker == 0xDA {
            break;
        }
        let is_needless = matches!(marker, 0xE1..=0xED | 0xEF | 0xFE);
        if !is_needless {
            kept.extend_from_slice(segment);
        }
        rest = after;
    }
    kept.extend_from_slice(rest);
    kept
}
