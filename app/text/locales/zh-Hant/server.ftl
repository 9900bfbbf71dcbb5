# 請求沒有到達任何頁面時的說明：來自別的網站、太頻繁、伺服器太忙、程式出錯、內容太大。
server-home = 回到首頁
server-other-site-title = 這個請求是從別的網站發來的
server-other-site-words = 為了保護您，我們沒有處理它，什麼也沒有改變。請從本站的頁面重新操作。
server-too-many-title = 操作太頻繁了
server-too-many-words = 您所在的網路剛才發來的請求太多。請等一分鐘再試，您填的內容不會丟。
server-busy-title = 現在人很多
server-busy-words = 請過十秒再打開這個頁面。您還沒有提交的內容沒有儲存，已經提交的不會丟。
server-panic-title = 出錯了
server-panic-words = 這是我們的問題，不是您的。請再試一次；還不行，就過一會兒再來。
server-too-large-title = 內容太大
server-too-large-words = 一個檔案最多 10 MB。請換一張小一些的照片，或者分幾次上傳。
