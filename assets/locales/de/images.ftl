## A picture whose file is lost

images-missing = Bild fehlt
images-altered = Bild verändert
images-unreadable = Bild nicht lesbar
images-find = Bild suchen …
images-find-title = Wo ist dieses Bild?
images-looking = Bild wird angesehen
images-found = Das Bild ist wieder da.
images-other-title = Das ist ein anderes Bild
# $file is the name of the file that was chosen.
images-other-words = „{ $file }“ enthält ein anderes Bild als das fehlende. Es kann an dessen Stelle treten; Rückgängig holt den alten Eintrag zurück.
images-other-use = Dieses Bild verwenden
images-other-choose = Andere Datei wählen
images-other-picture = Diese Datei enthält ein anderes Bild als das fehlende. Beenden Sie erst die Eingabe und wählen Sie sie dann noch einmal.
