# Ob man wieder hingeht, was daraus wurde, und was zu tun ist, wenn man nicht kommt.

## Wie gern man wieder hingeht

visits-wish-never = Nie
visits-wish-rarely = Selten
visits-wish-maybe = Vielleicht
visits-wish-gladly = Gern
visits-wish-always = Immer

## Antworten

visits-reply-none = Noch keine Antwort
visits-reply-once = Hat geantwortet
visits-reply-continuing = Treibt aus
# Vorgelesen: „Antwort von Mina: treibt aus“
visits-reply-of = Antwort von { $name }: { $reply }
visits-reply-change = Antwort vermerken
visits-reply-nothing = An { $name } ist noch keine Nachricht vermerkt. Tragen Sie sie zuerst ein.

## Was der Veranstalter tat, und der Dank an ihn

visits-care-yours = Ihr Dank an den Veranstalter
visits-care-thanked = Gesendet { $date }
visits-care-not-thanked = Noch nicht gesendet
visits-care-write = Schreiben
visits-care-ask = Gefragt wird { $when }

## Wieder hingehen?

visits-again-decision = Ihre Entscheidung
visits-again-clear = Keine Entscheidung
visits-again-why = Warum?
visits-again-why-hint = Was würde Sie umstimmen?
visits-advice = Der Rat
# „63 von 100: gern“
visits-advice-result = { $points } von 100: { $wish }
visits-advice-none = Der Rat kommt nach dem ersten Besuch.
visits-advice-later = Was bleibt, zeigt sich nach 90 Tagen: Der Rat kommt am { $date }.
visits-advice-fresh =
    { $count ->
        [one] { $count } neuerer Besuch ist zu frisch, um zu zählen.
       *[other] { $count } neuere Besuche sind zu frisch, um zu zählen.
    }
visits-advice-start = Eine offene Frage
visits-advice-people = Wer geblieben ist
visits-advice-people-detail = { $lasting } von { $met }
visits-advice-follows = Was daraus folgt
visits-advice-talking =
    { $count ->
        [one] { $count } Austausch geht weiter
       *[other] { $count } Briefwechsel gehen weiter
    }
visits-advice-outcomes =
    { $count ->
        [one] { $count } Vorstellung oder weitergegebene Karte
       *[other] { $count } Vorstellungen oder weitergegebene Karten
    }
visits-advice-cost = Kosten
visits-advice-cost-free = kostenlos
visits-advice-cost-each = { $spent }, { $each } je bleibendem Kontakt
visits-advice-cost-none = { $spent }, noch nichts Bleibendes
visits-advice-organizer = Der Veranstalter
visits-advice-organizer-detail = { $yes } ja, { $no } nein
visits-advice-organizer-unknown = nichts bekannt
visits-advice-evidence = Wenig Anhalt zählt wenig
visits-advice-evidence-one = Ein Besuch sagt wenig
visits-advice-evidence-detail =
    { $visit-count ->
        [one] { $visit-count } Besuch, { $met } getroffen
       *[other] { $visit-count } Besuche, { $met } getroffen
    }
# Vorgelesen: „Wer geblieben ist, 5 von 8, +12“
visits-advice-line = { $what }, { $detail }, { $points }
# „Juni: Vielleicht“
visits-decided = { $date }: { $wish }

## Eine Reihe

visits-series = Reihe
visits-series-choose = Eine Reihe zeigen
visits-series-none = Noch gehört keine Veranstaltung zu einer Reihe. Tragen Sie ihren Namen in der Veranstaltung ein.
visits-series-events =
    { $count ->
        [one] { $count } Veranstaltung
       *[other] { $count } Veranstaltungen
    }
visits-series-list = Ihre Veranstaltungen
visits-series-streak =
    { $count ->
        [0] Beim letzten Mal waren Sie nicht da
        [one] Beim letzten Mal waren Sie da
       *[other] Die letzten { $count } Male waren Sie da
    }
visits-series-longest = Längste Folge: { $count }
visits-series-cost = { $money } insgesamt
visits-series-cost-none = Hat nichts gekostet
visits-series-faces = Bekannte Gesichter
visits-series-faces-none = Noch war niemand zweimal da.
visits-series-times =
    { $count ->
        [one] einmal
       *[other] { $count }-mal
    }
visits-series-face-last = { $times }, zuletzt am { $date }
visits-series-cancelled = Absagen
visits-series-cancelled-none = Sie haben keine abgesagt.
visits-series-cancelled-on = { $status }, gesagt am { $date }
visits-back = Zurück

## Bilanz

visits-record = Ihre Bilanz
visits-record-with = Ihre Bilanz bei { $name }
visits-record-other = Teilnahme an Ihren Veranstaltungen
visits-record-none = Noch keine Veranstaltung
visits-record-attended =
    { $count ->
        [one] { $count } besucht
       *[other] { $count } besucht
    }
visits-record-planned =
    { $count ->
        [one] { $count } geplant
       *[other] { $count } geplant
    }
visits-record-early =
    { $count ->
        [one] { $count } rechtzeitig abgesagt
       *[other] { $count } rechtzeitig abgesagt
    }
visits-record-late =
    { $count ->
        [one] { $count } kurzfristig abgesagt
       *[other] { $count } kurzfristig abgesagt
    }
visits-record-no-show =
    { $count ->
        [one] { $count } ohne ein Wort versäumt
       *[other] { $count } ohne ein Wort versäumt
    }

## Absagen

visits-cancel = Absagen …
visits-cancel-action = Kann nicht kommen
visits-cancel-title = Sie können nicht kommen: { $title }
visits-cancel-question = Wann sagen Sie es?
visits-cancel-said = Ich sage ab
visits-cancel-absent = Ich bin nicht gekommen
visits-cancel-on = Gesagt am
visits-cancel-on-needed = An welchem Tag sagen Sie ab?
visits-cancel-on-ahead = Dieser Tag kommt erst noch. An welchem Tag haben Sie abgesagt?
visits-cancel-early = Bis { $date } haben Sie rechtzeitig abgesagt.
visits-cancel-undated = Die Veranstaltung hat kein Datum: Sie sind rechtzeitig.
visits-cancel-late = Späte Absage: Machen Sie es wieder gut.
visits-cancel-late-detail = Nach dem { $date } gilt es als kurzfristig. Sagen Sie es sofort, bitten Sie um Entschuldigung und machen Sie es wieder gut.
visits-cancel-absent-detail = Sie sind nicht gekommen und hatten nichts gesagt. Bitten Sie gleich um Entschuldigung und machen Sie es wieder gut.
visits-cancel-steps = Was Sie dafür tun
visits-cancel-day = Bis wann: { $step }
visits-cancel-save = Veranstaltung absagen
visits-cancel-save-absent = Vermerken
visits-cancel-keep = Beibehalten
visits-cancel-write = Absagen und schreiben
visits-cancel-write-absent = Vermerken und schreiben
visits-late-within = Kurzfristig innerhalb von Tagen
visits-late-within-hint = { $count }, wenn Sie nichts anderes schreiben
visits-late-within-bad = Eine ganze Zahl von 0 bis 365

## Wiedergutmachen

visits-amends-title = Konnten Sie nicht kommen?
visits-amends-title-ahead = Sie kommen nicht
visits-amends-title-coming = Können Sie nicht kommen?
visits-amends-ahead = Bis { $date } sagen Sie rechtzeitig ab.
visits-amends-ahead-late = Zum Absagen ist es spät: Wer jetzt absagt, macht es wieder gut.
visits-amends-said = Abgesagt am { $date }.
visits-amends-said-before =
    { $count ->
        [0] Abgesagt am { $date }, am Tag selbst.
        [one] Abgesagt am { $date }, einen Tag vorher.
       *[other] Abgesagt am { $date }, { $count } Tage vorher.
    }
visits-amends-unsaid = Sie haben kurzfristig abgesagt.
visits-amends-absent = Sie sind nicht gekommen und hatten nichts gesagt.
visits-amends-early = Das war rechtzeitig. Nichts ist wiedergutzumachen.
visits-amends-open = Späte Absage: Machen Sie es wieder gut.
visits-amends-settled = Wiedergutgemacht
visits-amends-waived = Nicht nötig
visits-amends-progress = { $done } von { $all }
visits-amends-make = Wiedergutmachen
visits-amends-not-needed = Nicht nötig
visits-amends-done-on = Erledigt { $date }
visits-amends-given-up = Aufgegeben
visits-amends-write = Schreiben
# In der Liste: „Kurzfristig abgesagt, noch offen“
visits-amends-status = { $status }, { $settled }
visits-amends-unsettled = noch offen
visits-amends-made-good = wiedergutgemacht
visits-came-back = Doch hingehen

## Die Briefe an den Veranstalter. Was in < > steht, wird eingesetzt; eine Zeile, deren Feld niemand kennt, fällt weg.

visits-letter-title = Brief an den Veranstalter
visits-letter-own-words = In Ihren Worten
visits-letter-own-words-hint = Wenn Sie mögen: warum, oder was Sie tun werden
visits-letter-to = An wen
visits-letter-nobody = Vom Veranstalter steht niemand im Buch. Kopieren Sie den Brief.
visits-letter-unnoted = Vom Veranstalter steht niemand im Buch: Dass der Brief gesendet ist, lässt sich nicht vermerken. Nehmen Sie zuerst jemanden von dort auf.
visits-letter-cancel-subject = Ich kann leider nicht kommen: <Anlass>
visits-letter-cancel =
    <Anrede>

    danke für die Einladung (<Anlass>, <Tag>). Leider kann ich nicht kommen.
    <Nächstes>

    Bitte geben Sie meinen Platz jemand anderem. Beim nächsten Mal bin ich gern dabei.

    Freundliche Grüße
    <Ich>
    <meine Firma>
visits-letter-notice-subject = Ich muss leider absagen: <Anlass>
visits-letter-notice =
    <Anrede>

    ich muss meine Teilnahme absagen (<Anlass>, <Tag>) und weiß, wie kurzfristig das ist. Es tut mir leid, dass ich Ihnen damit Umstände mache.
    <Nächstes>

    <fee>
    Sagen Sie mir bitte, wenn ich jetzt etwas für Sie tun kann.

    Freundliche Grüße
    <Ich>
    <meine Firma>
visits-letter-notice-fee = Was mein Platz kostet, bezahle ich selbstverständlich.
visits-letter-absence-fee = Was mein Platz gekostet hat, bezahle ich selbstverständlich.
visits-letter-apology-subject = Bitte entschuldigen Sie: <Anlass>
visits-letter-apology =
    <Anrede>

    ich habe viel zu spät abgesagt (<Anlass>, <Tag>). Das tut mir leid. Sie hatten mit mir gerechnet, und ich habe Ihnen den Abend schwerer gemacht.
    <Nächstes>

    Ich möchte es wiedergutmachen. Sagen Sie mir bitte, womit ich helfen kann.

    Freundliche Grüße
    <Ich>
    <meine Firma>
visits-letter-absence-subject = Bitte entschuldigen Sie: <Anlass>
visits-letter-absence =
    <Anrede>

    ich bin nicht gekommen (<Anlass>, <Tag>) und habe Ihnen nicht einmal Bescheid gesagt. Das tut mir leid. So etwas darf nicht geschehen.
    <Nächstes>

    <fee>
    Ich möchte es wiedergutmachen. Sagen Sie mir bitte, womit ich helfen kann.

    Freundliche Grüße
    <Ich>
    <meine Firma>
visits-letter-explain-subject = Warum ich abgesagt habe: <Anlass>
visits-letter-explain =
    <Anrede>

    ich bin Ihnen eine Erklärung schuldig (<Anlass>, <Tag>).
    <Nächstes>

    Das ist keine Ausrede, aber Sie sollen es wissen. Danke für Ihr Verständnis.

    Freundliche Grüße
    <Ich>
    <meine Firma>
visits-letter-fee-subject = Der Beitrag für meinen Platz: <Anlass>
visits-letter-fee =
    <Anrede>

    ich konnte nicht kommen (<Anlass>, <Tag>); mein Platz war trotzdem reserviert. Bitte lassen Sie mich ihn bezahlen: Wohin darf ich den Beitrag schicken?
    <Nächstes>

    Freundliche Grüße
    <Ich>
    <meine Firma>
visits-letter-make-up-subject = Ich möchte es wiedergutmachen: <Anlass>
visits-letter-make-up =
    <Anrede>

    mir geht noch nach, dass ich nicht da war (<Anlass>, <Tag>). Ich möchte es wiedergutmachen.
    <Nächstes>

    Wäre Ihnen das recht?

    Freundliche Grüße
    <Ich>
    <meine Firma>
visits-letter-thanks-subject = Danke: <Anlass>
visits-letter-thanks =
    <Anrede>

    vielen Dank für Ihre Mühe (<Anlass>, <Tag>). Man hat gemerkt, wie viel Arbeit darin steckt.
    <Nächstes>

    Ich komme gern wieder.

    Freundliche Grüße
    <Ich>
    <meine Firma>

## Command line

visits-cli-no-series = Keine Veranstaltung gehört zu einer Reihe „{ $name }“.
