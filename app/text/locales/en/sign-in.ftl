# Signing in
sign-in-title = Sign in
sign-in-back = Home
sign-in-question = Your phone number or mail address
sign-in-address-hint = We send you a code of six digits. There is no password to remember.
sign-in-shared = This is not my own phone
sign-in-send-code = Send the code
sign-in-privacy = It serves to sign in and to tell you news. Nobody else sees it.
sign-in-or = or
sign-in-other = Neither phone number nor mail?
sign-in-other-new = Open an account with your fingerprint or face
sign-in-other-card = I have a recovery card
sign-in-other-counter = None of these? Bring your ID card to a counter nearby. They open an account with you.
sign-in-over = Time is up. Please ask for a new code.
sign-in-wait-minutes = Too many tries at once. Please come back in a few minutes.
sign-in-wait-hour = Too many tries. Please come back in an hour. A passkey works right now.
sign-in-wait-hours = Too many tries today. Please come back in some hours. A passkey works right now.

# The browser inside a messenger
sign-in-messenger = You opened Xinju inside { $app }
sign-in-messenger-menu = Press “…” at the top
sign-in-messenger-open = Choose “Open in browser”
sign-in-messenger-why = Your phone's own browser remembers you, and your fingerprint works there. You can go on here too, but you will sign in again next time.

# The six digits
sign-in-code-title = Enter the code
sign-in-code-question = Which six digits did you get?
sign-in-code-by-phone = The code went to { $address }. It is good for 10 minutes.
sign-in-code-by-mail = The code went to { $address }. It is good for 10 minutes. Nothing there? Look into the spam folder.
sign-in-code-enter = Sign in
sign-in-code-go-on = Continue
sign-in-code-again = Nothing came: send another
sign-in-code-other = Use another number or address
sign-in-code-restart = Ask for a new code
sign-in-code-secret = Tell the code to nobody. No officer ever asks for it.

# An address that nobody has yet
sign-in-welcome-title = Open an account?
sign-in-welcome-unknown = There is no account for { $address } yet. One press opens it, free of charge.
sign-in-welcome-make = Agree and open it
sign-in-welcome-other = I have an account: use another number
sign-in-terms = What an account means
sign-in-terms-free = Everything is free and voluntary. Not using it costs you nothing.
sign-in-terms-least = We keep only what the service needs, and show it to nobody who has no business with it.
sign-in-terms-seen = You can always see who looked at your data.
sign-in-terms-leave = You can leave at any time: take your data along, delete the account.
sign-in-terms-sensitive = ID number, marriage and children: we ask for your consent separately when you apply.

# Links in letters
sign-in-link-title = Sign in
sign-in-link-question = Sign in as { $name }?
sign-in-link-hint = This is an account of the demonstration. It holds nobody's real data.
sign-in-link-button = Sign in
sign-in-link-over = This link is over
sign-in-link-over-words = It was used, or its time has run out. Signing in works as always: ask for a code.
sign-in-stop-title = Not you? Stop it
sign-in-stop-passkey = Somebody signed in to your account and added a passkey that is still waiting. One press and it never counts; every session is signed out.
sign-in-stop-card = Somebody used your recovery card and is still waiting. One press and they cannot get in.
sign-in-stop-button = Stop it
sign-in-stop-mine = Was it you? Just close this page. Nothing changes.
sign-in-stopped-title = Stopped
sign-in-stopped-words = Nothing is lost. Sign in, remove passkeys that you don't know, and make a new recovery card.

# An invitation of staff
sign-in-invitation-title = Invitation
sign-in-invitation-question = { $office } invites you
sign-in-invitation-office = Office
sign-in-invitation-role = Post
sign-in-invitation-address = Sent to
sign-in-invitation-passkey = Accept, then make a passkey, and the desk opens.
sign-in-invitation-accept = Accept

# A fresh proof
sign-in-prove-title = Show once more that it is you
sign-in-prove-why = This step matters, and somebody else might be holding your phone. After it, nothing is asked again for 5 minutes.
sign-in-prove-contact = Where should the code go?
sign-in-prove-nothing = Your account has no phone number, mail address or passkey yet, so nothing can be proven. Add one first.
sign-in-prove-add = Add a phone number or mail address

# A passkey
sign-in-passkey-button = Sign in with fingerprint or face
sign-in-passkey-account = Xinju account
sign-in-passkey-working = Please look at what your phone asks
sign-in-passkey-none = This browser has no passkeys. Use another browser, or a code.
sign-in-passkey-stopped = It was not finished. Press again, or use a code.
sign-in-passkey-lost = The network is away. Please press again.
sign-in-passkey-failed = It did not work this time. Press again, or use a code.
sign-in-passkey-known = This phone has one already. Sign in with it.
sign-in-passkey-over = Time is up. Please press again.
sign-in-passkey-unknown = This passkey is not in your account; it may have been removed. Sign in with a code.
sign-in-passkey-waits = This passkey counts from { $when }. Sign in with a code for now.
sign-in-passkey-not-genuine = The phone's answer did not fit. Press again, or use a code.
sign-in-passkey-taken = An account uses this passkey already

# An account by passkey alone
sign-in-new-title = Open an account with fingerprint or face
sign-in-new-hint = No phone number, no mail. Your phone makes a passkey, and you get a recovery card to copy.
sign-in-new-button = Agree and open it
sign-in-new-script = This way needs the browser's scripts. With a phone number or mail you can sign in without them.
sign-in-new-other = Use a phone number or mail

# The recovery card
sign-in-card-title = Sign in with the recovery card
sign-in-card-question = What is the code on the card?
sign-in-card-hint = Four groups of five letters and digits. Capitals and hyphens don't matter.
sign-in-card-enter = Continue
sign-in-card-unknown = No account has this card. If you got a new card, please use that one.
sign-in-card-waits = It takes a day
sign-in-card-from = You can get in from
sign-in-card-again = Then enter this card once more, within 7 days.
sign-in-card-why = Somebody might have found the card, so it waits a day. Your phone and mail were told, and one press there stops it.
sign-in-card-counter = Can't wait? Bring your ID card to a counter.
