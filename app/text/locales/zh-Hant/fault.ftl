# What is wrong with an answer. Each sentence says what to do; nobody is blamed.

fault-place-empty = 請選一個地方
fault-place-unknown = 這個地方沒找到，請從單子裡選
fault-place-too-wide = 請再選到區縣
fault-place-township-missing = 請再選到鄉鎮或街道

fault-choice-empty = 請選一個
fault-choice-unknown = 請從單子裡選一個

fault-name-empty = 請寫上名字
fault-name-too-long = 名字太長了，最多50個字
fault-name-hidden = 名字裡有看不見的符號，請重新打一遍
fault-name-digit = 名字裡有數字，請照著身份證寫
fault-name-sign = 名字裡有不該有的符號，請照著身份證寫

fault-id-number-empty = 請寫上身份證號
fault-id-number-fifteen-digits = 這是15位的老號碼，請寫現在身份證上的18位號碼
fault-id-number-too-short = 少了幾位，身份證號是18位
fault-id-number-too-long = 多了幾位，身份證號是18位
fault-id-number-not-a-digit = 有一處不是數字；只有最後一位可以是X
fault-id-number-no-such-date = 中間的生日沒有這一天，請再看一遍
fault-id-number-born-in-future = 中間的生日還沒到，請再看一遍
fault-id-number-born-too-long-ago = 中間的生日太早了，請再看一遍
fault-id-number-check-character = 身份證號有一處抄錯，請再看一遍

fault-children-empty = 請寫幾個，沒有就寫0
fault-children-not-a-number = 請只寫數字
fault-children-too-many = 最多寫20，請再看一遍

fault-words-empty = 請寫幾句
fault-words-too-short = 寫得太短了，請多寫幾個字
fault-words-too-long = 寫得太長了，請短一些

fault-reference-empty = 請寫上編號
fault-reference-length = 編號是8個字母和數字，請再數一遍
fault-reference-letter = 編號裡有不該有的符號，請再看一遍
fault-reference-check = 編號有一處抄錯，請再看一遍

fault-paper-empty = 還沒有選照片或文件
fault-paper-too-big = 文件太大了，最大10 MB。拍照時選小一點的尺寸，再放一次
fault-paper-unknown = 認不出這種文件。請放照片（JPEG、PNG、WebP）或PDF
fault-paper-heic = 這種照片（HEIC）打不開。請在這裡直接拍一張，或者把手機相機的格式改成「兼容性最佳」再拍
fault-paper-not-a-picture = 這裡要放照片，不能放PDF
fault-paper-moving = 這是會動的圖片，請換一張普通照片
fault-paper-too-many-pixels = 照片的尺寸太大了，請用手機相機拍一張
fault-paper-broken = 文件壞了，打不開。請重新拍一張，或者換一個文件
fault-paper-too-many-pages = 頁數太多了，最多20頁。請只放要用的那幾頁
fault-paper-locked = 這個PDF有密碼。請去掉密碼，或者直接拍照
fault-paper-holds-program = 這個PDF裡帶著程序或別的文件，不能收。請直接拍照，或者重新存成普通PDF
fault-paper-too-many = 已經放了20份，夠多了。要換的話，先拿掉一份

fault-contact-empty = 請寫手機號或信箱
fault-contact-mail-incomplete = 信箱沒寫全，要像 name@qq.com 這樣
fault-contact-mail-character = 信箱裡有不該有的符號，請再看一遍
fault-contact-mail-too-long = 信箱太長了，請再看一遍
fault-contact-neither = 沒認出來。請寫11位手機號，或者信箱
fault-contact-phone-length = 手機號是11位，請再數一遍
fault-contact-phone-landline = 這像是座機，收不到簡訊。請寫手機號或信箱
fault-contact-phone-country = 外國號碼請從+和國家號寫起

fault-code-empty = 請填收到的6位數
fault-code-shape = 登入碼是6位數字，請再數一遍
fault-code-wrong = 碼不對，請照著再填一次
fault-code-expired = 碼過了10分鐘，或者不是在這個瀏覽器要的。請重新要一個
fault-code-used-up = 這個碼用過了，或者試了5次都不對。請重新要一個

fault-recovery-empty = 請填卡上的碼
fault-recovery-length = 卡上是四組，每組五個，請再數一遍
fault-recovery-letter = 有一處不是字母或數字，請再看一遍
fault-recovery-first-group = 第一組有一處抄錯，請再看一遍
fault-recovery-second-group = 第二組有一處抄錯，請再看一遍
fault-recovery-third-group = 第三組有一處抄錯，請再看一遍
fault-recovery-fourth-group = 第四組有一處抄錯，請再看一遍

fault-digits-empty = 請照著身份證抄第12到17位
fault-digits-shape = 要6個數字，請再看一眼
fault-digits-different = 和證件對不上，請照著身份證再抄一遍
fault-digits-used-up = 這張紙5次都用完了。請對方用手機出示，或者再列印一張。
fault-notice-nothing-missing = 請勾上缺的那一樣
fault-notice-note-missing = 勾了「別的」，請寫一句是什麼
fault-notice-note-too-long = 寫得太長了，請短一些
fault-notice-due-not-ahead = 日子要在今天以後
fault-notice-due-too-far = 日子太遠了，一年以內就行
