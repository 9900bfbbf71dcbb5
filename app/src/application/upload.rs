//! Reading a posted file. What is too big is read to its end all the same and thrown away: a connection that is cut in
//! the middle of sending shows people the browser's own error instead of our sentence.

use axum::{
    body::Body,
    extract::{FromRequest, Multipart, Request},
};
use http_body_util::BodyExt;
use xinju_domain::paper::MAX_BYTES;

use crate::frame::{Fields, Stop};

/// The most that is kept of a request: the file and what stands around it.
const KEPT: usize = MAX_BYTES + 2 * 1024 * 1024;
/// The most that is read and thrown away. After that the connection is cut.
const DRAINED: usize = 512 * 1024 * 1024;

/// A form with a file.
#[derive(Debug, Default)]
pub(super) struct Posted {
    pub(super) fields: Fields,
    /// The bytes of the first file that was chosen.
    pub(super) file: Option<Vec<u8>>,
    /// The request was larger than anything we take; fields and file are lost.
    pub(super) is_too_big: bool,
}

/// Reads a form of `multipart/form-data`.
pub(super) async fn read(request: Request) -> Result<Posted, Stop> {
    let (parts, body) = request.into_parts();
    let Some(bytes) = keep(body).await? else {
        return Ok(Posted { is_too_big: true, ..Posted::default() });
    };
    let request = Request::from_parts(parts, Body::from(bytes));
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Stop::Unreadable)?;
    let mut posted = Posted::default();
    while let Some(part) = form.next_field().await.map_err(|_| Stop::Unreadable)? {
        let name = part.name().unwrap_or_default().to_owned();
        let is_file = part.file_name().is_some();
        let bytes = part.bytes().await.map_err(|_| Stop::Unreadable)?;
        if !is_file {
            let text = String::from_utf8(bytes.to_vec()).map_err(|_| Stop::Unreadable)?;
            posted.fields.push((name, text));
        } else if !bytes.is_empty() && posted.file.is_none() {
            posted.file = Some(bytes.to_vec());
        }
    }
    Ok(posted)
}

/// The whole body, or nothing if it is too big.
async fn keep(mut body: Body) -> Result<Option<Vec<u8>>, Stop> {
    let mut kept = Vec::new();
    let mut seen: usize = 0;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Stop::Unreadable)?;
        let Ok(data) = frame.into_data() else { continue };
        seen = seen.saturating_add(data.len());
        if seen > DRAINED {
            return Err(Stop::Unreadable);
        }
        if seen <= KEPT {
            kept.extend_from_slice(&data);
        } else {
            kept = Vec::new();
        }
    }
    Ok((seen <= KEPT).then_some(kept))
}
