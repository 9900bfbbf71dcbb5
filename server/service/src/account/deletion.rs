//! Deleting an account. Addresses, passkeys, sessions, drafts and papers go, and what could be read in the history. What
//! the offices have to keep (the register entry, certificates, decisions) stays without a tie to the account. The history's
//! chain stays whole: it holds salted hashes.

use xinju_domain::history::Action;
use xinju_store::{Tx, account as store, application as applications, consent, form, passkey, session, sign_in};

use super::{DELETED, own_entry};
use crate::session::Session;
use crate::{Broken, Failure, Services, application, draft, history, paper};

/// Why the account is not deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeletionRefusal {
    /// A fresh proof is needed; with a passkey, where the account has one.
    NotProven,
    /// Staff give back their posts first.
    HoldsPost,
}

/// Whether the proof is fresh and as strong as this account can give it.
pub(crate) async fn is_strongly_proven(tx: &mut Tx, who: &Session) -> Result<bool, Broken> {
    let now = tx.now().micros();
    let has_passkey = passkey::list_of(tx, who.account).await?.iter().any(|row| row.active_at <= now);
    Ok(who.is_proven() && (who.strength.opens_posts() || !has_passkey))
}

/// Deletes the account. It cannot be undone.
pub async fn delete(services: &Services, who: &Session) -> Result<(), Failure<DeletionRefusal>> {
    may_delete(services, who).await?;
    // Each of these is safe to do twice, so a deletion that breaks in between is finished by pressing again.
    if let Some(reference) = application::open_reference_of(services, who).await? {
        match application::withdraw(services, who, reference).await {
            Ok(()) | Err(Failure::Refused(_)) => {}
            Err(Failure::Broken(broken)) => return Err(broken.into()),
        }
    }
    draft::discard(services, who).await?;
    let papers = services
        .db
        .change(|mut tx| async move {
            let papers = empty(&mut tx, services, who).await?;
            Ok::<_, Broken>((tx, papers))
        })
        .await?;
    paper::forget_all(services, &papers).await;
    Ok(())
}

async fn may_delete(services: &Services, who: &Session) -> Result<(), Failure<DeletionRefusal>> {
    let mut tx = services.db.read().await?;
    if !is_strongly_proven(&mut tx, who).await? {
        return Err(Failure::Refused(DeletionRefusal::NotProven));
    }
    if !crate::session::list_posts(&mut tx, who.account).await?.is_empty() {
        return Err(Failure::Refused(DeletionRefusal::HoldsPost));
    }
    Ok(())
}

async fn empty(tx: &mut Tx, services: &Services, who: &Session) -> Result<Vec<String>, Broken> {
    let (account, now) = (who.account, tx.now().micros());
    let papers = store::delete_papers(tx, account).await?;
    crate::wallet::stop_all(tx, services, account).await?;
    store::unlink(tx, account, now).await?;
    applications::unlink(tx, account).await?;
    store::delete_contacts(tx, account).await?;
    store::delete_claims(tx, account).await?;
    store::stop_recovery(tx, account, now).await?;
    passkey::delete_of(tx, account).await?;
    sign_in::delete_links_of(tx, account).await?;
    form::delete_of(tx, account).await?;
    consent::withdraw_all(tx, account, now).await?;
    session::delete_of(tx, account).await?;
    store::empty(tx, account, DELETED, now).await?;
    history::record(tx, services, own_entry(Action::AccountDeleted, account)).await?;
    history::erase_details_of(tx, account).await?;
    Ok(papers)
}
