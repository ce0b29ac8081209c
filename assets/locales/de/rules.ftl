## Warum etwas fällig ist, je ein Satz. $day ist etwa „14. Okt.“

rules-why-own = Selbst vorgenommen
rules-why-card = Weil Sie die Karte am { $day } bekommen haben
rules-why-card-at = Weil Sie die Karte am { $day } bekommen haben: { $event }
rules-why-review = Weil Sie die Karte am { $day } bekommen haben und noch einmal ansehen wollten
rules-why-event = Weil Sie sich am { $day } begegnet sind: { $event }
rules-why-event-undated = Weil Sie sich begegnet sind: { $event }
rules-why-late = Weil Sie kurzfristig abgesagt haben: { $event }
rules-why-absent = Weil Sie nicht gekommen sind: { $event }
rules-why-referral = Weil Sie die Karte am { $day } an { $name } weitergegeben haben und ihr Besitzer es noch nicht weiß
rules-why-introduction = Weil Sie { $a } und { $b } am { $day } miteinander bekannt gemacht haben
rules-why-introduction-undated = Weil Sie { $a } und { $b } miteinander bekannt gemacht haben
rules-why-promise = Weil Sie versprochen haben, { $a } und { $b } miteinander bekannt zu machen
rules-why-deepen = Weil Sie am { $day } beschlossen haben, die Beziehung zu vertiefen
rules-why-keep = Weil Sie am { $day } beschlossen haben, noch einmal hinzusehen
rules-why-birthday = Weil { $name } am { $day } Geburtstag hat
rules-why-birthday-age = Weil { $name } am { $day } { $age-count } wird
rules-why-touch =
    { $ideal-count ->
        [one] Weil der letzte Kontakt am { $day } war und jeden Tag einer sein soll, spätestens nach { $latest-count }
       *[other] Weil der letzte Kontakt am { $day } war und alle { $ideal-count } Tage einer sein soll, spätestens nach { $latest-count }
    }
rules-why-touch-circle =
    { $ideal-count ->
        [one] Weil der letzte Kontakt am { $day } war und im Kreis { $circle } jeden Tag einer sein soll, spätestens nach { $latest-count }
       *[other] Weil der letzte Kontakt am { $day } war und im Kreis { $circle } alle { $ideal-count } Tage einer sein soll, spätestens nach { $latest-count }
    }
rules-why-touch-only = Weil der letzte Kontakt am { $day } war
rules-why-meet = Weil Sie in Kontakt sind und sich noch nie persönlich begegnet sind
rules-why-gone = Der Anlass ist nicht mehr im Buch

## Was ein Anlass verlangt

rules-step-apology = Um Entschuldigung bitten
rules-step-explanation = Erklären, warum
rules-step-fee = Den Beitrag trotzdem zahlen
rules-step-make-up = Wiedergutmachen
rules-step-touch = In Verbindung bleiben
# „Um Entschuldigung bitten: RustConf“
rules-step-about = { $step }: { $about }

## Namen der Regeln

rules-ask-after = Nach einer Vorstellung fragen
rules-meet = Persönlich treffen
rules-next-step = Nächster Schritt
