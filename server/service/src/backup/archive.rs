//! The archive as a file: a tar in a sealed stream, written beside its place and moved there when all of it is on the
//! disk.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use futures::TryStreamExt;
use object_store::ObjectMeta;
use xinju_identity::archive::Sealer;

use super::{BackupError, DATABASE, MANIFEST, Made, Manifest, PAPERS};
use crate::{Broken, Services};

type Archive = tar::Builder<Sealer<BufWriter<File>>>;

pub(super) async fn pack(
    services: &Services,
    file: &Path,
    copy: &Path,
    manifest: &Manifest,
) -> Result<Made, BackupError> {
    let unfinished = file.with_extension("unfinished");
    let made = write(services, &unfinished, copy, manifest).await;
    if made.is_ok() {
        std::fs::rename(&unfinished, file)?;
        sync_folder_of(file)?;
    } else {
        let _ = std::fs::remove_file(&unfinished);
    }
    made
}

async fn write(services: &Services, file: &Path, copy: &Path, manifest: &Manifest) -> Result<Made, BackupError> {
    let target = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(file)?;
    let mut archive = tar::Builder::new(Sealer::new(&services.secrets, BufWriter::new(target))?);
    let manifest = serde_json::to_vec_pretty(manifest).map_err(Broken::new)?;
    append(&mut archive, MANIFEST, manifest.len() as u64, manifest.as_slice())?;
    let copy = File::open(copy)?;
    let size = copy.metadata()?.len();
    let mut archive = in_background(archive, move |archive| append(archive, DATABASE, size, copy)).await?;
    let mut made = Made::default();
    let papers: Vec<ObjectMeta> = services.papers.list(None).try_collect().await?;
    for paper in papers {
        let bytes = match services.papers.get(&paper.location).await {
            Ok(found) => found.bytes().await?,
            // Deleted since the list was made: nobody will ask for it.
            Err(object_store::Error::NotFound { .. }) => continue,
            Err(error) => return Err(error.into()),
        };
        made.papers += 1;
        let name = format!("{PAPERS}{}", paper.location);
        archive =
            in_background(archive, move |archive| append(archive, &name, bytes.len() as u64, bytes.as_ref())).await?;
    }
    let written = in_background(archive, |archive| archive.finish()).await?;
    let file = written.into_inner()?.finish()?.into_inner().map_err(|error| error.into_error())?;
    file.sync_all()?;
    made.bytes = file.metadata()?.len();
    Ok(made)
}

/// Sealing and writing keep a thread busy: not one of those that answer people.
async fn in_background(
    mut archive: Archive,
    work: impl FnOnce(&mut Archive) -> io::Result<()> + Send + 'static,
) -> Result<Archive, BackupError> {
    let done = tokio::task::spawn_blocking(move || work(&mut archive).map(|()| archive)).await;
    Ok(done.map_err(io::Error::other)??)
}

fn append(archive: &mut tar::Builder<impl Write>, name: &str, size: u64, content: impl io::Read) -> io::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    header.set_entry_type(tar::EntryType::Regular);
    archive.append_data(&mut header, name, content)
}

/// Until the folder is on the disk too, a power cut can take the new name back.
pub(super) fn sync_folder_of(file: &Path) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}
