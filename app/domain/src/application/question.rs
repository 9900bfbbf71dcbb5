//! The questions of the application, one a page, in their order. Their codes stand in addresses:
//! `/certificate/apply/{slug}`.

use super::Answers;
use crate::coded::coded;

coded! {
    Question: "question of an application" {
        HomePlace = "home-place",
        CurrentPlace = "current-place",
        Name = "name",
        IdNumber = "id-number",
        Marriage = "marriage",
        /// Asked only of who is married.
        Spouse = "spouse",
        Children = "children",
        Photo = "photo",
        Papers = "papers",
    }
}

impl Question {
    /// The last part of the page's address.
    pub const fn slug(self) -> &'static str {
        self.code()
    }

    pub fn from_slug(slug: &str) -> Option<Question> {
        Question::from_code(slug)
    }

    /// Whether the question is asked after these answers.
    pub fn is_asked(self, answers: &Answers) -> bool {
        self != Question::Spouse || answers.marital.is_some_and(|marital| marital.has_spouse())
    }

    /// The questions that are asked after these answers, in order.
    pub fn asked(answers: &Answers) -> Vec<Question> {
        Question::ALL.iter().copied().filter(|question| question.is_asked(answers)).collect()
    }

    /// The question after this one; nothing after the last: then the answers are checked.
    pub fn next(self, answers: &Answers) -> Option<Question> {
        Question::ALL.iter().copied().find(|question| *question > self && question.is_asked(answers))
    }

    /// The question before this one.
    pub fn previous(self, answers: &Answers) -> Option<Question> {
        Question::ALL.iter().copied().rev().find(|question| *question < self && question.is_asked(answers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::Marital;

    #[test]
    fn only_who_is_married_is_asked_for_a_spouse() {
        for (marital, asked) in [
            (None, false),
            (Some(Marital::Unmarried), false),
            (Some(Marital::Married), true),
            (Some(Marital::Widowed), false),
            (Some(Marital::Divorced), false),
        ] {
            let answers = Answers { marital, ..Answers::default() };
            assert_eq!(Question::asked(&answers).contains(&Question::Spouse), asked);
            let after = if asked { Question::Spouse } else { Question::Children };
            assert_eq!(Question::Marriage.next(&answers), Some(after));
            let before = if asked { Question::Spouse } else { Question::Marriage };
            assert_eq!(Question::Children.previous(&answers), Some(before));
        }
    }

    #[test]
    fn the_road_has_two_ends() {
        let answers = Answers::default();
        assert_eq!(Question::HomePlace.previous(&answers), None);
        assert_eq!(Question::Papers.next(&answers), None);
        assert_eq!(Question::from_slug("id-number"), Some(Question::IdNumber));
        assert_eq!(Question::from_slug("ID-number"), None);
    }
}
