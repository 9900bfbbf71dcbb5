# The administrator's desk
admin-title = 單位和人員
admin-role-issuing = 發證員
admin-role-registering = 登記查驗員
admin-role-administrator = 管理員
admin-back = 工作臺

admin-offices = 單位
admin-offices-count = { $count }個單位
admin-office-add = 加一個單位
admin-office-region = 管哪裡
admin-office-name = 名稱
admin-office-name-hint = 2到30個字
admin-office-address = 地址
admin-office-phone = 電話
admin-office-station = 只提供服務，不發證也不登記（服務站）
admin-office-save = 存好
admin-office-open = 在辦公
admin-office-closed = { $day }關了
admin-office-kind-authority = 主管部門
admin-office-kind-township = 鄉鎮街道
admin-office-kind-community = 村社區
admin-office-kind-station = 服務站
admin-office-close = 關閉這個單位
admin-office-close-question = 關閉{ $name }？
admin-office-close-words = 今天過後不收新的事。做過的記錄都在，沒辦完的請先轉走。
admin-office-keep = 算了，留著
admin-office-fault-region = 請選自己轄區裡的地方
admin-office-fault-name = 請寫2到30個字
admin-office-fault-address = 地址太長了，最多100個字
admin-office-fault-phone = 電話只寫數字、空格和橫線
admin-office-fault-taken = 這個地方已經有單位了

admin-staff = 人員
admin-staff-count = { $count }人
admin-staff-none = 還沒有人
admin-staff-invite = 請一位同事加入
admin-staff-address = 對方的信箱或手機號
admin-staff-office = 單位
admin-staff-role = 崗位
admin-staff-send = 發邀請
admin-staff-unnamed = 還沒寫名字
admin-staff-since = { $when } 起
admin-staff-no-passkey = 還沒設通行密鑰
admin-staff-remove = 收回崗位
admin-staff-remove-question = 收回{ $name }的崗位？
admin-staff-remove-words = 手上沒辦完的申請退回待辦，所有登入馬上退出。以後可以再請。
admin-staff-fault-office = 請選自己轄區裡的單位
admin-staff-fault-yourself = 自己的管理員崗位，請別的管理員來收回

admin-done-invited = 邀請發出去了，7天內有效
admin-done-removed = { $count ->
    [0] 崗位收回了，手上沒有沒辦完的
   *[other] 崗位收回了，{ $count }件申請退回了待辦
}
admin-done-office = 存好了
admin-done-closed = 關了，今天過後生效

# An account opened at a counter
admin-counter-title = 陪人開帳戶
admin-counter-question = 對方叫什麼名字？
admin-counter-hint = 給沒有手機的人。開好後把卡交給本人，您這裡不留。
admin-counter-open = 開帳戶
admin-counter-card-title = 把這張卡交給本人
admin-counter-card-words = 只顯示一次。本人第一次自己登入時，卡會換成新的，這張就作廢。
admin-counter-handed = 交給本人了
admin-counter-done = 帳戶開好了
