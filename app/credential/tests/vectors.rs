//! The cases that another implementation made: each text must get its verdict.

use std::fs;
use std::path::Path;

use serde_json::Value;
use xinju_credential::qr;
use xinju_credential::verify::{Question, Trust, judge};

fn vector(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors").join(name)).expect("the vectors lie in the crate")
}

fn cases() -> Value {
    serde_json::from_slice(&vector("cases.json")).expect("cases.json is JSON")
}

fn trust(status: &str) -> Trust {
    let lists = if status == "none" { vec![] } else { vec![vector(&format!("status-{status}.cbor"))] };
    Trust::new(&vector("keys.cbor"), lists).expect("the vectors' documents are well formed")
}

#[test]
fn every_case_gets_its_verdict() {
    let cases = cases();
    let cases = cases["cases"].as_array().expect("a list of cases");
    assert_eq!(cases.len(), 58);
    for case in cases {
        let text = |key: &str| case[key].as_str().expect("text in a case");
        let challenge = case["cnonce"].as_str().map(|nonce| {
            let bytes = hex::decode(nonce).expect("hex in a case");
            bytes.try_into().expect("16 bytes")
        });
        let question = Question { now: case["now"].as_i64().expect("a time"), aud: text("aud"), challenge };
        let judgement = judge(text("qr"), &trust(text("status")), &question);
        let name = text("name");
        assert_eq!(judgement.verdict.as_str(), text("verdict"), "{name}");
        assert_eq!(judgement.profile.map(u64::from), case["profile"].as_u64(), "{name}");
        if let Some(unknown) = case["status_unknown"].as_bool() {
            assert_eq!(judgement.status_unknown, unknown, "{name}");
        }
        assert_json_says_the_same(&judgement.to_json(), case);
    }
}

fn assert_json_says_the_same(json: &str, case: &Value) {
    let json: Value = serde_json::from_str(json).expect("to_json writes JSON");
    assert_eq!(json["verdict"], case["verdict"]);
    assert_eq!(json["profile"], case["profile"]);
    assert_eq!(json["claims"].is_object(), case["profile"].is_u64());
    assert!(json["status_unknown"].is_boolean());
    assert_eq!(json.as_object().map(serde_json::Map::len), Some(5));
}

#[test]
fn the_json_holds_the_subject_map_by_its_integer_keys() {
    let cases = cases();
    let case = &cases["cases"][2];
    let question = Question { now: 1_800_000_000, aud: "xinju.example", challenge: None };
    let judgement = judge(case["qr"].as_str().expect("text"), &trust("fresh"), &question);
    assert_eq!(
        judgement.to_json(),
        concat!(
            r#"{"verdict":"valid","profile":3,"claims":{"0":3,"1":"H26330424000017","2":"王小安","3":"1****************X","#,
            r#""4":20291231,"5":2,"6":19491231,"7":20,"8":[1,1],"9":"海盐县百步镇","10":"11010519491231002X","11":"李如意"},"#,
            r#""status_as_of":1799996400,"status_unknown":false}"#
        )
    );
    let refused = judge("nothing", &trust("fresh"), &question);
    let expected = r#"{"verdict":"malformed","profile":null,"claims":null,"status_as_of":null,"status_unknown":false}"#;
    assert_eq!(refused.to_json(), expected);
}

#[test]
fn a_text_is_the_only_text_of_its_presentation() {
    let cases = cases();
    let origin = cases["origin"].as_str().expect("an origin");
    for case in cases["cases"].as_array().expect("a list of cases") {
        let text = case["qr"].as_str().expect("text");
        if let Ok(bytes) = qr::presentation(text) {
            assert_eq!(qr::text(origin, &bytes), text);
        }
    }
}
