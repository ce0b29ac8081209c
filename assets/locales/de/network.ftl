
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
