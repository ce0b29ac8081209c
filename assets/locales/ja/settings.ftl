settings-title = 設定
