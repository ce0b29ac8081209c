cards-title = Cards
