## The top bar

cards-add = Karte hinzufügen
cards-group-by = Gruppe: { $value }
cards-group-event = Veranstaltung
cards-group-month = Monat
cards-group-organization = Firma
cards-group-circle = Kreis
cards-group-city = Ort
cards-group-warmth = Wärme
cards-group-none = Keine Gruppen
cards-sort = Sortieren
cards-sort-newest = Neueste
cards-sort-name = Name
cards-sort-organization = Firma
cards-sort-last-contact = Letzter Kontakt
cards-sort-reversed = Umgekehrt
cards-layout = Ansicht
cards-layout-cards = Karten
cards-layout-table = Tabelle
cards-size = Größe der Karten
cards-size-small = S
cards-size-medium = M
cards-size-large = L
cards-size-small-long = Kleine Karten
cards-size-medium-long = Mittlere Karten
cards-size-large-long = Große Karten

## Die Tabelle

cards-column-name = Name
cards-column-title = Position
cards-column-due = Fällig
cards-column-email = E-Mail
cards-column-phone = Telefon
cards-column-circles = Kreise
cards-column-tags = Schlagwörter
cards-columns = Spalten wählen
cards-columns-usual = Übliche Breiten
cards-column-width = Breite von { $name }
cards-column-width-tip = Ziehen ändert die Breite. Zwei Klicks stellen die übliche her.
cards-sorted = { $name }, sortiert
cards-sorted-back = { $name }, umgekehrt sortiert

## The chips

cards-all = Alle
cards-thank-you-due = Dank fällig
cards-review-due = Rückblick fällig
cards-circle = Kreis
cards-circle-any = Alle Kreise
cards-archived = Archiviert

## The groups

cards-pile = Stapel
cards-pile-count =
    { $count ->
        [one] { $count } Karte ohne Namen
       *[other] { $count } Karten ohne Namen
    }
cards-pile-name = Benennen
cards-without-event = Ohne Veranstaltung
cards-without-organization = Ohne Firma
cards-without-circle = In keinem Kreis
cards-without-city = Ohne Ort
cards-everybody = Alle
cards-thanked = { $done } von { $total } gedankt
cards-open-event = Veranstaltung öffnen
cards-group-due = { $number } fällig
cards-group-fold = { $title } zuklappen
cards-group-unfold = { $title } aufklappen
cards-show-month = Monat zeigen
cards-show-circle = Kreis zeigen
cards-plan-meeting = Treffen planen
cards-mark-group = Alle auswählen
cards-rename = Firma umbenennen
cards-rename-label = Neuer Name, für alle ihre Leute
cards-rename-save = Umbenennen

## Mehrere Karten

cards-marked =
    { $count ->
        [one] { $count } ausgewählt
       *[other] { $count } ausgewählt
    }
cards-marked-clear = Auswahl aufheben
cards-marked-delete = In den Papierkorb
cards-marked-log = Begegnung eintragen
cards-marked-tag = Schlagwort
cards-marked-pile =
    { $count ->
        [one] { $count } ohne Namen
       *[other] { $count } ohne Namen
    }
cards-marked-pile-why = Karten ohne Namen gehören niemandem: Kreise, Schlagwörter und Begegnungen lassen sie aus.
cards-no-event = Keine Veranstaltung
cards-tag-new = Neues Schlagwort
cards-tag-hint = Ein, zwei Wörter
cards-carried =
    { $count ->
        [one] { $count } Karte
       *[other] { $count } Karten
    }
cards-drop-event = Auf eine Veranstaltung ziehen
cards-export = Exportieren
cards-export-title = Personen exportieren
cards-export-ron = Buch mit Bildern
cards-export-json = Personen als JSON
cards-export-running = Wird exportiert …
cards-exported = { $people } exportiert: { $file }

## A card

cards-tile = { $name }, { $organization }
cards-tile-back = { $name }, Rückseite: { $words }
cards-without-name = Noch ohne Namen
cards-turn = Umdrehen
cards-back-empty = Noch nichts notiert.
cards-badge-thanks = Dank, { $when }
cards-badge-review = Rückblick { $when }
cards-badge-passed-on = Weitergegeben ×{ $count }
cards-badge-filing = Abzulegen
cards-menu-name = Karte benennen
cards-menu-mark = Mit auswählen
cards-menu-unmark = Aus der Auswahl nehmen
cards-menu-unfile = Zurück auf den Stapel
cards-menu-remove = Karte in den Papierkorb
cards-menu-delete = In den Papierkorb

## Nothing to show

cards-empty-search = Nichts gefunden
cards-empty-search-words = Auf keiner Karte steht „{ $query }“.
cards-empty-not-in = Nicht in { $circle }
cards-empty-not-among = Nicht unter diesen Karten
cards-empty-elsewhere =
    { $count ->
        [one] Anderswo steht „{ $query }“ auf einer Karte.
       *[other] Anderswo steht „{ $query }“ auf { $count } Karten.
    }
cards-empty-elsewhere-show =
    { $count ->
        [one] Dort zeigen
       *[other] Alle { $count } zeigen
    }
cards-empty-in-archive =
    { $count ->
        [one] Im Archiv steht „{ $query }“ auf einer Karte.
       *[other] Im Archiv steht „{ $query }“ auf { $count } Karten.
    }
cards-empty-filter = Keine Karte passt
cards-empty-filter-words = Keine Karte erfüllt alle Filter zugleich.
cards-empty-filter-clear = Alle Karten zeigen
cards-empty = Noch keine Karten
cards-empty-words = Scans irgendwo in diesem Fenster ablegen.
cards-empty-archived = Niemand liegt auf dem Tisch
cards-empty-archived-words =
    { $count ->
        [one] Die einzige Person dieses Buchs ist archiviert.
       *[other] Alle { $count } Personen dieses Buchs sind archiviert.
    }
cards-empty-archived-show = Archiv zeigen
cards-empty-trash = Alles liegt im Papierkorb
cards-empty-trash-words =
    { $count ->
        [one] Ein Eintrag kann zurückgeholt werden.
       *[other] { $count } Einträge können zurückgeholt werden.
    }
cards-empty-trash-show = Papierkorb öffnen

## Naming a card

cards-name-title = Karten benennen
cards-name-hint = Wie auf der Karte
cards-name-parts = Teile des Namens
cards-name-latin = In lateinischer Schrift
cards-event-hint = Wählen oder neu eingeben
cards-event-new = Neue Veranstaltung „{ $title }“
cards-received = Erhalten am
cards-date-wrong = Das ist kein Datum. Möglich sind 14. Okt., gestern oder 2026-10-14.
cards-date-future = Dieser Tag kommt erst noch.
cards-email-wrong = In einer E-Mail-Adresse steht ein @.
cards-name-needed = Ein Name oder eine Firma ist nötig.
cards-exchange = Wer hat gefragt
cards-impression-hint = Was ist hängen geblieben? Es kommt auf die Rückseite der Karte.
cards-save-next = Speichern und weiter
cards-save-last = Speichern
cards-known = { $name } steht schon im Buch.
cards-known-file = Ist die Karte dieser Person
cards-use-as-back = Ist die Rückseite der vorigen Karte
cards-use-as-back-of = Ist die Rückseite der Karte von { $name }
cards-turned = Andere Seite zeigen
cards-zoom-in = Größer
cards-zoom-out = Kleiner
cards-pile-done = Der Stapel ist sortiert

## A card typed by hand

cards-new-title = Neue Karte von Hand
cards-new-received = Die Karte liegt vor
cards-new-save = Person hinzufügen

## Whose scans

cards-file-title =
    { $count ->
        [one] Wessen Karte ist das?
       *[other] Wessen { $count } Karten sind das?
    }
cards-file-words =
    { $count ->
        [one] { $count } Scan kam an, während { $name } ausgewählt ist.
       *[other] { $count } Scans kamen an, während { $name } ausgewählt ist.
    }
cards-file-new =
    { $count ->
        [one] Neue Karte von { $name }
       *[other] Neue Karten von { $name }
    }
cards-file-new-words = Sie wird zur aktuellen Karte; die älteren bleiben.
cards-file-back = Rückseite der Karte von { $name }
cards-file-back-words = Die Vorderseite bleibt, wie sie ist.
cards-file-other = Jemand anderes
cards-file-other-words = Auf den Stapel, zum Benennen.

## A path instead of a dialog

cards-path-title-cards = Wo liegen die Scans?
cards-path-title-book = Wo liegt das Buch?
cards-path-title-export = Wohin soll der Export?
cards-path-why = Dieses System bietet keinen Dateidialog. Stattdessen den Pfad eingeben oder einfügen; auch das Ablegen von Dateien im Fenster geht.
cards-path-label = Pfad
cards-path-not-absolute = Den ganzen Pfad angeben, von der Wurzel an.
cards-path-not-book = Der Name eines Buchs endet auf .ron.
cards-path-not-format = Der Name dieser Datei endet auf .{ $ending }.
cards-path-export-why = Dieses System bietet keinen Dateidialog. Den Pfad der neuen Datei eingeben oder einfügen; keine Datei wird überschrieben.
cards-path-add = Hinzufügen
