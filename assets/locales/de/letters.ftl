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

## About introductions, in the language of whoever gets the letter

letters-greeting = Guten Tag { $name },
# A name as a letter mentions it.
letters-polite = { $name }
letters-with-work = { $name } ({ $work })
letters-about = Worum es geht: { $about }
letters-closing = Mit freundlichen Grüßen
letters-help-subject = Darf ich Sie etwas fragen?
letters-help = ich suche jemanden, der sich auskennt, und habe an Sie gedacht. Darf ich Sie dazu etwas fragen?
letters-reach-subject = Würden Sie mich mit { $name } bekannt machen?
letters-reach = ich würde gern { $who } kennenlernen. Soviel ich weiß, kennen Sie sich. Würden Sie mich mit { $name } bekannt machen?
letters-reach-through = ich würde gern { $who } kennenlernen. { $next } kennt { $target }, und Sie kennen { $next }. Würden Sie mich mit { $next } bekannt machen?
letters-reach-ending = Wenn es nicht passt, ist das völlig in Ordnung. Und wenn ich etwas für Sie tun kann, sagen Sie es mir bitte.
letters-may-subject = Darf ich Ihnen { $name } vorstellen?
letters-may = ich würde Ihnen gern { $who } vorstellen. Wäre Ihnen das recht?
letters-may-ending = Ich bringe Sie nur zusammen, wenn Sie beide zustimmen.
letters-introduce-subject = { $name }, wie versprochen
letters-introduce = wie besprochen möchte ich Ihnen { $who } vorstellen. Sie haben beide zugesagt; wie es weitergeht, überlasse ich Ihnen.
letters-introduce-mail = { $name } erreichen Sie unter { $mail }.
letters-introduce-ending = Ich würde mich freuen zu hören, was daraus wird.
letters-respect-subject = Danke für Ihre offene Antwort
letters-respect = danke, dass Sie es mir offen gesagt haben. Dann belasse ich es dabei.
letters-respect-unknown = danke, dass Sie es mir offen gesagt haben. Dann belasse ich es dabei; niemand hat etwas über Sie erfahren.
letters-respect-ending = Wenn ich sonst etwas für Sie tun kann, sagen Sie es mir bitte.
letters-release-subject = Zu der Vorstellung
letters-release = ich hätte Ihnen gern { $name } vorgestellt. Zurzeit lässt es sich nicht einrichten, darum lasse ich es vorerst.
letters-release-ending = Danke, dass Sie dafür offen waren. Ich halte die Augen für Sie offen.
letters-release-open-ending = Danke, dass Sie darüber nachgedacht haben. Ich halte die Augen für Sie offen.
letters-after-subject = Sie und { $name }
letters-after = vor einiger Zeit habe ich Ihnen { $name } vorgestellt. Haben Sie Zeit für ein Gespräch gefunden, und hat es Ihnen etwas gebracht?
letters-after-ending = Wenn ich bei etwas helfen kann, sagen Sie es mir bitte.
letters-passed-subject = Die Karte von { $name }
letters-passed = vor einiger Zeit habe ich Ihnen die Karte von { $name } weitergegeben. Haben Sie sich gemeldet, und hat es Ihnen etwas gebracht?
letters-lead-subject = Ihr Hinweis auf { $name }
letters-lead = Sie haben mich auf { $name } hingewiesen. Daraus ist etwas geworden, und das möchte ich Ihnen gern erzählen. Vielen Dank!
letters-lead-ending = Wenn ich etwas für Sie tun kann, sagen Sie es mir bitte.

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
letters-topics = Worüber Sie sprachen
letters-topics-hint = Lager, die neue Presse
letters-next = Was als Nächstes kommt
letters-next-hint = Freiwillig: Kaffee am Freitag
letters-subject = Betreff
letters-body = Brief
letters-advice = Kurz, bis morgen Abend und nur an diese eine Person.
letters-hint-topic = Noch nicht bereit: Im Brief steht nicht, worüber Sie sprachen.
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

## Zeit, eigene Vorlagen, Dateien

letters-left-today =
    { $count ->
        [0] bis heute Abend: keine Stunde mehr
       *[other] bis heute Abend: noch { $count } h
    }
letters-left-tomorrow = bis morgen Abend: noch { $count } h
letters-left-day = bis { $day }
letters-left-late = fällig war { $day }
letters-save-eml = Als .eml speichern
letters-save-title = Brief speichern
letters-save-kind = Brief für das Mailprogramm
letters-templates = Vorlagen
letters-templates-edit = Vorlagen bearbeiten …
letters-template-built-in = Mitgeliefert
letters-template-new = Neue Vorlage
letters-template-name = Name der Vorlage
letters-template-name-needed = Geben Sie ihr einen Namen.
letters-template-body-needed = Der Brief ist leer.
letters-template-remove = Vorlage entfernen
letters-template-unknown = Das sind keine Felder, sie würden so verschickt: { $fields }. Nehmen Sie ein Feld aus der Liste oder lassen Sie die Klammern weg.
letters-template-preview = So sieht er aus
letters-fields = Felder: drücken, um eines einzusetzen
letters-sample-name = Jonas Weber
letters-sample-company = Weber Feinmechanik GmbH
letters-sample-event = Hardware-Abend
letters-sample-topic = die neue Presse
letters-sample-next = Kaffee am Freitag
letters-sample-me = Robin Falk
