### Netzwerke als Dateien: Bilder und Dateien anderer Programme, hinaus und herein.

## Export

graphs-export-action = Netzwerk exportieren …
graphs-export-title = Netzwerk exportieren
graphs-export-what = Was
graphs-export-view = Was die Ansicht zeigt
graphs-export-whole = Alle
graphs-export-as = Als
graphs-export-svg-hint = Linien und Schrift für den Druck und für Zeichenprogramme.
graphs-export-png-hint = Ein Bild für Folien und Nachrichten.
graphs-export-graphml-hint = Für yEd, networkx, Gephi. Kommt unverändert nach Cardloom zurück.
graphs-export-gexf-hint = Für Gephi, mit Plätzen, Farben und Tagen. Kommt unverändert nach Cardloom zurück.
graphs-export-dot-hint = Für Graphviz, mit Plätzen.
graphs-export-edges-hint = Eine Tabelle der Verbindungen für Tabellenprogramme und Kumu. Wer keine Verbindung hat, fehlt darin.
graphs-export-json-hint = Node-Link-JSON für networkx und Webseiten.
graphs-export-page = Papier
graphs-export-letters = Schrift
graphs-export-letters-text = Als Text
graphs-export-letters-outlines = Als Umrisse
graphs-export-letters-hint = Umrisse sehen überall gleich aus und werden ohne Schriftart zum PDF; Text lässt sich suchen und ändern.
graphs-export-legend = Legende
graphs-export-reach = Auch E-Mail-Adressen und Telefonnummern
graphs-export-reach-hint = Namen, Organisationen, Kreise und Schlagwörter stehen immer darin. Adressen und Nummern in Notizen werden ausgelassen.
graphs-export-picture-hint = Namen und Kreise stehen darin, Adressen und Nummern nicht.
graphs-export-go = Exportieren …
graphs-export-kind = Netzwerk als { $format }
graphs-export-file = netzwerk

## Auf einem Bild

graphs-picture = Netzwerk, { $day }
graphs-picture-of = Netzwerk von { $name }, { $day }
graphs-picture-too-large = Das Bild hätte { $width } × { $height } Pixel, und das sind zu viele. Nimm kleineres Papier oder weniger Pixel je Zoll. Es wurde nichts geschrieben.
graphs-picture-failed = Das Bild ließ sich nicht herstellen: { $detail }. Es wurde nichts geschrieben.

## Netzwerke übernehmen

graphs-undo-take-in = ein Netzwerk übernehmen ({ $people }, { $ties })
graphs-import-action = Netzwerkdatei übernehmen …
graphs-import-title = Netzwerkdatei wählen
graphs-import-kind = Netzwerkdateien
graphs-import-from = Netzwerk aus { $file } übernehmen
graphs-import-hint = Geschrieben wird erst, wenn du den Knopf drückst; einmal Rückgängig nimmt alles zurück.
graphs-import-new = Neue Personen
graphs-import-known = Schon im Buch
graphs-import-ties = Neue Verbindungen
graphs-import-work = Arbeitsstellen
graphs-import-left = Ausgelassen
graphs-import-same = Am Namen erkannt. Nimm den Haken weg, wo es jemand anders ist.
graphs-import-same-id = An der Kennung erkannt, denn die Datei ist von Cardloom. Nimm den Haken weg, wo es jemand anders ist.
graphs-import-is = { $name } ist { $person }
graphs-import-some-new = Einige von denen, die neu wären
graphs-import-places = Personen dorthin stellen, wo sie in der Datei stehen
graphs-import-notes = Was ausgelassen wird, und warum
graphs-import-take =
    { $people ->
        [one] { $people } Person übernehmen
       *[other] { $people } Personen übernehmen
    }
graphs-import-take-ties = Übernehmen
graphs-import-nothing = { $file }: Alles darin steht schon im Buch, oder nichts davon lässt sich übernehmen.
graphs-import-one = Nur { $file } wurde gelesen. Übernimm die anderen nacheinander.
graphs-reading = Netzwerk wird gelesen
graphs-taking-in = Netzwerk wird übernommen

## Über eine Datei.

graphs-in = { $file }: { $words }
graphs-first = (zuerst in Zeile { $line })
graphs-guessed = { $file }: Die Datei nennt ihren Zeichensatz nicht; sie wurde als { $charset } gelesen. Sehen Namen falsch aus, speichere sie als UTF-8 und übernimm sie noch einmal.
graphs-endless =
    { $count ->
        [one] { $count } Verbindung endet bei jemandem, der nicht in der Datei steht { $first }, und wurde ausgelassen. Trage die Person dort ein, um sie zu behalten.
       *[other] { $count } Verbindungen enden bei jemandem, der nicht in der Datei steht { $first }, und wurden ausgelassen. Trage die Personen dort ein, um sie zu behalten.
    }
graphs-loops =
    { $count ->
        [one] { $count } Verbindung einer Person mit sich selbst { $first } wurde ausgelassen.
       *[other] { $count } Verbindungen einer Person mit sich selbst { $first } wurden ausgelassen.
    }
graphs-duplicates =
    { $count ->
        [one] { $count } Verbindung steht doppelt da { $first }; sie zählt einmal.
       *[other] { $count } Verbindungen stehen doppelt da { $first }; sie zählen einmal.
    }
graphs-hyperedges =
    { $count ->
        [one] { $count } Verbindung zwischen mehr als zweien { $first } wurde ausgelassen. Schreibe sie als Verbindungen von zweien.
       *[other] { $count } Verbindungen zwischen mehr als zweien { $first } wurden ausgelassen. Schreibe sie als Verbindungen von zweien.
    }
graphs-nameless =
    { $count ->
        [one] { $count } Eintrag ohne Namen oder ohne beide Enden { $first } wurde ausgelassen.
       *[other] { $count } Einträge ohne Namen oder ohne beide Enden { $first } wurden ausgelassen.
    }
graphs-places =
    { $count ->
        [one] { $count } Koordinate ist keine Zahl { $first }; wem sie gehört, der bekommt einen anderen Platz.
       *[other] { $count } Koordinaten sind keine Zahlen { $first }; wem sie gehören, der bekommt einen anderen Platz.
    }
graphs-days =
    { $count ->
        [one] { $count } Tag ließ sich nicht lesen { $first } und wurde ausgelassen. Schreibe ihn wie 2025-05-31.
       *[other] { $count } Tage ließen sich nicht lesen { $first } und wurden ausgelassen. Schreibe sie wie 2025-05-31.
    }
graphs-known =
    { $count ->
        [one] { $count } Verbindung steht schon im Buch.
       *[other] { $count } Verbindungen stehen schon im Buch.
    }
graphs-with-me =
    { $count ->
        [one] { $count } Verbindung mit dir wurde ausgelassen: Deine eigenen ergeben sich aus Karten und Begegnungen.
       *[other] { $count } Verbindungen mit dir wurden ausgelassen: Deine eigenen ergeben sich aus Karten und Begegnungen.
    }
graphs-derived =
    { $count ->
        [one] { $count } Linie für eine gemeinsame Veranstaltung, Organisation oder Begegnung wurde ausgelassen: Sie ergibt sich aus den Einträgen des Buchs.
       *[other] { $count } Linien für gemeinsame Veranstaltungen, Organisationen oder Begegnungen wurden ausgelassen: Sie ergeben sich aus den Einträgen des Buchs.
    }
graphs-pointless =
    { $count ->
        [one] { $count } Verbindung verbindet niemanden mit jemand anderem oder zwei Organisationen und wurde ausgelassen.
       *[other] { $count } Verbindungen verbinden niemanden mit jemand anderem oder zwei Organisationen und wurden ausgelassen.
    }
graphs-ambiguous =
    { $count ->
        [one] { $count } Name gehört mehreren Personen im Buch; die Person kommt als neue herein. Vereine sie danach unter „Personen, die doppelt im Buch sein könnten“.
       *[other] { $count } Namen gehören mehreren Personen im Buch; diese kommen als neue herein. Vereine sie danach unter „Personen, die doppelt im Buch sein könnten“.
    }
graphs-too-large = { $file } ist größer als { $limit } MB. Es wurde nichts übernommen. Filtere das Netzwerk im anderen Programm und exportiere einen Teil.
graphs-empty = { $file } ist leer. Es wurde nichts übernommen. Exportiere die Datei noch einmal.
graphs-packed = { $file } ist gepackt (ein Archiv oder eine Tabellenkalkulation). Es wurde nichts übernommen. Packe sie aus oder speichere die Tabelle als CSV und übernimm diese.
graphs-not-a-network = { $file } enthält kein Netzwerk, das Cardloom lesen kann: GraphML, GEXF, DOT, GML, JSON mit nodes und links oder eine Tabelle von Verbindungen. Es wurde nichts übernommen.
graphs-no-ends = { $file } ist eine Tabelle (CSV), aber kein Netzwerk: Die erste Zeile nennt keine Spalten „source“ und „target“ (oder „von“ und „nach“). Es wurde nichts übernommen. Benenne sie so und übernimm die Datei noch einmal; Listen von Personen lassen sich noch nicht übernehmen.
graphs-too-many-nodes = { $file } hat mehr als { $limit } Personen. Es wurde nichts übernommen. Filtere das Netzwerk im anderen Programm und exportiere einen Teil.
graphs-too-many-edges = { $file } hat mehr als { $limit } Verbindungen. Es wurde nichts übernommen. Filtere das Netzwerk im anderen Programm und exportiere einen Teil.
graphs-broken = { $file }, Zeile { $line }: Das ist kein { $form } mehr. Es wurde nichts übernommen. Vielleicht ist die Datei abgeschnitten; exportiere sie noch einmal.
graphs-entities = { $file }, Zeile { $line }: Die Datei erklärt eigene Entitäten, mit denen eine kleine Datei endlos werden kann. Es wurde nichts übernommen. Exportiere sie noch einmal aus dem Programm, das sie gemacht hat.
graphs-too-deep = { $file }, Zeile { $line }: zu tief geschachtelt für ein Netzwerk. Es wurde nichts übernommen.
graphs-charset = { $file } nennt als Zeichensatz „{ $charset }“, der nicht bekannt ist. Es wurde nichts übernommen. Speichere die Datei als UTF-8.

## Kommandozeile

graphs-cli-done = { $file }: { $people } neu, { $known } schon im Buch, { $ties } hinzugefügt.
graphs-cli-would = { $file }: { $people } neu, { $known } schon im Buch, { $ties } würden hinzugefügt. Es wurde nichts geschrieben.
graphs-cli-only = { $option } gilt für { $formats }. Es wurde nichts geschrieben.
graphs-cli-page = „{ $text }“ ist keine Papiergröße. Schreibe a4, a3, a2, letter, tabloid oder Breite mal Höhe in Millimetern wie 400x300.
graphs-cli-dpi = So viele Pixel je Zoll gehen nicht. Nimm 20 bis 1.200.
