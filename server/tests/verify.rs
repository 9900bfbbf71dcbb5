//! `server verify` with nothing but files gives each case of the vectors its verdict.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/credential/vectors")
}

fn verify(arguments: &[String]) -> Output {
    let command = Command::new(env!("CARGO_BIN_EXE_server")).arg("verify").args(arguments).env_clear().output();
    command.expect("the program")
}

fn arguments(case: &Value) -> Vec<String> {
    let text = |name: &str| case[name].as_str().map(str::to_owned);
    let file = |name: &str| vectors().join(name).display().to_string();
    let mut arguments = vec![text("qr").expect("a text"), "--keys".to_owned(), file("keys.cbor")];
    arguments.extend(["--now".to_owned(), case["now"].to_string(), "--aud".to_owned(), text("aud").expect("a host")]);
    if let Some(nonce) = text("cnonce") {
        arguments.extend(["--cnonce".to_owned(), nonce]);
    }
    match text("status").as_deref() {
        None | Some("none") => arguments.push("--no-status".to_owned()),
        Some(status) => arguments.extend(["--status".to_owned(), file(&format!("status-{status}.cbor"))]),
    }
    arguments
}

#[test]
fn every_case_of_the_vectors_gets_its_verdict_and_its_exit_code() {
    let cases = std::fs::read_to_string(vectors().join("cases.json")).expect("the cases");
    let cases: Value = serde_json::from_str(&cases).expect("JSON");
    let cases = cases["cases"].as_array().expect("a list");
    assert!(cases.len() >= 58);
    for case in cases {
        let name = &case["name"];
        let done = verify(&arguments(case));
        let said: Value = serde_json::from_slice(&done.stdout).unwrap_or_else(|_| panic!("{name}: {done:?}"));
        assert_eq!(said["verdict"], case["verdict"], "{name}");
        if !case["profile"].is_null() {
            assert_eq!(said["profile"], case["profile"], "{name}");
        }
        if !case["status_unknown"].is_null() {
            assert_eq!(said["status_unknown"], case["status_unknown"], "{name}");
        }
        let is_accepted = case["verdict"] == "valid" || case["verdict"] == "paper";
        assert_eq!(done.status.code(), Some(i32::from(!is_accepted)), "{name}");
    }
}

#[test]
fn a_file_that_is_none_of_ours_is_an_error_and_not_a_verdict() {
    let cases = std::fs::read_to_string(vectors().join("cases.json")).expect("the cases");
    let cases: Value = serde_json::from_str(&cases).expect("JSON");
    let mut wrong = arguments(&cases["cases"][0]);
    let keys = wrong.iter().position(|word| word == "--keys").expect("the flag") + 1;
    wrong[keys] = vectors().join("cases.json").display().to_string();
    let done = verify(&wrong);
    assert_eq!((done.status.code(), done.stdout.as_slice()), (Some(2), b"".as_slice()));
    wrong[keys] = "/nowhere".to_owned();
    assert_eq!(verify(&wrong).status.code(), Some(2));
}
