## Namen und Gesichter: Abfragen in wachsenden Abständen.

quiz-title = Namen und Gesichter
quiz-action = Quiz: Namen und Gesichter lernen
quiz-learn = Die Namen lernen
quiz-due =
    { $count ->
        [one] Ein Name zum Erinnern
       *[other] { $count } Namen zum Erinnern
    }
quiz-way = Wie gefragt wird
quiz-way-choose = Namen auswählen
quiz-way-type = Namen tippen
quiz-way-faces = Gesicht finden
quiz-left =
    { $count ->
        [one] Der letzte
       *[other] Noch { $count }
    }
quiz-who = Wer ist das?
quiz-which-face = Welches Gesicht ist es?
quiz-face-number = Gesicht { $number }
quiz-photograph = Foto
quiz-card-from-afar = Karte, zu weit weg zum Lesen
quiz-type-hint = Name, in jeder Schreibweise
quiz-check = Prüfen
quiz-show = Namen zeigen
quiz-show-face = Gesicht zeigen
quiz-right = Richtig
quiz-nearly = Fast
quiz-wrong = Diesmal nicht
quiz-you-typed = { $words }: getippt war „{ $typed }“
quiz-hook = Etwas zum Merken eintragen
quiz-again = Nochmal
quiz-hard = Schwer
quiz-good = Gut
quiz-easy = Leicht
quiz-days =
    { $days ->
        [one] morgen
       *[other] in { $days } Tagen
    }
quiz-given = { $name }: { $grade }. Nächstes Mal am { $day }
quiz-done =
    { $count ->
        [0] Das war alles für jetzt
        [one] An einen Namen erinnert
       *[other] An { $count } Namen erinnert
    }
quiz-nobody = Kein Name steht an
quiz-next = Der nächste kommt am { $day }.
quiz-without-picture =
    { $count ->
        [one] Eine Person hat kein Bild und kann nicht abgefragt werden.
       *[other] { $count } Personen haben kein Bild und können nicht abgefragt werden.
    }
quiz-new = neu
quiz-again-due = wieder fällig
quiz-no-event = Es gibt keine Veranstaltung „{ $title }“.
quiz-keys-answer = Antwort wählen, dann sagen, wie gut man es wusste
quiz-asked =
    { $count ->
        [one] Schon einmal gefragt
       *[other] Schon { $count }-mal gefragt
    }
quiz-anew = Dieses Gesicht neu beginnen
quiz-anew-menu = Namen und Gesicht neu lernen
quiz-edit-answer = An den Namen von { $name } erinnern
quiz-edit-forget = Das Gesicht von { $name } neu beginnen
quiz-more =
    { $count ->
        [one] Heute ist noch eine weitere Person fällig; sie kommt nach diesen.
       *[other] Heute sind noch { $count } weitere fällig; sie kommen nach diesen.
    }
