//! Small file systems of a test's own: one in memory that fills up, one in a file that can be copied as it lies. Mounting
//! needs a right that not everybody has.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A mounted file system, gone with the value.
pub struct SmallDisk {
    mount: TempDir,
    /// The file that holds it, in a folder of its own.
    image: Option<TempDir>,
}

fn succeeds(command: &mut Command) -> bool {
    command.output().is_ok_and(|done| done.status.success())
}

impl SmallDisk {
    /// Of so many megabytes; nothing where it cannot be mounted.
    pub fn in_memory(megabytes: usize) -> Option<Self> {
        let mount = tempfile::tempdir().ok()?;
        let options = format!("size={megabytes}m,mode=0700");
        let command = ["-t", "tmpfs", "-o", &options, "xinju-attack"];
        succeeds(Command::new("mount").args(command).arg(mount.path())).then_some(Self { mount, image: None })
    }

    /// With a journal, as on a machine's own disk.
    pub fn in_a_file(megabytes: u64) -> Option<Self> {
        let image = tempfile::tempdir().ok()?;
        let file = image.path().join("image");
        std::fs::File::create(&file).ok()?.set_len(megabytes * 1024 * 1024).ok()?;
        succeeds(Command::new("mkfs.ext4").args(["-q", "-F"]).arg(&file)).then_some(())?;
        Self::of_image(image)
    }

    fn of_image(image: TempDir) -> Option<Self> {
        let mount = tempfile::tempdir().ok()?;
        let file = image.path().join("image");
        let is_mounted = succeeds(Command::new("mount").args(["-o", "loop"]).arg(file).arg(mount.path()));
        is_mounted.then_some(Self { mount, image: Some(image) })
    }

    /// The disk as it would be found after a cut of the power at this moment: what was not brought to it is lost.
    pub fn after_power_cut(&self) -> Self {
        let copy = tempfile::tempdir().expect("a folder");
        let from = self.image.as_ref().expect("a disk in a file").path().join("image");
        let copied = Command::new("cp").arg("--sparse=never").arg(from).arg(copy.path().join("image")).status();
        assert!(copied.expect("cp").success());
        Self::of_image(copy).expect("the journal is replayed")
    }

    pub fn path(&self) -> &Path {
        self.mount.path()
    }

    fn filler(&self) -> PathBuf {
        self.path().join("filler")
    }

    /// Fills it to the last byte.
    pub fn fill(&self) {
        use std::io::Write;
        let mut file = std::fs::File::create(self.filler()).expect("a file");
        for size in [1 << 16, 1 << 12, 1] {
            while file.write_all(&vec![0; size]).is_ok() {}
        }
    }

    pub fn free(&self) {
        std::fs::remove_file(self.filler()).expect("a file");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.mount.path()).status();
    }
}

/// Copies what lies in a folder into another, and brings it to the disk.
pub fn copy(from: &Path, to: &Path) {
    let copied = Command::new("cp").arg("-a").arg(format!("{}/.", from.display())).arg(to).status();
    assert!(copied.expect("cp").success());
    assert!(succeeds(Command::new("sync").arg("-f").arg(to)));
}
