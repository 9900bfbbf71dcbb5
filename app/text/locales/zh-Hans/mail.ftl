# Mail and text messages. Each letter has a subject, a body and a short form: one text message of at most 70 characters,
# unless a link makes it longer. No name, no ID number, nothing that a person wrote: a letter may lie open.

mail-footer =
    新居自动发出，回信没有人看。
    新居的人不会向您要登录码。

# Six digits to sign in
mail-code-subject = 登录码 { $code }
mail-code-body =
    您好：

    您的登录码是 { $code }，{ $minutes }分钟内有效。填进打开的登录页面就行。

    别把它告诉任何人，工作人员也不会问。

    不是您在登录？不用管这封信，没有这个码谁也进不来。
mail-code-short =
    新居登录码{ $code }，{ $minutes }分钟内有效。别告诉任何人，工作人员也不会问。

    @{ $host } #{ $code }

# Six digits to prove that an address or a number is one's own
mail-contact-subject = 确认码 { $code }
mail-contact-body =
    您好：

    确认码是 { $code }，{ $minutes }分钟内有效。填进打开的页面，以后的消息就发到这里。

    不是您填的这个地址？不用管这封信，什么也不会变。
mail-contact-short =
    新居确认码{ $code }，{ $minutes }分钟内有效。不是您填的号码，不用管。

    @{ $host } #{ $code }

# A new member of staff
mail-invitation-subject = { $office }请您加入新居
mail-invitation-body =
    您好：

    { $office }给您开了工作账户。打开下面的页面，按一下按钮，再设一个通行密钥，就能开始：

    { $link }

    { $hours }小时内有效，只能用一次。不是给您的？不用管，到时它自己作废。
mail-invitation-short = { $office }给您开了新居工作账户，{ $hours }小时内打开：{ $link }

# The road of an application
mail-sent-subject = 收到了：申请 { $reference }
mail-sent-body =
    您好：

    申请已经送到{ $office }，最晚{ $due }给您答复。

    申请编号：{ $reference }
    这个编号一直有用，留着这封信就好。

    办到哪一步了，在这里看：

    { $link }
mail-sent-short = 申请收到了，编号{ $reference }。{ $office }最晚{ $due }答复您。

mail-more-subject = 等您来办：申请 { $reference } 要补一点
mail-more-body =
    您好：

    { $office }看了您的申请，还要您补一点。补什么、怎么补，打开就看得到，当场就能补上：

    { $link }

    等您补的这几天不算在办理时间里。哪天补都行，晚了也不罚。
mail-more-short = 申请{ $reference }要补一点，打开新居就看得到。等您补的那几天不算，晚了也不罚。

mail-issued-subject = 证明办好了：{ $reference }
mail-issued-body =
    您好：

    { $office }给您发了证明。在手机上打开下面的页面就能出示，没有网也能用：

    { $link }

    给谁看、看多少，都由您定。
mail-issued-short = 证明办好了（{ $reference }）。打开新居就能出示，没有网也能用。

mail-refused-subject = 申请 { $reference } 有答复了
mail-refused-body =
    您好：

    { $office }这次没有发证明。原因写在这里：

    { $link }

    觉得不对，在同一页请他们再看一次，会由另一位工作人员来看。

    没有证明，什么也不耽误。
mail-refused-short = 申请{ $reference }有答复了：这次没有发证明。原因在新居里，可以请另一位工作人员再看一次。

mail-withdrawn-subject = 申请 { $reference } 撤回了
mail-withdrawn-body =
    您好：

    申请撤回了，不会再有人办它。以后想办，随时可以重新申请。

    不是您撤回的？登录看一看：

    { $link }
mail-withdrawn-short = 申请{ $reference }撤回了。以后想办，随时可以重新申请。

mail-again-subject = 再看一次：申请 { $reference }
mail-again-body =
    您好：

    { $office }的另一位工作人员来看您的申请，最晚{ $due }给您答复。您不用再做什么。

    办到哪一步了，在这里看：

    { $link }
mail-again-short = 申请{ $reference }由{ $office }另一位工作人员再看一次，最晚{ $due }答复您。

mail-passed-subject = 申请 { $reference } 转到了{ $office }
mail-passed-body =
    您好：

    您的申请归{ $office }办，已经转过去了，您不用再做什么。最晚{ $due }给您答复。

    办到哪一步了，在这里看：

    { $link }
mail-passed-short = 申请{ $reference }转到了{ $office }，最晚{ $due }答复您。您不用做什么。

# The certificate
mail-revoked-subject = 您的证明注销了
mail-revoked-body =
    您好：

    { $office }注销了您的证明，手机上的码和打印的纸都不能再用。为什么、接下来能怎么办，写在这里：

    { $link }

    没有证明，什么也不耽误。
mail-revoked-short = { $office }注销了您的证明。为什么、能怎么办，打开新居看。没有证明，什么也不耽误。

mail-expires-subject = 证明{ $day }到期
mail-expires-body =
    您好：

    您的证明用到{ $day }。想接着用，打开下面的页面换一张：

    { $link }

    不换也不罚。
mail-expires-short = 您的证明用到{ $day }。想接着用，打开新居换一张；不换也不罚。

# The account
mail-phone-subject = 出示证明的手机换了
mail-phone-body =
    您好：

    您的账户加了一部手机，从现在起由它出示证明。原来那部的码停了。

    是您自己换的？不用管。

    不是您？打开下面的页面，按一下就撤销：

    { $link }
mail-phone-short = 您的账户换了出示证明的手机。不是您换的，打开就能撤销：{ $link }

mail-phone-waits-subject = 有人要换出示证明的手机
mail-phone-waits-body =
    您好：

    有人登录您的账户，加了一部出示证明的手机。{ $hours }小时以后才生效。

    是您自己？不用管，到时就能用。

    不是您？打开下面的页面，按一下就停了：

    { $link }
mail-phone-waits-short = 有人要换您出示证明的手机，{ $hours }小时后生效。不是您，打开就能停：{ $link }

mail-passkey-subject = 账户加了一个通行密钥
mail-passkey-body =
    您好：

    您的账户加了一个通行密钥，从现在起能用它登录。

    是您自己加的？不用管。

    不是您？打开下面的页面，按一下就撤销：

    { $link }
mail-passkey-short = 您的新居账户加了一个通行密钥。不是您加的，打开就能撤销：{ $link }

mail-passkey-waits-subject = 有人要加一个通行密钥
mail-passkey-waits-body =
    您好：

    有人登录您的账户，加了一个通行密钥。{ $hours }小时以后才能用它登录。

    是您自己？不用管，到时就能用。

    不是您？打开下面的页面，按一下就停了：

    { $link }
mail-passkey-waits-short = 有人要给您的新居账户加通行密钥，{ $hours }小时后生效。不是您，打开就能停：{ $link }

mail-lost-subject = 手机报失了，证明先停一停
mail-lost-body =
    您好：

    有人报失了您的手机，手机上的证明先停用，捡到的人用不了。

    手机找到了，或者不是您报的？登录一下就恢复：

    { $link }

    手机没了？用新手机登录，两步就能接着用。
mail-lost-short = 有人报失了您的手机，手机上的证明先停用。不是您，或者手机找到了，登录新居就恢复。

mail-card-subject = 有人用了您的恢复卡
mail-card-body =
    您好：

    有人用恢复卡登录您的账户。{ $hours }小时以后才能进去，进去时会换一张新卡。

    是您自己？不用管，到时再来。

    不是您？打开下面的页面，按一下就停了：

    { $link }
mail-card-short = 有人用恢复卡登录您的新居账户，{ $hours }小时后才能进。不是您，打开就能停：{ $link }

mail-dispute-subject = 一个身份证号填了两次
mail-dispute-body =
    您好：

    您账户里的身份证号，另一个账户也填了。{ $office }会来核对，两边都看不到对方的资料。

    光是有人填了，您的证明照样能用。要您做什么，会写在这里：

    { $link }
mail-dispute-short = 您的身份证号在另一个账户也填了，{ $office }会核对。证明照样能用，您先不用做什么。

# Registration at the current place
mail-registered-subject = { $office }给您登记好了
mail-registered-body =
    您好：

    { $office }看了您的证明，给您办好了登记。

    谁看过您的资料，什么时候，为什么，都记在这里：

    { $link }
mail-registered-short = { $office }给您办好了登记。谁看过您的资料，打开新居就看得到。

mail-notice-subject = 等您来办：登记要补一点
mail-notice-body =
    您好：

    { $office }给您办登记，还要您补一点。补什么、怎么补，打开就看得到：

    { $link }

    { $due }前哪天补都行，晚了也不罚。
mail-notice-short = { $office }的登记要您补一点，{ $due }前哪天都行，晚了也不罚。打开新居就看得到。

mail-completed-subject = 登记补齐了
mail-completed-body =
    您好：

    { $office }要您补的都齐了，这件事办完了。您不用再做什么。
mail-completed-short = { $office }要您补的都齐了，这件事办完了。
