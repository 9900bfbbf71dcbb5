//! What a phone or a sheet of paper shows of a certificate.
//!
//! A phone gets the three profiles as three certificates with its own key and one place in the status list, random and
//! new each time; they live seven days. A print names no key, has a place of its own and lives as long as the certificate.

use uuid::Uuid;
use xinju_credential::certificate::{self as credential, Body, HolderKey, LIVE_LIFE, Profile, StatusRef, Subject};
use xinju_domain::certificate::State;
use xinju_domain::time::{Day, Instant, Span};
use xinju_store::Tx;
use xinju_store::certificate as store;

use super::{Cause, Certificate};
use crate::status_list::{self, Taker};
use crate::{Broken, Services, issuing_key};

/// The phone for which a certificate is signed.
#[derive(Clone, Copy, Debug)]
pub struct Holder {
    /// The row of its key.
    pub id: Uuid,
    pub key: HolderKey,
}

/// The three profiles for one phone.
#[derive(Clone, Debug)]
pub struct Signed {
    /// Minimum, registration, full: each a COSE_Sign1 of type `xc1`.
    pub profiles: [(Profile, Vec<u8>); 3],
    pub issued_at: Instant,
    pub expires_at: Instant,
    pub status: StatusRef,
}

/// Signs for a phone. None if the certificate is not active today. `tx` must be one that may write.
pub async fn issue_profiles(
    tx: &mut Tx,
    services: &Services,
    certificate: &Certificate,
    holder: &Holder,
) -> Result<Option<Signed>, Broken> {
    let now = tx.now();
    if certificate.state_on(Day::of(now)) != State::Active {
        return Ok(None);
    }
    let issued_at = Instant::from_unix_seconds(now.unix_seconds());
    let expires_at = issued_at.plus(Span::seconds(i64::try_from(LIVE_LIFE).map_err(Broken::new)?));
    let (key, status) = prepare(tx, services, certificate, (Some(holder.id), expires_at)).await?;
    let body = body(certificate, (issued_at, expires_at), Some(holder.key), &status)?;
    let profiles = Profile::ALL.map(|profile| (profile, sign(&key, &body, profile)));
    Ok(Some(Signed { profiles, issued_at, expires_at, status }))
}

/// Signs for a print, which never shows everything: *full* becomes *registration*. None if the certificate is not active
/// today. The caller has asked for a passkey or a fresh code, and writes the history.
pub async fn issue_paper(
    tx: &mut Tx,
    services: &Services,
    certificate: &Certificate,
    profile: Profile,
) -> Result<Option<Vec<u8>>, Broken> {
    let now = tx.now();
    if certificate.state_on(Day::of(now)) != State::Active {
        return Ok(None);
    }
    let issued_at = Instant::from_unix_seconds(now.unix_seconds());
    let expires_at = certificate.valid_until.plus_days(1).begins();
    let (key, status) = prepare(tx, services, certificate, (None, expires_at)).await?;
    let body = body(certificate, (issued_at, expires_at), None, &status)?;
    Ok(Some(sign(&key, &body, profile.min(Profile::Registration))))
}

async fn prepare(
    tx: &mut Tx,
    services: &Services,
    certificate: &Certificate,
    (holder_key, expires_at): (Option<Uuid>, Instant),
) -> Result<(xinju_credential::key::IssuingKey, StatusRef), Broken> {
    let region = issuing_key::region_for(certificate.content.issuer);
    let key = issuing_key::key_for(tx, services, region).await?;
    // In a dispute nothing begins as valid. A lost phone renews by its key alone, and its new places begin as suspended:
    // only signing in ends that, so whoever binds another phone has ended it before.
    let is_lost =
        holder_key.is_some() && store::find_suspension(tx, certificate.entry, Cause::LostPhone.code()).await?.is_some();
    let is_suspended = is_lost || store::find_suspension(tx, certificate.entry, Cause::Dispute.code()).await?.is_some();
    let taker = Taker { certificate: certificate.id, holder_key, is_suspended, expires_at };
    let status = status_list::take(tx, services, region, taker).await?;
    Ok((key, status))
}

fn body(
    certificate: &Certificate,
    (issued_at, expires_at): (Instant, Instant),
    holder: Option<HolderKey>,
    status: &StatusRef,
) -> Result<Body, Broken> {
    Ok(Body {
        issuer: certificate.content.issuer.as_str().to_owned(),
        issued_at: unix(issued_at)?,
        expires_at: unix(expires_at)?,
        holder,
        status: status.clone(),
        subject: certificate.content.subject(&certificate.number, certificate.valid_until),
    })
}

fn sign(key: &xinju_credential::key::IssuingKey, body: &Body, profile: Profile) -> Vec<u8> {
    let subject = Subject::for_profile(profile, &body.subject);
    credential::issue(key, &Body { subject, ..body.clone() })
}

fn unix(instant: Instant) -> Result<u64, Broken> {
    u64::try_from(instant.unix_seconds()).map_err(Broken::new)
}
