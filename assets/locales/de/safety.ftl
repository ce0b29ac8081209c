## The book is open for reading only

safety-held = Ein anderes Fenster hat dieses Buch geöffnet
safety-held-by = Ein anderes Fenster hat dieses Buch geöffnet: { $who }, seit { $since }
safety-held-by-who = Ein anderes Fenster hat dieses Buch geöffnet: { $who }
safety-held-since = Ein anderes Fenster hat dieses Buch geöffnet, seit { $since }
safety-held-more = Hier lässt sich alles ansehen. Sobald das andere Fenster geschlossen ist, lässt sich hier auch schreiben.
safety-refused = Dieses Buch lässt sich nur lesen
safety-backup = Das ist ein früherer Stand des Buchs
safety-backup-more = { $file } wird zum Lesen gezeigt. Das Buch selbst wurde nicht verändert.
safety-try-again = Noch einmal versuchen
safety-save-copy = Kopie woanders sichern …
safety-read-only = Nur lesen
safety-nothing-changed = Das Buch ist nur zum Lesen geöffnet. Nichts wurde verändert.
safety-now-writable = Das andere Fenster ist geschlossen. Jetzt lässt sich hier schreiben.
safety-writable-again = Hier kann jetzt geschrieben werden.

## A copy elsewhere

safety-copy-title = Kopie des Buchs sichern
safety-copy-kind = Cardloom-Buch
safety-copy-name = { $name } Kopie
safety-copy-making = Kopie wird gesichert …
safety-copied = Eine Kopie wurde gesichert: { $file }
safety-copied-without =
    { $count ->
        [one] Eine Kopie wurde gesichert, ohne { $count } Bild, das fehlt oder beschädigt ist: { $file }
       *[other] Eine Kopie wurde gesichert, ohne { $count } Bilder, die fehlen oder beschädigt sind: { $file }
    }
safety-copy-path-why = Das System bietet keinen Dateidialog. Bitte eingeben, wohin die Kopie soll, mit ihrem Namen.
safety-copy-path-save = Kopie sichern

## Not saved

safety-not-saved = Die letzten Änderungen sind nicht gesichert

## Changed by another program

safety-taken-over =
    { $count ->
        [one] { $count } Änderung eines anderen Programms wurde übernommen
       *[other] { $count } Änderungen eines anderen Programms wurden übernommen
    }
safety-taken-over-none = Ein anderes Programm hat die Datei verändert. Im Buch ist nichts anders.
safety-taken-show = Zeigen
safety-taken-title = Von einem anderen Programm übernommen
safety-outside-unreadable = Ein anderes Programm hat die Datei verändert, sie lässt sich nicht mehr lesen
safety-outside-replace = Darüber sichern
safety-outside-unreadable-more = { $reason } Was hier zu sehen ist, bleibt erhalten und überschreibt die Datei nicht. Beim Darübersichern bleibt sie bei den früheren Ständen erhalten.

## Conflicts

safety-conflicts =
    { $count ->
        [one] { $count } Feld wurde an zwei Stellen verändert
       *[other] { $count } Felder wurden an zwei Stellen verändert
    }
safety-conflicts-more = Beide Werte bleiben erhalten, bis entschieden ist.
safety-conflicts-decide = Vergleichen
safety-later = Später
safety-conflicts-title = An zwei Stellen verändert
safety-conflict-here = Jetzt im Buch
safety-conflict-other = Von einem anderen Programm
safety-conflict-other-file = Aus { $file }
safety-conflict-noticed = bemerkt { $when }
safety-conflict-changed = verändert { $when }
safety-conflict-keys-two = ← → zurück und weiter · 1 behalten · 2 das andere
safety-conflict-empty = Leer
safety-conflict-keep = Das behalten
safety-conflict-take = Das andere nehmen
safety-conflict-both = Beides behalten
safety-conflicts-none = Alles ist entschieden
safety-conflicts-none-more = Kein Feld hat mehr zwei Werte.
safety-conflict-person =
    { $count ->
        [one] { $count } Feld hat zwei Werte
       *[other] { $count } Felder haben zwei Werte
    }
safety-conflict-keys = ← → zurück und weiter · 1 behalten · 2 das andere · 3 beides

## Copies beside the book

safety-copies =
    { $count ->
        [one] Neben dem Buch liegt noch eine Kopie davon
       *[other] Neben dem Buch liegen noch { $count } Kopien davon
    }
safety-copies-more = { $program } hat { $file } angelegt, weil das Buch auf zwei Rechnern verändert wurde. Beim Zusammenführen kommt Neues dazu, nichts geht verloren.
safety-copies-merge = Zusammenführen
safety-merging = Kopie wird zusammengeführt …
safety-merged-nothing = In der Kopie stand nichts, was dieses Buch nicht schon hat.

## Earlier states

safety-earlier = Frühere Stände …
safety-earlier-title = Frühere Stände des Buchs
safety-earlier-none = Noch keine früheren Stände
safety-earlier-none-more = Cardloom behält einen beim ersten Sichern nach dem Öffnen, danach höchstens alle zehn Minuten einen.
safety-earlier-choose = Links einen Stand wählen, um zu sehen, was damals anders war.
safety-earlier-reading = Dieser Stand wird gelesen …
safety-moment = { $day }, { $time }
safety-earlier-unreadable = Nicht lesbar
safety-earlier-search = Personen suchen
safety-earlier-same = Niemand ist anders
safety-earlier-same-more = Alle Personen dieses Stands sind wie jetzt.
safety-earlier-same-people = Keine Person ist anders
safety-earlier-same-people-more = Anderes schon. Es kommt mit dem ganzen Buch zurück.
# $what is a list such as "3 cards · 1 event".
safety-earlier-others = Außerdem anders: { $what }
safety-earlier-companies =
    { $count ->
        [one] { $count } Firma
       *[other] { $count } Firmen
    }
safety-earlier-circles =
    { $count ->
        [one] { $count } Kreis
       *[other] { $count } Kreise
    }
safety-earlier-entries =
    { $count ->
        [one] { $count } weiterer Eintrag
       *[other] { $count } weitere Einträge
    }
safety-earlier-not-found = Unter diesem Namen ist niemand anders.
safety-earlier-changed = Seitdem verändert
safety-earlier-only-then = Nur damals
safety-earlier-only-now = Nur jetzt
safety-earlier-then = Damals
safety-earlier-now = Jetzt
safety-earlier-take-back = Zurückholen
safety-earlier-take-back-name = { $name } zurückholen
safety-earlier-take-all = Ganzes Buch zurückholen
safety-earlier-take-all-more = Was seitdem dazukam, verlässt das Buch. Rückgängig bringt es zurück, und der jetzige Stand bleibt in der Liste.

safety-fact-cards = Karten
safety-fact-encounters = Begegnungen
safety-fact-follow-ups = Erinnerungen
safety-fact-tags = Stichwörter

## A book that does not open

safety-failed-stopped = Das Öffnen wurde abgebrochen. Die Datei ist, wie sie war.
safety-failed-salvage = Öffnen, was lesbar ist
safety-failed-salvage-more = Zuerst wird die beschädigte Datei kopiert. Was nicht lesbar ist, kommt in eine eigene Datei; nichts wird gelöscht.
safety-failed-earlier = Einen früheren Stand öffnen
safety-failed-earlier-more = Die jetzige Datei bleibt als Kopie bei den früheren Ständen; dann geht das Buch vom gewählten Stand aus weiter.
safety-failed-earlier-open = Öffnen
safety-failed-earlier-open-name = Stand von { $when } öffnen
safety-failed-earlier-none = Neben diesem Buch liegt kein früherer Stand.
safety-failed-all-states =
    { $count ->
        [one] { $count } weiteren zeigen
       *[other] { $count } weitere zeigen
    }
safety-failed-other = Anderes Buch wählen …
safety-failed-copy-path = Pfad kopieren
safety-failed-show-folder = Ordner zeigen
safety-failed-back = Zurück zum offenen Buch
safety-restored = Das Buch geht vom Stand { $when } aus weiter. Die bisherige Datei liegt bei den früheren Ständen.
safety-restored-lost = Das Buch geht vom Stand { $when } aus weiter.
safety-lost-title = Dieses Buch fehlt
safety-lost-earlier-more = Das Buch geht vom gewählten Stand aus weiter; seine Datei entsteht neu.
safety-failed-begin-new = Neues Buch beginnen
safety-failed-begin-new-more = Es heißt dann { $name }. Alles andere bleibt, wo es ist.
# $why is a whole sentence.
safety-no-backup = Das Buch ist gesichert, aber der Stand davor konnte nicht bei den früheren Ständen aufgehoben werden. { $why }

## Opening

safety-opening-cancel = Abbrechen

## A book with a passphrase

safety-unlock-title = Dieses Buch ist verschlossen
safety-unlock-more = Bitte die Passphrase eingeben. Sie verlässt diesen Rechner nicht.
safety-unlock-field = Passphrase
safety-unlock-show = Passphrase zeigen
safety-unlock-hide = Passphrase verbergen
safety-unlock-open = Aufschließen
safety-unlock-empty = Bitte zuerst die Passphrase eingeben.
safety-unlock-wrong = Das ist nicht die Passphrase dieses Buchs. Dem Buch ist nichts geschehen; bitte noch einmal versuchen.
safety-unlock-wrong-caps = Das ist nicht die Passphrase dieses Buchs. Sie besteht nur aus Großbuchstaben; vielleicht ist die Feststelltaste an.
safety-unlock-spaces = Am Anfang oder Ende steht ein Leerzeichen. Es zählt mit.
safety-unlocking = Wird aufgeschlossen …

## Settings: safety

safety-settings = Sicherheit
safety-settings-hint = Was als gesichert angezeigt wird, übersteht Abstürze und Stromausfälle.
safety-settings-backups = Frühere Stände
safety-settings-backups-count =
    { $count ->
        [one] { $count } Stand, der neueste von { $when }
       *[other] { $count } Stände, der neueste von { $when }
    }
safety-settings-backups-none = Noch keine. Der erste entsteht beim nächsten Sichern.
safety-settings-show = Zeigen …
safety-settings-encryption = Passphrase
safety-settings-encrypted = Das Buch und seine Bilder sind mit einer Passphrase verschlossen.
safety-settings-not-encrypted = Keine. Wer die Dateien lesen kann, kann das Buch lesen.
safety-settings-set = Passphrase festlegen …
safety-settings-change = Ändern …
safety-settings-remove = Entfernen …
safety-settings-check = Buch prüfen
safety-settings-check-hint = Sucht nach Schäden, fehlenden Bildern und Verknüpfungen ins Leere.
safety-settings-check-button = Prüfen …

safety-settings-copy = Kopie
safety-settings-copy-hint = Das Buch mit allen Bildern, in einem Ordner oder auf einem Datenträger nach Wahl.

## The sheet for the passphrase

safety-passphrase-set-title = Passphrase festlegen
safety-passphrase-change-title = Passphrase ändern
safety-passphrase-remove-title = Passphrase entfernen
safety-passphrase-warning = Sie lässt sich nicht wiederherstellen
safety-passphrase-present = Jetzige Passphrase
safety-passphrase-new = Neue Passphrase
safety-passphrase-again = Noch einmal dieselbe
safety-passphrase-differs = Die beiden sind nicht gleich.
safety-passphrase-understood = An einem sicheren Ort notiert
safety-passphrase-understood-first = Bitte zuerst das Häkchen setzen.
safety-passphrase-set = Passphrase festlegen
safety-passphrase-change = Passphrase ändern
safety-passphrase-remove = Passphrase entfernen
safety-passphrase-remove-more = Das Buch, seine Bilder und seine früheren Stände werden unverschlossen neu geschrieben. Wer die Dateien lesen kann, kann sie dann lesen.
safety-passphrase-working = Das Buch und seine Bilder werden neu geschrieben …
safety-passphrase-working-more = Das Programm darf geschlossen werden; was fehlt, geht beim nächsten Start weiter.

## The sheet that checks the book

safety-mending = Buch wird repariert …
safety-check-locate-not-found = Das Bild ist nicht in diesem Ordner. Nichts wurde verändert.
safety-check-locate-path-why = Das System bietet keinen Dateidialog. Bitte den Ordner eingeben, in dem das Bild sein könnte.
safety-check-locate-search = Dort suchen
safety-check-show = Zeigen

safety-check-title = Buch prüfen
safety-check-running = Alle Einträge und Bilder werden geprüft …
safety-check-fine = Alles in Ordnung: Jeder Eintrag ist lesbar, jedes Bild an seinem Platz.
safety-check-found =
    { $count ->
        [one] { $count } Sache ist nicht, wie sie sein soll
       *[other] { $count } Dinge sind nicht, wie sie sein sollen
    }
safety-check-again = Noch einmal prüfen
safety-check-mend-all = Reparieren, was geht
safety-check-locate = Suchen …
safety-check-locate-title = Das Bild suchen
safety-check-located = Das Bild ist wieder an seinem Platz.
safety-check-unused =
    { $count ->
        [one] { $count } Bild gehört zu keiner Karte
       *[other] { $count } Bilder gehören zu keiner Karte
    }
safety-check-unused-more = Sie kommen in einen Ordner bei den früheren Ständen und bleiben dort dreißig Tage.
safety-check-unused-move = Weglegen

## Leaving a sheet with something typed into it

safety-typed-title = Da ist noch etwas Eingetipptes
safety-typed-body = Es steht noch nicht im Buch und ginge verloren.
safety-typed-stay = Weiterschreiben
safety-typed-discard = Verwerfen
