calendar-title = Calendar
