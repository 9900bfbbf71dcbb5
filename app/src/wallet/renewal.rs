//! Over the network: proving a key to the server, and what it gives for that.
//!
//! A proof is a number of the server's, signed once. With it a phone is bound within a session; by the key alone it asks how
//! it stands, renews, and leaves.

use xinju_credential::{binding, certificate::HolderKey};

use super::holding::{Holding, Pause, from_hex};
use crate::{
    json::Json,
    phone::{
        key::{self, Key},
        network, screen,
        store::{self, Shelf},
    },
};

/// How it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Held(Holding),
    /// What the phone holds is good. The server's clock is so many seconds ahead.
    Good(i64),
    /// What it holds is no longer good, but fresh ones can be had.
    Outdated,
    /// It is not to be shown for now.
    Paused(Pause),
    /// It shows the certificate no more, as the holder wished.
    Left,
    /// The day and time from which this phone may hold it, in words.
    Waits(String),
    /// This phone's key no longer counts.
    Stopped,
    /// Refused, with the server's word for why.
    Refused(String),
    /// Nothing arrived.
    Offline,
}

/// Proves this phone's key within the session, and keeps the certificates. The key of before is tried first, so that a phone
/// which holds somebody else's certificate says so; one that was stopped makes room for a new one.
pub async fn bind() -> Outcome {
    if let (Some(key), Some(holder)) = (key::kept().await, kept_point().await) {
        match prove("/api/wallet/bind", &key, &holder).await {
            Outcome::Stopped => {}
            other => return other,
        }
    }
    let Some((key, point)) = key::make().await else {
        return Outcome::Refused("no-key".into());
    };
    let Ok(holder) = HolderKey::from_sec1_uncompressed(&point) else {
        return Outcome::Refused("no-key".into());
    };
    // The key is kept before it is proven: a browser that closes now can prove it again and lose nothing.
    if key::keep(&key).await.is_err() || store::keep_bytes(Shelf::Wallet, "point", &point).await.is_err() {
        return Outcome::Refused("no-store".into());
    }
    key::persist().await;
    prove("/api/wallet/bind", &key, &holder).await
}

async fn kept_point() -> Option<HolderKey> {
    let point = store::take_bytes(Shelf::Wallet, "point").await.ok()??;
    HolderKey::from_sec1_uncompressed(&point.try_into().ok()?).ok()
}

/// Asks for fresh certificates with the key that this phone has.
pub async fn renew(key: &Key) -> Outcome {
    by_key("/api/wallet/renew", key).await
}

/// Asks how this phone stands.
pub async fn check(key: &Key) -> Outcome {
    by_key("/api/wallet/check", key).await
}

/// Takes the certificate off this phone; what it could still show is revoked.
pub async fn leave(key: &Key) -> Outcome {
    by_key("/api/wallet/leave", key).await
}

async fn by_key(address: &str, key: &Key) -> Outcome {
    match kept_point().await {
        Some(holder) => prove(address, key, &holder).await,
        None => Outcome::Refused("no-key".into()),
    }
}

async fn prove(address: &str, key: &Key, holder: &HolderKey) -> Outcome {
    let reply = network::post_bytes("/api/wallet/nonce", &[]).await;
    if reply.is_lost() {
        return Outcome::Offline;
    }
    let Some((number, audience, now)) = reply.json().as_ref().and_then(nonce) else {
        return refusal(&reply);
    };
    let payload = binding::payload(&audience, now.unsigned_abs(), holder, &number);
    let Some(signature) = key::sign(key, &binding::to_be_signed(&payload)).await else {
        return Outcome::Refused("no-key".into());
    };
    let offset = now - screen::unix_seconds();
    let mut body = number.to_vec();
    body.extend(binding::assemble(&payload, &signature));
    let reply = network::post_bytes(address, &body).await;
    answered(&reply, offset).await
}

/// A number to be signed, used once; who asks for it; the server's clock.
fn nonce(json: &Json) -> Option<([u8; 16], String, i64)> {
    let number = from_hex(&json.text("nonce")?)?.try_into().ok()?;
    Some((number, json.text("audience")?, json.number("now")?))
}

/// What the server said to a key. Its clock is `offset` seconds ahead.
async fn answered(reply: &network::Reply, offset: i64) -> Outcome {
    let Some(said) = reply.good_json() else {
        return if reply.is_lost() { Outcome::Offline } else { refusal(reply) };
    };
    match said.text("state").unwrap_or_default().as_str() {
        "bound" => {
            let Some(holding) = Holding::read(&said) else { return refusal(reply) };
            let holding = Holding { clock_offset: offset, ..holding };
            match holding.keep().await {
                Ok(()) => Outcome::Held(holding),
                Err(_) => Outcome::Refused("no-store".into()),
            }
        }
        // Another phone holds the certificate; this one may from then on.
        "waits" => Outcome::Waits(said.text("until").unwrap_or_default()),
        "good" => Outcome::Good(offset),
        "outdated" => Outcome::Outdated,
        "lost" => Outcome::Paused(Pause::Lost),
        "disputed" => Outcome::Paused(Pause::Disputed),
        "left" => Outcome::Left,
        _ => refusal(reply),
    }
}

fn refusal(reply: &network::Reply) -> Outcome {
    let word = reply.json().and_then(|refusal| refusal.text("error")).unwrap_or_default();
    if word == "stopped" { Outcome::Stopped } else { Outcome::Refused(word) }
}
