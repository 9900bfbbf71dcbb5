//! Everything that the portal knows about a person, as JSON for a machine and for the person.

use serde_json::{Value, json};
use xinju_domain::history::Action;
use xinju_store::account as store;

use super::{deletion::is_strongly_proven, own_entry};
use crate::history::Line;
use crate::session::Session;
use crate::{Broken, Failure, Services, application, certificate, consent, draft, history, passkey, session};

/// A fresh proof is needed; with a passkey, where the account has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotProven;

/// Gathers it and notes that it was given out.
pub async fn export(services: &Services, who: &Session) -> Result<Value, Failure<NotProven>> {
    services
        .db
        .change(|mut tx| async move {
            if !is_strongly_proven(&mut tx, who).await? {
                return Err(Failure::Refused(NotProven));
            }
            history::record(&mut tx, services, own_entry(Action::AccountExported, who.account)).await?;
            Ok((tx, ()))
        })
        .await?;
    let account = super::get(services, who).await?;
    let contacts: Vec<Value> = account
        .contacts
        .iter()
        .map(|own| json!({ "address": own.contact.as_str(), "kind": own.contact.kind(), "news": own.wants_news }))
        .collect();
    Ok(json!({
        "account": who.account,
        "name": account.name,
        "language": account.locale.map(xinju_text::Locale::tag),
        "created": account.created.unix_seconds(),
        "contacts": contacts,
        "passkeys": passkeys(services, who).await?,
        "sessions": sessions(services, who).await?,
        "consents": consent::list(services, who).await?,
        "draft": draft::find(services, who).await?.map(|draft| json!(draft.answers)),
        "applications": applications(services, who).await?,
        "records": records(services, who).await?,
        "seen_by": history::list_looks(services, who).await?.iter().map(look).collect::<Vec<_>>(),
    }))
}

async fn passkeys(services: &Services, who: &Session) -> Result<Vec<Value>, Broken> {
    let passkeys = passkey::list(services, who).await?;
    let tell = |passkey: &passkey::Passkey| {
        json!({
            "name": passkey.name,
            "made": passkey.made.unix_seconds(),
            "used": passkey.used.map(|used| used.unix_seconds()),
        })
    };
    Ok(passkeys.iter().map(tell).collect())
}

async fn sessions(services: &Services, who: &Session) -> Result<Vec<Value>, Broken> {
    let places = session::list(services, who).await?;
    let tell = |place: &session::Place| {
        json!({
            "device": place.device,
            "since": place.since.unix_seconds(),
            "seen": place.seen.unix_seconds(),
        })
    };
    Ok(places.iter().map(tell).collect())
}

async fn applications(services: &Services, who: &Session) -> Result<Vec<Value>, Broken> {
    let mut told = Vec::new();
    for summary in application::list_own(services, who).await? {
        let Some(own) = application::find_own(services, who, summary.reference).await? else { continue };
        let papers: Vec<Value> = own
            .papers
            .iter()
            .map(|paper| json!({ "kind": paper.kind, "size": paper.size, "link": format!("/papers/{}", paper.id) }))
            .collect();
        told.push(json!({
            "reference": summary.reference.to_string(),
            "state": summary.state,
            "office": summary.office,
            "submitted": summary.submitted_at.unix_seconds(),
            "answers": own.application.answers,
            "papers": papers,
            "history": own.lines.iter().map(look).collect::<Vec<_>>(),
        }));
    }
    Ok(told)
}

/// Certificates, registrations and scans.
async fn records(services: &Services, who: &Session) -> Result<Value, Broken> {
    let certificates = certificate::list_own(services, who).await?;
    let mut tx = services.db.read().await?;
    let registrations = store::list_registrations(&mut tx, who.account).await?;
    let scans = store::list_scans(&mut tx, who.account).await?;
    Ok(json!({
        "certificates": certificates.iter().map(|certificate| json!({
            "office": certificate.office,
            "short_number": certificate.number.to_string(),
            "official_number": certificate.official_number.to_string(),
            "state": certificate.state.code(),
            "issued_on": certificate.issued_on,
            "valid_until": certificate.valid_until,
            "content": certificate.content,
        })).collect::<Vec<_>>(),
        "registrations": registrations.iter().map(|row| json!({
            "office": row.office,
            "kind": row.kind,
            "registered": row.at / 1_000_000,
        })).collect::<Vec<_>>(),
        "scans": scans.iter().map(|row| json!({
            "office": row.office,
            "verdict": row.kind,
            "scanned": row.at / 1_000_000,
        })).collect::<Vec<_>>(),
    }))
}

fn look(line: &Line) -> Value {
    json!({
        "at": line.at.unix_seconds(),
        "office": line.actor_office,
        "role": line.actor_role,
        "what": line.action.code(),
        "record": line.record,
        "detail": line.detail,
    })
}
