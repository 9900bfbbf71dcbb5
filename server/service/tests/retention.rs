//! The sweep, on both engines.

use serde_json::json;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::time::Span;
use xinju_service::history::{self, Entry};
use xinju_service::{Broken, audit, retention, session};
use xinju_testkit::both;

#[tokio::test]
async fn a_sweep_on_an_empty_and_on_a_used_portal_changes_nothing_that_lives() {
    both(|portal| async move {
        retention::sweep(&portal.services).await.expect("swept");
        let portal = portal.with_people().await;
        let token = portal.session_token("wang@demo.test").await;
        retention::sweep(&portal.services).await.expect("swept");
        assert!(session::find(&portal.services, &token).await.expect("a database").is_some());
    })
    .await;
}

#[tokio::test]
async fn a_look_can_be_read_for_five_years_and_its_chain_longer() {
    both(|portal| async move {
        let portal = portal.with_people().await;
        let wang = portal.session("wang@demo.test").await;
        let account = wang.account;
        let services = &portal.services;
        let officer = portal.officer("issuing@demo.test", xinju_domain::staff::Role::Issuing).await;
        let officer = &officer;
        services
            .db
            .change(|mut tx| async move {
                let entry = Entry::new(Action::ApplicationOpened, RecordKind::Application, "A")
                    .by_officer(officer)
                    .about(Some(account))
                    .with(json!({"why": "to judge it"}));
                history::record(&mut tx, services, entry).await?;
                Ok::<_, Broken>((tx, ()))
            })
            .await
            .expect("a row");
        let looks = history::list_looks(services, &wang).await.expect("a list");
        assert_eq!((looks.len(), looks[0].detail.is_some()), (1, true));
        assert_eq!(looks[0].actor_office.as_deref(), Some("990123001"));

        portal.pass(Span::days(5 * 365 + 2));
        retention::sweep(services).await.expect("swept");
        portal.settle().await;
        let looks = history::list_looks(services, &wang).await.expect("a list");
        assert_eq!((looks.len(), looks[0].detail.is_some()), (1, false));
        assert!(audit::verify(services, &[]).await.expect("a database").is_whole());
    })
    .await;
}

#[tokio::test]
async fn several_servers_ask_for_one_sweep_an_hour() {
    both(|portal| async move {
        for _ in 0..3 {
            retention::queue(&portal.services).await.expect("queued");
        }
        assert_eq!(xinju_service::job::work(&portal.services).await.ok(), Some(1));
        portal.pass(Span::hours(1));
        retention::queue(&portal.services).await.expect("queued");
        assert_eq!(xinju_service::job::work(&portal.services).await.ok(), Some(1));
    })
    .await;
}
