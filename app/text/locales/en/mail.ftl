# Mail and text messages. Each letter has a subject, a body and a short form: one text message, unless a link makes it
# longer. No name, no ID number, nothing that a person wrote: a letter may lie open.

mail-footer =
    Xinju sends this by itself, nobody reads replies.
    Nobody at Xinju ever asks you for a code.

# Six digits to sign in
mail-code-subject = Sign-in code { $code }
mail-code-body =
    Hello,

    Your sign-in code is { $code }. It is good for { $minutes } minutes. Type it into the page that is open.

    Tell it to nobody. Our staff never ask for it.

    Is it not you who is signing in? You need not do anything: without this code nobody gets in.
mail-code-short =
    { $code } is your Xinju sign-in code, good for { $minutes } minutes. Tell it to nobody, not even staff.

    @{ $host } #{ $code }

# Six digits to prove that an address or a number is one's own
mail-contact-subject = Confirmation code { $code }
mail-contact-body =
    Hello,

    Your confirmation code is { $code }. It is good for { $minutes } minutes. Type it into the page that is open, and news will come here from then on.

    Did you not give us this address? You need not do anything: nothing changes.
mail-contact-short =
    { $code } is your Xinju confirmation code, good for { $minutes } minutes. Not yours? Ignore it.

    @{ $host } #{ $code }

# A new member of staff
mail-invitation-subject = { $office } invites you to Xinju
mail-invitation-body =
    Hello,

    { $office } has opened a staff account for you. Open this page, press the button and make a passkey, and you can start:

    { $link }

    It is good for { $hours } hours and works once. Is it not meant for you? You need not do anything: it ends by itself.
mail-invitation-short = { $office } opened a Xinju staff account for you. Open it within { $hours } hours: { $link }

# The road of an application
mail-sent-subject = We have it: application { $reference }
mail-sent-body =
    Hello,

    Your application is with { $office }. They answer you by { $due }.

    Reference number: { $reference }
    It stays good for ever. Keep this letter and you have it.

    See how far it is:

    { $link }
mail-sent-short = We have your application { $reference }. { $office } answers by { $due }.

mail-more-subject = Waiting for you: application { $reference } needs something
mail-more-body =
    Hello,

    { $office } has looked at your application and needs something more. Open this page to see what it is, and add it there:

    { $link }

    The days we wait for you don't count. Any day will do, and there is no fine if you are late.
mail-more-short = Application { $reference } needs something. Open Xinju to see what. No fine if you are late.

mail-issued-subject = Your certificate is ready: { $reference }
mail-issued-body =
    Hello,

    { $office } has issued your certificate. Open this page on your phone to show it. It works with no network:

    { $link }

    You decide who sees it, and how much.
mail-issued-short = Your certificate is ready ({ $reference }). Open Xinju to show it. It works with no network.

mail-refused-subject = An answer to application { $reference }
mail-refused-body =
    Hello,

    { $office } has not issued the certificate this time. The reason is here:

    { $link }

    If you think it is wrong, ask on the same page to have it looked at again. Another officer will do it.

    Having no certificate costs nobody anything.
mail-refused-short = Application { $reference }: no certificate this time. The reason is in Xinju, where you can ask another officer to look again.

mail-withdrawn-subject = Application { $reference } is withdrawn
mail-withdrawn-body =
    Hello,

    Your application is withdrawn. Nobody works on it any more, and you can apply again whenever you like.

    Was it not you? Sign in and have a look:

    { $link }
mail-withdrawn-short = Application { $reference } is withdrawn. You can apply again whenever you like.

mail-again-subject = Looked at again: application { $reference }
mail-again-body =
    Hello,

    Another officer of { $office } is looking at your application. They answer you by { $due }. There is nothing you need to do.

    See how far it is:

    { $link }
mail-again-short = Another officer of { $office } looks at application { $reference } again and answers by { $due }.

mail-passed-subject = Application { $reference } is now with { $office }
mail-passed-body =
    Hello,

    Your application belongs to { $office } and has been passed on to them. There is nothing you need to do. They answer you by { $due }.

    See how far it is:

    { $link }
mail-passed-short = Application { $reference } is now with { $office }. They answer by { $due }.

# The certificate
mail-revoked-subject = Your certificate was revoked
mail-revoked-body =
    Hello,

    { $office } has revoked your certificate. The code on your phone and printed pages no longer work. Why, and what you can do now, is here:

    { $link }

    Having no certificate costs nobody anything.
mail-revoked-short = { $office } revoked your certificate. Open Xinju to see why and what you can do.

mail-expires-subject = Your certificate ends on { $day }
mail-expires-body =
    Hello,

    Your certificate is good until { $day }. To go on using it, renew it here:

    { $link }

    No fine if you don't.
mail-expires-short = Your certificate is good until { $day }. Open Xinju to renew it. No fine if you don't.

# The account
mail-phone-subject = Another phone shows your certificate
mail-phone-body =
    Hello,

    A phone was added to your account and shows your certificate from now on. The code on the phone before it has stopped.

    Was it you? Then there is nothing to do.

    Was it not you? Open this page and press the button to undo it:

    { $link }
mail-phone-short = Another phone now shows your certificate. Not you? Undo it: { $link }

mail-phone-waits-subject = Somebody wants to change the phone that shows your certificate
mail-phone-waits-body =
    Hello,

    Somebody signed in to your account and added a phone to show your certificate. It starts to work in { $hours } hours.

    Is it you? Then there is nothing to do but wait.

    Is it not you? Open this page and press the button to stop it:

    { $link }
mail-phone-waits-short = A new phone will show your certificate in { $hours } hours. Not you? Stop it: { $link }

mail-passkey-subject = A passkey was added to your account
mail-passkey-body =
    Hello,

    A passkey was added to your account and signs in from now on.

    Was it you? Then there is nothing to do.

    Was it not you? Open this page and press the button to undo it:

    { $link }
mail-passkey-short = A passkey was added to your Xinju account. Not you? Undo it: { $link }

mail-passkey-waits-subject = Somebody wants to add a passkey
mail-passkey-waits-body =
    Hello,

    Somebody signed in to your account and added a passkey. It starts to sign in after { $hours } hours.

    Is it you? Then there is nothing to do but wait.

    Is it not you? Open this page and press the button to stop it:

    { $link }
mail-passkey-waits-short = A new passkey will work on your Xinju account in { $hours } hours. Not you? Stop it: { $link }

mail-lost-subject = Phone reported lost, certificate paused
mail-lost-body =
    Hello,

    Somebody reported your phone lost. The certificate on it is paused, so that nobody who finds it can use it.

    Have you found it, or was it not you who reported it? Sign in and it works again:

    { $link }

    Is the phone gone? Sign in on a new one. Two taps, and it goes on.
mail-lost-short = Your phone was reported lost and its certificate is paused. Not you, or found it? Sign in to Xinju and it works again.

mail-card-subject = Somebody used your recovery card
mail-card-body =
    Hello,

    Somebody is signing in to your account with the recovery card. They get in after { $hours } hours, and the card is then replaced by a new one.

    Is it you? Then come back at that time.

    Is it not you? Open this page and press the button to stop it:

    { $link }
mail-card-short = Somebody used your Xinju recovery card. It lets them in after { $hours } hours. Not you? Stop it: { $link }

mail-dispute-subject = One ID number in two accounts
mail-dispute-body =
    Hello,

    The ID number in your account was also given in another account. { $office } will find out whose it is. Neither of you sees what the other has written.

    This alone changes nothing, your certificate works as before. If there is something for you to do, it will be here:

    { $link }
mail-dispute-short = Your ID number was also given in another account. { $office } checks it. Your certificate works as before.

# Registration at the current place
mail-registered-subject = { $office } has registered you
mail-registered-body =
    Hello,

    { $office } has seen your certificate and registered you.

    Who looked at your data, when and why, is always here:

    { $link }
mail-registered-short = { $office } has registered you. Open Xinju to see who looked at your data.

mail-notice-subject = Waiting for you: your registration needs something
mail-notice-body =
    Hello,

    { $office } is registering you and needs something more. Open this page to see what it is, and add it there:

    { $link }

    Any day until { $due }. No fine if you are late.
mail-notice-short = Your registration at { $office } needs something, any day until { $due }. No fine if you are late. Open Xinju to see what.

mail-completed-subject = Your registration is complete
mail-completed-body =
    Hello,

    { $office } has everything it asked you for. This is done, and there is nothing more you need to do.
mail-completed-short = { $office } has everything it asked you for. This is done.
