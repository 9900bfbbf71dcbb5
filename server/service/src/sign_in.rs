//! Signing in with a code by text message or mail, and by one-time link.
//!
//! Asking for a code looks nobody up: the answer and its time are the same for an address that is known and for one that
//! is not. Who it belongs to is settled once the right code has come back. Six digits, ten minutes, five tries; more
//! wrong ones in a day stop the address whatever new codes are asked for. A code counts only together with its flow, a
//! token in a cookie of the browser that asked: a code that somebody talked out of a person opens nothing elsewhere.
//!
//! A right code for an unknown address makes no account by itself: the person is told, and makes one by a button.

use std::net::IpAddr;

use xinju_domain::account::{self as contacts, Contact, ContactFault, ContactKind};
use xinju_domain::history::Action;
use xinju_domain::sign_in::{self as rule, CodeFault, CodeStanding, SignInCode};
use xinju_domain::time::{Instant, Span};
use xinju_identity::{Field, Place, code, random, token};
use xinju_mail::{Letter, LetterKind};
use xinju_store::{Tx, account as accounts, sign_in as store};
use xinju_text::Locale;

use crate::account::{self, NewPerson};
use crate::form::row_of;
use crate::limit::{self, Limited};
use crate::session::{self, Device, Opened, Strength};
use crate::{Broken, Failure, Services, history};

pub mod link;
mod proof;

pub use proof::{ask_proof, enter_proof};

/// What a code is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    SignIn,
    /// A fresh proof by somebody who is signed in.
    Prove,
    /// A new address of somebody who is signed in.
    AddContact,
}

impl Purpose {
    fn from_code(code: &str) -> Option<Self> {
        [Self::SignIn, Self::Prove, Self::AddContact].into_iter().find(|purpose| purpose.code() == code)
    }

    const fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Prove => "prove",
            Self::AddContact => "add_contact",
        }
    }
}

/// Who asks for a code, and from where.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    /// As typed.
    pub address: &'a str,
    pub network: IpAddr,
    pub locale: Locale,
    pub is_shared_phone: bool,
    /// The local path to go on to.
    pub next: &'a str,
}

/// Why no code is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskRefusal {
    Address(ContactFault),
    /// Too many to this address or from this network: how long to wait.
    TooMany(Span),
    /// Proving asks for an address of the account.
    NotYours,
}

/// Why a code did not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeRefusal {
    /// No six digits (no try was counted), wrong, older than ten minutes or asked for in another browser, used up.
    Fault(CodeFault),
    /// Too many wrong codes for this address: how long to wait.
    TooMany(Span),
}

/// What a code is waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub kind: ContactKind,
    /// Masked.
    pub address: String,
    pub until: Instant,
    pub next: String,
    /// The right code came already and the address is unknown: an account is to be made.
    pub is_new: bool,
}

/// What a right code opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    SignedIn {
        opened: Opened,
        next: String,
    },
    /// Nobody has this address yet.
    New,
}

/// Sends a code to an address. Gives the flow's token, for a cookie of this browser.
pub async fn ask(services: &Services, asking: &Asking<'_>) -> Result<String, Failure<AskRefusal>> {
    let contact =
        contacts::parse_contact(asking.address).map_err(|fault| Failure::Refused(AskRefusal::Address(fault)))?;
    let contact = &contact;
    let flow = services
        .db
        .change(|mut tx| async move {
            let flow = send(&mut tx, services, contact, Purpose::SignIn, None, asking).await?;
            Ok::<_, Broken>((tx, flow))
        })
        .await?;
    flow.map_err(|wait| Failure::Refused(AskRefusal::TooMany(wait)))
}

/// Sends another code to the address of a flow, for whatever that flow is for. The flow gets a new token.
pub async fn ask_again(
    services: &Services,
    flow: &str,
    network: IpAddr,
    locale: Locale,
) -> Result<String, Failure<AskRefusal>> {
    let hash = &token::hash(flow);
    let flow = services
        .db
        .change(|mut tx| async move {
            let now = tx.now().micros();
            let row = store::find_code(&mut tx, hash).await?.filter(|row| now < row.expires_at);
            let purpose = row.as_ref().and_then(|row| Purpose::from_code(&row.purpose));
            let contact = row.as_ref().and_then(|row| open_address(services, row));
            let (Some(row), Some(purpose), Some(contact)) = (row, purpose, contact) else {
                return Err(Failure::Refused(AskRefusal::NotYours));
            };
            let asking =
                Asking { address: "", network, locale, is_shared_phone: row.shared != 0, next: &row.next_path };
            let flow = send(&mut tx, services, &contact, purpose, row.account, &asking).await?;
            if flow.is_ok() {
                store::delete_code(&mut tx, hash).await?;
            }
            Ok((tx, flow))
        })
        .await?;
    flow.map_err(|wait| Failure::Refused(AskRefusal::TooMany(wait)))
}

/// Counts, and sends if the counts allow it.
pub(crate) async fn send(
    tx: &mut Tx,
    services: &Services,
    contact: &Contact,
    purpose: Purpose,
    owner: Option<uuid::Uuid>,
    asking: &Asking<'_>,
) -> Result<Result<String, Span>, Broken> {
    let address = contact.search_form();
    let network = limit::network(asking.network);
    let wait = first_wait(tx, services, &network, &address).await?;
    if let Some(wait) = wait {
        return Ok(Err(wait));
    }
    let (flow, digits) = (random::token(), SignInCode::from_random(random::bytes()));
    let hash = token::hash(&flow);
    let row = row_of(&hash);
    let until = tx.now().plus(rule::CODE_LIFE);
    let new = store::NewCode {
        flow_hash: &hash,
        account: owner,
        purpose: purpose.code(),
        kind: contact.kind().code(),
        address: &services.secrets.seal(&place(&hash), contact.as_str().as_bytes()),
        address_index: &account::address_index(services, contact),
        code_mac: &code::mac(&services.secrets, row, digits.as_str()),
        is_shared: asking.is_shared_phone,
        next_path: asking.next,
        at: tx.now().micros(),
        expires_at: until.micros(),
    };
    store::insert_code(tx, &new).await?;
    let letter = Letter::new(asking.locale, letter(services, purpose, digits.as_str().to_owned()));
    account::send_letter(tx, services, contact, &letter).await?;
    Ok(Ok(flow))
}

/// Counts against every limit; the first that refuses says how long to wait.
async fn first_wait(tx: &mut Tx, services: &Services, network: &str, address: &str) -> Result<Option<Span>, Broken> {
    if let Some(wait) = limit::spend(tx, services, Limited::CodeFromNetwork, network).await? {
        return Ok(Some(wait));
    }
    if let Some(wait) = limit::wait(tx, services, Limited::WrongProof, address).await? {
        return Ok(Some(wait));
    }
    for what in [Limited::CodeToAddress, Limited::CodeToAddressInADay] {
        if let Some(wait) = limit::spend(tx, services, what, address).await? {
            return Ok(Some(wait));
        }
    }
    Ok(None)
}

fn letter(services: &Services, purpose: Purpose, code: String) -> LetterKind {
    let minutes = u32::try_from(rule::CODE_LIFE.as_seconds() / 60).unwrap_or(0);
    let host = services.settings.origin.host().to_owned();
    match purpose {
        Purpose::SignIn | Purpose::Prove => LetterKind::SignInCode { code, minutes, host },
        Purpose::AddContact => LetterKind::ContactCode { code, minutes, host },
    }
}

fn place(hash: &[u8; 32]) -> Place {
    Place::new("sign_in_code", "address", row_of(hash))
}

/// What the page for the code says; nothing if the flow is over.
pub async fn look(services: &Services, flow: &str) -> Result<Option<Waiting>, Broken> {
    let hash = token::hash(flow);
    let mut tx = services.db.read().await?;
    let now = tx.now().micros();
    let Some(row) = store::find_code(&mut tx, &hash).await?.filter(|row| now < row.expires_at) else { return Ok(None) };
    let Some(contact) = open_address(services, &row) else { return Ok(None) };
    Ok(Some(Waiting {
        kind: contact.kind(),
        address: contact.masked(),
        until: Instant::from_micros(row.expires_at),
        is_new: row.used_at.is_some() && row.purpose == Purpose::SignIn.code(),
        next: row.next_path,
    }))
}

/// The address that a flow is about.
pub(crate) fn open_address(services: &Services, row: &store::CodeRow) -> Option<Contact> {
    let hash: &[u8; 32] = row.flow_hash.as_slice().try_into().ok()?;
    let text = services.secrets.open_text(&place(hash), &row.address).ok()?;
    Some(Contact::stored(ContactKind::from_code(&row.kind)?, text))
}

/// Takes the code that was typed on the sign-in page.
pub async fn enter(
    services: &Services,
    flow: &str,
    typed: &str,
    device: &str,
) -> Result<Entered, Failure<CodeRefusal>> {
    let entered = services
        .db
        .change(|mut tx| async move {
            let entered = match check(&mut tx, services, flow, typed, Purpose::SignIn).await? {
                Ok(row) => Ok(settle(&mut tx, services, &row, device).await?),
                Err(refusal) => Err(refusal),
            };
            Ok::<_, Broken>((tx, entered))
        })
        .await?;
    entered.map_err(Failure::Refused)
}

/// Signs in whoever has the address.
async fn settle(tx: &mut Tx, services: &Services, row: &store::CodeRow, device: &str) -> Result<Entered, Broken> {
    let Some(contact) = accounts::find_contact(tx, &row.address_index).await? else { return Ok(Entered::New) };
    store::delete_code(tx, &row.flow_hash).await?;
    let device = Device { name: device.to_owned(), is_shared: row.shared != 0 };
    let opened = session::open(tx, services, contact.account, Strength::Code, None, &device).await?;
    history::record(tx, services, account::own_entry(Action::AccountSignedIn, contact.account)).await?;
    Ok(Entered::SignedIn { opened, next: row.next_path.clone() })
}

/// Makes the account for an address whose code was right a moment ago.
pub async fn make_account(
    services: &Services,
    flow: &str,
    device: &str,
    locale: Locale,
) -> Result<(Opened, String), Failure<CodeRefusal>> {
    let hash = &token::hash(flow);
    services
        .db
        .change(|mut tx| async move {
            let now = tx.now().micros();
            let row = store::find_code(&mut tx, hash).await?;
            let row = row
                .filter(|row| now < row.expires_at && row.used_at.is_some() && row.purpose == Purpose::SignIn.code());
            let Some(row) = row else { return Err(Failure::Refused(CodeRefusal::Fault(CodeFault::Expired))) };
            let Some(contact) = open_address(services, &row) else {
                return Err(Failure::Refused(CodeRefusal::Fault(CodeFault::Expired)));
            };
            // Two tabs, or two people of one house: the address was proven, so it opens what it belongs to by now.
            if accounts::find_contact(&mut tx, &row.address_index).await?.is_none() {
                let account = account::create(&mut tx, services, &NewPerson { locale, ..NewPerson::default() }).await?;
                account::insert_contact(&mut tx, services, account, &contact).await?;
            }
            match settle(&mut tx, services, &row, device).await? {
                Entered::SignedIn { opened, next } => Ok((tx, (opened, next))),
                Entered::New => Err(Failure::Refused(CodeRefusal::Fault(CodeFault::Expired))),
            }
        })
        .await
}

/// Holds a typed code against its flow and counts the try. The caller commits in either case.
pub(crate) async fn check(
    tx: &mut Tx,
    services: &Services,
    flow: &str,
    typed: &str,
    purpose: Purpose,
) -> Result<Result<store::CodeRow, CodeRefusal>, Broken> {
    let refuse = |fault| Ok(Err(CodeRefusal::Fault(fault)));
    let hash = token::hash(flow);
    let now = tx.now();
    let row = store::find_code(tx, &hash).await?.filter(|row| row.purpose == purpose.code());
    let Some(row) = row else { return refuse(CodeFault::Expired) };
    let tries = u8::try_from(row.tries).unwrap_or(u8::MAX);
    let made = Instant::from_micros(row.created_at);
    if let CodeStanding::Dead(fault) = rule::code_standing(made, tries, row.used_at.is_some(), now) {
        return refuse(fault);
    }
    let digits = match SignInCode::parse(typed) {
        Ok(digits) => digits,
        Err(fault) => return refuse(fault),
    };
    let Some(contact) = open_address(services, &row) else { return refuse(CodeFault::Expired) };
    let address = contact.search_form();
    if let Some(wait) = limit::wait(tx, services, Limited::WrongProof, &address).await? {
        return Ok(Err(CodeRefusal::TooMany(wait)));
    }
    if !store::count_try(tx, &hash, i64::from(rule::CODE_TRIES)).await? {
        return refuse(CodeFault::UsedUp);
    }
    if !code::matches(&services.secrets, row_of(&hash), digits.as_str(), &row.code_mac) {
        limit::spend(tx, services, Limited::WrongProof, &address).await?;
        let is_last = tries + 1 >= rule::CODE_TRIES;
        return refuse(if is_last { CodeFault::UsedUp } else { CodeFault::Wrong });
    }
    if store::use_code(tx, &hash, now.micros()).await? { Ok(Ok(row)) } else { refuse(CodeFault::UsedUp) }
}

/// The keyed hash by which an address is found.
pub(crate) fn field_of(contact: &Contact) -> Field {
    match contact.kind() {
        ContactKind::Mail => Field::Mail,
        ContactKind::Phone => Field::Phone,
    }
}

#[cfg(test)]
mod tests;
