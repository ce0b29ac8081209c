
## Bars

network-focus = Umkreis
# How many steps around somebody are shown.
network-steps =
    { $count ->
        [one] { $count } Schritt
       *[other] { $count } Schritte
    }
network-colour-circle = Farbe nach Kreis
network-colour-warmth = Farbe nach Wärme
network-zoom-in = Vergrößern
network-zoom-out = Verkleinern
network-zoom-reset = Auf 100 % setzen
network-zoom = { $count } %
network-fit = Einpassen

## Lines

# A line of the legend: a lasting tie between two people.
network-legend-relationship = Beziehung
network-legend-event = Selbe Veranstaltung
network-legend-hide = Diese Linien ausblenden
network-legend-show = Diese Linien einblenden

## What a screen reader says

network-ties =
    { $count ->
        [one] { $count } Verbindung
       *[other] { $count } Verbindungen
    }
# Before a sentence about what joins somebody to others.
network-tie = Verbindung
network-summary = Netzwerk: { $people }, { $ties }
network-node = { $name }, { $ties }
network-minimap = Übersichtskarte

## Answers beside the picture

# The button that opens the box with the answers.
network-answers = Antworten
network-answers-ways = Wege
network-answers-lineage = Herkunft
network-answers-owing = Offen
network-answers-bridges = Brücken
network-goal-label = Wen möchten Sie erreichen?
network-goal-hint = Name, Firma oder Können
network-goal-able = Wer das kann
network-goal-other = Jemand anderen erreichen
network-ways-to = Wege zu
network-ways-into = Wege in die Firma
network-ways-able = Wege zu jemandem, der das kann
network-ways-tie = Eintragen, wen sie kennen …
network-ways-ask = { $name } fragen …
network-ways-touch = Kontakt einplanen …
network-way-spoken = Weg { $number } von { $of }: { $names }. { $promise }
network-question-lineage = Wer hat Ihnen all das gebracht?
network-question-owing = Wem schulden Sie etwas?
network-question-bridges = Wer hält Menschen zusammen?
network-question-spoken = { $question } { $answer }
network-in-short = { $name }: { $words }
network-nobody-yet = Noch niemand
network-came-alone = Niemand hat Sie mit { $name } bekannt gemacht.
# A year and how many people came in it.
network-year = { $year }: { $people }
network-owing-hint = Was Sie gegeben und was Sie bekommen haben. Es ist kein Punktestand: zuerst geben ist gut.
network-owing-you = Ihnen schulden Sie etwas
network-owing-them = Sie haben mehr gegeben
network-owing-flow = { $given-count } gegeben, { $received-count } bekommen
network-owing-nobody = Sie schulden niemandem etwas.
network-and-others =
    { $count ->
        [one] { $name } und { $count } Person mehr
       *[other] { $name } und { $count } weitere
    }
network-bridges-hint = Ohne sie fielen andere auseinander oder gingen Ihnen verloren. Gezählt nach Beziehungen, Vorstellungen und weitergegebenen Karten.

# Under the name of somebody who was only talked about.
network-no-card = noch keine Karte

## Menu of a person

network-open = Details zeigen
network-pin = Hier anheften
network-unpin = Lösen
network-focus-person = Diese Person in die Mitte

## States

network-arranging = Alle bekommen einen Platz …
network-empty-title = Noch niemand im Netzwerk
network-empty-body = Eine Karte hinzufügen und die Person benennen: Wer sich trifft, wer wen kennt und wer wen empfiehlt, erscheint dann hier.
network-nothing-found = Die Suche passt auf niemanden hier.

## Legend

network-legend-organization = Selbe Organisation
network-legend-promised = Versprochen
network-legend-met = Erste Begegnungen
network-legend-kinds = Arten
network-legend-introductions = Bekanntmachungen
network-legend-passed-on = Weitergegebene Karten
network-legend-leads = Erhaltene Hinweise
# A switch: whoever the search does not find is left out.
network-only-found = Nur Gefundene
network-lines-drawn = { $drawn } von { $all } Linien
network-lines-drawn-why = So viele Linien wären von hier aus eine graue Fläche: Gezeichnet werden die, die nach Wärme und Alter am meisten wiegen. Näher heran zeigt die anderen.

## Looks

network-colour-kind = Farbe: wie kennengelernt
network-colour-time = Farbe: wann kennengelernt
network-colour-group = Farbe nach Gruppe
network-group-circle = Flächen: Kreise
network-group-event = Flächen: Veranstaltungen
network-group-organization = Flächen: Organisationen
network-group-community = Flächen: wer zusammengehört
network-group-none = Keine Flächen
network-size-ties = Größe: Verbindungen
network-size-bridging = Größe: wer ohne sie verloren geht
# The name of a community: the best connected person in it.
network-around = Um { $name }
network-origin-event = Auf Veranstaltung getroffen
network-origin-met = Sonst getroffen
network-origin-introduced = Vorgestellt
network-origin-referred = Durch einen Hinweis
network-origin-mentioned = Nur erwähnt
network-key-cold = Kalt
network-key-warm = Warm

## Several people, and text instead of a picture

network-select-people = Personen mit einem Rahmen markieren
network-mark-all = Alle markieren
network-unpin-all = Alle lösen
network-as-text = Netzwerk als Text

## A line from one person to another

network-tie-to = Linie zu jemandem ziehen …
network-tie-from = Linie von { $name } aus ziehen
network-tie-whom = Mit wem verbinden Sie { $name }? Person wählen · Esc bricht ab
network-tie-introduce = { $a } und { $b } bekannt machen …
network-tie-relate = Was { $b } für { $a } ist …
network-tie-pass-on = Karte von { $a } an { $b } weitergeben …
network-tie-log = Treffen mit { $name } festhalten …
network-tie-by-whom = Wer Ihnen { $name } vorgestellt hat …

## Months

network-time-play = Abspielen
network-time-stop = Anhalten
network-time-slider = Netzwerk im Monat
network-time-speed = Tempo { $speed }
network-time-faster = Schneller oder langsamer
network-back = Auf der Spur zurück
network-forward = Auf der Spur vor
# While a worker looks for an answer.
network-working = Wird berechnet …
