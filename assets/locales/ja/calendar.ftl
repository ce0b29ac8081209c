calendar-title = カレンダー
