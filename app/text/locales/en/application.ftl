# My applications, and the way in
application-overview-title = My certificate
application-to-home = Home
application-saved = Saved. You can go on later, on another phone too.
application-all = Applications
application-row-more = Number { $reference }, sent { $sent }
application-begin-words = Apply on your phone: no journey home, no fee. It takes about ten minutes, and you can stop at any time.
application-begin = Begin
application-begin-again = Apply again
application-see-status = See where it stands
application-your-turn = Your turn
application-offices-turn = It is { $office }’s turn
application-by-office = Answer from { $office }
application-answer-by = They answer you by { $day }
application-draft-title = Your application is not sent yet
application-draft-words = { $left ->
    [0] Everything is filled in. Look it over and send it.
    [one] One question left. What you filled in is here.
   *[other] { $left } questions left. What you filled in is here.
}
application-discard-link = Delete what I filled in
application-discard-title = Delete what you filled in?
application-discard-words = Your answers and photos are deleted and cannot be brought back. You can begin again at any time.
application-discard = Delete
application-discard-not = Keep it
application-state-draft = Not sent yet
application-state-issued = Your certificate is ready
application-state-refused = No certificate this time
application-state-withdrawn = Taken back

# What it is, and the separate consent
application-explain-title = Apply for the certificate
application-explain-hint = One question at a time. Every answer is saved as you go.
application-need-id = Your ID card: you copy the number and take a photo
application-need-photo = A photo of yourself, taken now if you like
application-need-time = The answer comes within 7 working days of sending
application-need-free = It is free, and entirely up to you
application-consent-title = May we ask you first
application-consent-words = The certificate needs your ID number, marriage, children, photo and papers. This is sensitive personal information. We take it only if you agree.
application-consent-who = Only the officers of your home place see it, and you can see who looked
application-consent-how = Stored encrypted, used only to issue and show the certificate
application-consent-stop = You can take your consent back at any time; nothing else changes
application-consent-yes = I agree that this information is used for my certificate
application-consent-missing = We need your consent to go on. Please tick this box

# Questions
application-continue = Continue
application-keep = Done
application-save-later = Save for later
application-back = Back
application-to-check = Check
application-privacy = Stored encrypted. You can see who looked.
application-privacy-id = The number is stored encrypted. You can see who looked.
application-privacy-name = The name is stored encrypted. You can see who looked.
application-privacy-paper = Where a photo was taken is removed from it. Stored encrypted.
application-ask-home-place = Where is your household registered?
application-hint-home-place = The place in your household booklet. The application goes to the office there.
application-ask-current-place = Where do you live now?
application-hint-current-place = The street office or county is enough, no house number.
application-ask-name = What is your name?
application-hint-name = As on your ID card.
application-ask-spouse = What is your spouse’s name?
application-hint-spouse = As on the marriage certificate.
application-ask-id-number = What is your ID number?
application-hint-id-number = Birth date and sex are read from it. You need not fill them in.
application-id-read = Read from the number: born { $born }, { $sex }
application-id-born = { $born }, { $sex }
application-readback-lead = Compare with your card, group by group:
application-readback-area = First 6
application-readback-birth = Birth date
application-readback-rest = Last { $count }
application-ask-marriage = Are you married?
application-hint-marriage = Choose what is true now.
application-marital-10 = Never married
application-marital-20 = Married
application-marital-20-hint = With a marriage certificate
application-marital-30 = Widowed
application-marital-40 = Divorced
application-ask-children = How many children do you have?
application-hint-children = Write 0 if none.
application-sons = Sons
application-daughters = Daughters
application-children-none = No children
application-children-count = Sons: { $sons }, daughters: { $daughters }
application-ask-photo = Add a photo of yourself
application-hint-photo = Face to the front and clear. The background does not matter.
application-photo-there = Added
application-ask-papers = Add photos of your papers
application-hint-papers = The ID card is needed. The household booklet and marriage certificate help, but you can send without them.
application-list-joint = ,{" "}
application-sex-male = male
application-sex-female = female
application-name-home-place = Home place
application-name-current-place = Living in
application-name-name = Name
application-name-id-number = ID number
application-name-born = Birth date and sex
application-name-marriage = Marriage
application-name-spouse = Spouse’s name
application-name-children = Children
application-name-photo = Photo
application-name-papers = Papers

# Check, send, the number
application-check-title = Check your answers and send
application-check-hint = If something is wrong, press “Change” beside it.
application-change = Change
application-check-goes-to = It goes to { $office }
application-send = Send the application
application-sent-title = Sent
application-sent-number = Your application’s number
application-sent-keep = This number is good for life. Write it down or take a screenshot.
application-sent-next = What happens next
application-sent-look = Somebody at { $office } looks at it.
application-sent-answer = They answer you by { $day }.
application-sent-told = If they need more from you, and when it is done, we tell you. It also stands under “My certificate”.

# One ID number in two accounts
application-disputed-title = Another account already has this ID number
application-disputed-words = Perhaps you opened an account before, perhaps somebody copied a digit wrong. The home office will look into it. It is not your fault.
application-disputed-check = First see whether the number was copied right.
application-disputed-wait = If it was, please wait: the office tells you when it is settled.
application-disputed-kept = Everything you filled in is kept and can be sent then.
application-disputed-look = Look at the number

# The home office is not on this portal
application-on-paper-title = Your home place cannot be reached here yet
application-on-paper-words = { $place } does not work with this portal yet. We tell you now, before you fill in anything.
application-on-paper-print = Print the letter that we wrote for you and fill in your name.
application-on-paper-send = Post it, or ask your family to hand it in.
application-on-paper-nothing = Having no certificate costs nobody anything.
application-on-paper-letter = Print the letter
application-on-paper-other = I chose the wrong place
application-office = Office
application-office-address = Address
application-office-phone = Telephone
application-letter-title = 申请办理流动人口婚育证明
application-letter-how = Print it with your browser, or save it as a file. The letter is in Chinese, for the office.
application-letter-to = { $place }负责办理婚育证明的单位：
application-letter-words = 您好。我的户籍在{ $place }，现在外地生活，想请您为我办理流动人口婚育证明。
application-letter-reach = 怎么找到我
application-letter-ask = 请把证明寄到我现在住的地方；如果还要补什么材料，请告诉我。随信附上身份证复印件。谢谢您。
application-letter-sign = 签名
application-letter-day = 日期

# Where it stands
application-status-title = Certificate application
application-number-before = Number{" "}
application-number-after = , good for life
application-latest-before = By{" "}
application-latest-after = they answer you
application-promise-count = { $now ->
    [0] { $days } working days, counted from the next one.
   *[other] { $days } working days, today is day { $now }.
}
application-promise-paused = The days we waited for you don’t count.
application-overdue = The answer was due by { $day }
application-overdue-words = It has not come, and that is our fault. Yours is first in the queue; you need not send it again.
application-asked-title = { $office } asks you for something more
application-asked-words = Open it to see what, and answer right there.
application-clock-stands = The days we wait for you don’t count. Any day is fine; no fine if you are late.
application-answer-words = Anything you want to say
application-answer-hint = Leave it empty if not.
application-answer-send = Done, send it back
application-answer-nothing = Nothing is new yet: add a photo, change an answer or write a few words
application-issued-title = Your certificate is ready
application-issued-words = Show it on your phone. Works with no network.
application-issued-show = Show the certificate
application-refused-title = No certificate this time, because:
application-refused-costs-nothing = Having no certificate costs nobody anything.
application-look-again-offer = You think that is wrong? Another officer can look at it again.
application-look-again = Have it looked at again
application-look-again-title = Have it looked at again?
application-look-again-words = Another officer of { $office } looks at your application from the beginning and answers within 7 working days. This can be done once. Everything you sent is still there.
application-withdrawn-words = Nobody works on it any more. You can apply again at any time.
application-withdraw-link = Take my application back
application-withdraw-title = Take your application back?
application-withdraw-words = { $office } then stops working on it. You can apply again at any time; nothing else changes.
application-withdraw = Take it back
application-withdraw-not = Not now
application-what-i-sent = What I sent
application-banner-open = You already have an application under way. Here it is.
application-banner-answered = Sent back. The clock goes on.
application-banner-changed = Changed. When everything is done, press the button at the bottom.
application-banner-again = Sent. Another officer looks at it.
application-line-submitted = You sent the application
application-line-opened = { $office } is looking at it
application-line-more-asked = { $office } asked you for something more
application-line-answered = You answered
application-line-issued = { $office } issued the certificate
application-line-refused = { $office } answered: no certificate this time
application-line-looked-again = You had it looked at again
application-line-passed-on = Passed on to { $office }. You need not do anything
application-line-withdrawn = You took it back
application-now-you = Waiting for you
application-now-you-more = They go on as soon as you send it back
application-next-issue = Certificate
application-next-issue-more = Then you can show it on your phone

application-held-valid = Your certificate is valid
application-held-until = until { $day }
application-held-number = Number { $number }
application-held-print = Print one
application-held-expired = Your certificate has expired
application-held-expired-words = It was valid until { $day }. Apply again if you want to use it. Having none costs you nothing.
