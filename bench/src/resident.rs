//! Somebody who has filled in everything and is about to send.

use uuid::Uuid;
use xinju_domain::application::Answers;
use xinju_domain::consent::Purpose;
use xinju_domain::paper::{Media, PaperKind};
use xinju_domain::person::{Children, Marital};
use xinju_domain::region::RegionCode;
use xinju_identity::{Field, Place, random};
use xinju_service::session::{Session, Strength};
use xinju_service::{Broken, Services, consent};
use xinju_store::account::{self as accounts, NewAccount, NewContact};
use xinju_store::draft::{self as drafts, NewDraft};
use xinju_store::paper::{self as papers, PaperRow};
use xinju_store::{StoreError, Tx};

use crate::invented::{self, HOME};
use crate::{Outcome, told};

/// The person's session and the draft. `n` must be new for this database.
pub async fn make(services: &Services, n: u64) -> Outcome<(Session, Uuid)> {
    let answers = answers(n)?;
    let json = told(serde_json::to_vec(&answers))?;
    let (account, draft) = (random::uuid_v4(), random::uuid_v4());
    let (json, address) = (&json, &format!("bench-{n}@demo.test"));
    let now = services.db.change(|mut tx| async move {
        open_account(&mut tx, services, account, address).await?;
        let sealed = services.secrets.seal(&Place::new("draft", "answers", draft), json);
        let at = tx.now().micros();
        let new = NewDraft { id: draft, account, region: HOME, kind: "certificate", answers: &sealed, at };
        drafts::insert(&mut tx, &new).await?;
        for kind in [PaperKind::Photo, PaperKind::IdCard] {
            papers::insert(&mut tx, &paper(account, draft, kind, at)).await?;
        }
        let now = tx.now();
        Ok::<_, Broken>((tx, now))
    });
    let session = Session {
        token_hash: [0; 32],
        account,
        strength: Strength::Passkey,
        locale: None,
        is_shared_phone: false,
        proven_at: None,
        asked_at: told(now.await)?,
        posts: Vec::new(),
    };
    told(consent::give(services, &session, Purpose::SensitiveData).await)?;
    Ok((session, draft))
}

fn answers(n: u64) -> Outcome<Answers> {
    Ok(Answers {
        home_place: RegionCode::parse(HOME).ok(),
        current_place: RegionCode::parse("990204001").ok(),
        name: Some(invented::name(u32::try_from(n % 1_000_000).unwrap_or(0))?),
        id_number: Some(invented::another_id_number(n)?),
        marital: Some(Marital::Married),
        spouse: Some(invented::name(1)?),
        children: Children::new(0, 1),
    })
}

/// An account that letters reach by mail.
async fn open_account(tx: &mut Tx, services: &Services, id: Uuid, address: &str) -> Result<(), StoreError> {
    let at = tx.now().micros();
    let new = NewAccount { id, handle: id, locale: None, state: "active", opened_by: None, opened_office: None, at };
    accounts::insert(tx, &new).await?;
    let contact = random::uuid_v4();
    let new = NewContact {
        id: contact,
        account: id,
        kind: "mail",
        address: &services.secrets.seal(&Place::new("contact", "address", contact), address.as_bytes()),
        address_index: &services.secrets.index(Field::Mail, address),
        confirmed_at: at,
    };
    accounts::insert_contact(tx, &new).await?;
    Ok(())
}

fn paper(account: Uuid, draft: Uuid, kind: PaperKind, at: i64) -> PaperRow {
    PaperRow {
        id: random::uuid_v4(),
        office: String::new(),
        account: Some(account),
        draft: Some(draft),
        application: None,
        kind: kind.code().to_owned(),
        media: Media::Jpeg.code().to_owned(),
        size: 100_000,
        sha256: vec![0; 32],
        storage_key: random::token(),
        created_at: at,
    }
}
