//! A judgement as JSON, for the command line and for scripts.

use std::fmt::Write;

use super::Judgement;
use crate::certificate::Claim;

impl Judgement {
    /// `{"verdict": …, "profile": …, "claims": {"0": …}, "status_as_of": …, "status_unknown": …}` without spaces.
    ///
    /// `claims` is the subject map by its integer keys. *Malformed* and *not genuine* have `null` for profile and claims;
    /// `status_as_of` is `null` where no list counts and with verdicts that carry none.
    pub fn to_json(&self) -> String {
        let mut json = String::from("{\"verdict\":");
        push_text(&mut json, self.verdict.as_str());
        json.push_str(",\"profile\":");
        push_number(&mut json, self.profile);
        json.push_str(",\"claims\":");
        self.push_claims(&mut json);
        json.push_str(",\"status_as_of\":");
        push_number(&mut json, self.status_as_of);
        json.push_str(",\"status_unknown\":");
        json.push_str(if self.status_unknown { "true}" } else { "false}" });
        json
    }

    fn push_claims(&self, json: &mut String) {
        if self.subject.is_none() {
            json.push_str("null");
            return;
        }
        for (index, (key, claim)) in self.claims.iter().enumerate() {
            json.push(if index == 0 { '{' } else { ',' });
            push_text(json, &key.to_string());
            json.push(':');
            match claim {
                Claim::Number(number) => push_number(json, Some(number)),
                Claim::Text(text) => push_text(json, text),
                Claim::Pair(sons, daughters) => {
                    json.push('[');
                    push_number(json, Some(sons));
                    json.push(',');
                    push_number(json, Some(daughters));
                    json.push(']');
                }
            }
        }
        json.push('}');
    }
}

fn push_number(json: &mut String, number: Option<impl ToString>) {
    match number {
        Some(number) => json.push_str(&number.to_string()),
        None => json.push_str("null"),
    }
}

/// RFC 8259, 7: quotation mark, reverse solidus and the control characters are escaped, the rest stands as it is.
fn push_text(json: &mut String, text: &str) {
    json.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => json.extend(['\\', character]),
            '\0'..='\x1f' => {
                let written = write!(json, "\\u{:04x}", u32::from(character));
                debug_assert!(written.is_ok(), "writing to a string cannot fail");
            }
            _ => json.push(character),
        }
    }
    json.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_is_escaped() {
        let mut json = String::new();
        push_text(&mut json, "王\"\\\n\u{0}</script>\u{7f}");
        assert_eq!(json, "\"王\\\"\\\\\\u000a\\u0000</script>\u{7f}\"");
    }
}
