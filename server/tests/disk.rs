//! A full disk, on a small file system of the test's own: what cannot be stored is said plainly, reading goes on, and with
//! room again everything works.

mod running;

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use reqwest::StatusCode;
use running::Running;

/// A file system of a few megabytes, unmounted with the value.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// None where nothing may be mounted.
    fn mount(place: &Path) -> Option<Self> {
        std::fs::create_dir_all(place).expect("a folder");
        let done = as_root("mount").args(["-t", "tmpfs", "-o", "size=8m,mode=0777", "tmpfs"]).arg(place).output();
        done.ok()?.status.success().then(|| Self(place.to_owned()))
    }

    /// Writes until nothing more fits; gives the file.
    fn fill(&self) -> PathBuf {
        let path = self.0.join("filler");
        let mut file = File::create(&path).expect("a file");
        for size in [64 * 1024, 4096, 1] {
            while file.write_all(&vec![0; size]).is_ok() {}
        }
        path
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = as_root("umount").arg("-l").arg(&self.0).output();
    }
}

fn as_root(program: &str) -> Command {
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.starts_with(b"0"));
    if is_root {
        Command::new(program)
    } else {
        let mut command = Command::new("sudo");
        command.args(["-n", program]);
        command
    }
}

async fn ask_for_a_code(portal: &Running) -> reqwest::Response {
    let form = [("address", "somebody@example.org"), ("contact", "somebody@example.org")];
    let body: Vec<String> = form.iter().map(|(name, value)| format!("{name}={}", value.replace('@', "%40"))).collect();
    let request = portal.client.post(portal.address("/sign-in")).body(body.join("&"));
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    request.send().await.expect("an answer")
}

#[tokio::test]
async fn a_full_disk_is_said_plainly_and_passes() {
    let place = tempfile::tempdir().expect("a folder");
    let Some(disk) = SmallDisk::mount(&place.path().join("disk")) else {
        println!("not tested: nothing may be mounted here");
        return;
    };
    let database = format!("sqlite://{}", disk.0.join("xinju.db").display());
    let mut portal = Running::start_with(&[("XINJU_DATABASE_URL", &database)]).await;
    assert_eq!(ask_for_a_code(&portal).await.status(), StatusCode::SEE_OTHER);

    let filler = disk.fill();
    // What SQLite had reserved beforehand may take a few more.
    let mut last = StatusCode::SEE_OTHER;
    let mut words = String::new();
    for _ in 0..200 {
        let answer = ask_for_a_code(&portal).await;
        last = answer.status();
        words = answer.text().await.expect("a page");
        if last != StatusCode::SEE_OTHER {
            break;
        }
    }
    assert_eq!(last, StatusCode::SERVICE_UNAVAILABLE, "{}", portal.log());
    assert!(words.contains("<h1>"), "{words}");
    assert_eq!(portal.get("/").await.status(), StatusCode::OK, "reading goes on");

    std::fs::remove_file(filler).expect("removed");
    assert_eq!(ask_for_a_code(&portal).await.status(), StatusCode::SEE_OTHER, "{}", portal.log());
    assert!(portal.terminate().success());
    drop(portal);
    drop(disk);
}
