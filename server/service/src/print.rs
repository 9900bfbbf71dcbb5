//! The certificate on paper: an A4 page and a card, for a phone that is empty, lent or not there.
//!
//! Each print is signed anew with a place of its own in the status list, so that a lost one can be told from the others. It
//! shows *minimum* unless the holder picks *registration*; everything is never printed. It asks for a proof of the last five
//! minutes, and its history stands with the certificate. What was signed is kept for an hour, sealed and for the holder
//! alone, so that loading the page again makes no second print.

use serde::{Deserialize, Serialize};
use xinju_credential::certificate::{Certificate as Signed, Profile, Subject};
use xinju_domain::{
    certificate_number::ShortNumber,
    history::{Action, RecordKind},
    time::{Day, Instant, Span},
};
use xinju_store::{Tx, certificate as certificates, print as store};

use crate::{
    Broken, Failure, Services,
    certificate::{self, Certificate, signing},
    form, history,
    session::Session,
};

/// Prints of one certificate in a day: each takes a place in the list for as long as the certificate lives.
const IN_A_DAY: i64 = 20;

/// Why nothing is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintRefusal {
    /// No proof within the last five minutes.
    NotProven,
    /// There is no such certificate, or it is somebody else's.
    Absent,
    /// It has run out, was replaced or revoked.
    NotActive,
    /// A dispute is being settled.
    Suspended,
    TooMany,
}

/// A print as it is shown.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What the signed certificate says, and so all that stands on the page.
    pub subject: Subject,
    /// The signed certificate (`xp1`).
    pub bytes: Vec<u8>,
    pub printed_on: Day,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    /// In hexadecimal digits.
    certificate: String,
    /// Unix seconds.
    at: i64,
}

/// Makes a print; gives the token under which [`find`] shows it.
pub async fn make(
    services: &Services,
    who: &Session,
    number: &ShortNumber,
    profile: Profile,
) -> Result<String, Failure<PrintRefusal>> {
    if !who.is_proven() {
        return Err(Failure::Refused(PrintRefusal::NotProven));
    }
    let kept = services
        .db
        .change(|mut tx| async move {
            let certificate = own(&mut tx, services, who, number).await?;
            let kept = sign(&mut tx, services, &certificate, profile).await?;
            let entry = history::Entry::new(Action::CertificatePrinted, RecordKind::Certificate, number.as_str())
                .at(&certificate.office, certificate.region.as_str())
                .by(who.account)
                .about(Some(who.account));
            history::record(&mut tx, services, entry).await?;
            Ok::<_, Failure<PrintRefusal>>((tx, kept))
        })
        .await?;
    let body = serde_json::to_vec(&kept).map_err(Broken::new)?;
    Ok(form::keep(services, Some(who.account), &body).await?)
}

async fn own(
    tx: &mut Tx,
    services: &Services,
    who: &Session,
    number: &ShortNumber,
) -> Result<Certificate, Failure<PrintRefusal>> {
    let row = certificates::find_by_number(tx, number.as_str()).await?;
    let row = row.filter(|row| row.account == Some(who.account));
    let row = row.ok_or(Failure::Refused(PrintRefusal::Absent))?;
    Ok(certificate::open(services, &row)?)
}

async fn sign(
    tx: &mut Tx,
    services: &Services,
    certificate: &Certificate,
    profile: Profile,
) -> Result<Kept, Failure<PrintRefusal>> {
    if certificate::is_suspended(tx, certificate).await? {
        return Err(Failure::Refused(PrintRefusal::Suspended));
    }
    let now = tx.now();
    if store::count_since(tx, certificate.id, now.minus(Span::days(1))).await? >= IN_A_DAY {
        return Err(Failure::Refused(PrintRefusal::TooMany));
    }
    let bytes = signing::issue_paper(tx, services, certificate, profile).await?;
    let bytes = bytes.ok_or(Failure::Refused(PrintRefusal::NotActive))?;
    Ok(Kept { certificate: hex::encode(bytes), at: now.unix_seconds() })
}

/// A print of the last hour, for its holder. None when it is over, or somebody else's.
pub async fn find(services: &Services, who: &Session, token: &str) -> Result<Option<Sheet>, Broken> {
    let body = form::find(services, Some(who.account), token).await?;
    Ok(body.and_then(|body| read(&body)))
}

/// What was kept under such a token may be another form of the same person: then it is no print.
fn read(body: &[u8]) -> Option<Sheet> {
    let kept: Kept = serde_json::from_slice(body).ok()?;
    let bytes = hex::decode(kept.certificate).ok()?;
    let subject = Signed::parse(&bytes).ok()?.subject()?;
    Some(Sheet { subject, bytes, printed_on: Day::of(Instant::from_unix_seconds(kept.at)) })
}

#[cfg(test)]
mod tests;
