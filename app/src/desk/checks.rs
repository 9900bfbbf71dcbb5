//! The record as a table: question, answer, and what the machine compared or which paper shows it.

use leptos::prelude::*;
use xinju_domain::application::{Answers, Question};
use xinju_domain::paper::PaperKind;
use xinju_domain::person::Marital;
use xinju_service::desk::Record;
use xinju_service::paper::Paper;
use xinju_text::{Locale, t};

use super::paper;
use crate::application::words;
use crate::ui;

/// What stands at the end of a row.
enum Check {
    Passed(String),
    Failed(String),
    /// Papers to compare with: address and name.
    Papers(Vec<(String, String)>),
    Nothing,
}

/// The record's table.
pub(super) fn table(locale: Locale, record: &Record, filter: &str) -> impl IntoView + use<> {
    let answers = &record.application.answers;
    let mut rows = Vec::new();
    for question in Question::asked(answers) {
        match question {
            // The name is the page's heading; photo and papers stand beside.
            Question::Name | Question::Photo | Question::Papers => {}
            Question::IdNumber => {
                rows.push(answer_row(locale, answers, question, Check::Passed(t!(locale, "desk-check-id"))));
                rows.push(born_row(locale, answers));
            }
            Question::HomePlace => rows.push(answer_row(locale, answers, question, home_check(locale, record))),
            Question::CurrentPlace => rows.push(answer_row(locale, answers, question, Check::Nothing)),
            Question::Marriage | Question::Spouse => {
                let kinds = marriage_papers(answers);
                rows.push(answer_row(locale, answers, question, papers(locale, record, filter, kinds)));
            }
            Question::Children => {
                let kinds = &[PaperKind::HouseholdPage];
                rows.push(answer_row(locale, answers, question, papers(locale, record, filter, kinds)));
            }
        }
    }
    rows.sort_by_key(|row| row.order);
    rows.push(doubles_row(locale, record));
    let rows = rows.into_iter().map(|each| row(locale, each)).collect_view();
    view! { <table class="record"><tbody>{rows}</tbody></table> }
}

struct RecordRow {
    order: u8,
    name: String,
    answer: String,
    check: Check,
}

/// In the order in which officers compare: who, from where, living where, family.
fn order(question: Question) -> u8 {
    match question {
        Question::IdNumber => 0,
        Question::HomePlace => 2,
        Question::CurrentPlace => 3,
        Question::Marriage => 4,
        Question::Spouse => 5,
        _ => 6,
    }
}

fn answer_row(locale: Locale, answers: &Answers, question: Question, check: Check) -> RecordRow {
    RecordRow {
        order: order(question),
        name: words::question(locale, question),
        answer: words::answer(locale, answers, &[], question),
        check,
    }
}

fn born_row(locale: Locale, answers: &Answers) -> RecordRow {
    let born = answers.birth().map(|day| words::full_day(locale, day)).unwrap_or_default();
    let sex = answers.sex().map(|sex| words::sex(locale, sex)).unwrap_or_default();
    RecordRow {
        order: 1,
        name: t!(locale, "desk-born-name"),
        answer: t!(locale, "desk-born", sex = sex, born = born),
        check: Check::Passed(t!(locale, "desk-check-born")),
    }
}

fn home_check(locale: Locale, record: &Record) -> Check {
    if record.checks.is_home_place_ours {
        Check::Passed(t!(locale, "desk-check-home"))
    } else {
        Check::Failed(t!(locale, "desk-check-home-not"))
    }
}

fn marriage_papers(answers: &Answers) -> &'static [PaperKind] {
    match answers.marital {
        Some(Marital::Unmarried) | None => &[],
        Some(_) => &[PaperKind::MarriageCertificate],
    }
}

/// Links to the papers of these kinds, or a word that there is none.
fn papers(locale: Locale, record: &Record, filter: &str, kinds: &[PaperKind]) -> Check {
    let found: Vec<&Paper> = record.papers.iter().filter(|paper| kinds.contains(&paper.kind)).collect();
    if kinds.is_empty() {
        return Check::Nothing;
    }
    let links = found.iter().map(|one| (paper::choose(record, one, filter), words::paper(locale, one.kind)));
    // One link a kind: the papers beside have tabs.
    let mut links: Vec<_> = links.collect();
    links.dedup_by(|one, other| one.1 == other.1);
    Check::Papers(links)
}

/// What else there is of this person: other applications, a certificate, a dispute, people of the same name.
fn doubles_row(locale: Locale, record: &Record) -> RecordRow {
    let checks = &record.checks;
    let mut found = Vec::new();
    if checks.is_disputed {
        found.push(t!(locale, "desk-check-disputed"));
    }
    if let Some(number) = checks.certificate.as_ref().filter(|number| record.issued.as_ref() != Some(*number)) {
        found.push(t!(locale, "desk-check-certificate", number = number.grouped()));
    }
    found.push(match checks.others.as_slice() {
        [] => t!(locale, "desk-check-no-other"),
        others => {
            let references: Vec<String> = others.iter().map(ToString::to_string).collect();
            t!(locale, "desk-check-others", references = references.join(" "))
        }
    });
    if checks.namesakes > 0 {
        found.push(t!(locale, "desk-check-namesakes", count = checks.namesakes));
    }
    let check = if checks.is_disputed {
        Check::Failed(t!(locale, "desk-check-dispute"))
    } else if checks.others.is_empty() {
        Check::Passed(t!(locale, "desk-check-single"))
    } else {
        Check::Failed(t!(locale, "desk-check-look"))
    };
    RecordRow { order: 9, name: t!(locale, "desk-check-doubles"), answer: found.join(&t!(locale, "desk-joint")), check }
}

fn row(locale: Locale, row: RecordRow) -> impl IntoView {
    let check = match row.check {
        Check::Passed(words) => {
            view! { <td class="record__check record__check--ok">{ui::icon("check")}{words}</td> }.into_any()
        }
        Check::Failed(words) => {
            view! { <td class="record__check record__check--bad">{ui::icon("alert-triangle")}{words}</td> }.into_any()
        }
        Check::Papers(links) if links.is_empty() => {
            view! { <td class="record__check">{t!(locale, "desk-check-no-paper")}</td> }.into_any()
        }
        Check::Papers(links) => {
            let links = links.into_iter().map(|(href, name)| view! { <a href=href>{name}</a> }).collect_view();
            view! { <td class="record__check">{links}</td> }.into_any()
        }
        Check::Nothing => view! { <td class="record__check"></td> }.into_any(),
    };
    view! { <tr><th scope="row">{row.name}</th><td>{row.answer}</td>{check}</tr> }
}
