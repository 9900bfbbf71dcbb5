//! What the first page tells a person who is signed in.

use xinju_domain::{application::State, time::Day};
use xinju_store::{Tx, application, office};

use crate::{Broken, Services, account, certificate, notice, session::Session};

/// Where things stand for one person.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// The name that the person gave, if any.
    pub name: Option<String>,
    pub has_certificate: bool,
    pub has_open_application: bool,
    /// The one thing that glows: the oldest.
    pub waiting: Option<Waiting>,
}

/// Something that waits for the person.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub kind: WaitingKind,
    pub href: String,
    pub office: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitingKind {
    /// The home office asked a question.
    MoreAsked,
    /// The current office sent a notice to complete.
    Notice,
}

/// Looks up where things stand. The oldest thing that waits comes first; an application waits before a notice.
pub async fn look(services: &Services, session: &Session) -> Result<Standing, Broken> {
    let mut tx = services.db.read().await?;
    let today = Day::of(tx.now());
    let certificate = certificate::active_of_account(&mut tx, services, session.account).await?;
    let open = application::find_open_of(&mut tx, session.account).await?;
    let mut waiting = None;
    if let Some(row) = open.as_ref().filter(|row| row.state == State::MoreAsked.code()) {
        waiting = Some(Waiting {
            kind: WaitingKind::MoreAsked,
            href: format!("/certificate/{}", row.reference),
            office: office_name(&mut tx, &row.office).await?,
        });
    }
    if waiting.is_none()
        && let Some(own) = notice::find_open_of(&mut tx, services, session.account).await?
    {
        waiting = Some(Waiting {
            kind: WaitingKind::Notice,
            href: format!("/notices/{}", own.sent.id),
            office: own.office_name,
        });
    }
    Ok(Standing {
        name: account::find_name(&mut tx, services, session.account).await?,
        has_certificate: certificate
            .is_some_and(|certificate| certificate.state_on(today) == xinju_domain::certificate::State::Active),
        has_open_application: open.is_some(),
        waiting,
    })
}

async fn office_name(tx: &mut Tx, code: &str) -> Result<String, Broken> {
    Ok(office::find(tx, code).await?.map_or_else(String::new, |office| office.name))
}
