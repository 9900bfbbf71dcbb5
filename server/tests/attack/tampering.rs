//! Somebody with all rights over the database rewrites the history. Each way of doing it is named by `server audit verify`,
//! with the first entry that does not hold; what a chain by itself cannot show, an earlier checkpoint does.

use sqlx::{Connection, Executor, SqliteConnection};
use xinju_domain::staff::Role;
use xinju_service::audit::{self, Checkpoint, Fault};

use crate::house::{HOME, House};
use crate::process;
use crate::road::{self, Applicant};

/// A house with a history of some length, and the checkpoints of its chains.
async fn lived_in() -> (House, Vec<Checkpoint>, i64) {
    let house = House::real().await;
    let mut officer = house.officer(HOME, Role::Issuing).await.browser;
    let mut person = house.person().await.browser;
    let reference = road::apply(&mut person, &Applicant::new(1)).await;
    road::issue(&mut officer, &reference).await;
    house.settle().await;
    let checkpoints = audit::head(&house.services).await.expect("checkpoints");
    let own = checkpoints.iter().find(|checkpoint| checkpoint.office == HOME).expect("the office's chain");
    assert!(own.count >= 4, "{}", own.count);
    let count = own.count;
    (house, checkpoints, count)
}

async fn tamper(house: &House, sql: &'static str) {
    let url = format!("sqlite://{}", house.folder().join("xinju.db").display());
    let mut connection = SqliteConnection::connect(&url).await.expect("the database");
    connection.execute(sql).await.expect("a change");
}

/// What is found: by the chain alone, and against the checkpoints.
async fn found(house: &House, checkpoints: &[Checkpoint]) -> [Option<(i64, Fault)>; 2] {
    let mut both = [None, None];
    for (place, checkpoints) in both.iter_mut().zip([&[], checkpoints]) {
        let report = audit::verify(&house.services, checkpoints).await.expect("a database");
        let chain = report.chains.iter().find(|chain| chain.office == HOME);
        *place = chain.and_then(|chain| chain.first_break.as_ref()).map(|found| (found.sequence, found.fault));
    }
    both
}

#[tokio::test(flavor = "multi_thread")]
async fn each_way_of_rewriting_the_history_is_named_with_its_first_entry() {
    for (what, sql, expected) in [
        (
            "an entry edited",
            "update history set at = at + 1 where office = '990123001' and sequence = 2",
            (2, Fault::Content),
        ),
        (
            "another actor",
            "update history set actor = zeroblob(16) where office = '990123001' and sequence = 2",
            (2, Fault::Content),
        ),
        (
            "one taken from the middle",
            "delete from history where office = '990123001' and sequence = 2",
            (2, Fault::Gap),
        ),
        (
            "one taken out and the rest moved up",
            "delete from history where office = '990123001' and sequence = 2; \
             update history set sequence = sequence - 1 where office = '990123001' and sequence > 2",
            (2, Fault::Link),
        ),
        (
            "two exchanged",
            "update history set sequence = -1 where office = '990123001' and sequence = 2; \
             update history set sequence = 2 where office = '990123001' and sequence = 3; \
             update history set sequence = 3 where office = '990123001' and sequence = -1",
            (2, Fault::Link),
        ),
        (
            "a detail of another",
            "update history set detail = randomblob(80) where office = '990123001' and sequence = 2 and detail is not null; \
             update history set detail_digest = zeroblob(32) where office = '990123001' and sequence = 2",
            (2, Fault::Content),
        ),
    ] {
        let (house, checkpoints, _) = lived_in().await;
        assert_eq!(found(&house, &checkpoints).await, [None, None], "before: {what}");
        tamper(&house, sql).await;
        assert_eq!(found(&house, &checkpoints).await, [Some(expected); 2], "{what}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_end_cut_off_with_its_head_or_a_whole_chain_shows_against_a_kept_checkpoint() {
    let (house, checkpoints, count) = lived_in().await;
    tamper(
        &house,
        "delete from history where office = '990123001' and sequence = (select max(sequence) from history where office = '990123001')",
    )
    .await;
    assert_eq!(found(&house, &checkpoints).await, [Some((count, Fault::Head)), Some((count, Fault::Checkpoint))]);
    tamper(
        &house,
        "update history_head set sequence = sequence - 1, chain = (select chain from history where history.office = '990123001' \
         order by sequence desc limit 1) where office = '990123001'",
    )
    .await;
    assert_eq!(found(&house, &checkpoints).await, [None, Some((count, Fault::Checkpoint))]);
    tamper(
        &house,
        "delete from history where office = '990123001'; delete from history_head where office = '990123001'",
    )
    .await;
    assert_eq!(found(&house, &checkpoints).await, [None, Some((1, Fault::Checkpoint))]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_history_made_anew_by_the_portal_s_own_sealer_shows_against_a_kept_checkpoint() {
    let (house, checkpoints, count) = lived_in().await;
    // The rows lose their places, one of them goes, and the sealer chains what is left as if it had never been otherwise.
    tamper(
        &house,
        "delete from history where office = '990123001' and sequence = 2; \
         update history set sequence = null, previous = null, chain = null where office = '990123001'; \
         delete from history_head where office = '990123001'",
    )
    .await;
    house.settle().await;
    let [alone, against] = found(&house, &checkpoints).await;
    assert_eq!(alone, None, "a remade chain holds by itself");
    assert_eq!(against, Some((count, Fault::Checkpoint)));
    // The program says so by its exit code.
    let file = house.folder().join("checkpoints");
    let lines: Vec<String> = checkpoints.iter().map(|line| serde_json::to_string(line).expect("a line")).collect();
    std::fs::write(&file, lines.join("\n")).expect("a file");
    let settings = process::settings(&house.folder(), &[]);
    let (code, said) = process::command(&settings, &["audit", "verify", "--checkpoints", &file.display().to_string()]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("\"fault\":\"checkpoint\"") && said.contains("\"whole\":false"), "{said}");
    // A checkpoint that somebody made up counts against nobody.
    let forged = lines.join("\n").replace(&format!("\"count\":{count}"), "\"count\":1");
    std::fs::write(&file, forged).expect("a file");
    let (code, said) = process::command(&settings, &["audit", "verify", "--checkpoints", &file.display().to_string()]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("\"fault\":\"signature\""), "{said}");
}
