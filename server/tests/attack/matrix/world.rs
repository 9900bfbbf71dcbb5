//! One of everything, and one of everybody who might ask for it.

use sqlx::{Connection, SqliteConnection};
use uuid::Uuid;
use xinju_domain::certificate_number::ShortNumber;
use xinju_domain::reference::Reference;
use xinju_domain::staff::Role;
use xinju_identity::random;
use xinju_service::Broken;
use xinju_store::passkey::NewPasskey;

use super::Actor;
use crate::browser::{Browser, Content};
use crate::house::{ELSEWHERE, HERE, HOME, House, NEIGHBOUR, Somebody};
use crate::road::{self, Applicant};

pub struct World {
    pub house: House,
    pub owner: Somebody,
    pub actors: Vec<(Actor, Browser)>,
    /// Name in braces, what it stands for, and one of its shape that does not exist.
    pub objects: Vec<(&'static str, String, String)>,
}

impl World {
    pub async fn new() -> Self {
        let house = House::told().await;
        let mut issuing = house.officer(HOME, Role::Issuing).await;
        let mut registering = house.officer(HERE, Role::Registering).await;
        let mut owner = road::holder(&house, &mut issuing.browser, 38).await;
        let now = house.now().await;
        let order = road::order(&registering, &owner.phone.show(now), now);
        let registered = road::register(&mut registering.browser, &order).await;
        assert_eq!(registered.expect("an answer").json()["state"], "registered");
        let mut other = house.person().await;
        let open = road::apply(&mut other.browser, &Applicant::new(39)).await;
        let outsider = dispute(&house, 38).await;
        add_phone_number(&house, &mut owner.somebody.browser, "13900000001").await;
        add_passkey(&house, outsider).await;
        let (upload, card) = begin_again(&mut owner.somebody.browser, &mut registering.browser).await;
        let mut world = Self { house, owner: owner.somebody.clone(), actors: Vec::new(), objects: Vec::new() };
        world.name_objects(&owner, &open, (&upload, &card, &registering)).await;
        world.add_actors(owner.somebody, issuing, registering).await;
        world
    }

    async fn add_actors(&mut self, owner: Somebody, issuing: Somebody, registering: Somebody) {
        let house = &self.house;
        self.actors = vec![
            (Actor::Nobody, house.nobody()),
            (Actor::Resident, house.person().await.browser),
            (Actor::Owner, owner.browser),
            (Actor::IssuingHome, issuing.browser),
            (Actor::IssuingNeighbour, house.officer(NEIGHBOUR, Role::Issuing).await.browser),
            (Actor::RegisteringHere, registering.browser),
            (Actor::RegisteringElsewhere, house.officer(ELSEWHERE, Role::Registering).await.browser),
            (Actor::AdministratorAbove, house.officer("990123", Role::Administrator).await.browser),
            (Actor::AdministratorElsewhere, house.officer(ELSEWHERE, Role::Administrator).await.browser),
        ];
    }

    async fn name_objects(
        &mut self,
        owner: &road::Holder,
        open: &str,
        (upload, card, officer): (&str, &str, &Somebody),
    ) {
        let number = ShortNumber::parse(&owner.number).expect("a number");
        let absent_number = ShortNumber::new(number.county(), 2026, 99_999).expect("a number").as_str().to_owned();
        let reference = || Reference::from_random(random::bytes()).to_string();
        let list = self.text("select list from status_list limit 1").await;
        self.objects = vec![
            ("{reference}", owner.reference.clone(), reference()),
            ("{open}", open.to_owned(), reference()),
            ("{number}", owner.number.clone(), absent_number),
            ("{list}", list.clone(), list),
            ("{question}", "name".to_owned(), "name".to_owned()),
            ("{photo}", "photo".to_owned(), "photo".to_owned()),
            ("{office}", NEIGHBOUR.to_owned(), "990123999".to_owned()),
            ("{card}", card.to_owned(), random::token()),
            ("{officer}", officer.account.to_string(), officer.account.to_string()),
            ("{session}", "0000".to_owned(), "0000".to_owned()),
            ("{upload}", upload.to_owned(), random::uuid_v4().to_string()),
        ];
        let account = hex::encode(owner.somebody.account.as_bytes());
        let spare = self.house.officer(NEIGHBOUR, Role::Issuing).await;
        let spare = format!(
            "select hex(id) from staff where hex(account) = upper('{}')",
            hex::encode(spare.account.as_bytes())
        );
        for (name, query) in [
            ("{paper}", "select hex(id) from paper where application is not null and hex(account) = upper('@')"),
            ("{draft_paper}", "select hex(id) from paper where draft is not null and hex(account) = upper('@')"),
            ("{draft}", "select hex(id) from draft where hex(account) = upper('@')"),
            ("{contact}", "select hex(id) from contact where hex(account) = upper('@')"),
            ("{passkey}", "select hex(id) from passkey"),
            ("{phone}", "select hex(id) from holder_key where hex(account) = upper('@')"),
            ("{notice}", "select hex(id) from notice"),
            ("{registration}", "select hex(id) from registration"),
            ("{report}", "select hex(id) from report"),
            ("{dispute}", "select hex(id) from dispute"),
            ("{staff}", &spare),
        ] {
            let id = self.text(&query.replace('@', &account)).await;
            let id = Uuid::parse_str(&id).unwrap_or_else(|_| unreachable!("{name}: {id}")).to_string();
            self.objects.push((name, id, random::uuid_v4().to_string()));
        }
    }

    /// One value from the database.
    pub async fn text(&self, query: &str) -> String {
        let mut connection = connect(&self.house).await;
        let found: Option<String> =
            sqlx::query_scalar(sqlx::AssertSqlSafe(query)).fetch_optional(&mut connection).await.expect("a query");
        found.unwrap_or_else(|| unreachable!("nothing: {query}"))
    }

    /// All that stands in the tables of records and accounts; counters, looks and half-done things left out.
    pub async fn contents(&self) -> Vec<(String, String)> {
        let passing = [
            "attempt_count",
            "binding_nonce",
            "ceremony",
            "history",
            "history_head",
            "job",
            "one_time_link",
            "paper_try",
            "refused_form",
            "scan",
            "sign_in_code",
            "_sqlx_migrations",
        ];
        let mut connection = connect(&self.house).await;
        let tables: Vec<String> =
            sqlx::query_scalar("select name from sqlite_schema where type = 'table' order by name")
                .fetch_all(&mut connection)
                .await
                .expect("tables");
        let mut contents = Vec::new();
        for table in tables.into_iter().filter(|table| !passing.contains(&table.as_str())) {
            let columns: Vec<String> =
                sqlx::query_scalar("select 'quote(\"' || name || '\")' from pragma_table_info($1)")
                    .bind(&table)
                    .fetch_all(&mut connection)
                    .await
                    .expect("columns");
            let query = format!("select {} from {table} order by 1", columns.join(" || '|' || "));
            let rows: Vec<String> =
                sqlx::query_scalar(sqlx::AssertSqlSafe(query)).fetch_all(&mut connection).await.expect("rows");
            contents.push((table, rows.join("\n")));
        }
        contents
    }

    /// A text with its names in braces filled in, with what exists or with what does not.
    pub fn fill(&self, text: &str, exists: bool) -> String {
        self.objects
            .iter()
            .fold(text.to_owned(), |text, (name, real, absent)| text.replace(name, if exists { real } else { absent }))
    }
}

async fn connect(house: &House) -> SqliteConnection {
    let url = format!("sqlite://{}", house.folder().join("xinju.db").display());
    SqliteConnection::connect(&url).await.expect("the database")
}

/// Somebody claims an ID number that is claimed already.
async fn dispute(house: &House, sequence: u16) -> Uuid {
    let Somebody { account, browser: mut claimant } = house.person().await;
    let draft = road::fill_in(&mut claimant, &Applicant::new(sequence)).await;
    let sent = claimant.post("/certificate/apply/send", &[("draft", &draft)]).await;
    assert_eq!(sent.location(), "/certificate/apply/disputed");
    account
}

/// Proves a telephone number by the code that comes to it.
pub async fn add_phone_number(house: &House, who: &mut Browser, phone: &str) {
    let asked = who.post("/account/contacts", &[("address", phone)]).await;
    assert_eq!(asked.location(), "/account/contacts/code", "{}", asked.text());
    let code = latest_code(&house.letters().await, phone);
    let added = who.post("/account/contacts/code", &[("code", &code)]).await;
    assert_eq!(added.location(), "/account/contacts?done=contact");
}

/// The six digits of the latest message to a number.
pub fn latest_code(letters: &[String], phone: &str) -> String {
    let letter = letters.iter().rfind(|letter| letter.lines().next().is_some_and(|to| to.ends_with(phone)));
    let letter = letter.unwrap_or_else(|| unreachable!("no message to {phone}: {letters:?}"));
    letter.rsplit('#').next().unwrap_or_default().chars().take(6).collect()
}

async fn add_passkey(house: &House, account: Uuid) {
    house
        .services
        .db
        .change(|mut tx| async move {
            let at = tx.now().micros();
            let new = NewPasskey {
                id: random::uuid_v4(),
                account,
                credential_id: &[1; 16],
                credential: "{}",
                name: &[1],
                at,
                active_at: at,
            };
            xinju_store::passkey::insert(&mut tx, &new).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await
        .expect("a passkey");
}

/// A new draft of the owner with a photo and half a paper, and a card made at the counter: the upload's id, the card's token.
async fn begin_again(owner: &mut Browser, officer: &mut Browser) -> (String, String) {
    owner.post("/certificate/apply", &[("consent", "yes")]).await;
    let added =
        owner.send("POST", "/certificate/apply/photo/add", Content::File("photo".to_owned(), road::picture())).await;
    assert_eq!(added.location(), "/certificate/apply/photo?added=photo", "{}", added.text());
    let wish = r#"{"holder":"draft","kind":"id-card","size":100000}"#;
    let begun = owner.send("POST", "/api/paper", Content::Json(wish.to_owned())).await;
    let upload = begun.json()["id"].as_str().expect("an id").to_owned();
    let opened = officer.post("/desk/counter", &[("name", "王芳")]).await;
    let card = opened.location().split_once("card=").expect("a token").1.to_owned();
    (upload, card)
}
