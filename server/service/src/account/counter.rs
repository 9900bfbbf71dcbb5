//! An account opened at a counter, by an officer together with the person. The officer hands over the recovery card and
//! keeps nothing: at the person's first own sign-in that card is replaced by one that only the person has seen.

use xinju_domain::person::{NameFault, PersonName};
use xinju_domain::staff::{Right, may};
use xinju_text::Locale;

use super::{NewPerson, create, set_name_in};
use crate::session::Officer;
use crate::{Broken, Failure, Services, form, recovery};

/// Why no account was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CounterRefusal {
    Name(NameFault),
    NotAllowed,
}

/// Opens the account. Gives the token that shows its card to this officer, for an hour.
pub async fn open(
    services: &Services,
    who: &Officer,
    typed_name: &str,
    locale: Locale,
) -> Result<String, Failure<CounterRefusal>> {
    if !may(who.post.role, who.post.region, Right::OpenAccount, who.post.region) {
        return Err(Failure::Refused(CounterRefusal::NotAllowed));
    }
    let name = &PersonName::parse(typed_name).map_err(|fault| Failure::Refused(CounterRefusal::Name(fault)))?;
    let card = &recovery::make_card(services).await?;
    services
        .db
        .change(|mut tx| async move {
            let person = NewPerson { locale, opened_by: Some(who), ..NewPerson::default() };
            let account = create(&mut tx, services, &person).await?;
            set_name_in(&mut tx, services, account, name).await?;
            recovery::set_card(&mut tx, account, card).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await?;
    Ok(recovery::show_card(services, who.account, card).await?)
}

/// The card to hand over, for the officer who opened the account.
pub async fn shown_card(services: &Services, who: &Officer, token: &str) -> Result<Option<String>, Broken> {
    let body = form::find(services, Some(who.account), token).await?;
    Ok(body.and_then(|body| String::from_utf8(body).ok()))
}
