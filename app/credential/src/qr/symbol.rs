//! Drawing: a byte segment for the address, a numeric one for the digits, in the smallest version that holds both.

use qrcode::bits::Bits;
use qrcode::{Color, EcLevel, QrCode, Version};

/// The text is longer than the largest symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text is too long for a QR symbol")]
pub struct TooLong;

/// A QR symbol without its quiet zone; whoever shows it leaves four modules of light around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Modules along one side.
    pub size: usize,
    /// Row by row from the top left; `true` is dark.
    pub modules: Vec<bool>,
    /// 1 to 40.
    pub version: i16,
}

/// For a screen: error level L, since a lit symbol has no scratches and larger modules read better.
///
/// # Errors
/// Longer than version 40 holds.
pub fn draw_live(text: &str) -> Result<Symbol, TooLong> {
    draw(text, EcLevel::L)
}

/// For print: error level M, since paper is folded and gets dirty.
///
/// # Errors
/// Longer than version 40 holds.
pub fn draw_paper(text: &str) -> Result<Symbol, TooLong> {
    draw(text, EcLevel::M)
}

/// Any text, such as a challenge: error level M.
///
/// # Errors
/// Longer than version 40 holds.
pub fn draw_text(text: &str) -> Result<Symbol, TooLong> {
    draw(text, EcLevel::M)
}

impl Symbol {
    /// The dark modules as the `d` of an SVG path, one unit a module, a rectangle for each run of a row.
    pub fn svg_path(&self) -> String {
        let mut path = String::new();
        for (y, row) in self.modules.chunks(self.size).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|left, right| left == right) {
                if run[0] {
                    for (command, number) in [("M", x), (" ", y), ("h", run.len()), ("v1H", x)] {
                        path.push_str(command);
                        path.push_str(&number.to_string());
                    }
                    path.push('z');
                }
                x += run.len();
            }
        }
        path
    }
}

fn draw(text: &str, level: EcLevel) -> Result<Symbol, TooLong> {
    let fragment = text.find('#').map_or(text.len(), |hash| hash + 1);
    let (head, tail) = text.split_at(fragment);
    let numeric = !tail.is_empty() && tail.bytes().all(|character| character.is_ascii_digit());
    let (head, digits) = if numeric { (head, tail) } else { (text, "") };
    for version in 1..=40 {
        let Some(bits) = segments(Version::Normal(version), level, head, digits) else {
            continue;
        };
        let code = QrCode::with_bits(bits, level).map_err(|_| TooLong)?;
        let size = code.width();
        let modules = code.into_colors().into_iter().map(|color| color == Color::Dark).collect();
        return Ok(Symbol { size, modules, version });
    }
    Err(TooLong)
}

fn segments(version: Version, level: EcLevel, head: &str, digits: &str) -> Option<Bits> {
    let mut bits = Bits::new(version);
    bits.push_byte_data(head.as_bytes()).ok()?;
    if !digits.is_empty() {
        bits.push_numeric_data(digits.as_bytes()).ok()?;
    }
    bits.push_terminator(level).ok()?;
    Some(bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_go_into_a_numeric_segment() {
        // Version 14-L holds 3,688 bits: 4 + 16 + 8 × 24 of the address leave 3,462 for digits, 4 + 12 of them for the head.
        let address = "https://xinju.example/v#";
        let version =
            |digits: usize| draw_live(&format!("{address}{}", "1".repeat(digits))).map(|symbol| symbol.version);
        assert_eq!(version(1_038), Ok(14));
        assert_eq!(version(1_039), Ok(15));
        assert_eq!(
            draw_live(&format!("{address}{}a", "1".repeat(1_038))).map(|symbol| symbol.version),
            Ok(23),
            "bytes alone"
        );
    }

    #[test]
    fn paper_withstands_more_than_a_screen() {
        let text = format!("https://xinju.example/v#{}", "7".repeat(700));
        let (live, paper) = (draw_live(&text).expect("it fits"), draw_paper(&text).expect("it fits"));
        assert!(live.version < paper.version);
        assert_eq!(paper.size, 17 + 4 * paper.version.unsigned_abs() as usize);
        assert_eq!(paper.modules.len(), paper.size * paper.size);
    }

    #[test]
    fn what_no_symbol_holds_is_refused() {
        assert_eq!(draw_text(&"x".repeat(2_331)).map(|symbol| symbol.version), Ok(40));
        assert_eq!(draw_text(&"x".repeat(2_332)), Err(TooLong));
    }

    #[test]
    fn the_path_joins_the_runs_of_a_row() {
        let modules = [true, true, false, false, true, false, true, false, true].to_vec();
        let symbol = Symbol { size: 3, modules, version: 1 };
        assert_eq!(symbol.svg_path(), "M0 0h2v1H0zM1 1h1v1H1zM0 2h1v1H0zM2 2h1v1H2z");
    }
}
