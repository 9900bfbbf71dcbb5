//! Who saw the person's data, in the words of offices and people.

use std::collections::HashMap;

use xinju_domain::history::Action;
use xinju_domain::staff::Role;
use xinju_domain::time::Instant;
use xinju_store::office as offices;

use super::find_name;
use crate::history::{self, Line};
use crate::session::Session;
use crate::{Broken, Services};

/// Something that staff did with the person's data.
#[derive(Clone, Debug)]
pub struct Look {
    pub at: Instant,
    pub action: Action,
    /// The office's name.
    pub office: String,
    pub role: Option<Role>,
    /// Who did it, where the portal knows a name.
    pub name: Option<String>,
    /// The reference or number of the record.
    pub record: String,
    /// Why, where somebody wrote it down and it was not erased.
    pub reason: Option<String>,
}

/// The looks at the person's data, the latest first.
pub async fn list_looks(services: &Services, who: &Session) -> Result<Vec<Look>, Broken> {
    let lines = history::list_looks(services, who).await?;
    let mut tx = services.db.read().await?;
    let (mut names, mut offices_by_code) = (HashMap::new(), HashMap::new());
    for line in &lines {
        if let Some(actor) = line.actor
            && !names.contains_key(&actor)
        {
            names.insert(actor, find_name(&mut tx, services, actor).await?);
        }
        if let Some(code) = &line.actor_office
            && !offices_by_code.contains_key(code)
        {
            let name = offices::find(&mut tx, code).await?.map(|row| row.name);
            offices_by_code.insert(code.clone(), name);
        }
    }
    let look = |line: Line| Look {
        at: line.at,
        action: line.action,
        office: office_name(&line, &offices_by_code),
        role: line.actor_role.as_deref().and_then(Role::from_code),
        name: line.actor.and_then(|actor| names.get(&actor).cloned().flatten()),
        reason: line.detail.as_ref().and_then(reason),
        record: line.record,
    };
    Ok(lines.into_iter().map(look).collect())
}

fn office_name(line: &Line, names: &HashMap<String, Option<String>>) -> String {
    let code = line.actor_office.clone().unwrap_or_default();
    names.get(&code).cloned().flatten().unwrap_or(code)
}

fn reason(detail: &serde_json::Value) -> Option<String> {
    detail.get("reason").and_then(serde_json::Value::as_str).map(ToOwned::to_owned)
}
