# The officer's scanner
scan-title = Scan and check
scan-opening = Opening…
scan-hint = Get their code into the frame.
scan-no-basis = There is no list on this phone yet. Go online once, then you can scan.
scan-camera-refused = The camera did not open. Allow it for Xinju in the phone’s settings, or use one of the ways below.
scan-camera-busy = Another program is using the camera. Close it, then open this page again.
scan-camera-absent = This device has no camera. Use a USB scanner, a picture, or the number.
scan-torch-on = Light on
scan-torch-off = Light off
scan-camera = Which camera
scan-typed = USB scanner, or the certificate’s number
scan-typed-hint = Scan into this field. A typed number needs a network and tells only whether it is valid.
scan-check = Check
scan-picture = Or pick a picture of the code
scan-number-offline = A number needs a network. Try again online, or ask for the code.
scan-number-absent = No certificate has this number. Please copy it once more.
scan-number-many = That was very fast. Please wait a little.
scan-number-active = This certificate is valid until { $day }.
scan-number-expired = This certificate ran out on { $day }.
scan-number-suspended = This certificate is paused while something is checked.
scan-number-revoked = This certificate has been ended.
scan-sign-in = To register, sign in with the account of your post. Scanning needs no sign-in.
scan-signed-in = Registers for: { $office }
scan-day = Scanned today
scan-day-empty = Nothing was scanned today. Only number, time and result are kept, and gone tomorrow.
scan-again = Scan again
scan-next = Scan the next
scan-differs = Does not match
scan-differs-title = It does not match. What to do
scan-differs-steps =
    Look once more: the photo, the name, the first and last character. Which one differs?
    Ask them to open Xinju in front of you and show it again.
    Still no match? Then don’t register. Keep nobody’s phone and nobody’s papers.
scan-register = Same, register
scan-too-little = They showed only that it is valid. To register, ask them to pick “Registration”, then scan again.
scan-ask = Ask their phone
scan-ask-title = Let them scan this code
scan-ask-words = They scan your screen with their phone’s camera and press “Answer them”. Then you scan the answer.
scan-ask-left = { $n } s left
scan-ask-symbol = The question for their phone
scan-ask-over = Two minutes have passed without an answer. You can ask again.
scan-stop = Stop asking
scan-no-script-title = This page needs the browser’s script
scan-no-script-words = This browser has scripts switched off and cannot scan. Open the page in the phone’s own browser; meanwhile look at the ID card and go on.
