//! What stands in the history of a record: every change and every look at a person's data, each with a stable code.
//! A *look* changes nothing and is written all the same; the person reads it under *who saw my data*.

use crate::coded::coded;

coded! {
    Action: "action of the history" {
        ApplicationSubmitted = "application.submitted",
        ApplicationOpened = "application.opened",
        ApplicationAssigned = "application.assigned",
        ApplicationMoreAsked = "application.more_asked",
        ApplicationAnswered = "application.answered",
        ApplicationIssued = "application.issued",
        ApplicationRefused = "application.refused",
        ApplicationLookedAgain = "application.looked_again",
        ApplicationPassedOn = "application.passed_on",
        ApplicationWithdrawn = "application.withdrawn",

        CertificateOpened = "certificate.opened",
        CertificateRenewed = "certificate.renewed",
        CertificateCorrected = "certificate.corrected",
        CertificateRevoked = "certificate.revoked",
        CertificatePrinted = "certificate.printed",

        PaperAdded = "paper.added",
        PaperViewed = "paper.viewed",
        PaperRemoved = "paper.removed",

        PersonSearched = "person.searched",

        PhoneBound = "phone.bound",
        PhoneReportedLost = "phone.reported_lost",
        PhoneRestored = "phone.restored",
        PhoneRemoved = "phone.removed",

        ScanMade = "scan.made",
        NumberChecked = "number.checked",
        RegistrationMade = "registration.made",
        RegistrationOpened = "registration.opened",
        ReportRead = "report.read",

        NoticeSent = "notice.sent",
        NoticeCompleted = "notice.completed",
        NoticeEnded = "notice.ended",

        AccountOpened = "account.opened",
        AccountOpenedAtCounter = "account.opened_at_counter",
        AccountSignedIn = "account.signed_in",
        AccountSignedOutEverywhere = "account.signed_out_everywhere",
        AccountContactAdded = "account.contact_added",
        AccountContactRemoved = "account.contact_removed",
        AccountPasskeyAdded = "account.passkey_added",
        AccountPasskeyRenamed = "account.passkey_renamed",
        AccountPasskeyRemoved = "account.passkey_removed",
        AccountWaitStarted = "account.wait_started",
        AccountWaitStopped = "account.wait_stopped",
        AccountCardReplaced = "account.card_replaced",
        AccountRecovered = "account.recovered",
        AccountConsentGiven = "account.consent_given",
        AccountConsentWithdrawn = "account.consent_withdrawn",
        AccountExported = "account.exported",
        AccountDeleted = "account.deleted",

        StaffInvited = "staff.invited",
        StaffJoined = "staff.joined",
        StaffSignedIn = "staff.signed_in",
        StaffRoleGiven = "staff.role_given",
        StaffRoleTaken = "staff.role_taken",
        StaffRemoved = "staff.removed",
        StaffWorkHandedOver = "staff.work_handed_over",

        OfficeAdded = "office.added",
        OfficeChanged = "office.changed",
        OfficeClosed = "office.closed",

        DisputeRaised = "dispute.raised",
        DisputeTakenUp = "dispute.taken_up",
        DisputeSettled = "dispute.settled",

        KeyMade = "key.made",
        KeyRotated = "key.rotated",
        KeyRemoved = "key.removed",
    }
}

coded! {
    /// The kind of record to whose history an entry belongs: a paper viewed with its application is in the history of
    /// the application.
    RecordKind: "kind of record" {
        Application = "application",
        Certificate = "certificate",
        Registration = "registration",
        Scan = "scan",
        Notice = "notice",
        Report = "report",
        Account = "account",
        Phone = "phone",
        Person = "person",
        Staff = "staff",
        Office = "office",
        Dispute = "dispute",
        Key = "key",
    }
}

impl Action {
    /// A look at a person's data by somebody else, which changes nothing.
    pub const fn is_look(self) -> bool {
        matches!(
            self,
            Action::ApplicationOpened
                | Action::CertificateOpened
                | Action::PaperViewed
                | Action::PersonSearched
                | Action::ScanMade
                | Action::NumberChecked
                | Action::RegistrationOpened
                | Action::ReportRead
        )
    }

    /// What the action is about: the part of the code before the dot.
    pub fn subject(self) -> &'static str {
        self.code().split('.').next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_subject_and_deed_and_lead_back() {
        for action in Action::ALL {
            let (subject, deed) = action.code().split_once('.').expect("a dot");
            assert_eq!(action.subject(), subject);
            assert!(deed.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{action}");
            assert_eq!(Action::from_code(action.code()), Some(*action));
        }
    }

    #[test]
    fn looks_are_told_apart_from_changes() {
        let looks: Vec<&str> = Action::ALL.iter().filter(|a| a.is_look()).map(|a| a.code()).collect();
        assert_eq!(
            looks,
            [
                "application.opened",
                "certificate.opened",
                "paper.viewed",
                "person.searched",
                "scan.made",
                "number.checked",
                "registration.opened",
                "report.read"
            ]
        );
    }
}
