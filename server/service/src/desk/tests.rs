use xinju_domain::application::{ClockEvent, Question};
use xinju_domain::staff::Role;
use xinju_domain::time::Span;

use super::*;
use crate::trial::{NEIGHBOUR, TOWNSHIP, Trial, id_number};

async fn office(trial: &Trial) -> Officer {
    trial.officer(TOWNSHIP, Role::Issuing).await
}

async fn opened(trial: &Trial, officer: &Officer, reference: Reference) -> Record {
    open(&trial.services, officer, reference).await.expect("opened").expect("it is theirs")
}

/// The fields that an outcome finds fault with.
fn faulty(outcome: &Outcome<()>) -> Vec<&'static str> {
    match outcome {
        Err(Failure::Refused(DeskRefusal::Faults(faults))) => faults.iter().map(|fault| fault.field).collect(),
        _ => Vec::new(),
    }
}

fn seen(record: &Record) -> Seen {
    Seen { reference: record.application.reference, version: record.application.row.version }
}

#[tokio::test]
async fn another_office_and_a_role_short_see_neither_queue_nor_record() {
    Trial::each(|trial| async move {
        let reference = trial.application(TOWNSHIP, 38).await;
        for officer in [
            trial.officer(NEIGHBOUR, Role::Issuing).await,
            trial.officer("990123", Role::Issuing).await,
            trial.officer("990204", Role::Issuing).await,
            trial.officer(TOWNSHIP, Role::Registering).await,
            trial.officer(TOWNSHIP, Role::Administrator).await,
        ] {
            assert!(list(&trial.services, &officer, Filter::All, 0).await.expect("a queue").items.is_empty());
            assert!(open(&trial.services, &officer, reference).await.expect("asked").is_none());
            let found = search(&trial.services, &officer, &reference.to_string()).await.expect("searched");
            assert!(found.applications.is_empty());
            let asked = Seen { reference, version: 1 };
            for refused in [
                take_over(&trial.services, &officer, asked).await,
                refuse(&trial.services, &officer, asked, "照片不是本人的").await,
                issue(&trial.services, &officer, asked).await.map(|_| ()),
                pass_on(&trial.services, &officer, asked, NEIGHBOUR).await,
            ] {
                assert!(matches!(refused, Err(Failure::Refused(DeskRefusal::Absent))), "{refused:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn of_two_officers_who_decide_at_once_one_wins_and_the_other_is_told() {
    Trial::each(|trial| async move {
        let (one, two) = (office(&trial).await, office(&trial).await);
        for sequence in 1..=10 {
            let asked = Seen { reference: trial.application(TOWNSHIP, sequence).await, version: 1 };
            let (services, other) = (trial.services.clone(), trial.services.clone());
            let (first, second) = (one.clone(), two.clone());
            let refused = tokio::spawn(async move { refuse(&services, &first, asked, "照片不是本人的").await });
            let issued = tokio::spawn(async move { issue(&other, &second, asked).await.map(|_| ()) });
            let outcomes = [refused.await.expect("no panic"), issued.await.expect("no panic")];
            assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
            let told =
                outcomes.iter().any(|outcome| matches!(outcome, Err(Failure::Refused(DeskRefusal::Overtaken(_)))));
            assert!(told, "{outcomes:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_opens_has_it_in_hand_and_a_colleague_is_told() {
    Trial::each(|trial| async move {
        let (one, two) = (office(&trial).await, office(&trial).await);
        let reference = trial.application(TOWNSHIP, 38).await;
        assert!(opened(&trial, &one, reference).await.is_mine);
        let record = opened(&trial, &two, reference).await;
        assert!(!record.is_mine && record.colleague.is_some());
        let refused = issue(&trial.services, &two, seen(&record)).await;
        assert!(matches!(refused, Err(Failure::Refused(DeskRefusal::WithColleague(_)))), "{refused:?}");
        take_over(&trial.services, &two, seen(&record)).await.expect("taken over");
        let stale = issue(&trial.services, &one, seen(&record)).await;
        assert!(matches!(stale, Err(Failure::Refused(DeskRefusal::Overtaken(_)))), "{stale:?}");
        let record = opened(&trial, &two, reference).await;
        give_back(&trial.services, &two, seen(&record)).await.expect("given back");
        assert!(opened(&trial, &one, reference).await.is_mine);
    })
    .await;
}

#[tokio::test]
async fn the_clock_stands_still_while_the_resident_is_asked() {
    Trial::each(|trial| async move {
        let officer = office(&trial).await;
        let reference = trial.application(TOWNSHIP, 38).await;
        let record = opened(&trial, &officer, reference).await;
        let due = |record: &Record| record.promise.as_ref().map(|promise| promise.due.to_string());
        assert_eq!(due(&record).as_deref(), Some("2026-11-27"));
        ask_more(&trial.services, &officer, seen(&record), "照片反光，看不清", &[Question::Photo])
            .await
            .expect("asked");
        // Saturday and Sunday lie between: two working days pass.
        trial.wait(Span::days(5));
        let record = opened(&trial, &officer, reference).await;
        assert_eq!(record.application.state, State::MoreAsked);
        assert_eq!(record.application.clock.events().last().map(|(_, event)| *event), Some(ClockEvent::Stopped));
        assert_eq!(due(&record).as_deref(), Some("2026-12-02"));
        assert_eq!(record.asked.len(), 1);
        let waiting = list(&trial.services, &officer, Filter::Waiting, 0).await.expect("a queue");
        assert_eq!((waiting.items.len(), waiting.counts.all, waiting.counts.waiting), (1, 0, 1));
        let again = ask_more(&trial.services, &officer, seen(&record), "还要一张户口页", &[Question::Papers]).await;
        assert!(matches!(again, Err(Failure::Refused(DeskRefusal::NotNow))), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn a_request_without_words_or_questions_and_a_refusal_without_a_reason_are_told_apart() {
    Trial::each(|trial| async move {
        let officer = office(&trial).await;
        let asked = Seen { reference: trial.application(TOWNSHIP, 38).await, version: 1 };
        for (words, questions, fields) in [
            ("", &[Question::Photo][..], &["words"][..]),
            ("照片反光，看不清", &[], &["questions"]),
            ("", &[], &["words", "questions"]),
        ] {
            let refused = ask_more(&trial.services, &officer, asked, words, questions).await;
            assert_eq!(faulty(&refused), fields, "{refused:?}");
        }
        let refused = refuse(&trial.services, &officer, asked, "不行").await;
        assert_eq!(faulty(&refused), ["reason"], "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_second_look_goes_to_another_officer() {
    Trial::each(|trial| async move {
        let (one, two) = (office(&trial).await, office(&trial).await);
        let reference = trial.application(TOWNSHIP, 38).await;
        refuse(&trial.services, &one, Seen { reference, version: 1 }, "照片不是本人的").await.expect("refused");
        let mut tx = trial.begin().await;
        let mut row = store::find_by_reference(&mut tx, &reference.to_string()).await.expect("read").expect("there");
        row.state = State::Submitted.code().to_owned();
        row.second_look = 1;
        row.assigned_to = None;
        assert!(store::update(&mut tx, &row).await.expect("written"));
        tx.commit().await.expect("a commit");

        let record = opened(&trial, &one, reference).await;
        assert!(!record.is_mine && !record.may_judge);
        for refused in [
            issue(&trial.services, &one, seen(&record)).await.map(|_| ()),
            take_over(&trial.services, &one, seen(&record)).await,
        ] {
            assert!(matches!(refused, Err(Failure::Refused(DeskRefusal::AnotherOfficer))), "{refused:?}");
        }
        let record = opened(&trial, &two, reference).await;
        issue(&trial.services, &two, seen(&record)).await.expect("issued");
    })
    .await;
}

#[tokio::test]
async fn a_person_is_found_by_name_number_and_reference_at_the_own_office() {
    Trial::each(|trial| async move {
        let officer = office(&trial).await;
        let reference = trial.application(TOWNSHIP, 38).await;
        trial.application(NEIGHBOUR, 38).await;
        for wanted in [" 王 小安", id_number(38).as_str(), &reference.to_string().to_lowercase()] {
            let found = search(&trial.services, &officer, wanted).await.expect("searched");
            let references: Vec<Reference> = found.applications.iter().map(|item| item.reference).collect();
            assert_eq!(references, [reference], "{wanted}");
        }
        for wanted in ["王小", "王大安", id_number(40).as_str(), "", "  "] {
            assert!(search(&trial.services, &officer, wanted).await.expect("searched").applications.is_empty());
        }
        let number = issue(&trial.services, &officer, Seen { reference, version: 1 }).await.expect("issued");
        for wanted in ["王小安", id_number(38).as_str(), number.as_str()] {
            let found = search(&trial.services, &officer, wanted).await.expect("searched");
            assert_eq!(found.certificates.iter().map(|line| &line.number).collect::<Vec<_>>(), [&number]);
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_passed_on_keeps_its_due_day_and_leaves_the_office() {
    Trial::each(|trial| async move {
        let (here, there) = (office(&trial).await, trial.officer(NEIGHBOUR, Role::Issuing).await);
        let reference = trial.application(TOWNSHIP, 38).await;
        trial.wait(Span::days(2));
        let record = opened(&trial, &here, reference).await;
        let unknown = pass_on(&trial.services, &here, seen(&record), "110000").await;
        assert_eq!(faulty(&unknown), ["office"], "{unknown:?}");
        pass_on(&trial.services, &here, seen(&record), NEIGHBOUR).await.expect("passed on");
        assert!(open(&trial.services, &here, reference).await.expect("asked").is_none());
        let there_now = opened(&trial, &there, reference).await;
        assert_eq!(there_now.promise, record.promise);
        assert_eq!(there_now.application.answers.home_place.map(String::from).as_deref(), Some(NEIGHBOUR));
        issue(&trial.services, &there, seen(&there_now)).await.expect("issued");
    })
    .await;
}

#[tokio::test]
async fn the_machine_tells_of_another_application_and_of_namesakes() {
    Trial::each(|trial| async move {
        let officer = office(&trial).await;
        let first = trial.application(TOWNSHIP, 38).await;
        let record = opened(&trial, &officer, first).await;
        assert!(record.checks.is_home_place_ours && record.checks.others.is_empty());
        issue(&trial.services, &officer, seen(&record)).await.expect("issued");
        let same = opened(&trial, &officer, trial.application(TOWNSHIP, 38).await).await;
        assert_eq!((same.checks.others.as_slice(), same.checks.namesakes), (&[first][..], 0));
        assert!(same.checks.certificate.is_some());
        let namesake = opened(&trial, &officer, trial.application(TOWNSHIP, 40).await).await;
        assert_eq!((namesake.checks.others.len(), namesake.checks.namesakes), (0, 1));
    })
    .await;
}

#[tokio::test]
async fn every_look_and_every_change_stands_in_the_history() {
    Trial::each(|trial| async move {
        let officer = office(&trial).await;
        let reference = trial.application(TOWNSHIP, 38).await;
        let record = opened(&trial, &officer, reference).await;
        trial.wait(Span::seconds(1));
        issue(&trial.services, &officer, seen(&record)).await.expect("issued");
        let mut tx = trial.begin().await;
        let record = reference.to_string();
        let lines = crate::history::list_for_record(&mut tx, &trial.services, RecordKind::Application, &record).await;
        let actions: Vec<Action> = lines.expect("lines").iter().map(|line| line.action).collect();
        assert_eq!(actions, [Action::ApplicationOpened, Action::ApplicationIssued]);
    })
    .await;
}
