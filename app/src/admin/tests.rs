use axum::http::StatusCode;
use uuid::Uuid;
use xinju_domain::staff::Role;

use crate::trial::{HOME, Person, Trial};

async fn with_post(trial: &Trial, office: &str, role: Role) -> Person {
    let person = trial.person().await;
    let mut tx = trial.services.db.begin().await.expect("a transaction");
    xinju_service::staff::give_post(&mut tx, person.account, office, role).await.expect("a post");
    tx.commit().await.expect("a commit");
    person
}

#[tokio::test]
async fn the_administrator_s_desk_is_closed_to_everybody_else() {
    let trial = Trial::new().await;
    let paths = [
        "/desk/admin".to_owned(),
        "/desk/admin/offices/new".to_owned(),
        format!("/desk/admin/offices/{HOME}"),
        format!("/desk/admin/offices/{HOME}/close"),
        "/desk/admin/staff/invite".to_owned(),
        format!("/desk/admin/staff/{}/remove", Uuid::from_u128(7)),
    ];
    let resident = trial.person().await;
    let issuing = with_post(&trial, HOME, Role::Issuing).await;
    let registering = with_post(&trial, HOME, Role::Registering).await;
    for path in &paths {
        for who in [&resident, &issuing, &registering] {
            assert_eq!(trial.get(who, path).await.status, StatusCode::FORBIDDEN, "{path}");
            if path != "/desk/admin" {
                assert_eq!(trial.post(who, path, &[("role", "issuing")]).await.status, StatusCode::FORBIDDEN, "{path}");
            }
        }
    }
}

#[tokio::test]
async fn an_administrator_keeps_the_own_region_and_sees_no_other() {
    let trial = Trial::new().await;
    let admin = with_post(&trial, HOME, Role::Administrator).await;
    let desk = trial.get(&admin, "/desk/admin").await;
    assert_eq!(desk.status, StatusCode::OK);
    assert!(desk.text().contains("石桥镇") && !desk.text().contains("柳湾乡"));
    for path in ["/desk/admin/offices/990123002", "/desk/admin/offices/990123002/close", "/desk/admin/offices/nowhere"]
    {
        assert_eq!(trial.get(&admin, path).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(trial.post(&admin, path, &[("name", "柳湾乡")]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let invited = trial
        .post(&admin, "/desk/admin/staff/invite", &[("address", "13800000001"), ("office", HOME), ("role", "issuing")])
        .await;
    assert_eq!(invited.location(), "/desk/admin?done=invited");
    let refused = trial
        .post(&admin, "/desk/admin/staff/invite", &[("address", "1"), ("office", HOME), ("role", "issuing")])
        .await;
    let page = trial.get(&admin, refused.location()).await.text();
    assert!(page.contains("address-error"));
}

#[tokio::test]
async fn a_counter_is_a_registering_officer_s() {
    let trial = Trial::new().await;
    let officer = with_post(&trial, HOME, Role::Registering).await;
    assert_eq!(trial.get(&officer, "/desk/counter").await.status, StatusCode::OK);
    let opened = trial.post(&officer, "/desk/counter", &[("name", "王小安")]).await;
    let card = opened.location().to_owned();
    assert!(card.starts_with("/desk/counter/card?card="), "{card}");
    assert!(trial.get(&officer, &card).await.text().contains("recovery__codes"));
    let other = with_post(&trial, HOME, Role::Registering).await;
    assert_eq!(trial.get(&other, &card).await.status, StatusCode::NOT_FOUND);
    let token = card.rsplit('=').next().unwrap_or_default();
    trial.post(&officer, "/desk/counter/handed", &[("card", token)]).await;
    assert_eq!(trial.get(&officer, &card).await.status, StatusCode::NOT_FOUND);
    let resident = trial.person().await;
    assert_eq!(trial.get(&resident, "/desk/counter").await.status, StatusCode::FORBIDDEN);
}
