//! The secret file: text, so that it can be printed and typed again from paper.
//!
//! ```text
//! xinju-secret 1
//! # a remark
//! index 8f21ab03 <64 hex digits>
//! root 1c9f0a77 <64 hex digits>
//! active 1c9f0a77
//! ```
//!
//! To rotate, a `root` line is added and `active` names it; the old line stays as long as data is sealed under it. A
//! key that does not fit its id is refused, so that a slip of the pen cannot make data unreadable.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::{Key, KeyId, RootKey, Secrets};
use crate::random;

const FIRST_LINE: &str = "xinju-secret 1";
const REMARK: &str = "\
# With this file everything that is stored can be read, and without it nothing. Keep a copy on paper, away from the
# database and its backups.";

/// Why the secret file cannot be used. Each is a reason not to start.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    #[error("the secret file {path} can be read by others (mode {mode:04o}); allow its owner alone: chmod 600 {path}", path = path.display())]
    LoosePermissions { path: PathBuf, mode: u32 },
    #[error("the secret file {path} cannot be read or made", path = path.display())]
    Io {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    #[error("the secret file {path} is damaged: {fault}", path = path.display())]
    Damaged { path: PathBuf, fault: Fault },
}

/// What is wrong with the text. Lines count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("its first line is not `{FIRST_LINE}`")]
    Version,
    #[error("line {0} cannot be understood")]
    Line(usize),
    #[error("the key in line {0} does not fit its id")]
    Mistyped(usize),
    #[error("line {0} says again what an earlier line says")]
    Twice(usize),
    #[error("it has no `index` line")]
    NoIndex,
    #[error("it has no `active` line that names one of its `root` lines")]
    NoActive,
}

impl Secrets {
    /// Reads the secret file, and makes it if there is none. Two servers that start at once end with the same file.
    pub fn load_or_create(path: &Path) -> Result<Self, SecretError> {
        let failed = |source| SecretError::Io { path: path.to_owned(), source };
        match fs::metadata(path) {
            Ok(_) => Self::load(path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                create(path, &Self::generate()).map_err(failed)?;
                Self::load(path)
            }
            Err(error) => Err(failed(error)),
        }
    }

    /// Reads the secret file, which must exist: for commands that would do harm with new keys, such as a restore.
    pub fn load(path: &Path) -> Result<Self, SecretError> {
        let failed = |source| SecretError::Io { path: path.to_owned(), source };
        let mode = fs::metadata(path).map_err(failed)?.mode() & 0o7777;
        if mode & 0o077 != 0 {
            return Err(SecretError::LoosePermissions { path: path.to_owned(), mode });
        }
        let text = Zeroizing::new(fs::read_to_string(path).map_err(failed)?);
        Self::from_text(&text).map_err(|fault| SecretError::Damaged { path: path.to_owned(), fault })
    }

    fn to_text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(format!("{FIRST_LINE}\n{REMARK}\n"));
        let roots = self.roots.iter().map(|root| ("root", root));
        for (word, root) in std::iter::once(("index", &self.index)).chain(roots) {
            let key = Zeroizing::new(hex::encode(root.key.as_slice()));
            for part in [word, " ", &root.id.to_string(), " ", &key, "\n"] {
                text.push_str(part);
            }
        }
        text.push_str(&format!("active {}\n", self.active));
        text
    }

    fn from_text(text: &str) -> Result<Self, Fault> {
        let mut lines = text.lines().zip(1..);
        if lines.next().map(|(line, _)| line.trim_end()) != Some(FIRST_LINE) {
            return Err(Fault::Version);
        }
        let (mut index, mut roots, mut active) = (None, Vec::<RootKey>::new(), None);
        for (line, number) in lines {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words.as_slice() {
                [] => {}
                [first, ..] if first.starts_with('#') => {}
                ["index", id, key] if index.is_none() => index = Some(root_key(id, key, number)?),
                ["root", id, key] => {
                    let root = root_key(id, key, number)?;
                    if roots.iter().any(|earlier| earlier.id == root.id) {
                        return Err(Fault::Twice(number));
                    }
                    roots.push(root);
                }
                ["active", id] if active.is_none() => {
                    active = Some(key_id(id).ok_or(Fault::Line(number))?);
                }
                ["index", ..] if index.is_some() => return Err(Fault::Twice(number)),
                ["active", _] => return Err(Fault::Twice(number)),
                _ => return Err(Fault::Line(number)),
            }
        }
        let active = active.filter(|active| roots.iter().any(|root| root.id == *active));
        Ok(Self { index: index.ok_or(Fault::NoIndex)?, active: active.ok_or(Fault::NoActive)?, roots })
    }
}

fn root_key(id: &str, key: &str, line: usize) -> Result<RootKey, Fault> {
    let mut bytes: Key = Zeroizing::new([0; 32]);
    hex::decode_to_slice(key, bytes.as_mut_slice()).map_err(|_| Fault::Line(line))?;
    let root = RootKey::new(bytes);
    if key_id(id).ok_or(Fault::Line(line))? != root.id {
        return Err(Fault::Mistyped(line));
    }
    Ok(root)
}

fn key_id(text: &str) -> Option<KeyId> {
    let mut id = [0; 4];
    hex::decode_to_slice(text, &mut id).ok()?;
    Some(KeyId(id))
}

/// Writes the file under another name and then gives it its own, but never over a file that is there: half a key must
/// not be found after a crash, nor two sets of keys be in use after two starts at once.
fn create(path: &Path, secrets: &Secrets) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let draft = folder.join(format!(".xinju-secret-{}", random::uuid_v4()));
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
    let written = file.write_all(secrets.to_text().as_bytes()).and_then(|()| file.sync_all());
    let named = written.and_then(|()| fs::hard_link(&draft, path));
    fs::remove_file(&draft)?;
    match named {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
        Ok(()) => fs::File::open(folder)?.sync_all(),
    }
}

#[cfg(test)]
mod tests;
