# The desk of the home office
desk-title = 工作台
desk-tabs = 工作台各處
desk-tab-applications = 申請
desk-tab-certificates = 證明
desk-tab-disputes = 號碼爭議
desk-work-issuing = 審申請、發證明
desk-work-registering = 查驗登記
desk-work-administrator = 管機構和人員
desk-joint = ；
desk-today = 今天
desk-history = 辦理經過
desk-colleague = 一位同事

# Search
desk-search = 姓名、編號、身分證號
desk-search-title = 查找
desk-search-hint = 在上面的框裡寫全名、身分證號、申請編號或證明編號。查過誰，本人都看得到。
desk-search-found = { $count ->
    [0] 沒有找到「{ $wanted }」
   *[other] 「{ $wanted }」，找到{ $count }件
}
desk-search-none = 只能查本辦的人，名字要寫全。換個寫法再查一次。

# Queue
desk-queue-title = { $count ->
    [0] { $office }都辦完了
   *[other] 等{ $office }辦，{ $count }件
}
desk-queue-empty = 這裡沒有了。
desk-nothing-open = 點開左邊的一件，就能看材料、辦理。
desk-to-queue = 回到待辦
desk-filters = 看哪一部分
desk-filter-all = 全部 { $count }
desk-filter-mine = 我的 { $count }
desk-filter-waiting = 等對方 { $count }
desk-filter-closed = 辦完的
desk-page-before = 前一頁
desk-page-after = 後一頁
desk-owner-me = 我
desk-owner-none = 待接手
desk-kind-new = 辦證
desk-kind-back = 補件回來了
desk-kind-second-look = 請另一位再看
desk-tag-overdue = 超時了
desk-tag-today = 今天到期
desk-tag-left = 剩{ $count }天
desk-state-draft = 沒交
desk-state-submitted = 等辦
desk-state-more-asked = 等對方補
desk-state-issued = 發了證
desk-state-refused = 沒有發證
desk-state-withdrawn = 本人撤回

# Record
desk-record-kind = 辦婚育證明 · { $reference }
desk-promise = { $now ->
    [0] 明天起算，共{ $days }天，
   *[other] 第{ $now }天，共{ $days }天，
}
desk-promise-last = 最晚{ $day }
desk-promise-overdue = 本該{ $day }前答覆
desk-promise-stands = 等對方補，時間停著
desk-born-name = 性別生日
desk-born = { $sex }，{ $born }
desk-check-id = 校驗位對
desk-check-born = 和號碼一致
desk-check-home = 歸本辦
desk-check-home-not = 不歸本辦
desk-check-no-paper = 沒附材料
desk-check-doubles = 查重
desk-check-no-other = 沒有別的申請
desk-check-others = 還有別的申請：{ $references }
desk-check-certificate = 手裡有一張證明（{ $number }），發新證就換掉它
desk-check-namesakes = 同名{ $count }人，號碼不同
desk-check-disputed = 兩個帳戶填了這個號碼
desk-check-dispute = 先處理爭議
desk-check-single = 不重複
desk-check-look = 請看一眼
desk-papers = 材料
desk-papers-none = 沒有附材料。
desk-paper-number = 第{ $now }份，共{ $total }份
desk-paper-open = 放大
desk-paper-pdf = 這一份是PDF，按「放大」打開看。
desk-compare = 只差您看一眼：是同一個人嗎？
desk-compared = 身分證和本人照片
desk-compare-added = { $day }補的
desk-messages = 問了什麼，答了什麼
desk-asked-us = 本辦問
desk-answered-in-place = 在申請裡補上了
desk-line-submitted = 交了申請
desk-line-more-asked = 請對方補材料
desk-line-answered = 對方補上了
desk-line-issued = 發了證
desk-line-refused = 答覆：沒有發證
desk-line-looked-again = 對方請再看一次
desk-line-passed-on = 從別處轉來
desk-line-withdrawn = 對方撤回了
desk-line-now-you = 您在看
desk-line-now-resident = 等對方補
desk-to-certificate = 看證明 { $number }
desk-with-colleague = { $colleague }正在辦這一件。要您來辦，先接過來。
desk-second-look = 上次沒有發證，本人請另一位經辦人再看。上次的原因：{ $reason }

# What can be done
desk-issue = 發證
desk-issue-what = 發證後馬上告訴{ $name }，手機裡就能出示，有效到{ $last }。辦理紀錄裡會寫您的名字。
desk-more = 請本人再補材料
desk-refuse = 不能發證
desk-take = 我來辦
desk-take-over = 接過來辦
desk-take-what = 接過來以後由您辦，紀錄裡會寫。
desk-give-back = 放回待辦，讓別人辦
desk-pass-on = 不歸我們管，轉給對的辦事處
desk-more-title = 請{ $name }再補什麼？
desk-more-hint = 發出去以後辦理時間停住，補好了接著算。
desk-more-words = 寫給本人的話
desk-more-words-hint = 說清楚缺什麼、怎麼補。比如：照片反光，請在窗邊再拍一張。
desk-more-questions = 讓本人重新填哪幾處？
desk-more-questions-hint = 只打開選中的幾處，別的不用再填。
desk-more-send = 發給本人
desk-refuse-title = 不給{ $name }發證？
desk-refuse-way-out = 本人會看到原因，可以請另一位經辦人再看一次，也可以重新申請。
desk-refuse-last = 這已經是第二次看了。本人會看到原因，以後可以重新申請。
desk-refuse-reason = 為什麼不能發
desk-refuse-reason-hint = 寫給本人看，說清楚原因，也說說還能怎麼辦。
desk-refuse-send = 告訴本人，不發證
desk-pass-on-title = 把{ $name }的申請轉給誰？
desk-pass-on-hint = 馬上轉過去，也馬上告訴本人。答應的日子不變：最晚{ $day }。
desk-pass-on-office = 對的辦事處
desk-pass-on-choose = 請選一個
desk-pass-on-send = 轉過去

# What was done, and what happened meanwhile
desk-done-issued = 發了證，已經告訴{ $name }。
desk-done-refused = 答覆了{ $name }，辦理時間停下。
desk-done-more = 發給{ $name }了，時間停著，補好了會回到您這裡。
desk-done-taken = 接過來了，現在由您辦。
desk-done-passed-on = 轉過去了，也告訴了本人。
desk-done-given-back = 放回待辦了。
desk-told-changed = 您看的這會兒有了變化，現在是：{ $state }。剛才那一步沒有做，請再看一遍。
desk-told-decided = 同事先辦完了，現在是：{ $state }。您剛才那一步沒有做。
desk-told-colleague = { $colleague }正在辦這一件，剛才那一步沒有做。要您來辦，先接過來。
desk-told-another = 上次是您沒有發證，這次要由另一位經辦人來看。
desk-told-not-now = 現在做不了這一步，請再看一遍。

# Two accounts, one ID number
desk-disputes-title = 號碼爭議
desk-disputes-hint = 兩個帳戶填了同一個身分證號。請兩邊都帶身分證來核對，或者看材料；先來的不一定對。
desk-disputes-none = 沒有等著處理的。
desk-dispute-open = 等您核對
desk-dispute-taken-up = 正在核對，證明先停用
desk-dispute-holder = 先填的
desk-dispute-claimant = 後填的
desk-dispute-opened = 提出的日子
desk-dispute-unnamed = 沒有寫名字
desk-dispute-take-up = 開始核對
desk-dispute-take-up-what = 開始後，這個號碼的證明先停用，核對完就恢復。
desk-dispute-settle = 核對完了
desk-dispute-settle-title = 這個號碼是誰的？
desk-dispute-verdict = 看過身分證的結果
desk-dispute-for-holder = 先填的人。一切照舊，證明恢復。
desk-dispute-for-claimant = 後填的人。號碼和證明轉過去，原來手機裡的馬上失效。
desk-dispute-reason = 怎麼核對的
desk-dispute-done-taken-up = 開始核對了，證明先停用。
desk-dispute-done-settled = 處理好了。
