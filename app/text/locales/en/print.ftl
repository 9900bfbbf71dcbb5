print-title = Print the certificate
print-back = My certificate
print-question = How much stands on the paper?
print-hint = A printed code never changes and whoever has the paper can scan it. The less it says, the better.
print-minimum = Name only, and that it is valid
print-minimum-hint = Of the ID number only the first and last character
print-registration = For registering
print-registration-hint = Also sex, birth date, marriage, number of children, home place
print-make = Make the print
print-note-card = With paper you are asked for your ID card, to compare.
print-note-lost = Lost it? Tell your home office, and that paper is no longer valid.
print-none-title = This certificate cannot be printed
print-none-words = It has run out, was replaced or was revoked. See your current one.
print-fault-not-active = This certificate is not valid now, so it cannot be printed
print-fault-suspended = Your home office is checking the ID number; printing has to wait
print-fault-many = You made 20 prints today. Please come back tomorrow
print-how = One A4 page; the small card below can be cut out.
print-button = Print this page
print-kept = This page stays for an hour. Opening it again makes no second print.
print-certificate = Marriage and childbearing certificate
print-symbol = QR code of the certificate, for checking it
print-name = Name
print-id = ID number
print-sex = Sex
print-sex-1 = Male
print-sex-2 = Female
print-born = Born
print-marital = Marriage
print-marital-10 = Unmarried
print-marital-20 = Married
print-marital-30 = Widowed
print-marital-40 = Divorced
print-marital-90 = Not stated
print-children = Children
print-children-none = None
print-children-count = { $sons ->
    [one] { $sons } son
   *[other] { $sons } sons
 }, { $daughters ->
    [one] { $daughters } daughter
   *[other] { $daughters } daughters
 }
print-office = Home place
print-number = Certificate number
print-until = Valid until
print-on = Printed on
print-foot-scan = Scan with a phone’s camera to check it. The address that opens must begin with { $host }.
print-foot-card = Paper can be copied. Compare the holder’s ID card: same name, same first and last character?
print-foot-voluntary = Free, and shown only if the holder wishes. Having no certificate costs nobody anything.
print-foot-pocket = Scan to check; the address begins with { $host }. Compare the ID card.
print-masked = starts with { $first }, ends with { $last }
