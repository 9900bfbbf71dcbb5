# The form in the scanner
registration-title = Register this person
registration-address = Where they live now (may be left out)
registration-address-hint = Ask once; leave it empty if they would rather not say
registration-digits = Characters 12 to 17 of the ID number
registration-digits-hint = From the seventh to the second to last, six digits. One paper has five tries.
registration-missing = What is missing?
registration-missing-hint = What you tick, we ask them for. They have 15 working days, and no fine if they are late. Tick nothing if nothing is missing.
registration-note = A sentence for them (may be left out)
registration-note-hint = Such as: bring the rental contract
registration-due = By which day (may be left out)
registration-due-hint = Empty means 15 working days from now
registration-send = Register
registration-back = Back
registration-privacy = Their home place is told, and they see that your office registered them.
registration-sign-in-link = Sign in
registration-waiting = Waiting to be sent: { $n }. They send themselves when there is a network, never lost, never twice.
registration-waiting-sign-in = Waiting to be sent: { $n }. Sign in once, and they send themselves.
registration-not-allowed = Your account has no post that registers. Ask your administrator for it.
registration-no-store = This phone has no room and there is no network, so nothing was registered. Make some room, or go online and press again.
registration-sent = Noted
registration-seen = Got it
registration-again = Put it right and send

# What the server answers
registration-done = Registered. Their home place is told, and they can see it.
registration-done-late = Registered. The scan was more than a day ago, so it is marked “late”.
registration-done-challenged = Registered. Their phone answered in front of you.
registration-refused-digits = The six digits do not match the card. Please copy them once more. { $left ->
    [one] One try is left.
   *[other] { $left } tries are left.
}
registration-refused-already = This code is registered already. Nothing more to do.
registration-refused-address = The address is too long. Please make it shorter.
registration-refused-little = Not registered: they showed only that it is valid. Ask them to pick “Registration”, then scan again.
registration-refused-old = Not registered: the scan is more than 7 days old. Ask them to show it again.
registration-refused-time = Not registered: this phone’s clock is wrong. Set the time to automatic, then scan again.
registration-refused-unreadable = Not registered: what was sent is incomplete. Please scan again.
registration-refused-malformed = Not registered: the code is incomplete. Please scan again.
registration-refused-not-genuine = Not registered: this code is not genuine. Ask them to open Xinju and show it again.
registration-refused-revoked = Not registered: this certificate has been ended. Look at the ID card and go on.
registration-refused-suspended = Not registered: this certificate is paused. Ask them to sign in to Xinju.
registration-refused-expired = Not registered: the code had run out when it was scanned. Ask them to go online once and show it again.
registration-refused-not-yet-valid = Not registered: the code was not valid yet when it was scanned. See whether your phone’s clock is right.
registration-refused-challenge-failed = Not registered: it does not answer the code on your screen. Please ask again.
registration-refused-paper = Not registered: a code on paper is compared with the ID card.
registration-refused-stale = Not registered: the code is too old, perhaps a screenshot. Ask for a new one and scan again.
registration-refused-clock = Not registered: the two phones’ clocks differ too much. Ask their phone.
registration-refused-valid = Not registered. Please scan again.

# The office's list
registration-list-title = Registrations
registration-list-empty = No registrations yet. Scan a code to begin.
registration-desk = Desk
registration-scan = Scan a code
registration-name = Name
registration-number = Number
registration-when = Registered
registration-scanned = Scanned
registration-how = How it was shown
registration-lives = Lives at
registration-home = Home place
registration-by-phone = phone
registration-by-answer = phone, answered on the spot
registration-by-paper = paper, compared with the card
registration-late = late
registration-notice = To complete
registration-look = They see under “who saw my data” that you opened this page.
