cards-title = 名刺
