//! Sessions: a random token in the cookie, its hash in the table, looked up at every request.
//!
//! How long one lasts is `domain::sign_in`'s rule: a month without a visit on an own phone, half an hour on a shared one, a
//! quarter of an hour for staff. What only a fresh proof may do asks for a passkey or code of the last five minutes.
//!
//! Posts of staff count only where a passkey opened the session (or a link of the demonstration): with a mere code an
//! officer is a resident like any other. A new proof gives the session a new token.

use uuid::Uuid;
use xinju_domain::{
    region::RegionCode,
    sign_in::{STEP_UP_LIFE, Session as Rule},
    staff::Role,
    time::{Day, Instant},
};
use xinju_identity::{random, token};
use xinju_store::{
    StoreError, Tx,
    session::{self as store, NewSession, SessionRow},
    staff as posts,
};
use xinju_text::Locale;

use crate::{Broken, Services};

/// How strongly the person was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    Passkey,
    /// A mailed or texted code: applies, books and asks.
    Code,
    /// A one-time link of the demonstration.
    DemoLink,
    /// A recovery card, after its wait: no more than a code.
    Card,
}

impl Strength {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Passkey => "passkey",
            Self::Code => "code",
            Self::DemoLink => "demo_link",
            Self::Card => "card",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Passkey, Self::Code, Self::DemoLink, Self::Card].into_iter().find(|strength| strength.code() == code)
    }

    /// Whether staff may work with it.
    pub const fn opens_posts(self) -> bool {
        matches!(self, Self::Passkey | Self::DemoLink)
    }
}

/// A person who is signed in.
#[derive(Clone, Debug)]
pub struct Session {
    pub token_hash: [u8; 32],
    pub account: Uuid,
    pub strength: Strength,
    pub locale: Option<Locale>,
    pub is_shared_phone: bool,
    pub proven_at: Option<Instant>,
    /// When this session was looked up: the database's now.
    pub asked_at: Instant,
    /// Empty unless [`Strength::opens_posts`].
    pub posts: Vec<Post>,
}

/// A role at an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    pub office: String,
    pub office_name: String,
    pub region: RegionCode,
    pub role: Role,
}

/// A member of staff who acts: the account and the post that gives the right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    pub account: Uuid,
    pub post: Post,
}

impl Session {
    /// Whether a passkey or code was shown within the last five minutes.
    pub fn is_proven(&self) -> bool {
        self.proven_at.is_some_and(|proven| self.asked_at.since(proven) <= STEP_UP_LIFE)
    }

    /// The officer that this session acts as in a role, if it has that post.
    pub fn officer(&self, role: Role) -> Option<Officer> {
        let post = self.posts.iter().find(|post| post.role == role)?;
        Some(Officer { account: self.account, post: post.clone() })
    }
}

/// A new session's token, for the cookie alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Opened {
    pub token: String,
    pub account: Uuid,
    /// The cookie is to go when the browser closes.
    pub is_shared_phone: bool,
}

impl std::fmt::Debug for Opened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Opened").field("account", &self.account).finish_non_exhaustive()
    }
}

/// The browser at the other end, as the person is shown it later.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// Browser and system in short, at most 60 characters.
    pub name: String,
    pub is_shared: bool,
}

/// One line of *where you are signed in*.
#[derive(Clone, Debug)]
pub struct Place {
    /// Names the session without telling its token.
    pub id: String,
    pub device: String,
    pub is_this: bool,
    pub is_shared_phone: bool,
    pub strength: Strength,
    pub since: Instant,
    pub seen: Instant,
}

/// The session behind a cookie's token, if it is alive.
pub async fn find(services: &Services, token: &str) -> Result<Option<Session>, Broken> {
    let hash = token::hash(token);
    let mut tx = services.db.read().await?;
    let Some(row) = store::find(&mut tx, &hash).await? else { return Ok(None) };
    let Some(strength) = Strength::from_code(&row.strength) else { return Ok(None) };
    let posts = if strength.opens_posts() { list_posts(&mut tx, row.account).await? } else { Vec::new() };
    let now = tx.now();
    drop(tx);
    if !is_alive(&row, !posts.is_empty(), now) {
        return Ok(None);
    }
    note_visit(services, &row, now).await;
    Ok(Some(Session {
        token_hash: hash,
        account: row.account,
        strength,
        locale: row.locale.as_deref().and_then(Locale::from_tag),
        is_shared_phone: row.shared != 0,
        proven_at: row.proven_at.map(Instant::from_micros),
        asked_at: now,
        posts,
    }))
}

/// The posts that an account holds today.
pub(crate) async fn list_posts(tx: &mut Tx, account: Uuid) -> Result<Vec<Post>, StoreError> {
    let today = i64::from(Day::of(tx.now()).yyyymmdd());
    let rows = posts::list_of(tx, account, today).await?;
    let post = |row: posts::PostRow| {
        Some(Post {
            office: row.office,
            office_name: row.office_name,
            region: RegionCode::parse(&row.region).ok()?,
            role: Role::from_code(&row.role)?,
        })
    };
    Ok(rows.into_iter().filter_map(post).collect())
}

fn is_alive(row: &SessionRow, has_posts: bool, now: Instant) -> bool {
    let (began, seen) = (Instant::from_micros(row.created_at), Instant::from_micros(row.seen_at));
    row.state != crate::account::DELETED && rule(row.shared != 0, has_posts).holds(began, seen, now).is_ok()
}

fn rule(is_shared: bool, has_posts: bool) -> Rule {
    match (has_posts, is_shared) {
        (true, _) => Rule::Staff,
        (false, true) => Rule::SharedPhone,
        (false, false) => Rule::OwnPhone,
    }
}

/// Moves the end of the session on. It may fail: a visit that was not noted harms nobody.
async fn note_visit(services: &Services, row: &SessionRow, now: Instant) {
    if !Rule::is_to_be_touched(Instant::from_micros(row.seen_at), now) {
        return;
    }
    let noting = async {
        let mut tx = services.db.begin().await?;
        store::see(&mut tx, &row.token_hash, now.micros(), expiry(row.shared != 0, now)).await?;
        tx.commit().await
    };
    let noted: Result<(), StoreError> = noting.await;
    if let Err(error) = noted {
        tracing::warn!(%error, "a visit was not noted");
    }
}

/// When the row may be swept away. A session of staff ends sooner, by the rule.
fn expiry(is_shared: bool, now: Instant) -> i64 {
    rule(is_shared, false).idle_end(now).micros()
}

/// Opens a session within the transaction of what earned it. Whoever signs in has found their phone again, or has another:
/// a report of its loss ends here.
pub(crate) async fn open(
    tx: &mut Tx,
    services: &Services,
    account: Uuid,
    strength: Strength,
    passkey: Option<Uuid>,
    device: &Device,
) -> Result<Opened, Broken> {
    let token = random::token();
    let now = tx.now();
    // A card opens the door and proves nothing more; the others are a fresh proof by themselves.
    let proven_at = (strength != Strength::Card).then(|| now.micros());
    let name: String = device.name.chars().take(60).collect();
    let new = NewSession {
        token_hash: &token::hash(&token),
        account,
        strength: strength.code(),
        device: &name,
        passkey,
        is_shared: device.is_shared,
        at: now.micros(),
        proven_at,
        expires_at: expiry(device.is_shared, now),
    };
    store::insert(tx, &new).await?;
    crate::wallet::restore(tx, services, account).await?;
    Ok(Opened { token, account, is_shared_phone: device.is_shared })
}

/// Notes a fresh proof. The session gets a new token, so that one that was known before is worth nothing more. It ends a
/// report of a lost phone as signing in does.
pub(crate) async fn prove(
    tx: &mut Tx,
    services: &Services,
    who: &Session,
    strength: Strength,
    passkey: Option<Uuid>,
) -> Result<Option<Opened>, Broken> {
    let token = random::token();
    let now = tx.now().micros();
    // A code never makes a session weaker than the passkey that opened it.
    let strength = if who.strength.opens_posts() { who.strength } else { strength };
    let was_there = store::prove(tx, &who.token_hash, &token::hash(&token), strength.code(), passkey, now).await?;
    if was_there {
        crate::wallet::restore(tx, services, who.account).await?;
    }
    Ok(was_there.then_some(Opened { token, account: who.account, is_shared_phone: who.is_shared_phone }))
}

/// Ends this session.
pub async fn sign_out(services: &Services, who: &Session) -> Result<(), Broken> {
    services
        .db
        .change(|mut tx| async move {
            store::delete(&mut tx, &who.token_hash).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await
}

/// Ends all sessions of the person, this one too, and the certificate on every phone.
pub async fn sign_out_everywhere(services: &Services, who: &Session) -> Result<(), Broken> {
    services
        .db
        .change(|mut tx| async move {
            store::delete_of(&mut tx, who.account).await?;
            crate::wallet::stop_all(&mut tx, services, who.account).await?;
            let entry =
                crate::account::own_entry(xinju_domain::history::Action::AccountSignedOutEverywhere, who.account);
            crate::history::record(&mut tx, services, entry).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await
}

/// Where the person is signed in, the last used first.
pub async fn list(services: &Services, who: &Session) -> Result<Vec<Place>, Broken> {
    let mut tx = services.db.read().await?;
    let now = tx.now();
    let rows = store::list_of(&mut tx, who.account).await?;
    let place = |row: SessionRow| {
        Some(Place {
            id: id_of(&row.token_hash),
            is_this: row.token_hash == who.token_hash,
            is_shared_phone: row.shared != 0,
            strength: Strength::from_code(&row.strength)?,
            since: Instant::from_micros(row.created_at),
            seen: Instant::from_micros(row.seen_at),
            device: row.device,
        })
    };
    Ok(rows.into_iter().filter(|row| is_alive(row, false, now)).filter_map(place).collect())
}

/// Ends one of the person's sessions. One that is gone already is as good as ended.
pub async fn end(services: &Services, who: &Session, id: &str) -> Result<(), Broken> {
    services
        .db
        .change(|mut tx| async move {
            let rows = store::list_of(&mut tx, who.account).await?;
            for row in rows.iter().filter(|row| id_of(&row.token_hash) == id) {
                store::delete(&mut tx, &row.token_hash).await?;
            }
            Ok::<_, Broken>((tx, ()))
        })
        .await
}

/// A name that does not lead back to the token: the hash of its hash.
fn id_of(token_hash: &[u8]) -> String {
    token::hash(&hex::encode(token_hash))[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
pub(crate) mod tests;
