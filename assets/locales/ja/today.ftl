today-title = 今日
