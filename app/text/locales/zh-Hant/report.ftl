# The home office's inbox
report-title = 登記告知
report-hint = 您這裡的人在外地登記了，那邊告訴您。20個工作日內看一眼就行。
report-empty = 沒有新的告知。
report-from = 哪裡登記的
report-sent = 送到
report-due = 最晚看
report-read = 看過
report-unread = 還沒看
report-line = { $office }登記了一個人
report-words = { $office }看了證明，給登記好了。您看過就行，不用找本人，也不用本人回來。
report-button = 看過了
