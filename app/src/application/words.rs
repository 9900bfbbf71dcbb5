//! How answers, days and moments are told.

use xinju_domain::application::{Answers, Question};
use xinju_domain::paper::PaperKind;
use xinju_domain::person::{Marital, Sex};
use xinju_domain::region::{RegionCode, table};
use xinju_domain::time::{Day, Instant, ShanghaiTime};
use xinju_text::{Locale, t};

fn numbers(day: Day) -> (i16, u8, u8) {
    (day.year(), day.month().unsigned_abs(), day.day().unsigned_abs())
}

fn weekday(day: Day) -> u8 {
    day.weekday().to_monday_one_offset().unsigned_abs()
}

/// 1992年8月16日: a birth date, always with its year.
pub(crate) fn full_day(locale: Locale, day: Day) -> String {
    xinju_text::day(locale, numbers(day), None)
}

/// 11月27日 周五
pub(crate) fn day(locale: Locale, day: Day, today: Day) -> String {
    xinju_text::day_with_weekday(locale, numbers(day), Some(today.year()), weekday(day))
}

/// 11月13日 周五 19:42
pub(crate) fn moment(locale: Locale, at: Instant, today: Day) -> String {
    let day = Day::of(at);
    let time = ShanghaiTime::of(at);
    let clock = (time.hour, time.minute);
    xinju_text::day_and_time(locale, numbers(day), Some(today.year()), weekday(day), clock)
}

pub(crate) fn place(code: RegionCode) -> String {
    table::full_name(code).unwrap_or_default()
}

pub(crate) fn sex(locale: Locale, sex: Sex) -> String {
    match sex {
        Sex::Male => t!(locale, "application-sex-male"),
        Sex::Female => t!(locale, "application-sex-female"),
    }
}

pub(crate) fn marital(locale: Locale, marital: Marital) -> String {
    match marital {
        Marital::Unmarried => t!(locale, "application-marital-10"),
        Marital::Married => t!(locale, "application-marital-20"),
        Marital::Widowed => t!(locale, "application-marital-30"),
        Marital::Divorced => t!(locale, "application-marital-40"),
    }
}

/// The short name of a question, as it stands beside its answer.
pub(crate) fn question(locale: Locale, question: Question) -> String {
    match question {
        Question::HomePlace => t!(locale, "application-name-home-place"),
        Question::CurrentPlace => t!(locale, "application-name-current-place"),
        Question::Name => t!(locale, "application-name-name"),
        Question::IdNumber => t!(locale, "application-name-id-number"),
        Question::Marriage => t!(locale, "application-name-marriage"),
        Question::Spouse => t!(locale, "application-name-spouse"),
        Question::Children => t!(locale, "application-name-children"),
        Question::Photo => t!(locale, "application-name-photo"),
        Question::Papers => t!(locale, "application-name-papers"),
    }
}

pub(crate) fn paper(locale: Locale, kind: PaperKind) -> String {
    match kind {
        PaperKind::Photo => t!(locale, "paper-kind-photo"),
        PaperKind::IdCard => t!(locale, "paper-kind-id-card"),
        PaperKind::HouseholdPage => t!(locale, "paper-kind-household-page"),
        PaperKind::MarriageCertificate => t!(locale, "paper-kind-marriage-certificate"),
        PaperKind::Other => t!(locale, "paper-kind-other"),
    }
}

/// What was answered, in words; empty where nothing was. `papers` are the kinds that were added.
pub(crate) fn answer(locale: Locale, answers: &Answers, papers: &[PaperKind], question: Question) -> String {
    match question {
        Question::HomePlace => answers.home_place.map(place).unwrap_or_default(),
        Question::CurrentPlace => answers.current_place.map(place).unwrap_or_default(),
        Question::Name => answers.name.as_ref().map(ToString::to_string).unwrap_or_default(),
        Question::Spouse => answers.spouse.as_ref().map(ToString::to_string).unwrap_or_default(),
        Question::IdNumber => answers.id_number.as_ref().map_or_else(String::new, |number| {
            let (area, birth, rest) = number.groups();
            format!("{area} {birth} {rest}")
        }),
        Question::Marriage => answers.marital.map(|value| marital(locale, value)).unwrap_or_default(),
        Question::Children => answers.children.map_or_else(String::new, |children| {
            if children.total() == 0 {
                t!(locale, "application-children-none")
            } else {
                let (sons, daughters) = (children.sons(), children.daughters());
                t!(locale, "application-children-count", sons = sons, daughters = daughters)
            }
        }),
        Question::Photo => {
            let count = papers.iter().filter(|kind| **kind == PaperKind::Photo).count();
            if count == 0 { String::new() } else { t!(locale, "application-photo-there") }
        }
        Question::Papers => {
            let mut names: Vec<String> = Vec::new();
            for kind in papers.iter().filter(|kind| **kind != PaperKind::Photo) {
                names.push(paper(locale, *kind));
            }
            names.dedup();
            names.join(&t!(locale, "application-list-joint"))
        }
    }
}
