mod authenticator;

use authenticator::{Authenticator, MAY_BE_SYNCHRONISED, PRESENT, SYNCHRONISED, VERIFIED};
use serde_json::{Value, json};

use super::*;

const HANDLE: Uuid = Uuid::from_u128(0x2545_0c5e_4b1f_4a0e_9e6f_8a1f_0d2c_7b11);

fn passkeys() -> Passkeys {
    Passkeys::new(&Url::parse("http://localhost:3000").unwrap(), "Xinju").unwrap()
}

fn register(passkeys: &Passkeys, phone: &mut Authenticator) -> Result<NewPasskey, PasskeyRefusal> {
    let challenge = passkeys.start_registration(HANDLE, "新居", &[])?;
    let answer = phone.create(&challenge.challenge_json);
    passkeys.finish_registration(&challenge.state_json, &answer)
}

fn sign_in(passkeys: &Passkeys, phone: &mut Authenticator, stored: &str) -> Result<Verified, PasskeyRefusal> {
    let challenge = passkeys.start_sign_in()?;
    let answer = phone.get(&challenge.challenge_json);
    passkeys.finish_sign_in(&challenge.state_json, &answer, stored)
}

#[test]
fn a_passkey_is_made_and_signs_in_by_itself() {
    let (passkeys, mut phone) = (passkeys(), Authenticator::new());
    let passkey = register(&passkeys, &mut phone).unwrap();
    assert_eq!((&passkey.credential_id, passkey.discoverable), (&phone.credential_id, Some(true)));

    let challenge = passkeys.start_sign_in().unwrap();
    let answer = phone.get(&challenge.challenge_json);
    assert_eq!(passkeys.identify(&answer).unwrap(), (HANDLE, passkey.credential_id.clone()));
    let verified = passkeys.finish_sign_in(&challenge.state_json, &answer, &passkey.credential_json).unwrap();
    assert_eq!(verified.credential_id, passkey.credential_id);
    assert_eq!(verified.updated_credential_json, None, "nothing has changed");
}

#[test]
fn the_options_ask_for_a_discoverable_key_that_verifies_its_user() {
    let passkeys = passkeys();
    let challenge = passkeys.start_registration(HANDLE, "新居", &[vec![1, 2, 3]]).unwrap();
    let options: Value = serde_json::from_str(&challenge.challenge_json).unwrap();
    assert_eq!(options["rp"], json!({ "id": "localhost", "name": "Xinju" }));
    assert_eq!(options["user"]["name"], "新居");
    assert_eq!(options["authenticatorSelection"]["residentKey"], "preferred");
    assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
    assert_eq!(options["excludeCredentials"][0]["id"], "AQID");
    assert_eq!(options["attestation"], "none");

    let challenge = passkeys.start_sign_in().unwrap();
    let options: Value = serde_json::from_str(&challenge.challenge_json).unwrap();
    assert_eq!((&options["rpId"], &options["allowCredentials"]), (&json!("localhost"), &json!([])));
    assert_eq!(options["userVerification"], "required");
    assert!(options["challenge"].as_str().unwrap().len() >= 43);
    assert_eq!(options["mediation"], Value::Null);
}

#[test]
fn an_answer_to_another_challenge_is_refused() {
    let (passkeys, mut phone) = (passkeys(), Authenticator::new());
    let passkey = register(&passkeys, &mut phone).unwrap();
    let (first, second) = (passkeys.start_sign_in().unwrap(), passkeys.start_sign_in().unwrap());
    assert_ne!(first.challenge_json, second.challenge_json);
    let overheard = phone.get(&first.challenge_json);
    let refused = passkeys.finish_sign_in(&second.state_json, &overheard, &passkey.credential_json);
    assert_eq!(refused, Err(PasskeyRefusal::AnotherCeremony));

    let registration = passkeys.start_registration(HANDLE, "新居", &[]).unwrap();
    let old = passkeys.start_registration(HANDLE, "新居", &[]).unwrap();
    let answer = phone.create(&old.challenge_json);
    let refused = passkeys.finish_registration(&registration.state_json, &answer);
    assert_eq!(refused, Err(PasskeyRefusal::AnotherCeremony));
}

#[test]
fn a_passkey_that_lies_is_refused_at_registration_and_at_sign_in() {
    type Lie = fn(&mut Authenticator);
    let lies: [(&str, Lie, PasskeyRefusal); 5] = [
        ("another site", |phone| phone.origin = "https://evil.example".into(), PasskeyRefusal::AnotherOrigin),
        ("another port", |phone| phone.origin = "http://localhost:4000".into(), PasskeyRefusal::AnotherOrigin),
        ("another host", |phone| phone.host = "evil.example".into(), PasskeyRefusal::AnotherOrigin),
        ("nobody verified", |phone| phone.flags = PRESENT, PasskeyRefusal::NotVerified),
        ("nobody there", |phone| phone.flags = VERIFIED, PasskeyRefusal::NotVerified),
    ];
    let passkeys = passkeys();
    for (name, lie, refusal) in lies {
        let mut phone = Authenticator::new();
        let passkey = register(&passkeys, &mut phone).unwrap();
        lie(&mut phone);
        assert_eq!(sign_in(&passkeys, &mut phone, &passkey.credential_json), Err(refusal), "{name}");
        assert_eq!(register(&passkeys, &mut phone), Err(refusal), "{name}");
    }
}

#[test]
fn another_persons_passkey_does_not_sign_in() {
    let (passkeys, mut mine, mut other) = (passkeys(), Authenticator::new(), Authenticator::new());
    let passkey = register(&passkeys, &mut mine).unwrap();
    register(&passkeys, &mut other).unwrap();
    assert_eq!(sign_in(&passkeys, &mut other, &passkey.credential_json), Err(PasskeyRefusal::UnknownPasskey));
    // The right name with the wrong key behind it.
    other.credential_id = mine.credential_id;
    assert_eq!(sign_in(&passkeys, &mut other, &passkey.credential_json), Err(PasskeyRefusal::NotGenuine));
}

#[test]
fn an_answer_that_names_nobody_is_refused() {
    let (passkeys, mut phone) = (passkeys(), Authenticator::new());
    register(&passkeys, &mut phone).unwrap();
    phone.handle = None;
    let answer = phone.get(&passkeys.start_sign_in().unwrap().challenge_json);
    assert_eq!(passkeys.identify(&answer), Err(PasskeyRefusal::UnknownPasskey));
}

#[test]
fn a_counter_goes_up_and_a_copy_is_noticed() {
    let (passkeys, mut phone) = (passkeys(), Authenticator::new());
    let passkey = register(&passkeys, &mut phone).unwrap();
    phone.counter = 5;
    let updated = sign_in(&passkeys, &mut phone, &passkey.credential_json).unwrap().updated_credential_json.unwrap();
    assert_eq!(sign_in(&passkeys, &mut phone, &updated), Err(PasskeyRefusal::Copied), "5 again");
    phone.counter = 4;
    assert_eq!(sign_in(&passkeys, &mut phone, &updated), Err(PasskeyRefusal::Copied));
    phone.counter = 6;
    assert!(sign_in(&passkeys, &mut phone, &updated).is_ok());
}

#[test]
fn a_synchronised_passkey_whose_counter_stays_at_zero_signs_in_again_and_again() {
    let (passkeys, mut phone) = (passkeys(), Authenticator::new());
    phone.flags |= SYNCHRONISED;
    let passkey = register(&passkeys, &mut phone).unwrap();
    for _ in 0..3 {
        let verified = sign_in(&passkeys, &mut phone, &passkey.credential_json).unwrap();
        assert_eq!(verified.updated_credential_json, None);
    }
}

#[test]
fn a_passkey_that_begins_to_be_synchronised_confirms_but_is_not_taken_by_autofill() {
    let (passkeys, mut phone) = (passkeys(), Authenticator::new());
    let passkey = register(&passkeys, &mut phone).unwrap();
    for flags in [SYNCHRONISED, MAY_BE_SYNCHRONISED] {
        phone.flags = PRESENT | VERIFIED | flags;
        assert_eq!(sign_in(&passkeys, &mut phone, &passkey.credential_json), Err(PasskeyRefusal::ChangedKind));
    }

    let stored = [passkey.credential_json];
    let challenge = passkeys.start_confirmation(&stored).unwrap();
    let answer = phone.get(&challenge.challenge_json);
    let verified = passkeys.finish_confirmation(&challenge.state_json, &answer, &stored).unwrap();
    let updated = verified.updated_credential_json.unwrap();
    assert!(sign_in(&passkeys, &mut phone, &updated).is_ok(), "from then on autofill takes it");
}

#[test]
fn a_confirmation_takes_any_passkey_of_the_account_and_no_other() {
    let (passkeys, mut phone, mut key, mut foreign) =
        (passkeys(), Authenticator::new(), Authenticator::new(), Authenticator::new());
    let stored: Vec<String> =
        [&mut phone, &mut key].map(|device| register(&passkeys, device).unwrap().credential_json).into();
    register(&passkeys, &mut foreign).unwrap();
    for device in [&mut phone, &mut key] {
        let challenge = passkeys.start_confirmation(&stored).unwrap();
        let answer = device.get(&challenge.challenge_json);
        let verified = passkeys.finish_confirmation(&challenge.state_json, &answer, &stored).unwrap();
        assert_eq!(verified.credential_id, device.credential_id);
    }
    let challenge = passkeys.start_confirmation(&stored).unwrap();
    let answer = foreign.get(&challenge.challenge_json);
    let refused = passkeys.finish_confirmation(&challenge.state_json, &answer, &stored);
    assert_eq!(refused, Err(PasskeyRefusal::UnknownPasskey));

    let answer = key.get(&challenge.challenge_json);
    let refused = passkeys.finish_confirmation(&challenge.state_json, &answer, &stored[..1]);
    assert_eq!(refused, Err(PasskeyRefusal::UnknownPasskey), "the key was removed meanwhile");
    assert_eq!(passkeys.start_confirmation(&[]), Err(PasskeyRefusal::UnknownPasskey));
}

#[test]
fn the_phone_that_has_a_passkey_already_is_told_so() {
    let (passkeys, mut phone) = (passkeys(), Authenticator::new());
    let passkey = register(&passkeys, &mut phone).unwrap();
    let challenge = passkeys.start_registration(HANDLE, "新居", &[passkey.credential_id]).unwrap();
    let answer = phone.create(&challenge.challenge_json);
    let refused = passkeys.finish_registration(&challenge.state_json, &answer);
    assert_eq!(refused, Err(PasskeyRefusal::AlreadyRegistered));
}

#[test]
fn garbage_is_refused_and_damage_of_ours_is_told_apart() {
    let (passkeys, mut phone) = (passkeys(), Authenticator::new());
    let passkey = register(&passkeys, &mut phone).unwrap();
    let challenge = passkeys.start_sign_in().unwrap();
    let answer = phone.get(&challenge.challenge_json);
    let long = format!("{answer}{}", " ".repeat(LONGEST_ANSWER));
    for garbage in ["", "{}", "[]", "null", "\u{0}", &"[".repeat(9000), &answer[..answer.len() / 2], &long] {
        let refused = passkeys.finish_sign_in(&challenge.state_json, garbage, &passkey.credential_json);
        assert_eq!(refused, Err(PasskeyRefusal::Unreadable));
        assert_eq!(passkeys.identify(garbage), Err(PasskeyRefusal::Unreadable));
        assert_eq!(passkeys.finish_registration(&challenge.state_json, garbage), Err(PasskeyRefusal::Damaged));
    }
    let refused = passkeys.finish_sign_in("{}", &answer, &passkey.credential_json);
    assert_eq!(refused, Err(PasskeyRefusal::Damaged));
    let refused = passkeys.finish_sign_in(&challenge.state_json, &answer, "{}");
    assert_eq!(refused, Err(PasskeyRefusal::Damaged));
    assert_eq!(passkeys.start_confirmation(&["{}".into()]), Err(PasskeyRefusal::Damaged));
}

#[test]
fn bytes_cut_or_changed_in_an_answer_never_pass() {
    let (passkeys, mut phone) = (passkeys(), Authenticator::new());
    let passkey = register(&passkeys, &mut phone).unwrap();
    let challenge = passkeys.start_sign_in().unwrap();
    let answer: Value = serde_json::from_str(&phone.get(&challenge.challenge_json)).unwrap();
    for field in ["authenticatorData", "clientDataJSON", "signature"] {
        let good = answer["response"][field].as_str().unwrap().to_owned();
        for bad in ["", "AAAA", &good[..good.len() - 4], &format!("AAAA{}", &good[4..]), &"A".repeat(10_000)] {
            let mut changed = answer.clone();
            changed["response"][field] = json!(bad);
            let refused =
                passkeys.finish_sign_in(&challenge.state_json, &changed.to_string(), &passkey.credential_json);
            assert!(refused.is_err(), "{field}: {bad}");
        }
    }
}

#[test]
fn an_origin_without_a_name_has_no_passkeys() {
    for origin in ["http://127.0.0.1:3000", "http://[::1]:3000", "data:text/plain,x"] {
        assert_eq!(Passkeys::new(&Url::parse(origin).unwrap(), "Xinju").unwrap_err(), NoPasskeysHere, "{origin}");
    }
    assert!(Passkeys::new(&Url::parse("https://xinju.example").unwrap(), "Xinju").is_ok());
}

#[test]
fn debug_shows_nothing_that_follows_a_person() {
    let (passkeys, mut phone) = (passkeys(), Authenticator::new());
    let passkey = register(&passkeys, &mut phone).unwrap();
    assert_eq!(format!("{passkey:?}"), "NewPasskey { .. }");
    assert_eq!(format!("{:?}", passkeys.start_sign_in().unwrap()), "Challenge { .. }");
}
