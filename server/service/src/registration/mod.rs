//! Registering a person at the current place.
//!
//! The officer's phone sends what the holder showed as it was read, with the time of the scan; the server judges it again
//! at that time ([`judging`]), and asks what became of the certificate since: what was revoked or suspended in between is
//! not registered. A scan may wait in the phone for seven days; after one it is marked *late*, and without the answer to a
//! challenge *unchallenged*.
//!
//! Never twice: the phone gives each registration a key, and what was shown is known by its hash. Whoever sends the same
//! key again gets the same answer, whatever happened to the first one on the way.
//!
//! One transaction writes the registration, the report to the home office, the notice to complete if something is missing,
//! the history and the letters. Paper needs characters 12 to 17 of the ID number, typed from the card: five tries for each
//! paper, counted even when nothing else comes of them.
//!
//! Who may: registering officers register and read at their own office; to every other office a registration does not
//! exist. The home office learns of it by its report.

mod judging;
mod reading;
#[cfg(test)]
pub(crate) mod tests;

use serde_json::json;
use uuid::Uuid;
use xinju_domain::calendar::Calendar;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::registration::{
    ArrivalFault, DigitsFault, Item, Needs, Notice, NoticeFault, PAPER_TRIES, Refusal, arrival, compare_digits,
    report_due,
};
use xinju_domain::staff::Right;
use xinju_domain::time::{Day, Instant};
use xinju_domain::wording::{self, WordingFault};
use xinju_identity::{Place, random};
use xinju_mail::LetterKind;
use xinju_store::registration::{self as store, RegistrationRow};
use xinju_store::{StoreError, Tx, register_entry, report as reports};

use judging::Judged;
pub(crate) use reading::certificate_of;
pub use reading::{File, Line, find, list_at_office};

use crate::history::{self, Entry};
use crate::session::Officer;
use crate::{Broken, Failure, Services, account, notice, scan};

/// The longest address, in characters.
const ADDRESS_MAX: usize = 200;

/// What an officer sends.
#[derive(Clone, Debug)]
pub struct Command {
    /// Made once by the officer's phone: 16 to 64 hexadecimal digits and hyphens.
    pub key: String,
    /// The text of the QR as it was read.
    pub presentation: String,
    pub scanned: Instant,
    /// When the key set and the lists were made by which the phone judged.
    pub bundle_made: Instant,
    /// The number that the officer's screen asked and the holder's phone answered.
    pub challenge: Option<[u8; 16]>,
    /// Where the person lives now; may be empty.
    pub address: String,
    /// For paper: characters 12 to 17 of the ID number.
    pub digits: String,
    /// What is missing; nothing for no notice.
    pub missing: Vec<Item>,
    pub note: String,
    /// The notice's date; the proposed one if there is none or it has passed on the way.
    pub due: Option<Day>,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registered {
    pub id: Uuid,
    /// False when this key was registered before.
    pub is_new: bool,
    pub is_late: bool,
    pub is_challenged: bool,
}

/// Why a person is not registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegisterRefusal {
    /// The post does not register.
    NotAllowed,
    /// The key is none.
    Unreadable,
    Time(ArrivalFault),
    /// What was shown is not good enough, at the time of the scan or by what became of it.
    Shown(Refusal),
    /// The digits of the card, and how many tries are left.
    Digits(DigitsFault, u8),
    /// This showing is registered, here or elsewhere.
    AlreadyRegistered,
    AddressTooLong,
    Notice(NoticeFault),
}

/// Registers a person. Sent twice under one key, it is done once and answered alike.
pub async fn register(
    services: &Services,
    officer: &Officer,
    command: &Command,
) -> Result<Registered, Failure<RegisterRefusal>> {
    if !scan::has(officer, Right::Register) {
        return Err(Failure::Refused(RegisterRefusal::NotAllowed));
    }
    if !is_key(&command.key) {
        return Err(Failure::Refused(RegisterRefusal::Unreadable));
    }
    // Judged outside the transaction that writes: signatures take longer than a writer may be held up.
    let shown = &judging::judge(services, command).await?;
    let outcome = services
        .db
        .change(|mut tx| async move {
            let outcome = attempt(&mut tx, services, officer, command, shown).await?;
            Ok::<_, Broken>((tx, outcome))
        })
        .await?;
    outcome.map_err(Failure::Refused)
}

type Outcome<T> = Result<Result<T, RegisterRefusal>, Broken>;

/// A refusal commits as well: a try at the digits is counted.
async fn attempt(
    tx: &mut Tx,
    services: &Services,
    officer: &Officer,
    command: &Command,
    shown: &judging::Shown,
) -> Outcome<Registered> {
    if let Some(row) = store::find_by_key(tx, &command.key).await? {
        return Ok(answer_again(&row, officer));
    }
    let is_late = match arrival(command.scanned, command.bundle_made, tx.now()) {
        Ok(arrival) => arrival.late,
        Err(fault) => return Ok(Err(RegisterRefusal::Time(fault))),
    };
    let judged = match judging::hold_against_records(tx, services, command, shown).await? {
        Ok(judged) => judged,
        Err(refusal) => return Ok(Err(RegisterRefusal::Shown(refusal))),
    };
    if let Some(twin) = store::find_by_replay(tx, &judged.once_id(officer, command.scanned)).await? {
        // The same order may have been registered since the key was looked for.
        let is_same = twin.idempotency_key == command.key;
        return Ok(if is_same { answer_again(&twin, officer) } else { Err(RegisterRefusal::AlreadyRegistered) });
    }
    let address = match wording::words(&command.address, 0, ADDRESS_MAX) {
        Ok(address) => Some(address),
        Err(WordingFault::TooLong) => return Ok(Err(RegisterRefusal::AddressTooLong)),
        Err(_) => None,
    };
    let notice = match notice_of(command, Day::of(tx.now())) {
        Ok(notice) => notice,
        Err(fault) => return Ok(Err(RegisterRefusal::Notice(fault))),
    };
    if judged.needs == Needs::CardDigits
        && let Err(refusal) = compare(tx, officer, command, &judged).await?
    {
        return Ok(Err(refusal));
    }
    let row = row(tx, services, officer, command, (&judged, address, is_late));
    if !store::insert(tx, &row).await? {
        // Somebody was a moment faster: the same key twice, or the same showing.
        let twin = store::find_by_key(tx, &command.key).await?;
        return Ok(twin.map_or(Err(RegisterRefusal::AlreadyRegistered), |twin| answer_again(&twin, officer)));
    }
    tell(tx, services, officer, (&row, &judged, notice.as_ref())).await?;
    Ok(Ok(answer(&row, true)))
}

/// A key is the officer's own; under another's nothing is told.
fn answer_again(row: &RegistrationRow, officer: &Officer) -> Result<Registered, RegisterRefusal> {
    if row.officer == officer.account && row.office == officer.post.office {
        Ok(answer(row, false))
    } else {
        Err(RegisterRefusal::AlreadyRegistered)
    }
}

fn answer(row: &RegistrationRow, is_new: bool) -> Registered {
    Registered { id: row.id, is_new, is_late: row.late != 0, is_challenged: row.challenged != 0 }
}

fn is_key(text: &str) -> bool {
    (16..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

fn notice_of(command: &Command, today: Day) -> Result<Option<Notice>, NoticeFault> {
    if command.missing.is_empty() {
        return Ok(None);
    }
    let proposed = Notice::proposed_due(Calendar::announced(), today);
    // A date that was ahead when it was chosen may have passed while the phone had no signal.
    let due = command.due.filter(|due| *due > today).unwrap_or(proposed);
    Notice::new(&command.missing, &command.note, due, today).map(Some)
}

/// Holds the typed digits against the ID number in the records, and counts a wrong try for good.
async fn compare(
    tx: &mut Tx,
    officer: &Officer,
    command: &Command,
    judged: &Judged,
) -> Result<Result<(), RegisterRefusal>, StoreError> {
    let tries = store::count_tries(tx, &judged.replay_id).await?;
    let tries = u8::try_from(tries).unwrap_or(PAPER_TRIES);
    let number = &judged.certificate.content.id_number;
    match compare_digits(number, &command.digits, tries) {
        Ok(()) => Ok(Ok(())),
        Err(DigitsFault::Different) => {
            let region = officer.post.region;
            let made = store::count_try(tx, &judged.replay_id, &officer.post.office, region.as_str()).await?;
            let left = PAPER_TRIES.saturating_sub(u8::try_from(made).unwrap_or(PAPER_TRIES));
            Ok(Err(RegisterRefusal::Digits(DigitsFault::Different, left)))
        }
        Err(fault) => Ok(Err(RegisterRefusal::Digits(fault, PAPER_TRIES.saturating_sub(tries)))),
    }
}

fn row(
    tx: &Tx,
    services: &Services,
    officer: &Officer,
    command: &Command,
    (judged, address, is_late): (&Judged, Option<String>, bool),
) -> RegistrationRow {
    let id = random::uuid_v7(tx.now());
    RegistrationRow {
        id,
        office: officer.post.office.clone(),
        region: officer.post.region.as_str().to_owned(),
        officer: officer.account,
        entry: judged.certificate.entry,
        certificate: judged.certificate.id,
        account: judged.certificate.account,
        idempotency_key: command.key.clone(),
        replay_id: judged.once_id(officer, command.scanned).to_vec(),
        kind: judged.kind().to_owned(),
        address: address.map(|address| services.secrets.seal(&address_place(id), address.as_bytes())),
        scanned_at: command.scanned.micros(),
        registered_at: tx.now().micros(),
        late: i64::from(is_late),
        challenged: i64::from(judged.is_challenged),
    }
}

/// Everybody who has to know: the home office, the history, the resident.
async fn tell(
    tx: &mut Tx,
    services: &Services,
    officer: &Officer,
    (row, judged, notice): (&RegistrationRow, &Judged, Option<&Notice>),
) -> Result<(), Broken> {
    let home = register_entry::find(tx, row.entry).await?.ok_or(StoreError::Absent("register_entry"))?;
    let report = reports::ReportRow {
        id: random::uuid_v7(tx.now()),
        office: home.office,
        region: home.region,
        from_office: row.office.clone(),
        kind: "registration".to_owned(),
        registration: Some(row.id),
        sent_at: row.registered_at,
        due_on: i64::from(report_due(Calendar::announced(), tx.now()).yyyymmdd()),
        read_at: None,
        read_by: None,
    };
    reports::insert(tx, &report).await?;
    let entry = Entry::new(Action::RegistrationMade, RecordKind::Registration, row.id.to_string())
        .by_officer(officer)
        .about(row.account)
        .with(json!({
            "number": judged.certificate.number.as_str(),
            "scanned_at": command_seconds(row),
            "kind": row.kind,
            "late": row.late != 0,
            "challenged": row.challenged != 0,
        }));
    history::record(tx, services, entry).await?;
    let letter = match notice {
        Some(notice) => notice::send(tx, services, officer, (row, notice)).await?,
        None => LetterKind::Registered {
            office: officer.post.office_name.clone(),
            link: services.settings.origin.link("/account/seen"),
        },
    };
    match row.account {
        Some(account) => account::tell(tx, services, account, &letter).await,
        None => Ok(()),
    }
}

fn command_seconds(row: &RegistrationRow) -> i64 {
    Instant::from_micros(row.scanned_at).unix_seconds()
}

/// Where the address of a registration is sealed.
const fn address_place(id: Uuid) -> Place {
    Place::new("registration", "address", id)
}
