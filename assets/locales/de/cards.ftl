cards-title = Karten
