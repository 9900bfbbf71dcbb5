use xinju_domain::application::{Clock, Move, Question, State};
use xinju_domain::paper::PaperKind;
use xinju_domain::reference::Reference;
use xinju_domain::time::Span;
use xinju_store::application::{self as store, NewRequest, Queue};

use super::house::{HOME, House, fields_of, picture};
use super::*;
use crate::draft::{self, DraftRefusal};
use crate::paper::{self, Holder};
use crate::session::Session;
use crate::{Broken, Failure};

const NUMBER: &str = "11010519491231002X";

/// As the desk does it: the clock stops and something is asked.
async fn ask(house: &House, reference: Reference, questions: &[Question]) {
    let services = &house.services;
    let questions = serde_json::to_string(questions).expect("json");
    services
        .db
        .change(|mut tx| {
            let questions = &questions;
            async move {
                let row = store::find_by_reference(&mut tx, &reference.to_string()).await?.expect("an application");
                let mut application = open(services, row)?;
                application.clock.stop(tx.now());
                application.row.state = State::MoreAsked.code().to_owned();
                application.row.clock = clock_text(&application.clock)?;
                assert!(store::update(&mut tx, &application.row).await?);
                let id = xinju_identity::random::uuid_v4();
                let words = services.secrets.seal(&words_place(id), "请补一张<b>照片</b>".as_bytes());
                let new = NewRequest {
                    id,
                    office: HOME,
                    application: application.id,
                    asked_by: id,
                    asked_at: tx.now().micros(),
                    words: &words,
                    questions,
                };
                store::insert_request(&mut tx, &new).await?;
                Ok::<_, Broken>((tx, ()))
            }
        })
        .await
        .expect("asked");
}

async fn refuse_it(house: &House, reference: Reference) {
    let services = &house.services;
    services
        .db
        .change(|mut tx| async move {
            let row = store::find_by_reference(&mut tx, &reference.to_string()).await?.expect("an application");
            let mut application = open(services, row)?;
            let id = application.id;
            let row = &mut application.row;
            row.state = State::Refused.code().to_owned();
            row.decision = Some(services.secrets.seal(&decision_place(id), "户籍不在本镇".as_bytes()));
            row.decided_by = Some(id);
            row.decided_at = Some(tx.now().micros());
            assert!(store::update(&mut tx, &application.row).await?);
            Ok::<_, Broken>((tx, ()))
        })
        .await
        .expect("refused");
}

async fn own(house: &House, who: &Session, reference: Reference) -> Own {
    find_own(&house.services, who, reference).await.expect("a database").expect("an application")
}

#[tokio::test]
async fn the_road_from_draft_to_queue() {
    for house in House::on_each_engine().await {
        let who = house.person().await;
        let reference = house.apply(&who, NUMBER).await;
        let own = own(&house, &who, reference).await;
        assert_eq!(own.application.state, State::Submitted);
        assert_eq!(own.papers.len(), 2);
        assert_eq!(own.promise.map(|promise| promise.due.to_string()).as_deref(), Some("2026-11-27"));
        assert_eq!(own.lines.len(), 1);
        assert!(draft::find(&house.services, &who).await.expect("a database").is_none());
        let mut tx = house.services.db.read().await.expect("a database");
        let queue = store::list_queue(&mut tx, HOME, Queue::OfficesTurn, 10, 0).await.expect("a queue");
        assert_eq!(queue.len(), 1);
        assert_eq!(queue[0].due_on, 20_261_127);
        let index = house.services.secrets.index(xinju_identity::Field::IdNumber, NUMBER);
        assert_eq!(store::search_by_id(&mut tx, HOME, &index, 10).await.expect("found").len(), 1);
        assert!(store::search_by_id(&mut tx, "990204", &index, 10).await.expect("found").is_empty());
    }
}

#[tokio::test]
async fn pressing_send_twice_gives_the_same_reference_twice() {
    for house in House::on_each_engine().await {
        let who = house.person().await;
        let id = house.fill(&who, NUMBER).await;
        let mut references = Vec::new();
        for _ in 0..2 {
            let sent = submit(&house.services, &who, id).await;
            let Ok(Sent::Sent(reference)) = sent else { unreachable!("{sent:?}") };
            references.push(reference);
        }
        let (one, two) = tokio::join!(submit(&house.services, &who, id), submit(&house.services, &who, id));
        for sent in [one, two] {
            assert!(matches!(sent, Ok(Sent::Sent(reference)) if reference == references[0]));
        }
        assert_eq!(references[0], references[1]);
        assert_eq!(list_own(&house.services, &who).await.expect("a list").len(), 1);
    }
}

#[tokio::test]
async fn a_second_application_leads_to_the_open_one() {
    for house in House::on_each_engine().await {
        let who = house.person().await;
        let reference = house.apply(&who, NUMBER).await;
        let again = draft::begin(&house.services, &who, true).await;
        assert!(matches!(again, Err(Failure::Refused(DraftRefusal::Open(open))) if open == reference));
    }
}

#[tokio::test]
async fn without_consent_nothing_is_begun() {
    for house in House::on_each_engine().await {
        let who = house.person().await;
        let begun = draft::begin(&house.services, &who, false).await;
        assert!(matches!(begun, Err(Failure::Refused(DraftRefusal::NoConsent))));
    }
}

#[tokio::test]
async fn what_is_missing_and_an_office_on_paper_are_told_before_sending() {
    for house in House::on_each_engine().await {
        let who = house.person().await;
        let services = &house.services;
        let id = house.fill(&who, NUMBER).await;
        let papers = draft::find(services, &who).await.expect("a database").expect("a draft").papers;
        let photo = papers.iter().find(|paper| paper.kind == PaperKind::Photo).expect("a photo").id;
        paper::remove(services, &who, photo).await.expect("removed");
        let sent = submit(services, &who, id).await;
        assert!(matches!(sent, Err(Failure::Refused(SubmitRefusal::Missing(Question::Photo)))), "{sent:?}");
        paper::add(services, &who, Holder::Draft, PaperKind::Photo, picture(9, 9)).await.expect("a photo");
        draft::save(services, &who, Question::HomePlace, &fields_of(&[("place", "990123002")])).await.expect("saved");
        let sent = submit(services, &who, id).await;
        assert!(matches!(sent, Err(Failure::Refused(SubmitRefusal::OnPaper))), "{sent:?}");
        let place = "990123002".parse().expect("a region");
        let office = home_office(services, place).await.expect("a database");
        assert!(matches!(office, HomeOffice::OnPaper(Some(row)) if row.name == "柳湾乡"));
        let place = "990204001".parse().expect("a region");
        assert!(matches!(home_office(services, place).await, Ok(HomeOffice::OnPaper(None))));
    }
}

#[tokio::test]
async fn to_somebody_else_there_is_no_such_application_paper_or_draft() {
    for house in House::on_each_engine().await {
        let (wang, mallory) = (house.person().await, house.person().await);
        let services = &house.services;
        let reference = house.apply(&wang, NUMBER).await;
        let paper = own(&house, &wang, reference).await.papers[0].id;
        assert!(find_own(services, &mallory, reference).await.expect("a database").is_none());
        assert!(draft::find(services, &mallory).await.expect("a database").is_none());
        let id = own(&house, &wang, reference).await.application.id;
        let sent = submit(services, &mallory, id).await;
        assert!(matches!(sent, Err(Failure::Refused(SubmitRefusal::Absent))));
        let ended = withdraw(services, &mallory, reference).await;
        assert!(matches!(ended, Err(Failure::Refused(EndRefusal::Absent))));
        let answered = answer(services, &mallory, reference, "x").await;
        assert!(matches!(answered, Err(Failure::Refused(AnswerRefusal::Absent))));
        let seen = paper::find_own(services, &mallory, paper).await;
        assert!(matches!(seen, Err(Failure::Refused(paper::PaperRefusal::Absent))));
        ask(&house, reference, &[Question::Papers]).await;
        let holder = Holder::Application(reference);
        let added = paper::add(services, &mallory, holder, PaperKind::Other, picture(9, 9)).await;
        assert!(matches!(added, Err(Failure::Refused(paper::PaperRefusal::Absent))));
    }
}

#[tokio::test]
async fn two_tabs_lose_nothing_of_each_other() {
    for house in House::on_each_engine().await {
        let who = house.person().await;
        let services = &house.services;
        draft::begin(services, &who, true).await.expect("a draft");
        let (place, name) = (fields_of(&[("place", HOME)]), fields_of(&[("name", "王芳")]));
        let (one, two) = tokio::join!(
            draft::save(services, &who, Question::HomePlace, &place),
            draft::save(services, &who, Question::Name, &name),
        );
        assert!(one.is_ok() && two.is_ok());
        let draft = draft::find(services, &who).await.expect("a database").expect("a draft");
        assert!(draft.answers.home_place.is_some() && draft.answers.name.is_some());
    }
}

#[tokio::test]
async fn the_answer_lets_the_clock_go_on_and_tells_nothing_new_apart() {
    for house in House::on_each_engine().await {
        let who = house.person().await;
        let services = &house.services;
        let reference = house.apply(&who, NUMBER).await;
        house.pass(Span::days(1));
        ask(&house, reference, &[Question::Marriage, Question::Papers]).await;
        house.pass(Span::days(4));
        let nothing = answer(services, &who, reference, "  ").await;
        assert!(matches!(nothing, Err(Failure::Refused(AnswerRefusal::Nothing))));
        let closed = change_answer(services, &who, reference, Question::Name, &fields_of(&[("name", "王")])).await;
        assert!(matches!(closed, Err(Failure::Refused(AnswerRefusal::NothingAsked))));
        let single = fields_of(&[("marital", "40")]);
        change_answer(services, &who, reference, Question::Marriage, &single).await.expect("changed");
        let holder = Holder::Application(reference);
        paper::add(services, &who, holder, PaperKind::Other, picture(9, 9)).await.expect("a paper");
        answer(services, &who, reference, "补好了 <script>").await.expect("answered");
        let own = own(&house, &who, reference).await;
        assert_eq!(own.application.state, State::Submitted);
        assert_eq!(own.application.answers.spouse, None);
        assert_eq!(own.papers.len(), 3);
        assert_eq!(own.asked[0].answer.as_deref(), Some("补好了 <script>"));
        // Asked on Thursday, answered on Monday: Friday and Monday do not count.
        assert_eq!(own.promise.map(|promise| promise.due.to_string()).as_deref(), Some("2026-12-01"));
        let again = answer(services, &who, reference, "noch einmal").await;
        assert!(matches!(again, Err(Failure::Refused(AnswerRefusal::NothingAsked))));
    }
}

#[tokio::test]
async fn a_refusal_is_looked_at_again_once() {
    for house in House::on_each_engine().await {
        let who = house.person().await;
        let services = &house.services;
        let reference = house.apply(&who, NUMBER).await;
        let early = look_again(services, &who, reference).await;
        assert!(matches!(early, Err(Failure::Refused(EndRefusal::TooLate))));
        refuse_it(&house, reference).await;
        house.pass(Span::days(2));
        assert_eq!(own(&house, &who, reference).await.application.reason.as_deref(), Some("户籍不在本镇"));
        look_again(services, &who, reference).await.expect("looked at again");
        let seen = own(&house, &who, reference).await;
        assert_eq!(seen.application.state, State::Submitted);
        assert!(seen.application.is_second_look && seen.application.assigned_to.is_none());
        assert_eq!(seen.application.decided_by, Some(seen.application.id));
        assert_eq!(seen.promise.map(|promise| promise.due.to_string()).as_deref(), Some("2026-12-01"));
        refuse_it(&house, reference).await;
        let twice = look_again(services, &who, reference).await;
        assert!(matches!(twice, Err(Failure::Refused(EndRefusal::TooLate))));
        assert!(!own(&house, &who, reference).await.may_look_again());
    }
}

#[tokio::test]
async fn who_withdraws_can_apply_again() {
    for house in House::on_each_engine().await {
        let who = house.person().await;
        let services = &house.services;
        let reference = house.apply(&who, NUMBER).await;
        withdraw(services, &who, reference).await.expect("withdrawn");
        let twice = withdraw(services, &who, reference).await;
        assert!(matches!(twice, Err(Failure::Refused(EndRefusal::TooLate))));
        let next = house.apply(&who, NUMBER).await;
        assert_ne!(next, reference);
        assert_eq!(list_own(services, &who).await.expect("a list").len(), 2);
    }
}

#[tokio::test]
async fn an_id_number_of_another_account_is_a_dispute_and_the_draft_stays() {
    for house in House::on_each_engine().await {
        let (wang, other) = (house.person().await, house.person().await);
        house.apply(&wang, NUMBER).await;
        let id = house.fill(&other, NUMBER).await;
        let sent = submit(&house.services, &other, id).await;
        assert!(matches!(sent, Ok(Sent::Disputed { ref office }) if office == "石桥镇"), "{sent:?}");
        let kept = draft::find(&house.services, &other).await.expect("a database").expect("the draft");
        assert!(kept.missing().is_empty());
    }
}

#[tokio::test]
async fn of_two_who_change_at_once_one_is_told() {
    for house in House::on_each_engine().await {
        let who = house.person().await;
        let reference = house.apply(&who, NUMBER).await;
        let mut tx = house.services.db.begin().await.expect("a transaction");
        let row = store::find_by_reference(&mut tx, &reference.to_string()).await.expect("read").expect("a row");
        assert!(store::update(&mut tx, &row).await.expect("written"));
        assert!(!store::update(&mut tx, &row).await.expect("not written"));
        assert!(!store::assign(&mut tx, row.id, row.version, None, None).await.expect("not assigned"));
        assert!(store::assign(&mut tx, row.id, row.version + 1, Some(row.id), Some(1)).await.expect("assigned"));
        assert_eq!(store::list_assigned(&mut tx, HOME, row.id, 5).await.expect("a list").len(), 1);
        assert_eq!(store::hand_back(&mut tx, HOME, row.id).await.expect("handed back"), 1);
        let counts = store::count_open_by_state(&mut tx, HOME).await.expect("counts");
        assert_eq!(counts.iter().map(|count| count.number).sum::<i64>(), 1);
    }
}

#[test]
fn the_states_in_the_queries_are_those_of_the_rules() {
    for state in State::ALL {
        let is_in_query = matches!(state.code(), "submitted" | "more_asked");
        assert_eq!(state.is_in_queue(), is_in_query, "{state}");
    }
    assert_eq!(State::Refused.code(), "refused");
    assert!(State::Submitted.after(Move::Withdraw, false).is_some());
    assert!(Clock::default().events().is_empty());
}
