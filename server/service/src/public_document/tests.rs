use xinju_credential::bundle;
use xinju_credential::verify::Trust;
use xinju_domain::time::Span;

use crate::certificate::signing;
use crate::certificate::tests::{holder, issued};
use crate::trial::{TOWNSHIP, Trial};

#[tokio::test]
async fn the_bundle_holds_keys_and_lists_and_its_tag_changes_with_them() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial, TOWNSHIP, 38).await;
        let phone = holder(&trial, &certificate, 1).await;
        let mut tx = trial.begin().await;
        signing::issue_profiles(&mut tx, &trial.services, &certificate, &phone).await.expect("signed");
        tx.commit().await.expect("a commit");

        let first = super::bundle(&trial.services).await.expect("a bundle");
        trial.wait(Span::minutes(5));
        assert_eq!(super::bundle(&trial.services).await.expect("a bundle"), first);
        let opened = bundle::parse(&first.bytes).expect("a bundle");
        assert_eq!(opened.lists.len(), 1);
        assert!(Trust::from_bundle(&opened).is_ok());

        let mut tx = trial.begin().await;
        crate::status_list::invalidate_phone(&mut tx, phone.id).await.expect("ended");
        tx.commit().await.expect("a commit");
        let second = super::bundle(&trial.services).await.expect("a bundle");
        assert_ne!(second.tag, first.tag);
    })
    .await;
}

#[tokio::test]
async fn a_list_that_is_not_there_is_none() {
    Trial::each(|trial| async move {
        for name in ["990123-1", "", "../keys", "990123-1' or 1=1"] {
            assert!(super::status_list(&trial.services, name).await.expect("an answer").is_none(), "{name}");
        }
    })
    .await;
}
