# Verdicts: the word on the band, the line below it, what to do
verdict-valid = 有效
verdict-valid-why = 持證人手機出示，{ $time }前
verdict-unlisted = 先更新
verdict-unlisted-why = 碼是真的，作廢名單太舊，說不準還算不算
verdict-paper = 看身份證
verdict-paper-why = 紙上的碼是真的，誰拿著都一樣
verdict-clock = 再核一次
verdict-clock-why = 這張碼是{ $time }前做的
verdict-clock-ahead = 對方手機的鐘快了{ $time }
verdict-stale = 請換新碼
verdict-stale-why = 和現在差了{ $time }，可能是截圖
verdict-stale-steps =
    請對方打開新居，點「出示證明」，您再掃。截圖不算。
    還不行，請對方把手機時間改成自動。
    不扣手機，不扣證件。
verdict-expired = 過期了
verdict-expired-why = 碼或者證明過了日子
verdict-expired-steps =
    請對方連一次網，打開「出示證明」，碼會自動換新，您再掃。
    還是過期，就是證明到期了，在手機上能續。
    先看身份證原件，事情照辦。
verdict-not-yet = 還沒生效
verdict-not-yet-why = 日子還沒到，可能是手機的鐘不準
verdict-not-yet-steps =
    看看您自己手機的日期和時間對不對。
    請對方連一次網，再出示一次。
    還不行，就看身份證原件。
verdict-suspended = 暫停了
verdict-suspended-why = 手機報過遺失，或者正在核對身份證號
verdict-suspended-steps =
    請對方登入新居，看看要做什麼。手機找回來了，登入一次就恢復。
    先看身份證原件，事情照辦。
    不扣手機，不扣證件。
verdict-malformed = 沒掃清
verdict-malformed-why = 碼不完整，或者不是新居的碼
verdict-malformed-steps =
    擦擦鏡頭，拿近一點，讓整張碼都在框裡。
    請對方把螢幕調亮，再出示一次。
    紙摺了、髒了，就看身份證原件。
verdict-update = 先更新
verdict-update-why = 您這裡的發證機關名單太舊，可能不認得新的
verdict-update-steps =
    連一次網，名單會自動更新。
    請對方再出示一次，您再掃。
    沒有網，就看身份證原件。
verdict-not-genuine = 不是真碼
verdict-not-genuine-why = 簽名對不上，可能被改過
verdict-not-genuine-steps =
    請對方打開新居，點「出示證明」，您再掃。截圖和轉發的碼都不算。
    還不行，就看身份證原件。
    不扣手機，不扣證件。
verdict-revoked = 已註銷
verdict-revoked-why = 發證的地方已經收回這張證明
verdict-revoked-steps =
    請對方打開新居看原因，也許已經換了新的。
    有新的，請出示新的。
    沒有，就看身份證原件，事情照辦。
verdict-challenge = 應答不對
verdict-challenge-why = 回答的不是您螢幕上的碼
verdict-challenge-steps =
    再出一次題，請對方掃您的螢幕，點「回答對方」。
    還不對，就看身份證原件。
    不扣手機，不扣證件。

verdict-list-age = 作廢名單{ $time }前更新
verdict-list-none = 沒有可用的作廢名單
verdict-keys-age = 發證機關名單{ $time }前更新
verdict-seconds = { $n }秒
verdict-minutes = { $n }分鐘
verdict-hours = { $n }小時
verdict-days = { $n }天
verdict-date = { $y }年{ $m }月{ $d }日
verdict-months = 1,2,3,4,5,6,7,8,9,10,11,12
verdict-comma = ，
verdict-id-number = 身份證號
verdict-masked = 以{ $first }開頭，{ $last }結尾
verdict-sex-and-birth = 性別生日
verdict-male = 男
verdict-female = 女
verdict-family = 婚姻子女
verdict-unmarried = 未婚
verdict-married = 已婚
verdict-widowed = 喪偶
verdict-divorced = 離婚
verdict-son = 一個兒子
verdict-sons = { $n }個兒子
verdict-daughter = 一個女兒
verdict-daughters = { $n }個女兒
verdict-no-children = 沒有孩子
verdict-home-office = 戶籍地
verdict-valid-until = 證明到
verdict-spouse = 配偶
verdict-compare-title = 請核對身份證
verdict-compare-registration =
    照片是本人嗎？
    姓名、生日、頭尾號一樣嗎？
verdict-compare-minimum =
    照片是本人嗎？
    姓名、頭尾號一樣嗎？
verdict-what-now = 先這樣做
verdict-calm-title = 沒有證明，什麼也不耽誤
verdict-calm-words = 對方辦事、看病、孩子上學都照常。
verdict-reasons-title = 真碼也會這樣？看原因
verdict-reasons =
    手機的鐘不準：把時間改成自動，再出示。
    名單舊了：連一次網再掃。
    鏡頭髒，或者離得太遠。
    螢幕上的碼沒露全：往下滑一點，別讓東西擋著。
    用的是截圖：碼每30秒換一次，截圖很快就不算了。

verdict-bar-title = 查驗
verdict-bar-offline = 沒有網，也能查

# The page that any camera opens
verdict-v-title = 查驗證明
verdict-v-opening = 正在打開…
verdict-v-judging = 正在核對…
verdict-v-host = 看一眼網址列。網址是這個，結果才算數：
verdict-v-explain = 用手機相機掃對方的碼，這裡就告訴您是真是假。核對都在您的手機上做，對方的資料不會傳出去。
verdict-v-steps =
    請對方打開新居，點「出示證明」。
    打開您手機的相機，對準那張碼。
    點螢幕上跳出來的網址。
verdict-v-cleared = 過了一分鐘，剛才的內容已經清掉。
verdict-v-no-basis = 沒有連上網，這部手機裡也沒有名單。連一次網，再掃就行。
verdict-v-no-code = 沒有找到碼。請換一張清楚的圖，或者把整個網址貼進來。
verdict-v-paste = 或者把碼的網址貼在這裡
verdict-v-paste-hint = 像 https://…/v#12345… 這樣，從頭到尾
verdict-v-check = 核對
verdict-v-picture = 或者選一張碼的照片
verdict-v-next = 再查一張
verdict-v-no-script-title = 這裡要用瀏覽器的腳本
verdict-v-no-script-words = 核對要在您的手機上算，不能交給別人。請用手機自帶的瀏覽器打開；不行的話，看對方的身份證原件，或者請登記的人來查。
