//! What a certificate says of a person: taken from an application, corrected by an officer, shown by profile.

use serde::{Deserialize, Serialize};
use xinju_credential::certificate::{Profile, Subject};
use xinju_domain::application::Answers;
use xinju_domain::certificate_number::ShortNumber;
use xinju_domain::fault::FieldFault;
use xinju_domain::id_number::IdNumber;
use xinju_domain::person::{Children, ChildrenFault, Marital, PersonName, Sex};
use xinju_domain::region::RegionCode;
use xinju_domain::time::Day;

/// Stored as JSON, sealed, with the certificate and with the entry of the register. Sex and birth date are read from the
/// ID number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub name: PersonName,
    pub id_number: IdNumber,
    pub marital: Marital,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spouse: Option<PersonName>,
    pub children: Children,
    pub home_place: RegionCode,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current_place: Option<RegionCode>,
    /// The name of the office that issued, as it was then.
    pub home_office: String,
    /// That office's region.
    pub issuer: RegionCode,
}

/// What an officer may correct, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    pub name: String,
    /// A code of GB/T 2261.2.
    pub marital: String,
    pub spouse: String,
    pub sons: String,
    pub daughters: String,
}

impl Content {
    /// Of answers in which nothing is missing; else nothing.
    pub(crate) fn of(answers: &Answers, home_office: &str, issuer: RegionCode) -> Option<Self> {
        let marital = answers.marital?;
        Some(Self {
            name: answers.name.clone()?,
            id_number: answers.id_number.clone()?,
            marital,
            spouse: answers.spouse.clone().filter(|_| marital.has_spouse()),
            children: answers.children?,
            home_place: answers.home_place?,
            current_place: answers.current_place,
            home_office: home_office.to_owned(),
            issuer,
        })
    }

    pub fn born(&self) -> Day {
        self.id_number.birth()
    }

    pub fn sex(&self) -> Sex {
        self.id_number.sex()
    }

    /// As the fields of the form for correcting.
    pub fn as_correction(&self) -> Correction {
        Correction {
            name: self.name.as_str().to_owned(),
            marital: self.marital.code().to_string(),
            spouse: self.spouse.as_ref().map(|spouse| spouse.as_str().to_owned()).unwrap_or_default(),
            sons: self.children.sons().to_string(),
            daughters: self.children.daughters().to_string(),
        }
    }

    /// The corrected content, or every fault of the form.
    pub(crate) fn corrected(&self, typed: &Correction) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let name = PersonName::parse(&typed.name).map_err(|fault| faults.push(FieldFault::new("name", fault.key())));
        let marital = typed.marital.parse().ok().and_then(Marital::from_code);
        if marital.is_none() {
            faults.push(FieldFault::new("marital", "fault-choice-empty"));
        }
        let spouse = if marital.is_some_and(Marital::has_spouse) {
            PersonName::parse(&typed.spouse)
                .map(Some)
                .map_err(|fault| faults.push(FieldFault::new("spouse", fault.key())))
        } else {
            Ok(None)
        };
        let mut count = |field, text: &str| {
            Children::parse_count(text).map_err(|fault| faults.push(FieldFault::new(field, fault.key())))
        };
        let (sons, daughters) = (count("sons", &typed.sons), count("daughters", &typed.daughters));
        match (name, marital, spouse, sons, daughters) {
            (Ok(name), Some(marital), Ok(spouse), Ok(sons), Ok(daughters)) => {
                let too_many = || vec![FieldFault::new("sons", ChildrenFault::TooMany.key())];
                let children = Children::new(sons, daughters).ok_or_else(too_many)?;
                Ok(Self { name, marital, spouse, children, ..self.clone() })
            }
            _ => Err(faults),
        }
    }

    /// Everything that the fullest profile shows.
    pub(crate) fn subject(&self, number: &ShortNumber, valid_until: Day) -> Subject {
        Subject {
            profile: Profile::Full,
            number: number.as_str().to_owned(),
            name: self.name.as_str().to_owned(),
            masked_id: self.id_number.masked(),
            valid_until: valid_until.yyyymmdd(),
            sex: Some(self.sex().code()),
            born: Some(self.born().yyyymmdd()),
            marital: Some(self.marital.code()),
            children: Some((self.children.sons().into(), self.children.daughters().into())),
            home_office: Some(self.home_office.clone()),
            id_number: Some(self.id_number.as_str().to_owned()),
            spouse: self.spouse.as_ref().map(|spouse| spouse.as_str().to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content() -> Content {
        Content {
            name: PersonName::parse("王小安").expect("a name"),
            id_number: IdNumber::read("11010519491231002X").expect("a number"),
            marital: Marital::Married,
            spouse: PersonName::parse("陈大川").ok(),
            children: Children::new(0, 1).expect("few"),
            home_place: RegionCode::parse("990123001").expect("a region"),
            current_place: None,
            home_office: "石桥镇".to_owned(),
            issuer: RegionCode::parse("990123001").expect("a region"),
        }
    }

    #[test]
    fn a_correction_of_nothing_changes_nothing() {
        let content = content();
        assert_eq!(content.corrected(&content.as_correction()), Ok(content));
    }

    #[test]
    fn all_faults_of_a_correction_are_told_at_once() {
        let typed = Correction { name: "王1".into(), sons: "x".into(), marital: "20".into(), ..Correction::default() };
        let faults = content().corrected(&typed).expect_err("nothing fits");
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["name", "spouse", "sons", "daughters"]);
    }

    #[test]
    fn who_is_no_longer_married_names_no_spouse() {
        let typed = Correction { marital: "40".into(), ..content().as_correction() };
        assert_eq!(content().corrected(&typed).map(|content| content.spouse), Ok(None));
    }
}
