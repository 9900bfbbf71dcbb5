//! The folder of papers. A paper counts as taken when it will be there after a cut of the power: `object_store` leaves
//! that to the system, which brings a new file to the disk half a minute later.

use std::{
    fmt,
    fs::File,
    io,
    path::{Path as FilePath, PathBuf},
};

use async_trait::async_trait;
use futures::stream::BoxStream;
use object_store::{
    GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore, PutMultipartOptions, PutOptions,
    PutPayload, PutResult, Result, local::LocalFileSystem, path::Path,
};

/// A folder whose files are on the disk once they are put.
#[derive(Debug)]
pub struct PaperFolder {
    files: LocalFileSystem,
    root: PathBuf,
}

impl PaperFolder {
    /// Opens a folder that is there.
    pub fn open(root: &FilePath) -> Result<Self> {
        Ok(Self { files: LocalFileSystem::new_with_prefix(root)?, root: root.to_owned() })
    }

    /// Brings a file to the disk, and the folders above it, for their names stand there.
    async fn bring_to_disk(&self, location: &Path) -> Result<()> {
        let (root, file) = (self.root.clone(), self.root.join(location.as_ref()));
        let synced = tokio::task::spawn_blocking(move || sync(&root, &file)).await;
        let failed =
            |source: Box<dyn std::error::Error + Send + Sync>| object_store::Error::Generic { store: "papers", source };
        synced.map_err(|error| failed(error.into()))?.map_err(|error| failed(error.into()))
    }
}

fn sync(root: &FilePath, file: &FilePath) -> io::Result<()> {
    File::open(file)?.sync_all()?;
    for folder in file.ancestors().skip(1).take_while(|folder| folder.starts_with(root)) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

impl fmt::Display for PaperFolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.files.fmt(f)
    }
}

#[async_trait]
impl ObjectStore for PaperFolder {
    async fn put_opts(&self, location: &Path, payload: PutPayload, options: PutOptions) -> Result<PutResult> {
        let put = self.files.put_opts(location, payload, options).await?;
        self.bring_to_disk(location).await?;
        Ok(put)
    }

    /// Nobody puts a paper so: its pieces are objects of their own.
    async fn put_multipart_opts(&self, _: &Path, _: PutMultipartOptions) -> Result<Box<dyn MultipartUpload>> {
        Err(object_store::Error::NotImplemented)
    }

    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        self.files.get_opts(location, options).await
    }

    async fn delete(&self, location: &Path) -> Result<()> {
        self.files.delete(location).await
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        self.files.list(prefix)
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.files.list_with_delimiter(prefix).await
    }

    async fn copy(&self, from: &Path, to: &Path) -> Result<()> {
        self.files.copy(from, to).await?;
        self.bring_to_disk(to).await
    }

    async fn copy_if_not_exists(&self, from: &Path, to: &Path) -> Result<()> {
        self.files.copy_if_not_exists(from, to).await?;
        self.bring_to_disk(to).await
    }
}
