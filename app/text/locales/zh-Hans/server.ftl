# 请求没有到达任何页面时的说明：来自别的网站、太频繁、服务器太忙、程序出错、内容太大。
server-home = 回到首页
server-other-site-title = 这个请求是从别的网站发来的
server-other-site-words = 为了保护您，我们没有处理它，什么也没有改变。请从本站的页面重新操作。
server-too-many-title = 操作太频繁了
server-too-many-words = 您所在的网络刚才发来的请求太多。请等一分钟再试，您填的内容不会丢。
server-busy-title = 现在人很多
server-busy-words = 请过十秒再打开这个页面。您还没有提交的内容没有保存，已经提交的不会丢。
server-panic-title = 出错了
server-panic-words = 这是我们的问题，不是您的。请再试一次；还不行，就过一会儿再来。
server-too-large-title = 内容太大
server-too-large-words = 一个文件最多 10 MB。请换一张小一些的照片，或者分几次上传。
