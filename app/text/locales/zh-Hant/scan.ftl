# The officer's scanner
scan-title = 掃碼查驗
scan-opening = 正在打開…
scan-hint = 把對方的碼放進框裡。
scan-no-basis = 這部手機裡還沒有名單。連一次網，就能掃了。
scan-camera-refused = 沒有打開相機。請在手機設定裡允許新居用相機，或者用下面的辦法。
scan-camera-busy = 相機正被別的程式用著。關掉那個程式，再打開這一頁。
scan-camera-absent = 這台設備沒有相機。可以用掃碼槍、選照片，或者打號碼。
scan-torch-on = 開燈
scan-torch-off = 關燈
scan-camera = 用哪個相機
scan-typed = 掃碼槍，或者打證明號碼
scan-typed-hint = 掃碼槍對著這一格掃。打號碼要有網，只告訴您還有沒有效。
scan-check = 查
scan-picture = 或者選一張碼的照片
scan-number-offline = 查號碼要有網。連上再查，或者請對方出示碼。
scan-number-absent = 沒有這個號碼的證明。請照著證明再抄一遍。
scan-number-many = 查得太快了，過一會兒再查。
scan-number-active = 這張證明有效，到{ $day }。
scan-number-expired = 這張證明{ $day }到期了。
scan-number-suspended = 這張證明暫停了，正在核對。
scan-number-revoked = 這張證明已註銷。
scan-sign-in = 登記要先登入，用您登記崗位的帳戶。掃碼不用登入。
scan-signed-in = 登記到：{ $office }
scan-day = 今天掃過的
scan-day-empty = 今天還沒有掃過。這裡只記號碼、時間和結果，過了今天就清掉。
scan-again = 再掃一次
scan-next = 掃下一位
scan-differs = 對不上
scan-differs-title = 對不上，先這樣做
scan-differs-steps =
    再看一眼：照片、姓名、頭尾號，哪一樣不一樣？
    請對方當面打開新居，再出示一次。
    還對不上，就不登記。不扣手機，不扣證件。
scan-register = 一樣，去登記
scan-too-little = 對方只給看了「有效」。要登記，請對方選「登記用」，您再掃一次。
scan-ask = 出題核一核
scan-ask-title = 請對方掃這張碼
scan-ask-words = 對方用手機相機掃您的螢幕，點「回答對方」，再把回答給您掃。
scan-ask-left = 還有{ $n }秒
scan-ask-symbol = 給對方掃的題
scan-ask-over = 兩分鐘到了，沒有等到回答。可以再出一次題。
scan-stop = 不問了
scan-no-script-title = 這裡要用瀏覽器的腳本
scan-no-script-words = 這個瀏覽器關著腳本，掃不了碼。請用手機自帶的瀏覽器打開；現在先看身份證原件，事情照辦。
