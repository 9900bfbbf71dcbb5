# Me
account-title = Me
account-save = Save
account-keep = Keep it
account-remove = Remove
account-stop = Not me: stop it
account-sign-out = Sign out
account-leave-no-trace = Sign out and leave no trace
account-leave-no-trace-hint = For a borrowed phone: your data and the certificate are cleared from it.

account-done-name = The name is saved
account-done-contact = Added
account-done-removed = Removed
account-done-news = Changed
account-done-passkey = The passkey is added and works right now
account-done-passkey-waits = The passkey is added and counts in 24 hours
account-done-card = You have a new recovery card
account-done-stopped = Stopped
account-done-ended = Signed out there
account-done-withdrawn = Withdrawn

# What waits
account-recovery-head = Somebody used your recovery card
account-recovery-ready = They get in on { $when }
account-recovery-words = If it was you, do nothing. If not, stop it now.
account-passkey-head = Somebody added a passkey
account-passkey-waits = Counts from { $when }
account-passkey-waits-words = If it was you, do nothing. If not, stop it now.
account-way-in-head = Waiting for you
account-way-in-title = Add another way to sign in
account-way-in-words = Now there is only the recovery card. If it is lost, you are locked out.

# Name
account-name-title = Name
account-name-none = Not given yet
account-name-question = What shall we call you?
account-name-hint = Xinju calls you so. The name on a certificate is that of the ID card; you give it in the application.

# Addresses
account-contacts-title = Phone numbers and mail
account-contacts-none = None yet
account-contacts-hint = Codes and news go here. With one more you get in even when a phone is lost.
account-contacts-add = Add another
account-contacts-address = Phone number or mail address
account-contacts-confirm = Confirm
account-contacts-news = News and codes
account-contacts-no-news = Codes only
account-contacts-stop-news = No news
account-contacts-want-news = News too
account-contacts-taken = Another account has this address. Remove it there first.
account-contacts-last = This is the last way to sign in. Add another first.
account-contacts-needs = To remove an address, sign in with a passkey: warnings go there

# Passkeys
account-passkeys-title = Passkeys
account-passkeys-row = { $count ->
    [0] None yet: sign in with fingerprint or face
    [one] One
   *[other] { $count }
}
account-passkeys-hint = Sign in with fingerprint, face or the lock of your screen, without waiting for a message. The key stays in your phone.
account-passkeys-add = Add a passkey
account-passkey-used = Used { $when }
account-passkey-made = Added { $when }, not used yet
account-passkey-rename = Rename
account-passkey-name = A name that you recognise
account-passkey-name-empty = The name is still empty. Please write a few letters.
account-passkey-new = Add a passkey
account-passkey-new-hint = Your phone asks for your fingerprint, face or screen lock.
account-passkey-new-button = Add one on this phone
account-passkey-will-wait = You came with a code, so a new one counts in 24 hours. Sign in with a passkey that you have, and it counts at once.
account-passkey-script = Adding a passkey needs the browser's scripts.
account-passkey-remove = Remove the passkey
account-passkey-remove-question = Remove “{ $name }”?
account-passkey-remove-words = It no longer signs you in, and places that it signed in are signed out.
account-passkey-last = This is the last way to sign in. Add a phone number, a mail address or another passkey first.
account-passkey-staff = A staff account keeps one passkey. Add a new one first.
account-passkey-needs = To remove a passkey, sign in with a passkey. Phone lost? Add a new one, and remove the old one once it counts.
account-post-head = Waiting for you
account-post-title = Make a passkey
account-post-words = Then the desk opens.
account-to-desk = To the desk

# The recovery card
account-card-title = Recovery card
account-card-made = Made { $when }
account-card-none = None yet
account-card-what = When the phone is lost and the number has changed, this card still gets you in. Keep it as you would keep a bank book.
account-card-waits = Getting in with the card takes 24 hours, and every number and address is told meanwhile
account-card-new = Make a new card
account-card-new-hint = The old one stops working.
account-card-yours = This is your recovery card
account-card-once = It is shown this once. Print it, copy it or photograph it, and keep it away from the phone.
account-card-on = Phone lost, number changed? Open Xinju, sign in, choose “I have a recovery card”.
account-card-print = Print
account-card-saved = I have it

# Where one is signed in
account-sessions-title = Where you are signed in
account-sessions-hint = Sign out what you don't recognise.
account-sessions-unknown = A browser without a name
account-sessions-this = This one
account-sessions-seen = Used { $when }
account-sessions-end = Sign out
account-sessions-all = Sign out everywhere
account-sessions-all-hint = Here too, and the certificate leaves this phone.

# Who saw my data
account-seen-title = Who saw my data
account-seen-row = Which office, when, and why
account-seen-hint = Every look by staff is written down here, and nobody can change it.
account-seen-nobody = Nobody has looked yet
account-seen-reason = Why: { $reason }
account-seen-anybody = When you show your code to others, nothing is noted about them. Only signed-in officers are written down.
account-action-application-submitted = Received the application
account-action-application-opened = Opened your application
account-action-application-assigned = Took on your application
account-action-application-more-asked = Asked you for more
account-action-application-answered = Received your answer
account-action-application-issued = Issued your certificate
account-action-application-refused = Did not issue a certificate
account-action-application-looked-again = Looked at it again
account-action-application-passed-on = Passed the application on to another office
account-action-application-withdrawn = The application was withdrawn
account-action-certificate-opened = Opened your certificate
account-action-certificate-renewed = Renewed your certificate
account-action-certificate-corrected = Corrected your certificate
account-action-certificate-revoked = Revoked your certificate
account-action-certificate-printed = Printed the certificate
account-action-paper-added = Added a paper
account-action-paper-viewed = Looked at your papers
account-action-paper-removed = Removed a paper
account-action-person-searched = Found you by name or number
account-action-phone-bound = Bound a phone
account-action-phone-reported-lost = Reported a phone lost
account-action-phone-restored = Restored a phone
account-action-phone-removed = Removed a phone
account-action-scan-made = Scanned the certificate that you showed
account-action-number-checked = Checked a certificate number
account-action-registration-made = Registered you
account-action-registration-opened = Opened your registration
account-action-report-read = Read the report of your registration
account-action-notice-sent = Asked you to complete something
account-action-notice-completed = Completed
account-action-notice-ended = No longer needed
account-action-account-opened = Opened the account
account-action-account-opened-at-counter = Opened the account with you at a counter
account-action-account-signed-in = Signed in
account-action-account-signed-out-everywhere = Signed out everywhere
account-action-account-contact-added = Added a number or address
account-action-account-contact-removed = Removed a number or address
account-action-account-passkey-added = Added a passkey
account-action-account-passkey-renamed = Renamed a passkey
account-action-account-passkey-removed = Removed a passkey
account-action-account-wait-started = A wait of 24 hours began
account-action-account-wait-stopped = Stopped what was waiting
account-action-account-card-replaced = Replaced the recovery card
account-action-account-recovered = Got in with the recovery card
account-action-account-consent-given = You agreed
account-action-account-consent-withdrawn = You withdrew your consent
account-action-account-exported = Downloaded the data
account-action-account-deleted = Deleted the account
account-action-staff-invited = Invited a colleague
account-action-staff-joined = Joined an office
account-action-staff-signed-in = Signed in to the desk
account-action-staff-role-given = Got a post
account-action-staff-role-taken = Gave back a post
account-action-staff-removed = Left an office
account-action-staff-work-handed-over = Open work was handed over
account-action-office-added = Added an office
account-action-office-changed = Changed an office
account-action-office-closed = Closed an office
account-action-dispute-raised = The ID number is disputed
account-action-dispute-taken-up = Began to settle the dispute
account-action-dispute-settled = Settled the dispute
account-action-key-made = Made an issuing key
account-action-key-rotated = Changed the issuing key
account-action-key-removed = Removed an issuing key

# Consents
account-consents-title = What I agreed to
account-consents-row = You can withdraw at any time
account-consents-hint = Withdrawing is as easy as agreeing. What was done already stays as it is.
account-consents-none = Nothing has needed your consent yet
account-consents-given = Agreed { $when }
account-consents-withdraw = Withdraw
account-consents-withdrawn = Withdrawn

# Taking everything along
account-export-title = Download my data
account-export-row = All that Xinju knows about you, in one file
account-export-words = Name, addresses, applications, registrations, who saw you: all in one file (JSON).
account-export-careful = The file holds your ID number. Don't download it on a borrowed phone.
account-export-button = Download

# Leaving
account-delete-title = Delete my account
account-delete-row = All your data goes
account-delete-question = Do you really want to delete your account?
account-delete-gone = Numbers, addresses, passkeys, drafts, photos and papers are removed
account-delete-stays = Registrations and decisions that offices must keep stay, without a tie to your account
account-delete-certificate = The certificate on your phone can no longer be shown; an open application is withdrawn
account-delete-forever = It cannot be undone. You can open a new account later.
account-delete-export = Download my data first
account-delete-button = Delete the account
account-delete-post = You still hold a post. Ask an administrator to take it back first.
account-deleted = The account is deleted
account-deleted-words = Your data is gone. If you want to come back some day, open a new one.

# Language
account-language-title = Language
account-language-back = Back
