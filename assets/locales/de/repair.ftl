# Prüfen und reparieren: was mit einem Buch nicht stimmt und was daraus wurde. Je eine Zeile.

repair-line = Zeile { $line }: { $what }
repair-altered = Die Prüfsumme passt nicht: Die Datei wurde nach dem Speichern verändert oder ist beschädigt.
repair-no-checksum = Die Datei hat keine Prüfsumme: Sie wurde von Hand bearbeitet. Das nächste Speichern ergänzt sie.
repair-unreadable = Ein Eintrag ist nicht lesbar. { $why } Er beginnt mit „{ $excerpt }“.
repair-cut-off = Die Datei endet hier mittendrin.
repair-not-a-record = Das ist kein Eintrag.
repair-nothing-readable = In der Datei ist nichts lesbar.
repair-dangling = „{ $name }“ nennt etwas, das nicht im Buch steht ({ $id }).
repair-dangling-unnamed = Es wird etwas genannt, das nicht im Buch steht ({ $id }).
repair-same = „{ $name }“ ist mit derselben Person verbunden.
repair-same-unnamed = Eine Person kommt in einer Verbindung zweimal vor.
repair-ring = Diese sind gegenseitig Teile voneinander: { $names }.
repair-picture-missing = Das Bild { $file } fehlt.
repair-picture-empty = Das Bild { $file } ist leer.
repair-picture-other-size = Das Bild { $file } hat eine andere Größe als beim Hinzufügen.
repair-picture-other-content = Das Bild { $file } ist beschädigt: Sein Inhalt ist nicht der hinzugefügte.
repair-picture-not-a-file = An der Stelle des Bildes { $file } steht etwas, das keine Datei ist.
repair-picture-unreadable = Das Bild { $file } ist nicht lesbar.
repair-picture-of = { $what } Es gehört zu { $names }.
repair-picture-copy = { $what } Eine unversehrte Kopie wurde gefunden: { $file }.
repair-unused = Das Bild { $file } ({ $size } kB) wird in diesem Buch nicht verwendet.
repair-leftover = { $file } ist von einem abgebrochenen Speichern übrig.
repair-backup = Der ältere Stand { $file } ist nicht lesbar.
repair-conflict-copy = { $file } hat ein anderes Programm dort abgelegt, weil zwei Computer das Buch geändert hatten. Die Kopie lässt sich im Fenster zusammenführen.

## Was daraus wurde

repair-mended = { $what } Behoben.
repair-put-away =
    { $count ->
        [one] { $count } unbenutztes Bild wurde nach { $folder } verschoben.
       *[other] { $count } unbenutzte Bilder wurden nach { $folder } verschoben.
    }
repair-original = Die Datei, wie sie war, ist aufbewahrt: { $file }
repair-aside = Was nicht lesbar war, steht in { $file }
repair-brought-back =
    { $count ->
        [one] { $count } Eintrag wurde aus einem älteren Stand zurückgeholt.
       *[other] { $count } Einträge wurden aus älteren Ständen zurückgeholt.
    }
repair-salvaged =
    { $count ->
        [one] { $count } Eintrag war lesbar.
       *[other] { $count } Einträge waren lesbar.
    }
repair-lost =
    { $count ->
        [one] { $count } Teil war nicht lesbar und ist in einer eigenen Datei aufbewahrt.
       *[other] { $count } Teile waren nicht lesbar und sind in einer eigenen Datei aufbewahrt.
    }

## Warum nichts geschah

repair-stopped = Der Vorgang wurde angehalten; nichts wurde geändert.
repair-nothing-left = In { $file } ist nichts lesbar, also gibt es nichts zu reparieren. Die Datei blieb, wie sie ist.
repair-newest-backup = In { $file } ist nichts lesbar, also gibt es nichts zu reparieren. Die Datei blieb, wie sie ist. Der neueste ältere Stand ist { $backup }.
repair-not-writable = { $file } lässt sich nicht reparieren, solange die Datei anderswo geöffnet oder schreibgeschützt ist. Nichts wurde geändert.
