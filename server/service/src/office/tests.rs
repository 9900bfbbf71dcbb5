use xinju_domain::staff::Role;

use super::*;
use crate::trial::{TOWNSHIP, Trial};

fn form(region: &str, name: &str) -> OfficeForm {
    OfficeForm {
        region: region.to_owned(),
        name: name.to_owned(),
        phone: "0577-8888 8888".to_owned(),
        ..OfficeForm::default()
    }
}

fn refused<T: std::fmt::Debug>(outcome: Result<T, Failure<OfficeRefusal>>) -> OfficeRefusal {
    match outcome {
        Err(Failure::Refused(refusal)) => refusal,
        other => unreachable!("refused expected, got {other:?}"),
    }
}

#[tokio::test]
async fn an_administrator_keeps_the_offices_of_the_own_region_alone() {
    let trial = Trial::new().await;
    let services = &trial.services;
    let who = trial.officer("990123", Role::Administrator).await;
    let codes: Vec<String> = list(services, &who).await.expect("a list").into_iter().map(|o| o.code).collect();
    assert_eq!(codes, ["990123", "990123001", "990123002"]);
    assert_eq!(refused(get(services, &who, "990204").await), OfficeRefusal::Absent);
    assert_eq!(refused(change(services, &who, "990204", &form("", "望江区")).await), OfficeRefusal::Absent);
    assert_eq!(refused(close(services, &who, "990204").await), OfficeRefusal::Absent);
    for outside in ["990204001", "9901", "99", "3303", "", "abc"] {
        assert_eq!(refused(add(services, &who, &form(outside, "别处")).await), OfficeRefusal::Region, "{outside}");
    }
    assert_eq!(add(services, &who, &form("990123003", "新街镇")).await.expect("added"), "990123003");
    assert_eq!(refused(add(services, &who, &form("990123003", "新街镇")).await), OfficeRefusal::Taken);
}

#[tokio::test]
async fn nobody_but_an_administrator_keeps_offices() {
    let trial = Trial::new().await;
    for role in [Role::Issuing, Role::Registering] {
        let who = trial.officer("990123", role).await;
        let services = &trial.services;
        assert_eq!(refused(list(services, &who).await), OfficeRefusal::NotAllowed);
        assert_eq!(refused(get(services, &who, TOWNSHIP).await), OfficeRefusal::NotAllowed);
        assert_eq!(refused(add(services, &who, &form("990123003", "新街镇")).await), OfficeRefusal::NotAllowed);
        assert_eq!(refused(change(services, &who, TOWNSHIP, &form("", "石桥")).await), OfficeRefusal::NotAllowed);
        assert_eq!(refused(close(services, &who, TOWNSHIP).await), OfficeRefusal::NotAllowed);
    }
}

#[tokio::test]
async fn a_closed_office_takes_nothing_new_from_tomorrow_on() {
    let trial = Trial::new().await;
    let who = trial.officer("990123", Role::Administrator).await;
    close(&trial.services, &who, TOWNSHIP).await.expect("closed");
    let place = RegionCode::parse("990123001").expect("a region");
    for (days, code) in [(0, TOWNSHIP), (1, "990123")] {
        trial.wait(xinju_domain::time::Span::days(days));
        let mut tx = trial.begin().await;
        let office = find_responsible(&mut tx, place).await.expect("an answer").expect("an office");
        assert_eq!(office.code, code);
    }
}

#[tokio::test]
async fn stations_stand_beside_the_authority_of_their_place() {
    let trial = Trial::new().await;
    let who = trial.officer("990123", Role::Administrator).await;
    let station = OfficeForm { is_station: true, ..form(TOWNSHIP, "石桥服务站") };
    assert_eq!(add(&trial.services, &who, &station).await.expect("added"), "990123001-1");
    assert_eq!(add(&trial.services, &who, &station).await.expect("added"), "990123001-2");
    let mut tx = trial.begin().await;
    let place = RegionCode::parse(TOWNSHIP).expect("a region");
    let office = find_responsible(&mut tx, place).await.expect("an answer").expect("an office");
    assert_eq!(office.code, TOWNSHIP, "a station decides nothing");
}

#[tokio::test]
async fn what_is_typed_about_an_office_is_held_to_its_form() {
    let trial = Trial::new().await;
    let who = trial.officer("990123", Role::Administrator).await;
    let long = "长".repeat(31);
    for (changed, refusal) in [
        (OfficeForm { name: String::new(), ..form("", "") }, OfficeRefusal::Name),
        (form("", &long), OfficeRefusal::Name),
        (OfficeForm { phone: "call me".to_owned(), ..form("", "石桥镇") }, OfficeRefusal::Phone),
        (OfficeForm { address: "长".repeat(101), ..form("", "石桥镇") }, OfficeRefusal::Address),
    ] {
        assert_eq!(refused(change(&trial.services, &who, TOWNSHIP, &changed).await), refusal);
    }
}
