//! What a person is still filling in. It saves itself at every page, so it goes on later and on another phone.
//!
//! One draft a person. Two tabs may save at once: each writes its own question over the newest answers, so neither loses
//! what the other saved.

use uuid::Uuid;
use xinju_domain::application::{self, Answers, Question};
use xinju_domain::consent::Purpose;
use xinju_domain::fault::FieldFault;
use xinju_domain::paper::PaperKind;
use xinju_domain::reference::Reference;
use xinju_domain::time::{Day, Instant};
use xinju_identity::{Place, random};
use xinju_store::draft::{self as store, DraftRow, NewDraft};
use xinju_store::{Tx, application as applications, paper as papers};

use crate::paper::{self, Paper};
use crate::session::Session;
use crate::{Broken, Failure, Services, consent};

/// The kind of a draft that becomes an application for the certificate.
pub(crate) const CERTIFICATE: &str = "certificate";
/// How often a page is saved anew over what another tab saved meanwhile.
const TRIES: usize = 4;

/// Answers so far.
#[derive(Clone, Debug)]
pub struct Draft {
    pub id: Uuid,
    pub answers: Answers,
    pub papers: Vec<Paper>,
    pub today: Day,
}

impl Draft {
    /// The kinds of paper that were added.
    pub fn kinds(&self) -> Vec<PaperKind> {
        self.papers.iter().map(|paper| paper.kind).collect()
    }

    /// The questions still without an answer, in order.
    pub fn missing(&self) -> Vec<Question> {
        self.answers.missing(&self.kinds())
    }
}

/// Why nothing is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftRefusal {
    /// There is no draft: the first page of the way explains and begins.
    None,
    /// Without the separate consent nothing sensitive is stored.
    NoConsent,
    /// One is open already: on to that.
    Open(Reference),
    /// The page has faults.
    Faults(Vec<FieldFault>),
    /// Another tab saved in between each time; pressing again helps.
    Overtaken,
}

/// The person's draft.
pub async fn find(services: &Services, who: &Session) -> Result<Option<Draft>, Broken> {
    let mut tx = services.db.read().await?;
    let Some(row) = store::find(&mut tx, who.account, CERTIFICATE).await? else {
        return Ok(None);
    };
    read(&mut tx, services, &row).await.map(Some)
}

/// The person's draft, begun if there is none. `is_agreed` says that the consent to sensitive data was given now; it may
/// have been given before. Refused while an application is open.
pub async fn begin(services: &Services, who: &Session, is_agreed: bool) -> Result<Draft, Failure<DraftRefusal>> {
    services
        .db
        .change(|mut tx| async move {
            if is_agreed {
                consent::give_in(&mut tx, services, who, Purpose::SensitiveData).await?;
            } else if !consent::holds_in(&mut tx, who, Purpose::SensitiveData).await? {
                return Err(Failure::Refused(DraftRefusal::NoConsent));
            }
            if let Some(open) = applications::find_open_of(&mut tx, who.account).await? {
                let reference = open.reference.parse().map_err(Broken::new)?;
                return Err(Failure::Refused(DraftRefusal::Open(reference)));
            }
            let id = random::uuid_v7(tx.now());
            let answers = seal(services, id, &Answers::default())?;
            let at = tx.now().micros();
            let new = NewDraft { id, account: who.account, region: "", kind: CERTIFICATE, answers: &answers, at };
            store::insert(&mut tx, &new).await?;
            let row =
                store::find(&mut tx, who.account, CERTIFICATE).await?.ok_or(Failure::Refused(DraftRefusal::None))?;
            let draft = read(&mut tx, services, &row).await?;
            Ok((tx, draft))
        })
        .await
}

/// Puts a posted page into the draft.
pub async fn save(
    services: &Services,
    who: &Session,
    question: Question,
    fields: &[(String, String)],
) -> Result<Draft, Failure<DraftRefusal>> {
    for _ in 1..TRIES {
        match save_once(services, who, question, fields).await {
            Err(Failure::Refused(DraftRefusal::Overtaken)) => {}
            done => return done,
        }
    }
    save_once(services, who, question, fields).await
}

async fn save_once(
    services: &Services,
    who: &Session,
    question: Question,
    fields: &[(String, String)],
) -> Result<Draft, Failure<DraftRefusal>> {
    services
        .db
        .change(|mut tx| async move {
            let mut row =
                store::find(&mut tx, who.account, CERTIFICATE).await?.ok_or(Failure::Refused(DraftRefusal::None))?;
            let mut draft = read(&mut tx, services, &row).await?;
            application::answer(&mut draft.answers, question, fields, draft.today)
                .map_err(|faults| Failure::Refused(DraftRefusal::Faults(faults)))?;
            row.answers = seal(services, row.id, &draft.answers)?;
            row.region = draft.answers.home_place.map(String::from).unwrap_or_default();
            let at = tx.now().micros();
            if !store::update(&mut tx, &row, at).await? {
                return Err(Failure::Refused(DraftRefusal::Overtaken));
            }
            Ok((tx, draft))
        })
        .await
}

/// Throws the draft and its papers away.
pub async fn discard(services: &Services, who: &Session) -> Result<(), Broken> {
    let keys = services
        .db
        .change(|mut tx| async move {
            let Some(row) = store::find(&mut tx, who.account, CERTIFICATE).await? else {
                return Ok((tx, Vec::new()));
            };
            let keys = delete_with_papers(&mut tx, row.id).await?;
            Ok::<_, Broken>((tx, keys))
        })
        .await?;
    paper::forget_all(services, &keys).await;
    Ok(())
}

/// Deletes drafts that nobody touched since `before`, at most a hundred; tells how many.
pub async fn delete_stale(services: &Services, before: Instant) -> Result<usize, Broken> {
    let (keys, count) = services
        .db
        .change(|mut tx| async move {
            let stale = store::list_stale(&mut tx, before.micros(), 100).await?;
            let mut keys = Vec::new();
            for row in &stale {
                keys.extend(delete_with_papers(&mut tx, row.id).await?);
            }
            Ok::<_, Broken>((tx, (keys, stale.len())))
        })
        .await?;
    paper::forget_all(services, &keys).await;
    Ok(count)
}

/// Deletes a draft and its papers' rows; the keys of the bytes are to be forgotten after the commit.
pub(crate) async fn delete_with_papers(tx: &mut Tx, id: Uuid) -> Result<Vec<String>, Broken> {
    let mut keys = Vec::new();
    for paper in papers::list_of_draft(tx, id).await? {
        papers::delete(tx, paper.id).await?;
        keys.push(paper.storage_key);
    }
    store::delete(tx, id).await?;
    Ok(keys)
}

pub(crate) async fn read(tx: &mut Tx, services: &Services, row: &DraftRow) -> Result<Draft, Broken> {
    let json = services.secrets.open(&place(row.id), &row.answers).map_err(Broken::new)?;
    let papers = papers::list_of_draft(tx, row.id).await?;
    Ok(Draft {
        id: row.id,
        answers: serde_json::from_slice(&json).map_err(Broken::new)?,
        papers: papers.iter().map(Paper::read).collect::<Result<_, _>>()?,
        today: Day::of(tx.now()),
    })
}

fn seal(services: &Services, id: Uuid, answers: &Answers) -> Result<Vec<u8>, Broken> {
    let json = serde_json::to_vec(answers).map_err(Broken::new)?;
    Ok(services.secrets.seal(&place(id), &json))
}

const fn place(id: Uuid) -> Place {
    Place::new("draft", "answers", id)
}
