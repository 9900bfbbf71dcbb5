use LetterKind as Kind;
use serde_json::json;

use super::*;

const LINK: &str = "https://xinju.example/p/4H7K";

const KINDS: [&str; 22] = [
    "sign-in-code",
    "contact-code",
    "staff-invitation",
    "application-sent",
    "more-asked",
    "issued",
    "refused",
    "withdrawn",
    "looked-at-again",
    "passed-on",
    "certificate-revoked",
    "expires-soon",
    "phone-added",
    "phone-waits",
    "passkey-added",
    "passkey-waits",
    "phone-lost",
    "recovery-card-used",
    "dispute-opened",
    "registered",
    "notice-to-complete",
    "notice-completed",
];

/// Each kind takes of these values what it needs.
fn every_kind() -> impl Iterator<Item = LetterKind> {
    KINDS.into_iter().map(|kind| {
        let values = json!({
            "kind": kind, "code": "012345", "host": "xinju.example", "minutes": 10, "hours": 72,
            "reference": "K7M4 P2QX", "office": "石桥镇人民政府", "link": LINK,
            "due": "2026-12-03", "last_day": "2029-11-23",
        });
        serde_json::from_value(values).unwrap()
    })
}

fn every_letter() -> impl Iterator<Item = Letter> {
    Locale::ALL.into_iter().flat_map(|locale| every_kind().map(move |kind| Letter::new(locale, kind)))
}

#[test]
fn every_letter_has_all_its_texts_and_all_its_values_in_every_language() {
    for letter in every_letter() {
        for text in [letter.subject(), letter.body(), letter.short()] {
            assert!(!text.contains("mail-") && !text.contains(['{', '}', '$']), "{letter:?}: {text}");
        }
        assert!(letter.subject().chars().count() <= 70, "{letter:?}: {}", letter.subject());
        assert!(letter.body().starts_with(if letter.locale == Locale::En { "Hello,\n\n" } else { "您好：\n\n" }));
        let values = letter.kind.values(letter.locale);
        let link_is_given = values.iter().any(|(name, _)| *name == "link");
        assert_eq!(letter.body().contains(&format!("\n\n{LINK}\n")), link_is_given, "{letter:?}: a link stands alone");
    }
}

#[test]
fn a_text_message_is_one_where_no_link_makes_it_longer() {
    for letter in every_letter() {
        let text = letter.short();
        let longest = if letter.locale == Locale::En { 160 } else { 70 };
        let count = text.replace(LINK, "").encode_utf16().count();
        assert!(count <= longest, "{letter:?} has {count}: {text}");
    }
}

#[test]
fn a_letter_that_something_was_done_to_the_account_holds_the_way_to_stop_it_on_every_channel() {
    for letter in every_letter() {
        let can_be_stopped = matches!(
            letter.kind,
            Kind::PhoneAdded { .. }
                | Kind::PhoneWaits { .. }
                | Kind::PasskeyAdded { .. }
                | Kind::PasskeyWaits { .. }
                | Kind::RecoveryCardUsed { .. }
        );
        assert!(!can_be_stopped || letter.short().contains(LINK), "{letter:?}");
    }
}

#[test]
fn the_traditional_letters_are_a_translation_of_their_own() {
    for kind in every_kind() {
        let [simplified, traditional] =
            [Locale::ZhHans, Locale::ZhHant].map(|locale| Letter::new(locale, kind.clone()));
        assert_ne!(simplified.body(), traditional.body());
        for simple in ['码', '证', '账', '发', '办', '录', '这', '们', '么', '页', '为', '补', '给', '时', '进', '开']
        {
            // The office's own name is a value, and stays as its people write it.
            assert!(!traditional.body().replace("石桥镇人民政府", "").contains(simple), "{kind:?}: {simple}");
        }
    }
}

#[test]
fn a_code_by_text_message_ends_with_the_line_that_binds_it_to_the_site() {
    let kind = Kind::SignInCode { code: "012345".into(), minutes: 10, host: "xinju.example".into() };
    assert_eq!(
        Letter::new(Locale::ZhHans, kind).short(),
        "新居登录码012345，10分钟内有效。别告诉任何人，工作人员也不会问。\n\n@xinju.example #012345"
    );
}

#[test]
fn a_letter_reads_as_a_whole() {
    let kind = Kind::ApplicationSent {
        reference: "K7M4 P2QX".into(),
        office: "石桥镇".into(),
        due: Day::new(2026, 12, 3).unwrap(),
        link: LINK.into(),
    };
    let letter = Letter::new(Locale::ZhHans, kind);
    assert_eq!(letter.subject(), "收到了：申请 K7M4 P2QX");
    assert_eq!(
        letter.body(),
        "您好：\n\n申请已经送到石桥镇，最晚12月3日 周四给您答复。\n\n申请编号：K7M4 P2QX\n这个编号一直有用，留着这封信就好。\n\n\
         办到哪一步了，在这里看：\n\nhttps://xinju.example/p/4H7K\n\n-- \n新居自动发出，回信没有人看。\n新居的人不会向您要登录码。\n"
    );
}

#[test]
fn a_letter_waits_in_a_job_as_json_and_comes_back_the_same() {
    for letter in every_letter() {
        let json = serde_json::to_string(&letter).unwrap();
        assert_eq!(serde_json::from_str::<Letter>(&json).unwrap(), letter, "{json}");
    }
    assert!(serde_json::from_str::<Letter>(r#"{"locale":"fr","kind":"notice-completed","office":"x"}"#).is_err());
}

#[test]
fn debug_shows_the_occasion_and_no_code_or_link() {
    let kind = Kind::SignInCode { code: "012345".into(), minutes: 10, host: "xinju.example".into() };
    assert_eq!(format!("{:?}", Letter::new(Locale::En, kind)), "Letter(code, en)");
}

#[test]
fn a_subject_stays_one_line_whatever_an_office_is_called() {
    let kind = Kind::StaffInvitation { office: "石桥\r\nBcc: all@evil.example".into(), link: LINK.into(), hours: 1 };
    assert_eq!(Letter::new(Locale::ZhHans, kind).subject(), "石桥 Bcc: all@evil.example请您加入新居");
}
