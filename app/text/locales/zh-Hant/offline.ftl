offline-title = 現在沒有網
offline-words = 這一頁要連上網才能看。下面兩樣，沒有網也能用：
offline-wallet = 出示證明
offline-wallet-words = 碼照樣每30秒換一次
offline-scan = 查驗（登記員用）
offline-scan-words = 登記先存在手機裡，有網自己發
offline-kept = 您剛才填的還在。連上網，再按一次。
offline-again = 再試一次
