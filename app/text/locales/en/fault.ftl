# What is wrong with an answer. Each sentence says what to do; nobody is blamed.

fault-place-empty = Please choose a place
fault-place-unknown = This place was not found. Please choose one from the list
fault-place-too-wide = Please choose the county too
fault-place-township-missing = Please choose the township or street too

fault-choice-empty = Please choose one
fault-choice-unknown = Please choose one from the list

fault-name-empty = Please write the name
fault-name-too-long = The name is too long, 50 characters at most
fault-name-hidden = There is an invisible sign in the name. Please type it once more
fault-name-digit = There is a digit in the name. Please write it as on the ID card
fault-name-sign = There is a sign in the name that does not belong there. Please write it as on the ID card

fault-id-number-empty = Please write the ID number
fault-id-number-fifteen-digits = This is an old number of 15 digits. Please write the one of 18 on your present card
fault-id-number-too-short = Some digits are missing: an ID number has 18
fault-id-number-too-long = There are too many digits: an ID number has 18
fault-id-number-not-a-digit = One sign is no digit; only the last may be an X
fault-id-number-no-such-date = The birth date in the middle does not exist. Please look once more
fault-id-number-born-in-future = The birth date in the middle lies ahead. Please look once more
fault-id-number-born-too-long-ago = The birth date in the middle is too long ago. Please look once more
fault-id-number-check-character = Something in the ID number was copied wrong. Please look once more

fault-children-empty = Please write how many, 0 if none
fault-children-not-a-number = Please write digits only
fault-children-too-many = 20 at most. Please look once more

fault-words-empty = Please write a few words
fault-words-too-short = That is too short. Please write a little more
fault-words-too-long = That is too long. Please make it shorter

fault-reference-empty = Please write the number
fault-reference-length = The number has 8 letters and digits. Please count once more
fault-reference-letter = There is a sign that does not belong in the number. Please look once more
fault-reference-check = Something in the number was copied wrong. Please look once more

fault-paper-empty = No photo or file is chosen yet
fault-paper-too-big = The file is too big, 10 MB at most. Choose a smaller size in your camera and try again
fault-paper-unknown = This kind of file cannot be read. Please add a photo (JPEG, PNG, WebP) or a PDF
fault-paper-heic = This kind of photo (HEIC) cannot be read. Take it right here, or set your camera to “most compatible” and take it again
fault-paper-not-a-picture = A photo is needed here, not a PDF
fault-paper-moving = This picture moves. Please choose an ordinary photo
fault-paper-too-many-pixels = The photo is too large. Please take one with your phone’s camera
fault-paper-broken = The file is broken and cannot be opened. Please take the photo again or choose another file
fault-paper-too-many-pages = Too many pages, 20 at most. Please add only those that are needed
fault-paper-locked = This PDF asks for a password. Remove the password, or take a photo
fault-paper-holds-program = This PDF carries a program or other files and is not taken. Take a photo, or save it as a plain PDF
fault-paper-too-many = There are 20 already, which is plenty. Remove one to add another

fault-contact-empty = Please give a phone number or mail address
fault-contact-mail-incomplete = The mail address is not complete. It looks like name@example.com.
fault-contact-mail-character = There is a sign in the mail address that does not belong there. Please look once more.
fault-contact-mail-too-long = The mail address is too long. Please look once more.
fault-contact-neither = We did not recognise it. Please give a mobile number of 11 digits, or a mail address.
fault-contact-phone-length = A mobile number has 11 digits. Please count once more.
fault-contact-phone-landline = This looks like a landline, which gets no messages. Please give a mobile number or mail address.
fault-contact-phone-country = Please begin a foreign number with + and the country

fault-code-empty = Please enter the six digits that you got
fault-code-shape = The code has six digits. Please count once more.
fault-code-wrong = The code is not right. Please copy it once more.
fault-code-expired = The code is older than 10 minutes, or was asked for in another browser. Please ask for a new one.
fault-code-used-up = The code was used, or tried five times. Please ask for a new one.

fault-recovery-empty = Please enter the code on the card
fault-recovery-length = The card has four groups of five. Please count once more.
fault-recovery-letter = One sign is neither letter nor digit. Please look once more.
fault-recovery-first-group = Something in the first group was copied wrong. Please look once more.
fault-recovery-second-group = Something in the second group was copied wrong. Please look once more.
fault-recovery-third-group = Something in the third group was copied wrong. Please look once more.
fault-recovery-fourth-group = Something in the fourth group was copied wrong. Please look once more.

fault-digits-empty = Copy characters 12 to 17 from the ID card
fault-digits-shape = It takes six digits. Please look once more
fault-digits-different = They do not match the card. Please copy them once more
fault-digits-used-up = All five tries of this paper are used. Ask them to show their phone, or to print another.
fault-notice-nothing-missing = Please tick what is missing
fault-notice-note-missing = You ticked “something else”: please write what it is
fault-notice-note-too-long = That is very long. Please make it shorter
fault-notice-due-not-ahead = The day has to lie ahead
fault-notice-due-too-far = That is very far ahead. Within a year, please
