# Me
account-title = 我的
account-save = 存好
account-keep = 算了，留著
account-remove = 去掉
account-stop = 不是我，停掉
account-sign-out = 退出登入
account-leave-no-trace = 退出，手機上不留痕跡
account-leave-no-trace-hint = 借來的手機用這個：資料和出示的證明都從這部手機上清掉。

account-done-name = 名字存好了
account-done-contact = 加好了
account-done-removed = 去掉了
account-done-news = 改好了
account-done-passkey = 通行密鑰加好了，現在就能用
account-done-passkey-waits = 通行密鑰加上了，24小時後生效
account-done-card = 恢復卡換好了
account-done-stopped = 停掉了
account-done-ended = 那邊退出了
account-done-withdrawn = 收回了

# What waits
account-recovery-head = 有人用恢復卡登入
account-recovery-ready = { $when }能進來
account-recovery-words = 是您自己就不用管。不是的話，馬上停掉。
account-passkey-head = 有人加了通行密鑰
account-passkey-waits = { $when }生效
account-passkey-waits-words = 是您自己就不用管。不是的話，馬上停掉。
account-way-in-head = 等您來辦
account-way-in-title = 再加一個登入的辦法
account-way-in-words = 現在只有恢復卡，丟了就進不來了。

# Name
account-name-title = 名字
account-name-none = 還沒寫
account-name-question = 怎麼稱呼您？
account-name-hint = 新居這樣稱呼您。證明上的名字以身份證為準，在申請裡填。

# Addresses
account-contacts-title = 手機號和信箱
account-contacts-none = 還沒有
account-contacts-hint = 登入碼和消息發到這裡。多留一個，丟了手機也進得來。
account-contacts-add = 再加一個
account-contacts-address = 手機號或信箱
account-contacts-confirm = 確認
account-contacts-news = 收消息和登入碼
account-contacts-no-news = 只收登入碼
account-contacts-stop-news = 不收消息
account-contacts-want-news = 也收消息
account-contacts-taken = 這個號碼在另一個帳戶裡，先從那邊去掉
account-contacts-last = 這是最後一個登入的辦法，先加一個別的
account-contacts-needs = 去掉號碼，要先用通行密鑰登入：有要緊的事，消息發到這裡

# Passkeys
account-passkeys-title = 通行密鑰
account-passkeys-row = { $count ->
    [0] 還沒有：用指紋或人臉登入
   *[other] { $count }個
}
account-passkeys-hint = 用指紋、人臉或螢幕鎖定密碼登入，不用等簡訊。鑰匙在您手機裡，誰也拿不走。
account-passkeys-add = 加一個
account-passkey-used = { $when } 用過
account-passkey-made = { $when } 加的，還沒用過
account-passkey-rename = 改名字
account-passkey-name = 起個認得出的名字
account-passkey-name-empty = 名字還空著，請寫幾個字
account-passkey-new = 加一個通行密鑰
account-passkey-new-hint = 手機會問您的指紋、人臉或螢幕鎖定密碼。
account-passkey-new-button = 在這部手機上加
account-passkey-will-wait = 您是用登入碼進來的，新的要24小時後生效。用現有的通行密鑰登入，馬上就能用。
account-passkey-script = 加通行密鑰要打開瀏覽器的指令碼功能。
account-passkey-remove = 去掉通行密鑰
account-passkey-remove-question = 去掉「{ $name }」？
account-passkey-remove-words = 以後不能用它登入，用它登入的地方也會退出。
account-passkey-last = 這是最後一個登入的辦法，先加手機號、信箱或別的通行密鑰
account-passkey-staff = 工作帳戶要留一個通行密鑰，先加一個新的
account-passkey-needs = 去掉通行密鑰，要先用通行密鑰登入。手機丟了？加一個新的，生效後再來去掉舊的。
account-post-head = 等您來辦
account-post-title = 設一個通行密鑰
account-post-words = 設好以後，工作臺就開了。
account-to-desk = 去工作臺

# The recovery card
account-card-title = 恢復卡
account-card-made = { $when } 做的
account-card-none = 還沒有
account-card-what = 手機丟了、號碼換了，用這張卡還能進來。收好，像收存摺一樣。
account-card-waits = 用卡進來要等24小時，其間每個號碼和信箱都會收到消息
account-card-new = 換一張新卡
account-card-new-hint = 換了以後，舊卡就不能用了。
account-card-yours = 這是您的恢復卡
account-card-once = 只在這裡顯示一次。列印、抄下來或拍照，收在手機以外的地方。
account-card-on = 手機丟了、號碼換了，到新居登入頁，選「我有恢復卡」。
account-card-print = 列印
account-card-saved = 我收好了

# Where one is signed in
account-sessions-title = 在哪些地方登入著
account-sessions-hint = 不認識的，請退出。
account-sessions-unknown = 不知名的瀏覽器
account-sessions-this = 本機
account-sessions-seen = { $when } 用過
account-sessions-end = 退出
account-sessions-all = 全部退出
account-sessions-all-hint = 這部手機也退出，手機上的證明也清掉。

# Who saw my data
account-seen-title = 誰看過我
account-seen-row = 哪個單位、什麼時候、為什麼
account-seen-hint = 工作人員每看一次，這裡都記一筆，誰也改不了。
account-seen-nobody = 還沒有人看過
account-seen-reason = 為什麼：{ $reason }
account-seen-anybody = 您自己給人看的碼，驗了也不會記下對方是誰；登入的工作人員才記
account-action-application-submitted = 收到申請
account-action-application-opened = 打開了您的申請
account-action-application-assigned = 接手了您的申請
account-action-application-more-asked = 請您補材料
account-action-application-answered = 收到您的回答
account-action-application-issued = 給您發了證明
account-action-application-refused = 沒有發證明
account-action-application-looked-again = 重新看了一次
account-action-application-passed-on = 把申請轉給了別的單位
account-action-application-withdrawn = 申請撤回
account-action-certificate-opened = 打開了您的證明
account-action-certificate-renewed = 給您換了證
account-action-certificate-corrected = 更正了您的證明
account-action-certificate-revoked = 註銷了您的證明
account-action-certificate-printed = 列印了證明
account-action-paper-added = 加了材料
account-action-paper-viewed = 看了您的材料
account-action-paper-removed = 去掉了材料
account-action-person-searched = 按名字或號碼查到您
account-action-phone-bound = 綁定了手機
account-action-phone-reported-lost = 報失了手機
account-action-phone-restored = 恢復了手機
account-action-phone-removed = 去掉了手機
account-action-scan-made = 掃描了您出示的證明
account-action-number-checked = 按證明號碼查了是否有效
account-action-registration-made = 給您辦了登記
account-action-registration-opened = 打開了您的登記
account-action-report-read = 看了登記的通報
account-action-notice-sent = 請您補一件事
account-action-notice-completed = 補齊了
account-action-notice-ended = 不用補了
account-action-account-opened = 開了帳戶
account-action-account-opened-at-counter = 在窗口陪您開了帳戶
account-action-account-signed-in = 登入
account-action-account-signed-out-everywhere = 全部退出
account-action-account-contact-added = 加了號碼或信箱
account-action-account-contact-removed = 去掉了號碼或信箱
account-action-account-passkey-added = 加了通行密鑰
account-action-account-passkey-renamed = 改了通行密鑰的名字
account-action-account-passkey-removed = 去掉了通行密鑰
account-action-account-wait-started = 開始等24小時
account-action-account-wait-stopped = 停掉了等著的一步
account-action-account-card-replaced = 換了恢復卡
account-action-account-recovered = 用恢復卡進來
account-action-account-consent-given = 您同意了
account-action-account-consent-withdrawn = 您收回了同意
account-action-account-exported = 下載了資料
account-action-account-deleted = 刪除了帳戶
account-action-staff-invited = 邀請工作人員
account-action-staff-joined = 加入單位
account-action-staff-signed-in = 登入工作臺
account-action-staff-role-given = 給了崗位
account-action-staff-role-taken = 收回崗位
account-action-staff-removed = 離開單位
account-action-staff-work-handed-over = 手上的事交了出去
account-action-office-added = 新增單位
account-action-office-changed = 改了單位資料
account-action-office-closed = 關閉單位
account-action-dispute-raised = 身份證號有爭議
account-action-dispute-taken-up = 開始核對爭議
account-action-dispute-settled = 爭議有了結果
account-action-key-made = 新做了簽發的鑰匙
account-action-key-rotated = 換了簽發的鑰匙
account-action-key-removed = 停了簽發的鑰匙

# Consents
account-consents-title = 我同意過的
account-consents-row = 隨時能收回
account-consents-hint = 收回和同意一樣容易，已經辦好的事不受影響。
account-consents-none = 還沒有要您同意的事
account-consents-given = { $when } 同意
account-consents-withdraw = 收回
account-consents-withdrawn = 收回了

# Taking everything along
account-export-title = 下載我的資料
account-export-row = 新居知道您的一切，一個檔案
account-export-words = 名字、號碼、申請、登記、誰看過您，都在一個檔案裡（JSON格式）。
account-export-careful = 檔案裡有身份證號。借來的手機上別下載。
account-export-button = 下載

# Leaving
account-delete-title = 刪除帳戶
account-delete-row = 資料都去掉
account-delete-question = 真的要刪除帳戶？
account-delete-gone = 號碼、信箱、通行密鑰、草稿、照片和材料，全部去掉
account-delete-stays = 單位按規定要留的登記和決定還在，但不再連著您的帳戶
account-delete-certificate = 手機上的證明不能再出示；正在辦的申請會撤回
account-delete-forever = 刪了就找不回來，以後可以重新開帳戶
account-delete-export = 先下載我的資料
account-delete-button = 刪除帳戶
account-delete-post = 您還有工作崗位，請管理員先收回崗位
account-deleted = 帳戶刪除了
account-deleted-words = 您的資料去掉了。哪天想回來，隨時可以再開一個。

# Language
account-language-title = 語言
account-language-back = 返回
