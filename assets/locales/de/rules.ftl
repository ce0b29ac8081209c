## Warum etwas fällig ist, je ein Satz. $day ist etwa „14. Okt.“

rules-why-own = Selbst vorgenommen
rules-why-card = Weil Sie die Karte am { $day } bekommen haben
rules-why-card-at = Weil Sie die Karte am { $day } bekommen haben: { $event }
rules-why-review = Weil Sie die Karte am { $day } bekommen haben und noch einmal ansehen wollten
rules-why-event = Weil Sie sich am { $day } begegnet sind: { $event }
rules-why-event-undated = Weil Sie sich begegnet sind: { $event }
rules-why-organizer = Weil Sie am { $day } dort waren und sehen wollten, was der Veranstalter danach tut: { $event }
rules-why-organizer-undated = Weil Sie dort waren und sehen wollten, was der Veranstalter danach tut: { $event }
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
rules-step-notice = Sofort sagen, dass Sie nicht kommen
rules-step-organizer = Hat sich der Veranstalter gemeldet?
rules-step-touch = In Verbindung bleiben
# „Um Entschuldigung bitten: RustConf“
rules-step-about = { $step }: { $about }

## Namen der Regeln

rules-ask-after = Nachfragen, was daraus wurde
rules-meet = Persönlich treffen
rules-next-step = Nächster Schritt
rules-organizer = Was der Veranstalter tut

## Einstellungen

rules-title = Wiedervorlagen
rules-hint = Woran Cardloom von selbst erinnert. Wer eine Regel ausschaltet, nimmt zurück, was sie verlangt hat und noch offen ist; wer sie einschaltet, bekommt, was noch fällig wäre.
rules-about-thank-you = Allen danken, die Ihnen eine Karte gegeben haben oder denen Sie bei einer Veranstaltung begegnet sind. Eine Nachricht, ein Brief oder ein Anruf mit Dank erledigt es.
rules-about-review = Eine Karte noch einmal ansehen. Schon geplante Rückblicke behalten ihren Tag.
rules-about-next-step = Was Sie sich vorgenommen haben, um eine Beziehung zu vertiefen, an seinem Tag.
rules-about-tell-owner = Dem Besitzer einer Karte sagen, dass Sie sie weitergegeben haben.
rules-about-ask-after = Fragen, was daraus wurde: zwei, die Sie bekannt gemacht haben, bis Sie beide treffen, und wer eine Karte von Ihnen bekam, bis die Empfehlung es sagt.
rules-about-organizer = Nach einer besuchten Veranstaltung: Hat der Veranstalter gedankt, nach der Zufriedenheit gefragt, berichtet? Drei Antworten erledigen es.
rules-about-amends = Nach einer späten Absage: gleich um Entschuldigung bitten, erklären, den Beitrag zahlen, wiedergutmachen.
rules-about-keep-in-touch = So oft in Verbindung sein, wie ein Kreis oder eine Person es will. Jeder Kontakt lässt die Tage neu beginnen.
rules-about-meet = Menschen treffen, die Sie nur aus der Ferne kennen. Ein Vorschlag, der nie zu spät ist.
rules-about-birthday = Gratulieren. Der 29. Februar wird in anderen Jahren am 28. gefeiert.
rules-days-thank-you = Tage bis zum Dank
rules-days-tell-owner = Tage, bis der Besitzer es weiß
rules-days-ask-after = Tage bis zur Nachfrage
rules-days-organizer = Tage bis zur Frage nach dem Veranstalter
rules-days-amends = Tage bis zur Wiedergutmachung
rules-days-meet = Tage bis zum Vorschlag
rules-days-birthday = Tage im Voraus

## Rhythmus eines Kreises

rules-circle-rhythm = In Verbindung bleiben
rules-circle-rhythm-hint = Niemand aus diesem Kreis wird von selbst fällig.
rules-circle-rhythm-days = Fällig { $ideal-count } Tage nach dem letzten Kontakt, überfällig nach { $latest-count }.

## Ein anderer Tag, aufgeben

rules-put-off = Ein anderer Tag
rules-put-off-menu = Anderer Tag …
rules-put-off-do = Verschieben
rules-give-up = Aufgeben
rules-give-up-menu = Aufgeben …
rules-give-up-do = Aufgeben
rules-give-up-ask = Der Plan, die beiden bekannt zu machen, wird zurückgenommen. Es gilt bei niemandem als Absage.
rules-give-up-why = Warum?
rules-give-up-hint = Nicht nötig
rules-give-up-done-anyway = Hat sich erledigt
rules-give-up-not-needed = Nicht mehr nötig
rules-give-up-no-time = Keine Zeit dafür

## Wiederholen

rules-repeat = Wiederholung
rules-repeat-never = Nie
rules-repeat-daily = Täglich
rules-repeat-weekly = Wöchentlich
rules-repeat-monthly = Monatlich
rules-repeat-yearly = Jährlich
rules-repeat-foreign = Wie übernommen
rules-repeat-every-days = Alle wie viele Tage
rules-repeat-every-weeks = Alle wie viele Wochen
rules-repeat-every-months = Alle wie viele Monate
rules-repeat-every-years = Alle wie viele Jahre
rules-repeat-number = Eine ganze Zahl von 1 bis 999
rules-repeat-end = Ende
rules-repeat-end-never = Ohne Ende
rules-repeat-end-until = An einem Tag
rules-repeat-end-count = Nach einigen Malen
rules-repeat-last-day = Letzter Tag
rules-repeat-times = Wie oft
