# Bilder hereinholen: was damit nicht stimmen kann und was dann zu tun ist.
# file: Name der Datei. limit: ganze Megabyte oder Megapixel. format: JPEG, PNG, …

import-scan-empty = „{ $file }“ ist leer. Nichts wurde hinzugefügt, die Datei ist unverändert. Die Karte erneut scannen oder kopieren.
import-scan-not-an-image = { $kind ->
    [pdf] „{ $file }“ ist ein PDF und kein Bild. Nichts wurde hinzugefügt, die Datei ist unverändert. Die Seite als PNG oder JPEG speichern und dieses hinzufügen.
    [heic] „{ $file }“ ist ein HEIC-Foto, das hier nicht gelesen werden kann. Nichts wurde hinzugefügt, die Datei ist unverändert. Als JPEG speichern und dieses hinzufügen; auf dem iPhone unter Kamera > Formate „Maximale Kompatibilität“ wählen.
    [vcard] „{ $file }“ enthält Kontakte und kein Bild. Nichts wurde hinzugefügt, die Datei ist unverändert. Stattdessen als Kontakte importieren.
    [film] „{ $file }“ ist ein Film und kein Bild. Nichts wurde hinzugefügt, die Datei ist unverändert. Die Karte fotografieren und das Foto hinzufügen.
    [archive] „{ $file }“ ist ein gepacktes Archiv und kein Bild. Nichts wurde hinzugefügt, die Datei ist unverändert. Entpacken und die Bilder darin hinzufügen.
    [text] „{ $file }“ enthält Text und kein Bild. Nichts wurde hinzugefügt, die Datei ist unverändert. Eine Datei in JPEG, PNG, WebP, TIFF, BMP oder GIF wählen.
   *[other] „{ $file }“ ist kein Bild, das hier gelesen werden kann. Nichts wurde hinzugefügt, die Datei ist unverändert. Als JPEG oder PNG speichern und dieses hinzufügen.
}
import-scan-too-many-bytes = „{ $file }“ ist größer als { $limit } MB. Nichts wurde hinzugefügt, die Datei ist unverändert. Kleiner speichern, etwa als JPEG, und diese Datei hinzufügen.
import-scan-too-many-pixels = „{ $file }“ hat { $width } × { $height } Pixel, mehr als sich anzeigen lässt (bis { $limit } Megapixel). Nichts wurde hinzugefügt, die Datei ist unverändert. Mit geringerer Auflösung scannen; 600 dpi reichen gut aus.
import-scan-no-pixels = „{ $file }“ enthält ein Bild ohne Bildpunkte. Nichts wurde hinzugefügt, die Datei ist unverändert. Die Karte erneut scannen.
import-scan-truncated = „{ $file }“ endet mitten im Bild, wie nach einer abgebrochenen Kopie oder Übertragung. Nichts wurde hinzugefügt, die Datei ist unverändert. Von der Quelle erneut kopieren.
import-scan-unsupported = „{ $file }“ ist eine Art von { $format }, die hier nicht gelesen werden kann. Nichts wurde hinzugefügt, die Datei ist unverändert. Neu als JPEG oder PNG speichern und dieses hinzufügen.
import-scan-unreadable = „{ $file }“ ist beschädigt und lässt sich nicht anzeigen ({ $format }). Nichts wurde hinzugefügt, die Datei ist unverändert. Von der Quelle erneut kopieren oder die Karte erneut scannen.

import-file-not-found = „{ $file }“ ist nicht mehr da. Nichts wurde hinzugefügt. Prüfen, ob die Datei verschoben wurde, und sie erneut wählen.
import-file-not-a-file = „{ $file }“ ist keine lesbare Datei. Nichts wurde hinzugefügt. Ein Bild oder einen Ordner mit Bildern wählen.
import-file-no-permission = „{ $file }“ darf mit diesem Benutzerkonto nicht gelesen werden. Nichts wurde hinzugefügt, die Datei ist unverändert. Das Lesen erlauben oder die Datei an einen anderen Ort kopieren und es erneut versuchen.
import-file-read = „{ $file }“ konnte nicht gelesen werden: { $reason }. Nichts wurde hinzugefügt, die Datei ist unverändert. Es erneut versuchen oder die Datei zuerst auf diesen Computer kopieren.
import-folder-too-many = „{ $file }“ enthält mehr als { $limit } Bilder. Die ersten { $limit } wurden übernommen. Die übrigen aus den Unterordnern hinzufügen.

## The panel

import-panel-title = { $count ->
    [one] { $count } Scan wird übernommen
   *[other] { $count } Scans werden übernommen
}
import-problems-title = { $count ->
    [one] { $count } Scan wurde nicht übernommen
   *[other] { $count } Scans wurden nicht übernommen
}
import-reading = Die Dateien werden durchgesehen
import-pasted = Eingefügtes Bild

import-left-out = { $count ->
    [one] { $count } Scan wurde nicht übernommen. Zum Hinzufügen noch einmal ablegen.
   *[other] { $count } Scans wurden nicht übernommen. Zum Hinzufügen noch einmal ablegen.
}
