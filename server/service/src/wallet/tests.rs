//! The rules of binding, loss and undoing, on both engines, judged as a verifier judges them.

use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use xinju_credential::{
    binding, bundle,
    certificate::{HolderKey, Profile},
    proof,
    verify::{Question, Trust, Verdict, judge_presentation},
};
use xinju_domain::{
    account::parse_contact,
    reference::Reference,
    staff::Role,
    time::{Day, Span},
};
use xinju_store::application as applications;

use super::*;
use crate::{
    Failure, account,
    certificate::{self, signing::Signed},
    desk::{self, Seen},
    public_document,
    session::{self, Device, Session, Strength},
    trial::{TOWNSHIP, Trial},
};

mod loss;

const HOST: &str = "xinju.example";

/// A person with a certificate, reachable by mail.
struct Person {
    account: Uuid,
    reference: Reference,
}

async fn person(trial: &Trial, sequence: u16) -> Person {
    let officer = trial.officer(TOWNSHIP, Role::Issuing).await;
    let reference = trial.application(TOWNSHIP, sequence).await;
    desk::issue(&trial.services, &officer, Seen { reference, version: 1 }).await.expect("issued");
    let mut tx = trial.begin().await;
    let row = applications::find_by_reference(&mut tx, &reference.to_string()).await.expect("read");
    let account = row.and_then(|row| row.account).expect("an account");
    let phone = parse_contact(&format!("1390000{sequence:04}")).expect("a number");
    account::insert_contact(&mut tx, &trial.services, account, &phone).await.expect("stored");
    tx.commit().await.expect("a commit");
    Person { account, reference }
}

async fn sign_in(trial: &Trial, account: Uuid, strength: Strength) -> Session {
    let mut tx = trial.begin().await;
    let opened = session::open(&mut tx, &trial.services, account, strength, None, &Device::default()).await;
    tx.commit().await.expect("a commit");
    let token = opened.expect("opened").token;
    session::find(&trial.services, &token).await.expect("read").expect("alive")
}

/// A phone: a key that the test holds.
struct Handset(SigningKey);

impl Handset {
    fn new(seed: u8) -> Self {
        Self(SigningKey::from_slice(&[seed; 32]).expect("a small number is a key"))
    }

    fn key(&self) -> HolderKey {
        let point = self.0.verifying_key().to_sec1_point(true);
        HolderKey::from_sec1_compressed(point.as_bytes().try_into().expect("33 bytes")).expect("a point")
    }

    fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        let signature: Signature = self.0.sign(bytes);
        signature.to_bytes().into()
    }

    /// The number followed by the message that signs it.
    fn answer(&self, nonce: Nonce) -> Vec<u8> {
        let payload = binding::payload(HOST, nonce.now.unsigned_abs(), &self.key(), &nonce.bytes);
        let message = binding::assemble(&payload, &self.sign(&binding::to_be_signed(&payload)));
        [nonce.bytes.as_slice(), &message].concat()
    }

    async fn proof(&self, trial: &Trial) -> Vec<u8> {
        self.answer(make_nonce(&trial.services).await.expect("a number"))
    }

    async fn bind(&self, trial: &Trial, who: &Session) -> Result<Bound, Failure<BindRefusal>> {
        bind(&trial.services, who, &self.proof(trial).await, "Chrome · Android").await
    }

    async fn renew(&self, trial: &Trial) -> Result<Bound, Failure<BindRefusal>> {
        renew(&trial.services, &self.proof(trial).await).await
    }

    async fn standing(&self, trial: &Trial) -> Result<Standing, Failure<BindRefusal>> {
        check(&trial.services, &self.proof(trial).await).await
    }

    /// What a verifier with the newest lists says of a profile that this phone shows now.
    async fn verdict(&self, trial: &Trial, signed: &Signed, profile: Profile) -> Verdict {
        let (_, certificate) = signed.profiles.iter().find(|(each, _)| *each == profile).expect("all three");
        let now = trial.now().unix_seconds();
        let payload = proof::payload(HOST, now.unsigned_abs(), None);
        let signature = self.sign(&proof::to_be_signed(certificate, &payload));
        let shown = proof::assemble(certificate, &payload, &signature);
        let document = public_document::bundle(&trial.services).await.expect("a bundle");
        let trust = Trust::from_bundle(&bundle::parse(&document.bytes).expect("a bundle")).expect("trust");
        judge_presentation(&shown, &trust, &Question { now, aud: HOST, challenge: None }).verdict
    }

    async fn shows(&self, trial: &Trial, signed: &Signed) -> Verdict {
        self.verdict(trial, signed, Profile::Registration).await
    }
}

fn held(bound: Result<Bound, Failure<BindRefusal>>) -> Signed {
    match bound {
        Ok(Bound::Held(signed)) => signed,
        other => unreachable!("certificates were expected: {other:?}"),
    }
}

fn refusal<T: std::fmt::Debug>(outcome: Result<T, Failure<BindRefusal>>) -> BindRefusal {
    match outcome {
        Err(Failure::Refused(refusal)) => refusal,
        other => unreachable!("a refusal was expected: {other:?}"),
    }
}

/// Binds a first phone with a passkey.
async fn first_phone(trial: &Trial, person: &Person, seed: u8) -> (Handset, Signed) {
    let phone = Handset::new(seed);
    let session = sign_in(trial, person.account, Strength::Passkey).await;
    let signed = held(phone.bind(trial, &session).await);
    (phone, signed)
}

#[tokio::test]
async fn a_first_phone_needs_a_passkey_and_then_shows_all_three_profiles() {
    Trial::each(|trial| async move {
        let person = person(&trial, 1).await;
        let by_code = sign_in(&trial, person.account, Strength::Code).await;
        let phone = Handset::new(1);
        assert_eq!(readiness(&trial.services, &by_code).await.expect("read"), Readiness::MakePasskey);
        assert_eq!(refusal(phone.bind(&trial, &by_code).await), BindRefusal::NeedsPasskey);
        let by_passkey = sign_in(&trial, person.account, Strength::Passkey).await;
        assert_eq!(readiness(&trial.services, &by_passkey).await.expect("read"), Readiness::First);
        let signed = held(phone.bind(&trial, &by_passkey).await);
        for profile in Profile::ALL {
            assert_eq!(phone.verdict(&trial, &signed, profile).await, Verdict::Valid, "{profile:?}");
        }
        let phones = list(&trial.services, &by_passkey).await.expect("read");
        assert_eq!(phones.len(), 1);
        assert!(phones[0].waits_until.is_none() && !phones[0].can_be_undone);
    })
    .await;
}

#[tokio::test]
async fn a_passkey_that_was_shown_long_ago_binds_nothing() {
    Trial::each(|trial| async move {
        let person = person(&trial, 1).await;
        let session = Session { proven_at: None, ..sign_in(&trial, person.account, Strength::Passkey).await };
        assert_eq!(readiness(&trial.services, &session).await.expect("read"), Readiness::Prove);
        assert_eq!(refusal(Handset::new(1).bind(&trial, &session).await), BindRefusal::NeedsPasskey);
    })
    .await;
}

#[tokio::test]
async fn by_code_alone_another_phone_waits_a_day_and_the_old_one_stops_when_it_begins() {
    Trial::each(|trial| async move {
        let person = person(&trial, 1).await;
        let (old, shown) = first_phone(&trial, &person, 1).await;
        let by_code = sign_in(&trial, person.account, Strength::Code).await;
        let (new, before) = (Handset::new(2), trial.messages().await);
        let Ok(Bound::Waits(until)) = new.bind(&trial, &by_code).await else { unreachable!("it waits") };
        assert_eq!(until, trial.now().plus(Span::hours(24)));
        assert!(matches!(readiness(&trial.services, &by_code).await, Ok(Readiness::Waits { .. })));
        assert!(matches!(new.standing(&trial).await, Ok(Standing::Waits(_))));
        assert!(matches!(new.renew(&trial).await, Ok(Bound::Waits(_))));
        assert_eq!(old.shows(&trial, &shown).await, Verdict::Valid);
        assert!(!token(&trial, &before).await.is_empty(), "a letter with a button");

        trial.wait(Span::hours(24));
        let begun = held(new.renew(&trial).await);
        assert_eq!(new.shows(&trial, &begun).await, Verdict::Valid);
        assert_eq!(old.shows(&trial, &shown).await, Verdict::Revoked);
        assert_eq!(refusal(old.renew(&trial).await), BindRefusal::Stopped);
        assert_eq!(refusal(old.standing(&trial).await), BindRefusal::Stopped);
    })
    .await;
}

/// The token of the link in the one message that was not among those `before`.
async fn token(trial: &Trial, before: &[String]) -> String {
    let messages = trial.messages().await;
    let text = messages.iter().find(|text| !before.contains(text)).expect("a new message");
    let (_, token) = text.rsplit_once("token=").expect("a link");
    token.trim().to_owned()
}

#[tokio::test]
async fn a_phone_that_waits_is_stopped_from_its_letter_and_every_session_ends() {
    Trial::each(|trial| async move {
        let person = person(&trial, 1).await;
        let (old, shown) = first_phone(&trial, &person, 1).await;
        let by_code = sign_in(&trial, person.account, Strength::Code).await;
        let new = Handset::new(2);
        let before = trial.messages().await;
        assert!(matches!(new.bind(&trial, &by_code).await, Ok(Bound::Waits(_))));
        let token = token(&trial, &before).await;
        assert!(stop_by_link(&trial.services, &token).await.expect("done"));
        assert!(!stop_by_link(&trial.services, &token).await.expect("done"), "a link is used once");
        assert!(session::list(&trial.services, &by_code).await.expect("read").is_empty());
        trial.wait(Span::hours(25));
        assert_eq!(refusal(new.renew(&trial).await), BindRefusal::Stopped);
        assert_eq!(old.shows(&trial, &shown).await, Verdict::Valid);
        assert_eq!(old.standing(&trial).await.expect("known"), Standing::Good);
    })
    .await;
}

#[tokio::test]
async fn a_phone_that_just_began_is_undone_and_the_one_before_gets_a_new_place() {
    Trial::each(|trial| async move {
        let person = person(&trial, 1).await;
        let (old, shown) = first_phone(&trial, &person, 1).await;
        let before = trial.messages().await;
        let (new, taken) = first_phone(&trial, &person, 2).await;
        let token = token(&trial, &before).await;
        assert_eq!(old.shows(&trial, &shown).await, Verdict::Revoked);
        assert_eq!(refusal(old.renew(&trial).await), BindRefusal::Stopped);
        assert!(stop_by_link(&trial.services, &token).await.expect("done"));
        assert_eq!(new.shows(&trial, &taken).await, Verdict::Revoked);
        assert_eq!(refusal(new.renew(&trial).await), BindRefusal::Stopped);
        assert_eq!(old.standing(&trial).await.expect("known"), Standing::Outdated);
        let again = held(old.renew(&trial).await);
        assert_eq!(old.shows(&trial, &again).await, Verdict::Valid);
    })
    .await;
}

#[tokio::test]
async fn undoing_from_the_list_asks_for_a_fresh_proof_and_ends_after_a_day() {
    Trial::each(|trial| async move {
        let person = person(&trial, 1).await;
        let (old, _) = first_phone(&trial, &person, 1).await;
        first_phone(&trial, &person, 2).await;
        let session = sign_in(&trial, person.account, Strength::Passkey).await;
        let phone = list(&trial.services, &session).await.expect("read").pop().expect("one phone");
        assert!(phone.can_be_undone);
        let unproven = Session { proven_at: None, ..session.clone() };
        assert!(!undo(&trial.services, &unproven, phone.id).await.expect("done"));
        let stranger = sign_in(&trial, trial.account().await, Strength::Passkey).await;
        assert!(!undo(&trial.services, &stranger, phone.id).await.expect("done"));
        assert!(undo(&trial.services, &session, phone.id).await.expect("done"));
        held(old.renew(&trial).await);

        first_phone(&trial, &person, 3).await;
        trial.wait(Span::hours(24));
        let later = sign_in(&trial, person.account, Strength::Passkey).await;
        let phone = list(&trial.services, &later).await.expect("read").pop().expect("one phone");
        assert!(!phone.can_be_undone);
        assert!(!undo(&trial.services, &later, phone.id).await.expect("done"));
    })
    .await;
}

#[tokio::test]
async fn a_number_is_signed_once_and_within_two_minutes() {
    Trial::each(|trial| async move {
        let person = person(&trial, 1).await;
        let session = sign_in(&trial, person.account, Strength::Passkey).await;
        let phone = Handset::new(1);
        let proof = phone.proof(&trial).await;
        held(bind(&trial.services, &session, &proof, "").await);
        assert_eq!(refusal(bind(&trial.services, &session, &proof, "").await), BindRefusal::NotProven);
        let proof = phone.proof(&trial).await;
        trial.wait(Span::seconds(119));
        held(renew(&trial.services, &proof).await);
        let proof = phone.proof(&trial).await;
        trial.wait(Span::seconds(120));
        assert_eq!(refusal(renew(&trial.services, &proof).await), BindRefusal::NotProven);
        let unknown = Nonce { bytes: [7; 16], now: trial.now().unix_seconds() };
        assert_eq!(refusal(renew(&trial.services, &phone.answer(unknown)).await), BindRefusal::NotProven);
        assert_eq!(refusal(renew(&trial.services, b"").await), BindRefusal::NotProven);
    })
    .await;
}

#[tokio::test]
async fn a_phone_that_shows_somebody_elses_certificate_is_refused_until_that_is_removed() {
    Trial::each(|trial| async move {
        let (one, two) = (person(&trial, 1).await, person(&trial, 2).await);
        let (phone, _) = first_phone(&trial, &one, 1).await;
        let other = sign_in(&trial, two.account, Strength::Passkey).await;
        assert_eq!(refusal(phone.bind(&trial, &other).await), BindRefusal::Taken);
        let owner = sign_in(&trial, one.account, Strength::Passkey).await;
        let id = list(&trial.services, &owner).await.expect("read")[0].id;
        assert!(!remove(&trial.services, &other, id).await.expect("done"), "not theirs");
        assert!(remove(&trial.services, &owner, id).await.expect("done"));
        assert_eq!(refusal(phone.bind(&trial, &other).await), BindRefusal::Stopped, "a stopped key stays stopped");
        held(Handset::new(2).bind(&trial, &other).await);
    })
    .await;
}

#[tokio::test]
async fn a_phone_renews_by_its_key_alone_with_a_new_place_each_time() {
    Trial::each(|trial| async move {
        let person = person(&trial, 1).await;
        let (phone, first) = first_phone(&trial, &person, 1).await;
        trial.wait(Span::days(1));
        let second = held(phone.renew(&trial).await);
        assert_ne!(first.status, second.status);
        assert_eq!(second.expires_at, second.issued_at.plus(Span::days(7)));
        assert_eq!(phone.shows(&trial, &second).await, Verdict::Valid);
        assert_eq!(phone.standing(&trial).await.expect("known"), Standing::Good);
        assert_eq!(refusal(Handset::new(9).renew(&trial).await), BindRefusal::Stopped, "an unknown key");
    })
    .await;
}

#[tokio::test]
async fn leaving_no_trace_and_signing_out_everywhere_revoke_what_a_phone_shows() {
    Trial::each(|trial| async move {
        let person = person(&trial, 1).await;
        let session = sign_in(&trial, person.account, Strength::Passkey).await;

        let (phone, shown) = first_phone(&trial, &person, 1).await;
        leave(&trial.services, &phone.proof(&trial).await).await.expect("by the key alone");
        assert_eq!(phone.shows(&trial, &shown).await, Verdict::Revoked);

        let (phone, shown) = first_phone(&trial, &person, 2).await;
        let point = phone.key().to_sec1_compressed();
        let stranger = sign_in(&trial, trial.account().await, Strength::Passkey).await;
        assert!(!leave_on(&trial.services, &stranger, &point).await.expect("done"));
        assert_eq!(phone.shows(&trial, &shown).await, Verdict::Valid);
        assert!(leave_on(&trial.services, &session, &point).await.expect("done"));
        assert_eq!(phone.shows(&trial, &shown).await, Verdict::Revoked);

        let (phone, shown) = first_phone(&trial, &person, 3).await;
        session::sign_out_everywhere(&trial.services, &session).await.expect("done");
        assert_eq!(phone.shows(&trial, &shown).await, Verdict::Revoked);
        assert_eq!(refusal(phone.renew(&trial).await), BindRefusal::Stopped);
    })
    .await;
}

#[tokio::test]
async fn of_two_first_phones_at_once_one_is_left() {
    Trial::each(|trial| async move {
        let person = person(&trial, 1).await;
        let session = sign_in(&trial, person.account, Strength::Passkey).await;
        let (one, two) = (Handset::new(1), Handset::new(2));
        let (first, second) = tokio::join!(one.bind(&trial, &session), two.bind(&trial, &session));
        let (first, second) = (held(first), held(second));
        let verdicts = [one.shows(&trial, &first).await, two.shows(&trial, &second).await];
        assert_eq!(verdicts.iter().filter(|verdict| **verdict == Verdict::Valid).count(), 1, "{verdicts:?}");
        assert_eq!(list(&trial.services, &session).await.expect("read").len(), 1);
    })
    .await;
}
