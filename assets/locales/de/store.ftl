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
