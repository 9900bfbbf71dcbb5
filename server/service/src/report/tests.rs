use xinju_credential::certificate::Profile;
use xinju_domain::staff::Role;

use super::*;
use crate::registration::tests::{HERE, issued, live, order};
use crate::trial::{TOWNSHIP, Trial};

#[tokio::test]
async fn a_report_is_read_by_its_button_once_and_each_opening_is_a_look() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial).await;
        let officer = trial.officer(HERE, Role::Registering).await;
        let text = live(&trial, &certificate, Profile::Registration, (None, 5)).await;
        registrations::register(&trial.services, &officer, &order(&trial, &text)).await.expect("registered");
        let home = trial.officer(TOWNSHIP, Role::Issuing).await;
        assert_eq!(count_unread(&trial.services, &home).await.expect("a count"), 1);
        let id = inbox(&trial.services, &home).await.expect("an inbox")[0].id;
        for _ in 0..2 {
            let file = open(&trial.services, &home, id).await.expect("asked").expect("theirs");
            assert_eq!((file.name.as_str(), file.line.read), ("王小安", None));
        }
        for _ in 0..2 {
            take_note(&trial.services, &home, id).await.expect("noted");
        }
        assert_eq!(inbox(&trial.services, &home).await.expect("an inbox")[0].read, Some(trial.now()));
        assert_eq!(count_unread(&trial.services, &home).await.expect("a count"), 0);
        let mut tx = trial.begin().await;
        let lines = history::list_for_record(&mut tx, &trial.services, RecordKind::Report, &id.to_string()).await;
        let looks = lines.expect("lines");
        assert_eq!(looks.len(), 3, "two openings and one receipt");
        assert_eq!(looks.iter().filter(|line| line.subject == certificate.account).count(), 2);
    })
    .await;
}
