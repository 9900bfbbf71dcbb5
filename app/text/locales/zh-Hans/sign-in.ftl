# Signing in
sign-in-title = 登录
sign-in-back = 首页
sign-in-question = 您的手机号或邮箱
sign-in-address-hint = 给您发6位数的登录码，不用记密码。
sign-in-shared = 这不是我自己的手机
sign-in-send-code = 发登录码
sign-in-privacy = 号码只用来登录和给您报信，不给别人看
sign-in-or = 或者
sign-in-other = 没有手机号，也没有邮箱？
sign-in-other-new = 用指纹或人脸开一个账户
sign-in-other-card = 我有恢复卡
sign-in-other-counter = 都没有也行：带上身份证，到附近的窗口，工作人员陪您开账户
sign-in-over = 时间过了，请重新要一个码
sign-in-wait-minutes = 试得太密了，过几分钟再来
sign-in-wait-hour = 试得太多了，过一小时再来；有通行密钥的话，现在就能登录
sign-in-wait-hours = 今天试得太多了，过几个小时再来；有通行密钥的话，现在就能登录

# The browser inside a messenger
sign-in-messenger = 您在{ $app }里打开了新居
sign-in-messenger-menu = 点右上角的“…”
sign-in-messenger-open = 选“在浏览器打开”
sign-in-messenger-why = 在手机自己的浏览器里，登录记得住，指纹也能用。就在这里办也行，下次要重新登录。

# The six digits
sign-in-code-title = 填登录码
sign-in-code-question = 收到的6位数是多少？
sign-in-code-by-phone = 码发到了 { $address }，10分钟内有效。
sign-in-code-by-mail = 码发到了 { $address }，10分钟内有效。没看到？看看垃圾邮件。
sign-in-code-enter = 登录
sign-in-code-go-on = 继续
sign-in-code-again = 没收到，再发一次
sign-in-code-other = 换一个号码或邮箱
sign-in-code-restart = 重新要一个码
sign-in-code-secret = 码别告诉任何人，工作人员也不会问

# An address that nobody has yet
sign-in-welcome-title = 给您开个账户？
sign-in-welcome-unknown = { $address } 还没有账户。按一下就开好，不要钱。
sign-in-welcome-make = 同意，开账户
sign-in-welcome-other = 我有账户，换一个号码登录
sign-in-terms = 开账户是这么回事
sign-in-terms-free = 全部免费，全凭自愿，不用也不耽误什么
sign-in-terms-least = 只记办事要用的，不给不相干的人看
sign-in-terms-seen = 谁看过您的资料，您随时查得到
sign-in-terms-leave = 想走随时走：资料能带走，账户能删掉
sign-in-terms-sensitive = 身份证号、婚姻、孩子这些，办证时另外问您同不同意。

# Links in letters
sign-in-link-title = 登录
sign-in-link-question = 以{ $name }的身份登录？
sign-in-link-hint = 这是演示用的账户，里面没有真人的资料。
sign-in-link-button = 登录
sign-in-link-over = 这个链接不能用了
sign-in-link-over-words = 它用过了，或者时间过了。登录还是老样子，发个登录码就行。
sign-in-stop-title = 不是您？停掉它
sign-in-stop-passkey = 有人登录您的账户，加了一个还在等的通行密钥。按一下，它就不会生效，所有登录都退出。
sign-in-stop-card = 有人用恢复卡登录您的账户，还在等。按一下，就进不来了。
sign-in-stop-button = 停掉
sign-in-stop-mine = 是您自己？关掉这一页就行，什么也不会变。
sign-in-stopped-title = 停掉了
sign-in-stopped-words = 没有东西丢。登录看一眼，把不认识的通行密钥去掉，再换一张恢复卡。

# An invitation of staff
sign-in-invitation-title = 工作邀请
sign-in-invitation-question = { $office }请您加入
sign-in-invitation-office = 单位
sign-in-invitation-role = 岗位
sign-in-invitation-address = 发给
sign-in-invitation-passkey = 接受以后设一个通行密钥，工作台就开了。
sign-in-invitation-accept = 接受

# A fresh proof
sign-in-prove-title = 再确认一次是您
sign-in-prove-why = 这一步很要紧，怕是别人拿着您的手机。确认后5分钟内不用再来一次。
sign-in-prove-contact = 登录码发到哪里？
sign-in-prove-nothing = 账户里还没有手机号，也没有通行密钥，没法确认。先加一个。
sign-in-prove-add = 加手机号或邮箱

# A passkey
sign-in-passkey-button = 用指纹或人脸登录
sign-in-passkey-account = 新居账户
sign-in-passkey-working = 请看手机的提示
sign-in-passkey-none = 这个浏览器没有通行密钥。换一个浏览器，或者用登录码。
sign-in-passkey-stopped = 没有完成。再按一次，或者用登录码。
sign-in-passkey-lost = 网络断了，请再按一次
sign-in-passkey-failed = 这次没成。再按一次，或者用登录码。
sign-in-passkey-known = 这部手机已经有一个了，直接用它登录
sign-in-passkey-over = 时间过了，请再按一次
sign-in-passkey-unknown = 这个通行密钥不在您的账户里，可能去掉了。用登录码登录吧。
sign-in-passkey-waits = 这个通行密钥{ $when }才生效。现在用登录码登录。
sign-in-passkey-not-genuine = 手机给的回答对不上。再按一次，或者用登录码。
sign-in-passkey-taken = 这个通行密钥已经有账户在用

# An account by passkey alone
sign-in-new-title = 用指纹或人脸开账户
sign-in-new-hint = 不用手机号，也不用邮箱。手机会给您做一个通行密钥，再给您一张恢复卡，抄下来就行。
sign-in-new-button = 同意，开账户
sign-in-new-script = 这个办法要打开浏览器的脚本功能。用手机号或邮箱登录，不用脚本也行。
sign-in-new-other = 用手机号或邮箱

# The recovery card
sign-in-card-title = 用恢复卡登录
sign-in-card-question = 卡上的码是什么？
sign-in-card-hint = 四组，每组五个字母和数字。大小写、有没有横线都行。
sign-in-card-enter = 继续
sign-in-card-unknown = 没有账户用这张卡。换过卡的话，请用新的那张。
sign-in-card-waits = 要等一天
sign-in-card-from = 从这时起能进去
sign-in-card-again = 到时再来填一次这张卡。7天内都行。
sign-in-card-why = 怕是别人捡到了卡，所以等一天。您的手机号和邮箱都收到了消息，不是您的话，按一下就能停掉。
sign-in-card-counter = 等不及？带身份证到窗口
