//! The folder that stands in for a server: one file a letter, named by time and id, so that the newest is last.

use std::io;
use std::path::PathBuf;

use tokio::fs;
use tokio::io::AsyncWriteExt as _;

use crate::{Cause, Envelope, SendError};

#[derive(Clone, Debug)]
pub(crate) struct Outbox {
    folder: PathBuf,
}

impl Outbox {
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Files appear whole: who watches the folder never reads half a letter. They are for the owner alone, since they
    /// hold codes that sign in.
    pub(crate) async fn put(&self, envelope: &Envelope, extension: &str, content: &[u8]) -> Result<(), SendError> {
        let name = file_name(envelope, extension);
        self.write(&name, content).await.map_err(|_| SendError::Temporary(Cause::Outbox))
    }

    async fn write(&self, name: &str, content: &[u8]) -> io::Result<()> {
        fs::create_dir_all(&self.folder).await?;
        let draft = self.folder.join(format!(".{name}.part"));
        let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&draft).await?;
        file.write_all(content).await?;
        file.flush().await?;
        fs::rename(draft, self.folder.join(name)).await
    }
}

/// `20261124T093000.123-<id>.eml`, in China's time.
fn file_name(envelope: &Envelope, extension: &str) -> String {
    let (day, time) = (xinju_domain::time::Day::of(envelope.at), xinju_domain::time::ShanghaiTime::of(envelope.at));
    let millis = envelope.at.micros().div_euclid(1000).rem_euclid(60_000);
    let (seconds, millis) = (millis / 1000, millis % 1000);
    let (hour, minute) = (time.hour, time.minute);
    format!("{}T{hour:02}{minute:02}{seconds:02}.{millis:03}-{}.{extension}", day.yyyymmdd(), envelope.id)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use uuid::Uuid;
    use xinju_domain::time::Instant;

    use super::*;

    #[tokio::test]
    async fn a_letter_lies_in_the_folder_under_its_time_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let outbox = Outbox::new(folder.path().join("data/outbox"));
        let envelope =
            Envelope { to: String::new(), id: Uuid::from_u128(1), at: Instant::from_micros(1_795_484_105_250_000) };
        for content in ["first", "again"] {
            outbox.put(&envelope, "eml", content.as_bytes()).await.unwrap();
        }
        let files: Vec<_> = std::fs::read_dir(folder.path().join("data/outbox")).unwrap().map(Result::unwrap).collect();
        assert_eq!(files.len(), 1, "sent twice it is one letter, and no draft stays");
        assert_eq!(
            files[0].file_name().to_str().unwrap(),
            "20261124T093505.250-00000000-0000-0000-0000-000000000001.eml"
        );
        assert_eq!(files[0].metadata().unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(std::fs::read_to_string(files[0].path()).unwrap(), "again");
    }

    #[tokio::test]
    async fn an_outbox_that_cannot_be_made_may_be_there_later() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let outbox = Outbox::new(file.path().join("outbox"));
        let envelope = Envelope { to: String::new(), id: Uuid::nil(), at: Instant::from_micros(0) };
        assert_eq!(outbox.put(&envelope, "eml", b"").await, Err(SendError::Temporary(Cause::Outbox)));
    }
}
