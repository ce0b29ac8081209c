## What the user did, as it follows “Undo: ”. Names are those of people unless said otherwise.

edits-add-cards =
    { $count ->
        [one] Karte hinzufügen
       *[other] { $count } Karten hinzufügen
    }
edits-name-card = Karte benennen: { $name }
edits-add-card-to = Karte für { $name } hinzufügen
edits-add-back = Rückseite der Karte von { $name } hinzufügen
edits-add-back-unnamed = Rückseite einer Karte hinzufügen
edits-change-card = Karte von { $name } ändern
edits-change-card-unnamed = Karte im Stapel ändern
edits-remove-card = Karte von { $name } entfernen
edits-remove-card-unnamed = Karte aus dem Stapel entfernen
edits-unfile-card = Karte von { $name } zurück in den Stapel legen
edits-unfile-card-unnamed = Karte zurück in den Stapel legen
edits-add-contact = { $name } hinzufügen
edits-change-contact = Angaben zu { $name } ändern
edits-archive = { $name } archivieren
edits-restore = { $name } zurückholen
edits-delete-contact = { $name } löschen
edits-record-impression = Eindruck von { $name } notieren
edits-record-impression-unnamed = Eindruck auf einer Karte notieren
# $name is an organization.
edits-rename-organization = Organisation umbenennen: { $name }
# $title is an event.
edits-add-event = Veranstaltung „{ $title }“ hinzufügen
edits-change-event = Veranstaltung „{ $title }“ ändern
edits-move-event = „{ $title }“ auf { $day } verschieben
edits-remove-event = Veranstaltung „{ $title }“ entfernen
edits-log-encounter = Begegnung mit { $name } festhalten
edits-change-encounter = Begegnung mit { $name } ändern
edits-remove-encounter = Begegnung mit { $name } entfernen
edits-add-relationship = { $name } und { $other } verbinden
edits-remove-relationship = Verbindung von { $name } und { $other } lösen
edits-add-introduction = Vorstellung von { $name } und { $other } eintragen
edits-change-introduction = Vorstellung von { $name } und { $other } ändern
edits-remove-introduction = Vorstellung von { $name } und { $other } entfernen
# Somebody was introduced to the owner of the book.
edits-add-introduction-to-me = Bekanntschaft durch Vorstellung eintragen: { $name }
edits-change-introduction-to-me = Bekanntschaft durch Vorstellung ändern: { $name }
edits-remove-introduction-to-me = Bekanntschaft durch Vorstellung entfernen: { $name }
edits-pass-on = Karte von { $name } an { $other } weitergeben
# Somebody pointed the owner of the book to $name.
edits-pass-on-to-me = Hinweis auf { $name } eintragen
# $state is one of the states of a referral, as a label.
edits-advance-referral = Empfehlung von { $name } auf „{ $state }“ setzen
edits-tell-owner = Bescheid an { $name } vermerken
edits-change-referral = Empfehlung von { $name } ändern
edits-remove-referral = Empfehlung von { $name } entfernen
edits-review = Rückblick auf { $name } abschließen
# $what is one of the follow-ups below.
edits-add-follow-up = { $what } hinzufügen
edits-change-follow-up = { $what } ändern
edits-move-follow-up = { $what } auf { $day } verschieben
edits-move-follow-ups =
    { $count ->
        [one] Erinnerung auf { $day } verschieben
       *[other] { $count } Erinnerungen auf { $day } verschieben
    }
edits-complete-follow-up = { $what } als erledigt markieren
edits-reopen-follow-up = { $what } wieder öffnen
edits-drop-follow-up = { $what } fallen lassen
edits-remove-follow-up = { $what } entfernen

## A follow-up inside one of the sentences above

edits-what-thanks = Danke an { $name }
edits-what-review = 30-Tage-Rückblick auf { $name }
edits-what-call = Anruf bei { $name }
edits-what-message = Nachricht an { $name }
edits-what-meet = Treffen mit { $name }
edits-what-tell-owner = Bescheid an { $name }
edits-what-introduce = Vorstellung von { $name }
edits-what-amends = Wiedergutmachung bei { $name }
edits-what-birthday = Geburtstag von { $name }
# $name is of people, or in the user's words what is to be done.
edits-what-other = Erinnerung „{ $name }“
edits-what-unnamed = Erinnerung

## Circles, network, book

# $name is a circle.
edits-add-circle = Kreis „{ $name }“ hinzufügen
edits-change-circle = Kreis „{ $name }“ ändern
edits-remove-circle = Kreis „{ $name }“ entfernen
edits-set-circle = Mitglieder von „{ $name }“ ändern
edits-pin = { $name } im Netzwerk platzieren
edits-arrange = Netzwerk anordnen
edits-change-book = Angaben zum Buch ändern
edits-import =
    { $count ->
        [one] Eintrag importieren
       *[other] { $count } Einträge importieren
    }
edits-load-demo = Demo-Netzwerk laden
edits-clear-demo = Demo-Netzwerk entfernen
edits-merge =
    { $count ->
        [one] Änderung von außen übernehmen
       *[other] { $count } Änderungen von außen übernehmen
    }
edits-resolve-conflict = zwischen zwei Werten von { $name } entscheiden
edits-take-back = früheren Stand von { $name } zurückholen
edits-take-back-all = das ganze Buch auf einen früheren Stand zurücksetzen
edits-mend-links =
    { $count ->
        [one] Verweis auf einen fehlenden Eintrag entfernen
       *[other] { $count } Verweise auf fehlende Einträge entfernen
    }
