//! For tests alone: a portal of one's own, on either engine.
//!
//! [`both`] runs a story on SQLite and on PostgreSQL, each time with a new empty database, a clock that moves when told,
//! papers in memory and letters in a folder. PostgreSQL takes part where `XINJU_TEST_POSTGRES` names a server on which
//! databases may be made, as `make test` does.
//!
//! People and offices are those of the demonstration: [`Portal::session`] signs in one of them.

mod database;
mod letter;
mod portal;

pub use database::{Database, Engine, engines};
pub use letter::Letter;
pub use portal::{ORIGIN, Portal};

use std::panic::AssertUnwindSafe;

use futures::FutureExt;

/// Runs a story on every engine at hand. When it fails, the engine is told.
pub async fn both<F, S>(story: F)
where
    F: Fn(Portal) -> S,
    S: Future<Output = ()>,
{
    for engine in engines() {
        let database = Database::create(engine).await;
        let portal = Portal::open(&database).await;
        let services = portal.services.clone();
        let told = AssertUnwindSafe(story(portal)).catch_unwind().await;
        services.db.close().await;
        database.remove().await;
        if let Err(panic) = told {
            // The last line of the test's output, beside the panic's own words.
            println!("on {engine:?}");
            std::panic::resume_unwind(panic);
        }
    }
}
