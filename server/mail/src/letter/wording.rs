//! Which texts of the catalogue belong to which letter, and what is filled into them.

use xinju_domain::time::Day;
use xinju_text::{Locale, Value, day, day_with_weekday};

use super::LetterKind;

/// Values by the names that the catalogue gives them.
pub(super) type Values<'a> = Vec<(&'static str, Value<'a>)>;

/// Keys of the catalogue.
pub(super) struct Wording {
    pub(super) subject: &'static str,
    pub(super) body: &'static str,
    pub(super) short: &'static str,
}

/// The keys are written out, so that a search for one finds its use.
macro_rules! wording {
    ($subject:literal, $body:literal, $short:literal) => {
        Wording { subject: $subject, body: $body, short: $short }
    };
}

impl LetterKind {
    pub(super) fn wording(&self) -> Wording {
        match self {
            Self::SignInCode { .. } => {
                wording!("mail-code-subject", "mail-code-body", "mail-code-short")
            }
            Self::ContactCode { .. } => wording!("mail-contact-subject", "mail-contact-body", "mail-contact-short"),
            Self::StaffInvitation { .. } => {
                wording!("mail-invitation-subject", "mail-invitation-body", "mail-invitation-short")
            }
            Self::ApplicationSent { .. } => {
                wording!("mail-sent-subject", "mail-sent-body", "mail-sent-short")
            }
            Self::MoreAsked { .. } => {
                wording!("mail-more-subject", "mail-more-body", "mail-more-short")
            }
            Self::Issued { .. } => wording!("mail-issued-subject", "mail-issued-body", "mail-issued-short"),
            Self::Refused { .. } => wording!("mail-refused-subject", "mail-refused-body", "mail-refused-short"),
            Self::Withdrawn { .. } => wording!("mail-withdrawn-subject", "mail-withdrawn-body", "mail-withdrawn-short"),
            Self::LookedAtAgain { .. } => {
                wording!("mail-again-subject", "mail-again-body", "mail-again-short")
            }
            Self::PassedOn { .. } => wording!("mail-passed-subject", "mail-passed-body", "mail-passed-short"),
            Self::CertificateRevoked { .. } => {
                wording!("mail-revoked-subject", "mail-revoked-body", "mail-revoked-short")
            }
            Self::ExpiresSoon { .. } => wording!("mail-expires-subject", "mail-expires-body", "mail-expires-short"),
            _ => self.wording_of_account(),
        }
    }

    /// Letters about the account and the registration.
    fn wording_of_account(&self) -> Wording {
        match self {
            Self::PhoneAdded { .. } => {
                wording!("mail-phone-subject", "mail-phone-body", "mail-phone-short")
            }
            Self::PhoneWaits { .. } => {
                wording!("mail-phone-waits-subject", "mail-phone-waits-body", "mail-phone-waits-short")
            }
            Self::PasskeyAdded { .. } => wording!("mail-passkey-subject", "mail-passkey-body", "mail-passkey-short"),
            Self::PasskeyWaits { .. } => {
                wording!("mail-passkey-waits-subject", "mail-passkey-waits-body", "mail-passkey-waits-short")
            }
            Self::PhoneLost { .. } => {
                wording!("mail-lost-subject", "mail-lost-body", "mail-lost-short")
            }
            Self::RecoveryCardUsed { .. } => {
                wording!("mail-card-subject", "mail-card-body", "mail-card-short")
            }
            Self::DisputeOpened { .. } => wording!("mail-dispute-subject", "mail-dispute-body", "mail-dispute-short"),
            Self::Registered { .. } => {
                wording!("mail-registered-subject", "mail-registered-body", "mail-registered-short")
            }
            Self::NoticeToComplete { .. } => wording!("mail-notice-subject", "mail-notice-body", "mail-notice-short"),
            _ => wording!("mail-completed-subject", "mail-completed-body", "mail-completed-short"),
        }
    }

    /// What is filled into the texts.
    pub(super) fn values(&self, locale: Locale) -> Values<'_> {
        match self {
            Self::SignInCode { code, minutes, host } | Self::ContactCode { code, minutes, host } => {
                and(words([("code", code), ("host", host)]), "minutes", *minutes)
            }
            Self::ApplicationSent { reference, office, due, link }
            | Self::LookedAtAgain { reference, office, due, link }
            | Self::PassedOn { reference, office, due, link } => {
                let values = words([("reference", reference), ("office", office), ("link", link)]);
                and(values, "due", due_day(locale, *due))
            }
            Self::MoreAsked { reference, office, link }
            | Self::Issued { reference, office, link }
            | Self::Refused { reference, office, link } => {
                words([("reference", reference), ("office", office), ("link", link)])
            }
            Self::Withdrawn { reference, link } => words([("reference", reference), ("link", link)]),
            _ => self.values_of_account(locale),
        }
    }

    /// For the letters that name no application.
    fn values_of_account(&self, locale: Locale) -> Values<'_> {
        match self {
            Self::ExpiresSoon { last_day, link } => {
                and(words([("link", link)]), "day", day(locale, parts(*last_day), None))
            }
            Self::PhoneAdded { link } | Self::PasskeyAdded { link } | Self::PhoneLost { link } => {
                words([("link", link)])
            }
            Self::PhoneWaits { hours, link }
            | Self::PasskeyWaits { hours, link }
            | Self::RecoveryCardUsed { hours, link } => and(words([("link", link)]), "hours", *hours),
            Self::CertificateRevoked { office, link }
            | Self::DisputeOpened { office, link }
            | Self::Registered { office, link } => words([("office", office), ("link", link)]),
            Self::StaffInvitation { office, link, hours } => {
                and(words([("office", office), ("link", link)]), "hours", *hours)
            }
            Self::NoticeToComplete { office, due, link } => {
                let values = words([("office", office), ("link", link)]);
                and(values, "due", due_day(locale, *due))
            }
            Self::NoticeCompleted { office } => words([("office", office)]),
            _ => Values::new(),
        }
    }
}

fn words<'a, const N: usize>(given: [(&'static str, &'a String); N]) -> Values<'a> {
    given.into_iter().map(|(name, words)| (name, words.into())).collect()
}

fn and<'a>(mut values: Values<'a>, name: &'static str, value: impl Into<Value<'a>>) -> Values<'a> {
    values.push((name, value.into()));
    values
}

/// A due date lies weeks ahead at most, so its year goes without saying.
fn due_day(locale: Locale, due: Day) -> String {
    day_with_weekday(locale, parts(due), Some(due.year()), due.weekday().to_monday_one_offset().unsigned_abs())
}

fn parts(day: Day) -> (i16, u8, u8) {
    (day.year(), day.month().unsigned_abs(), day.day().unsigned_abs())
}
