## Der Jahresrückblick

year-title = Rückblick auf { $year }
year-cards =
    { $count ->
        [one] { $count } Karte
       *[other] { $count } Karten
    }
year-leads =
    { $count ->
        [one] { $count } Hinweis
       *[other] { $count } Hinweise
    }
year-pairs =
    { $count ->
        [one] { $count } Paar
       *[other] { $count } Paare
    }
year-gave =
    Sie haben { $cards } weitergegeben; { $count ->
        [0] bisher ist nichts daraus geworden.
        [one] aus einer wurde etwas.
       *[other] aus { $count } wurde etwas.
    }
year-gave-none = Sie haben keine Karte weitergegeben.
year-received =
    Sie haben { $leads } bekommen; { $count ->
        [0] bisher ist nichts daraus geworden.
        [one] aus einem wurde etwas.
       *[other] aus { $count } wurde etwas.
    }
year-introduced =
    Sie haben { $pairs } bekannt gemacht; { $count ->
        [0] bisher ist nichts daraus geworden.
        [one] aus einem wurde etwas.
       *[other] aus { $count } wurde etwas.
    }
year-introduced-to-me =
    { $count ->
        [one] Einmal wurden Sie von anderen mit jemandem bekannt gemacht.
       *[other] { $count } Mal wurden Sie von anderen mit jemandem bekannt gemacht.
    }
year-thanked =
    { $count ->
        [one] Sie haben sich einmal bedankt.
       *[other] Sie haben sich { $count } Mal bedankt.
    }
year-worth-given = Was Sie weitergaben, war anderen { $worth } wert, soweit Sie es notiert haben.
year-worth-received = Was Sie bekamen, war Ihnen { $worth } wert, soweit Sie es notiert haben.
year-events = Sie waren bei { $events } und haben dort { $people } getroffen.
year-again =
    { $count ->
        [one] Einmal trafen Sie jemanden wieder, den Sie von einer früheren Veranstaltung kannten.
       *[other] { $count } Mal trafen Sie jemanden wieder, den Sie von einer früheren Veranstaltung kannten.
    }
year-missed =
    { $count ->
        [one] { $count } Veranstaltung wurde spät abgesagt oder versäumt.
       *[other] { $count } Veranstaltungen wurden spät abgesagt oder versäumt.
    }
year-warmth-now = Die mittlere Wärme ist { $to-count }; warm: { $people }.
year-warmth-rose = Die mittlere Wärme stieg von { $from-count } auf { $to-count }; warm: { $people }.
year-warmth-same = Die mittlere Wärme blieb bei { $to-count }; warm: { $people }.
year-warmth-fell = Die mittlere Wärme sank von { $from-count } auf { $to-count }; warm: { $people }.
year-untold =
    { $count ->
        [one] { $count } Besitzer weiß noch nichts davon.
       *[other] { $count } Besitzer wissen noch nichts davon.
    }
year-by-month = Nach Monaten
year-month = Monat
year-given = Weitergegeben
year-leads-head = Hinweise bekommen
year-introductions = Vorstellungen
year-met = Getroffen
year-met-again = Wiedergetroffen
year-what-came = Was daraus wurde
year-open = Noch nicht bekannt
year-more = Weitere Zahlen
year-number = Anzahl
year-introduced-to-me-head = Ihnen vorgestellt
year-thanked-head = Bedankt
year-untold-head = Besitzer, die noch nichts wissen
year-people-met = Verschiedene Menschen getroffen
year-missed-head = Spät abgesagte oder versäumte Veranstaltungen
year-warmth = Wärme am Ende jedes Monats
year-average = Mittlere Wärme
year-warm = Warme Kontakte
year-people = In Verbindung
year-day = Tag
year-event = Veranstaltung

year-review = Jahresrückblick
year-back = Zurück zur Übersicht
year-earlier = Früheres Jahr
year-later = Späteres Jahr
year-save = Als Text sichern
year-figures = Alle Zahlen
year-empty = Für dieses Jahr ist noch nichts festgehalten.
year-working = Wird ausgerechnet …
year-plot-referrals = Gegeben und bekommen nach Monaten
year-plot-fruit = Woraus etwas wurde
year-plot-warmth = Wärme im Lauf des Jahres
year-plot-events = Bei Veranstaltungen getroffen
year-plot-spoken = { $title }. { $figures }
year-plot-point = { $name }: { $values }
year-none-yet = nichts
year-repeated = aus einer Reihe, bei der Sie schon waren
