### Der Papierkorb: was gelöscht wurde und zurückkommen kann.
trash-undo-restore = { $name } aus dem Papierkorb zurückholen
trash-undo-restore-card = Karte aus dem Papierkorb zurückholen
trash-undo-restore-event = „{ $title }“ aus dem Papierkorb holen
trash-undo-restore-many = { $count } Einträge aus dem Papierkorb zurückholen
trash-undo-empty =
    { $count ->
        [one] Eintrag im Papierkorb endgültig löschen
       *[other] { $count } Einträge im Papierkorb endgültig löschen
    }
trash-title = Papierkorb
trash-action = Papierkorb zeigen
trash-hint = Was im Papierkorb liegt, wird nicht gezeigt, gefunden, gezählt oder exportiert. Von selbst verschwindet nichts.
trash-empty-state = Der Papierkorb ist leer
trash-empty-state-more = Gelöschte Personen, Karten und Veranstaltungen warten hier.
trash-restore = Zurückholen
trash-restore-ticked =
    { $count ->
        [one] Einen zurückholen
       *[other] { $count } zurückholen
    }
trash-tick-all = Alle auswählen
trash-tick-none = Keinen auswählen
trash-tick-first = Wählen Sie aus, was zurückkommen soll
trash-empty = Papierkorb leeren…
trash-empty-ticked = Endgültig löschen…
trash-empty-do = Endgültig löschen
# What a person took along.
trash-with =
    { $cards ->
        [0] Keine Karte
        [one] Eine Karte
       *[other] { $cards } Karten
    }, { $encounters ->
        [0] keine Begegnung
        [one] eine Begegnung
       *[other] { $encounters } Begegnungen
    }
trash-a-card = Karte aus dem Stapel oder von jemandem, der noch da ist
trash-deleted-on = gelöscht { $day }
trash-parts =
    { $cards ->
        [0] keiner Karte
        [one] einer Karte
       *[other] { $cards } Karten
    } und { $encounters ->
        [0] keiner Begegnung
        [one] einer Begegnung
       *[other] { $encounters } Begegnungen
    }
trash-ask =
    { $count ->
        [one] Eine Person mit { $parts } endgültig löschen?
       *[other] { $count } Personen mit { $parts } endgültig löschen?
    }
trash-ask-cards =
    { $count ->
        [one] Eine Karte endgültig löschen?
       *[other] { $count } Karten endgültig löschen?
    }
trash-ask-events = { $what } endgültig löschen?
trash-cards =
    { $count ->
        [one] 1 Karte
       *[other] { $count } Karten
    }
trash-events =
    { $count ->
        [one] 1 Veranstaltung
       *[other] { $count } Veranstaltungen
    }
trash-and = { $first } und { $second }
trash-settings-hint =
    { $count ->
        [0] Der Papierkorb ist leer
        [one] Ein Eintrag kann zurückgeholt werden
       *[other] { $count } Einträge können zurückgeholt werden
    }
trash-settings-show = Zeigen
trash-cli-not-emptied =
    { $count ->
        [one] Nichts wurde gelöscht. Im Papierkorb: eine Person mit { $parts }. Endgültig löschen: cardloom trash empty --yes
       *[other] Nichts wurde gelöscht. Im Papierkorb: { $count } Personen mit { $parts }. Endgültig löschen: cardloom trash empty --yes
    }
trash-cli-unknown = „{ $name }“ liegt nicht im Papierkorb.
trash-cli-near = Nichts im Papierkorb heißt „{ $name }“. Ähnlich heißt dies; nimm den Namen oder die Kennung:
trash-settings-section = Doppelte Einträge und Papierkorb
