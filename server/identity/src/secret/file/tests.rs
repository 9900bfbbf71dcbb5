use std::os::unix::fs::PermissionsExt as _;

use uuid::Uuid;

use super::*;
use crate::{Place, Unreadable};

const PLACE: Place = Place { table: "person", column: "id_number", row: Uuid::nil() };

#[test]
fn the_first_start_makes_a_file_for_its_owner_alone_and_the_second_reads_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys").join("secret");
    let first = Secrets::load_or_create(&path).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, 0o600);
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "no draft is left behind");

    let sealed = first.seal(&PLACE, b"secret");
    let second = Secrets::load_or_create(&path).unwrap();
    assert_eq!(second.open(&PLACE, &sealed).unwrap(), b"secret");
    assert_eq!(second.index_key(), first.index_key());
}

#[test]
fn two_starts_at_once_end_with_the_same_keys() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret");
    let ids: Vec<KeyId> = std::thread::scope(|scope| {
        let start = || Secrets::load_or_create(&path).unwrap().active_key();
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(start)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
}

#[test]
fn a_file_that_others_can_read_is_refused_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret");
    Secrets::load_or_create(&path).unwrap();
    for mode in [0o644, 0o640, 0o604, 0o660] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let refusal = Secrets::load_or_create(&path).unwrap_err();
        assert!(matches!(refusal, SecretError::LoosePermissions { mode: found, .. } if found == mode));
        assert!(refusal.to_string().contains("chmod 600"), "{refusal}");
    }
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    assert!(Secrets::load_or_create(&path).is_ok());
}

#[test]
fn a_missing_file_is_not_made_where_it_must_exist() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret");
    assert!(matches!(Secrets::load(&path), Err(SecretError::Io { .. })));
    assert!(!path.exists());
}

#[test]
fn a_damaged_file_is_told_by_line_and_never_shows_a_key() {
    let good = Secrets::generate().to_text().to_string();
    let lines: Vec<&str> = good.lines().collect();
    let (index, root, active) = (lines[3], lines[4], lines[5]);
    let key = root.split(' ').nth(2).unwrap();
    let mistyped = {
        let other = if root.ends_with('0') { '1' } else { '0' };
        format!("{}{other}", &root[..root.len() - 1])
    };
    let cases = [
        (String::new(), Fault::Version),
        (good.replace("secret 1", "secret 2"), Fault::Version),
        (format!("{FIRST_LINE}\n{root}\n{active}"), Fault::NoIndex),
        (format!("{FIRST_LINE}\n{index}\n{root}"), Fault::NoActive),
        (format!("{FIRST_LINE}\n{index}\n{root}\nactive 00000000"), Fault::NoActive),
        (format!("{FIRST_LINE}\n{index}\n{active}"), Fault::NoActive),
        (format!("{FIRST_LINE}\n{index}\n{mistyped}\n{active}"), Fault::Mistyped(3)),
        (format!("{FIRST_LINE}\n{index}\n{root}\n{root}\n{active}"), Fault::Twice(4)),
        (format!("{FIRST_LINE}\n{index}\n{index}\n{root}\n{active}"), Fault::Twice(3)),
        (format!("{FIRST_LINE}\n{index}\n{root}\n{active}\n{active}"), Fault::Twice(5)),
        (format!("{FIRST_LINE}\n{index}\nroot {key}\n{active}"), Fault::Line(3)),
        (format!("{FIRST_LINE}\n{index}\n{root}\n{active}\nsomething else"), Fault::Line(5)),
    ];
    for (text, fault) in cases {
        let found = Secrets::from_text(&text).unwrap_err();
        assert_eq!(found, fault, "{text}");
        assert!(!found.to_string().contains(key));
    }
}

#[test]
fn after_a_rotation_the_old_data_opens_and_the_index_stays() {
    let before = Secrets::generate();
    let sealed = before.seal(&PLACE, b"old");
    let added = RootKey::generate();
    let text = before.to_text().replace(
        &format!("active {}", before.active_key()),
        &format!("root {} {}\nactive {}", added.id, hex::encode(added.key.as_slice()), added.id),
    );
    let after = Secrets::from_text(&text).unwrap();
    assert_eq!(after.open(&PLACE, &sealed).unwrap(), b"old");
    let sealed_anew = after.seal(&PLACE, b"new");
    assert_eq!(before.open(&PLACE, &sealed_anew), Err(Unreadable::Key(added.id)));
    assert_eq!(before.index(crate::Field::Mail, "wang@demo.test"), after.index(crate::Field::Mail, "wang@demo.test"));
}
