frame-name = 新居
frame-skip = 跳到正文
frame-read-aloud = 朗讀
frame-language = 語言
frame-places = 常去的地方
frame-home = 首頁
frame-me = 我的
frame-show-certificate = 出示證明
frame-get-certificate = 辦婚育證明
frame-errors = { $count ->
    [1] 有一處要改
   *[other] 有{ $count }處要改
}
frame-step = 第{ $now }步，共{ $total }步
frame-paused = 暫停
