//! Rules about the source itself that no compiler holds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use xinju_app::Module;

const LOCALES: [&str; 3] = ["zh-Hans", "zh-Hant", "en"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the repository")
}

/// All files below a folder with this ending, by their path from the root.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            if path.is_dir()
                && !matches!(name.as_str(), "node_modules" | "target" | "tools" | "data" | "results")
                && !name.starts_with('.')
            {
                folders.push(path);
            } else if name.ends_with(ending) {
                let shown = path.strip_prefix(root()).expect("below the root").display().to_string();
                found.push((shown, std::fs::read_to_string(&path).expect("a text")));
            }
        }
    }
    found.sort();
    found
}

/// Rust files that run for people: no tests, and nothing after the `#[cfg(test)]` of a file.
fn product_code(folders: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in folders {
        for (path, text) in files(folder, ".rs") {
            let is_test = path.contains("/tests")
                || path.ends_with("tests.rs")
                || path.ends_with("trial.rs")
                || path.ends_with("house.rs")
                || path.contains("testkit");
            if !is_test {
                let code = text.split("\nmod tests {").next().unwrap_or_default();
                found.push((path, code.to_owned()));
            }
        }
    }
    found
}

const ALL_CODE: [&str; 2] = ["app", "server"];

/// The string literals of a Rust file, comments left out; and the rest of the code with the literals taken out.
fn literals(code: &str) -> (Vec<String>, String) {
    let mut found = Vec::new();
    let mut rest = String::new();
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '/' if letters.peek() == Some(&'/') => {
                for letter in letters.by_ref() {
                    if letter == '\n' {
                        break;
                    }
                }
                rest.push('\n');
            }
            '\'' => {
                // A quotation mark as a character does not open a string.
                rest.push('\'');
                if letters.peek() == Some(&'"') {
                    letters.next();
                }
            }
            '"' => {
                let mut literal = String::new();
                while let Some(letter) = letters.next() {
                    match letter {
                        '\\' => {
                            literal.push('\\');
                            literal.extend(letters.next());
                        }
                        '"' => break,
                        _ => literal.push(letter),
                    }
                }
                found.push(literal);
                rest.push_str("\"\"");
            }
            _ => rest.push(letter),
        }
    }
    (found, rest)
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// key → the names of what is filled in.
type Texts = BTreeMap<String, BTreeSet<String>>;

fn texts(locale: &str) -> BTreeMap<String, Texts> {
    let folder = format!("app/text/locales/{locale}");
    let mut files_of_locale = BTreeMap::new();
    for (path, content) in files(&folder, ".ftl") {
        let mut texts = Texts::new();
        let mut current = String::new();
        for line in content.lines().filter(|line| !line.starts_with('#')) {
            let begins = line.starts_with(|letter: char| letter.is_ascii_alphabetic());
            if let Some((key, _)) = line.split_once('=').filter(|_| begins) {
                current = key.trim().to_owned();
                assert!(texts.insert(current.clone(), BTreeSet::new()).is_none(), "{path}: {current} twice");
            }
            assert!(!begins || line.contains('='), "{path}: no text in `{line}`");
            let names = line.split('$').skip(1).map(|rest| {
                rest.chars()
                    .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_' || *letter == '-')
                    .collect::<String>()
            });
            if let Some(values) = texts.get_mut(&current) {
                values.extend(names);
            }
        }
        files_of_locale.insert(path.rsplit('/').next().unwrap_or_default().to_owned(), texts);
    }
    files_of_locale
}

#[test]
fn every_text_is_there_in_every_language_with_the_same_values() {
    let [first, others @ ..] = LOCALES;
    let expected = texts(first);
    let mut faults = Vec::new();
    for locale in others {
        let found = texts(locale);
        let names: BTreeSet<&String> = expected.keys().chain(found.keys()).collect();
        for name in names {
            let (one, two) =
                (expected.get(name).cloned().unwrap_or_default(), found.get(name).cloned().unwrap_or_default());
            let keys: BTreeSet<&String> = one.keys().chain(two.keys()).collect();
            for key in keys.into_iter().filter(|key| one.get(*key) != two.get(*key)) {
                faults.push(format!("{locale}/{name}: {key}: {:?} and {:?}", one.get(key), two.get(key)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_key_stands_in_one_file_alone() {
    let mut home = BTreeMap::new();
    for (file, texts) in texts("zh-Hans") {
        for key in texts.into_keys() {
            if let Some(other) = home.insert(key.clone(), file.clone()) {
                panic!("{key} in {other} and {file}");
            }
        }
    }
}

/// Whether a key fits a pattern such as `stop-{code}-title`.
fn fits(key: &str, pattern: &str) -> bool {
    let mut fixed = pattern.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
    let Some(mut rest) = fixed.next().and_then(|first| key.strip_prefix(first)) else { return false };
    let parts: Vec<&str> = fixed.collect();
    for (number, part) in parts.iter().enumerate() {
        let is_last = number + 1 == parts.len();
        if is_last && part.is_empty() {
            return !rest.is_empty();
        }
        let Some(at) = (if is_last { rest.strip_suffix(part).map(str::len) } else { rest.find(part) }) else {
            return false;
        };
        if at == 0 {
            return false;
        }
        rest = &rest[at + part.len()..];
    }
    rest.is_empty()
}

#[test]
fn every_text_is_asked_for_and_every_text_that_is_asked_for_is_there() {
    let keys: BTreeSet<String> = texts("zh-Hans").into_values().flat_map(Texts::into_keys).collect();
    let mut said = BTreeSet::new();
    let mut patterns = BTreeSet::new();
    // What is put behind a key that stands somewhere else in full: `{key}-words`.
    let mut endings = BTreeSet::new();
    let mut faults = Vec::new();
    for (path, code) in product_code(&ALL_CODE) {
        let code: String =
            code.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect();
        let (found, _) = literals(&code);
        for literal in found {
            let is_pattern = literal.contains('{') && !literal.starts_with('{') && literal.contains('-');
            if let Some((_, ending)) =
                literal.split_once('}').filter(|(name, _)| literal.starts_with('{') && !name.contains(' '))
            {
                endings.insert(ending.to_owned());
            }
            if is_pattern && !literal.contains([' ', '/']) {
                patterns.insert(literal);
            } else {
                said.insert(literal);
            }
        }
        for asked in code
            .match_indices("t!(")
            .filter(|(at, _)| !code[..*at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_'))
        {
            let asked = &code[asked.0 + 3..];
            let key = asked.split_once(',').and_then(|(_, rest)| rest.trim_start().strip_prefix('"')?.split_once('"'));
            if let Some((key, _)) = key.filter(|(key, _)| !key.is_empty() && !keys.contains(*key)) {
                faults.push(format!("{path}: nobody wrote {key}"));
            }
        }
    }
    for key in &keys {
        let is_ended =
            endings.iter().any(|ending| key.strip_suffix(ending.as_str()).is_some_and(|key| said.contains(key)));
        if !is_ended && !said.contains(key) && !patterns.iter().any(|pattern| fits(key, pattern)) {
            faults.push(format!("nobody asks for {key}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_island_says_what_its_page_gives_it_and_nothing_is_given_in_vain() {
    let keys: BTreeSet<String> = texts("zh-Hans").into_values().flat_map(Texts::into_keys).collect();
    let known =
        |code: &str| literals(code).0.into_iter().filter(|literal| keys.contains(literal)).collect::<BTreeSet<_>>();
    let (mut given, mut said) = (BTreeSet::new(), BTreeSet::new());
    for (_, code) in product_code(&["app/src"]) {
        // Pages give lists of keys; what is compiled for the browser can name neither the catalogue nor requests.
        let lists = code.split(": &[&str] = &[").skip(1).filter_map(|rest| rest.split_once("];"));
        given.extend(lists.flat_map(|(list, _)| known(list)));
        if !code.contains("xinju_text") && !code.contains("axum") {
            said.extend(known(&code));
        }
    }
    let apart: Vec<&String> = given.symmetric_difference(&said).collect();
    assert!(apart.is_empty(), "given or said, and not both: {apart:?}");
}

#[test]
fn words_for_people_stand_in_the_catalogue_alone() {
    // The own names of other people's apps are the same in every language of ours.
    let names = ["app/src/sign_in/browser.rs"];
    let mut faults = Vec::new();
    let code = product_code(&["app/src", "app/reader", "server"]);
    for (path, code) in code.into_iter().filter(|(path, _)| !names.contains(&path.as_str())) {
        let (found, rest) = literals(&code);
        for words in found.iter().map(String::as_str).chain(rest.lines()) {
            if words.chars().any(is_han) {
                faults.push(format!("{path}: {}", words.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_invites_injection_is_nowhere() {
    // Both escape what they insert as one piece, and say why.
    let may_insert = ["app/src/ui/text_area.rs", "app/src/frame/document.rs"];
    let mut faults = Vec::new();
    for (path, code) in product_code(&ALL_CODE) {
        for (word, why) in [
            ("<textarea", "ui::text_area escapes its content"),
            ("inner_html", "nothing is inserted unescaped"),
            ("ServerFnError", "handlers are plain"),
            (" style=\"", "the policy forbids inline style"),
            ("onclick=", "the policy forbids inline handlers"),
            ("todo!(", "finish it"),
            ("unimplemented!(", "finish it"),
        ] {
            let is_allowed = (word == "<textarea" && path == may_insert[0])
                || (word == "inner_html" && may_insert.contains(&path.as_str()));
            if code.contains(word) && !is_allowed {
                faults.push(format!("{path}: {word}: {why}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_island_is_in_one_module() {
    let mut islands = BTreeSet::new();
    for (path, code) in product_code(&["app/src"]) {
        for island in code.split("#[island]").skip(1) {
            let name = island.split_once("fn ").map(|(_, rest)| {
                rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect::<String>()
            });
            islands.insert(name.unwrap_or_else(|| panic!("{path}: an island without a name")));
        }
    }
    let listed: Vec<String> =
        Module::ALL.iter().flat_map(|module| module.islands()).map(|name| (*name).to_owned()).collect();
    assert_eq!(islands, listed.iter().cloned().collect());
    assert_eq!(islands.len(), listed.len(), "an island is in two modules");
}

#[test]
fn a_room_that_shows_an_island_loads_its_module() {
    let mut faults = Vec::new();
    let code = product_code(&["app/src"]);
    let room = |path: &str| path.split('/').nth(2).map(str::to_owned);
    for module in Module::ALL {
        let names = format!("Module::{module:?}");
        for island in module.islands() {
            for (path, _) in code
                .iter()
                .filter(|(_, code)| code.contains(&format!("<{island} ")) || code.contains(&format!("<{island}\n")))
            {
                let is_loaded = code.iter().any(|(other, code)| room(other) == room(path) && code.contains(&names));
                if !is_loaded {
                    faults.push(format!("{path}: {island} without {names}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn files_are_of_a_size_that_can_be_read_and_rooms_tell_their_story() {
    let mut faults = Vec::new();
    for folder in ALL_CODE {
        for (path, text) in files(folder, ".rs") {
            let lines = text.lines().count();
            if lines > 400 {
                faults.push(format!("{path}: {lines} lines"));
            }
            let is_room = path.ends_with("/mod.rs") || path.ends_with("/lib.rs") || path.ends_with("/main.rs");
            if is_room && !text.starts_with("//!") {
                faults.push(format!("{path}: does not tell what lives here"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_source_speaks_of_the_product_alone() {
    let places = [format!("/{}/", "work"), format!("/tmp/{}", "plan"), format!("TO{}", "DO"), format!("FIX{}", "ME")];
    let mut faults = Vec::new();
    for ending in [".rs", ".sql", ".ftl", ".css", ".mjs", ".js", ".ts", ".sh", ".md", ".toml"] {
        for (path, text) in files(".", ending) {
            for place in &places {
                if text.contains(place) {
                    faults.push(format!("{path}: {place}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
