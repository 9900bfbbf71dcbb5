//! What staff may do. A right is always that of a role at an office, and it never reaches past the office's region;
//! the one exception is what a resident showed: a certificate that was held out to an officer may be scanned wherever
//! its holder comes from.
//!
//! | role | works at | may |
//! |---|---|---|
//! | issuing | the home place | judge applications, issue, renew, correct, revoke, settle disputes, read reports |
//! | registering | the current place | scan, check a number, register, send notices, open an account at the counter |
//! | administrator | a county | keep offices, staff and settings, read the history; no person's application |

use crate::coded::coded;
use crate::region::RegionCode;

coded! {
    Role: "role" {
        Issuing = "issuing",
        Registering = "registering",
        Administrator = "administrator",
    }
}

coded! {
    /// One thing that staff do.
    Right: "right" {
        ReadApplications = "read_applications",
        JudgeApplication = "judge_application",
        KeepCertificates = "keep_certificates",
        SettleDispute = "settle_dispute",
        ReadReports = "read_reports",
        Scan = "scan",
        CheckNumber = "check_number",
        Register = "register",
        SendNotice = "send_notice",
        ReadRegistrations = "read_registrations",
        OpenAccount = "open_account",
        HelpRecover = "help_recover",
        KeepOffices = "keep_offices",
        KeepStaff = "keep_staff",
        ReadHistory = "read_history",
        KeepSettings = "keep_settings",
    }
}

impl Right {
    /// Rights over what a resident held out: where the person comes from does not matter.
    pub const fn is_over_what_was_shown(self) -> bool {
        matches!(self, Right::Scan | Right::CheckNumber)
    }
}

impl Role {
    pub const fn rights(self) -> &'static [Right] {
        match self {
            Role::Issuing => &[
                Right::ReadApplications,
                Right::JudgeApplication,
                Right::KeepCertificates,
                Right::SettleDispute,
                Right::ReadReports,
                Right::HelpRecover,
            ],
            Role::Registering => &[
                Right::Scan,
                Right::CheckNumber,
                Right::Register,
                Right::SendNotice,
                Right::ReadRegistrations,
                Right::OpenAccount,
                Right::HelpRecover,
            ],
            Role::Administrator => &[Right::KeepOffices, Right::KeepStaff, Right::ReadHistory, Right::KeepSettings],
        }
    }
}

/// Whether a role at an office may do a thing to a record of a region. The record's region is the home place of an
/// application or a certificate, the current place of a registration, the place of an office.
pub fn may(role: Role, office_region: RegionCode, right: Right, record_region: RegionCode) -> bool {
    role.rights().contains(&right) && (right.is_over_what_was_shown() || office_region.contains(record_region))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(code: &str) -> RegionCode {
        RegionCode::parse(code).expect("a region code")
    }

    #[test]
    fn no_right_reaches_past_the_office_s_region() {
        let office = region("990123");
        for role in Role::ALL {
            for right in Right::ALL {
                let has = role.rights().contains(right);
                assert_eq!(may(*role, office, *right, office), has);
                assert_eq!(may(*role, office, *right, region("990123001")), has);
                for outside in ["9901", "99", "990204", "990124001", "990204001"] {
                    let shown = has && matches!(right, Right::Scan | Right::CheckNumber);
                    assert_eq!(may(*role, office, *right, region(outside)), shown, "{role} {right} {outside}");
                }
            }
        }
    }

    #[test]
    fn each_role_does_its_own_work_and_no_other() {
        let here = region("990123");
        for (right, who) in [
            (Right::JudgeApplication, vec![Role::Issuing]),
            (Right::KeepCertificates, vec![Role::Issuing]),
            (Right::Scan, vec![Role::Registering]),
            (Right::Register, vec![Role::Registering]),
            (Right::HelpRecover, vec![Role::Issuing, Role::Registering]),
            (Right::KeepStaff, vec![Role::Administrator]),
            (Right::ReadHistory, vec![Role::Administrator]),
        ] {
            let may_do: Vec<Role> = Role::ALL.iter().copied().filter(|role| may(*role, here, right, here)).collect();
            assert_eq!(may_do, who, "{right}");
        }
    }

    #[test]
    fn a_right_that_nobody_has_does_not_exist() {
        for right in Right::ALL {
            assert!(Role::ALL.iter().any(|role| role.rights().contains(right)), "{right}");
        }
    }
}
