# My applications, and the way in
application-overview-title = 我的婚育證明
application-to-home = 首頁
application-saved = 存好了。換一部手機登入，也能接著填。
application-all = 申請記錄
application-row-more = 編號 { $reference }，{ $sent }交的
application-begin-words = 在手機上辦，不用回老家，不收錢。填好大約十分鐘，中間隨時能停。
application-begin = 開始辦
application-begin-again = 再辦一次
application-see-status = 看辦到哪一步了
application-your-turn = 等您來辦
application-offices-turn = 輪到{ $office }辦
application-by-office = { $office }的答覆
application-answer-by = 最晚{ $day }答覆您
application-draft-title = 您的申請還沒交
application-draft-words = { $left ->
    [0] 都填好了，看一遍就能交。
   *[other] 還有{ $left }處沒填，前面填的都在。
}
application-discard-link = 不辦了，刪掉填的內容
application-discard-title = 刪掉填的內容？
application-discard-words = 填的答案和傳的照片都會刪掉，找不回來。以後想辦，隨時可以重新填。
application-discard = 刪掉
application-discard-not = 不刪，留著
application-state-draft = 還沒交
application-state-issued = 證明辦好了
application-state-refused = 這次沒有發證
application-state-withdrawn = 撤回了

# What it is, and the separate consent
application-explain-title = 辦婚育證明
application-explain-hint = 一次問一件事，填到哪兒存到哪兒。
application-need-id = 身份證，號碼要抄一遍，還要拍一張照片
application-need-photo = 一張本人照片，現在拍也行
application-need-time = 交上去以後，7個工作日內給您答覆
application-need-free = 不收錢，辦不辦都由您
application-consent-title = 先問您一聲
application-consent-words = 辦證明要用到身份證號、婚姻、孩子、照片和證件。這些是敏感的個人資訊，您同意了，我們才收。
application-consent-who = 只給您戶籍地的經辦人看，誰看過您都查得到
application-consent-how = 加密保存，只用來辦證明、出示證明
application-consent-stop = 隨時可以收回同意，不影響別的事
application-consent-yes = 我同意把這些資訊用來辦婚育證明
application-consent-missing = 同意了才能往下填，請在這一格打勾

# Questions
application-continue = 繼續
application-keep = 改好了
application-save-later = 先存著，以後再填
application-back = 返回
application-to-check = 核對
application-privacy = 加密保存，誰看過您都查得到
application-privacy-id = 號碼加密保存，誰看過您都查得到
application-privacy-name = 名字加密保存，誰看過您都查得到
application-privacy-paper = 照片裡的拍攝地點會去掉，加密保存
application-ask-home-place = 您的戶籍在哪裡？
application-hint-home-place = 戶口本上寫的地方。申請會送到那裡的辦事處。
application-ask-current-place = 您現在住在哪裡？
application-hint-current-place = 只要到街道或區縣，不用門牌號。
application-ask-name = 您叫什麼名字？
application-hint-name = 和身份證上一樣。名字裡有「·」也照著寫。
application-ask-spouse = 您的愛人叫什麼名字？
application-hint-spouse = 和結婚證上一樣。
application-ask-id-number = 您的身份證號是多少？
application-hint-id-number = 生日和性別會從號碼裡讀出來，不用再填。
application-id-read = 從號碼裡讀到：{ $born }生，{ $sex }
application-id-born = { $born }，{ $sex }
application-readback-lead = 照著證件，一組一組對：
application-readback-area = 前6位
application-readback-birth = 生日
application-readback-rest = 後{ $count }位
application-ask-marriage = 您結婚了嗎？
application-hint-marriage = 選現在的情況。
application-marital-10 = 未婚
application-marital-20 = 已婚
application-marital-20-hint = 領了結婚證
application-marital-30 = 喪偶
application-marital-40 = 離婚
application-ask-children = 您有幾個孩子？
application-hint-children = 沒有就填0。
application-sons = 兒子
application-daughters = 女兒
application-children-none = 沒有孩子
application-children-count = 兒子{ $sons }個，女兒{ $daughters }個
application-ask-photo = 放一張您的照片
application-hint-photo = 臉朝前、看得清，不用白底。
application-photo-there = 放好了
application-ask-papers = 放上證件照片
application-hint-papers = 身份證要放。戶口本、結婚證有就放，沒有也能交。
application-list-joint = 、
application-sex-male = 男
application-sex-female = 女
application-name-home-place = 戶籍地
application-name-current-place = 現在住
application-name-name = 姓名
application-name-id-number = 身份證號
application-name-born = 生日和性別
application-name-marriage = 婚姻
application-name-spouse = 愛人姓名
application-name-children = 孩子
application-name-photo = 照片
application-name-papers = 證件

# Check, send, the number
application-check-title = 看一遍，沒錯就交
application-check-hint = 哪一處不對，按旁邊的「改」。
application-change = 改
application-check-goes-to = 交給{ $office }
application-send = 交申請
application-sent-title = 交上去了
application-sent-number = 您的申請編號
application-sent-keep = 這個編號一直有用。抄下來，或者截個圖。
application-sent-next = 接下來
application-sent-look = { $office }會有人來看。
application-sent-answer = 最晚{ $day }給您答覆。
application-sent-told = 要您補什麼、辦好了沒有，都會告訴您，在「我的婚育證明」裡也看得到。

# One ID number in two accounts
application-disputed-title = 這個身份證號，別的帳戶已經填過了
application-disputed-words = 也許是您以前開過帳戶，也許是有人抄錯了一位。戶籍地的辦事處會來核對，不怪您。
application-disputed-check = 先看看號碼有沒有抄錯。
application-disputed-wait = 沒有抄錯就等一等，辦事處核對好了會告訴您。
application-disputed-kept = 您填的都留著，核對好了就能交。
application-disputed-look = 看看號碼

# The home office is not on this portal
application-on-paper-title = 您戶籍地還不能在這裡辦
application-on-paper-words = { $place }還沒有用新居，所以先告訴您，免得白填一遍。
application-on-paper-print = 列印一封信，我們替您寫好了，您填上名字。
application-on-paper-send = 寄過去，或者請家裡人送去。
application-on-paper-nothing = 沒有證明，什麼也不耽誤。
application-on-paper-letter = 列印這封信
application-on-paper-other = 選錯了，換一個戶籍地
application-office = 辦事處
application-office-address = 地址
application-office-phone = 電話
application-letter-title = 申請辦理流動人口婚育證明
application-letter-how = 用瀏覽器的列印就能印在紙上，也能存成文件。
application-letter-to = { $place }負責辦理婚育證明的單位：
application-letter-words = 您好。我的戶籍在{ $place }，現在外地生活，想請您為我辦理流動人口婚育證明。
application-letter-reach = 怎麼找到我
application-letter-ask = 請把證明寄到我現在住的地方；如果還要補什麼材料，請告訴我。隨信附上身份證複印件。謝謝您。
application-letter-sign = 簽名
application-letter-day = 日期

# Where it stands
application-status-title = 婚育證明申請
application-number-before = 編號{" "}
application-number-after = ，隨時能查
application-latest-before = 最晚
application-latest-after = 給您答覆
application-promise-count = { $now ->
    [0] { $days }個工作日，從下一個工作日算起。
   *[other] { $days }個工作日，今天是第{ $now }天。
}
application-promise-paused = 等您補的那幾天不算。
application-overdue = 本該{ $day }前答覆您
application-overdue-words = 還沒有，是我們慢了。您的申請排在最前面，不用再交一次。
application-asked-title = { $office }請您補一點
application-asked-words = 補什麼，打開就看得到，當場就能補上。
application-clock-stands = 等您補的這幾天不算在辦理時間裡。哪天補都行，晚了也不罰。
application-answer-words = 想說明的話
application-answer-hint = 沒有就空著。
application-answer-send = 補好了，交回去
application-answer-nothing = 還沒有補什麼：放一張照片、改一處，或者寫一句話
application-issued-title = 證明辦好了
application-issued-words = 在手機上就能出示，沒有網也能用。
application-issued-show = 出示證明
application-refused-title = 這次沒有發證，原因是：
application-refused-costs-nothing = 沒有證明，什麼也不耽誤。
application-look-again-offer = 覺得不對？可以請另一位經辦人再看一次。
application-look-again = 請他們再看一次
application-look-again-title = 請他們再看一次？
application-look-again-words = { $office }會換一位經辦人，從頭看您的申請，7個工作日內答覆。只有這一次機會，交上去的材料都還在。
application-withdrawn-words = 不會再有人辦它。以後想辦，隨時可以重新申請。
application-withdraw-link = 不想辦了，撤回申請
application-withdraw-title = 撤回申請？
application-withdraw-words = 撤回以後，{ $office }就不辦了。以後想辦，可以重新申請，什麼也不影響。
application-withdraw = 撤回申請
application-withdraw-not = 先不，回去看看
application-what-i-sent = 我交了什麼
application-banner-open = 您已經有一份申請在辦，先看這一份。
application-banner-answered = 交回去了，辦理時間接著算。
application-banner-changed = 改好了。都補好以後，按最下面的按鈕交回去。
application-banner-again = 交上去了，會換一位經辦人來看。
application-line-submitted = 您交了申請
application-line-opened = { $office }正在看
application-line-more-asked = { $office }請您補一點
application-line-answered = 您補好交回去了
application-line-issued = { $office }發了證
application-line-refused = { $office }答覆：這次沒有發證
application-line-looked-again = 您請他們再看一次
application-line-passed-on = 轉到了{ $office }，您不用再做什麼
application-line-withdrawn = 您撤回了申請
application-now-you = 等您補
application-now-you-more = 補好了，交回去就接著辦
application-next-issue = 發證
application-next-issue-more = 發了證，手機裡就能出示

application-held-valid = 證明有效
application-held-until = 到{ $day }
application-held-number = 編號 { $number }
application-held-print = 列印一張
application-held-expired = 證明過期了
application-held-expired-words = 到{ $day }為止。想用，再辦一次就行，不辦也不影響別的事。
