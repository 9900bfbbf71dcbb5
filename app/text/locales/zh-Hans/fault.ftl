# What is wrong with an answer. Each sentence says what to do; nobody is blamed.

fault-place-empty = 请选一个地方
fault-place-unknown = 这个地方没找到，请从单子里选
fault-place-too-wide = 请再选到区县
fault-place-township-missing = 请再选到乡镇或街道

fault-choice-empty = 请选一个
fault-choice-unknown = 请从单子里选一个

fault-name-empty = 请写上名字
fault-name-too-long = 名字太长了，最多50个字
fault-name-hidden = 名字里有看不见的符号，请重新打一遍
fault-name-digit = 名字里有数字，请照着身份证写
fault-name-sign = 名字里有不该有的符号，请照着身份证写

fault-id-number-empty = 请写上身份证号
fault-id-number-fifteen-digits = 这是15位的老号码，请写现在身份证上的18位号码
fault-id-number-too-short = 少了几位，身份证号是18位
fault-id-number-too-long = 多了几位，身份证号是18位
fault-id-number-not-a-digit = 有一处不是数字；只有最后一位可以是X
fault-id-number-no-such-date = 中间的生日没有这一天，请再看一遍
fault-id-number-born-in-future = 中间的生日还没到，请再看一遍
fault-id-number-born-too-long-ago = 中间的生日太早了，请再看一遍
fault-id-number-check-character = 身份证号有一处抄错，请再看一遍

fault-children-empty = 请写几个，没有就写0
fault-children-not-a-number = 请只写数字
fault-children-too-many = 最多写20，请再看一遍

fault-words-empty = 请写几句
fault-words-too-short = 写得太短了，请多写几个字
fault-words-too-long = 写得太长了，请短一些

fault-reference-empty = 请写上编号
fault-reference-length = 编号是8个字母和数字，请再数一遍
fault-reference-letter = 编号里有不该有的符号，请再看一遍
fault-reference-check = 编号有一处抄错，请再看一遍

fault-paper-empty = 还没有选照片或文件
fault-paper-too-big = 文件太大了，最大10 MB。拍照时选小一点的尺寸，再放一次
fault-paper-unknown = 认不出这种文件。请放照片（JPEG、PNG、WebP）或PDF
fault-paper-heic = 这种照片（HEIC）打不开。请在这里直接拍一张，或者把手机相机的格式改成“兼容性最佳”再拍
fault-paper-not-a-picture = 这里要放照片，不能放PDF
fault-paper-moving = 这是会动的图片，请换一张普通照片
fault-paper-too-many-pixels = 照片的尺寸太大了，请用手机相机拍一张
fault-paper-broken = 文件坏了，打不开。请重新拍一张，或者换一个文件
fault-paper-too-many-pages = 页数太多了，最多20页。请只放要用的那几页
fault-paper-locked = 这个PDF有密码。请去掉密码，或者直接拍照
fault-paper-holds-program = 这个PDF里带着程序或别的文件，不能收。请直接拍照，或者重新存成普通PDF
fault-paper-too-many = 已经放了20份，够多了。要换的话，先拿掉一份

fault-contact-empty = 请写手机号或邮箱
fault-contact-mail-incomplete = 邮箱没写全，要像 name@qq.com 这样
fault-contact-mail-character = 邮箱里有不该有的符号，请再看一遍
fault-contact-mail-too-long = 邮箱太长了，请再看一遍
fault-contact-neither = 没认出来。请写11位手机号，或者邮箱
fault-contact-phone-length = 手机号是11位，请再数一遍
fault-contact-phone-landline = 这像是座机，收不到短信。请写手机号或邮箱
fault-contact-phone-country = 外国号码请从+和国家号写起

fault-code-empty = 请填收到的6位数
fault-code-shape = 登录码是6位数字，请再数一遍
fault-code-wrong = 码不对，请照着再填一次
fault-code-expired = 码过了10分钟，或者不是在这个浏览器要的。请重新要一个
fault-code-used-up = 这个码用过了，或者试了5次都不对。请重新要一个

fault-recovery-empty = 请填卡上的码
fault-recovery-length = 卡上是四组，每组五个，请再数一遍
fault-recovery-letter = 有一处不是字母或数字，请再看一遍
fault-recovery-first-group = 第一组有一处抄错，请再看一遍
fault-recovery-second-group = 第二组有一处抄错，请再看一遍
fault-recovery-third-group = 第三组有一处抄错，请再看一遍
fault-recovery-fourth-group = 第四组有一处抄错，请再看一遍

fault-digits-empty = 请照着身份证抄第12到17位
fault-digits-shape = 要6个数字，请再看一眼
fault-digits-different = 和证件对不上，请照着身份证再抄一遍
fault-digits-used-up = 这张纸5次都用完了。请对方用手机出示，或者再打印一张。
fault-notice-nothing-missing = 请勾上缺的那一样
fault-notice-note-missing = 勾了“别的”，请写一句是什么
fault-notice-note-too-long = 写得太长了，请短一些
fault-notice-due-not-ahead = 日子要在今天以后
fault-notice-due-too-far = 日子太远了，一年以内就行
