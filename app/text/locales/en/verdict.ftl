# Verdicts: the word on the band, the line below it, what to do
verdict-valid = Valid
verdict-valid-why = Shown by the holder’s phone, { $time } ago
verdict-unlisted = Update first
verdict-unlisted-why = The code is genuine, but the list of ended certificates is too old to be sure
verdict-paper = See the ID card
verdict-paper-why = A genuine code on paper: anybody may be holding it
verdict-clock = Check again
verdict-clock-why = This code was made { $time } ago
verdict-clock-ahead = Their phone’s clock is { $time } ahead
verdict-stale = Ask for a new code
verdict-stale-why = It is { $time } off: perhaps a screenshot
verdict-stale-steps =
    Ask them to open Xinju and press “Show certificate”, then scan again. A screenshot does not count.
    Still no? Ask them to set the phone’s time to automatic.
    Keep nobody’s phone and nobody’s papers.
verdict-expired = Expired
verdict-expired-why = The code or the certificate is past its day
verdict-expired-steps =
    Ask them to go online once and open “Show certificate”: the code renews itself. Then scan again.
    Still expired? Then the certificate has run out. It can be renewed on the phone.
    Look at the ID card meanwhile and go on.
verdict-not-yet = Not valid yet
verdict-not-yet-why = Its day has not come: perhaps a clock is wrong
verdict-not-yet-steps =
    See whether the date and time of your own phone are right.
    Ask them to go online once and show it again.
    Still no? Look at the ID card.
verdict-suspended = Paused
verdict-suspended-why = The phone was reported lost, or an ID number is being checked
verdict-suspended-steps =
    Ask them to sign in to Xinju and see what to do. If the phone was found, signing in once is enough.
    Look at the ID card meanwhile and go on.
    Keep nobody’s phone and nobody’s papers.
verdict-malformed = Not read well
verdict-malformed-why = The code is incomplete, or it is not one of Xinju
verdict-malformed-steps =
    Wipe the lens, go closer, and get the whole code into the frame.
    Ask them to make the screen brighter and show it again.
    If the paper is folded or dirty, look at the ID card.
verdict-update = Update first
verdict-update-why = Your list of offices is old and may not know a new one
verdict-update-steps =
    Go online once: the list updates itself.
    Ask them to show it again, then scan again.
    No network? Look at the ID card.
verdict-not-genuine = Not genuine
verdict-not-genuine-why = The signature does not fit: it may have been changed
verdict-not-genuine-steps =
    Ask them to open Xinju and press “Show certificate”, then scan again. Screenshots and forwarded codes don’t count.
    Still no? Look at the ID card.
    Keep nobody’s phone and nobody’s papers.
verdict-revoked = Ended
verdict-revoked-why = The office that issued it has taken it back
verdict-revoked-steps =
    Ask them to look up the reason in Xinju. Perhaps there is a new one.
    If there is, ask for the new one.
    If not, look at the ID card and go on.
verdict-challenge = Wrong answer
verdict-challenge-why = It does not answer the code on your screen
verdict-challenge-steps =
    Ask once more: they scan your screen and press “Answer them”.
    Still wrong? Look at the ID card.
    Keep nobody’s phone and nobody’s papers.

verdict-list-age = List of ended certificates: { $time } old
verdict-list-none = No list of ended certificates to go by
verdict-keys-age = List of offices: { $time } old
verdict-seconds = { $n } s
verdict-minutes = { $n } min
verdict-hours = { $n } h
verdict-days = { $n } days
verdict-date = { $d } { $m } { $y }
verdict-months = January,February,March,April,May,June,July,August,September,October,November,December
verdict-comma = {", "}
verdict-id-number = ID number
verdict-masked = starts with { $first }, ends with { $last }
verdict-sex-and-birth = Sex, born
verdict-male = male
verdict-female = female
verdict-family = Family
verdict-unmarried = unmarried
verdict-married = married
verdict-widowed = widowed
verdict-divorced = divorced
verdict-son = one son
verdict-sons = { $n } sons
verdict-daughter = one daughter
verdict-daughters = { $n } daughters
verdict-no-children = no children
verdict-home-office = Home place
verdict-valid-until = Valid until
verdict-spouse = Spouse
verdict-compare-title = Compare the ID card
verdict-compare-registration =
    Is this the same person?
    Same name, birth date, first and last character?
verdict-compare-minimum =
    Is this the same person?
    Same name, first and last character?
verdict-what-now = What to do
verdict-calm-title = Having no certificate costs nobody anything
verdict-calm-words = Errands, doctors and the children’s school go on as always.
verdict-reasons-title = A genuine code can fail, too. See why
verdict-reasons =
    The phone’s clock is wrong: set the time to automatic, then show it again.
    The list is old: go online once, then scan again.
    The lens is dirty, or it is too far away.
    The code is cut off: scroll down a little, and let nothing cover it.
    It is a screenshot: the code changes every 30 seconds, and a screenshot is soon worth nothing.

verdict-bar-title = Check
verdict-bar-offline = Works with no network

# The page that any camera opens
verdict-v-title = Check a certificate
verdict-v-opening = Opening…
verdict-v-judging = Checking…
verdict-v-host = Look at the address bar. The result counts only at this address:
verdict-v-explain = Scan their code with your phone’s camera, and this page tells whether it is genuine. The check is done on your phone; nothing about them is sent anywhere.
verdict-v-steps =
    Ask them to open Xinju and press “Show certificate”.
    Open your phone’s camera and point it at the code.
    Press the address that appears on the screen.
verdict-v-cleared = A minute has passed, and what was shown is gone.
verdict-v-no-basis = There is no network, and no list on this phone. Go online once, then scan again.
verdict-v-no-code = No code was found. Take a clearer picture, or paste the whole address.
verdict-v-paste = Or paste the code’s address here
verdict-v-paste-hint = Like https://…/v#12345…, from beginning to end
verdict-v-check = Check
verdict-v-picture = Or pick a picture of the code
verdict-v-next = Check another
verdict-v-no-script-title = This page needs the browser’s script
verdict-v-no-script-words = The check is computed on your own phone and handed to nobody. Open this page in the phone’s own browser; if that fails, look at the ID card, or ask a registering officer.
