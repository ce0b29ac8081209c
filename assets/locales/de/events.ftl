events-title = Veranstaltungen
