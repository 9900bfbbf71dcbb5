//! The demonstration: offices of a province that does not exist, and people to try the portal as. It goes into an empty
//! database alone, and marks it for ever as one of a demonstration: only there do the links work with which its people
//! sign in.

use xinju_domain::account::parse_contact;
use xinju_domain::office::OfficeKind;
use xinju_domain::person::PersonName;
use xinju_domain::region::RegionCode;
use xinju_domain::staff::Role;
use xinju_domain::time::{Day, Span};
use xinju_store::{Db, StoreError, Tx, account as accounts, fixture, office as offices};

use crate::account::{self, NewPerson};
use crate::sign_in::link;
use crate::{Broken, Failure, Services, staff};

const OFFICES: &str = include_str!("../demo/offices.csv");
const PEOPLE: &str = include_str!("../demo/people.csv");
const MARK: &str = "demonstration";
const LINK_LIFE: Span = Span::days(7);

/// The database has offices already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InUse;

/// How to sign in as one of the people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    pub address: String,
    pub name: String,
    /// Office's name and role; none for a resident.
    pub post: Option<(String, Role)>,
    pub link: String,
}

/// What a database is, as far as the demonstration goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    Nothing,
    Demonstration,
    /// Real people: no demonstration here.
    People,
}

struct Person {
    address: &'static str,
    name: &'static str,
    post: Option<(&'static str, Role)>,
}

fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split(',').collect())
}

fn people() -> impl Iterator<Item = Person> {
    rows(PEOPLE).filter_map(|row| {
        let [address, name, office, role] = row[..] else { return None };
        let post = Role::from_code(role).map(|role| (office, role));
        Some(Person { address, name, post })
    })
}

/// What the database holds.
pub async fn look(db: &Db) -> Result<Holding, StoreError> {
    let mut tx = db.read().await?;
    if fixture::find(&mut tx, MARK).await?.is_some() {
        return Ok(Holding::Demonstration);
    }
    let is_empty = offices::count(&mut tx).await? == 0;
    Ok(if is_empty { Holding::Nothing } else { Holding::People })
}

/// Puts offices and people into an empty database.
pub async fn load(services: &Services) -> Result<(), Failure<InUse>> {
    services
        .db
        .change(|mut tx| async move {
            if offices::count(&mut tx).await? > 0 {
                return Err(Failure::Refused(InUse));
            }
            fixture::hold(&mut tx, MARK, "yes").await?;
            for row in rows(OFFICES) {
                insert_office(&mut tx, &row).await?;
            }
            for person in people() {
                insert_person(&mut tx, services, &person).await?;
            }
            Ok((tx, ()))
        })
        .await
}

async fn insert_office(tx: &mut Tx, row: &[&str]) -> Result<(), Broken> {
    let [code, name, kind, address, phone] = *row else { return Ok(()) };
    let region: RegionCode = code.parse().map_err(Broken::new)?;
    let new = offices::NewOffice {
        code,
        region: region.as_str(),
        name,
        kind: OfficeKind::from_code(kind).unwrap_or(OfficeKind::at(region.level())).code(),
        address,
        phone,
        valid_from: i64::from(Day::of(tx.now()).plus_years(-1).yyyymmdd()),
        is_on_portal: true,
        at: tx.now().micros(),
    };
    offices::insert(tx, &new).await?;
    Ok(())
}

async fn insert_person(tx: &mut Tx, services: &Services, person: &Person) -> Result<(), Broken> {
    let account = account::create(tx, services, &NewPerson::default()).await?;
    let contact = parse_contact(person.address).map_err(Broken::new)?;
    account::insert_contact(tx, services, account, &contact).await?;
    let name = PersonName::parse(person.name).map_err(Broken::new)?;
    account::set_name_in(tx, services, account, &name).await?;
    if let Some((office, role)) = person.post {
        staff::give_post(tx, account, office, role).await?;
    }
    Ok(())
}

/// New links for all people of the demonstration; none where there is no demonstration.
pub async fn links(services: &Services) -> Result<Vec<Way>, Broken> {
    let mut ways = Vec::new();
    for person in people() {
        let contact = parse_contact(person.address).map_err(Broken::new)?;
        let mut tx = services.db.read().await?;
        let row = accounts::find_contact(&mut tx, &account::address_index(services, &contact)).await?;
        let office = match person.post {
            Some((code, role)) => offices::find(&mut tx, code).await?.map(|office| (office.name, role)),
            None => None,
        };
        drop(tx);
        let Some(row) = row else { continue };
        let Some(path) = link::make_demo(services, row.account, LINK_LIFE).await? else { continue };
        ways.push(Way {
            address: person.address.to_owned(),
            name: person.name.to_owned(),
            post: office,
            link: services.settings.origin.link(&path),
        });
    }
    Ok(ways)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_demonstration_is_understood() {
        assert!(rows(OFFICES).all(|row| row.len() == 5 && RegionCode::parse(row[0]).is_ok()));
        assert_eq!(people().count(), rows(PEOPLE).count());
        let offices: Vec<&str> = rows(OFFICES).map(|row| row[0]).collect();
        for person in people() {
            assert!(parse_contact(person.address).is_ok(), "{}", person.address);
            assert!(person.post.is_none_or(|(office, _)| offices.contains(&office)), "{}", person.address);
        }
    }
}
