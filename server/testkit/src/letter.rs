//! Letters as they lie in the outbox: `.eml` for mail, `.txt` for text messages.

use std::path::Path;

/// A letter that was sent, as the file holds it.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Address and file ending tell mail from text message.
    pub is_mail: bool,
    pub content: String,
}

impl Letter {
    pub(crate) fn read_all(outbox: &Path) -> Vec<Self> {
        let Ok(entries) = std::fs::read_dir(outbox) else { return Vec::new() };
        let mut files: Vec<_> =
            entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|file| is_letter(file)).collect();
        files.sort();
        files
            .iter()
            .map(|file| Self {
                is_mail: file.extension().is_some_and(|ending| ending == "eml"),
                content: std::fs::read_to_string(file).expect("a letter"),
            })
            .collect()
    }

    /// Whether it goes to this address.
    pub fn is_to(&self, address: &str) -> bool {
        let mut lines = self.content.lines();
        if self.is_mail { lines.any(|line| line == format!("To: {address}")) } else { lines.next() == Some(address) }
    }
}

/// Half-written files have a name that begins with a dot.
fn is_letter(file: &Path) -> bool {
    file.file_name().is_some_and(|name| !name.to_string_lossy().starts_with('.'))
}
