//! Services as the server opens them, over a database of the bench's own.

use std::path::Path;
use std::sync::Arc;

use object_store::local::LocalFileSystem;
use xinju_domain::staff::Role;
use xinju_identity::{Passkeys, Secrets};
use xinju_mail::{Mailer, Sms};
use xinju_service::session::{self, Session};
use xinju_service::sign_in::link;
use xinju_service::{Inside, Origin, Services, Settings, demo, issuing_key, retention::Keeping};
use xinju_store::{Clock, Db};

use crate::{Outcome, told};

/// The connections that the server has by default.
const CONNECTIONS: u32 = 10;

/// Opens and migrates. Papers and letters go into `folder`.
pub async fn open(url: &str, secret: &Path, folder: &Path, origin: &str) -> Outcome<Services> {
    let papers = folder.join("papers");
    told(std::fs::create_dir_all(&papers))?;
    let settings = xinju_store::Settings { url: url.to_owned(), connections: CONNECTIONS, clock: Clock::Database };
    let db = told(Db::open(&settings).await)?;
    told(db.migrate().await)?;
    let origin = Origin::parse(origin).ok_or("an origin such as http://localhost:3000")?;
    let outbox = folder.join("outbox");
    Ok(Services::new(Inside {
        db,
        secrets: told(Secrets::load_or_create(secret))?,
        passkeys: told(Passkeys::new(origin.url(), "Xinju"))?,
        papers: Arc::new(told(LocalFileSystem::new_with_prefix(papers))?),
        mailer: told(Mailer::from_settings(None, "Xinju <no-reply@localhost>", outbox.clone()))?,
        sms: told(Sms::from_url(None, outbox))?,
        settings: Settings {
            origin,
            certificate_type_code: "11100000000013338W011".to_owned(),
            is_demo: true,
            keeping: Keeping::default(),
        },
    }))
}

/// Loads the demonstration into an empty database, and sees to the issuing keys.
pub async fn furnish(services: &Services) -> Outcome<()> {
    if told(demo::look(&services.db).await)? == demo::Holding::Nothing {
        told(demo::load(services).await)?;
    }
    told(issuing_key::prepare(services).await)
}

/// Signs in somebody of the demonstration; gives the cookie's token too.
pub async fn sign_in(services: &Services, address: &str) -> Outcome<(Session, String)> {
    let ways = told(demo::links(services).await)?;
    let way = ways.into_iter().find(|way| way.address == address).ok_or("nobody of the demonstration")?;
    let (_, token) = way.link.split_once("token=").ok_or("a link without a token")?;
    let token = told(link::sign_in(services, token, "bench").await)?.token;
    let session = told(session::find(services, &token).await)?.ok_or("a session that ended at once")?;
    Ok((session, token))
}

/// The officer of the demonstration who issues.
pub async fn issuing_officer(services: &Services) -> Outcome<(session::Officer, String)> {
    let (session, token) = sign_in(services, "issuing@demo.test").await?;
    let officer = session.officer(Role::Issuing).ok_or("no issuing officer")?;
    Ok((officer, token))
}
