//! A fresh proof by a code, of somebody who is signed in. It goes to an address of the account and to no other, and gives
//! the session a new token.

use xinju_domain::sign_in::CodeFault;
use xinju_store::sign_in as store;

use super::{AskRefusal, Asking, CodeRefusal, Purpose, check, send};
use crate::session::{self, Opened, Session, Strength};
use crate::{Broken, Failure, Services, account};

/// Sends a code to one of the person's own addresses, for a fresh proof. `address` is the id of the contact.
pub async fn ask_proof(
    services: &Services,
    who: &Session,
    contact: &str,
    asking: &Asking<'_>,
) -> Result<String, Failure<AskRefusal>> {
    let flow = services
        .db
        .change(|mut tx| async move {
            let own = account::list_contacts_in(&mut tx, services, who.account).await?;
            let Some(own) = own.into_iter().find(|own| own.id.to_string() == contact) else {
                return Err(Failure::Refused(AskRefusal::NotYours));
            };
            let flow = send(&mut tx, services, &own.contact, Purpose::Prove, Some(who.account), asking).await?;
            Ok((tx, flow))
        })
        .await?;
    flow.map_err(|wait| Failure::Refused(AskRefusal::TooMany(wait)))
}

/// Takes the code of a fresh proof. The session gets a new token.
pub async fn enter_proof(
    services: &Services,
    who: &Session,
    flow: &str,
    typed: &str,
) -> Result<(Opened, String), Failure<CodeRefusal>> {
    let proven = services
        .db
        .change(|mut tx| async move {
            let proven = match check(&mut tx, services, flow, typed, Purpose::Prove).await? {
                Ok(row) if row.account == Some(who.account) => {
                    store::delete_code(&mut tx, &row.flow_hash).await?;
                    let opened = session::prove(&mut tx, services, who, Strength::Code, None).await?;
                    opened.map(|opened| (opened, row.next_path)).ok_or(CodeRefusal::Fault(CodeFault::Expired))
                }
                Ok(_) => Err(CodeRefusal::Fault(CodeFault::Expired)),
                Err(refusal) => Err(refusal),
            };
            Ok::<_, Broken>((tx, proven))
        })
        .await?;
    proven.map_err(Failure::Refused)
}
