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
# Something that a rule foresees and nobody planned yet.
calendar-pill-foreseen = { $pill }, vorgesehen
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

## Layouts, the way to another day, load

calendar-week = Woche
calendar-previous-week = Vorige Woche
calendar-next-week = Nächste Woche
calendar-go-to = Zu einem Tag gehen
calendar-go-to-words = Ein Tag in Worten
calendar-mini-next = Folgender Monat
calendar-mini-previous = Vorheriger Monat
calendar-show-day = { $day } zeigen
calendar-all-day = Ganzer Tag
calendar-now = Jetzt, { $time }
calendar-load-full = mehr, als in eine Woche passt
calendar-full-day = { $count } Dinge sind viel für einen Tag.
calendar-begins-earlier = Einen Tag früher beginnen
calendar-begins-later = Einen Tag später beginnen
calendar-ends-earlier = Einen Tag früher enden
calendar-ends-later = Einen Tag später enden
calendar-grip-begin = Erster Tag von { $title }
calendar-grip-end = Letzter Tag von { $title }
calendar-date-or = oder { $day }?

## Spreading over a week

calendar-spread = Auf die Woche verteilen …
calendar-spread-title = Auf die Woche verteilen
calendar-spread-do = Verteilen
calendar-spread-overdue =
    { $count ->
        [one] Eine überfällige Sache bekommt einen neuen Tag. Das ist ein Schritt, den Sie rückgängig machen können.
       *[other] { $count } überfällige Dinge bekommen neue Tage. Das ist ein Schritt, den Sie rückgängig machen können.
    }
calendar-spread-day =
    { $count ->
        [one] Eine Sache vom { $day } bekommt einen anderen Tag. Das ist ein Schritt, den Sie rückgängig machen können.
       *[other] { $count } Dinge vom { $day } bekommen andere Tage. Das ist ein Schritt, den Sie rückgängig machen können.
    }
calendar-spread-row = { $day }: jetzt { $before }, mit diesem Plan { $after }
calendar-spread-late =
    { $count ->
        [one] Ein Dank oder Versprechen ist schon über den letzten Tag hinaus und kommt zuerst.
       *[other] { $count } Danksagungen und Versprechen sind schon über den letzten Tag hinaus und kommen zuerst.
    }
calendar-spread-staying =
    { $count ->
        [one] Eine Sache bleibt: Sie hat eine Uhrzeit oder darf nicht später kommen.
       *[other] { $count } Dinge bleiben: Sie haben eine Uhrzeit oder dürfen nicht später kommen.
    }
calendar-spread-weekends = Auch samstags und sonntags
calendar-spread-none-title = Nichts zu verteilen
calendar-spread-none-body = Was hier steht, hat eine Uhrzeit oder darf nicht später kommen.

## Japanese holidays

calendar-holiday-new-year = Neujahr
calendar-holiday-coming-of-age = Tag der Volljährigkeit
calendar-holiday-foundation = Staatsgründungstag
calendar-holiday-emperor = Geburtstag des Kaisers
calendar-holiday-vernal-equinox = Frühlingsanfang
calendar-holiday-showa = Shōwa-Tag
calendar-holiday-constitution = Verfassungstag
calendar-holiday-greenery = Tag des Grüns
calendar-holiday-children = Kindertag
calendar-holiday-marine = Tag des Meeres
calendar-holiday-mountain = Tag der Berge
calendar-holiday-aged = Tag der Achtung vor dem Alter
calendar-holiday-autumnal-equinox = Herbstanfang
calendar-holiday-sports = Tag des Sports
calendar-holiday-culture = Tag der Kultur
calendar-holiday-labour = Tag des Dankes für die Arbeit
calendar-holiday-court = Tag des Throns
calendar-holiday-substitute = Ersatzfeiertag
calendar-holiday-between = Bürgerfeiertag
