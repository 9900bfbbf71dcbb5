//! A backup comes back as a working portal, with everything in it and nobody signed in.

use bytes::Bytes;
use object_store::{ObjectStore, path::Path as Key};
use xinju_domain::time::Span;
use xinju_identity::Secrets;
use xinju_service::backup::{self, BackupError, RestoreError, Target};
use xinju_testkit::{Database, Engine, Portal};

async fn busy_portal() -> (Database, Portal) {
    let database = Database::create(Engine::Sqlite).await;
    let portal = Portal::open(&database).await.with_people().await;
    portal.session("wang@demo.test").await;
    portal.services.papers.put(&Key::from("ab/cd"), Bytes::from_static(b"sealed").into()).await.expect("a paper");
    portal.settle().await;
    (database, portal)
}

#[tokio::test]
async fn a_backup_restores_on_an_empty_machine_and_signs_everybody_out() {
    let (database, portal) = busy_portal().await;
    let (file, new) = (database.folder().join("one.backup"), database.folder().join("new"));
    let made = backup::make(&portal.services, &file, &database.folder()).await.expect("a backup");
    assert_eq!(made.papers, 1);
    let leftovers = std::fs::read_dir(database.folder())
        .expect("a folder")
        .filter(|entry| entry.as_ref().is_ok_and(|entry| entry.file_name().to_string_lossy().contains("copy")));
    assert_eq!(leftovers.count(), 0, "the plain copy is gone");

    std::fs::create_dir(&new).expect("a folder");
    let target = Target { database: &new.join("xinju.db"), papers: &new.join("papers") };
    let manifest = backup::restore(&portal.services.secrets, &file, target).await.expect("restored");
    assert_eq!((manifest.host.as_str(), manifest.history.len()), ("xinju.example", 1));
    assert_eq!(std::fs::read(new.join("papers/ab/cd")).ok().as_deref(), Some(b"sealed".as_slice()));
    let settings = xinju_store::Settings {
        url: format!("sqlite://{}", target.database.display()),
        connections: 2,
        clock: xinju_store::Clock::Database,
    };
    let db = xinju_store::Db::open(&settings).await.expect("the restored database");
    db.migrate().await.expect("the schema");
    backup::settle(&db).await.expect("settled");
    let mut tx = db.read().await.expect("a transaction");
    assert_eq!(xinju_store::office::count(&mut tx).await.ok(), Some(5));
    drop(tx);
    db.close().await;
}

#[tokio::test]
async fn nothing_is_restored_over_something_or_with_other_secrets_or_from_a_cut_file() {
    let (database, portal) = busy_portal().await;
    let folder = database.folder();
    let file = folder.join("one.backup");
    backup::make(&portal.services, &file, &folder).await.expect("a backup");
    let again = backup::make(&portal.services, &file, &folder).await;
    assert!(matches!(again, Err(BackupError::Exists(_))));
    let secrets = &portal.services.secrets;

    let over = Target { database: &folder.join("xinju.db"), papers: &folder.join("papers") };
    assert!(matches!(backup::restore(secrets, &file, over).await, Err(RestoreError::Exists(_))));
    let wal = folder.join("b.db-wal");
    std::fs::write(&wal, "").expect("a file");
    let beside_a_log = Target { database: &folder.join("b.db"), papers: &folder.join("papers") };
    assert!(matches!(backup::restore(secrets, &file, beside_a_log).await, Err(RestoreError::Exists(_))));

    let target = Target { database: &folder.join("c.db"), papers: &folder.join("papers") };
    assert!(matches!(backup::restore(&Secrets::generate(), &file, target).await, Err(RestoreError::Io(_))));
    let whole = std::fs::read(&file).expect("the backup");
    let cut = folder.join("cut.backup");
    std::fs::write(&cut, &whole[..whole.len() - 100]).expect("a file");
    assert!(backup::restore(secrets, &cut, target).await.is_err());
    assert!(!target.database.exists());
    portal.pass(Span::ZERO);
}
