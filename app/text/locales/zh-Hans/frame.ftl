frame-name = 新居
frame-skip = 跳到正文
frame-read-aloud = 朗读
frame-language = 语言
frame-places = 常去的地方
frame-home = 首页
frame-me = 我的
frame-show-certificate = 出示证明
frame-get-certificate = 办婚育证明
frame-errors = { $count ->
    [1] 有一处要改
   *[other] 有{ $count }处要改
}
frame-step = 第{ $now }步，共{ $total }步
frame-paused = 暂停
