### Kalenderdateien: was hineingeschrieben wird und was aus ihnen kommt.
ical-summary = { $kind }: { $names }
ical-category-event = Veranstaltung
ical-untitled = Veranstaltung ohne Titel
ical-undo-take-in =
    { $count ->
        [one] Veranstaltung aus einem Kalender übernehmen
       *[other] { $count } Veranstaltungen aus einem Kalender übernehmen
    }

## Was zu einer Datei gesagt wird.
ical-note-at = { $file }, Zeile { $line }: { $words }
ical-note-in = { $file }: { $words }
ical-note-guessed = Die Datei sagt nicht, wie ihre Buchstaben geschrieben sind. Sie wurde als { $set } gelesen. Sehen Namen falsch aus, die Datei als UTF-8 speichern und erneut übernehmen.
ical-note-no-property = Eine solche Zeile hat kein Kalender; sie wurde ausgelassen. Vielleicht hat ein Mailprogramm einen Text umbrochen.
ical-note-too-long = Diese Zeile ist zu lang für einen Kalender; sie wurde ausgelassen.
ical-note-too-deep = Hier sind Teile zu tief verschachtelt; sie wurden ausgelassen.
ical-note-no-end = Dieser Eintrag hat kein Ende; er wurde übernommen, soweit er reicht. Bitte prüfen.
ical-note-no-begin = Hier endet etwas, das nicht begonnen hat; die Zeile wurde ausgelassen.
ical-note-cut-off = Die Datei endet mitten in diesem Eintrag; er wurde ausgelassen. Die Datei noch einmal herunterladen.
ical-note-no-day = „{ $title }“ hat keinen Tag, den es gibt; ausgelassen. Bitte von Hand eintragen.
ical-note-no-rule = „{ $title }“ wiederholt sich nach einer Regel, der nicht zu folgen ist; ausgelassen. Die nächsten Termine bitte von Hand eintragen.
ical-note-repeats =
    „{ $title }“ wiederholt sich: { $taken ->
        [one] der nächste Termin wurde übernommen
       *[other] die nächsten { $taken } Termine wurden übernommen
    }. Für weitere die Datei später erneut übernehmen.
ical-note-repeats-all =
    „{ $title }“ wiederholt sich: { $taken ->
        [one] der letzte Termin wurde übernommen.
       *[other] die letzten { $taken } Termine wurden übernommen.
    }
ical-note-no-zone = Die Zeitzone „{ $zone }“ ist nicht bekannt; ihre Zeiten gelten als hiesige. Bitte prüfen.
ical-left-lines =
    { $count ->
        [one] { $count } weitere Bemerkung dieser Art.
       *[other] { $count } weitere Bemerkungen dieser Art.
    }
ical-left-cancelled =
    { $count ->
        [one] { $count } abgesagte oder abgelehnte Veranstaltung wurde ausgelassen.
       *[other] { $count } abgesagte oder abgelehnte Veranstaltungen wurden ausgelassen.
    }
ical-left-over =
    { $count ->
        [one] { $count } wiederholte Veranstaltung ist vorbei und wurde ausgelassen.
       *[other] { $count } wiederholte Veranstaltungen sind vorbei und wurden ausgelassen.
    }
ical-left-tasks =
    { $count ->
        [one] { $count } Aufgabe oder anderer Eintrag, der keine Veranstaltung ist, wurde ausgelassen.
       *[other] { $count } Aufgaben und andere Einträge, die keine Veranstaltungen sind, wurden ausgelassen.
    }
ical-left-own =
    { $count ->
        [one] { $count } Vorhaben aus Cardloom wurde ausgelassen: Es ist im Buch geplant.
       *[other] { $count } Vorhaben aus Cardloom wurden ausgelassen: Sie sind im Buch geplant.
    }
ical-left-too-many =
    { $count ->
        [one] { $count } Veranstaltung wurde ausgelassen: Die Datei hat mehr, als auf einmal geht. Bitte teilen.
       *[other] { $count } Veranstaltungen wurden ausgelassen: Die Datei hat mehr, als auf einmal geht. Bitte teilen.
    }
ical-unmatched =
    { $count ->
        [one] { $count } Gast ist der E-Mail-Adresse nach niemand aus dem Buch: { $names }
       *[other] { $count } Gäste sind der E-Mail-Adresse nach niemand aus dem Buch: { $names }
    }
ical-too-large = { $file } ist größer als { $limit } MB. Nichts wurde übernommen. Einen kürzeren Zeitraum aus dem Kalender exportieren.
ical-not-a-calendar = { $file } ist keine Kalenderdatei. Nichts wurde übernommen.
ical-nothing = { $file }: Es gibt keine Veranstaltung zu übernehmen.
ical-done =
    { $file }: { $added ->
        [one] { $added } Veranstaltung hinzugefügt
       *[other] { $added } Veranstaltungen hinzugefügt
    }, { $changed } geändert, { $same } schon da.
ical-would =
    { $file }: { $added ->
        [one] { $added } Veranstaltung würde hinzugefügt
       *[other] { $added } Veranstaltungen würden hinzugefügt
    }, { $changed } geändert, { $same } schon da. Nichts wurde geschrieben.
ical-past =
    { $count ->
        [one] { $count } Veranstaltung ist vorbei und wurde ausgelassen; --past übernimmt auch sie.
       *[other] { $count } Veranstaltungen sind vorbei und wurden ausgelassen; --past übernimmt auch sie.
    }
ical-dry-run-only = „{ $file }“ ist keine Kalenderdatei. --dry-run ist für Kalenderdateien; mit der Datei geschah nichts.
ical-exported =
    { $events ->
        [one] { $events } Veranstaltung
       *[other] { $events } Veranstaltungen
    } und { $follow-ups ->
        [one] { $follow-ups } Vorhaben
       *[other] { $follow-ups } Vorhaben
    } nach { $file } geschrieben.
ical-only-for-ics = --todo, --alarms, --about, --reach und --closed sind für Kalenderdateien: --format ics angeben. Nichts wurde geschrieben.
