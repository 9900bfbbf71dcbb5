use super::*;

fn day(text: &str) -> Day {
    text.parse().expect("a date")
}

#[test]
fn a_certificate_lives_three_years_less_a_day() {
    for (first, last) in [
        ("2026-11-24", "2029-11-23"),
        ("2026-01-01", "2028-12-31"),
        ("2028-02-29", "2031-02-27"),
        ("2025-03-01", "2028-02-29"),
    ] {
        assert_eq!(valid_until(day(first)), day(last), "{first}");
    }
}

#[test]
fn the_last_day_is_still_valid() {
    let last = day("2029-11-23");
    assert_eq!(State::Active.on(last, last), State::Active);
    assert_eq!(State::Active.on(last, day("2029-11-24")), State::Expired);
    assert_eq!(State::Revoked.on(last, day("2029-11-24")), State::Revoked);
    assert_eq!(State::Renewed.on(last, day("2029-11-24")), State::Renewed);
}

#[test]
fn only_the_changes_of_the_table_can_be_made() {
    use Change as C;
    use State as S;
    for (state, change, after) in [
        (S::Active, C::Renew, Some(S::Renewed)),
        (S::Active, C::Correct, Some(S::Renewed)),
        (S::Active, C::Revoke, Some(S::Revoked)),
        (S::Expired, C::Renew, Some(S::Renewed)),
        (S::Expired, C::Correct, None),
        (S::Expired, C::Revoke, None),
        (S::Renewed, C::Renew, None),
        (S::Renewed, C::Correct, None),
        (S::Renewed, C::Revoke, None),
        (S::Revoked, C::Renew, None),
        (S::Revoked, C::Correct, None),
        (S::Revoked, C::Revoke, None),
    ] {
        assert_eq!(state.after(change), after, "{state} {change}");
    }
}

#[test]
fn renewal_opens_ninety_days_before_the_end() {
    let last = day("2029-11-23");
    for (today, state, open) in [
        ("2029-08-24", State::Active, false),
        ("2029-08-25", State::Active, true),
        ("2029-11-23", State::Active, true),
        ("2031-01-01", State::Active, true),
        ("2029-11-23", State::Revoked, false),
        ("2029-11-23", State::Renewed, false),
    ] {
        assert_eq!(may_renew(state, last, day(today)), open, "{today} {state}");
    }
}

#[test]
fn a_typed_number_is_answered_with_one_of_four_words() {
    assert_eq!(State::Active.answer(false), NumberAnswer::Active);
    assert_eq!(State::Active.answer(true), NumberAnswer::Suspended);
    assert_eq!(State::Expired.answer(true), NumberAnswer::Expired);
    assert_eq!(State::Revoked.answer(true), NumberAnswer::Revoked);
}

#[test]
fn a_revocation_needs_words() {
    let words = "本人申请注销";
    assert_eq!(Revocation::new(RevocationReason::OwnWish, words).map(|r| r.words).as_deref(), Ok(words));
    assert_eq!(Revocation::new(RevocationReason::Died, ""), Err(WordingFault::Empty));
}
