//! One-time links. Opening one shows a page with a button; the button uses it up. Programs that look into mail open
//! links before their readers do, so opening must change nothing.

use uuid::Uuid;
use xinju_domain::history::Action;
use xinju_domain::time::Span;
use xinju_identity::{random, token};
use xinju_store::{StoreError, Tx, sign_in as store};

use crate::session::{self, Device, Opened, Strength};
use crate::{Broken, Failure, Services, account, history};

/// What a link does when its button is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkPurpose {
    /// Signs in somebody of the demonstration, again and again until it expires.
    Demo,
    /// Stops a passkey that is still waiting.
    StopPasskey,
    /// Stops a phone that is still waiting.
    StopPhone,
    /// Stops a recovery by card.
    StopRecovery,
}

impl LinkPurpose {
    const ALL: [Self; 4] = [Self::Demo, Self::StopPasskey, Self::StopPhone, Self::StopRecovery];

    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Demo => "demo",
            Self::StopPasskey => "stop_passkey",
            Self::StopPhone => "stop_phone",
            Self::StopRecovery => "stop_recovery",
        }
    }
}

/// A link that would work now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub purpose: LinkPurpose,
    pub account: Uuid,
    pub subject: String,
    /// The account's name, where there is one.
    pub name: Option<String>,
}

/// The link was used, has expired, or never was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkIsOver;

/// Makes a link within a transaction; gives its token.
pub(crate) async fn make(
    tx: &mut Tx,
    account: Uuid,
    purpose: LinkPurpose,
    subject: &str,
    life: Span,
) -> Result<String, StoreError> {
    let token = random::token();
    let now = tx.now();
    let new = store::NewLink {
        token_hash: &token::hash(&token),
        account,
        purpose: purpose.code(),
        subject,
        at: now.micros(),
        expires_at: now.plus(life).micros(),
    };
    store::insert_link(tx, &new).await?;
    Ok(token)
}

/// A link with which a person of the demonstration signs in, as a path. Only for demonstration data.
pub async fn make_demo(services: &Services, account: Uuid, life: Span) -> Result<Option<String>, Broken> {
    if !services.settings.is_demo {
        return Ok(None);
    }
    let token = services
        .db
        .change(|mut tx| async move {
            let token = make(&mut tx, account, LinkPurpose::Demo, "", life).await?;
            Ok::<_, Broken>((tx, token))
        })
        .await?;
    Ok(Some(format!("/sign-in/link?token={token}")))
}

/// What the link would do. Changes nothing.
pub async fn look(services: &Services, token: &str) -> Result<Option<Link>, Broken> {
    let mut tx = services.db.read().await?;
    find(&mut tx, services, token).await
}

async fn find(tx: &mut Tx, services: &Services, token: &str) -> Result<Option<Link>, Broken> {
    let now = tx.now().micros();
    let row = store::find_link(tx, &token::hash(token)).await?;
    let Some(row) = row.filter(|row| now < row.expires_at && row.used_at.is_none()) else { return Ok(None) };
    let purpose = LinkPurpose::ALL.into_iter().find(|purpose| purpose.code() == row.purpose);
    let Some(purpose) = purpose.filter(|purpose| *purpose != LinkPurpose::Demo || services.settings.is_demo) else {
        return Ok(None);
    };
    let name = account::find_name(tx, services, row.account).await?;
    Ok(Some(Link { purpose, account: row.account, subject: row.subject, name }))
}

/// The button of a demonstration's link.
pub async fn sign_in(services: &Services, token: &str, device: &str) -> Result<Opened, Failure<LinkIsOver>> {
    services
        .db
        .change(|mut tx| async move {
            let link = find(&mut tx, services, token).await?;
            let Some(link) = link.filter(|link| link.purpose == LinkPurpose::Demo) else {
                return Err(Failure::Refused(LinkIsOver));
            };
            let device = Device { name: device.to_owned(), is_shared: false };
            let opened = session::open(&mut tx, services, link.account, Strength::DemoLink, None, &device).await?;
            history::record(&mut tx, services, account::own_entry(Action::AccountSignedIn, link.account)).await?;
            Ok((tx, opened))
        })
        .await
}

/// Takes a link of one use. Says what it was for.
pub(crate) async fn take(tx: &mut Tx, services: &Services, token: &str) -> Result<Option<Link>, Broken> {
    let link = find(tx, services, token).await?;
    let now = tx.now().micros();
    let is_ours = store::use_link(tx, &token::hash(token), now).await?;
    Ok(link.filter(|_| is_ours))
}
