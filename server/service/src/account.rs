//! A person's account: the name, the addresses, the languages, and everything that becomes of them.
//!
//! An account needs neither mail nor telephone. An address belongs to one account and is stored only once its code came
//! back. Only the account itself changes any of this; an officer may open one together with a person at a counter
//! ([`counter`]), and that is all. [`claim`] sees to it that an ID number belongs to one account; [`export`] and
//! [`deletion`] give everything out and take everything away.

pub mod claim;
pub mod counter;
pub mod deletion;
pub mod export;
mod looks;

use uuid::Uuid;
use xinju_domain::account::{Contact, ContactKind};
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::person::{NameFault, PersonName};
use xinju_domain::sign_in::CodeFault;
use xinju_domain::time::Instant;
use xinju_identity::{Place, random};
use xinju_mail::{Letter, LetterKind};
use xinju_store::Tx;
use xinju_store::account::{self as store, ContactRow, NewAccount, NewContact};
use xinju_text::Locale;

use crate::history::Entry;
use crate::session::{Officer, Session};
use crate::sign_in::{self, AskRefusal, Asking, CodeRefusal, Purpose};
use crate::{Broken, Failure, Services, history, job};

pub use claim::{Claim, claim_id_number};
pub use looks::{Look, list_looks};

/// In use by its person.
pub(crate) const ACTIVE: &str = "active";
/// Opened at a counter; its person has not signed in alone yet.
pub(crate) const OPENED: &str = "opened";
/// Emptied. The row stays for the history's sake.
pub(crate) const DELETED: &str = "deleted";

/// What a new account begins with.
#[derive(Clone, Copy, Debug, Default)]
pub struct NewPerson<'a> {
    pub locale: Locale,
    /// What a passkey that exists already carries as its user.
    pub handle: Option<Uuid>,
    /// The officer who opens it together with the person.
    pub opened_by: Option<&'a Officer>,
}

/// The account as its person sees it.
#[derive(Clone, Debug)]
pub struct Account {
    pub name: Option<String>,
    pub locale: Option<Locale>,
    pub contacts: Vec<OwnContact>,
    pub has_card: bool,
    pub card_made: Option<Instant>,
    pub created: Instant,
}

/// An address that news and codes go to.
#[derive(Clone, Debug)]
pub struct OwnContact {
    pub id: Uuid,
    pub contact: Contact,
    pub wants_news: bool,
}

/// Why an address is not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactRefusal {
    Code(CodeRefusal),
    /// Another account has it.
    Taken,
}

/// Why an address is not removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemoveRefusal {
    /// Without it nobody could sign in.
    LastWayIn,
    /// Where there is a passkey, a code takes no address away: warnings go there.
    NeedsPasskey,
    Absent,
}

/// An entry about what a person does with the own account.
pub(crate) fn own_entry(action: Action, account: Uuid) -> Entry<'static> {
    Entry::new(action, RecordKind::Account, account.to_string()).by(account).about(Some(account))
}

pub(crate) async fn create(tx: &mut Tx, services: &Services, new: &NewPerson<'_>) -> Result<Uuid, Broken> {
    let id = random::uuid_v7(tx.now());
    let row = NewAccount {
        id,
        handle: new.handle.unwrap_or_else(random::uuid_v4),
        locale: Some(new.locale.tag()),
        state: if new.opened_by.is_some() { OPENED } else { ACTIVE },
        opened_by: new.opened_by.map(|officer| officer.account),
        opened_office: new.opened_by.map(|officer| officer.post.office.as_str()),
        at: tx.now().micros(),
    };
    store::insert(tx, &row).await?;
    let entry = match new.opened_by {
        Some(officer) => Entry::new(Action::AccountOpenedAtCounter, RecordKind::Account, id.to_string())
            .by_officer(officer)
            .about(Some(id)),
        None => own_entry(Action::AccountOpened, id),
    };
    history::record(tx, services, entry).await?;
    Ok(id)
}

/// The account of the person.
pub async fn get(services: &Services, who: &Session) -> Result<Account, Broken> {
    let mut tx = services.db.read().await?;
    let row = store::find(&mut tx, who.account).await?.ok_or(xinju_store::StoreError::Absent("account"))?;
    Ok(Account {
        name: open_name(services, row.id, row.name.as_deref())?,
        locale: row.locale.as_deref().and_then(Locale::from_tag),
        contacts: list_contacts_in(&mut tx, services, who.account).await?,
        has_card: row.recovery_hash.is_some(),
        card_made: row.recovery_made_at.map(Instant::from_micros),
        created: Instant::from_micros(row.created_at),
    })
}

/// The name that an account goes by, such as an officer's on a decision.
pub async fn find_name(tx: &mut Tx, services: &Services, account: Uuid) -> Result<Option<String>, Broken> {
    let Some(row) = store::find(tx, account).await? else { return Ok(None) };
    open_name(services, row.id, row.name.as_deref())
}

fn open_name(services: &Services, account: Uuid, sealed: Option<&[u8]>) -> Result<Option<String>, Broken> {
    sealed.map(|sealed| services.secrets.open_text(&name_place(account), sealed)).transpose().map_err(Broken::new)
}

fn name_place(account: Uuid) -> Place {
    Place::new("account", "name", account)
}

/// Sets the name within a transaction.
pub async fn set_name_in(tx: &mut Tx, services: &Services, account: Uuid, name: &PersonName) -> Result<(), Broken> {
    let sealed = services.secrets.seal(&name_place(account), name.as_str().as_bytes());
    Ok(store::set_name(tx, account, Some(&sealed)).await?)
}

/// Sets the name by which the portal speaks to the person.
pub async fn set_name(services: &Services, who: &Session, typed: &str) -> Result<(), Failure<NameFault>> {
    let name = &PersonName::parse(typed).map_err(Failure::Refused)?;
    services
        .db
        .change(|mut tx| async move {
            set_name_in(&mut tx, services, who.account, name).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await
        .map_err(Failure::Broken)
}

/// Sets the language of pages and letters.
pub async fn set_locale(services: &Services, who: &Session, locale: Locale) -> Result<(), Broken> {
    services
        .db
        .change(|mut tx| async move {
            store::set_locale(&mut tx, who.account, locale.tag()).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await
}

pub(crate) fn address_index(services: &Services, contact: &Contact) -> [u8; 32] {
    services.secrets.index(sign_in::field_of(contact), &contact.search_form())
}

/// Stores an address whose code came back. Says whether it could: not if another account has it.
pub(crate) async fn insert_contact(
    tx: &mut Tx,
    services: &Services,
    account: Uuid,
    contact: &Contact,
) -> Result<bool, Broken> {
    let id = random::uuid_v7(tx.now());
    let new = NewContact {
        id,
        account,
        kind: contact.kind().code(),
        address: &services.secrets.seal(&address_place(id), contact.as_str().as_bytes()),
        address_index: &address_index(services, contact),
        confirmed_at: tx.now().micros(),
    };
    Ok(store::insert_contact(tx, &new).await?)
}

fn address_place(contact: Uuid) -> Place {
    Place::new("contact", "address", contact)
}

/// An account's addresses.
pub(crate) async fn list_contacts_in(
    tx: &mut Tx,
    services: &Services,
    account: Uuid,
) -> Result<Vec<OwnContact>, Broken> {
    let rows = store::list_contacts(tx, account).await?;
    rows.into_iter().map(|row| own_contact(services, row)).collect()
}

fn own_contact(services: &Services, row: ContactRow) -> Result<OwnContact, Broken> {
    let text = services.secrets.open_text(&address_place(row.id), &row.address).map_err(Broken::new)?;
    let kind: ContactKind = row.kind.parse().map_err(Broken::new)?;
    Ok(OwnContact { id: row.id, contact: Contact::stored(kind, text), wants_news: row.news != 0 })
}

/// Whether changing a way in asks for a fresh proof first. Who came with a card has none to give and came to change it.
pub async fn needs_proof(services: &Services, who: &Session) -> Result<bool, Broken> {
    if who.is_proven() {
        return Ok(false);
    }
    let mut tx = services.db.read().await?;
    let can_prove = !store::list_contacts(&mut tx, who.account).await?.is_empty()
        || !xinju_store::passkey::list_of(&mut tx, who.account).await?.is_empty();
    Ok(can_prove)
}

/// Sends a code to an address that the person wants to add. Gives the flow's token, for a cookie of this browser.
pub async fn ask_contact(
    services: &Services,
    who: &Session,
    asking: &Asking<'_>,
) -> Result<String, Failure<AskRefusal>> {
    let contact = xinju_domain::account::parse_contact(asking.address);
    let contact = &contact.map_err(|fault| Failure::Refused(AskRefusal::Address(fault)))?;
    let flow = services
        .db
        .change(|mut tx| async move {
            let owner = Some(who.account);
            let flow = sign_in::send(&mut tx, services, contact, Purpose::AddContact, owner, asking).await?;
            Ok::<_, Broken>((tx, flow))
        })
        .await?;
    flow.map_err(|wait| Failure::Refused(AskRefusal::TooMany(wait)))
}

/// Takes the code of a new address and adds it.
pub async fn add_contact(
    services: &Services,
    who: &Session,
    flow: &str,
    typed: &str,
) -> Result<(), Failure<ContactRefusal>> {
    let added = services
        .db
        .change(|mut tx| async move {
            let added = add_contact_in(&mut tx, services, who, flow, typed).await?;
            Ok::<_, Broken>((tx, added))
        })
        .await?;
    added.map_err(Failure::Refused)
}

async fn add_contact_in(
    tx: &mut Tx,
    services: &Services,
    who: &Session,
    flow: &str,
    typed: &str,
) -> Result<Result<(), ContactRefusal>, Broken> {
    let row = match sign_in::check(tx, services, flow, typed, Purpose::AddContact).await? {
        Ok(row) => row,
        Err(refusal) => return Ok(Err(ContactRefusal::Code(refusal))),
    };
    let expired = ContactRefusal::Code(CodeRefusal::Fault(CodeFault::Expired));
    let contact = sign_in::open_address(services, &row).filter(|_| row.account == Some(who.account));
    let Some(contact) = contact else { return Ok(Err(expired)) };
    xinju_store::sign_in::delete_code(tx, &row.flow_hash).await?;
    if !insert_contact(tx, services, who.account, &contact).await? {
        let holder = store::find_contact(tx, &row.address_index).await?;
        let is_own = holder.is_some_and(|holder| holder.account == who.account);
        return Ok(if is_own { Ok(()) } else { Err(ContactRefusal::Taken) });
    }
    history::record(tx, services, own_entry(Action::AccountContactAdded, who.account)).await?;
    Ok(Ok(()))
}

/// Removes an address, unless it is the last way in.
pub async fn remove_contact(services: &Services, who: &Session, contact: Uuid) -> Result<(), Failure<RemoveRefusal>> {
    services
        .db
        .change(|mut tx| async move {
            let contacts = store::list_contacts(&mut tx, who.account).await?;
            if !contacts.iter().any(|row| row.id == contact) {
                return Err(Failure::Refused(RemoveRefusal::Absent));
            }
            let now = tx.now().micros();
            let passkeys = xinju_store::passkey::list_of(&mut tx, who.account).await?;
            let has_passkey = passkeys.iter().any(|row| row.active_at <= now);
            if has_passkey && !who.strength.opens_posts() {
                return Err(Failure::Refused(RemoveRefusal::NeedsPasskey));
            }
            if contacts.len() == 1 && !has_passkey {
                return Err(Failure::Refused(RemoveRefusal::LastWayIn));
            }
            store::delete_contact(&mut tx, contact, who.account).await?;
            history::record(&mut tx, services, own_entry(Action::AccountContactRemoved, who.account)).await?;
            Ok((tx, ()))
        })
        .await
}

/// Chooses whether news go to an address. Codes always do.
pub async fn set_news(services: &Services, who: &Session, contact: Uuid, wants: bool) -> Result<(), Broken> {
    services
        .db
        .change(|mut tx| async move {
            store::set_news(&mut tx, contact, who.account, wants).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await
}

/// Writes to every address of an account, also to those that want no news: for what the person has to know.
pub async fn warn(tx: &mut Tx, services: &Services, account: Uuid, kind: &LetterKind) -> Result<(), Broken> {
    write(tx, services, account, kind, true).await
}

/// Writes to the addresses of an account that want news.
pub async fn tell(tx: &mut Tx, services: &Services, account: Uuid, kind: &LetterKind) -> Result<(), Broken> {
    write(tx, services, account, kind, false).await
}

async fn write(tx: &mut Tx, services: &Services, account: Uuid, kind: &LetterKind, to_all: bool) -> Result<(), Broken> {
    let Some(row) = store::find(tx, account).await? else { return Ok(()) };
    let locale = row.locale.as_deref().and_then(Locale::from_tag).unwrap_or_default();
    let letter = Letter::new(locale, kind.clone());
    for own in list_contacts_in(tx, services, account).await? {
        if to_all || own.wants_news {
            send_letter(tx, services, &own.contact, &letter).await?;
        }
    }
    Ok(())
}

/// Queues a letter by mail or by text message.
pub(crate) async fn send_letter(
    tx: &mut Tx,
    services: &Services,
    contact: &Contact,
    letter: &Letter,
) -> Result<(), Broken> {
    job::letter(tx, services, contact, letter.clone()).await
}

#[cfg(test)]
pub(crate) mod tests;
