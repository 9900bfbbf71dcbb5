frame-name = Xinju
frame-skip = Skip to the content
frame-read-aloud = Read aloud
frame-language = Language
frame-places = Main places
frame-home = Home
frame-me = Me
frame-show-certificate = Show certificate
frame-get-certificate = Get a certificate
frame-errors = { $count ->
    [one] One thing to put right
   *[other] { $count } things to put right
}
frame-step = Step { $now } of { $total }
frame-paused = paused
