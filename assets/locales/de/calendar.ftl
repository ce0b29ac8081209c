## The head of the calendar

calendar-previous-month = Voriger Monat
calendar-next-month = Nächster Monat
calendar-today = Heute
calendar-add = Erinnerung anlegen
calendar-add-event = Veranstaltung anlegen
calendar-layout = Darstellung
calendar-month = Monat
calendar-list = Liste

## The lane of what is overdue

calendar-drag-hint = Auf einen Tag ziehen oder
calendar-reschedule-all = Alle auf heute
# How late something is, beside a name.
calendar-late-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }

## Days, and what stands in them

# $day is a whole date such as "Wed 14 October 2026".
calendar-day-name =
    { $count ->
        [0] { $day }, nichts zu tun
        [one] { $day }, { $count } Eintrag
       *[other] { $day }, { $count } Einträge
    }
calendar-more = { $count } weitere
# Spoken name of a follow-up, such as "Thank-you: Priya Natarajan".
calendar-pill = { $kind }: { $name }
calendar-pill-done = { $kind }: { $name }, erledigt
calendar-event-name = Veranstaltung: { $title }
# A thank-you that will be due after an event still to come.
calendar-expected = nach { $event }

## The agenda of a day

calendar-agenda-today =
    { $count ->
        [0] Heute. Nichts zu tun
        [one] Heute. { $count } Sache zu tun
       *[other] Heute. { $count } Sachen zu tun
    }
calendar-agenda-day =
    { $count ->
        [0] Nichts zu tun
        [one] { $count } Sache zu tun
       *[other] { $count } Sachen zu tun
    }
calendar-add-on-day = Erinnerung an diesem Tag anlegen
calendar-free-title = Ein freier Tag
calendar-free-body = Nichts geplant. Vielleicht freut sich jemand über einen Anruf?
calendar-tomorrow = Morgen
calendar-nothing-planned = Nichts geplant
calendar-no-match-title = Nichts gefunden
calendar-no-match-body = Keine Erinnerung und keine Veranstaltung passt zu Suche und Filter.
calendar-list-empty-title = Noch nichts geplant
calendar-list-empty-body = Hier stehen Erinnerungen und Veranstaltungen nach Tagen.

calendar-title-thanks = { $name } danken
calendar-title-review = Rückblick: { $name }
calendar-title-call = { $name } anrufen
calendar-title-message = { $name } schreiben
calendar-title-meet = { $name } treffen
calendar-title-tell-owner = { $name } Bescheid geben
calendar-title-introduce = { $name } bekannt machen
calendar-title-amends = Bei { $name } wiedergutmachen
calendar-title-birthday = Geburtstag: { $name }
calendar-met-in = Getroffen am { $day } in { $city }
calendar-met-on = Getroffen am { $day }
calendar-passed-to = Karte an { $name } weitergegeben
calendar-new-cards =
    { $count ->
        [one] { $count } Karte
       *[other] { $count } Karten
    }

calendar-write = Schreiben
calendar-review = Ansehen
calendar-done-on = Erledigt am { $day }
calendar-reopen = Doch nicht erledigt
calendar-move-tomorrow = Auf morgen verschieben
calendar-move-next-week = Auf nächste Woche verschieben
calendar-log = Begegnung festhalten …
calendar-change = Ändern …
calendar-drop = Aufgeben
calendar-open-person = Person zeigen
calendar-open-event = Veranstaltung zeigen

## What is due, counted by kind

calendar-count-thanks = { $count } Mal danken
calendar-count-review =
    { $count ->
        [one] { $count } Rückblick
       *[other] { $count } Rückblicke
    }
calendar-count-call =
    { $count ->
        [one] { $count } Anruf
       *[other] { $count } Anrufe
    }
calendar-count-message =
    { $count ->
        [one] { $count } Nachricht
       *[other] { $count } Nachrichten
    }
calendar-count-meet = { $count } Treffen
calendar-count-promise = { $count } Versprechen
calendar-count-introduce = { $count } Mal bekannt machen
calendar-count-amends =
    { $count ->
        [one] { $count } Wiedergutmachung
       *[other] { $count } Wiedergutmachungen
    }
calendar-count-birthday =
    { $count ->
        [one] { $count } Geburtstag
       *[other] { $count } Geburtstage
    }

## The sheet of a reminder

calendar-sheet-change = Erinnerung ändern
calendar-kind = Was
calendar-who = Mit wem
calendar-when = Bis wann
calendar-when-hint = morgen, nächsten Freitag, 24. Okt. …
calendar-date-bad = Das ist noch kein Datum. Zum Beispiel „morgen“ oder „24. Okt.“
calendar-quick-next-week = In einer Woche
calendar-time = Uhrzeit
calendar-time-hint = 14:00
calendar-time-bad = Eine Uhrzeit wie 14:00 eingeben.
calendar-about = Worum es geht
calendar-about-hint = In eigenen Worten
calendar-person-needed = Eine Person wählen oder schreiben, worum es geht.

## The sheet of an event

calendar-event-change = Veranstaltung ändern
calendar-event-title = Titel
calendar-event-series = Reihe
calendar-event-series-hint = Gleich für alle Veranstaltungen der Reihe
calendar-event-first-day = Erster Tag
calendar-event-last-day = Letzter Tag
calendar-event-same-day = Am selben Tag
calendar-event-from = Von
calendar-event-to = Bis
calendar-event-venue = Veranstaltungsort
calendar-event-city = Stadt
calendar-event-organizer = Veranstalter
calendar-event-organizer-hint = Firma oder Person im Buch
calendar-event-organizer-bad = Niemand im Buch heißt so.
calendar-event-fee = Gebühr
calendar-event-fee-bad = Einen Betrag wie 25 oder 12,50 eingeben.
calendar-event-currency = Währung
calendar-event-link = Link
calendar-event-goal = Ziel
calendar-event-goal-hint = Was die Veranstaltung bringen soll
calendar-event-status = Eigene Teilnahme
calendar-event-notes = Notizen
calendar-event-title-needed = Die Veranstaltung braucht einen Titel.
calendar-event-ends-before = Der letzte Tag liegt vor dem ersten.
calendar-event-ends-before-time = Es endet, bevor es beginnt.
calendar-event-remove = Veranstaltung entfernen
