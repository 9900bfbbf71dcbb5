# The desk of the home office
desk-title = Desk
desk-tabs = Parts of the desk
desk-tab-applications = Applications
desk-tab-certificates = Certificates
desk-tab-disputes = Disputed numbers
desk-work-issuing = Judge applications, issue certificates
desk-work-registering = Verify and register
desk-work-administrator = Offices and staff
desk-joint = ;{" "}
desk-today = Today
desk-history = What happened
desk-colleague = A colleague

# Search
desk-search = Name, reference or ID number
desk-search-title = Search
desk-search-hint = Type a full name, an ID number, a reference or a certificate number into the box above. The person can see that you looked.
desk-search-found = { $count ->
    [0] Nothing found for “{ $wanted }”
    [one] One match for “{ $wanted }”
   *[other] { $count } matches for “{ $wanted }”
}
desk-search-none = Only people of this office are found, by their full name. Try another spelling.

# Queue
desk-queue-title = { $count ->
    [0] { $office } has answered everything
    [one] One waits for { $office }
   *[other] { $count } wait for { $office }
}
desk-queue-empty = Nothing here.
desk-nothing-open = Open one on the left to see its papers and decide.
desk-to-queue = Back to the queue
desk-filters = Part of the queue
desk-filter-all = All { $count }
desk-filter-mine = Mine { $count }
desk-filter-waiting = Their turn { $count }
desk-filter-closed = Done
desk-page-before = Previous page
desk-page-after = Next page
desk-owner-me = Me
desk-owner-none = Nobody yet
desk-kind-new = New
desk-kind-back = Answer came back
desk-kind-second-look = Second look
desk-tag-overdue = Overdue
desk-tag-today = Due today
desk-tag-left = { $count ->
    [one] 1 day left
   *[other] { $count } days left
}
desk-state-draft = Not sent
desk-state-submitted = Waiting for us
desk-state-more-asked = Waiting for them
desk-state-issued = Issued
desk-state-refused = Not issued
desk-state-withdrawn = Taken back

# Record
desk-record-kind = Certificate application · { $reference }
desk-promise = { $now ->
    [0] Counting begins tomorrow, { $days } days,{" "}
   *[other] Day { $now } of { $days },{" "}
}
desk-promise-last = by { $day }
desk-promise-overdue = an answer was due by { $day }
desk-promise-stands = the clock stands still
desk-born-name = Sex, born
desk-born = { $sex }, { $born }
desk-check-id = Check character fits
desk-check-born = Agrees with the number
desk-check-home = Belongs here
desk-check-home-not = Not this office
desk-check-no-paper = No paper added
desk-check-doubles = Duplicates
desk-check-no-other = No other application
desk-check-others = Other applications: { $references }
desk-check-certificate = Has a certificate ({ $number }); a new one replaces it
desk-check-namesakes = { $count ->
    [one] one namesake with another number
   *[other] { $count } namesakes with other numbers
}
desk-check-disputed = Two accounts gave this number
desk-check-dispute = Settle the dispute first
desk-check-single = No duplicate
desk-check-look = Please look
desk-papers = Papers
desk-papers-none = No papers were added.
desk-paper-number = { $now } of { $total }
desk-paper-open = Enlarge
desk-paper-pdf = This one is a PDF. Press “Enlarge” to open it.
desk-compare = One thing only you can see: is it the same person?
desk-compared = ID card and photo
desk-compare-added = Added { $day }
desk-messages = Questions and answers
desk-asked-us = We asked
desk-answered-in-place = Answered in the application
desk-line-submitted = Application sent
desk-line-more-asked = More was asked for
desk-line-answered = They answered
desk-line-issued = Issued
desk-line-refused = Answer: not issued
desk-line-looked-again = They asked for a second look
desk-line-passed-on = Passed on from another office
desk-line-withdrawn = They took it back
desk-line-now-you = You are looking at it
desk-line-now-resident = Waiting for them
desk-to-certificate = Certificate { $number }
desk-with-colleague = { $colleague } has this in hand. To decide on it yourself, take it over first.
desk-second-look = It was not issued the first time, and the person asked for another officer. The reason then: { $reason }

# What can be done
desk-issue = Issue
desk-issue-what = { $name } is told at once and can show it on the phone, until { $last }. Your name is kept in the record.
desk-more = Ask for more
desk-refuse = Do not issue
desk-take = Take it on
desk-take-over = Take it over
desk-take-what = From then on it is yours, and the record says so.
desk-give-back = Put it back for others
desk-pass-on = Not ours: pass it on to the right office
desk-more-title = What does { $name } still need to add?
desk-more-hint = The clock stands still until the answer comes.
desk-more-words = Your words to the person
desk-more-words-hint = Say what is missing and how to add it. For example: the photo has a glare, please take one beside a window.
desk-more-questions = Which answers do you reopen?
desk-more-questions-hint = Only these are asked again.
desk-more-send = Send
desk-refuse-title = Not issue { $name }’s certificate?
desk-refuse-way-out = The person sees the reason, may have another officer look, and may apply again.
desk-refuse-last = This was the second look. The person sees the reason and may apply again later.
desk-refuse-reason = Why it cannot be issued
desk-refuse-reason-hint = The person reads this. Give the reason, and what can still be done.
desk-refuse-send = Tell the person, do not issue
desk-pass-on-title = Where does { $name }’s application belong?
desk-pass-on-hint = It goes there at once, and the person is told. The promised day stays: { $day }.
desk-pass-on-office = The right office
desk-pass-on-choose = Choose one
desk-pass-on-send = Pass it on

# What was done, and what happened meanwhile
desk-done-issued = Issued. { $name } has been told.
desk-done-refused = { $name } has been told. The clock has stopped.
desk-done-more = Sent to { $name }. The clock stands still; the answer comes back to you.
desk-done-taken = It is yours now.
desk-done-passed-on = Passed on. The person has been told.
desk-done-given-back = Back in the queue.
desk-told-changed = It changed while you were looking. Now: { $state }. Your step was not taken; please look again.
desk-told-decided = A colleague was faster. Now: { $state }. Your step was not taken.
desk-told-colleague = { $colleague } has this in hand, so your step was not taken. To decide on it yourself, take it over first.
desk-told-another = You did not issue it the first time, so another officer looks at it now.
desk-told-not-now = That cannot be done now. Please look again.

# Two accounts, one ID number
desk-disputes-title = Disputed numbers
desk-disputes-hint = Two accounts gave the same ID number. Compare ID cards of both, or their papers. Who came first need not be right.
desk-disputes-none = Nothing waits.
desk-dispute-open = Waiting for you
desk-dispute-taken-up = Being compared; the certificate is suspended
desk-dispute-holder = Gave it first
desk-dispute-claimant = Gave it later
desk-dispute-opened = Since
desk-dispute-unnamed = No name given
desk-dispute-take-up = Begin to compare
desk-dispute-take-up-what = Until you are done, the certificate of this number is suspended.
desk-dispute-settle = Settle
desk-dispute-settle-title = Whose number is it?
desk-dispute-verdict = What the ID card showed
desk-dispute-for-holder = Gave it first. Everything stays, the certificate works again.
desk-dispute-for-claimant = Gave it later. Number and certificate move over; what the first phone shows ends at once.
desk-dispute-reason = How it was compared
desk-dispute-done-taken-up = Begun. The certificate is suspended.
desk-dispute-done-settled = Settled.
