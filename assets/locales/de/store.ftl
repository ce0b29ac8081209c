## Opening a book

store-untouched = Es wurde nichts geöffnet; die Datei ist unverändert.
store-not-found = Die Datei { $file } gibt es nicht. Vielleicht wurde sie verschoben oder umbenannt.
store-is-folder = { $file } ist ein Ordner. Bitte die Datei des Buchs darin wählen.
store-not-a-file = { $file } ist keine gewöhnliche Datei.
store-empty = { $file } ist leer. Vielleicht gibt es in einer Sicherung noch eine frühere Fassung.
store-not-a-book = { $file } ist kein Cardloom-Buch. Es handelt sich anscheinend um { $looks }.
store-syntax = { $file } hat einen Fehler in Zeile { $line }, Spalte { $column }: { $detail } Dort steht „{ $excerpt }“.
store-cut-off = { $file } bricht in Zeile { $line }, Spalte { $column } mittendrin ab. Bitte eine Kopie oder Sicherung versuchen.
# $lines is a list such as “12, 40”.
store-altered =
    { $file } wurde von einem anderen Programm geändert oder ist beschädigt: Die Prüfsumme passt nicht. { $count ->
        [one] Ein Eintrag ist noch lesbar.
       *[other] { $number } Einträge sind noch lesbar.
    } Das Reparieren übernimmt, was lesbar ist; eine Sicherung hat vielleicht alles. Nach dem Bearbeiten von Hand die letzte Zeile der Datei löschen.
store-altered-in-lines =
    { $file } wurde von einem anderen Programm geändert oder ist beschädigt: Die Prüfsumme passt nicht. Nicht lesbar: Zeile { $lines }. { $count ->
        [one] Ein Eintrag ist noch lesbar.
       *[other] { $number } Einträge sind noch lesbar.
    } Das Reparieren übernimmt, was lesbar ist; eine Sicherung hat vielleicht alles.
store-newer-version = { $file } stammt von einem neueren Cardloom (Format { $found }, hier lesbar bis { $supported }). Zum Öffnen bitte die neuere Version installieren.
store-too-large = { $file } hat { $size } MB. Geöffnet werden Bücher bis { $limit } MB.
store-denied = Das System erlaubt nicht, { $file } zu lesen. Bitte die Zugriffsrechte prüfen.
store-another-book = An der Stelle von { $file } liegt jetzt ein anderes Buch.
store-unreadable = { $file } ließ sich nicht lesen: { $detail }.

## What a file that is not a book looks like

store-looks-picture = ein Bild
store-looks-pdf = ein PDF-Dokument
store-looks-archive = ein Archiv oder Office-Dokument
store-looks-database = eine Datenbank
store-looks-json = eine JSON-Datei
store-looks-xml = eine XML- oder HTML-Datei
store-looks-vcard = eine vCard-Datei
store-looks-utf16 = einen Text in UTF-16; bitte als UTF-8 sichern und erneut versuchen
store-looks-zeros = den Rest nach einem Stromausfall: Die Datei enthält nur Nullbytes
store-looks-text = einen anderen Text
store-looks-binary = eine andere Art von Datei

## Mistakes inside a book

store-detail-parser = Der Text folgt nicht den Regeln ({ $words }).
store-detail-not-utf8 = Dort stehen Bytes, die kein UTF-8-Text sind.
store-detail-zero-bytes = Dort stehen Nullbytes; die Datei ist beschädigt.
store-detail-duplicate-id = Die Kennung { $id } steht schon in Zeile { $line }.
store-detail-nil-id = Ein Eintrag hat keine Kennung.
store-detail-ill-formed-attachment = Hash, Endung und Kennung des Bildes passen nicht zusammen.
store-detail-unknown-field = Das Feld „{ $field }“ ist dieser Version unbekannt und ginge verloren.
store-detail-not-finite = Eine Position ist keine Zahl.
store-detail-no-place = Es ist nicht bekannt, wozu diese Zeile gehört.
store-detail-no-such-version = Ein Format { $version } gibt es nicht.

## Notices about a book that was opened

store-missing-attachment = { $book }, Zeile { $line }: Das Bild { $file } fehlt. Die Karte zeigt einen Platzhalter; alles andere wurde geöffnet. Liegt die Datei wieder dort, ist das Bild wieder da.
store-changed-attachment = { $book }, Zeile { $line }: Das Bild { $file } ist nicht mehr das ursprüngliche.
store-dangling = { $book }, Zeile { $line }: Hier wird etwas genannt, das nicht im Buch ist ({ $id }). Alles andere wurde geöffnet.
store-unsigned = Die letzte Zeile von { $book } mit der Prüfsumme fehlt: Die Datei wurde von Hand bearbeitet. Alles wurde geöffnet; beim nächsten Speichern kommt die Zeile wieder hinzu.
store-missing-attachments =
    { $count ->
        [one] Ein Bild fehlt in { $folder }. Seine Karte zeigt einen Platzhalter; alles andere wurde geöffnet. Liegt die Datei wieder dort, ist das Bild wieder da.
       *[other] { $number } Bilder fehlen in { $folder }. Ihre Karten zeigen einen Platzhalter; alles andere wurde geöffnet. Liegen die Dateien wieder dort, sind die Bilder wieder da.
    }
store-changed-attachments =
    { $count ->
        [one] Ein Bild in { $folder } ist nicht mehr das ursprüngliche.
       *[other] { $number } Bilder in { $folder } sind nicht mehr die ursprünglichen.
    }
store-dangling-many =
    { $count ->
        [one] { $book } nennt etwas, das nicht darin ist. Alles andere wurde geöffnet.
       *[other] { $book } nennt { $number } Dinge, die nicht darin sind. Alles andere wurde geöffnet.
    }

## Saving

store-refused-read-only = Die Datei oder der Datenträger ist schreibgeschützt. Bitte den Schutz aufheben und noch einmal versuchen. Datei: { $file }
store-refused-denied = Das System erlaubt das Schreiben dort nicht. Bitte die Rechte prüfen und noch einmal versuchen. Datei: { $file }
store-save-kept = Die Änderungen sind noch da.
store-save-disk-full = Sichern nicht möglich: Der Datenträger ist voll. Bitte Platz schaffen und erneut sichern. Datei: { $file }
store-save-read-only = Sichern nicht möglich: Die Datei oder der Datenträger ist schreibgeschützt. Bitte den Schutz aufheben und erneut sichern. Datei: { $file }
store-save-denied = Sichern nicht möglich: Das System erlaubt dort kein Schreiben. Bitte die Zugriffsrechte prüfen und erneut sichern. Datei: { $file }
store-save-folder-missing = Sichern nicht möglich: Der Ordner ist nicht mehr da. Bitte wiederherstellen oder den Datenträger anschließen und erneut sichern. Datei: { $file }
store-save-exists = Eine Datei dieses Namens gibt es schon; sie wurde nicht überschrieben. Bitte einen anderen Namen wählen. Datei: { $file }
# $holder says who, such as mina@laptop, process 123.
store-save-held = Sichern nicht möglich: Ein anderes Cardloom hat das Buch zum Schreiben geöffnet ({ $holder }). Bitte dort schließen und erneut sichern. Datei: { $file }
store-save-unreadable = Sichern nicht möglich: Ein anderes Programm hat die Datei geändert, und ihr Inhalt ist nicht lesbar. Er wurde nicht überschrieben. Bitte anderswo eine Kopie sichern oder die Datei ersetzen; sie bleibt unter den Sicherungen erhalten. Datei: { $file }
store-save-internal = Sichern nicht möglich: Im Programm ist ein Fehler aufgetreten ({ $detail }). Datei: { $file }
store-save-other = Sichern nicht möglich: { $detail }. Datei: { $file }

## Encrypted books. The sentence about the untouched file follows where nothing was opened.

store-locked = { $file } ist verschlüsselt. Zum Öffnen die Passphrase eingeben.
store-wrong-passphrase = Das ist nicht die Passphrase von { $file }. Groß- und Kleinschreibung und die Tastaturbelegung prüfen.
# $why is one of the sentences below.
store-sealed = { $file } ist verschlüsselt und nicht lesbar. { $why }
store-sealed-damaged-key = Die ersten Zeilen mit dem Schlüssel sind beschädigt. Eine Sicherung oder eine andere Kopie hat dieselben Zeilen.
store-sealed-damaged = Der Inhalt ist beschädigt oder abgeschnitten. Eine Sicherung oder eine andere Kopie versuchen.
store-sealed-newer = Ein neueres Cardloom hat die Datei verschlüsselt. Zum Öffnen die neuere Version installieren.
store-sealed-work = Eine Passphrase zu prüfen würde sehr lange dauern; diese Datei stammt nicht von Cardloom.
store-sealed-other-key = Sie hat den Schlüssel eines anderen Buchs.
store-sealed-too-large = Sie ist größer, als geöffnet werden kann.
store-sealed-failed = Das System meldet: { $detail }.

## Turning encryption on and off

store-protect-forgotten = Eine vergessene Passphrase kann niemand wiederherstellen, und ohne sie kann niemand das Buch lesen. Am besten aufschreiben und sicher aufbewahren.
store-protect-visible = Sichtbar bleiben: Namen und Größen der Dateien, die Zahl der Bilder und wann sie sich geändert haben.
store-protect-traces = Bisher lesbare Dateien werden entfernt, aber ein Datenträger kann Spuren davon behalten. Kopien an anderen Orten bleiben, wie sie sind.
store-protect-short = Das ist kurz. Vier oder fünf Wörter ohne Zusammenhang sind leicht zu merken und schwer zu erraten.
store-protect-step-key = Schlüssel wird erzeugt …
store-protect-step-pictures = Bilder werden umgeschrieben: { $done } von { $total }
store-protect-step-book = Das Buch wird umgeschrieben …
store-protect-step-backups = Sicherungen werden umgeschrieben: { $done } von { $total }
store-protect-step-leftovers = Nicht mehr Benötigtes wird entfernt …
store-protected = Das Buch ist verschlüsselt. Zum Öffnen ist die Passphrase nötig.
store-unprotected = Das Buch ist nicht mehr verschlüsselt.
store-protect-kept =
    { $count ->
        [one] Eine Datei bleibt, wie sie war, weil ein anderes Buch sie braucht oder sie einen eigenen Schlüssel hat: { $file }
       *[other] { $number } Dateien bleiben, wie sie waren, weil andere Bücher sie brauchen oder sie eigene Schlüssel haben, zum Beispiel { $file }
    }
store-protect-unfinished = Nicht alle älteren Dateien konnten umgeschrieben werden; beim nächsten Öffnen wird es wieder versucht. { $why }
store-protect-wrong = Das ist nicht die bisherige Passphrase. Das Buch ist, wie es war.
store-protect-empty = Eine Passphrase eingeben. Das Buch ist, wie es war.
store-protect-already = Das Buch ist bereits verschlüsselt.
store-protect-not = Das Buch ist nicht verschlüsselt.
store-protect-read-only = Das Buch ist nur zum Lesen geöffnet und wurde nicht geändert.
store-protect-failed = Die Verschlüsselung ist fehlgeschlagen, das Buch ist, wie es war: { $detail }
