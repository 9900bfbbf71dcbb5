# The desk of the home office
desk-title = 工作台
desk-tabs = 工作台各处
desk-tab-applications = 申请
desk-tab-certificates = 证明
desk-tab-disputes = 号码争议
desk-work-issuing = 审申请、发证明
desk-work-registering = 查验登记
desk-work-administrator = 管机构和人员
desk-joint = ；
desk-today = 今天
desk-history = 办理经过
desk-colleague = 一位同事

# Search
desk-search = 姓名、编号、身份证号
desk-search-title = 查找
desk-search-hint = 在上面的框里写全名、身份证号、申请编号或证明编号。查过谁，本人都看得到。
desk-search-found = { $count ->
    [0] 没有找到“{ $wanted }”
   *[other] “{ $wanted }”，找到{ $count }件
}
desk-search-none = 只能查本办的人，名字要写全。换个写法再查一次。

# Queue
desk-queue-title = { $count ->
    [0] { $office }都办完了
   *[other] 等{ $office }办，{ $count }件
}
desk-queue-empty = 这里没有了。
desk-nothing-open = 点开左边的一件，就能看材料、办理。
desk-to-queue = 回到待办
desk-filters = 看哪一部分
desk-filter-all = 全部 { $count }
desk-filter-mine = 我的 { $count }
desk-filter-waiting = 等对方 { $count }
desk-filter-closed = 办完的
desk-page-before = 前一页
desk-page-after = 后一页
desk-owner-me = 我
desk-owner-none = 待接手
desk-kind-new = 办证
desk-kind-back = 补件回来了
desk-kind-second-look = 请另一位再看
desk-tag-overdue = 超时了
desk-tag-today = 今天到期
desk-tag-left = 剩{ $count }天
desk-state-draft = 没交
desk-state-submitted = 等办
desk-state-more-asked = 等对方补
desk-state-issued = 发了证
desk-state-refused = 没有发证
desk-state-withdrawn = 本人撤回

# Record
desk-record-kind = 办婚育证明 · { $reference }
desk-promise = { $now ->
    [0] 明天起算，共{ $days }天，
   *[other] 第{ $now }天，共{ $days }天，
}
desk-promise-last = 最晚{ $day }
desk-promise-overdue = 本该{ $day }前答复
desk-promise-stands = 等对方补，时间停着
desk-born-name = 性别生日
desk-born = { $sex }，{ $born }
desk-check-id = 校验位对
desk-check-born = 和号码一致
desk-check-home = 归本办
desk-check-home-not = 不归本办
desk-check-no-paper = 没附材料
desk-check-doubles = 查重
desk-check-no-other = 没有别的申请
desk-check-others = 还有别的申请：{ $references }
desk-check-certificate = 手里有一张证明（{ $number }），发新证就换掉它
desk-check-namesakes = 同名{ $count }人，号码不同
desk-check-disputed = 两个账户填了这个号码
desk-check-dispute = 先处理争议
desk-check-single = 不重复
desk-check-look = 请看一眼
desk-papers = 材料
desk-papers-none = 没有附材料。
desk-paper-number = 第{ $now }份，共{ $total }份
desk-paper-open = 放大
desk-paper-pdf = 这一份是PDF，按“放大”打开看。
desk-compare = 只差您看一眼：是同一个人吗？
desk-compared = 身份证和本人照片
desk-compare-added = { $day }补的
desk-messages = 问了什么，答了什么
desk-asked-us = 本办问
desk-answered-in-place = 在申请里补上了
desk-line-submitted = 交了申请
desk-line-more-asked = 请对方补材料
desk-line-answered = 对方补上了
desk-line-issued = 发了证
desk-line-refused = 答复：没有发证
desk-line-looked-again = 对方请再看一次
desk-line-passed-on = 从别处转来
desk-line-withdrawn = 对方撤回了
desk-line-now-you = 您在看
desk-line-now-resident = 等对方补
desk-to-certificate = 看证明 { $number }
desk-with-colleague = { $colleague }正在办这一件。要您来办，先接过来。
desk-second-look = 上次没有发证，本人请另一位经办人再看。上次的原因：{ $reason }

# What can be done
desk-issue = 发证
desk-issue-what = 发证后马上告诉{ $name }，手机里就能出示，有效到{ $last }。办理记录里会写您的名字。
desk-more = 请本人再补材料
desk-refuse = 不能发证
desk-take = 我来办
desk-take-over = 接过来办
desk-take-what = 接过来以后由您办，记录里会写。
desk-give-back = 放回待办，让别人办
desk-pass-on = 不归我们管，转给对的办事处
desk-more-title = 请{ $name }再补什么？
desk-more-hint = 发出去以后办理时间停住，补好了接着算。
desk-more-words = 写给本人的话
desk-more-words-hint = 说清楚缺什么、怎么补。比如：照片反光，请在窗边再拍一张。
desk-more-questions = 让本人重新填哪几处？
desk-more-questions-hint = 只打开选中的几处，别的不用再填。
desk-more-send = 发给本人
desk-refuse-title = 不给{ $name }发证？
desk-refuse-way-out = 本人会看到原因，可以请另一位经办人再看一次，也可以重新申请。
desk-refuse-last = 这已经是第二次看了。本人会看到原因，以后可以重新申请。
desk-refuse-reason = 为什么不能发
desk-refuse-reason-hint = 写给本人看，说清楚原因，也说说还能怎么办。
desk-refuse-send = 告诉本人，不发证
desk-pass-on-title = 把{ $name }的申请转给谁？
desk-pass-on-hint = 马上转过去，也马上告诉本人。答应的日子不变：最晚{ $day }。
desk-pass-on-office = 对的办事处
desk-pass-on-choose = 请选一个
desk-pass-on-send = 转过去

# What was done, and what happened meanwhile
desk-done-issued = 发了证，已经告诉{ $name }。
desk-done-refused = 答复了{ $name }，办理时间停下。
desk-done-more = 发给{ $name }了，时间停着，补好了会回到您这里。
desk-done-taken = 接过来了，现在由您办。
desk-done-passed-on = 转过去了，也告诉了本人。
desk-done-given-back = 放回待办了。
desk-told-changed = 您看的这会儿有了变化，现在是：{ $state }。刚才那一步没有做，请再看一遍。
desk-told-decided = 同事先办完了，现在是：{ $state }。您刚才那一步没有做。
desk-told-colleague = { $colleague }正在办这一件，刚才那一步没有做。要您来办，先接过来。
desk-told-another = 上次是您没有发证，这次要由另一位经办人来看。
desk-told-not-now = 现在做不了这一步，请再看一遍。

# Two accounts, one ID number
desk-disputes-title = 号码争议
desk-disputes-hint = 两个账户填了同一个身份证号。请两边都带身份证来核对，或者看材料；先来的不一定对。
desk-disputes-none = 没有等着处理的。
desk-dispute-open = 等您核对
desk-dispute-taken-up = 正在核对，证明先停用
desk-dispute-holder = 先填的
desk-dispute-claimant = 后填的
desk-dispute-opened = 提出的日子
desk-dispute-unnamed = 没有写名字
desk-dispute-take-up = 开始核对
desk-dispute-take-up-what = 开始后，这个号码的证明先停用，核对完就恢复。
desk-dispute-settle = 核对完了
desk-dispute-settle-title = 这个号码是谁的？
desk-dispute-verdict = 看过身份证的结果
desk-dispute-for-holder = 先填的人。一切照旧，证明恢复。
desk-dispute-for-claimant = 后填的人。号码和证明转过去，原来手机里的马上失效。
desk-dispute-reason = 怎么核对的
desk-dispute-done-taken-up = 开始核对了，证明先停用。
desk-dispute-done-settled = 处理好了。
