## Where the cards are: boxes, binders with pages, wallets; lent, given away, thrown away.

places-title = Ablageorte
places-kind-binder = Ordner
places-kind-page = Seite
places-kind-wallet = Etui
places-kind-drawer = Schublade
places-kind-other = Anderer Ort
places-unknown = Unbekannt, wo
places-cards =
    { $count ->
        [0] keine Karten
        [one] eine Karte
       *[other] { $count } Karten
    }

## What the user did, as it follows “Undo: ”.

places-undo-add = Ort „{ $name }“ anlegen
places-undo-change = Ort „{ $name }“ ändern
places-undo-move = Ort „{ $name }“ verschieben
places-undo-remove = Ort „{ $name }“ entfernen
places-undo-put =
    { $count ->
        [one] Karte in „{ $name }“ legen
       *[other] { $count } Karten in „{ $name }“ legen
    }
places-undo-nowhere =
    { $count ->
        [one] Karte aus ihrem Ort nehmen
       *[other] { $count } Karten aus ihren Orten nehmen
    }
places-undo-lend =
    { $count ->
        [one] Karte an { $name } verleihen
       *[other] { $count } Karten an { $name } verleihen
    }
places-undo-back =
    { $count ->
        [one] Karte zurücknehmen
       *[other] { $count } Karten zurücknehmen
    }
places-undo-hand-over = Karte von { $name } an { $to } geben
places-undo-give =
    { $count ->
        [one] Karte an { $name } geben
       *[other] { $count } Karten an { $name } geben
    }
places-undo-discard =
    { $count ->
        [one] Karte wegwerfen
       *[other] { $count } Karten wegwerfen
    }

## Rules that an edit can break.

places-inside-itself = Ein Ort kann nicht in sich selbst liegen.
places-too-deep = Orte können acht Stufen tief ineinander liegen, nicht tiefer.

## Lent cards. $day is a date.

places-since = seit { $day }
places-back-by = zurück bis { $day }
places-overdue = überfällig seit { $day }

## The contact sheet.

places-sheet = Kartenbogen
places-sheet-private = Nur für Sie selbst: Die Karten zeigen Adressen und Nummern.
places-sheet-page = Seite { $page } von { $count }
places-sheet-too-many = An diesem Ort liegen { $count } Karten; ein Kartenbogen fasst { $most }. Drucken Sie seine Teile nacheinander.
places-sheet-done = { $cards } Karten auf { $pages } Seiten stehen in { $file }. Sie sind nur für Sie selbst.
places-sheet-missing =
    { $count ->
        [one] Das Bild einer Karte fehlt; dort steht ihr Name.
       *[other] Die Bilder von { $count } Karten fehlen; dort stehen ihre Namen.
    }
places-no-place = Es gibt keinen Ort „{ $name }“.
places-ambiguous = Mehrere Orte heißen „{ $name }“; nennen Sie den Pfad oder die ID von einem:

## The page of places, and its smaller sheets.

places-action = Ablageorte: wo die Karten sind
places-place = Ablageort
places-search = Hier suchen
places-pick-hint = Ort suchen oder einen neuen nennen
places-pick-new = Neuer Ort „{ $name }“
places-put = An einen Ort legen
places-put-title =
    { $count ->
        [one] Wo ist diese Karte?
       *[other] Wo sind diese { $count } Karten?
    }
places-put-none = Es gibt noch keinen Ort. Geben Sie einen Namen ein, etwa Blauer Kasten, und drücken Sie Enter.
places-take-out = Unbekannt, wo
places-new = Neuer Ort
places-new-inside = Neuer Ort darin
places-change = Ort ändern
places-remove = Ort entfernen
places-remove-to =
    { $count ->
        [0] Orte darin kommen nach „{ $name }“.
        [one] Seine Karte und die Orte darin kommen nach „{ $name }“.
       *[other] Seine { $count } Karten und die Orte darin kommen nach „{ $name }“.
    }
places-remove-out =
    { $count ->
        [0] Orte darin bleiben.
        [one] Bei seiner Karte ist dann unbekannt, wo sie ist; Orte darin bleiben.
       *[other] Bei seinen { $count } Karten ist dann unbekannt, wo sie sind; Orte darin bleiben.
    }
places-name-hint = Blauer Kasten, Ordner 2024, Etui
places-name-needed = Ein Ort braucht einen Namen.
places-name-taken = Hier gibt es schon einen Ort dieses Namens.
places-kind = Was es ist
places-inside = Liegt in
places-inside-nothing = Nichts
places-up = Nach oben
places-down = Nach unten
places-in = In den Ort darüber
places-out = Aus dem Ort heraus
places-chosen =
    { $count ->
        [one] Eine Karte gewählt
       *[other] { $count } Karten gewählt
    }
places-choose-hint = Karten wählen oder auf einen Ort ziehen. Strg und Umschalt wählen mehrere.
places-choose-none = Keine wählen
places-empty = Noch keine Orte
places-empty-words = Nennen Sie einen Kasten, einen Ordner oder ein Etui. Dann sagt jede Karte, wo sie ist.
places-empty-here = Hier liegt nichts
places-empty-here-words = Ziehen Sie Karten von einem anderen Ort hierher, oder wählen Sie Karten und drücken Sie W.
places-throw-away = Wegwerfen
places-lend = Verleihen
places-give = Weggeben
places-way = Verleihen oder weggeben
places-lend-title =
    { $count ->
        [one] Diese Karte verleihen
       *[other] { $count } Karten verleihen
    }
places-give-title =
    { $count ->
        [one] Diese Karte weggeben
       *[other] { $count } Karten weggeben
    }
places-to = An wen
places-back-past = Dieser Tag ist schon vorbei.
places-back-day = Zurück bis
places-back-hint = in zwei Wochen, 31.10.; oder nichts
places-back-words = Mit einem Tag steht das Zurückholen dann auf Ihrer Liste. Zurückgekommen liegt sie wieder, wo sie war.
places-give-words = Das Papier ist weg, das Bild bleibt. Eine Empfehlung dieser Karte an dieselbe Person nennt sie von nun an.
places-fetch = Karte von { $name } zurückholen
places-fetch-nameless = Eine Karte zurückholen
places-came-back = Ist zurück
places-given-back = Zurückbekommen
places-found-again = Noch da
places-back-day-change = Anderer Tag
places-show-person = Person zeigen
places-with-since = Bei { $name } seit { $day }
places-to-on = An { $name } am { $day }
places-away-on = Am { $day }
places-late =
    { $count ->
        [one] eine überfällig
       *[other] { $count } überfällig
    }
places-sheet-button = Kartenbogen …
places-sheet-paper = Papier
places-sheet-size = Größe der Karten
places-sheet-true = Wie sie sind
places-sheet-small = Klein, mit Namen
places-sheet-pages =
    { $count ->
        [one] Eine Seite
       *[other] { $count } Seiten
    }
places-sheet-make = Zum Drucken speichern …
places-sheet-save = Kartenbogen speichern
places-sheet-running = Kartenbogen wird gemacht
places-keys-move = Ort nach oben oder unten
places-keys-in-out = Ort in einen anderen oder heraus
places-keys-choose = Karte wählen oder Ort zeigen
places-put-other = Anderer Ort …
places-lend-menu = Verleihen …
places-give-menu = Weggeben …
places-show = Orte zeigen
places-without = Ohne Ablageort
places-put-menu = An einen Ort legen …
places-search-in = wo die Karte liegt, oder bei wem
places-any = Jeder Ablageort
places-put-batch = Diese Karten legen nach …
places-menu-person = Person zeigen
places-menu-card = Karte zeigen
places-keys-escape = Auswahl aufheben, dann die Seite schließen
places-keys-menu = Das Menü der Karte
