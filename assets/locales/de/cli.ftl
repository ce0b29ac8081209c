
## Choosing book and command

cli-no-default-book = Dieses Konto hat keinen Benutzerordner. Ein Buch mit --book angeben.
cli-book-lost = Die Datei { $file } gibt es nicht, aber frühere Stände dieses Buchs liegen daneben. Es wurde nichts neu begonnen. Um dort weiterzumachen, { $newest } unter diesen Namen kopieren oder das Buch im Fenster öffnen, das alle Stände anbietet. Für ein anderes Buch mit --book eine andere Datei nennen.
cli-no-such-command = „{ $name }“ ist weder ein Befehl noch eine Datei. „cardloom --help“ zeigt die Befehle.
cli-book-and-command = Ein Buch vor einem Befehl wird nicht gelesen. Mit --book { $file } angeben.
cli-two-books = Zwei Bücher wurden angegeben. Nur eines von { $file } und { $other } angeben.
cli-no-window = Diese Fassung von Cardloom hat kein Fenster. „cardloom --help“ zeigt, was sie kann.
cli-date-unknown = „{ $text }“ ist kein Datum. Schreibweise: 2026-10-14.
cli-pictures-missing =
    { $count ->
        [one] { $count } Bild fehlt oder ist verändert.
       *[other] { $count } Bilder fehlen oder sind verändert.
    } „cardloom check“ zeigt, welche.
# $holder says who, such as mina@laptop, process 123.
cli-held = { $file } ist in einem anderen Cardloom geöffnet ({ $holder }). Es wurde nichts geändert. Bitte dort schließen und erneut versuchen.
cli-not-saved = Das Speichern dauert zu lange. Ob die Änderungen gespeichert sind, ist nicht bekannt. Datei: { $file }
cli-contact-unknown = Niemand im Buch heißt „{ $name }“.
cli-archive-already = { $name } ist schon im Archiv; es war nichts zu tun.
cli-archive-not = { $name } ist nicht im Archiv; es war nichts zu tun.
cli-contact-near = Niemand im Buch heißt „{ $name }“. Ähnlich heißen diese; nimm den Namen oder die Kennung von jemandem davon:
cli-contact-ambiguous = „{ $name }“ passt auf mehrere Personen. Die Kennung einer davon angeben:

## Demo

cli-demo-done = { $file }: { $people }, { $cards }, { $events }.

## Import. $file is the path as it was typed.

cli-import-added =
    { $count ->
        [one] { $count } Karte in den Stapel gelegt.
       *[other] { $count } Karten in den Stapel gelegt.
    }
cli-import-added-to =
    { $count ->
        [one] { $count } Karte für { $name } hinzugefügt.
       *[other] { $count } Karten für { $name } hinzugefügt.
    }
cli-import-event-added = Die Veranstaltung „{ $title }“ wurde ohne Datum hinzugefügt.
cli-import-already = „{ $file }“ ist schon eine Karte im Buch und wurde nicht noch einmal hinzugefügt.
cli-import-book = „{ $file }“: { $people }, { $cards }, insgesamt { $count } Einträge hinzugefügt.
cli-import-book-nothing = „{ $file }“: Alles daraus ist schon im Buch.
cli-import-own-book = „{ $file }“ ist das Buch selbst. Nichts wurde hinzugefügt.
cli-import-dangling =
    { $count ->
        [one] „{ $file }“ nennt { $count } Eintrag, der darin fehlt. Nichts daraus wurde hinzugefügt.
       *[other] „{ $file }“ nennt { $count } Einträge, die darin fehlen. Nichts daraus wurde hinzugefügt.
    } „cardloom check“ zeigt, welche.
cli-import-picture-missing = „{ $file }“: Das Bild { $picture } konnte nicht kopiert werden. Die Karte zeigt einen Platzhalter.
cli-import-vcard = „{ $file }“ ist eine vCard-Datei. Cardloom kann vCards noch nicht importieren. Nichts wurde hinzugefügt, die Datei ist unverändert.
cli-import-unknown = „{ $file }“ ist weder ein Bild noch ein Cardloom-Buch. Nichts wurde hinzugefügt, die Datei ist unverändert.
cli-import-folder-empty = „{ $file }“ enthält keine Bilder.
cli-import-refused =
    { $count ->
        [one] { $count } Datei wurde nicht importiert.
       *[other] { $count } Dateien wurden nicht importiert.
    }

## Export

cli-export-own-book = { $file } ist das Buch selbst. Eine andere Datei wählen; nichts wurde geschrieben.
cli-export-exists = Die Datei { $file } gibt es schon; sie wurde nicht überschrieben. Einen anderen Namen wählen oder --force angeben.
cli-export-done = { $people } nach { $file } geschrieben.
cli-export-picture-missing = Das Bild { $picture } konnte nicht kopiert werden.

## Search, show, due, check, render

cli-search-nothing = Nichts gefunden für „{ $words }“.
# $field is a field of the search as it is typed, such as circle or city.
cli-search-no-value = Nichts im Buch heißt im Feld { $field } „{ $value }“.
cli-searches-none = In diesem Buch ist keine Suche gespeichert.
cli-searches-unknown = Keine gespeicherte Suche heißt „{ $name }“. Gespeichert: { $names }
cli-due-nothing = Bis { $day } ist nichts fällig.
cli-due-ahead = Demnächst
cli-due-suggested = Vorschläge
cli-check-well = { $file } ist in Ordnung: { $people }, { $cards }, { $events }, insgesamt { $count } Einträge.
cli-check-problems =
    { $count ->
        [one] { $count } Problem gefunden; nichts wurde geändert.
       *[other] { $count } Probleme gefunden; nichts wurde geändert.
    }
cli-check-mended =
    { $count ->
        [one] { $count } Problem gefunden, davon behoben: { $mended }.
       *[other] { $count } Probleme gefunden, davon behoben: { $mended }.
    }
cli-check-can-mend = „cardloom check --repair“ behebt, was sich beheben lässt, und hebt die Datei auf, wie sie jetzt ist.
cli-render-view-unknown = Es gibt keine Ansicht „{ $name }“. Ansichten: { $names }
cli-render-nothing = „{ $name }“ ging nicht auf: Im Buch steht nichts, was dort zu sehen wäre.
cli-render-elsewhere = „{ $name }“ ging nicht auf: Das Buch lässt sich nur lesen, weil ein anderes Programm es geöffnet hat. Schließen Sie es dort, oder zeichnen Sie eine Kopie.
cli-render-size = Eine Seite des Bildes muss 1 bis 8192 Pixel haben.

## Encrypted books

cli-passphrase-prompt = Passphrase von { $file }:
cli-passphrase-new = Neue Passphrase für { $file }:
cli-passphrase-again = Noch einmal dieselbe:
cli-passphrase-differs = Die beiden Passphrasen sind verschieden; nichts wurde geändert.
cli-passphrase-how = Eine Datei mit der Passphrase angeben (--passphrase-file) oder { $variable } setzen.
cli-passphrase-file = Die Passphrasendatei { $file } ist nicht lesbar: { $detail }
cli-passphrase-terminal = Die Passphrase konnte nicht vom Terminal gelesen werden: { $detail }
## Merge

cli-merge-done =
    { $file }: { $added ->
        [one] { $added } Eintrag hinzugefügt
       *[other] { $added } Einträge hinzugefügt
    }, { $changed } geändert, { $removed } entfernt, { $kept } behalten, obwohl eine Seite sie entfernt hatte.
cli-merge-conflicts =
    { $count ->
        [one] { $count } Feld wurde auf beiden Seiten geändert. Beide Werte stehen im Buch; das Fenster fragt, welcher bleibt.
       *[other] { $count } Felder wurden auf beiden Seiten geändert. Beide Werte stehen im Buch; das Fenster fragt, welche bleiben.
    }
cli-merge-other-book = { $file } und { $other } sind verschiedene Bücher, nicht Kopien eines Buchs. „cardloom import“ nimmt eines auf. Nichts wurde geschrieben.

cli-export-csv-needs-events = Eine Tabelle enthält Veranstaltungen: --what events ergänzen.
cli-export-events-formats = Veranstaltungen werden als csv oder json geschrieben.
cli-prep-unknown = Es gibt keine Veranstaltung „{ $name }“.
cli-prep-ambiguous = Mehrere Veranstaltungen heißen „{ $name }“; die Id oder das Datum einer angeben:
cli-prep-done = Das Vorbereitungsblatt steht in { $file }. Es enthält private Notizen.
