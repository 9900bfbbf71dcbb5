//! A portal moves from each engine to each, and nothing is lost or changed.

use xinju_service::audit;
use xinju_service::transfer::{self, TransferError};
use xinju_store::{Clock, transfer as store};
use xinju_testkit::{Database, Portal, engines};

async fn rows(db: &xinju_store::Db) -> Vec<String> {
    let mut rows = Vec::new();
    let take = |record: store::Record| -> Result<(), xinju_store::StoreError> {
        rows.push(format!("{record:?}"));
        Ok(())
    };
    store::export(db, take).await.expect("all rows");
    rows.sort();
    rows
}

#[tokio::test]
async fn every_row_arrives_as_it_was_whichever_engine_it_goes_to() {
    for from in engines() {
        for to in engines() {
            let (old, new) = (Database::create(from).await, Database::create(to).await);
            let portal = Portal::open(&old).await.with_people().await;
            portal.session("wang@demo.test").await;
            portal.settle().await;
            let file = new.folder().join("export");
            let secrets = &portal.services.secrets;
            let count = transfer::export(&portal.services.db, secrets, &file).await.expect("exported");

            let db = new.open(Clock::Database).await;
            db.migrate().await.expect("the schema");
            assert_eq!(transfer::import(&db, secrets, &file).await.expect("imported"), count);
            assert_eq!(rows(&db).await, rows(&portal.services.db).await, "{from:?} to {to:?}");
            let again = transfer::import(&db, secrets, &file).await;
            assert!(matches!(again, Err(TransferError::InUse)), "{again:?}");
            assert!(audit::verify(&portal.services, &[]).await.expect("a database").is_whole());
            db.close().await;
            portal.services.db.close().await;
            old.remove().await;
            new.remove().await;
        }
    }
}
