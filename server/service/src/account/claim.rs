//! One ID number, one account. The first claim holds; a second one goes to the home office as a dispute, and both
//! accounts are told, neither with anything of the other. Nobody is proven by typing a number: the office judges papers.

use xinju_domain::history::{Action, RecordKind};
use xinju_domain::id_number::IdNumber;
use xinju_identity::{Field, random};
use xinju_mail::LetterKind;
use xinju_store::dispute::{self, NewDispute};
use xinju_store::{Tx, account as store, office as offices};

use crate::history::Entry;
use crate::session::Session;
use crate::{Broken, Services, history};

/// A dispute that waits for the home office.
pub(crate) const DISPUTE_OPEN: &str = "open";

/// Whose number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// The account's, from now on.
    Claimed,
    /// The account's already.
    AlreadyMine,
    /// Another account's. The home office was asked to settle it.
    Disputed,
}

/// Claims a number for the person, within the transaction of what needs it. `office` is the home office's code.
pub async fn claim_id_number(
    tx: &mut Tx,
    services: &Services,
    who: &Session,
    number: &IdNumber,
    office: &str,
) -> Result<Claim, Broken> {
    let index = services.secrets.index(Field::IdNumber, number.as_str());
    if store::claim_id(tx, &index, who.account, tx.now().micros()).await? {
        return Ok(Claim::Claimed);
    }
    let holder = store::find_claim(tx, &index).await?.ok_or(xinju_store::StoreError::Absent("id_claim"))?.account;
    if holder == who.account {
        return Ok(Claim::AlreadyMine);
    }
    let office = offices::find(tx, office).await?.ok_or(xinju_store::StoreError::Absent("office"))?;
    let id = random::uuid_v7(tx.now());
    let new = NewDispute {
        id,
        office: &office.code,
        region: &office.region,
        id_index: &index,
        holder,
        claimant: who.account,
        state: DISPUTE_OPEN,
        at: tx.now().micros(),
    };
    // Asking again while it is open changes nothing and tells nobody twice.
    if dispute::insert(tx, &new).await? {
        let entry = Entry::new(Action::DisputeRaised, RecordKind::Dispute, id.to_string())
            .at(&office.code, &office.region)
            .by(who.account)
            .about(Some(who.account));
        history::record(tx, services, entry).await?;
        let link = services.settings.origin.link("/account");
        let letter = LetterKind::DisputeOpened { office: office.name, link };
        for account in [holder, who.account] {
            super::warn(tx, services, account, &letter).await?;
        }
    }
    Ok(Claim::Disputed)
}
