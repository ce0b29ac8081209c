today-title = Heute
