use super::*;

fn region(code: &str) -> RegionCode {
    RegionCode::parse(code).expect("a region code")
}

#[test]
fn every_line_is_a_region_in_order_under_a_known_parent() {
    for text in [body(REAL), body(DEMO)] {
        let all: Vec<Entry> = entries(text).collect();
        assert_eq!(all.len(), text.lines().count());
        assert!(all.windows(2).all(|two| two[0].code.as_str() < two[1].code.as_str()));
        for entry in &all {
            assert_eq!(name_of(entry.code), Some(entry.name));
            assert!(entry.code.parent().is_none_or(|parent| name_of(parent).is_some()), "{entry:?}");
        }
    }
}

#[test]
fn the_provinces_are_thirty_one_and_the_invented_one_is_last() {
    let names: Vec<&str> = provinces().map(|e| e.name).collect();
    assert_eq!(names.len(), 32);
    assert_eq!((names[0], names[10], names[31]), ("北京市", "浙江省", "演示省"));
}

#[test]
fn a_full_name_leaves_out_bookkeeping_and_repetition() {
    for (code, name) in [
        ("33", "浙江省"),
        ("330302", "浙江省温州市鹿城区"),
        ("110105", "北京市朝阳区"),
        ("500229", "重庆市城口县"),
        ("419001", "河南省济源市"),
        ("659001", "新疆维吾尔自治区石河子市"),
        ("441900", "广东省东莞市"),
        ("990123001", "演示省青禾市青禾县石桥镇"),
        ("990204002", "演示省望江市望江区新港街道"),
        ("330302001", "浙江省温州市鹿城区"),
    ] {
        assert_eq!(full_name(region(code)).as_deref(), Some(name));
    }
    assert_eq!(full_name(region("98")), None);
}

#[test]
fn unknown_codes_have_no_name() {
    for code in ["12345", "10"] {
        assert!(RegionCode::parse(code).is_err());
    }
    for code in ["98", "9999", "330399", "110105001", "990123999", "990123001001"] {
        assert_eq!(name_of(region(code)), None, "{code}");
    }
}

#[test]
fn a_county_is_found_in_one_grouped_list() {
    let zhejiang = counties_of(region("33"));
    assert_eq!(zhejiang[0].label, "杭州市");
    assert!(zhejiang.iter().any(|g| g.label == "温州市" && g.counties.iter().any(|c| c.name == "鹿城区")));

    let chongqing = counties_of(region("50"));
    assert_eq!(chongqing.len(), 1);
    assert_eq!(chongqing[0].label, "重庆市");

    let demo = counties_of(region("99"));
    let labels: Vec<&str> = demo.iter().map(|g| g.label).collect();
    assert_eq!(labels, ["青禾市", "望江市"]);
}

#[test]
fn every_county_can_be_chosen_by_way_of_its_province() {
    let chosen: usize = provinces().flat_map(|p| counties_of(p.code)).map(|g| g.counties.len()).sum();
    let known = entries(body(REAL)).chain(entries(body(DEMO)));
    assert_eq!(chosen, known.filter(|e| e.code.level() == Level::County).count());
    assert!(chosen > 2_900);
}

#[test]
fn only_the_narrowest_known_region_is_a_place() {
    for (code, narrowest) in
        [("33", false), ("3303", false), ("330302", true), ("990123", false), ("990123001", true), ("990123999", false)]
    {
        assert_eq!(is_narrowest(region(code)), narrowest, "{code}");
    }
}

#[test]
fn the_townships_of_the_demonstration_follow_its_county() {
    let names: Vec<&str> = children_of(region("990123")).map(|e| e.name).collect();
    assert_eq!(names[..2], ["石桥镇", "柳湾乡"]);
    assert_eq!(children_of(region("330302")).count(), 0);
}
