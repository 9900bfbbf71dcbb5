use super::*;
use crate::staff::Role;

#[test]
fn only_the_moves_of_the_table_can_be_made() {
    use Move as M;
    use State as S;
    let table = [
        (S::Draft, M::Submit, S::Submitted),
        (S::Draft, M::Withdraw, S::Withdrawn),
        (S::Submitted, M::AskMore, S::MoreAsked),
        (S::Submitted, M::Issue, S::Issued),
        (S::Submitted, M::Refuse, S::Refused),
        (S::Submitted, M::Withdraw, S::Withdrawn),
        (S::Submitted, M::PassOn, S::Submitted),
        (S::MoreAsked, M::Answer, S::Submitted),
        (S::MoreAsked, M::Issue, S::Issued),
        (S::MoreAsked, M::Withdraw, S::Withdrawn),
        (S::MoreAsked, M::PassOn, S::MoreAsked),
        (S::Refused, M::LookAgain, S::Submitted),
    ];
    for state in State::ALL {
        for made in Move::ALL {
            let expected = table.iter().find(|(from, by, _)| from == state && by == made).map(|(_, _, to)| *to);
            assert_eq!(state.after(*made, false), expected, "{state} {made}");
            let again = expected.filter(|_| *made != Move::LookAgain);
            assert_eq!(state.after(*made, true), again, "{state} {made}, looked at again before");
        }
    }
}

#[test]
fn nothing_leads_out_of_a_decision_but_a_second_look() {
    for state in [State::Issued, State::Withdrawn] {
        assert!(Move::ALL.iter().all(|made| state.after(*made, false).is_none()));
    }
    assert!(Move::ALL.iter().all(|made| State::Refused.after(*made, true).is_none()));
}

#[test]
fn every_move_of_an_office_needs_a_right_that_issuing_officers_have() {
    for made in Move::ALL {
        match made.by() {
            Mover::Resident => {}
            Mover::Officer(right) => assert!(Role::Issuing.rights().contains(&right), "{made}"),
        }
    }
    assert_eq!(Move::Withdraw.by(), Mover::Resident);
}

#[test]
fn who_refused_does_not_judge_again() {
    assert!(may_judge(&1, None));
    assert!(may_judge(&1, Some(&2)));
    assert!(!may_judge(&1, Some(&1)));
}

#[test]
fn a_request_for_more_says_what_and_reopens_something() {
    let text = "请补一张照片，脸要看得清楚";
    let request = MoreRequest::new(text, &[Question::Photo, Question::Marriage, Question::Photo]);
    let request = request.expect("a good request");
    assert_eq!(request.reopened(), [Question::Marriage, Question::Photo]);
    assert!(request.reopens(Question::Spouse));
    assert!(!request.reopens(Question::Name));
    assert_eq!(MoreRequest::new(text, &[]), Err(MoreRequestFault::NothingReopened));
    let short = MoreRequest::new("补", &[Question::Photo]);
    assert_eq!(short, Err(MoreRequestFault::Text(WordingFault::TooShort)));
}

#[test]
fn a_reason_is_stored_as_its_text() {
    let reason = RefusalReason::parse("户籍不在本镇，请向柳湾乡申请").expect("a good reason");
    let json = serde_json::to_string(&reason).expect("json");
    assert_eq!(serde_json::from_str::<RefusalReason>(&json).ok(), Some(reason));
}
