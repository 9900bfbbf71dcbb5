//! What people type, made plain: Chinese input methods write full-width digits and letters, phones add spaces, paper
//! has hyphens. All of it is welcome, so it is brought to one form here before any rule looks at it.

/// A full-width form (U+FF01–U+FF5E, U+3000) as its half-width character; anything else unchanged.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Spaces, hyphens and the dashes that take their place: they group a number and mean nothing in it.
pub(crate) fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}')
}

/// Half-width, without separators and without characters that cannot be seen.
pub(crate) fn compact(text: &str) -> String {
    text.chars().map(half_width).filter(|&c| !is_separator(c) && !is_hidden(c)).collect()
}

/// Characters that change what a reader sees without being seen: directions, joiners, zero widths, tags.
pub(crate) fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_grouped_and_hidden_characters_become_plain_digits() {
        for (typed, plain) in [
            ("１１０１０５", "110105"),
            ("11 01\u{3000}05", "110105"),
            ("11-01–05", "110105"),
            ("\u{202A}110105\u{202C}\u{FEFF}", "110105"),
            ("Ｘ", "X"),
        ] {
            assert_eq!(compact(typed), plain);
        }
    }
}
