## The thirty-day review

review-since = Was seitdem geschah
review-nothing = Seit dem Kartentausch ist nichts festgehalten.
review-card = Karte erhalten
review-card-of = Karte von { $name }
review-introduced-to = Bekannt gemacht mit { $name }
review-now = Heute
# All steps of a relationship as a list.
review-all-steps = Alle { $count }
review-fewer = Weniger
review-given-received = Geben und Nehmen
review-gave = Gegeben
review-received = Erhalten
review-more-gifts =
    { $count ->
        [one] { $count } weiteres
       *[other] { $count } weitere
    }
review-replies-go-on = Der Austausch geht weiter: Es kommen Antworten.
review-replies-nothing-sent = Noch nichts geschrieben, worauf jemand antworten könnte.
review-replies-none =
    { $count ->
        [one] Auf { $count } Nachricht kam bisher keine Antwort.
       *[other] Auf { $count } Nachrichten kam bisher keine Antwort.
    }
review-replies-some =
    { $count ->
        [one] { $answered } von { $count } Nachricht wurde beantwortet.
       *[other] { $answered } von { $count } Nachrichten wurden beantwortet.
    }
review-photo-of-back = Foto der Rückseite
review-known-by = Kennen die Person auch
review-offers = bietet: { $what }
review-needs = sucht: { $what }
review-no-impression = Kein Eindruck notiert.
review-more-impressions = Später

## Why

review-why-has = Warum ist daraus etwas geworden?
review-why-has-not = Warum ist daraus nichts geworden?
review-has = Ja
review-has-not = Nein
review-developed = Ist daraus etwas geworden?
review-note = Warum, in eigenen Worten
review-note-hint = Woran lag es?
review-often = Oft
review-own-reason = Anderer Grund
review-own-reason-hint = Anderer Grund …
review-reason-topic = Gemeinsames Thema
review-reason-replied = Antwort kam
review-reason-helped = Einer half dem anderen
review-reason-met = Wiedersehen
review-reason-like = Gegenseitige Sympathie
review-reason-needs = Mein Bedarf hat sich geändert
review-reason-no-topic = Noch kein gemeinsames Thema
review-reason-no-question = Ich habe nie gefragt
review-reason-not-written = Ich habe nicht geschrieben
review-reason-quiet = Es kam nichts mehr
review-reason-moment = Falscher Zeitpunkt
review-reason-one-sided = Nur einer gibt
review-reason-far = Zu weit weg
review-reason-impression = Der erste Eindruck stimmte

## Verdicts

review-ideas = Ideen
review-idea-need = Jemanden finden für: { $what }
review-idea-meet = Persönliches Treffen vorschlagen
review-idea-topic = Weiter über { $topic } reden
review-idea-help = Fragen, wie ich helfen kann
review-deepen-body = Am { $day } steht der nächste Schritt an.
review-deepen-open = Braucht einen nächsten Schritt mit Tag.
review-step-needed = Zuerst den nächsten Schritt nennen.
review-keep-body = Warm halten. Am { $day } wieder ansehen.
review-let-go-body = Freundlich ins Archiv. Bleibt auffindbar und lässt sich zurückholen.
review-let-go-drops =
    { $count ->
        [one] Freundlich ins Archiv; { $count } offene Erinnerung entfällt. Bleibt auffindbar und lässt sich zurückholen.
       *[other] Freundlich ins Archiv; { $count } offene Erinnerungen entfallen. Bleibt auffindbar und lässt sich zurückholen.
    }
review-next-step = Nächster Schritt
review-next-step-hint = Kaffee vorschlagen, Artikel schicken …
review-next-step-day = Bis wann
review-keep-day = Wieder ansehen am
review-one-month = 1 Monat
review-three-months = 3 Monate
review-one-year = 1 Jahr
review-was-deepened = { $step }, bis { $day }
review-was-kept = Nächster Rückblick { $day }
review-was-let-go = Im Archiv; bleibt auffindbar
review-take-back = Zurücknehmen

## The end of a round

review-end-title = Alles angesehen
review-end-title-left = Genug für jetzt
review-end-deepened =
    { $count ->
        [one] { $count } vertieft
       *[other] { $count } vertieft
    }
review-end-kept =
    { $count ->
        [one] { $count } behalten
       *[other] { $count } behalten
    }
review-end-let-go =
    { $count ->
        [one] { $count } losgelassen
       *[other] { $count } losgelassen
    }
review-end-left =
    { $count ->
        [one] { $count } bleibt für ein andermal
       *[other] { $count } bleiben für ein andermal
    }
review-go-on = Weitermachen

## The reasons over time

review-why-title = Warum aus Bekanntschaften etwas wurde oder nicht
review-why-short = Meine Gründe
review-why-empty = Noch kein Rückblick
review-why-empty-body = Beim Rückblick nach dreißig Tagen sagen Sie, warum aus einer Bekanntschaft etwas geworden ist oder nicht. Hier steht dann, was Ihre Antworten zusammen ergeben.
# How many reviews there were since a day, and how many relationships had and had not developed.
review-why-sum =
    { $count ->
        [one] { $count } Rückblick seit { $since }: bei { $developed } wurde etwas daraus, bei { $stalled } nicht.
       *[other] { $count } Rückblicke seit { $since }: bei { $developed } wurde etwas daraus, bei { $stalled } nicht.
    }
review-why-few = So wenige Rückblicke sind ein Tagebuch und keine Statistik: Lesen Sie sie einzeln.
review-why-most-against =
    { $count ->
        [one] Wenn nichts daraus wurde, sagten Sie am häufigsten: „{ $reason }“ ({ $count }-mal).
       *[other] Wenn nichts daraus wurde, sagten Sie am häufigsten: „{ $reason }“ ({ $count }-mal).
    }
review-why-most-for =
    { $count ->
        [one] Wenn etwas daraus wurde, am häufigsten: „{ $reason }“ ({ $count }-mal).
       *[other] Wenn etwas daraus wurde, am häufigsten: „{ $reason }“ ({ $count }-mal).
    }
# Reasons that name something which the reader could do otherwise.
review-why-mine =
    { $count ->
        [one] { $count } von { $total } Gründen dagegen nennt etwas, das in Ihrer Hand liegt: fragen, schreiben, geben, ein Thema suchen.
       *[other] { $count } von { $total } Gründen dagegen nennen etwas, das in Ihrer Hand liegt: fragen, schreiben, geben, ein Thema suchen.
    }
review-why-quarter = { $quarter }. Quartal { $year }
review-why-year = { $year }
review-why-grain = Säulen
review-why-by-quarter = Je Quartal
review-why-by-year = Je Jahr
review-why-only = Nur { $span }
review-why-developed = Etwas geworden
review-why-stalled = Nichts geworden
review-why-open = Offen
review-why-span =
    { $developed ->
        [one] { $span }: bei { $developed } etwas geworden, bei { $stalled } nicht, { $open } offen
       *[other] { $span }: bei { $developed } etwas geworden, bei { $stalled } nicht, { $open } offen
    }
review-why-for = Warum etwas daraus wurde
review-why-against = Warum nichts daraus wurde
review-why-no-reason = Kein Grund genannt.
review-cli-none = Im Buch ist noch kein Rückblick.
