//! What was typed into a refused form, kept for an hour.
//!
//! It is sealed, found by a random token in the address of the page, and shown only to the one who typed it: a form of
//! somebody who was signed in needs the same account again.

use uuid::Uuid;
use xinju_domain::time::Span;
use xinju_identity::{Place, random, token};
use xinju_store::form as store;

use crate::{Broken, Services};

const KEPT: Span = Span::hours(1);

/// Keeps a form; gives the token under which it is found again.
pub async fn keep(services: &Services, owner: Option<Uuid>, body: &[u8]) -> Result<String, Broken> {
    let token = random::token();
    let hash = token::hash(&token);
    let sealed = services.secrets.seal(&place(&hash), body);
    let (hash, sealed) = (&hash, &sealed);
    services
        .db
        .change(|mut tx| async move {
            let until = tx.now().plus(KEPT).micros();
            store::insert(&mut tx, hash, owner, sealed, until).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await?;
    Ok(token)
}

/// A kept form, only for the one who typed it.
pub async fn find(services: &Services, owner: Option<Uuid>, token: &str) -> Result<Option<Vec<u8>>, Broken> {
    let hash = token::hash(token);
    let mut tx = services.db.read().await?;
    let row = store::find(&mut tx, &hash).await?;
    let now = tx.now().micros();
    let row = row.filter(|row| now < row.expires_at && (row.account.is_none() || row.account == owner));
    // A form that no longer opens is one that has to be typed again, not a breakage.
    Ok(row.and_then(|row| services.secrets.open(&place(&hash), &row.body).ok()))
}

/// Forgets a form before its hour is over.
pub(crate) async fn forget(services: &Services, owner: Option<Uuid>, token: &str) -> Result<(), Broken> {
    let hash = &token::hash(token);
    services
        .db
        .change(|mut tx| async move {
            let row = store::find(&mut tx, hash).await?;
            if row.is_some_and(|row| row.account == owner) {
                store::delete(&mut tx, hash).await?;
            }
            Ok::<_, Broken>((tx, ()))
        })
        .await
}

fn place(hash: &[u8; 32]) -> Place {
    Place::new("refused_form", "body", row_of(hash))
}

/// Rows that are found by a token's hash have no id of their own: the hash's first half serves as one.
pub(crate) fn row_of(hash: &[u8; 32]) -> Uuid {
    let mut id = [0; 16];
    id.copy_from_slice(&hash[..16]);
    Uuid::from_bytes(id)
}

#[cfg(test)]
mod tests;
