//! A long walk with random requests: every address, every kind of body, bytes that mean nothing. None of it may be more
//! than refused. `XINJU_ATTACK_STEPS` makes it longer, `XINJU_ATTACK_SEED` repeats a walk.

use std::panic::AssertUnwindSafe;

use futures::FutureExt;

use crate::browser::{Content, encoded};
use crate::matrix::World;
use crate::routes;

/// Random numbers that can be drawn again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap_or_default()
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len())]
    }

    fn bytes(&mut self, most: usize) -> Vec<u8> {
        let count = self.roll(most + 1);
        (0..count).map(|_| u8::try_from(self.roll(256)).unwrap_or_default()).collect()
    }
}

const WORDS: [&str; 24] = [
    "",
    " ",
    "0",
    "-1",
    "1",
    "99999999999999999999",
    "9223372036854775808",
    "NaN",
    "true",
    "null",
    "[]",
    "{}",
    "yes",
    "\u{0}",
    "𠮷野家𪚥",
    "阿·Ö·ü",
    "\u{202E}abc\u{200B}",
    "e\u{301}\u{301}\u{301}\u{301}",
    "２０２６",
    "1992-02-30",
    "99012319920816038X",
    "00000000-0000-0000-0000-000000000000",
    "../../etc/passwd",
    "%",
];

fn setting(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

fn word(dice: &mut Dice, world: &World) -> String {
    match dice.roll(8) {
        0 => String::from_utf8_lossy(&dice.bytes(60)).into_owned(),
        1 => dice.pick(&WORDS).repeat(1 + dice.roll(2000)),
        2 | 3 => {
            let (name, ..) = dice.pick(&world.objects);
            world.fill(name, dice.roll(2) == 0)
        }
        _ => (*dice.pick(&WORDS)).to_owned(),
    }
}

/// A path may be no longer than an address line.
fn path(dice: &mut Dice, world: &World, route: &str) -> String {
    let part = |part: &str, dice: &mut Dice| match part.strip_prefix('{') {
        Some(_) => encoded(&word(dice, world).chars().take(200).collect::<String>()),
        None => part.to_owned(),
    };
    let mut path = route.split('/').map(|each| part(each, dice)).collect::<Vec<_>>().join("/");
    for _ in 0..dice.roll(3) {
        let name =
            dice.pick(&["again", "done", "next", "in", "from", "page", "token", "id", "at", "holder", "state", "told"]);
        let value: String = word(dice, world).chars().take(300).collect();
        path.push(if path.contains('?') { '&' } else { '?' });
        path.push_str(&format!("{name}={}", encoded(&value)));
    }
    path
}

const FIELDS: [&str; 40] = [
    "name",
    "id_number",
    "marital",
    "sons",
    "daughters",
    "place",
    "save",
    "kind",
    "draft",
    "version",
    "words",
    "questions",
    "reason",
    "q",
    "number",
    "officer",
    "presentation",
    "scanned_at",
    "key",
    "missing",
    "due",
    "note",
    "digits",
    "address",
    "contact",
    "code",
    "card",
    "token",
    "how",
    "phone",
    "locale",
    "purpose",
    "role",
    "office",
    "region",
    "verdict",
    "item",
    "answer",
    "profile",
    "born",
];

fn content(dice: &mut Dice, world: &World) -> Content {
    let count = dice.roll(8);
    let fields: Vec<(String, String)> =
        (0..count).map(|_| ((*dice.pick(&FIELDS)).to_owned(), word(dice, world))).collect();
    match dice.roll(8) {
        0 => Content::Bytes(dice.bytes(4000)),
        1 => Content::Raw("application/x-www-form-urlencoded".to_owned(), dice.bytes(500)),
        2 => Content::Raw("multipart/form-data; boundary=frontier".to_owned(), dice.bytes(500)),
        3 => Content::File(
            word(dice, world).chars().filter(|letter| !letter.is_control()).take(30).collect(),
            dice.bytes(3000),
        ),
        4 => Content::Json("[".repeat(dice.roll(5000))),
        5 => {
            let pairs = fields.into_iter().map(|(name, value)| {
                let value =
                    value.parse::<i64>().map_or_else(|_| serde_json::Value::from(value), serde_json::Value::from);
                (name, value)
            });
            Content::Json(serde_json::Value::Object(pairs.collect()).to_string())
        }
        _ => Content::Form(fields),
    }
}

#[tokio::test]
async fn a_random_walk_over_all_addresses_is_never_more_than_refused() {
    let mut world = World::new().await;
    let mut actors = std::mem::take(&mut world.actors);
    let routes: Vec<_> = routes::declared()
        .into_iter()
        .filter(|(_, route)| !["/sign-out", "/account/delete"].contains(&route.as_str()))
        .collect();
    let seed = setting("XINJU_ATTACK_SEED", 20_261_124);
    let mut dice = Dice(seed | 1);
    for step in 0..setting("XINJU_ATTACK_STEPS", 500) {
        let (method, route) = dice.pick(&routes).clone();
        let path = path(&mut dice, &world, &route);
        let content = content(&mut dice, &world);
        let at = dice.roll(actors.len());
        let (actor, browser) = &mut actors[at];
        let sent = AssertUnwindSafe(browser.send(method, &path, content.clone())).catch_unwind().await;
        let place = || format!("seed {seed}, step {step}: {method} {path} as {actor:?}\n{content:?}");
        match sent {
            Err(_) => unreachable!("a panic at {}", place()),
            Ok(answer) => {
                assert!(!answer.status.is_server_error(), "{} at {}: {}", answer.status, place(), answer.text());
            }
        }
    }
}
