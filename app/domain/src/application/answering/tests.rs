use super::*;

fn today() -> Day {
    "2026-11-24".parse().expect("a date")
}

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn a_good_page_becomes_an_answer_and_a_filled_page_again() {
    let mut answers = Answers::default();
    for (question, posted) in [
        (Question::HomePlace, &[("place", "990123001")][..]),
        (Question::CurrentPlace, &[("place", "990204002")][..]),
        (Question::Name, &[("name", "阿依古丽·买买提")][..]),
        (Question::IdNumber, &[("id_number", "11010519491231002X")][..]),
        (Question::Marriage, &[("marital", "20")][..]),
        (Question::Spouse, &[("name", "王芳")][..]),
        (Question::Children, &[("sons", "1"), ("daughters", "0")][..]),
        (Question::Photo, &[][..]),
    ] {
        assert_eq!(answer(&mut answers, question, &fields(posted), today()), Ok(()), "{question}");
        let again: Vec<(&str, String)> = filled(&answers, question);
        let expected: Vec<(&str, String)> = posted.iter().map(|(n, v)| (*n, (*v).to_owned())).collect();
        assert_eq!(again, expected, "{question}");
    }
    assert!(answers.missing(&[crate::paper::PaperKind::Photo, crate::paper::PaperKind::IdCard]).is_empty());
}

#[test]
fn a_refused_page_says_where_and_changes_nothing() {
    for (question, posted, faults) in [
        (Question::HomePlace, &[][..], &[("place", "fault-place-empty")][..]),
        (Question::HomePlace, &[("place", "33")][..], &[("place", "fault-place-too-wide")][..]),
        (Question::HomePlace, &[("place", "990123")][..], &[("place", "fault-place-township-missing")][..]),
        (Question::CurrentPlace, &[("place", "990123999")][..], &[("place", "fault-place-unknown")][..]),
        (Question::CurrentPlace, &[("place", "here")][..], &[("place", "fault-place-unknown")][..]),
        (Question::Name, &[("name", "王芳1")][..], &[("name", "fault-name-digit")][..]),
        (Question::Spouse, &[("other", "王芳")][..], &[("name", "fault-name-empty")][..]),
        (Question::IdNumber, &[("id_number", "110105")][..], &[("id_number", "fault-id-number-too-short")][..]),
        (Question::Marriage, &[][..], &[("marital", "fault-choice-empty")][..]),
        (Question::Marriage, &[("marital", "99")][..], &[("marital", "fault-choice-unknown")][..]),
        (Question::Children, &[][..], &[("sons", "fault-children-empty"), ("daughters", "fault-children-empty")][..]),
        (
            Question::Children,
            &[("sons", "x"), ("daughters", "30")][..],
            &[("sons", "fault-children-not-a-number"), ("daughters", "fault-children-too-many")][..],
        ),
    ] {
        let mut answers = Answers::default();
        let expected: Vec<FieldFault> = faults.iter().map(|(f, k)| FieldFault::new(f, k)).collect();
        assert_eq!(answer(&mut answers, question, &fields(posted), today()), Err(expected), "{question}");
        assert_eq!(answers, Answers::default());
    }
}

#[test]
fn who_is_no_longer_married_has_no_spouse_in_the_answers() {
    let mut answers = Answers { spouse: PersonName::parse("王芳").ok(), ..Answers::default() };
    let divorced = fields(&[("marital", "40")]);
    assert_eq!(answer(&mut answers, Question::Marriage, &divorced, today()), Ok(()));
    assert_eq!(answers.spouse, None);
}

#[test]
fn one_empty_number_of_children_is_none() {
    let mut answers = Answers::default();
    let posted = fields(&[("sons", ""), ("daughters", "2")]);
    assert_eq!(answer(&mut answers, Question::Children, &posted, today()), Ok(()));
    assert_eq!(answers.children, Children::new(0, 2));
}
