import-title = 取り込み
