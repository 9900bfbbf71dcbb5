# My applications, and the way in
application-overview-title = 我的婚育证明
application-to-home = 首页
application-saved = 存好了。换一部手机登录，也能接着填。
application-all = 申请记录
application-row-more = 编号 { $reference }，{ $sent }交的
application-begin-words = 在手机上办，不用回老家，不收钱。填好大约十分钟，中间随时能停。
application-begin = 开始办
application-begin-again = 再办一次
application-see-status = 看办到哪一步了
application-your-turn = 等您来办
application-offices-turn = 轮到{ $office }办
application-by-office = { $office }的答复
application-answer-by = 最晚{ $day }答复您
application-draft-title = 您的申请还没交
application-draft-words = { $left ->
    [0] 都填好了，看一遍就能交。
   *[other] 还有{ $left }处没填，前面填的都在。
}
application-discard-link = 不办了，删掉填的内容
application-discard-title = 删掉填的内容？
application-discard-words = 填的答案和传的照片都会删掉，找不回来。以后想办，随时可以重新填。
application-discard = 删掉
application-discard-not = 不删，留着
application-state-draft = 还没交
application-state-issued = 证明办好了
application-state-refused = 这次没有发证
application-state-withdrawn = 撤回了

# What it is, and the separate consent
application-explain-title = 办婚育证明
application-explain-hint = 一次问一件事，填到哪儿存到哪儿。
application-need-id = 身份证，号码要抄一遍，还要拍一张照片
application-need-photo = 一张本人照片，现在拍也行
application-need-time = 交上去以后，7个工作日内给您答复
application-need-free = 不收钱，办不办都由您
application-consent-title = 先问您一声
application-consent-words = 办证明要用到身份证号、婚姻、孩子、照片和证件。这些是敏感的个人信息，您同意了，我们才收。
application-consent-who = 只给您户籍地的经办人看，谁看过您都查得到
application-consent-how = 加密保存，只用来办证明、出示证明
application-consent-stop = 随时可以收回同意，不影响别的事
application-consent-yes = 我同意把这些信息用来办婚育证明
application-consent-missing = 同意了才能往下填，请在这一格打勾

# Questions
application-continue = 继续
application-keep = 改好了
application-save-later = 先存着，以后再填
application-back = 返回
application-to-check = 核对
application-privacy = 加密保存，谁看过您都查得到
application-privacy-id = 号码加密保存，谁看过您都查得到
application-privacy-name = 名字加密保存，谁看过您都查得到
application-privacy-paper = 照片里的拍摄地点会去掉，加密保存
application-ask-home-place = 您的户籍在哪里？
application-hint-home-place = 户口本上写的地方。申请会送到那里的办事处。
application-ask-current-place = 您现在住在哪里？
application-hint-current-place = 只要到街道或区县，不用门牌号。
application-ask-name = 您叫什么名字？
application-hint-name = 和身份证上一样。名字里有“·”也照着写。
application-ask-spouse = 您的爱人叫什么名字？
application-hint-spouse = 和结婚证上一样。
application-ask-id-number = 您的身份证号是多少？
application-hint-id-number = 生日和性别会从号码里读出来，不用再填。
application-id-read = 从号码里读到：{ $born }生，{ $sex }
application-id-born = { $born }，{ $sex }
application-readback-lead = 照着证件，一组一组对：
application-readback-area = 前6位
application-readback-birth = 生日
application-readback-rest = 后{ $count }位
application-ask-marriage = 您结婚了吗？
application-hint-marriage = 选现在的情况。
application-marital-10 = 未婚
application-marital-20 = 已婚
application-marital-20-hint = 领了结婚证
application-marital-30 = 丧偶
application-marital-40 = 离婚
application-ask-children = 您有几个孩子？
application-hint-children = 没有就填0。
application-sons = 儿子
application-daughters = 女儿
application-children-none = 没有孩子
application-children-count = 儿子{ $sons }个，女儿{ $daughters }个
application-ask-photo = 放一张您的照片
application-hint-photo = 脸朝前、看得清，不用白底。
application-photo-there = 放好了
application-ask-papers = 放上证件照片
application-hint-papers = 身份证要放。户口本、结婚证有就放，没有也能交。
application-list-joint = 、
application-sex-male = 男
application-sex-female = 女
application-name-home-place = 户籍地
application-name-current-place = 现在住
application-name-name = 姓名
application-name-id-number = 身份证号
application-name-born = 生日和性别
application-name-marriage = 婚姻
application-name-spouse = 爱人姓名
application-name-children = 孩子
application-name-photo = 照片
application-name-papers = 证件

# Check, send, the number
application-check-title = 看一遍，没错就交
application-check-hint = 哪一处不对，按旁边的“改”。
application-change = 改
application-check-goes-to = 交给{ $office }
application-send = 交申请
application-sent-title = 交上去了
application-sent-number = 您的申请编号
application-sent-keep = 这个编号一直有用。抄下来，或者截个图。
application-sent-next = 接下来
application-sent-look = { $office }会有人来看。
application-sent-answer = 最晚{ $day }给您答复。
application-sent-told = 要您补什么、办好了没有，都会告诉您，在“我的婚育证明”里也看得到。

# One ID number in two accounts
application-disputed-title = 这个身份证号，别的账户已经填过了
application-disputed-words = 也许是您以前开过账户，也许是有人抄错了一位。户籍地的办事处会来核对，不怪您。
application-disputed-check = 先看看号码有没有抄错。
application-disputed-wait = 没有抄错就等一等，办事处核对好了会告诉您。
application-disputed-kept = 您填的都留着，核对好了就能交。
application-disputed-look = 看看号码

# The home office is not on this portal
application-on-paper-title = 您户籍地还不能在这里办
application-on-paper-words = { $place }还没有用新居，所以先告诉您，免得白填一遍。
application-on-paper-print = 打印一封信，我们替您写好了，您填上名字。
application-on-paper-send = 寄过去，或者请家里人送去。
application-on-paper-nothing = 没有证明，什么也不耽误。
application-on-paper-letter = 打印这封信
application-on-paper-other = 选错了，换一个户籍地
application-office = 办事处
application-office-address = 地址
application-office-phone = 电话
application-letter-title = 申请办理流动人口婚育证明
application-letter-how = 用浏览器的打印就能印在纸上，也能存成文件。
application-letter-to = { $place }负责办理婚育证明的单位：
application-letter-words = 您好。我的户籍在{ $place }，现在外地生活，想请您为我办理流动人口婚育证明。
application-letter-reach = 怎么找到我
application-letter-ask = 请把证明寄到我现在住的地方；如果还要补什么材料，请告诉我。随信附上身份证复印件。谢谢您。
application-letter-sign = 签名
application-letter-day = 日期

# Where it stands
application-status-title = 婚育证明申请
application-number-before = 编号{" "}
application-number-after = ，随时能查
application-latest-before = 最晚
application-latest-after = 给您答复
application-promise-count = { $now ->
    [0] { $days }个工作日，从下一个工作日算起。
   *[other] { $days }个工作日，今天是第{ $now }天。
}
application-promise-paused = 等您补的那几天不算。
application-overdue = 本该{ $day }前答复您
application-overdue-words = 还没有，是我们慢了。您的申请排在最前面，不用再交一次。
application-asked-title = { $office }请您补一点
application-asked-words = 补什么，打开就看得到，当场就能补上。
application-clock-stands = 等您补的这几天不算在办理时间里。哪天补都行，晚了也不罚。
application-answer-words = 想说明的话
application-answer-hint = 没有就空着。
application-answer-send = 补好了，交回去
application-answer-nothing = 还没有补什么：放一张照片、改一处，或者写一句话
application-issued-title = 证明办好了
application-issued-words = 在手机上就能出示，没有网也能用。
application-issued-show = 出示证明
application-refused-title = 这次没有发证，原因是：
application-refused-costs-nothing = 没有证明，什么也不耽误。
application-look-again-offer = 觉得不对？可以请另一位经办人再看一次。
application-look-again = 请他们再看一次
application-look-again-title = 请他们再看一次？
application-look-again-words = { $office }会换一位经办人，从头看您的申请，7个工作日内答复。只有这一次机会，交上去的材料都还在。
application-withdrawn-words = 不会再有人办它。以后想办，随时可以重新申请。
application-withdraw-link = 不想办了，撤回申请
application-withdraw-title = 撤回申请？
application-withdraw-words = 撤回以后，{ $office }就不办了。以后想办，可以重新申请，什么也不影响。
application-withdraw = 撤回申请
application-withdraw-not = 先不，回去看看
application-what-i-sent = 我交了什么
application-banner-open = 您已经有一份申请在办，先看这一份。
application-banner-answered = 交回去了，办理时间接着算。
application-banner-changed = 改好了。都补好以后，按最下面的按钮交回去。
application-banner-again = 交上去了，会换一位经办人来看。
application-line-submitted = 您交了申请
application-line-opened = { $office }正在看
application-line-more-asked = { $office }请您补一点
application-line-answered = 您补好交回去了
application-line-issued = { $office }发了证
application-line-refused = { $office }答复：这次没有发证
application-line-looked-again = 您请他们再看一次
application-line-passed-on = 转到了{ $office }，您不用再做什么
application-line-withdrawn = 您撤回了申请
application-now-you = 等您补
application-now-you-more = 补好了，交回去就接着办
application-next-issue = 发证
application-next-issue-more = 发了证，手机里就能出示

application-held-valid = 证明有效
application-held-until = 到{ $day }
application-held-number = 编号 { $number }
application-held-print = 打印一张
application-held-expired = 证明过期了
application-held-expired-words = 到{ $day }为止。想用，再办一次就行，不办也不影响别的事。
