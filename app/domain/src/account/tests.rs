use proptest::prelude::*;

use super::*;

#[test]
fn mail_addresses_and_numbers_are_read_from_one_field() {
    for (text, contact) in [
        ("wang@demo.test", Contact::Mail("wang@demo.test".into())),
        (" Wang.Fang+1@Demo.TEST ", Contact::Mail("Wang.Fang+1@demo.test".into())),
        ("ｗａｎｇ＠demo．test", Contact::Mail("wang@demo.test".into())),
        ("13800000000", Contact::Phone("+8613800000000".into())),
        ("138 0000 0000", Contact::Phone("+8613800000000".into())),
        ("１３８-0000-0000", Contact::Phone("+8613800000000".into())),
        ("+86 138 0000 0000", Contact::Phone("+8613800000000".into())),
        ("0086 13800000000", Contact::Phone("+8613800000000".into())),
        ("8613800000000", Contact::Phone("+8613800000000".into())),
        ("\u{202d}+8613800000000\u{202c}", Contact::Phone("+8613800000000".into())),
        ("+852 5123 4567", Contact::Phone("+85251234567".into())),
        ("00852 5123 4567", Contact::Phone("+85251234567".into())),
        ("+998 (90) 123.45.67", Contact::Phone("+998901234567".into())),
    ] {
        assert_eq!(parse_contact(text), Ok(contact), "{text}");
    }
}

#[test]
fn every_fault_is_told_apart() {
    use ContactFault as F;
    let long = format!("{}@demo.test", "a".repeat(65));
    let longer = format!("a@{}demo.test", "abcdefgh.".repeat(30));
    for (text, fault) in [
        ("", F::Empty),
        ("  \u{200b}", F::Empty),
        ("wang@", F::MailIncomplete),
        ("@demo.test", F::MailIncomplete),
        ("wang@demo", F::MailIncomplete),
        ("wang@demo.", F::MailIncomplete),
        ("wang@demo..test", F::MailIncomplete),
        ("wang@127.0.0.1", F::MailIncomplete),
        (".wang@demo.test", F::MailIncomplete),
        ("wang.demo.test", F::MailIncomplete),
        ("wa ng@demo.test", F::MailCharacter),
        ("wang@demo@test.cn", F::MailCharacter),
        ("wang@demo.test\r\nBcc: a@b.cn", F::MailCharacter),
        ("王@demo.test", F::MailCharacter),
        ("<wang@demo.test>", F::MailCharacter),
        (&long, F::MailTooLong),
        (&longer, F::MailTooLong),
        ("王芳", F::Neither),
        ("wang", F::Neither),
        ("1380000000", F::PhoneLength),
        ("138000000000", F::PhoneLength),
        ("110", F::PhoneLength),
        ("0577-88888888", F::PhoneLandline),
        ("12000000000", F::PhoneLandline),
        ("+1", F::PhoneCountry),
        ("+1234567890123456", F::PhoneCountry),
        ("+0123456789", F::PhoneCountry),
    ] {
        assert_eq!(parse_contact(text), Err(fault), "{text}");
    }
}

#[test]
fn a_mask_shows_enough_to_recognise_and_no_more() {
    for (text, masked) in [
        ("wang@demo.test", "w***@demo.test"),
        ("w@demo.test", "w***@demo.test"),
        ("13800000000", "138****0000"),
        ("+85251234567", "+85****4567"),
    ] {
        let contact = parse_contact(text).expect("a good address");
        assert_eq!(contact.masked(), masked);
        assert_eq!(format!("{contact:?}"), masked);
    }
}

#[test]
fn capitals_do_not_make_another_mailbox() {
    let found = |text| parse_contact(text).map(|contact| contact.search_form());
    assert_eq!(found("Wang@demo.test"), found("wang@DEMO.test"));
}

proptest! {
    #[test]
    fn what_was_read_is_read_again_unchanged(text in "[\\PC]{0,40}") {
        if let Ok(contact) = parse_contact(&text) {
            prop_assert_eq!(parse_contact(contact.as_str()), Ok(contact.clone()));
            let _ = contact.masked();
        }
    }
}
