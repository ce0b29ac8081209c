## The head of the page

# What to do first, in one sentence.
today-summary-overdue =
    { $count ->
        [one] { $count } Sache ist überfällig.
       *[other] { $count } Sachen sind überfällig.
    }
today-summary-thanks =
    { $count ->
        [one] Bis heute Abend ist noch { $count } Dank fällig.
       *[other] Bis heute Abend ist { $count } Mal zu danken.
    }
today-summary-next = { $name } um { $time } Uhr.
today-summary-due =
    { $count ->
        [one] { $count } Sache ist heute fällig.
       *[other] { $count } Sachen sind heute fällig.
    }
today-summary-free = Heute ist nichts fällig.
today-summary-pile =
    { $count ->
        [one] { $count } neue Karte wartet aufs Sortieren.
       *[other] { $count } neue Karten warten aufs Sortieren.
    }
today-done-of = { $count } von { $total-count } erledigt

## The boxes

today-pile =
    { $count ->
        [one] { $count } neue Karte
       *[other] { $count } neue Karten
    }
today-pile-newest = Die neueste kam { $day }.
today-sort = Stapel sortieren
today-thanks = Danke sagen
today-thanks-late = Verspätet
today-thanks-left-today =
    { $count ->
        [one] Heute, noch { $count } Stunde
       *[other] Heute, noch { $count } Stunden
    }
today-thanks-left-tomorrow =
    { $count ->
        [one] Morgen, noch { $count } Stunde
       *[other] Morgen, noch { $count } Stunden
    }
today-reviews = 30-Tage-Rückblicke
today-promises = Versprechen
today-calls = Anrufe und Treffen
today-amends = Wiedergutmachung
today-birthdays = Geburtstage
today-other = Sonstiges
today-on-screen = Nur am Bildschirm getroffen
today-suggest = Treffen vorschlagen
today-log = Festhalten
today-congratulate = Gratulieren
today-contacts-since =
    { $count ->
        [one] { $count } Kontakt, zuletzt { $day }
       *[other] { $count } Kontakte, zuletzt { $day }
    }
today-turns = Wird { $age }
today-more =
    { $count ->
        [one] { $count } weitere im Kalender
       *[other] { $count } weitere im Kalender
    }
today-mail = E-Mail schreiben
today-week = Die nächsten Tage
today-free = Frei

## Nothing left

today-empty-title = Für heute ist alles erledigt
today-empty-body = Nichts ist fällig, keine Karte wartet. Einen schönen Tag!
today-no-match-title = Nichts gefunden
today-no-match-body = Von heute passt nichts zur Suche.
