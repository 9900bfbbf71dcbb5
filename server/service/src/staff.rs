//! Staff: posts, each a role at an office. An administrator invites and removes within the own region, the command line
//! invites anywhere. An invitation is a letter with a link to a page with a button; pressing it proves the address, and
//! the desk opens once a passkey was made.
//!
//! Removing a member of staff puts what they had taken on back into the queue and ends their sessions, all at once.

use uuid::Uuid;
use xinju_domain::account::{Contact, ContactFault, ContactKind, parse_contact};
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::region::RegionCode;
use xinju_domain::sign_in::INVITATION_LIFE;
use xinju_domain::staff::{Right, Role, may};
use xinju_domain::time::Instant;
use xinju_identity::{Place, random, token};
use xinju_mail::{Letter, LetterKind};
use xinju_store::staff::{self as store, InvitationRow, NewInvitation, PostRow};
use xinju_store::{Tx, account as accounts, application as applications, session as sessions};
use xinju_text::Locale;

use crate::account::{self, NewPerson};
use crate::form::row_of;
use crate::history::Entry;
use crate::office::{self, Office};
use crate::session::{self, Device, Officer, Opened, Strength};
use crate::{Broken, Failure, Services, history};

/// Somebody who holds a post.
#[derive(Clone, Debug)]
pub struct Member {
    /// The post's id.
    pub id: Uuid,
    pub account: Uuid,
    pub name: Option<String>,
    /// Masked, to tell people of one name apart.
    pub address: Option<String>,
    pub office: String,
    pub office_name: String,
    pub role: Role,
    pub since: Instant,
    pub has_passkey: bool,
}

/// An invitation as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub office_name: String,
    pub role: Role,
    /// Masked.
    pub address: String,
}

/// Why nobody is invited or removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffRefusal {
    Address(ContactFault),
    /// No such office, or one outside of the administrator's region, or closed.
    Office,
    /// No such post in the administrator's region.
    Absent,
    NotAllowed,
    /// An administrator does not remove the own last post: nobody could undo it.
    Yourself,
}

/// The invitation was used, has expired, or never was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvitationIsOver;

/// Invites somebody to a post. `who` is nobody at the command line, which may invite to every office.
pub async fn invite(
    services: &Services,
    who: Option<&Officer>,
    address: &str,
    office: &str,
    role: Role,
) -> Result<(), Failure<StaffRefusal>> {
    let contact = &parse_contact(address).map_err(|fault| Failure::Refused(StaffRefusal::Address(fault)))?;
    services
        .db
        .change(|mut tx| async move {
            let office = office_for(&mut tx, who, office).await?;
            let link = insert_invitation(&mut tx, services, who, contact, (&office, role)).await?;
            let hours = u32::try_from(INVITATION_LIFE.as_seconds() / 3600).unwrap_or(0);
            let kind = LetterKind::StaffInvitation { office: office.name.clone(), link, hours };
            account::send_letter(&mut tx, services, contact, &Letter::new(Locale::default(), kind)).await?;
            let entry = Entry::new(Action::StaffInvited, RecordKind::Staff, contact.masked())
                .at(&office.code, office.region.as_str());
            let entry = match who {
                Some(officer) => entry.by_officer(officer),
                None => entry,
            };
            history::record(&mut tx, services, entry).await?;
            Ok((tx, ()))
        })
        .await
}

async fn office_for(tx: &mut Tx, who: Option<&Officer>, code: &str) -> Result<Office, Failure<StaffRefusal>> {
    if let Some(officer) = who {
        allow(officer, officer.post.region)?;
    }
    let today = xinju_domain::time::Day::of(tx.now());
    let office = office::find(tx, code).await?;
    let office = office.filter(|office| {
        office.validity.holds_on(today) && who.is_none_or(|officer| officer.post.region.contains(office.region))
    });
    office.ok_or(Failure::Refused(StaffRefusal::Office))
}

fn allow(who: &Officer, region: RegionCode) -> Result<(), Failure<StaffRefusal>> {
    if may(who.post.role, who.post.region, Right::KeepStaff, region) {
        Ok(())
    } else {
        Err(Failure::Refused(StaffRefusal::NotAllowed))
    }
}

async fn insert_invitation(
    tx: &mut Tx,
    services: &Services,
    who: Option<&Officer>,
    contact: &Contact,
    (office, role): (&Office, Role),
) -> Result<String, Broken> {
    let token = random::token();
    let hash = token::hash(&token);
    let now = tx.now();
    let new = NewInvitation {
        token_hash: &hash,
        office: &office.code,
        role: role.code(),
        address: &services.secrets.seal(&place(&hash), contact.as_str().as_bytes()),
        address_index: &account::address_index(services, contact),
        invited_by: who.map(|officer| officer.account),
        at: now.micros(),
        expires_at: now.plus(INVITATION_LIFE).micros(),
    };
    store::insert_invitation(tx, &new).await?;
    Ok(services.settings.origin.link(&format!("/invitation?token={token}")))
}

fn place(hash: &[u8; 32]) -> Place {
    Place::new("staff_invitation", "address", row_of(hash))
}

/// What an invitation offers. Changes nothing.
pub async fn look(services: &Services, token: &str) -> Result<Option<Invitation>, Broken> {
    let mut tx = services.db.read().await?;
    let Some((row, contact)) = find_invitation(&mut tx, services, token).await? else { return Ok(None) };
    let Some(role) = Role::from_code(&row.role) else { return Ok(None) };
    Ok(Some(Invitation { office_name: row.office_name, role, address: contact.masked() }))
}

async fn find_invitation(
    tx: &mut Tx,
    services: &Services,
    token: &str,
) -> Result<Option<(InvitationRow, Contact)>, Broken> {
    let hash = token::hash(token);
    let now = tx.now().micros();
    let row = store::find_invitation(tx, &hash).await?;
    let Some(row) = row.filter(|row| now < row.expires_at && row.used_at.is_none()) else { return Ok(None) };
    let Ok(text) = services.secrets.open_text(&place(&hash), &row.address) else { return Ok(None) };
    let kind = if text.contains('@') { ContactKind::Mail } else { ContactKind::Phone };
    Ok(Some((row, Contact::stored(kind, text))))
}

/// Accepts an invitation: the letter proves the address. The session is a code's, so the desk waits for a passkey.
pub async fn accept(
    services: &Services,
    token: &str,
    locale: Locale,
    device: &str,
) -> Result<Opened, Failure<InvitationIsOver>> {
    services
        .db
        .change(|mut tx| async move {
            let now = tx.now().micros();
            let found = find_invitation(&mut tx, services, token).await?;
            let Some((row, contact)) = found else { return Err(Failure::Refused(InvitationIsOver)) };
            if !store::use_invitation(&mut tx, &token::hash(token), now).await? {
                return Err(Failure::Refused(InvitationIsOver));
            }
            let account = match accounts::find_contact(&mut tx, &row.address_index).await? {
                Some(known) => known.account,
                None => {
                    let person = NewPerson { locale, ..NewPerson::default() };
                    let account = account::create(&mut tx, services, &person).await?;
                    account::insert_contact(&mut tx, services, account, &contact).await?;
                    account
                }
            };
            let id = random::uuid_v7(tx.now());
            store::insert(&mut tx, id, &row.office, account, &row.role, now).await?;
            let entry = Entry::new(Action::StaffJoined, RecordKind::Staff, account.to_string())
                .at(&row.office, &row.region)
                .by(account)
                .about(Some(account));
            history::record(&mut tx, services, entry).await?;
            let device = Device { name: device.to_owned(), is_shared: false };
            let opened = session::open(&mut tx, services, account, Strength::Code, None, &device).await?;
            Ok((tx, opened))
        })
        .await
}

/// Gives a post without an invitation: for the people of the demonstration.
pub async fn give_post(tx: &mut Tx, account: Uuid, office: &str, role: Role) -> Result<(), Broken> {
    let (id, now) = (random::uuid_v7(tx.now()), tx.now().micros());
    store::insert(tx, id, office, account, role.code(), now).await?;
    Ok(())
}

/// The staff of the administrator's region.
pub async fn list(services: &Services, who: &Officer) -> Result<Vec<Member>, Failure<StaffRefusal>> {
    allow(who, who.post.region)?;
    let mut tx = services.db.read().await?;
    let mut members = Vec::new();
    for row in store::list_in(&mut tx, who.post.region.as_str()).await? {
        members.extend(member(&mut tx, services, row).await?);
    }
    Ok(members)
}

async fn member(tx: &mut Tx, services: &Services, row: PostRow) -> Result<Option<Member>, Broken> {
    let Some(role) = Role::from_code(&row.role) else { return Ok(None) };
    let contacts = account::list_contacts_in(tx, services, row.account).await?;
    Ok(Some(Member {
        name: account::find_name(tx, services, row.account).await?,
        address: contacts.first().map(|own| own.contact.masked()),
        has_passkey: !xinju_store::passkey::list_of(tx, row.account).await?.is_empty(),
        id: row.id,
        account: row.account,
        office: row.office,
        office_name: row.office_name,
        role,
        since: Instant::from_micros(row.since_at),
    }))
}

/// Takes a post away, hands over the open work, ends the sessions. Gives how many applications went back into the queue.
pub async fn remove(services: &Services, who: &Officer, post: Uuid) -> Result<u64, Failure<StaffRefusal>> {
    services
        .db
        .change(|mut tx| async move {
            allow(who, who.post.region)?;
            let row = store::find(&mut tx, post).await?;
            let row =
                row.filter(|row| RegionCode::parse(&row.region).is_ok_and(|region| who.post.region.contains(region)));
            let Some(row) = row else { return Err(Failure::Refused(StaffRefusal::Absent)) };
            if row.account == who.account && row.role == Role::Administrator.code() {
                return Err(Failure::Refused(StaffRefusal::Yourself));
            }
            let now = tx.now().micros();
            store::end(&mut tx, post, now).await?;
            let handed_over = applications::hand_back(&mut tx, &row.office, row.account).await?;
            sessions::delete_of(&mut tx, row.account).await?;
            for action in [Action::StaffRemoved, Action::StaffWorkHandedOver] {
                let entry = Entry::new(action, RecordKind::Staff, row.account.to_string())
                    .at(&row.office, &row.region)
                    .by_officer(who)
                    .with(serde_json::json!({ "role": row.role, "applications": handed_over }));
                history::record(&mut tx, services, entry).await?;
            }
            Ok((tx, handed_over))
        })
        .await
}

#[cfg(test)]
mod tests;
