# The administrator's desk
admin-title = 单位和人员
admin-role-issuing = 发证员
admin-role-registering = 登记查验员
admin-role-administrator = 管理员
admin-back = 工作台

admin-offices = 单位
admin-offices-count = { $count }个单位
admin-office-add = 加一个单位
admin-office-region = 管哪里
admin-office-name = 名称
admin-office-name-hint = 2到30个字
admin-office-address = 地址
admin-office-phone = 电话
admin-office-station = 只提供服务，不发证也不登记（服务站）
admin-office-save = 存好
admin-office-open = 在办公
admin-office-closed = { $day }关了
admin-office-kind-authority = 主管部门
admin-office-kind-township = 乡镇街道
admin-office-kind-community = 村社区
admin-office-kind-station = 服务站
admin-office-close = 关闭这个单位
admin-office-close-question = 关闭{ $name }？
admin-office-close-words = 今天过后不收新的事。做过的记录都在，没办完的请先转走。
admin-office-keep = 算了，留着
admin-office-fault-region = 请选自己辖区里的地方
admin-office-fault-name = 请写2到30个字
admin-office-fault-address = 地址太长了，最多100个字
admin-office-fault-phone = 电话只写数字、空格和横线
admin-office-fault-taken = 这个地方已经有单位了

admin-staff = 人员
admin-staff-count = { $count }人
admin-staff-none = 还没有人
admin-staff-invite = 请一位同事加入
admin-staff-address = 对方的邮箱或手机号
admin-staff-office = 单位
admin-staff-role = 岗位
admin-staff-send = 发邀请
admin-staff-unnamed = 还没写名字
admin-staff-since = { $when } 起
admin-staff-no-passkey = 还没设通行密钥
admin-staff-remove = 收回岗位
admin-staff-remove-question = 收回{ $name }的岗位？
admin-staff-remove-words = 手上没办完的申请退回待办，所有登录马上退出。以后可以再请。
admin-staff-fault-office = 请选自己辖区里的单位
admin-staff-fault-yourself = 自己的管理员岗位，请别的管理员来收回

admin-done-invited = 邀请发出去了，7天内有效
admin-done-removed = { $count ->
    [0] 岗位收回了，手上没有没办完的
   *[other] 岗位收回了，{ $count }件申请退回了待办
}
admin-done-office = 存好了
admin-done-closed = 关了，今天过后生效

# An account opened at a counter
admin-counter-title = 陪人开账户
admin-counter-question = 对方叫什么名字？
admin-counter-hint = 给没有手机的人。开好后把卡交给本人，您这里不留。
admin-counter-open = 开账户
admin-counter-card-title = 把这张卡交给本人
admin-counter-card-words = 只显示一次。本人第一次自己登录时，卡会换成新的，这张就作废。
admin-counter-handed = 交给本人了
admin-counter-done = 账户开好了
