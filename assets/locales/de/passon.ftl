## Eine Vorstellung, für die beide zuerst gefragt werden

passon-opt-in-steps = Die vier Schritte …
passon-ask-after = Fragen, was daraus wurde
passon-day-of = { $step }: Tag
passon-another-day = Anderer Tag
passon-ask = Fragen
passon-mark-asked = Als gefragt vermerken
passon-asked = Gefragt
passon-agreed-on = zugesagt am { $day }
passon-declined-on = möchte es nicht, { $day }
passon-asked-on = gefragt am { $day }; Antwort: { $due }
passon-asked-after-on = gefragt am { $day }
passon-introduced-on = vorgestellt am { $day }
passon-not-asked = wird nicht mehr gefragt
passon-asked-then-off = gefragt am { $day }, dann aufgegeben
passon-respected = { $name } möchte es nicht, und dabei bleibt es: Niemand wird noch einmal gefragt, und { $other } erfährt keinen Grund. Beide können ein freundliches Wort bekommen.
passon-let-be = Der Plan wurde aufgegeben; niemand hat abgesagt. Wer gefragt war, kann ein freundliches Wort bekommen.
passon-respected-unasked = { $name } möchte es nicht, und dabei bleibt es. { $other } war nicht gefragt und erfährt nichts davon. { $name } kann ein freundliches Wort bekommen.
passon-not-to-write = { $name } war nicht gefragt und weiß nichts davon: Es gibt nichts zu schreiben.
passon-no-addresses = In keinem der beiden Briefe steht die Adresse des anderen; allein damit erreichen die beiden einander nicht.
# Asked when two are introduced. $name is whose address $mail is, $other would get it.
passon-reach-question = Dürfen sie die E-Mail-Adressen voneinander bekommen?
passon-reach-agrees = { $name } ist einverstanden, dass { $other } { $mail } bekommt
passon-reach-open = { $other } darf { $mail } durch die Kreise sehen.
passon-reach-none = Von { $name } ist keine E-Mail-Adresse bekannt.

## Eine Karte weitergeben

passon-ask-how =
    { $count ->
        [one] { $name } in { $count } Tag fragen, wie es lief
       *[other] { $name } in { $count } Tagen fragen, wie es lief
    }

## Das Blatt zum Weitergeben

passon-title = { $name } weitergeben
passon-met = Getroffen am { $day }.
passon-met-in = Getroffen am { $day } in { $city }.
passon-step-who = Wer braucht diese Karte?
passon-step-gets = Was { $name } bekommt
passon-step-gets-nobody = Was weitergegeben wird
passon-step-tell = { $name } Bescheid geben
passon-steps = Schritte
passon-someone-else = Jemand anderes …
passon-nobody = Niemand in Ihrem Buch sucht, was diese Person kann. Wählen Sie jemand anderen.
passon-searching = Gesucht wird, wem es hilft …
passon-row = { $name }. { $why }
passon-warmth = Wärme { $count } von 5
passon-form = Was weitergegeben wird
passon-form-snippet = Auszug
passon-form-image = Mit Bild
passon-form-vcard = vCard
passon-withheld = Zurückgehalten, bis { $name } zustimmt. { $other } antwortet Ihnen.
passon-withheld-nobody = Zurückgehalten, bis { $name } zustimmt.
passon-withheld-all = Nichts wird zurückgehalten.
passon-withheld-more =
    { $count ->
        [one] und { $count } weitere Angabe, die bei Ihnen bleibt
       *[other] und { $count } weitere Angaben, die bei Ihnen bleiben
    }
passon-locked = { $kind } { $value }, zurückgehalten. Drücken, um { $name } zu fragen
passon-unlock = Hat { $name } zugestimmt, dass { $other } „{ $value }“ bekommt?
passon-unlock-on = Gefragt am
passon-unlock-yes = { $name } hat zugestimmt
passon-agreed = zugestimmt am { $day }
# Agreed to on a day that nobody knows any more.
passon-agreed-once = früher zugestimmt
passon-locked-more =
    { $count ->
        [one] { $count } weitere Angabe zeigen
       *[other] { $count } weitere Angaben zeigen
    }
passon-lock-again = { $value } wieder zurückhalten
passon-comment = Ihr Kommentar
passon-comment-hint = Wer das ist, und warum es passt
passon-leak = Aus Ihrem Kommentar wird nicht weitergegeben: { $kinds }
passon-leak-need = Aus dem, was gesucht wird, wird nicht weitergegeben: { $kinds }
passon-need = Was { $name } sucht
passon-need-nobody = Was gesucht wird
# In place of a name while nobody is chosen.
passon-them = die Person
passon-paper = Die Karte aus Papier geht mit (sie liegt in: { $place })
passon-copy = Als Text kopieren
passon-copied = Kopiert, und nichts anderes, als Sie hier sehen
passon-save-vcard = vCard sichern
passon-save-image = Bild sichern
passon-copy-image = Bild kopieren
passon-attach = Hängen Sie die gesicherte Datei an: Das Mailprogramm tut es nicht von selbst.
passon-image-how = Schwarze Balken decken ab, worüber man die Person erreicht. Drücken Sie auf einen Teil, um ihn abzudecken oder zu öffnen; ziehen Sie für einen neuen Balken.
passon-image-all = Alles ist verdeckt: Welche Zeile der Name ist, ließ sich nicht erkennen, oder er darf nicht zu sehen sein.
passon-image-none = Von dieser Karte gibt es kein Bild.
passon-image-working = Gesucht wird, was abzudecken ist …
passon-image-failed = Das Bild lässt sich nicht lesen: { $reason }
passon-image-covered = Abgedeckt
passon-image-open = Offen
passon-image-part = Teil { $count }: { $words }
passon-image-add = Alles abdecken
passon-image-again = Wie vorgeschlagen
passon-to = Nur an { $address }
passon-to-nobody = Es gibt keine E-Mail-Adresse: Der Text kommt in die Zwischenablage
passon-language = Sprache
passon-form-polite = Höflich
passon-form-close = Vertraut
passon-formality = Anrede
passon-rewrite = Neu schreiben
passon-stale = Diese Nachricht entstand für jemand anderen, oder bevor feststand, was man dort erfährt.
passon-stale-keep = So lassen
passon-subject = Betreff
passon-letter = Nachricht an { $name }
passon-promise = Wenn Sie sie später schicken, wird daraus ein Versprechen, fällig { $due }.
passon-promise-off = Wenn Sie sie später schicken, erinnert nichts daran: Die Regel ist aus.
passon-sends-nothing = Cardloom verschickt nichts. Beide Nachrichten öffnen sich in Ihrem Mailprogramm.
passon-consider = Nur erwägen
passon-later = { $name } später Bescheid geben
passon-now = Weitergeben und { $name } Bescheid geben
passon-clipboard = Die Nachricht an { $name } liegt in der Zwischenablage.
passon-choose = Wählen Sie, wer sie bekommt
passon-has-it = { $name } hat sie schon.
passon-vcard-save-title = vCard sichern
passon-vcard-kind = vCard
passon-image-save-title = Bild der Karte sichern
passon-image-kind = Bild einer Karte
passon-days-bad = Das ist kein Tag bis heute.

## Die beiden Nachrichten

passon-tell-subject = Ich habe Ihre Karte an { $name } weitergegeben
passon-tell-subject-close = Ich habe deine Karte an { $name } weitergegeben
passon-tell-plain = ich habe { $who } von Ihnen erzählt und Ihre Karte weitergegeben.
passon-tell-plain-close = ich habe { $who } von dir erzählt und deine Karte weitergegeben.
passon-tell-about = ich habe { $who } von Ihnen erzählt; gesucht wird dort: { $about }
passon-tell-about-close = ich habe { $who } von dir erzählt; gesucht wird dort: { $about }
passon-tell-withheld = Wie man Sie erreicht, habe ich nicht verraten. Wenn ich es darf, genügt ein Wort von Ihnen.
passon-tell-withheld-close = Wie man dich erreicht, habe ich nicht verraten. Wenn ich es darf, sag einfach Bescheid.
passon-tell-reach = Man weiß dort jetzt, wie Sie zu erreichen sind.
passon-tell-reach-close = Man weiß dort jetzt, wie du zu erreichen bist.
passon-give-subject = Jemand zum Kennenlernen: { $name }
# A name as the subject says it.
passon-give-name = { $name }
passon-give-about = Es geht um das, was Sie suchen: { $about }
passon-give-about-close = Es geht um das, was du suchst: { $about }
passon-give-picture = Das Bild der Karte hängt an.
passon-give-vcard = Die Karte hängt als vCard an.
passon-nameless = jemand
passon-give-ending = Wenn Sie ins Gespräch kommen möchten, antworten Sie mir einfach; ich bringe Sie zusammen.
passon-give-ending-close = Wenn du ins Gespräch kommen möchtest, antworte mir einfach; ich bringe euch zusammen.
passon-closing-close = Herzliche Grüße
