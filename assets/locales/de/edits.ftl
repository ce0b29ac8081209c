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
edits-replace-picture = Fehlendes Bild ersetzen
edits-remove-card = Karte von { $name } in den Papierkorb legen
edits-remove-card-unnamed = Karte aus dem Stapel in den Papierkorb legen
edits-unfile-card = Karte von { $name } zurück in den Stapel legen
edits-unfile-card-unnamed = Karte zurück in den Stapel legen
edits-add-contact = { $name } hinzufügen
edits-change-contact = Angaben zu { $name } ändern
edits-archive = { $name } archivieren
edits-restore = { $name } zurückholen
edits-delete-contact = { $name } in den Papierkorb legen
edits-archive-all =
    { $count ->
        [one] eine Person archivieren
       *[other] { $count } Personen archivieren
    }
edits-restore-all =
    { $count ->
        [one] eine Person zurückholen
       *[other] { $count } Personen zurückholen
    }
edits-delete-all =
    { $count ->
        [one] Karte in den Papierkorb legen
       *[other] { $count } Personen und Karten in den Papierkorb legen
    }
edits-set-event =
    { $count ->
        [one] eine Karte „{ $title }“ zuordnen
       *[other] { $count } Karten „{ $title }“ zuordnen
    }
edits-clear-event =
    { $count ->
        [one] einer Karte die Veranstaltung nehmen
       *[other] { $count } Karten die Veranstaltung nehmen
    }
edits-add-tag =
    { $count ->
        [one] einer Person das Schlagwort „{ $tag }“ geben
       *[other] { $count } Personen das Schlagwort „{ $tag }“ geben
    }
edits-remove-tag =
    { $count ->
        [one] einer Person das Schlagwort „{ $tag }“ nehmen
       *[other] { $count } Personen das Schlagwort „{ $tag }“ nehmen
    }
edits-record-impression = Eindruck von { $name } notieren
edits-record-impression-unnamed = Eindruck auf einer Karte notieren
# $name is an organization.
edits-rename-organization = Organisation umbenennen: { $name }
edits-change-organization = Angaben zu { $name } ändern
# $name is a person.
edits-set-portrait = Porträt von { $name } setzen
edits-remove-portrait = Porträt von { $name } entfernen
edits-make-current = Karte von { $name } nach oben legen
# $title is an event.
edits-add-event = Veranstaltung „{ $title }“ hinzufügen
edits-change-event = Veranstaltung „{ $title }“ ändern
edits-move-event = „{ $title }“ auf { $day } verschieben
edits-resize-event = „{ $title }“ vom { $first } bis { $last } dauern lassen
edits-spread-follow-ups =
    { $count ->
        [one] Eine Erinnerung auf einen anderen Tag legen
       *[other] { $count } Erinnerungen auf eine Woche verteilen
    }
edits-remove-event = Veranstaltung „{ $title }“ entfernen
edits-cancel-event = „{ $title }“ absagen
edits-not-come = vermerken, dass Sie nicht da waren: „{ $title }“
edits-waive-amends = nichts wiedergutmachen: „{ $title }“
edits-set-participant = Teilnahme von { $name } an „{ $title }“ ändern
edits-set-reply = Antwort von { $name } vermerken
edits-log-encounter = Begegnung mit { $name } festhalten
edits-change-encounter = Begegnung mit { $name } ändern
edits-remove-encounter = Begegnung mit { $name } entfernen
edits-add-relationship = { $name } und { $other } verbinden
edits-remove-relationship = Verbindung von { $name } und { $other } lösen
edits-add-introduction = Vorstellung von { $name } und { $other } eintragen
edits-plan-introduction = Vorstellung von { $name } und { $other } planen
edits-ask-side = Frage an { $name } wegen der Vorstellung vermerken
edits-agrees = Zusage von { $name } zur Vorstellung vermerken
edits-declines = Absage von { $name } zur Vorstellung vermerken
edits-take-back-plan = Plan zurücknehmen, { $name } und { $other } bekannt zu machen
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
# $name agreed that $other gets an address of theirs, or took that back.
edits-agree = Einverständnis von { $name } für { $other } vermerken
edits-withhold = Einverständnis von { $name } für { $other } zurücknehmen
edits-tell-owner = Bescheid an { $name } vermerken
edits-change-referral = Empfehlung von { $name } ändern
edits-remove-referral = Empfehlung von { $name } entfernen
edits-review = Rückblick auf { $name } abschließen
edits-take-back-review = Rückblick zu { $name } zurücknehmen
edits-change-review = Rückblick auf { $name } ändern
edits-remove-review = Rückblick auf { $name } entfernen
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
# $name is a saved search.
edits-add-search = Suche „{ $name }“ speichern
edits-change-search = Suche „{ $name }“ ändern
edits-move-search = Suche „{ $name }“ verschieben
edits-remove-search = Suche „{ $name }“ entfernen
edits-pin = { $name } im Netzwerk platzieren
edits-arrange = Netzwerk anordnen
edits-change-book = Angaben zum Buch ändern
edits-rule-on = Regel „{ $rule }“ einschalten
edits-rule-off = Regel „{ $rule }“ ausschalten
edits-rule-change = Regel „{ $rule }“ ändern
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
edits-resolve-conflict-unnamed = zwischen zwei Werten entscheiden
edits-take-back = früheren Stand von { $name } zurückholen
edits-take-back-all = das ganze Buch auf einen früheren Stand zurücksetzen
edits-mend-links =
    { $count ->
        [one] Verweis auf einen fehlenden Eintrag entfernen
       *[other] { $count } Verweise auf fehlende Einträge entfernen
    }

## Names of fields, where two values of one are shown side by side

edits-field-review-after-days = Tage bis zur Rückschau
edits-field-repeat-from = Wiederholung ab
edits-field-name = Name
edits-field-organization = Firma
edits-field-cadence = Wie oft in Kontakt
edits-field-reading = Lesung
edits-field-latin = In lateinischer Schrift
edits-field-city = Ort
edits-field-website = Website
edits-field-part-of = Teil von
edits-field-notes = Notizen
edits-field-help = Wobei die Person helfen kann
edits-field-query = Wonach gesucht wird
edits-field-own-words = In eigenen Worten
edits-field-portrait = Porträt
edits-field-archived = Losgelassen
edits-field-family = Familienname
edits-field-given = Vorname
edits-field-additional = Weitere Vornamen
edits-field-prefix = Titel vor dem Namen
edits-field-suffix = Zusatz nach dem Namen
edits-field-nickname = Spitzname
edits-field-honorific = Anrede
edits-field-family-reading = Lesung des Familiennamens
edits-field-given-reading = Lesung des Vornamens
edits-field-order = Reihenfolge des Namens
edits-field-title = Titel
edits-field-job-title = Position
edits-field-department = Abteilung
edits-field-from = Von
edits-field-until = Bis
edits-field-what = Sucht
edits-field-opened-on = Bekannt seit
edits-field-closed-on = Erledigt am
edits-field-birthday = Geburtstag
edits-field-home = Zuhause und Orte
edits-field-people = Wichtige Menschen
edits-field-enjoys = Mag gern
edits-field-avoids = Zu vermeiden
edits-field-gifts = Geschenke
edits-field-starters = Für den Gesprächsanfang
edits-field-series = Reihe
edits-field-starts-on = Erster Tag
edits-field-ends-on = Letzter Tag
edits-field-starts-at = Beginn
edits-field-ends-at = Ende
edits-field-venue = Veranstaltungsort
edits-field-organizer = Veranstaltet von
edits-field-fee = Gebühr
edits-field-link = Link
edits-field-goal = Ziel
edits-field-status = Teilnahme
edits-field-participants = Teilnehmende
edits-field-late-within-days = Tage, die als kurzfristig gelten
edits-field-cancelled-on = Abgesagt am
edits-field-thank-you = Dank an die Veranstaltenden
edits-field-satisfaction = Zufriedenheit erfragt
edits-field-report = Berichtet
edits-field-repeat = Wiederholung
edits-field-inside = Liegt in
edits-field-contact = Person
edits-field-front = Vorderseite
edits-field-back = Rückseite
edits-field-received-on = Erhalten am
edits-field-event = Veranstaltung
edits-field-exchange = Wie sie in die Hand kam
edits-field-whereabouts = Wo die Karte ist
edits-field-kind = Art
edits-field-direction = Von wem es ausging
edits-field-on = Datum
edits-field-at = Uhrzeit
edits-field-minutes = Minuten
edits-field-place = Ort
edits-field-note = Notiz
edits-field-reply = Antworten
edits-field-to = An
edits-field-since = Seit
edits-field-introducer = Wer vorgestellt hat
edits-field-party = Wer vorgestellt wurde
edits-field-state = Stand
edits-field-card = Karte
edits-field-giver = Von wem
edits-field-recipient = Für wen
edits-field-subject = Wessen Karte
edits-field-need = Bedarf
edits-field-comment = Kommentar
edits-field-owner-told-on = Person informiert am
edits-field-agreed-on = Zugestimmt am
edits-field-asked-on = Gefragt am
edits-field-lent-on = Verliehen am
edits-field-never-made = Nie zustande gekommen
edits-field-given-up = Aufgegeben
edits-field-outcome = Ergebnis
edits-field-verdict = Entscheidung
edits-field-due-on = Fällig am
edits-field-due-at = Fällig um
edits-field-about = Worum es geht
edits-field-reason = Grund
edits-field-position = Platz im Netzwerk
edits-field-other = Andere Angabe

## Values of such fields, and what keeps one from being chosen

edits-value-of = { $name }: { $value }
edits-value-empty = Nichts
edits-value-gone = Nicht mehr im Buch
edits-value-cadence = alle { $ideal } Tage, spätestens nach { $latest }
edits-value-on = Ein
edits-value-off = Aus
edits-value-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }
edits-value-position = { $across } quer, { $down } hoch
edits-value-order-by-language = Wie in der Sprache üblich
edits-value-order-family-first = Familienname zuerst
edits-value-order-given-first = Vorname zuerst
edits-value-not-yet = Noch nicht
edits-value-open = Offen
edits-value-dropped = Verworfen
edits-value-own-reason = Selbst angelegt
edits-conflict-book = Das Buch
edits-conflict-unreadable = Der andere Wert ist für diese Fassung von Cardloom nicht lesbar. Beide Werte bleiben, wie sie sind.
edits-pin-all =
    { $count ->
        [one] { $count } Person anheften
       *[other] { $count } Personen anheften
    }
edits-unpin-all =
    { $count ->
        [one] { $count } Person lösen
       *[other] { $count } Personen lösen
    }

## Abende und Vorlagen für Briefe

edits-add-template = Vorlage „{ $name }“ hinzufügen
edits-change-template = Vorlage „{ $name }“ ändern
edits-remove-template = Vorlage „{ $name }“ entfernen
edits-add-photos =
    { $count ->
        [one] ein Foto zu { $title } hinzufügen
       *[other] { $count } Fotos zu { $title } hinzufügen
    }
edits-remove-photo = ein Foto von { $title } entfernen
edits-debrief = über { $name } berichten
edits-field-formality = Anrede
edits-field-language = Sprache
edits-field-subject-line = Betreff
edits-field-body = Text
