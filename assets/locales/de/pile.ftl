## The pile of cards with which nothing was done yet, and the run through ten of them.

pile-title = Zehn erledigen
pile-action = Zehn Karten vom Stapel erledigen
pile-nameless = Eine Karte ohne Namen
pile-back = Vorige Karte
pile-waits =
    { $days ->
        [0] Kam heute
        [one] Kam am { $day }, wartet seit einem Tag
       *[other] Kam am { $day }, wartet seit { $days } Tagen
    }
pile-name = Benennen
pile-impression-hint = Woran erinnern Sie sich? Zwei Zeilen genügen.
pile-knowledge = Was kann die Person, oder was sucht sie?
pile-can = Kann
pile-needs = Sucht
pile-can-hint = Linsen schleifen, Steuerrecht
pile-needs-hint = eine Druckerei für kleine Auflagen
pile-thank = Danken
pile-pass-on = Weitergeben
pile-let-go = Loslassen
pile-remove = In den Papierkorb
pile-did-name = benannt
pile-did-impression = ersten Eindruck notiert
pile-did-thank = gedankt
pile-did-knowledge = Können oder Bedarf notiert
pile-did-pass-on = weitergegeben oder vorgestellt
pile-did-plan = geplant oder getroffen
pile-did-place = hat einen Ort
pile-did-let-go = losgelassen
pile-skipped = übersprungen, ein andermal
pile-end =
    { $count ->
        [one] Eine Karte angesehen
       *[other] { $count } Karten angesehen
    }
pile-left =
    { $count ->
        [one] Eine Karte liegt noch auf dem Stapel. Sie kann warten.
       *[other] { $count } Karten liegen noch auf dem Stapel. Sie können warten.
    }
pile-more = Noch zehn
pile-empty = Der Stapel ist leer
pile-empty-words = Mit jeder Karte ist etwas geschehen.
pile-waiting =
    { $count ->
        [one] Eine Karte wartet auf einen ersten Schritt
       *[other] { $count } Karten warten auf einen ersten Schritt
    }
pile-waiting-too =
    { $count ->
        [one] Eine weitere wartet auf einen ersten Schritt
       *[other] { $count } weitere warten auf einen ersten Schritt
    }
pile-waiting-words = Mit ihnen ist noch nichts geschehen. Zehn sind ein Anfang.
pile-keys-next = Nächste Karte
pile-keys-walk = Vor und zurück
