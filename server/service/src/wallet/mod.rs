//! Which phone shows a certificate, and what it is given for that.
//!
//! * One phone a person. Binding a phone asks for a passkey, the first phone too; with a mere code another phone waits 24
//!   hours, is told on every channel, and can be stopped with one button. When a phone begins, the one before it stops at
//!   once: its places in the status list are set, and its wallet is told at its next renewal.
//! * One person a phone: a key that is at work for one account is refused for another.
//! * A phone renews by its key alone, so that signing out does not end the wallet. The number it signs is the server's,
//!   good for 120 seconds and once.
//! * For 24 hours after a phone began, the letter about it and the list of phones undo it: the new phone stops, and the key
//!   of the one before is good again.
//! * *I lost my phone* needs no sign-in: the application's reference and the birth date suspend what the phone shows, the
//!   person is told on every channel, and signing in undoes it.
//!
//! ```text
//!            by a code alone, beside another phone
//!   (new) ──────────────────────────────► waiting ── 24 h, then its first renewal ──► at work
//!     └── by a passkey, or by the card ───────│─────────────────────────────────────► at work
//!                                          stopped ◄── removed, replaced, undone ───────┘
//! ```
//!
//! | file | holds |
//! |---|---|
//! | `binding.rs` | a number to sign, binding, renewing |
//! | `standing.rs` | what the key alone may ask and do besides: how it stands, leaving a phone |
//! | `readiness.rs` | what stands between a person and their wallet |
//! | `phone.rs` | the person's phones: the list, removing, stopping, undoing |
//! | `loss.rs` | a phone reported lost, and found again |

mod binding;
mod loss;
mod phone;
mod readiness;
mod standing;
#[cfg(test)]
mod tests;

use uuid::Uuid;
use xinju_domain::history::{Action, RecordKind};
use xinju_store::{Tx, holder_key as store, holder_key::HolderKeyRow};

pub use binding::{BindRefusal, Bound, Nonce, bind, make_nonce, renew};
pub(crate) use loss::restore;
pub use loss::{LossRefusal, report_loss};
pub use phone::{Phone, leave_on, list, remove, stop_by_link, stop_waiting, undo};
pub use readiness::{Readiness, readiness};
pub use standing::{Standing, check, leave};

use crate::{Broken, Services, history, status_list};

/// The keys of an account: the one at work, and the one that waits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phones {
    pub(crate) at_work: Option<HolderKeyRow>,
    pub(crate) waiting: Option<HolderKeyRow>,
}

/// The phones of an account now. A key whose wait is over but which has not come yet still counts as waiting.
pub(crate) async fn phones(tx: &mut Tx, account: Uuid) -> Result<Phones, Broken> {
    let now = tx.now().micros();
    let mut phones = Phones::default();
    for row in store::list(tx, account).await? {
        if is_waiting(&row) {
            phones.waiting = Some(row);
        } else if row.active_at <= now {
            phones.at_work = Some(row);
        }
    }
    Ok(phones)
}

/// A key that was bound for later and has not begun.
fn is_waiting(row: &HolderKeyRow) -> bool {
    row.active_at > row.bound_at
}

/// Ends every phone of an account: for *sign out everywhere* and for an account that is deleted.
pub(crate) async fn stop_all(tx: &mut Tx, services: &Services, account: Uuid) -> Result<(), Broken> {
    for row in store::list(tx, account).await? {
        stop(tx, services, &row, Some(account)).await?;
    }
    Ok(())
}

/// Ends a phone: its key, and everything it could still show.
pub(crate) async fn stop(
    tx: &mut Tx,
    services: &Services,
    phone: &HolderKeyRow,
    actor: Option<Uuid>,
) -> Result<(), Broken> {
    if !store::remove(tx, phone.id).await? {
        return Ok(());
    }
    status_list::invalidate_phone(tx, phone.id).await?;
    let mut entry = history::Entry::new(Action::PhoneRemoved, RecordKind::Account, phone.account.to_string())
        .about(Some(phone.account));
    entry.actor = actor;
    history::record(tx, services, entry).await
}
