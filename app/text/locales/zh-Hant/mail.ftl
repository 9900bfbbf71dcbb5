# Mail and text messages. Each letter has a subject, a body and a short form: one text message of at most 70 characters,
# unless a link makes it longer. No name, no ID number, nothing that a person wrote: a letter may lie open.

mail-footer =
    新居自動寄出，回信沒有人看。
    新居的人不會向您要登入碼。

# Six digits to sign in
mail-code-subject = 登入碼 { $code }
mail-code-body =
    您好：

    您的登入碼是 { $code }，{ $minutes }分鐘內有效。填進打開的登入頁面就行。

    別把它告訴任何人，工作人員也不會問。

    不是您在登入？不用理會這封信，沒有這個碼誰也進不來。
mail-code-short =
    新居登入碼{ $code }，{ $minutes }分鐘內有效。別告訴任何人，工作人員也不會問。

    @{ $host } #{ $code }

# Six digits to prove that an address or a number is one's own
mail-contact-subject = 確認碼 { $code }
mail-contact-body =
    您好：

    確認碼是 { $code }，{ $minutes }分鐘內有效。填進打開的頁面，以後的消息就寄到這裡。

    不是您填的這個地址？不用理會這封信，什麼也不會變。
mail-contact-short =
    新居確認碼{ $code }，{ $minutes }分鐘內有效。不是您填的號碼，不用理會。

    @{ $host } #{ $code }

# A new member of staff
mail-invitation-subject = { $office }請您加入新居
mail-invitation-body =
    您好：

    { $office }給您開了工作帳戶。打開下面的頁面，按一下按鈕，再設一個通行密鑰，就能開始：

    { $link }

    { $hours }小時內有效，只能用一次。不是給您的？不用理會，到時它自己作廢。
mail-invitation-short = { $office }給您開了新居工作帳戶，{ $hours }小時內打開：{ $link }

# The road of an application
mail-sent-subject = 收到了：申請 { $reference }
mail-sent-body =
    您好：

    申請已經送到{ $office }，最晚{ $due }給您答覆。

    申請編號：{ $reference }
    這個編號一直有用，留著這封信就好。

    辦到哪一步了，在這裡看：

    { $link }
mail-sent-short = 申請收到了，編號{ $reference }。{ $office }最晚{ $due }答覆您。

mail-more-subject = 等您來辦：申請 { $reference } 要補一點
mail-more-body =
    您好：

    { $office }看了您的申請，還要您補一點。補什麼、怎麼補，打開就看得到，當場就能補上：

    { $link }

    等您補的這幾天不算在辦理時間裡。哪天補都行，晚了也不罰。
mail-more-short = 申請{ $reference }要補一點，打開新居就看得到。等您補的那幾天不算，晚了也不罰。

mail-issued-subject = 證明辦好了：{ $reference }
mail-issued-body =
    您好：

    { $office }給您發了證明。在手機上打開下面的頁面就能出示，沒有網路也能用：

    { $link }

    給誰看、看多少，都由您決定。
mail-issued-short = 證明辦好了（{ $reference }）。打開新居就能出示，沒有網路也能用。

mail-refused-subject = 申請 { $reference } 有答覆了
mail-refused-body =
    您好：

    { $office }這次沒有發證明。原因寫在這裡：

    { $link }

    覺得不對，在同一頁請他們再看一次，會由另一位工作人員來看。

    沒有證明，什麼也不耽誤。
mail-refused-short = 申請{ $reference }有答覆了：這次沒有發證明。原因在新居裡，可以請另一位工作人員再看一次。

mail-withdrawn-subject = 申請 { $reference } 撤回了
mail-withdrawn-body =
    您好：

    申請撤回了，不會再有人辦它。以後想辦，隨時可以重新申請。

    不是您撤回的？登入看一看：

    { $link }
mail-withdrawn-short = 申請{ $reference }撤回了。以後想辦，隨時可以重新申請。

mail-again-subject = 再看一次：申請 { $reference }
mail-again-body =
    您好：

    { $office }的另一位工作人員來看您的申請，最晚{ $due }給您答覆。您不用再做什麼。

    辦到哪一步了，在這裡看：

    { $link }
mail-again-short = 申請{ $reference }由{ $office }另一位工作人員再看一次，最晚{ $due }答覆您。

mail-passed-subject = 申請 { $reference } 轉到了{ $office }
mail-passed-body =
    您好：

    您的申請歸{ $office }辦，已經轉過去了，您不用再做什麼。最晚{ $due }給您答覆。

    辦到哪一步了，在這裡看：

    { $link }
mail-passed-short = 申請{ $reference }轉到了{ $office }，最晚{ $due }答覆您。您不用做什麼。

# The certificate
mail-revoked-subject = 您的證明註銷了
mail-revoked-body =
    您好：

    { $office }註銷了您的證明，手機上的碼和列印的紙都不能再用。為什麼、接下來能怎麼辦，寫在這裡：

    { $link }

    沒有證明，什麼也不耽誤。
mail-revoked-short = { $office }註銷了您的證明。為什麼、能怎麼辦，打開新居看。沒有證明，什麼也不耽誤。

mail-expires-subject = 證明{ $day }到期
mail-expires-body =
    您好：

    您的證明用到{ $day }。想接著用，打開下面的頁面換一張：

    { $link }

    不換也不罰。
mail-expires-short = 您的證明用到{ $day }。想接著用，打開新居換一張；不換也不罰。

# The account
mail-phone-subject = 出示證明的手機換了
mail-phone-body =
    您好：

    您的帳戶加了一部手機，從現在起由它出示證明。原來那部的碼停了。

    是您自己換的？不用理會。

    不是您？打開下面的頁面，按一下就撤銷：

    { $link }
mail-phone-short = 您的帳戶換了出示證明的手機。不是您換的，打開就能撤銷：{ $link }

mail-phone-waits-subject = 有人要換出示證明的手機
mail-phone-waits-body =
    您好：

    有人登入您的帳戶，加了一部出示證明的手機。{ $hours }小時以後才生效。

    是您自己？不用理會，到時就能用。

    不是您？打開下面的頁面，按一下就停了：

    { $link }
mail-phone-waits-short = 有人要換您出示證明的手機，{ $hours }小時後生效。不是您，打開就能停：{ $link }

mail-passkey-subject = 帳戶加了一個通行密鑰
mail-passkey-body =
    您好：

    您的帳戶加了一個通行密鑰，從現在起能用它登入。

    是您自己加的？不用理會。

    不是您？打開下面的頁面，按一下就撤銷：

    { $link }
mail-passkey-short = 您的新居帳戶加了一個通行密鑰。不是您加的，打開就能撤銷：{ $link }

mail-passkey-waits-subject = 有人要加一個通行密鑰
mail-passkey-waits-body =
    您好：

    有人登入您的帳戶，加了一個通行密鑰。{ $hours }小時以後才能用它登入。

    是您自己？不用理會，到時就能用。

    不是您？打開下面的頁面，按一下就停了：

    { $link }
mail-passkey-waits-short = 有人要給您的新居帳戶加通行密鑰，{ $hours }小時後生效。不是您，打開就能停：{ $link }

mail-lost-subject = 手機掛失了，證明先停一停
mail-lost-body =
    您好：

    有人掛失了您的手機，手機上的證明先停用，撿到的人用不了。

    手機找到了，或者不是您掛失的？登入一下就恢復：

    { $link }

    手機沒了？用新手機登入，兩步就能接著用。
mail-lost-short = 有人掛失了您的手機，手機上的證明先停用。不是您，或者手機找到了，登入新居就恢復。

mail-card-subject = 有人用了您的救援卡
mail-card-body =
    您好：

    有人用救援卡登入您的帳戶。{ $hours }小時以後才能進去，進去時會換一張新卡。

    是您自己？不用理會，到時再來。

    不是您？打開下面的頁面，按一下就停了：

    { $link }
mail-card-short = 有人用救援卡登入您的新居帳戶，{ $hours }小時後才能進。不是您，打開就能停：{ $link }

mail-dispute-subject = 一個身分證號填了兩次
mail-dispute-body =
    您好：

    您帳戶裡的身分證號，另一個帳戶也填了。{ $office }會來核對，兩邊都看不到對方的資料。

    光是有人填了，您的證明照樣能用。要您做什麼，會寫在這裡：

    { $link }
mail-dispute-short = 您的身分證號在另一個帳戶也填了，{ $office }會核對。證明照樣能用，您先不用做什麼。

# Registration at the current place
mail-registered-subject = { $office }給您登記好了
mail-registered-body =
    您好：

    { $office }看了您的證明，給您辦好了登記。

    誰看過您的資料，什麼時候，為什麼，都記在這裡：

    { $link }
mail-registered-short = { $office }給您辦好了登記。誰看過您的資料，打開新居就看得到。

mail-notice-subject = 等您來辦：登記要補一點
mail-notice-body =
    您好：

    { $office }給您辦登記，還要您補一點。補什麼、怎麼補，打開就看得到：

    { $link }

    { $due }前哪天補都行，晚了也不罰。
mail-notice-short = { $office }的登記要您補一點，{ $due }前哪天都行，晚了也不罰。打開新居就看得到。

mail-completed-subject = 登記補齊了
mail-completed-body =
    您好：

    { $office }要您補的都齊了，這件事辦完了。您不用再做什麼。
mail-completed-short = { $office }要您補的都齊了，這件事辦完了。
