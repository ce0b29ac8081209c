app-name = Cardloom
app-tagline = Visitenkarten, aus denen Beziehungen werden

## The rail

app-view-today = Heute
app-view-cards = Karten
app-view-network = Netzwerk
app-view-calendar = Kalender
app-view-events = Veranstaltungen
app-view-referrals = Empfehlungen
app-view-settings = Einstellungen
app-offline = Offline. Bleibt auf diesem Rechner.
app-circles = Kreise
app-circles-add = Kreis hinzufügen
# The heading above the saved searches.
app-searches = Suchen
app-searches-add = Diese Suche speichern
app-searches-up = Nach oben
app-searches-down = Nach unten
app-in-several-circles =
    { $count ->
        [one] { $count } Person in mehreren Kreisen
       *[other] { $count } Personen in mehreren Kreisen
    }

## Undo and redo

app-undo = Rückgängig
app-redo = Wiederholen
app-undo-label = Rückgängig: { $label }
app-redo-label = Wiederholen: { $label }
app-undone = Rückgängig gemacht: { $label }
app-redone = Wiederholt: { $label }
app-nothing-to-undo = Nichts rückgängig zu machen
app-nothing-to-redo = Nichts zu wiederholen

## Saving

app-saved = Gesichert
app-saving = Wird gesichert …
app-not-saved = Nicht gesichert
app-save-again = Noch einmal sichern

## Search

app-search = Suchen
app-search-cards = Name, Firma, Fachgebiet suchen …
app-search-network = Im Netzwerk finden
app-search-calendar = Im Kalender finden
app-search-clear = Suche leeren
app-search-help = Alle Suchwörter
app-search-save = Diese Suche speichern
# $name is the saved search.
app-search-saved = Gespeichert als „{ $name }“
app-search-save-nothing = Erst eine Suche eingeben, dann lässt sie sich speichern.
app-search-none = Nichts gefunden zu „{ $query }“.
app-search-list = Vorschläge zur Suche
app-search-preparing = Die Suche wird vorbereitet …
app-search-more = ? eingeben zeigt alle Suchwörter
app-search-unknown = Ein Feld „{ $field }“ gibt es nicht; es wird als Text gesucht.
app-search-value = „{ $value }“ passt nicht zu { $field }; es wird als Text gesucht.
app-search-in-circle = in einem Kreis
app-search-in-needs = sucht etwas
app-search-in-expertise = kann oder bietet etwas
app-search-in-organization = bei einer Organisation
app-search-in-title = Position oder Abteilung
app-search-in-tag = hat ein Schlagwort
app-search-in-city = in einem Ort
app-search-in-event = bei einer Veranstaltung getroffen
app-search-in-name = nur in Namen
app-search-in-note = in Notizen, Eindrücken und Begegnungen
app-search-in-print = auf der Karte gedruckt
app-search-in-reach = in Telefon, Mail und Adresse
app-search-in-met = in einem Jahr, Monat oder an einem Tag getroffen
app-search-in-warmth = wärmer oder kälter als eine Zahl
app-search-in-due = etwas ist zu tun
app-search-in-has = etwas ist vorhanden
app-search-in-is = archiviert, virtuell, erwähnt
# In which field something was found; stands before the words.
app-search-hit-name = Name
app-search-hit-organization = Organisation
app-search-hit-title = Position
app-search-hit-expertise = Kann
app-search-hit-need = Sucht
app-search-hit-tag = Schlagwort
app-search-hit-circle = Kreis
app-search-hit-city = Ort
app-search-hit-event = Veranstaltung
app-search-hit-reach = Kontakt
app-search-hit-note = Notiz
app-search-hit-print = Auf der Karte
app-search-hit-impression = Eindruck
app-search-hit-encounter = Begegnung
app-search-hit-referral = Weitergabe
app-search-hit-task = Zu tun
app-search-sheet-new = Suche speichern
app-search-sheet-edit = Suche bearbeiten
app-search-sheet-name-hint = zum Beispiel Warme Macher
app-search-sheet-query = Was gesucht wird
app-search-sheet-finds =
    { $count ->
        [one] Findet jetzt { $count } Person.
       *[other] Findet jetzt { $count } Personen.
    }
app-search-sheet-name-needed = Eine gespeicherte Suche braucht einen Namen.
app-search-sheet-query-needed = Es wird noch nichts gesucht.
app-search-sheet-delete = Suche löschen
app-search-sheet-stays = Wen sie findet, bleibt.

## First start

app-start-language = Sprache
app-start-title = Gescannte Karten hier ablegen
app-start-formats = JPEG, PNG, WebP, TIFF, BMP oder GIF, beliebig viele auf einmal.
app-start-choose = Dateien wählen
app-start-by-hand = Karte von Hand eingeben
app-start-demo-title = Demo-Netzwerk testen
app-start-demo-body = Erfundene Personen, Karten und Veranstaltungen zum Umsehen.
app-start-demo-button = Demo laden
app-start-import-title = Importieren
app-start-import-body = Scans oder Fotos von Karten auf diesem Rechner.
app-start-import-button = Importieren …
app-start-open-title = Cardloom-Buch öffnen
app-start-open-body = Karten von einem anderen Rechner mitbringen.
app-start-open-button = Öffnen …
app-start-promise = Cardloom arbeitet offline. Alle Karten liegen in einem Ordner auf diesem Rechner.

## Dropping files

app-drop-title =
    { $count ->
        [one] { $count } Scan irgendwo ablegen
       *[other] { $count } Scans irgendwo ablegen
    }

## Closing the window

app-closing-title = Letzte Änderungen werden gesichert
app-closing-body = Das Fenster schließt sich von selbst, sobald alles sicher ist.
app-closing-failed-title = Die letzten Änderungen sind nicht gesichert
app-closing-failed-body = { $reason } Beim Schließen gehen die Änderungen seit dem letzten Sichern verloren.
app-closing-stay = Offen lassen
app-closing-discard = Schließen ohne Sichern

## Books

app-book-could-not-open = Das Buch ließ sich nicht öffnen

## About

app-about = Über Cardloom
app-about-version = Version { $version }
app-about-build = Gebaut am { $date } aus { $commit }
app-about-promise = Kein Konto, keine Netzverbindung, keine Telemetrie. Alles bleibt auf diesem Rechner.
app-about-licence = Freie Software unter der MIT-Lizenz oder der Apache-Lizenz 2.0.
app-about-fonts = Schriften: Inter, BIZ UDPGothic und Klee One (SIL Open Font License 1.1). Symbole: Phosphor (MIT).
app-about-copy = Version kopieren

## Menus and keys

app-shortcuts = Tastenkürzel

## Actions with a key

app-action-add-cards = Scans hinzufügen …
app-action-paste-image = Bild einfügen
app-action-new-contact = Neue Karte von Hand
app-action-search = Suchen
app-action-save-search = Suche speichern
app-action-save = Jetzt speichern
app-action-log-encounter = Begegnung festhalten
app-action-pass-on = Karte weitergeben
app-action-introduce = Bekannt machen
app-action-mail = E-Mail schreiben
app-action-add-follow-up = Erinnerung hinzufügen
app-action-open-book = Buch öffnen …
app-action-shortcuts = Tastenkürzel

## Lines that tell what happened

app-no-book-open = Es ist kein Buch geöffnet. Bitte zuerst eines öffnen; nichts wurde geändert.
app-copied = Kopiert
app-link-not-opened = „{ $address }“ ließ sich nicht öffnen. { $reason } Die Adresse lässt sich kopieren und von Hand öffnen.
# Why an address could not be opened: nothing on this machine took it.
app-link-no-program = Kein Programm dafür hat geantwortet.
# Why an address could not be opened: it is of a kind that may start something else.
app-link-unknown = Sie führt weder ins Web noch zu Mail, Telefon oder Karte.
# Button beside it.
app-link-copy = Adresse kopieren
# A letter that no program took; shown in the sheet where it was written.
app-letter-not-taken = Kein Mailprogramm hat den Brief angenommen. Er lässt sich kopieren und dort einfügen, wo Sie schreiben.
# $name is whose letter it is.
app-letter-not-opened = Kein Mailprogramm hat den Brief an { $name } angenommen.
app-letter-not-told = Kein Mailprogramm hat die Nachricht an { $name } angenommen: Der Bescheid bleibt ein Versprechen.
app-letter-too-long = Der Brief an { $name } ist zu lang für die Übergabe. Er lässt sich in die Mail kopieren.
app-letter-copied = Die Nachricht an { $name } ist in der Zwischenablage. Schon gesendet?
app-letter-copy = Brief kopieren
app-select-person-first = Erst eine Person auswählen.
app-no-mail-address = Keine E-Mail-Adresse bekannt. Sie lässt sich unter Details ergänzen.
app-settings-not-saved = Die Einstellungen ließen sich nicht sichern: { $reason } Sie gelten, bis das Programm endet.
app-demo-loading = Das Beispielnetz entsteht
app-book-opening = Das Buch wird geöffnet …
app-book-try-again = Noch einmal versuchen
app-choose-cards = Scans von Karten auswählen
app-choose-cards-kind = Bilder
app-choose-book = Cardloom-Buch öffnen
app-choose-book-kind = Cardloom-Bücher
app-drop-to-pile = Sie landen auf dem Stapel und warten auf ihren Namen.
app-drop-asks = Als Nächstes: Wem gehören die Karten?

## Edits that break a rule

app-edit-missing = Das gibt es nicht mehr. Nichts wurde geändert.
app-edit-name-needed = Ein Name oder eine Firma fehlt noch. Nichts wurde geändert.
app-edit-text-needed = Ein paar Worte fehlen noch. Nichts wurde geändert.
app-edit-person-needed = Mindestens eine Person auswählen. Nichts wurde geändert.
app-edit-same-person = Das ist dieselbe Person. Nichts wurde geändert.
app-edit-day-before-referral = Dieser Tag liegt vor der Weitergabe. Nichts wurde geändert.
app-edit-no-amount = Das ist kein Geldbetrag. Nichts wurde geändert.
app-edit-ends-before-start = Der letzte Tag liegt vor dem ersten. Nichts wurde geändert.
app-edit-read-only = Dieses Buch ist nur zum Lesen geöffnet. Es wurde nichts geändert.

app-saved-file = Gespeichert: { $file }
