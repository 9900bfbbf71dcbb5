# Me
account-title = 我的
account-save = 存好
account-keep = 算了，留着
account-remove = 去掉
account-stop = 不是我，停掉
account-sign-out = 退出登录
account-leave-no-trace = 退出，手机上不留痕迹
account-leave-no-trace-hint = 借来的手机用这个：资料和出示的证明都从这部手机上清掉。

account-done-name = 名字存好了
account-done-contact = 加好了
account-done-removed = 去掉了
account-done-news = 改好了
account-done-passkey = 通行密钥加好了，现在就能用
account-done-passkey-waits = 通行密钥加上了，24小时后生效
account-done-card = 恢复卡换好了
account-done-stopped = 停掉了
account-done-ended = 那边退出了
account-done-withdrawn = 收回了

# What waits
account-recovery-head = 有人用恢复卡登录
account-recovery-ready = { $when }能进来
account-recovery-words = 是您自己就不用管。不是的话，马上停掉。
account-passkey-head = 有人加了通行密钥
account-passkey-waits = { $when }生效
account-passkey-waits-words = 是您自己就不用管。不是的话，马上停掉。
account-way-in-head = 等您来办
account-way-in-title = 再加一个登录的办法
account-way-in-words = 现在只有恢复卡，丢了就进不来了。

# Name
account-name-title = 名字
account-name-none = 还没写
account-name-question = 怎么称呼您？
account-name-hint = 新居这样称呼您。证明上的名字以身份证为准，在申请里填。

# Addresses
account-contacts-title = 手机号和邮箱
account-contacts-none = 还没有
account-contacts-hint = 登录码和消息发到这里。多留一个，丢了手机也进得来。
account-contacts-add = 再加一个
account-contacts-address = 手机号或邮箱
account-contacts-confirm = 确认
account-contacts-news = 收消息和登录码
account-contacts-no-news = 只收登录码
account-contacts-stop-news = 不收消息
account-contacts-want-news = 也收消息
account-contacts-taken = 这个号码在另一个账户里，先从那边去掉
account-contacts-last = 这是最后一个登录的办法，先加一个别的
account-contacts-needs = 去掉号码，要先用通行密钥登录：有要紧的事，消息发到这里

# Passkeys
account-passkeys-title = 通行密钥
account-passkeys-row = { $count ->
    [0] 还没有：用指纹或人脸登录
   *[other] { $count }个
}
account-passkeys-hint = 用指纹、人脸或锁屏密码登录，不用等短信。钥匙在您手机里，谁也拿不走。
account-passkeys-add = 加一个
account-passkey-used = { $when } 用过
account-passkey-made = { $when } 加的，还没用过
account-passkey-rename = 改名字
account-passkey-name = 起个认得出的名字
account-passkey-name-empty = 名字还空着，请写几个字
account-passkey-new = 加一个通行密钥
account-passkey-new-hint = 手机会问您的指纹、人脸或锁屏密码。
account-passkey-new-button = 在这部手机上加
account-passkey-will-wait = 您是用登录码进来的，新的要24小时后生效。用现有的通行密钥登录，马上就能用。
account-passkey-script = 加通行密钥要打开浏览器的脚本功能。
account-passkey-remove = 去掉通行密钥
account-passkey-remove-question = 去掉“{ $name }”？
account-passkey-remove-words = 以后不能用它登录，用它登录的地方也会退出。
account-passkey-last = 这是最后一个登录的办法，先加手机号、邮箱或别的通行密钥
account-passkey-staff = 工作账户要留一个通行密钥，先加一个新的
account-passkey-needs = 去掉通行密钥，要先用通行密钥登录。手机丢了？加一个新的，生效后再来去掉旧的。
account-post-head = 等您来办
account-post-title = 设一个通行密钥
account-post-words = 设好以后，工作台就开了。
account-to-desk = 去工作台

# The recovery card
account-card-title = 恢复卡
account-card-made = { $when } 做的
account-card-none = 还没有
account-card-what = 手机丢了、号码换了，用这张卡还能进来。收好，像收存折一样。
account-card-waits = 用卡进来要等24小时，其间每个号码和邮箱都会收到消息
account-card-new = 换一张新卡
account-card-new-hint = 换了以后，旧卡就不能用了。
account-card-yours = 这是您的恢复卡
account-card-once = 只在这里显示一次。打印、抄下来或拍照，收在手机以外的地方。
account-card-on = 手机丢了、号码换了，到新居登录页，选“我有恢复卡”。
account-card-print = 打印
account-card-saved = 我收好了

# Where one is signed in
account-sessions-title = 在哪些地方登录着
account-sessions-hint = 不认识的，请退出。
account-sessions-unknown = 不知名的浏览器
account-sessions-this = 本机
account-sessions-seen = { $when } 用过
account-sessions-end = 退出
account-sessions-all = 全部退出
account-sessions-all-hint = 这部手机也退出，手机上的证明也清掉。

# Who saw my data
account-seen-title = 谁看过我
account-seen-row = 哪个单位、什么时候、为什么
account-seen-hint = 工作人员每看一次，这里都记一笔，谁也改不了。
account-seen-nobody = 还没有人看过
account-seen-reason = 为什么：{ $reason }
account-seen-anybody = 您自己给人看的码，验了也不会记下对方是谁；登录的工作人员才记
account-action-application-submitted = 收到申请
account-action-application-opened = 打开了您的申请
account-action-application-assigned = 接手了您的申请
account-action-application-more-asked = 请您补材料
account-action-application-answered = 收到您的回答
account-action-application-issued = 给您发了证明
account-action-application-refused = 没有发证明
account-action-application-looked-again = 重新看了一次
account-action-application-passed-on = 把申请转给了别的单位
account-action-application-withdrawn = 申请撤回
account-action-certificate-opened = 打开了您的证明
account-action-certificate-renewed = 给您换了证
account-action-certificate-corrected = 更正了您的证明
account-action-certificate-revoked = 注销了您的证明
account-action-certificate-printed = 打印了证明
account-action-paper-added = 加了材料
account-action-paper-viewed = 看了您的材料
account-action-paper-removed = 去掉了材料
account-action-person-searched = 按名字或号码查到您
account-action-phone-bound = 绑定了手机
account-action-phone-reported-lost = 报失了手机
account-action-phone-restored = 恢复了手机
account-action-phone-removed = 去掉了手机
account-action-scan-made = 扫了您出示的证明
account-action-number-checked = 按证明号码查了是否有效
account-action-registration-made = 给您办了登记
account-action-registration-opened = 打开了您的登记
account-action-report-read = 看了登记的通报
account-action-notice-sent = 请您补一件事
account-action-notice-completed = 补齐了
account-action-notice-ended = 不用补了
account-action-account-opened = 开了账户
account-action-account-opened-at-counter = 在窗口陪您开了账户
account-action-account-signed-in = 登录
account-action-account-signed-out-everywhere = 全部退出
account-action-account-contact-added = 加了号码或邮箱
account-action-account-contact-removed = 去掉了号码或邮箱
account-action-account-passkey-added = 加了通行密钥
account-action-account-passkey-renamed = 改了通行密钥的名字
account-action-account-passkey-removed = 去掉了通行密钥
account-action-account-wait-started = 开始等24小时
account-action-account-wait-stopped = 停掉了等着的一步
account-action-account-card-replaced = 换了恢复卡
account-action-account-recovered = 用恢复卡进来
account-action-account-consent-given = 您同意了
account-action-account-consent-withdrawn = 您收回了同意
account-action-account-exported = 下载了资料
account-action-account-deleted = 删除了账户
account-action-staff-invited = 邀请工作人员
account-action-staff-joined = 加入单位
account-action-staff-signed-in = 登录工作台
account-action-staff-role-given = 给了岗位
account-action-staff-role-taken = 收回岗位
account-action-staff-removed = 离开单位
account-action-staff-work-handed-over = 手上的事交了出去
account-action-office-added = 新增单位
account-action-office-changed = 改了单位资料
account-action-office-closed = 关闭单位
account-action-dispute-raised = 身份证号有争议
account-action-dispute-taken-up = 开始核对争议
account-action-dispute-settled = 争议有了结果
account-action-key-made = 新做了签发的钥匙
account-action-key-rotated = 换了签发的钥匙
account-action-key-removed = 停了签发的钥匙

# Consents
account-consents-title = 我同意过的
account-consents-row = 随时能收回
account-consents-hint = 收回和同意一样容易，已经办好的事不受影响。
account-consents-none = 还没有要您同意的事
account-consents-given = { $when } 同意
account-consents-withdraw = 收回
account-consents-withdrawn = 收回了

# Taking everything along
account-export-title = 下载我的资料
account-export-row = 新居知道您的一切，一个文件
account-export-words = 名字、号码、申请、登记、谁看过您，都在一个文件里（JSON格式）。
account-export-careful = 文件里有身份证号。借来的手机上别下载。
account-export-button = 下载

# Leaving
account-delete-title = 删除账户
account-delete-row = 资料都去掉
account-delete-question = 真的要删除账户？
account-delete-gone = 号码、邮箱、通行密钥、草稿、照片和材料，全部去掉
account-delete-stays = 单位按规定要留的登记和决定还在，但不再连着您的账户
account-delete-certificate = 手机上的证明不能再出示；正在办的申请会撤回
account-delete-forever = 删了就找不回来，以后可以重新开账户
account-delete-export = 先下载我的资料
account-delete-button = 删除账户
account-delete-post = 您还有工作岗位，请管理员先收回岗位
account-deleted = 账户删除了
account-deleted-words = 您的资料去掉了。哪天想回来，随时可以再开一个。

# Language
account-language-title = 语言
account-language-back = 返回
