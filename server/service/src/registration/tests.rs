use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use xinju_credential::certificate::{HolderKey, Profile};
use xinju_credential::{proof, qr};
use xinju_domain::certificate::RevocationReason;
use xinju_domain::history::Action;
use xinju_domain::registration::{NoticeState, Verdict};
use xinju_domain::staff::Role;
use xinju_domain::time::Span;

use super::*;
use crate::certificate::signing::{Holder, issue_paper, issue_profiles};
use crate::certificate::{self, Certificate};
use crate::desk::{self, Seen};
use crate::report;
use crate::trial::{NEIGHBOUR, TOWNSHIP, Trial};

/// The current office.
pub(crate) const HERE: &str = "990204";
/// Characters 12 to 17 of the ID number with sequence 38.
pub(crate) const DIGITS: &str = "816038";
const NONCE: [u8; 16] = [5; 16];

/// A certificate that was just issued at the home office, and the number of it.
pub(crate) async fn issued(trial: &Trial) -> Certificate {
    let officer = trial.officer(TOWNSHIP, Role::Issuing).await;
    let reference = trial.application(TOWNSHIP, 38).await;
    let number = desk::issue(&trial.services, &officer, Seen { reference, version: 1 }).await.expect("issued");
    let mut tx = trial.begin().await;
    let row = xinju_store::certificate::find_by_number(&mut tx, number.as_str()).await.expect("read").expect("there");
    certificate::open(&trial.services, &row).expect("readable")
}

fn phone_key() -> SigningKey {
    SigningKey::from_slice(&[7; 32]).expect("a small number is a key")
}

/// The text of the code that a phone shows now, `late` seconds off.
pub(crate) async fn live(
    trial: &Trial,
    certificate: &Certificate,
    profile: Profile,
    (nonce, late): (Option<[u8; 16]>, i64),
) -> String {
    let point = phone_key().verifying_key().to_sec1_point(true);
    let key = HolderKey::from_sec1_compressed(point.as_bytes().try_into().expect("33 bytes")).expect("a point");
    let holder = Holder { id: Uuid::from_u64_pair(1, 7), key };
    let mut tx = trial.begin().await;
    let signed = issue_profiles(&mut tx, &trial.services, certificate, &holder).await.expect("signed");
    tx.commit().await.expect("a commit");
    let (_, bytes) =
        signed.expect("it is active").profiles.into_iter().find(|(each, _)| *each == profile).expect("all three");
    let said = proof::payload("xinju.example", (trial.now().unix_seconds() - late).unsigned_abs(), nonce.as_ref());
    let signature: Signature = phone_key().sign(&proof::to_be_signed(&bytes, &said));
    qr::text("https://xinju.example", &proof::assemble(&bytes, &said, &signature.to_bytes().into()))
}

/// The text of a print.
pub(crate) async fn paper(trial: &Trial, certificate: &Certificate, profile: Profile) -> String {
    let mut tx = trial.begin().await;
    let paper = issue_paper(&mut tx, &trial.services, certificate, profile).await.expect("signed");
    tx.commit().await.expect("a commit");
    qr::text("https://xinju.example", &paper.expect("it is active"))
}

/// An order for what was scanned now, with a key of its own.
pub(crate) fn order(trial: &Trial, text: &str) -> Command {
    Command {
        key: hex::encode(random::bytes::<16>()),
        presentation: text.to_owned(),
        scanned: trial.now(),
        bundle_made: trial.now(),
        challenge: None,
        address: String::new(),
        digits: String::new(),
        missing: Vec::new(),
        note: String::new(),
        due: None,
    }
}

async fn refusal(trial: &Trial, officer: &Officer, command: &Command) -> RegisterRefusal {
    match register(&trial.services, officer, command).await {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not a refusal: {other:?}"),
    }
}

fn shown(verdict: Verdict) -> RegisterRefusal {
    RegisterRefusal::Shown(Refusal::Verdict(verdict))
}

#[tokio::test]
async fn a_scan_becomes_a_registration_and_the_home_office_is_told() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial).await;
        let officer = trial.officer(HERE, Role::Registering).await;
        let text = live(&trial, &certificate, Profile::Registration, (None, 5)).await;
        let command = Command { address: " 滨河路8号 ".into(), ..order(&trial, &text) };
        let made = register(&trial.services, &officer, &command).await.expect("registered");
        assert!(made.is_new && !made.is_late && !made.is_challenged);

        let list = list_at_office(&trial.services, &officer).await.expect("a list");
        assert_eq!((list.len(), list[0].name.as_str(), list[0].is_paper), (1, "王小安", false));
        trial.wait(Span::seconds(1));
        let file = find(&trial.services, &officer, made.id).await.expect("asked").expect("ours");
        assert_eq!(file.address.as_deref(), Some("滨河路8号"));

        let home = trial.officer(TOWNSHIP, Role::Issuing).await;
        let inbox = report::inbox(&trial.services, &home).await.expect("an inbox");
        assert_eq!((inbox.len(), inbox[0].from_office.as_str()), (1, "望江区"));
        assert_eq!(inbox[0].due.to_string(), "2026-12-16");

        let mut tx = trial.begin().await;
        let id = made.id.to_string();
        let lines = history::list_for_record(&mut tx, &trial.services, RecordKind::Registration, &id).await;
        let lines = lines.expect("lines");
        let actions: Vec<Action> = lines.iter().map(|line| line.action).collect();
        assert_eq!(actions, [Action::RegistrationMade, Action::RegistrationOpened]);
        assert!(lines.iter().all(|line| line.subject == certificate.account));
    })
    .await;
}

#[tokio::test]
async fn an_order_sent_twice_is_one_registration_with_one_answer() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial).await;
        let officer = trial.officer(HERE, Role::Registering).await;
        let text = live(&trial, &certificate, Profile::Registration, (None, 5)).await;
        let command = order(&trial, &text);
        let sendings = (0..6).map(|_| {
            let (services, officer, command) = (trial.services.clone(), officer.clone(), command.clone());
            tokio::spawn(async move { register(&services, &officer, &command).await.expect("registered") })
        });
        let mut answers = Vec::new();
        for sending in sendings.collect::<Vec<_>>() {
            answers.push(sending.await.expect("no panic"));
        }
        assert!(answers.iter().all(|answer| answer.id == answers[0].id));
        assert_eq!(answers.iter().filter(|answer| answer.is_new).count(), 1);
        // A week later the phone still gets the same answer.
        trial.wait(Span::days(30));
        assert_eq!(register(&trial.services, &officer, &command).await.expect("answered").id, answers[0].id);
        assert_eq!(list_at_office(&trial.services, &officer).await.expect("a list").len(), 1);
        let home = trial.officer(TOWNSHIP, Role::Issuing).await;
        assert_eq!(report::inbox(&trial.services, &home).await.expect("an inbox").len(), 1);
        // Under another's hand the key tells nothing.
        let colleague = trial.officer(HERE, Role::Registering).await;
        assert_eq!(refusal(&trial, &colleague, &command).await, RegisterRefusal::AlreadyRegistered);
    })
    .await;
}

#[tokio::test]
async fn a_replayed_code_is_registered_once_wherever_it_is_sent() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial).await;
        let officer = trial.officer(HERE, Role::Registering).await;
        let text = live(&trial, &certificate, Profile::Registration, (None, 5)).await;
        register(&trial.services, &officer, &order(&trial, &text)).await.expect("registered");
        let elsewhere = trial.officer(NEIGHBOUR, Role::Registering).await;
        for officer in [&officer, &elsewhere] {
            let again = refusal(&trial, officer, &order(&trial, &text)).await;
            assert_eq!(again, RegisterRefusal::AlreadyRegistered);
        }
        // A code made later is a new showing.
        trial.wait(Span::seconds(40));
        let fresh = live(&trial, &certificate, Profile::Full, (None, 0)).await;
        assert!(register(&trial.services, &elsewhere, &order(&trial, &fresh)).await.expect("registered").is_new);
    })
    .await;
}

#[tokio::test]
async fn a_scan_waits_a_week_for_signal_and_is_late_after_a_day() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial).await;
        let officer = trial.officer(HERE, Role::Registering).await;
        for (waited, is_late) in [(Span::hours(24), Some(false)), (Span::hours(25), Some(true)), (Span::days(8), None)]
        {
            let text = live(&trial, &certificate, Profile::Registration, (None, 5)).await;
            let command = order(&trial, &text);
            trial.wait(waited);
            match is_late {
                Some(is_late) => {
                    let made = register(&trial.services, &officer, &command).await.expect("registered");
                    assert_eq!((made.is_new, made.is_late), (true, is_late));
                }
                None => {
                    let refused = refusal(&trial, &officer, &command).await;
                    assert_eq!(refused, RegisterRefusal::Time(ArrivalFault::TooOld));
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_cannot_be_is_not_believed() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial).await;
        let officer = trial.officer(HERE, Role::Registering).await;
        let text = live(&trial, &certificate, Profile::Registration, (None, 5)).await;
        let command = order(&trial, &text);
        let ahead = Command { scanned: trial.now().plus(Span::minutes(6)), ..command.clone() };
        assert_eq!(refusal(&trial, &officer, &ahead).await, RegisterRefusal::Time(ArrivalFault::InFuture));
        let before = Command { bundle_made: trial.now().plus(Span::seconds(1)), ..command.clone() };
        assert_eq!(refusal(&trial, &officer, &before).await, RegisterRefusal::Time(ArrivalFault::BeforeBundle));
        // A scan time that is moved to where the code was fresh does not pass the bundle either way.
        let stale = Command { scanned: trial.now().plus(Span::minutes(4)), ..command };
        assert_eq!(refusal(&trial, &officer, &stale).await, shown(Verdict::Clock));
    })
    .await;
}

#[tokio::test]
async fn what_was_revoked_between_scan_and_arrival_is_not_registered() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial).await;
        let officer = trial.officer(HERE, Role::Registering).await;
        let text = live(&trial, &certificate, Profile::Registration, (None, 5)).await;
        let command = order(&trial, &text);
        trial.wait(Span::hours(3));
        let issuing = trial.officer(TOWNSHIP, Role::Issuing).await;
        let why = (RevocationReason::OwnWish, "本人来说不再需要");
        certificate::revoke(&trial.services, &issuing, &certificate.number, why).await.expect("revoked");
        trial.wait(Span::hours(1));
        assert_eq!(refusal(&trial, &officer, &command).await, shown(Verdict::Revoked));
        assert!(list_at_office(&trial.services, &officer).await.expect("a list").is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_was_suspended_when_it_was_scanned_is_not_registered_later() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial).await;
        let officer = trial.officer(HERE, Role::Registering).await;
        let text = live(&trial, &certificate, Profile::Registration, (None, 5)).await;
        let change = async |is_suspended: bool| {
            let mut tx = trial.begin().await;
            if is_suspended {
                certificate::suspend(&mut tx, &certificate).await.expect("suspended");
            } else {
                certificate::let_go(&mut tx, &certificate).await.expect("let go");
            }
            tx.commit().await.expect("a commit");
        };
        change(true).await;
        trial.wait(Span::seconds(10));
        let command = order(&trial, &text);
        assert_eq!(refusal(&trial, &officer, &command).await, shown(Verdict::Suspended));
        trial.wait(Span::hours(1));
        change(false).await;
        trial.wait(Span::hours(1));
        assert_eq!(refusal(&trial, &officer, &command).await, shown(Verdict::Suspended));
        let fresh = live(&trial, &certificate, Profile::Registration, (None, 0)).await;
        assert!(register(&trial.services, &officer, &order(&trial, &fresh)).await.expect("registered").is_new);
    })
    .await;
}

#[tokio::test]
async fn only_what_is_good_and_shows_enough_is_registered() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial).await;
        let officer = trial.officer(HERE, Role::Registering).await;
        let minimum = live(&trial, &certificate, Profile::Minimum, (None, 5)).await;
        let refused = refusal(&trial, &officer, &order(&trial, &minimum)).await;
        assert_eq!(refused, RegisterRefusal::Shown(Refusal::TooLittleShown));
        for (late, verdict) in [(90, Verdict::Clock), (700, Verdict::Stale), (-40, Verdict::Clock)] {
            let text = live(&trial, &certificate, Profile::Registration, (None, late)).await;
            assert_eq!(refusal(&trial, &officer, &order(&trial, &text)).await, shown(verdict));
        }
        let text = live(&trial, &certificate, Profile::Registration, (None, 5)).await;
        let forged = text[..text.len() - 1].to_owned() + if text.ends_with('1') { "2" } else { "1" };
        let refused = refusal(&trial, &officer, &order(&trial, &forged)).await;
        assert!([shown(Verdict::NotGenuine), shown(Verdict::Malformed)].contains(&refused), "{refused:?}");
        for nothing in ["", "https://xinju.example/v#", "990204"] {
            assert_eq!(refusal(&trial, &officer, &order(&trial, nothing)).await, shown(Verdict::Malformed));
        }
        let bad_key = Command { key: "short".into(), ..order(&trial, &text) };
        assert_eq!(refusal(&trial, &officer, &bad_key).await, RegisterRefusal::Unreadable);
    })
    .await;
}

#[tokio::test]
async fn an_answered_challenge_settles_the_clock_and_another_s_answer_does_not() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial).await;
        let officer = trial.officer(HERE, Role::Registering).await;
        let text = live(&trial, &certificate, Profile::Registration, (Some(NONCE), 5_000)).await;
        let other = Command { challenge: Some([6; 16]), ..order(&trial, &text) };
        assert_eq!(refusal(&trial, &officer, &other).await, shown(Verdict::ChallengeFailed));
        let asked = Command { challenge: Some(NONCE), ..order(&trial, &text) };
        let made = register(&trial.services, &officer, &asked).await.expect("registered");
        assert!(made.is_challenged);
    })
    .await;
}

#[tokio::test]
async fn a_paper_has_five_tries_at_the_digits_of_the_card() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial).await;
        let officer = trial.officer(HERE, Role::Registering).await;
        let text = paper(&trial, &certificate, Profile::Registration).await;
        let typed = |digits: &str| Command { digits: digits.into(), ..order(&trial, &text) };
        for (digits, fault) in [("", DigitsFault::Empty), ("12345", DigitsFault::Shape)] {
            let refused = refusal(&trial, &officer, &typed(digits)).await;
            assert_eq!(refused, RegisterRefusal::Digits(fault, 5), "a slip costs no try");
        }
        for left in [4, 3] {
            let refused = refusal(&trial, &officer, &typed("000000")).await;
            assert_eq!(refused, RegisterRefusal::Digits(DigitsFault::Different, left));
        }
        // Right digits register; the same print is registered once a day, and does not get its tries back.
        let made = register(&trial.services, &officer, &typed(DIGITS)).await.expect("registered");
        assert!(made.is_new && !made.is_challenged);
        assert_eq!(refusal(&trial, &officer, &typed(DIGITS)).await, RegisterRefusal::AlreadyRegistered);
        let elsewhere = trial.officer(NEIGHBOUR, Role::Registering).await;
        for left in [2, 1, 0] {
            let refused = refusal(&trial, &elsewhere, &typed("000000")).await;
            assert_eq!(refused, RegisterRefusal::Digits(DigitsFault::Different, left));
        }
        let refused = refusal(&trial, &elsewhere, &typed(DIGITS)).await;
        assert_eq!(refused, RegisterRefusal::Digits(DigitsFault::UsedUp, 0));
        let minimum = paper(&trial, &certificate, Profile::Minimum).await;
        let refused = refusal(&trial, &officer, &order(&trial, &minimum)).await;
        assert_eq!(refused, RegisterRefusal::Shown(Refusal::TooLittleShown));
    })
    .await;
}

#[tokio::test]
async fn another_office_and_a_role_short_register_and_read_nothing() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial).await;
        let officer = trial.officer(HERE, Role::Registering).await;
        let text = live(&trial, &certificate, Profile::Registration, (None, 5)).await;
        for role in [Role::Issuing, Role::Administrator] {
            let short = trial.officer(HERE, role).await;
            assert_eq!(refusal(&trial, &short, &order(&trial, &text)).await, RegisterRefusal::NotAllowed);
        }
        let made = register(&trial.services, &officer, &order(&trial, &text)).await.expect("registered");
        for other in [
            trial.officer(NEIGHBOUR, Role::Registering).await,
            trial.officer(HERE, Role::Issuing).await,
            trial.officer(HERE, Role::Administrator).await,
        ] {
            assert!(list_at_office(&trial.services, &other).await.expect("a list").is_empty());
            assert!(find(&trial.services, &other, made.id).await.expect("asked").is_none());
        }
        let home = trial.officer(TOWNSHIP, Role::Issuing).await;
        let id = report::inbox(&trial.services, &home).await.expect("an inbox")[0].id;
        for other in [
            trial.officer(NEIGHBOUR, Role::Issuing).await,
            trial.officer(TOWNSHIP, Role::Registering).await,
            trial.officer(HERE, Role::Registering).await,
        ] {
            assert!(report::inbox(&trial.services, &other).await.expect("an inbox").is_empty());
            assert!(report::open(&trial.services, &other, id).await.expect("asked").is_none());
            let noted = report::take_note(&trial.services, &other, id).await;
            assert!(matches!(noted, Err(Failure::Refused(report::Absent))), "{noted:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_becomes_a_notice_with_a_day_ahead() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial).await;
        let officer = trial.officer(HERE, Role::Registering).await;
        let text = live(&trial, &certificate, Profile::Registration, (None, 5)).await;
        let wordless = Command { missing: vec![Item::Other], ..order(&trial, &text) };
        let refused = refusal(&trial, &officer, &wordless).await;
        assert_eq!(refused, RegisterRefusal::Notice(NoticeFault::NoteMissing));
        let missing = vec![Item::Photo, Item::CurrentAddress];
        // The chosen day has passed by the time it arrives: the usual one takes its place.
        let due = Some(Day::of(trial.now()));
        let command = Command { missing, due, ..order(&trial, &text) };
        let made = register(&trial.services, &officer, &command).await.expect("registered");
        let file = find(&trial.services, &officer, made.id).await.expect("asked").expect("ours");
        let sent = file.notice.expect("a notice");
        assert_eq!(sent.notice.items(), [Item::Photo, Item::CurrentAddress]);
        assert_eq!(sent.notice.due().to_string(), "2026-12-09");
        assert_eq!(file.line.notice, Some(NoticeState::Open));
    })
    .await;
}
