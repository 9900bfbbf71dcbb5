use xinju_credential::certificate::Profile;
use xinju_domain::staff::Role;
use xinju_domain::time::Span;

use super::*;
use crate::registration::tests::{HERE, issued, live, order};
use crate::registration::{self, Command};
use crate::session::Strength;
use crate::session::tests::signed_in;
use crate::trial::Trial;

/// A registration with two things missing; gives its resident, its officer and its notice.
async fn sent(trial: &Trial) -> (Session, Officer, Uuid) {
    let certificate = issued(trial).await;
    let officer = trial.officer(HERE, Role::Registering).await;
    let text = live(trial, &certificate, Profile::Registration, (None, 5)).await;
    let command = Command { missing: vec![Item::Photo, Item::CurrentAddress], ..order(trial, &text) };
    registration::register(&trial.services, &officer, &command).await.expect("registered");
    let account = certificate.account.expect("an account");
    let (_, resident) = signed_in(trial, account, Strength::Code).await;
    let own = list_own(&trial.services, &resident).await.expect("notices");
    assert_eq!((own.len(), own[0].state, own[0].office_name.as_str()), (1, NoticeState::Open, "望江区"));
    (resident, officer, own[0].sent.id)
}

#[tokio::test]
async fn with_the_last_thing_a_notice_closes_by_itself_and_the_office_sees_it() {
    Trial::each(|trial| async move {
        let (resident, officer, id) = sent(&trial).await;
        let tick = async |items: &[Item], answer: &str| complete(&trial.services, &resident, id, (items, answer)).await;
        let nothing = tick(&[], "在吗").await;
        assert!(matches!(nothing, Err(Failure::Refused(CompleteRefusal::Nothing))), "{nothing:?}");
        let long = tick(&[Item::Photo], &"字".repeat(501)).await;
        assert!(matches!(long, Err(Failure::Refused(CompleteRefusal::AnswerTooLong))), "{long:?}");
        assert!(!tick(&[Item::Photo], "").await.expect("noted"));
        assert!(tick(&[Item::CurrentAddress], "滨河路8号").await.expect("noted"));
        let again = tick(&[Item::Photo], "").await;
        assert!(matches!(again, Err(Failure::Refused(CompleteRefusal::Closed))), "{again:?}");

        let line = &registration::list_at_office(&trial.services, &officer).await.expect("a list")[0];
        assert_eq!(line.notice, Some(NoticeState::Completed));
        let file = registration::find(&trial.services, &officer, line.id).await.expect("asked").expect("ours");
        let sent = file.notice.expect("a notice");
        assert_eq!((sent.answer.as_str(), sent.completed), ("滨河路8号", Some(trial.now())));
        let mut tx = trial.begin().await;
        assert!(find_open_of(&mut tx, &trial.services, resident.account).await.expect("asked").is_none());
    })
    .await;
}

#[tokio::test]
async fn somebody_else_s_notice_does_not_exist() {
    Trial::each(|trial| async move {
        let (_, _, id) = sent(&trial).await;
        let (_, other) = signed_in(&trial, trial.account().await, Strength::Code).await;
        assert!(list_own(&trial.services, &other).await.expect("notices").is_empty());
        assert!(find_own(&trial.services, &other, id).await.expect("asked").is_none());
        let refused = complete(&trial.services, &other, id, (&[Item::Photo], "")).await;
        assert!(matches!(refused, Err(Failure::Refused(CompleteRefusal::Absent))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn an_open_notice_ends_thirty_days_after_its_day() {
    Trial::each(|trial| async move {
        let (resident, _, id) = sent(&trial).await;
        // Its day is 9 December, thirty days later is 8 January.
        trial.wait(Span::days(51));
        let (_, resident) = signed_in(&trial, resident.account, Strength::Code).await;
        let own = find_own(&trial.services, &resident, id).await.expect("asked").expect("own");
        assert_eq!(own.state, NoticeState::Open);
        trial.wait(Span::days(1));
        let own = find_own(&trial.services, &resident, id).await.expect("asked").expect("own");
        assert_eq!(own.state, NoticeState::Ended);
        let refused = complete(&trial.services, &resident, id, (&[Item::Photo], "")).await;
        assert!(matches!(refused, Err(Failure::Refused(CompleteRefusal::Closed))), "{refused:?}");
    })
    .await;
}
