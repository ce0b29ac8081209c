events-title = Veranstaltungen
events-add = Veranstaltung hinzufügen
events-upcoming = Demnächst
events-past = Vergangen
events-column-date = Datum
events-column-title = Veranstaltung
events-column-status = Teilnahme
events-column-people = Personen
events-column-thanked = Bedankt
events-empty-title = Noch keine Veranstaltungen
events-empty-body = Eine Veranstaltung hält zusammen, wen man traf, wem gedankt ist und ob sich ein Wiedersehen lohnt.
events-back = Alle Veranstaltungen
events-status = Eigene Teilnahme
events-edit = Veranstaltung bearbeiten
events-remove = Veranstaltung entfernen
events-add-cards = Karten hinzufügen
events-people-met = Getroffene Personen
events-people = Personen
events-name-them = Benennen
events-thanked-on = Bedankt { $date }
events-thanks-due = Dank { $when }
events-not-thanked = Noch nicht bedankt
events-thanked-count = { $done-count } von { $total-count } bedankt
events-nobody = Noch niemand. Karten, die auf dieser Seite hereinkommen, gehören zu dieser Veranstaltung.
events-outcomes = Was daraus wurde
events-outcomes-none = Noch nichts. Hier erscheinen Vorstellungen und weitergegebene Karten dieser Personen.
events-outcome-passed-on = Karte von { $name } ging an { $recipient }
events-outcome-lead = { $giver } hat { $name } empfohlen
events-outcome-to-introduce = { $first } und { $second } einander vorstellen
events-outcome-to-introduce-by = { $name } will { $first } und { $second } einander vorstellen
events-outcome-to-introduce-to-me = { $name } will Ihnen { $first } vorstellen
events-outcome-introduced = { $first } und { $second } einander vorgestellt
events-outcome-introduced-by = { $name } stellte { $first } und { $second } einander vor
events-outcome-introduced-to-me = { $name } hat { $first } vorgestellt
events-notes = Notizen
events-notes-hint = Wie war es? Was beim nächsten Mal anders machen?
events-goal = Ziel
events-care = Was der Veranstalter tat
events-care-thank-you = Dankesmail
events-care-satisfaction = Frage nach der Zufriedenheit
events-care-report = Bericht oder Protokoll
events-not-yet = Noch nicht
events-organizer = Veranstalter: { $name }
events-series-number = Nr. { $count } von „{ $series }“
events-time-range = { $from } bis { $until }
events-until-day = bis { $day }
events-again = Wieder hingehen?
events-pile =
    { $count ->
        [one] { $count } Karte von hier liegt noch im Stapel.
       *[other] { $count } Karten von hier liegen noch im Stapel.
    }

## Die Tabelle

events-column-series = Reihe
events-column-place = Ort
events-column-organizer = Veranstalter
events-count =
    { $count ->
        [one] { $count } Veranstaltung
       *[other] { $count } Veranstaltungen
    }
events-export-title = Veranstaltungen exportieren
events-export-csv = Veranstaltungen für Tabellenprogramme (CSV) exportieren …
events-export-json = Veranstaltungen als JSON exportieren …
events-export-csv-kind = Tabelle der Veranstaltungen (CSV)
events-export-json-kind = Veranstaltungen (JSON)

## Wer da war, wer wen vorgestellt hat, Fotos

events-guests = Auch dabei
events-guests-coming = Wer kommt
events-guests-none-coming = Noch ist niemand bekannt.
events-guests-add = Personen hinzufügen
events-guests-none = Sonst niemand.
events-guests-title = Wer war noch da?
events-guests-were = Sie gelten als dabei gewesen. Das lässt sich für jede Person ändern.
events-guests-will = Sie gelten als angemeldet. Das lässt sich für jede Person ändern.
events-guests-who = Personen
events-guest-remove = { $name } von dieser Veranstaltung entfernen
events-introduced = Hier vorgestellt
events-introduced-add = Vorstellung festhalten
events-introduced-none = Wer hat wen zusammengebracht? So bleibt im Blick, wem Sie eine Vorstellung verdanken.
events-introduced-title = Eine Vorstellung bei dieser Veranstaltung
events-introduced-way-me = Jemand hat mich vorgestellt
events-introduced-way-others = Jemand hat zwei andere vorgestellt
events-introduced-way-i = Ich habe zwei vorgestellt
events-introduced-who = Wer hat vorgestellt
events-introduced-to-me = Wem
events-introduced-first = Wen
events-introduced-second = Wem
events-introduced-missing = Wählen Sie für jede Stelle eine andere Person.
events-introduced-remove = Vorstellung entfernen
events-photos = Fotos
events-photos-add = Fotos hinzufügen
events-photos-none = Noch keine.
events-photos-drop = Legen Sie Bilder des Abends hier ab oder wählen Sie Dateien. Sie werden neben Ihrem Buch gespeichert.
events-photos-choose = Dateien wählen
events-photo = Foto { $position }
events-photo-remove = Foto entfernen
events-thanks-left = { $count } offen, { $left }

## Das Vorbereitungsblatt

events-prep-open = Vorbereitung
events-prep-title = Vorbereitungsblatt
events-prep-people = Wen Sie treffen könnten
events-prep-earlier =
    { $count ->
        [one] Sie waren schon einmal bei { $series }.
       *[other] Sie waren schon { $count }-mal bei { $series }.
    }
events-prep-brought = { $name } hat Sie mit dem Veranstalter bekannt gemacht.
events-prep-nobody = Noch ist niemand bekannt: Tragen Sie auf der Seite der Veranstaltung ein, wer kommt, oder geben Sie ihr den Namen ihrer Reihe.
events-prep-more =
    { $count ->
        [one] Und { $count } weitere Person von früheren Abenden.
       *[other] Und { $count } weitere Personen von früheren Abenden.
    }
events-prep-private = Enthält private Notizen. Behalten Sie es für sich und lassen Sie es nicht liegen.
events-prep-organizes = Veranstaltet den Abend
events-prep-comes = Will kommen
events-prep-was-there = Ist da
events-prep-met =
    { $count ->
        [one] Hier einmal getroffen, { $day }
       *[other] Hier { $count }-mal getroffen, zuletzt { $day }
    }
events-prep-favour-label = Was Sie tun können
events-prep-favour = { $name } vorstellen ({ $ability }): sucht „{ $need }“
events-prep-need = Sucht „{ $need }“. Wen kennen Sie?
events-prep-promise = Versprechen
events-prep-untold =
    { $count ->
        [one] Sie haben eine Karte weitergegeben und es noch nicht gesagt.
       *[other] Sie haben { $count } Karten weitergegeben und es noch nicht gesagt.
    }
events-prep-talks = Worüber Sie sprachen
events-prep-talk = { $day }: { $what }
events-prep-introduced = Vorgestellt von
events-prep-save = Drucken oder speichern
events-prep-save-title = Vorbereitungsblatt speichern
events-prep-save-kind = Seite zum Drucken

## Die Nachlese

events-debrief-open = Nachlese
events-debrief-title = Nachlese
events-debrief-progress = { $done } von { $all } festgehalten
events-debrief-told = festgehalten
events-debrief-open-state = offen
events-debrief-save = Speichern und weiter
events-debrief-scans = Scans hinzufügen
events-debrief-keys = 1 bis 5 wer fragte · tippen · Enter weiter
events-debrief-impression-hint = Eine Zeile: Was ist geblieben?
events-debrief-empty-title = Wen haben Sie getroffen?
events-debrief-empty-body = Legen Sie die Scans des Abends hier ab. Dann geht es der Reihe nach: wer fragte, eine Zeile, weiter.
events-debrief-action = Nachlese zur letzten Veranstaltung
