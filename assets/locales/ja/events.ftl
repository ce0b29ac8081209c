events-title = イベント
