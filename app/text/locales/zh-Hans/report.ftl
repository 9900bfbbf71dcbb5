# The home office's inbox
report-title = 登记告知
report-hint = 您这里的人在外地登记了，那边告诉您。20个工作日内看一眼就行。
report-empty = 没有新的告知。
report-from = 哪里登记的
report-sent = 送到
report-due = 最晚看
report-read = 看过
report-unread = 还没看
report-line = { $office }登记了一个人
report-words = { $office }看了证明，给登记好了。您看过就行，不用找本人，也不用本人回来。
report-button = 看过了
