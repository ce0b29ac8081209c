today-title = Today
