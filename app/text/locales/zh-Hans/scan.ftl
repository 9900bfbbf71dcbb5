# The officer's scanner
scan-title = 扫码查验
scan-opening = 正在打开…
scan-hint = 把对方的码放进框里。
scan-no-basis = 这部手机里还没有名单。连一次网，就能扫了。
scan-camera-refused = 没有打开相机。请在手机设置里允许新居用相机，或者用下面的办法。
scan-camera-busy = 相机正被别的程序用着。关掉那个程序，再打开这一页。
scan-camera-absent = 这台设备没有相机。可以用扫码枪、选照片，或者打号码。
scan-torch-on = 开灯
scan-torch-off = 关灯
scan-camera = 用哪个相机
scan-typed = 扫码枪，或者打证明号码
scan-typed-hint = 扫码枪对着这一格扫。打号码要有网，只告诉您还有没有效。
scan-check = 查
scan-picture = 或者选一张码的照片
scan-number-offline = 查号码要有网。连上再查，或者请对方出示码。
scan-number-absent = 没有这个号码的证明。请照着证明再抄一遍。
scan-number-many = 查得太快了，过一会儿再查。
scan-number-active = 这张证明有效，到{ $day }。
scan-number-expired = 这张证明{ $day }到期了。
scan-number-suspended = 这张证明暂停了，正在核对。
scan-number-revoked = 这张证明已注销。
scan-sign-in = 登记要先登录，用您登记岗位的账户。扫码不用登录。
scan-signed-in = 登记到：{ $office }
scan-day = 今天扫过的
scan-day-empty = 今天还没有扫过。这里只记号码、时间和结果，过了今天就清掉。
scan-again = 再扫一次
scan-next = 扫下一位
scan-differs = 对不上
scan-differs-title = 对不上，先这样做
scan-differs-steps =
    再看一眼：照片、姓名、头尾号，哪一样不一样？
    请对方当面打开新居，再出示一次。
    还对不上，就不登记。不扣手机，不扣证件。
scan-register = 一样，去登记
scan-too-little = 对方只给看了“有效”。要登记，请对方选“登记用”，您再扫一次。
scan-ask = 出题核一核
scan-ask-title = 请对方扫这张码
scan-ask-words = 对方用手机相机扫您的屏幕，点“回答对方”，再把回答给您扫。
scan-ask-left = 还有{ $n }秒
scan-ask-symbol = 给对方扫的题
scan-ask-over = 两分钟到了，没有等到回答。可以再出一次题。
scan-stop = 不问了
scan-no-script-title = 这里要用浏览器的脚本
scan-no-script-words = 这个浏览器关着脚本，扫不了码。请用手机自带的浏览器打开；现在先看身份证原件，事情照办。
