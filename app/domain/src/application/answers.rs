//! The answers of an application. All are optional, because a draft saves itself after each page; what is still
//! missing is told by [`Answers::missing`]. Papers stand beside, under the application, and are counted by kind.

use serde::{Deserialize, Serialize};

use super::Question;
use crate::id_number::IdNumber;
use crate::paper::PaperKind;
use crate::person::{Children, Marital, PersonName, Sex};
use crate::region::RegionCode;
use crate::time::Day;

/// Stored as JSON; an answer not given is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home_place: Option<RegionCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_place: Option<RegionCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<PersonName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id_number: Option<IdNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marital: Option<Marital>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spouse: Option<PersonName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub children: Option<Children>,
}

impl Answers {
    /// The questions that are asked and not yet answered, in order. `papers` are the kinds that were added.
    pub fn missing(&self, papers: &[PaperKind]) -> Vec<Question> {
        let answered = |question: Question| match question {
            Question::HomePlace => self.home_place.is_some(),
            Question::CurrentPlace => self.current_place.is_some(),
            Question::Name => self.name.is_some(),
            Question::IdNumber => self.id_number.is_some(),
            Question::Marriage => self.marital.is_some(),
            Question::Spouse => self.spouse.is_some(),
            Question::Children => self.children.is_some(),
            Question::Photo => papers.contains(&PaperKind::Photo),
            Question::Papers => PaperKind::NEEDED.iter().all(|kind| papers.contains(kind)),
        };
        Question::asked(self).into_iter().filter(|question| !answered(*question)).collect()
    }

    pub fn is_complete(&self, papers: &[PaperKind]) -> bool {
        self.missing(papers).is_empty()
    }

    /// Read from the ID number, never asked.
    pub fn birth(&self) -> Option<Day> {
        self.id_number.as_ref().map(IdNumber::birth)
    }

    /// Read from the ID number, never asked.
    pub fn sex(&self) -> Option<Sex> {
        self.id_number.as_ref().map(IdNumber::sex)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_draft_misses_everything_but_a_spouse() {
        let missing = Answers::default().missing(&[]);
        assert_eq!(missing.len(), Question::ALL.len() - 1);
        assert!(!missing.contains(&Question::Spouse));
    }

    #[test]
    fn photo_and_papers_are_answered_by_what_was_added() {
        let answers = Answers::default();
        assert!(!answers.missing(&[PaperKind::Photo]).contains(&Question::Photo));
        assert!(answers.missing(&[PaperKind::Photo]).contains(&Question::Papers));
        assert!(!answers.missing(&[PaperKind::IdCard]).contains(&Question::Papers));
    }

    #[test]
    fn a_draft_survives_being_stored() {
        let answers = Answers {
            home_place: RegionCode::parse("990123001").ok(),
            name: PersonName::parse("王芳").ok(),
            id_number: IdNumber::read("11010519491231002X").ok(),
            marital: Some(Marital::Married),
            children: Children::new(1, 0),
            ..Answers::default()
        };
        let json = serde_json::to_string(&answers).expect("json");
        assert_eq!(serde_json::from_str::<Answers>(&json).ok(), Some(answers));
        assert_eq!(serde_json::from_str::<Answers>("{}").ok(), Some(Answers::default()));
    }
}
