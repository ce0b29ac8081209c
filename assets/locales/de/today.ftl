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
today-summary-searched = Gezeigt wird nur, was „{ $words }“ betrifft.
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
today-tell = Sagen
today-told = Gesagt
today-sent = Gesendet
today-introduce = Bekannt machen
today-ask = Nachfragen
today-make-amends = Wiedergutmachen
today-touch = In Kontakt bleiben
today-touch-now = Melden
today-touch-today = heute fällig
today-touch-due =
    { $count ->
        [one] seit gestern fällig
       *[other] seit { $count } Tagen fällig
    }
today-touch-late =
    { $count ->
        [one] { $count } Tag überfällig
       *[other] { $count } Tage überfällig
    }
today-city =
    { $count ->
        [one] { $count } Person in { $city }
       *[other] { $count } Personen in { $city }
    }
today-city-unknown =
    { $count ->
        [one] { $count } Person, Ort unbekannt
       *[other] { $count } Personen, Ort unbekannt
    }
# You are there anyway on that day, for that event.
today-city-event = Sie sind dort { $day }: { $title }
today-more =
    { $count ->
        [one] { $count } weiteres
       *[other] { $count } weitere
    }
today-fewer = Weniger zeigen
today-call = { $number } anrufen
today-another-day = Anderer Tag …
today-drop-as = Fallen lassen: { $reason }
today-drop-needless = nicht mehr nötig
today-drop-happened = hat sich schon erledigt
today-drop-faded = der Kontakt ist eingeschlafen
today-drop-other = Aus anderem Grund fallen lassen …
today-drop-why = Warum entfällt es?
today-drop-now = Fallen lassen
today-mail = E-Mail schreiben
today-week = Die nächsten Tage
today-free = Frei

## Nothing left

today-empty-title = Für heute ist alles erledigt
today-empty-body = Nichts ist fällig, keine Karte wartet. Einen schönen Tag!
today-empty-tomorrow = Nichts ist fällig, keine Karte wartet. Morgen: { $words }.
today-no-match-title = Nichts gefunden
today-no-match-body = Von heute passt nichts zur Suche.
