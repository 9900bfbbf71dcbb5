use proptest::prelude::*;

use super::*;

#[test]
fn names_are_kept_as_they_stand_on_the_card() {
    for (typed, kept) in [
        ("王芳", "王芳"),
        ("  王　芳 ", "王芳"),
        ("阿依古丽·买买提", "阿依古丽·买买提"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("阿依古丽 ‧ 买买提", "阿依古丽·买买提"),
        ("阿依古丽・买买提·", "阿依古丽·买买提"),
        ("𠮷田𬎆", "𠮷田𬎆"),
        ("王\u{E863}", "王\u{E863}"),
        ("李〇一", "李〇一"),
        ("葛\u{E0100}城", "葛\u{E0100}城"),
        ("Mary  Ann O’Neil-Smith", "Mary Ann O'Neil-Smith"),
        ("Ｍａｒｙ", "Mary"),
        ("Ayşegu\u{308}l", "Ayşegül"),
        ("ئايگۈل", "ئايگۈل"),
        ("John Q. Public", "John Q. Public"),
    ] {
        assert_eq!(PersonName::parse(typed).map(String::from).as_deref(), Ok(kept), "{typed}");
    }
}

#[test]
fn what_no_name_holds_is_told_apart() {
    use NameFault as F;
    let long = "王".repeat(NAME_MAX + 1);
    for (typed, fault) in [
        ("", F::Empty),
        (" 　 ", F::Empty),
        ("·", F::Empty),
        ("-", F::Sign),
        ("王芳1", F::Digit),
        ("王芳１", F::Digit),
        ("王\u{202E}芳", F::Hidden),
        ("王\u{200B}芳", F::Hidden),
        ("王\n芳", F::Hidden),
        ("王\0芳", F::Hidden),
        ("<script>", F::Sign),
        ("王芳😀", F::Sign),
        ("王芳@", F::Sign),
        (&long, F::TooLong),
    ] {
        assert_eq!(PersonName::parse(typed).map(String::from), Err(fault), "{typed}");
    }
    assert!(PersonName::parse(&"王".repeat(NAME_MAX)).is_ok());
}

#[test]
fn a_search_finds_a_name_however_it_is_written() {
    for (name, search) in [
        ("阿依古丽·买买提", "阿依古丽买买提"),
        ("Mary Ann O'Neil", "mary annoneil"),
        ("Ayşegül", "aysegul"),
        ("王芳", "王 芳"),
        ("葛\u{E0100}城", "葛城"),
    ] {
        assert_eq!(PersonName::parse(name).map(|n| n.folded()), Ok(folded(search)), "{name}");
    }
}

proptest! {
    #[test]
    fn a_name_that_was_read_is_read_again_unchanged(text in "\\PC{0,60}") {
        if let Ok(name) = PersonName::parse(&text) {
            prop_assert_eq!(PersonName::parse(name.as_str()), Ok(name.clone()));
            prop_assert!(name.as_str().chars().count() <= NAME_MAX);
        }
    }
}
