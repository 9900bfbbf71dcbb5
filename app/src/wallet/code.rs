//! Making the next code: a fresh proof by the phone's key around the chosen certificate, drawn as a symbol.

use xinju_credential::{certificate::Profile, proof, qr};

use super::holding::Holding;
use crate::phone::{key::Key, screen};

/// A symbol ready to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Code {
    /// The dark modules as an SVG path, one unit a module, without the quiet zone.
    pub path: String,
    /// Modules on a side.
    pub size: usize,
    /// What the symbol says.
    pub text: String,
}

/// Seconds for which a code is shown.
pub const LIFE: u32 = 30;
/// Modules of white around the symbol (ISO/IEC 18004).
pub const QUIET_ZONE: usize = 4;

/// Makes a code now. With an officer's number it answers that challenge. Nothing when the key is gone or the text does not
/// fit.
pub async fn make(
    key: &Key,
    holding: &Holding,
    profile: Profile,
    origin: &str,
    audience: &str,
    challenge: Option<[u8; 16]>,
) -> Option<Code> {
    let certificate = holding.certificate(profile)?;
    let now = u64::try_from(screen::unix_seconds() + holding.clock_offset).ok()?;
    let payload = proof::payload(audience, now, challenge.as_ref());
    let signature = crate::phone::key::sign(key, &proof::to_be_signed(&certificate, &payload)).await?;
    let presentation = proof::assemble(&certificate, &payload, &signature);
    let text = qr::text(origin, &presentation);
    let symbol = qr::draw_live(&text).ok()?;
    Some(Code { path: symbol.svg_path(), size: symbol.size, text })
}
