//! The history and its chains, on both engines.

use serde_json::json;
use uuid::Uuid;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::time::Span;
use xinju_service::audit::{self, Fault, Report};
use xinju_service::history::{self, Entry};
use xinju_service::{Broken, Services};
use xinju_testkit::{Portal, both};

const OFFICE: &str = "990123001";
const PERSON: Uuid = Uuid::from_u128(7);

async fn write(services: &Services, record: &str) {
    services
        .db
        .change(|mut tx| async move {
            let entry = Entry::new(Action::ApplicationOpened, RecordKind::Application, record)
                .at(OFFICE, "990123001")
                .about(Some(PERSON))
                .with(json!({"why": "to judge it"}));
            history::record(&mut tx, services, entry).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await
        .expect("a row");
}

async fn three_sealed(portal: &Portal) {
    for record in ["A", "B", "C"] {
        write(&portal.services, record).await;
        portal.pass(Span::seconds(1));
    }
    portal.settle().await;
}

async fn verify(portal: &Portal) -> Report {
    audit::verify(&portal.services, &[]).await.expect("a database")
}

fn fault(report: &Report) -> Option<(i64, Fault)> {
    let chain = report.chains.iter().find(|chain| chain.office == OFFICE).expect("the office's chain");
    chain.first_break.as_ref().map(|found| (found.sequence, found.fault))
}

/// Changes the database behind the portal's back.
async fn tamper(portal: &Portal, sql: &'static str) {
    use sqlx::Executor;
    let url = portal.database_url();
    if url.starts_with("sqlite") {
        let pool = sqlx::SqlitePool::connect(&url).await.expect("a connection");
        pool.execute(sql).await.expect("a change");
        pool.close().await;
    } else {
        let pool = sqlx::PgPool::connect(&url).await.expect("a connection");
        pool.execute(sql).await.expect("a change");
        pool.close().await;
    }
}

#[tokio::test]
async fn what_was_written_is_sealed_in_its_order_and_verifies() {
    both(|portal| async move {
        write(&portal.services, "A").await;
        portal.pass(Span::minutes(2));
        assert_eq!(verify(&portal).await.late, 1, "unsealed for longer than a minute");
        portal.settle().await;
        write(&portal.services, "B").await;
        portal.settle().await;
        let report = verify(&portal).await;
        assert!(report.is_whole(), "{report:?}");
        assert_eq!(report.chains[0].entries, 2);
    })
    .await;
}

#[tokio::test]
async fn two_sealers_at_once_seal_each_row_once() {
    both(|portal| async move {
        for number in 0..40 {
            write(&portal.services, &number.to_string()).await;
        }
        let (one, two) = tokio::join!(history::seal(&portal.services), history::seal(&portal.services));
        assert_eq!(one.expect("sealed") + two.expect("sealed"), 40);
        let report = verify(&portal).await;
        assert!(report.is_whole() && report.chains[0].entries == 40, "{report:?}");
    })
    .await;
}

#[tokio::test]
async fn a_changed_row_a_missing_row_and_a_swapped_detail_are_named() {
    for (sql, expected) in [
        ("update history set record = 'X' where record = 'B'", (2, Fault::Content)),
        ("delete from history where record = 'B'", (2, Fault::Gap)),
        (
            "update history set detail = (select detail from history where record = 'A') where record = 'B'",
            (2, Fault::Detail),
        ),
        ("update history set chain = digest where record = 'B'", (2, Fault::Link)),
        ("delete from history where record = 'C'", (3, Fault::Head)),
    ] {
        both(|portal| async move {
            three_sealed(&portal).await;
            tamper(&portal, sql).await;
            assert_eq!(fault(&verify(&portal).await), Some(expected), "{sql}");
        })
        .await;
    }
}

#[tokio::test]
async fn an_end_that_was_cut_off_with_its_head_shows_against_a_checkpoint() {
    both(|portal| async move {
        three_sealed(&portal).await;
        let checkpoints = audit::head(&portal.services).await.expect("checkpoints");
        tamper(&portal, "delete from history where record = 'C'").await;
        tamper(&portal, "update history_head set sequence = 2, chain = (select chain from history where record = 'B')")
            .await;
        assert!(verify(&portal).await.is_whole(), "the chain alone does not show it");
        let report = audit::verify(&portal.services, &checkpoints).await.expect("a database");
        assert_eq!(fault(&report), Some((3, Fault::Checkpoint)));
        let mut forged = checkpoints;
        forged[0].count = 2;
        let report = audit::verify(&portal.services, &forged).await.expect("a database");
        assert_eq!(fault(&report), Some((2, Fault::Signature)));
    })
    .await;
}

#[tokio::test]
async fn a_person_s_details_can_be_erased_and_the_chain_still_holds() {
    both(|portal| async move {
        three_sealed(&portal).await;
        let services = &portal.services;
        services
            .db
            .change(|mut tx| async move {
                let erased = history::erase_details_of(&mut tx, PERSON).await?;
                assert_eq!(erased, 3);
                Ok::<_, Broken>((tx, ()))
            })
            .await
            .expect("erased");
        let report = verify(&portal).await;
        assert!(report.is_whole() && report.chains[0].erased == 3, "{report:?}");
    })
    .await;
}
