### Erinnerungen auf dem Schreibtisch und die Kalenderdatei neben dem Buch.
reminders-section = Erinnerungen
reminders-hint = Solange Cardloom läuft, auch minimiert, meldet es auf dem Bildschirm, was ansteht. Nichts verlässt diesen Rechner.
reminders-on = Auf dem Bildschirm erinnern
reminders-at = Morgens um
reminders-at-invalid = Bitte eine Uhrzeit wie 9:00. Bis dahin gilt die bisherige.
reminders-at-hint = Einmal am Tag die Liste dessen, was ansteht; dazu jedes Vorhaben mit Uhrzeit zu seiner Zeit.
reminders-names = Was eine Erinnerung zeigt
reminders-names-off = Nur wie viele
reminders-names-on = Namen und worum es geht
reminders-names-hint = Der Desktop hebt Erinnerungen in einer Liste auf und zeigt sie womöglich auf dem Sperrbildschirm.
reminders-try = Jetzt eine zeigen
reminders-tried = Gezeigt. War nichts zu sehen, hilft ein Blick in die Einstellungen des Desktops für Benachrichtigungen.
reminders-problem = Dieser Desktop zeigt keine Benachrichtigungen, darum können keine Erinnerungen erscheinen.
reminders-none-here = Es gibt nichts, was sie zeigen könnte.
reminders-nothing = Heute steht nichts an
reminders-open = Öffnen
reminders-due =
    { $count ->
        [one] { $count } Vorhaben steht an
       *[other] { $count } Vorhaben stehen an
    }
reminders-due-now = Um { $time } steht ein Vorhaben an
reminders-more = und { $count } weitere

## Die Kalenderdatei

reminders-calendar-section = Kalenderdateien
reminders-calendar-hint = Andere Kalender können Vorhaben und Veranstaltungen zeigen: über eine exportierte Datei oder über eine, die aktuell gehalten wird.
reminders-calendar-on = { $file } neben dem Buch aktuell halten
reminders-calendar-how = In Thunderbird oder Evolution abonnieren, anderswo importieren. Was dort geändert wird, kommt nicht zurück.
reminders-calendar-encrypted = Dieses Buch ist verschlüsselt, eine Kalenderdatei ist es nicht: Wer den Ordner lesen kann, sähe, wann wer getroffen, angerufen oder bedankt werden soll. Sie wird nur geschrieben, wenn das so gewollt ist.
reminders-calendar-readable = Lesbar schreiben
reminders-calendar-unreadable = Nicht mehr lesbar schreiben
reminders-calendar-removed = Die Kalenderdatei neben dem Buch wurde entfernt.
reminders-calendar-failed = Die Kalenderdatei ist nicht aktuell. { $why }
reminders-calendar-taken = { $file } ist nicht von diesem Buch und blieb unberührt. Bitte jene Datei umbenennen.
reminders-calendar-again = Noch einmal
reminders-contains = In Kalenderdateien außer Art, Datum und Namen
reminders-contains-hint = Für jede Kalenderdatei, exportiert oder aktuell gehalten. Veranstaltungen haben Titel, Ort und Link.
reminders-contains-about = Worum es geht, Ziele und Notizen
reminders-contains-reach = Telefonnummern und E-Mail-Adressen
reminders-contains-alarms = Alarme des Kalenderprogramms
reminders-as = Vorhaben als
reminders-as-events = Termine
reminders-as-tasks = Aufgaben
reminders-as-hint = Google und Outlook nehmen keine Aufgaben aus Dateien.
reminders-export-ics = Kalender (.ics)

## Kalenderdateien übernehmen

reminders-import-action = Kalenderdatei übernehmen …
reminders-import-where = .ics-Dateien auf das Fenster zu ziehen tut dasselbe.
reminders-import-title = Kalenderdateien wählen
reminders-import-kind = Kalenderdateien
reminders-import-from = Aus { $files } übernehmen
reminders-import-hint = Was angehakt ist, wird eine geplante Veranstaltung. Gäste werden an ihrer E-Mail-Adresse erkannt. Ein Rückgängig nimmt alles zurück.
reminders-import-nothing = Es gibt keine Veranstaltung zu übernehmen.
reminders-import-notes = Was ausgelassen wurde
reminders-import-take =
    { $count ->
        [one] { $count } Veranstaltung übernehmen
       *[other] { $count } Veranstaltungen übernehmen
    }
reminders-import-take-none = Übernehmen
reminders-import-new = Neu
reminders-import-over = Vorbei
reminders-import-changed = Geändert
reminders-import-same = Schon da
reminders-reading = Kalender wird gelesen
