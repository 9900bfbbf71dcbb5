# Verdicts: the word on the band, the line below it, what to do
verdict-valid = 有效
verdict-valid-why = 持证人手机出示，{ $time }前
verdict-unlisted = 先更新
verdict-unlisted-why = 码是真的，作废名单太旧，说不准还算不算
verdict-paper = 看身份证
verdict-paper-why = 纸上的码是真的，谁拿着都一样
verdict-clock = 再核一次
verdict-clock-why = 这张码是{ $time }前做的
verdict-clock-ahead = 对方手机的钟快了{ $time }
verdict-stale = 请换新码
verdict-stale-why = 和现在差了{ $time }，可能是截图
verdict-stale-steps =
    请对方打开新居，点“出示证明”，您再扫。截图不算。
    还不行，请对方把手机时间改成自动。
    不扣手机，不扣证件。
verdict-expired = 过期了
verdict-expired-why = 码或者证明过了日子
verdict-expired-steps =
    请对方连一次网，打开“出示证明”，码会自动换新，您再扫。
    还是过期，就是证明到期了，在手机上能续。
    先看身份证原件，事情照办。
verdict-not-yet = 还没生效
verdict-not-yet-why = 日子还没到，可能是手机的钟不准
verdict-not-yet-steps =
    看看您自己手机的日期和时间对不对。
    请对方连一次网，再出示一次。
    还不行，就看身份证原件。
verdict-suspended = 暂停了
verdict-suspended-why = 手机报过丢失，或者正在核对身份证号
verdict-suspended-steps =
    请对方登录新居，看看要做什么。手机找回来了，登录一次就恢复。
    先看身份证原件，事情照办。
    不扣手机，不扣证件。
verdict-malformed = 没扫清
verdict-malformed-why = 码不完整，或者不是新居的码
verdict-malformed-steps =
    擦擦镜头，拿近一点，让整张码都在框里。
    请对方把屏幕调亮，再出示一次。
    纸折了、脏了，就看身份证原件。
verdict-update = 先更新
verdict-update-why = 您这里的发证机关名单太旧，可能不认得新的
verdict-update-steps =
    连一次网，名单会自动更新。
    请对方再出示一次，您再扫。
    没有网，就看身份证原件。
verdict-not-genuine = 不是真码
verdict-not-genuine-why = 签名对不上，可能被改过
verdict-not-genuine-steps =
    请对方打开新居，点“出示证明”，您再扫。截图和转发的码都不算。
    还不行，就看身份证原件。
    不扣手机，不扣证件。
verdict-revoked = 已注销
verdict-revoked-why = 发证的地方已经收回这张证明
verdict-revoked-steps =
    请对方打开新居看原因，也许已经换了新的。
    有新的，请出示新的。
    没有，就看身份证原件，事情照办。
verdict-challenge = 应答不对
verdict-challenge-why = 回答的不是您屏幕上的码
verdict-challenge-steps =
    再出一次题，请对方扫您的屏幕，点“回答对方”。
    还不对，就看身份证原件。
    不扣手机，不扣证件。

verdict-list-age = 作废名单{ $time }前更新
verdict-list-none = 没有可用的作废名单
verdict-keys-age = 发证机关名单{ $time }前更新
verdict-seconds = { $n }秒
verdict-minutes = { $n }分钟
verdict-hours = { $n }小时
verdict-days = { $n }天
verdict-date = { $y }年{ $m }月{ $d }日
verdict-months = 1,2,3,4,5,6,7,8,9,10,11,12
verdict-comma = ，
verdict-id-number = 身份证号
verdict-masked = 以{ $first }开头，{ $last }结尾
verdict-sex-and-birth = 性别生日
verdict-male = 男
verdict-female = 女
verdict-family = 婚姻子女
verdict-unmarried = 未婚
verdict-married = 已婚
verdict-widowed = 丧偶
verdict-divorced = 离婚
verdict-son = 一个儿子
verdict-sons = { $n }个儿子
verdict-daughter = 一个女儿
verdict-daughters = { $n }个女儿
verdict-no-children = 没有孩子
verdict-home-office = 户籍地
verdict-valid-until = 证明到
verdict-spouse = 配偶
verdict-compare-title = 请核对身份证
verdict-compare-registration =
    照片是本人吗？
    姓名、生日、头尾号一样吗？
verdict-compare-minimum =
    照片是本人吗？
    姓名、头尾号一样吗？
verdict-what-now = 先这样做
verdict-calm-title = 没有证明，什么也不耽误
verdict-calm-words = 对方办事、看病、孩子上学都照常。
verdict-reasons-title = 真码也会这样？看原因
verdict-reasons =
    手机的钟不准：把时间改成自动，再出示。
    名单旧了：连一次网再扫。
    镜头脏，或者离得太远。
    屏幕上的码没露全：往下划一点，别让东西挡着。
    用的是截图：码每30秒换一次，截图很快就不算了。

verdict-bar-title = 查验
verdict-bar-offline = 没有网，也能查

# The page that any camera opens
verdict-v-title = 查验证明
verdict-v-opening = 正在打开…
verdict-v-judging = 正在核对…
verdict-v-host = 看一眼地址栏。网址是这个，结果才算数：
verdict-v-explain = 用手机相机扫对方的码，这里就告诉您是真是假。核对都在您的手机上做，对方的资料不会传出去。
verdict-v-steps =
    请对方打开新居，点“出示证明”。
    打开您手机的相机，对准那张码。
    点屏幕上跳出来的网址。
verdict-v-cleared = 过了一分钟，刚才的内容已经清掉。
verdict-v-no-basis = 没有连上网，这部手机里也没有名单。连一次网，再扫就行。
verdict-v-no-code = 没有找到码。请换一张清楚的图，或者把整个网址粘进来。
verdict-v-paste = 或者把码的网址粘在这里
verdict-v-paste-hint = 像 https://…/v#12345… 这样，从头到尾
verdict-v-check = 核对
verdict-v-picture = 或者选一张码的照片
verdict-v-next = 再查一张
verdict-v-no-script-title = 这里要用浏览器的脚本
verdict-v-no-script-words = 核对要在您的手机上算，不能交给别人。请用手机自带的浏览器打开；不行的话，看对方的身份证原件，或者请登记的人来查。
