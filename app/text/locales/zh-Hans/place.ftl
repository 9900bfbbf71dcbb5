place-change = 重选
place-chosen = 已选
