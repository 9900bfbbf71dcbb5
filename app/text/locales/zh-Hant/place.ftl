place-change = 重選
place-chosen = 已選
