calendar-title = Kalender
