//! How an account is reached. Neither address is needed: a passkey with a recovery card is enough. Where there is
//! one, it is a mail address or a telephone number, told apart by what was typed into one field.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::coded::{coded, faults};
use crate::typed;

faults! {
    /// What is wrong with an address as typed, the first that applies.
    ContactFault {
        Empty = "fault-contact-empty",
        /// Something before and after one @, and a dot in the domain.
        MailIncomplete = "fault-contact-mail-incomplete",
        MailCharacter = "fault-contact-mail-character",
        MailTooLong = "fault-contact-mail-too-long",
        /// Neither a mail address nor a number.
        Neither = "fault-contact-neither",
        /// A mainland number has 11 digits.
        PhoneLength = "fault-contact-phone-length",
        /// Mobile numbers begin with 13 to 19: this looks like a landline.
        PhoneLandline = "fault-contact-phone-landline",
        /// Another country's number has + and 8 to 15 digits.
        PhoneCountry = "fault-contact-phone-country",
    }
}

coded! {
    ContactKind: "kind of contact" {
        Mail = "mail",
        Phone = "phone",
    }
}

/// A mail address (its domain in small letters) or a telephone number (E.164, `+8613800000000`). The debug form is
/// masked.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contact {
    Mail(String),
    Phone(String),
}

/// Reads what a person typed into the one field for both.
pub fn parse_contact(text: &str) -> Result<Contact, ContactFault> {
    let plain: String = text.trim().chars().map(typed::half_width).filter(|c| !typed::is_hidden(*c)).collect();
    let plain = plain.trim();
    if plain.is_empty() {
        return Err(ContactFault::Empty);
    }
    if plain.contains('@') {
        return mail(plain).map(Contact::Mail);
    }
    let digits: String = typed::compact(plain).replace(['(', ')', '.'], "");
    if digits.strip_prefix('+').unwrap_or(&digits).bytes().all(|b| b.is_ascii_digit()) {
        phone(&digits).map(Contact::Phone)
    } else if plain.is_ascii() && plain.contains('.') {
        Err(ContactFault::MailIncomplete)
    } else {
        Err(ContactFault::Neither)
    }
}

fn mail(text: &str) -> Result<String, ContactFault> {
    let (local, domain) = text.rsplit_once('@').ok_or(ContactFault::MailIncomplete)?;
    let good = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    if local.is_empty() || domain.is_empty() {
        return Err(ContactFault::MailIncomplete);
    }
    if !local.chars().all(good) || !domain.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.')) {
        return Err(ContactFault::MailCharacter);
    }
    if local.len() > 64 || text.len() > 254 || domain.split('.').any(|label| label.len() > 63) {
        return Err(ContactFault::MailTooLong);
    }
    let dots = local.starts_with('.') || local.ends_with('.') || local.contains("..");
    let label = |label: &str| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-');
    let top_is_a_name = domain.rsplit('.').next().is_some_and(|top| top.bytes().any(|b| b.is_ascii_alphabetic()));
    if dots || !domain.contains('.') || !domain.split('.').all(label) || !top_is_a_name {
        return Err(ContactFault::MailIncomplete);
    }
    Ok(format!("{local}@{}", domain.to_ascii_lowercase()))
}

/// To E.164. A number without a country is a mainland one.
fn phone(digits: &str) -> Result<String, ContactFault> {
    let national = match (digits.strip_prefix('+'), digits.strip_prefix("00")) {
        (Some(abroad), _) | (None, Some(abroad)) => match abroad.strip_prefix("86") {
            Some(national) => national,
            None => return abroad_number(abroad),
        },
        (None, None) if digits.len() == 13 && digits.starts_with("861") => &digits[2..],
        (None, None) => digits,
    };
    let mobile = national.len() >= 2 && national.starts_with('1') && national.as_bytes()[1] >= b'3';
    match (mobile, national.len()) {
        (true, 11) => Ok(format!("+86{national}")),
        (false, 7..=12) => Err(ContactFault::PhoneLandline),
        _ => Err(ContactFault::PhoneLength),
    }
}

fn abroad_number(digits: &str) -> Result<String, ContactFault> {
    if (8..=15).contains(&digits.len()) && !digits.starts_with('0') {
        Ok(format!("+{digits}"))
    } else {
        Err(ContactFault::PhoneCountry)
    }
}

impl Contact {
    pub const fn kind(&self) -> ContactKind {
        match self {
            Contact::Mail(_) => ContactKind::Mail,
            Contact::Phone(_) => ContactKind::Phone,
        }
    }

    pub fn as_str(&self) -> &str {
        match self {
            Contact::Mail(text) | Contact::Phone(text) => text,
        }
    }

    /// A contact that was read before and stored as kind and text.
    pub fn stored(kind: ContactKind, text: String) -> Contact {
        match kind {
            ContactKind::Mail => Contact::Mail(text),
            ContactKind::Phone => Contact::Phone(text),
        }
    }

    /// The form under which a contact is found: no mail system in use tells capitals apart.
    pub fn search_form(&self) -> String {
        self.as_str().to_ascii_lowercase()
    }

    /// For showing: `w***@demo.test`, `138****0000`, `+85****12`.
    pub fn masked(&self) -> String {
        match self {
            Contact::Mail(text) => {
                let (local, domain) = text.rsplit_once('@').unwrap_or((text, ""));
                let first: String = local.chars().take(1).collect();
                format!("{first}***@{domain}")
            }
            Contact::Phone(text) => {
                let number = text.strip_prefix("+86").unwrap_or(text);
                let shown = if number.len() >= 11 { (3, 4) } else { (3, 2) };
                let head: String = number.chars().take(shown.0).collect();
                let tail: String = number.chars().skip(number.chars().count().saturating_sub(shown.1)).collect();
                format!("{head}****{tail}")
            }
        }
    }
}

impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
mod tests;
