//! Finding a person: by name, by ID number, by reference or by the number of the certificate.

use serde_json::json;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::id_number::IdNumber;
use xinju_domain::person::folded;
use xinju_domain::reference::Reference;
use xinju_identity::Field;
use xinju_store::Tx;
use xinju_store::application::{self as store, ApplicationRow};

use super::queue::{Item, PAGE, items};
use crate::certificate::{self, Line};
use crate::history::{self, Entry};
use crate::session::Officer;
use crate::{Broken, Services, application};

/// What was found at the officer's office.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub applications: Vec<Item>,
    pub certificates: Vec<Line>,
}

/// Searches the officer's office. It is a look, whatever it finds. A name has to be the whole name: only its keyed hash
/// is stored.
pub async fn search(services: &Services, officer: &Officer, wanted: &str) -> Result<Found, Broken> {
    let wanted = wanted.trim();
    if folded(wanted).is_empty() {
        return Ok(Found::default());
    }
    services
        .db
        .change(|mut tx| async move {
            let rows = matching(&mut tx, services, officer, wanted).await?;
            let applications = items(&mut tx, services, officer, rows).await?;
            let certificates = certificate::search(&mut tx, services, officer, wanted).await?;
            let found = applications.len() + certificates.len();
            let entry = Entry::new(Action::PersonSearched, RecordKind::Person, "")
                .by_officer(officer)
                .with(json!({ "wanted": wanted, "found": found }));
            history::record(&mut tx, services, entry).await?;
            Ok::<_, Broken>((tx, Found { applications, certificates }))
        })
        .await
}

async fn matching(
    tx: &mut Tx,
    services: &Services,
    officer: &Officer,
    wanted: &str,
) -> Result<Vec<ApplicationRow>, Broken> {
    let office = officer.post.office.as_str();
    if let Ok(reference) = Reference::parse(wanted)
        && let Some(row) = store::find_by_reference(tx, &reference.to_string()).await?
    {
        return Ok(vec![row]);
    }
    if let Ok(number) = IdNumber::read(wanted) {
        let index = services.secrets.index(Field::IdNumber, number.as_str());
        return Ok(store::search_by_id(tx, office, &index, PAGE).await?);
    }
    let name = folded(wanted);
    let index = services.secrets.name_index(&name);
    let mut found = Vec::new();
    for row in store::search_by_name(tx, office, &index, PAGE * 4).await? {
        let opened = application::open(services, row)?;
        if opened.answers.name.as_ref().is_some_and(|full| full.folded() == name) {
            found.push(opened.row);
        }
    }
    Ok(found)
}
