offline-title = 现在没有网
offline-words = 这一页要连上网才能看。下面两样，没有网也能用：
offline-wallet = 出示证明
offline-wallet-words = 码照样每30秒换一次
offline-scan = 查验（登记员用）
offline-scan-words = 登记先存在手机里，有网自己发
offline-kept = 您刚才填的还在。连上网，再按一次。
offline-again = 再试一次
