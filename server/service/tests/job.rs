//! Jobs, on both engines.

use xinju_domain::account::Contact;
use xinju_domain::time::Span;
use xinju_mail::{Letter, LetterKind};
use xinju_service::job::{self, Job, Kind};
use xinju_service::{Broken, Services};
use xinju_testkit::both;
use xinju_text::Locale;

async fn queue(services: &Services, job: &Job) -> bool {
    services
        .db
        .change(|mut tx| async move {
            let is_new = job::queue(&mut tx, services, job.clone()).await?;
            Ok::<_, Broken>((tx, is_new))
        })
        .await
        .expect("a row")
}

async fn write(services: &Services, kind: &LetterKind) {
    let to = &Contact::Mail("wang@demo.test".to_owned());
    services
        .db
        .change(|mut tx| async move {
            job::letter(&mut tx, services, to, Letter::new(Locale::ZhHans, kind.clone())).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await
        .expect("a row");
}

fn news() -> LetterKind {
    LetterKind::PhoneLost { link: "https://xinju.example/account".to_owned() }
}

#[tokio::test]
async fn a_letter_leaves_once_also_with_two_workers() {
    both(|portal| async move {
        for _ in 0..10 {
            write(&portal.services, &news()).await;
        }
        let (one, two) = tokio::join!(job::work(&portal.services), job::work(&portal.services));
        // The second may find nothing left of the batch that both saw; the rest is for the next round.
        assert!((8..=10).contains(&(one.expect("worked") + two.expect("worked"))));
        let letters = portal.letters().await;
        assert_eq!(letters.len(), 10);
        assert!(letters.iter().all(|letter| letter.is_to("wang@demo.test")));
    })
    .await;
}

#[tokio::test]
async fn work_of_the_same_key_is_asked_for_once() {
    both(|portal| async move {
        let job = Job { kind: Kind::Sweep, unique_key: Some("sweep:1".to_owned()), payload: Vec::new(), run_at: None };
        assert!(queue(&portal.services, &job).await);
        assert!(!queue(&portal.services, &job).await);
        assert_eq!(job::work(&portal.services).await.ok(), Some(1));
        assert_eq!(job::work(&portal.services).await.ok(), Some(0));
        assert!(!queue(&portal.services, &job).await, "also after it was done");
    })
    .await;
}

#[tokio::test]
async fn what_fails_is_tried_later_and_given_up_in_the_end_and_stays_visible() {
    both(|portal| async move {
        // A file where the outbox's folder should be: nothing can be written there.
        std::fs::write(portal.folder().join("outbox"), "").expect("a file");
        write(&portal.services, &news()).await;
        assert_eq!(job::work(&portal.services).await.ok(), Some(1));
        assert_eq!(job::work(&portal.services).await.ok(), Some(0), "not at once again");
        let mut tries = 1;
        while job::list_given_up(&portal.services).await.expect("a list").is_empty() {
            portal.pass(Span::hours(8));
            tries += job::work(&portal.services).await.expect("worked");
            assert!(tries <= 10);
        }
        assert_eq!(tries, 10);
    })
    .await;
}

#[tokio::test]
async fn a_code_that_came_too_late_is_not_sent() {
    both(|portal| async move {
        write(
            &portal.services,
            &LetterKind::SignInCode { code: "123456".to_owned(), minutes: 10, host: "xinju.example".to_owned() },
        )
        .await;
        portal.pass(Span::minutes(11));
        assert!(portal.letters().await.is_empty());
    })
    .await;
}
