# Briefe an eine Person. Was in < > steht, wird eingesetzt; eine Zeile, deren Feld niemand kennt, fällt weg.

letters-salutation = Sehr geehrte { $name },
letters-salutation-close = Hallo { $name },
letters-salutation-sir = Sehr geehrter { $name },
letters-salutation-open = Guten Tag { $name },
letters-salutation-nobody = Guten Tag,
letters-and = { $before } und { $last }
letters-thanks-subject = Danke für das Gespräch: <Anlass>
letters-thanks-body =
    <Anrede>

    vielen Dank für das Gespräch am <Tag> (<Anlass>).
    Was Sie zum Thema <Themen> gesagt haben, geht mir noch nach.

    Wie besprochen: <Nächstes>.

    Freundliche Grüße
    <Ich>
    <meine Firma>
letters-thanks-body-close =
    <Anrede>

    schön, dass wir uns kennengelernt haben (<Anlass>). Was du zum Thema <Themen> gesagt hast, geht mir noch nach.

    Wie besprochen: <Nächstes>.

    Viele Grüße
    <Ich>

## Beim Schreiben

letters-title = Dank
letters-progress = { $done } von { $all } gesendet
letters-row = { $name }, { $state }
letters-state-sent = gesendet
letters-state-opened = gesendet?
letters-state-ready = bereit
letters-state-topics = Themen fehlen
letters-language = Sprache des Briefs
letters-form = Anrede
letters-form-polite = Förmlich
letters-form-close = Vorname
letters-form-sie = Sie
letters-form-du = Du
letters-to = An
letters-no-address = Keine E-Mail-Adresse bekannt
letters-address-bad = Das ist nicht genau eine E-Mail-Adresse.
letters-shared = Diese Adresse lesen mehrere. Nenne im Betreff, für wen der Brief ist, und schreib nichts, was nur diese Person angeht.
letters-company = Die Adresse einer Firma: Andere lesen vielleicht mit, und sie endet mit der Stelle.
letters-topics = Worüber ihr gesprochen habt
letters-topics-hint = Lager, die neue Presse
letters-next = Was als Nächstes kommt
letters-next-hint = Freiwillig: Kaffee am Freitag
letters-subject = Betreff
letters-body = Brief
letters-advice = Kurz, bis morgen Abend und nur an diese eine Person.
letters-hint-topic = Noch nicht bereit: Im Brief steht nicht, worüber ihr gesprochen habt.
letters-hint-gap = Noch nicht bereit: Eine Lücke ist offen.
letters-hint-long = Lang für einen Dank. Kurze werden gelesen.
letters-hint-same = Jemand anderes bekam denselben Text. Was war an diesem Gespräch besonders?
letters-pasted = Der Brief ist zu lang zum Übergeben. Er liegt in der Zwischenablage: füge ihn in die E-Mail ein.
letters-open = Im Mailprogramm öffnen
letters-open-again = Noch einmal öffnen
letters-copy = Kopieren
letters-is-sent = Ist gesendet
letters-anew = Neu schreiben
letters-sent-title = Gesendet
letters-sent-body = Wähle, wer als Nächstes dran ist.
letters-end-title = Allen ist gedankt
letters-end-body = Wer antwortet, hat gekeimt: notiere es, wenn die Antwort kommt.
letters-write-next = Nächsten schreiben
