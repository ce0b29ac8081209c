events-title = Events
