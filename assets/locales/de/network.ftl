
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

## Ways to somebody

network-reach-title = Weg zu
network-reach-steps =
    { $count ->
        [one] { $count } Schritt entfernt
       *[other] { $count } Schritte entfernt
    }
network-reach-ask = Frage an { $name } einplanen …
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
