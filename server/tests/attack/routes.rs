//! The addresses of all rooms, as their own code declares them: what stands in a `.route("…", …)`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Method and path.
pub type Address = (&'static str, String);

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the repository")
}

/// All Rust files below a folder, by their path from the root.
pub fn sources(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let shown = path.strip_prefix(root()).expect("below the root").display().to_string();
                found.push((shown, std::fs::read_to_string(&path).expect("a text")));
            }
        }
    }
    found.sort();
    found
}

/// Every address of every room. Ways of declaring one that this cannot read fail.
pub fn declared() -> BTreeSet<Address> {
    let mut found = BTreeSet::new();
    for (path, code) in sources("app/src") {
        for foreign in [".route_service(", ".nest(", ".nest_service(", "routing::any", "MethodRouter"] {
            assert!(!code.contains(foreign), "{path}: {foreign} declares addresses that this test does not see");
        }
        for declaration in code.split(".route(").skip(1) {
            let declaration = declaration.trim_start();
            let literal = declaration.strip_prefix('"').and_then(|rest| rest.split_once('"'));
            let (address, rest) = literal.unwrap_or_else(|| unreachable!("{path}: an address that is no literal"));
            let handlers = balanced(rest);
            let methods = [("GET", "get("), ("POST", "post(")];
            let methods: Vec<_> = methods.iter().filter(|(_, word)| handlers.contains(word)).collect();
            assert!(!methods.is_empty() && !handlers.contains("delete("), "{path}: {address}: {handlers}");
            for (method, _) in methods {
                found.insert((*method, address.to_owned()));
            }
        }
    }
    assert!(found.len() > 100, "only {}", found.len());
    found
}

/// Up to the bracket that closes the declaration.
fn balanced(text: &str) -> &str {
    let mut depth = 1;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[..at];
        }
    }
    text
}
