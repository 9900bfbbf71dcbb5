//! Letters before something ends: a certificate's last day comes in a month.

use xinju_domain::time::Day;
use xinju_mail::{Letter, LetterKind};
use xinju_store::certificate::{self as certificates, CertificateRow};
use xinju_store::{Tx, account as accounts};
use xinju_text::Locale;

use crate::{Broken, Services, account, job};

/// Days before the last one. The range is wider than a day, so that a server that stood still misses nobody; each letter
/// has a key, so nobody gets two.
const AHEAD: std::ops::RangeInclusive<i64> = 25..=30;
const BATCH: i64 = 1000;

/// Queues the letters that are due. Safe to repeat.
pub async fn queue(services: &Services) -> Result<(), Broken> {
    services
        .db
        .change(|mut tx| async move {
            let today = Day::of(tx.now());
            let day = |ahead: i64| i64::from(today.plus_days(ahead).yyyymmdd());
            let ending = certificates::list_ending(&mut tx, day(*AHEAD.start()), day(*AHEAD.end()), BATCH).await?;
            for certificate in &ending {
                remind(&mut tx, services, certificate).await?;
            }
            Ok::<_, Broken>((tx, ()))
        })
        .await
}

async fn remind(tx: &mut Tx, services: &Services, certificate: &CertificateRow) -> Result<(), Broken> {
    let Some(account) = certificate.account else { return Ok(()) };
    let Some(row) = accounts::find(tx, account).await? else { return Ok(()) };
    let last_day = u32::try_from(certificate.valid_until).ok().and_then(Day::from_yyyymmdd);
    let Some(last_day) = last_day else { return Ok(()) };
    let locale = row.locale.as_deref().and_then(Locale::from_tag).unwrap_or_default();
    let kind = LetterKind::ExpiresSoon { last_day, link: services.settings.origin.link("/certificate") };
    for own in account::list_contacts_in(tx, services, account).await? {
        let key = format!("expires-soon:{}:{}", certificate.id, own.id);
        job::letter_once(tx, services, &own.contact, Letter::new(locale, kind.clone()), Some(key), None).await?;
    }
    Ok(())
}
