//! Gives the entries of each office their place in that office's chain.

use uuid::Uuid;
use xinju_store::history as store;

use super::digest::{link, start_of_chain};
use crate::{Broken, Services};

/// Rows sealed in one transaction.
const BATCH: i64 = 500;
/// Offices looked after in one round.
const OFFICES: i64 = 256;

struct Link {
    id: Uuid,
    sequence: i64,
    previous: Vec<u8>,
    chain: Vec<u8>,
}

/// Seals what waits; tells how many entries. Safe to run on several servers at once.
pub async fn seal(services: &Services) -> Result<u64, Broken> {
    let mut tx = services.db.read().await?;
    let offices = store::list_unsealed_offices(&mut tx, OFFICES).await?;
    drop(tx);
    let mut sealed = 0;
    for office in offices {
        sealed += seal_office(services, &office).await?;
    }
    Ok(sealed)
}

async fn seal_office(services: &Services, office: &str) -> Result<u64, Broken> {
    services
        .db
        .change(|mut tx| async move {
            let Some(head) = store::open_head(&mut tx, office, &start_of_chain(office)).await? else {
                return Ok((tx, 0));
            };
            let links = links(&head, store::list_unsealed(&mut tx, office, BATCH).await?);
            let Some(last) = links.last() else {
                return Ok((tx, 0));
            };
            // Claimed before any row is touched: who loses here has changed nothing.
            if !store::claim_head(&mut tx, &head, last.sequence, &last.chain).await? {
                return Ok((tx, 0));
            }
            for each in &links {
                store::seal(&mut tx, each.id, each.sequence, &each.previous, &each.chain).await?;
            }
            Ok::<_, Broken>((tx, links.len() as u64))
        })
        .await
}

fn links(head: &store::HeadRow, waiting: Vec<store::UnsealedRow>) -> Vec<Link> {
    let mut previous = head.chain.clone();
    (head.sequence + 1..)
        .zip(waiting)
        .map(|(sequence, row)| {
            let chain = link(&previous, sequence, &row.digest).to_vec();
            let previous = std::mem::replace(&mut previous, chain.clone());
            Link { id: row.id, sequence, previous, chain }
        })
        .collect()
}
