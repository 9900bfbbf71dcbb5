# Signing in
sign-in-title = 登入
sign-in-back = 首頁
sign-in-question = 您的手機號或信箱
sign-in-address-hint = 給您發6位數的登入碼，不用記密碼。
sign-in-shared = 這不是我自己的手機
sign-in-send-code = 發登入碼
sign-in-privacy = 號碼只用來登入和給您報信，不給別人看
sign-in-or = 或者
sign-in-other = 沒有手機號，也沒有信箱？
sign-in-other-new = 用指紋或人臉開一個帳戶
sign-in-other-card = 我有恢復卡
sign-in-other-counter = 都沒有也行：帶上身份證，到附近的窗口，工作人員陪您開帳戶
sign-in-over = 時間過了，請重新要一個碼
sign-in-wait-minutes = 試得太密了，過幾分鐘再來
sign-in-wait-hour = 試得太多了，過一小時再來；有通行密鑰的話，現在就能登入
sign-in-wait-hours = 今天試得太多了，過幾個小時再來；有通行密鑰的話，現在就能登入

# The browser inside a messenger
sign-in-messenger = 您在{ $app }裡打開了新居
sign-in-messenger-menu = 點右上角的「…」
sign-in-messenger-open = 選「在瀏覽器打開」
sign-in-messenger-why = 在手機自己的瀏覽器裡，登入記得住，指紋也能用。就在這裡辦也行，下次要重新登入。

# The six digits
sign-in-code-title = 填登入碼
sign-in-code-question = 收到的6位數是多少？
sign-in-code-by-phone = 碼發到了 { $address }，10分鐘內有效。
sign-in-code-by-mail = 碼發到了 { $address }，10分鐘內有效。沒看到？看看垃圾郵件。
sign-in-code-enter = 登入
sign-in-code-go-on = 繼續
sign-in-code-again = 沒收到，再發一次
sign-in-code-other = 換一個號碼或信箱
sign-in-code-restart = 重新要一個碼
sign-in-code-secret = 碼別告訴任何人，工作人員也不會問

# An address that nobody has yet
sign-in-welcome-title = 給您開個帳戶？
sign-in-welcome-unknown = { $address } 還沒有帳戶。按一下就開好，不要錢。
sign-in-welcome-make = 同意，開帳戶
sign-in-welcome-other = 我有帳戶，換一個號碼登入
sign-in-terms = 開帳戶是這麼回事
sign-in-terms-free = 全部免費，全憑自願，不用也不耽誤什麼
sign-in-terms-least = 只記辦事要用的，不給不相干的人看
sign-in-terms-seen = 誰看過您的資料，您隨時查得到
sign-in-terms-leave = 想走隨時走：資料能帶走，帳戶能刪掉
sign-in-terms-sensitive = 身份證號、婚姻、孩子這些，辦證時另外問您同不同意。

# Links in letters
sign-in-link-title = 登入
sign-in-link-question = 以{ $name }的身份登入？
sign-in-link-hint = 這是演示用的帳戶，裡面沒有真人的資料。
sign-in-link-button = 登入
sign-in-link-over = 這個連結不能用了
sign-in-link-over-words = 它用過了，或者時間過了。登入還是老樣子，發個登入碼就行。
sign-in-stop-title = 不是您？停掉它
sign-in-stop-passkey = 有人登入您的帳戶，加了一個還在等的通行密鑰。按一下，它就不會生效，所有登入都退出。
sign-in-stop-card = 有人用恢復卡登入您的帳戶，還在等。按一下，就進不來了。
sign-in-stop-button = 停掉
sign-in-stop-mine = 是您自己？關掉這一頁就行，什麼也不會變。
sign-in-stopped-title = 停掉了
sign-in-stopped-words = 沒有東西丟。登入看一眼，把不認識的通行密鑰去掉，再換一張恢復卡。

# An invitation of staff
sign-in-invitation-title = 工作邀請
sign-in-invitation-question = { $office }請您加入
sign-in-invitation-office = 單位
sign-in-invitation-role = 崗位
sign-in-invitation-address = 發給
sign-in-invitation-passkey = 接受以後設一個通行密鑰，工作臺就開了。
sign-in-invitation-accept = 接受

# A fresh proof
sign-in-prove-title = 再確認一次是您
sign-in-prove-why = 這一步很要緊，怕是別人拿著您的手機。確認後5分鐘內不用再來一次。
sign-in-prove-contact = 登入碼發到哪裡？
sign-in-prove-nothing = 帳戶裡還沒有手機號，也沒有通行密鑰，沒法確認。先加一個。
sign-in-prove-add = 加手機號或信箱

# A passkey
sign-in-passkey-button = 用指紋或人臉登入
sign-in-passkey-account = 新居帳戶
sign-in-passkey-working = 請看手機的提示
sign-in-passkey-none = 這個瀏覽器沒有通行密鑰。換一個瀏覽器，或者用登入碼。
sign-in-passkey-stopped = 沒有完成。再按一次，或者用登入碼。
sign-in-passkey-lost = 網路斷了，請再按一次
sign-in-passkey-failed = 這次沒成。再按一次，或者用登入碼。
sign-in-passkey-known = 這部手機已經有一個了，直接用它登入
sign-in-passkey-over = 時間過了，請再按一次
sign-in-passkey-unknown = 這個通行密鑰不在您的帳戶裡，可能去掉了。用登入碼登入吧。
sign-in-passkey-waits = 這個通行密鑰{ $when }才生效。現在用登入碼登入。
sign-in-passkey-not-genuine = 手機給的回答對不上。再按一次，或者用登入碼。
sign-in-passkey-taken = 這個通行密鑰已經有帳戶在用

# An account by passkey alone
sign-in-new-title = 用指紋或人臉開帳戶
sign-in-new-hint = 不用手機號，也不用信箱。手機會給您做一個通行密鑰，再給您一張恢復卡，抄下來就行。
sign-in-new-button = 同意，開帳戶
sign-in-new-script = 這個辦法要打開瀏覽器的指令碼功能。用手機號或信箱登入，不用指令碼也行。
sign-in-new-other = 用手機號或信箱

# The recovery card
sign-in-card-title = 用恢復卡登入
sign-in-card-question = 卡上的碼是什麼？
sign-in-card-hint = 四組，每組五個字母和數字。大小寫、有沒有橫線都行。
sign-in-card-enter = 繼續
sign-in-card-unknown = 沒有帳戶用這張卡。換過卡的話，請用新的那張。
sign-in-card-waits = 要等一天
sign-in-card-from = 從這時起能進去
sign-in-card-again = 到時再來填一次這張卡。7天內都行。
sign-in-card-why = 怕是別人撿到了卡，所以等一天。您的手機號和信箱都收到了消息，不是您的話，按一下就能停掉。
sign-in-card-counter = 等不及？帶身份證到窗口
