inspector-title = 詳細
