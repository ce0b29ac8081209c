# The command palette: one field for everything, Ctrl+K.
palette-action = Alles finden
palette-hint = Personen, Anlässe, Befehle finden …
palette-hits =
    { $count ->
        [one] { $count } Treffer in { $time } ms
       *[other] { $count } Treffer in { $time } ms
    }
palette-people =
    { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    }
palette-people-heading = Personen
palette-do = Tun
palette-views = Ansichten
palette-enter = Öffnen
palette-nothing-yet = Hier ist noch nichts.
palette-foot-move = bewegen
palette-foot-do = ausführen
palette-foot-back = zurück
palette-foot-actions = Aktionen
palette-foot-commands = Befehle
palette-foot-events = Anlässe
palette-foot-people = Personen
palette-log-line = Als Begegnung festhalten …
palette-open = { $name } öffnen
palette-log-with = Begegnung mit { $name } festhalten
palette-log-with-all = Begegnung mit allen von { $name } festhalten
palette-pass-on = { $name } weitergeben
palette-introduce = { $name } vorstellen
palette-remind = Erinnerung zu { $name } anlegen
palette-review-of = Rückblick auf { $name }
palette-relate-to = { $name } mit jemandem verbinden
palette-write = An { $address } schreiben
palette-copy = { $value } kopieren
palette-in-network = { $name } im Netzwerk zeigen
palette-in-calendar = { $name } im Kalender zeigen
palette-change = { $name } ändern
palette-show-in-cards = „{ $query }“ in den Karten zeigen
palette-show-in-network = „{ $query }“ im Netzwerk zeigen

## Commands without a place of their own elsewhere

palette-add-event = Anlass anlegen
palette-sort-pile = Stapel sortieren: Karten benennen
palette-review = Rückblick auf eine Person
palette-relate = Zwei Personen verbinden
palette-check-book = Buch prüfen
palette-passphrase = Passphrase setzen oder ändern
palette-theme-light = Helles Aussehen
palette-theme-dark = Dunkles Aussehen
palette-theme-system = Aussehen wie das System
palette-language-en = Englisch sprechen
palette-language-ja = Japanisch sprechen
palette-language-de = Deutsch sprechen
palette-fold-rail = Leiste ein- oder ausklappen
palette-load-demo = Demo-Netzwerk laden
palette-next-pane = Nächster Teil des Fensters
palette-previous-pane = Voriger Teil des Fensters

## The parts of the window

palette-pane-rail = Leiste
palette-pane-banners = Hinweise
palette-pane-view = Ansicht
palette-pane-inspector = Inspektor
palette-pane-toasts = Meldungen

## Where something was found

palette-field-name = Name
palette-field-expertise = Kann
palette-field-need = Braucht
palette-field-tag = Schlagwort
palette-field-circle = Kreis
palette-field-city = Ort
palette-field-reach = Erreichbar
palette-field-print = Auf der Karte
palette-field-encounter = Begegnung
palette-field-task = Zu tun
palette-export-ron = Buch mit Bildern exportieren …
palette-export-json = Personen als JSON exportieren …
palette-export-ics = Erinnerungen und Veranstaltungen als Kalender exportieren …
