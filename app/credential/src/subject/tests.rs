use super::*;

fn everything() -> Subject {
    Subject {
        profile: Profile::Full,
        number: "H26330424000017".into(),
        name: "王小安".into(),
        masked_id: masked("11010519491231002X"),
        valid_until: 20_291_231,
        sex: Some(2),
        born: Some(19_491_231),
        marital: Some(20),
        children: Some((1, 1)),
        home_office: Some("海盐县百步镇".into()),
        id_number: Some("11010519491231002X".into()),
        spouse: Some("李如意".into()),
    }
}

fn keys(profile: Profile) -> Vec<i64> {
    Subject::for_profile(profile, &everything()).claims().into_iter().map(|(key, _)| key).collect()
}

#[test]
fn each_profile_shows_its_claims_and_no_more() {
    assert_eq!(keys(Profile::Minimum), (0..=4).collect::<Vec<_>>());
    assert_eq!(keys(Profile::Registration), (0..=9).collect::<Vec<_>>());
    assert_eq!(keys(Profile::Full), (0..=11).collect::<Vec<_>>());
}

#[test]
fn an_id_number_shows_its_first_and_last_character() {
    assert_eq!(masked("11010519491231002X"), "1****************X");
    assert_eq!(masked("").len(), 18);
    assert_eq!(masked("7").len(), 18);
}

#[test]
fn names_that_fit_are_left_alone() {
    let mut record = everything();
    record.name = "阿".repeat(12);
    record.spouse = Some("依".repeat(6));
    let shown = Subject::for_profile(Profile::Full, &record);
    assert_eq!((shown.name, shown.spouse), (record.name, record.spouse));
}

#[test]
fn long_names_are_cut_to_54_bytes_together() {
    for (name, spouse, expected) in
        [(30, 3, (45, 9)), (3, 30, (9, 45)), (30, 30, (27, 27)), (18, 1, (51, 3)), (9, 10, (27, 27))]
    {
        let mut record = everything();
        record.name = "名".repeat(name);
        record.spouse = Some("偶".repeat(spouse));
        let shown = Subject::for_profile(Profile::Full, &record);
        let spouse = shown.spouse.expect("full shows the spouse");
        assert_eq!((shown.name.len(), spouse.len()), expected);
        assert!(shown.name.ends_with('…') || spouse.ends_with('…'));
    }
    let mut record = everything();
    record.name = "é".repeat(40);
    let shown = Subject::for_profile(Profile::Minimum, &record).name;
    assert_eq!(shown.len(), 53, "25 characters of two bytes and the three of the ellipsis");
}

#[test]
fn a_long_office_is_cut_to_60_bytes() {
    let mut record = everything();
    record.home_office = Some("县".repeat(20));
    assert_eq!(Subject::for_profile(Profile::Full, &record).home_office, record.home_office);
    record.home_office = Some("县".repeat(21));
    assert_eq!(Subject::for_profile(Profile::Full, &record).home_office, Some(format!("{}…", "县".repeat(19))));
}

#[test]
fn names_are_brought_to_nfc() {
    let mut record = everything();
    record.name = "Ge\u{301}rard ".into();
    assert_eq!(Subject::for_profile(Profile::Minimum, &record).name, "Gérard");
}

#[test]
fn claims_come_back_for_each_profile() {
    for profile in Profile::ALL {
        let subject = Subject::for_profile(profile, &everything());
        assert_eq!(Subject::from_claims(&subject.claims()), Some(subject));
    }
}

#[test]
fn claims_that_do_not_fit_the_profile_give_no_subject() {
    for profile in Profile::ALL {
        let claims = Subject::for_profile(profile, &everything()).claims();
        for index in 0..claims.len() {
            let mut fewer = claims.clone();
            let (key, _) = fewer.remove(index);
            assert_eq!(Subject::from_claims(&fewer).is_some(), key == SPOUSE, "{profile:?} without claim {key}");
        }
        for (key, claim) in everything().claims().into_iter().skip(claims.len()) {
            let mut more = claims.clone();
            more.push((key, claim));
            let allowed = profile == Profile::Full && key == SPOUSE;
            assert_eq!(Subject::from_claims(&more).is_some(), allowed, "{profile:?} with claim {key}");
        }
    }
}

#[test]
fn codes_that_the_standards_do_not_know_are_read_as_unknown() {
    let mut claims = everything().claims();
    for (key, code) in [(SEX, 300), (MARITAL, -1)] {
        let at = claims.iter().position(|(name, _)| *name == key).expect("full holds it");
        claims[at].1 = Claim::Number(code);
    }
    let subject = Subject::from_claims(&claims).expect("values bind the issuer alone");
    assert_eq!((subject.sex, subject.marital), (Some(0), Some(90)));
}
