matching-interests = Interessen
matching-hobbies = Hobbys
matching-undo-capture = Notiz zu { $name }
matching-undo-not-a-fit = { $helper } als unpassend für { $name } merken
matching-undo-perhaps-a-fit = zurücknehmen, dass { $helper } nicht zu { $name } passt
matching-undo-synonyms = Wörter mit gleicher Bedeutung ändern
matching-needs = sucht
matching-could-use = könnte brauchen
matching-knows = kann
matching-solves = löst
matching-offers = bietet
matching-researched = recherchiert
matching-works-as = arbeitet als
matching-tagged = Schlagwort
matching-on-the-card = auf der Karte
matching-talked-about = im Gespräch
matching-notes-say = laut Notizen
matching-follows = interessiert sich für
matching-enjoys = mag
matching-says = { $helper } { $does } „{ $entry }“
matching-says-tag = { $helper } hat das Schlagwort „{ $entry }“
matching-says-card-back = auf der Karte von { $helper } steht „{ $entry }“
matching-says-talk = { $helper } sprach über „{ $entry }“
matching-says-note = in den Notizen über { $helper } steht „{ $entry }“
matching-why = Zu „{ $need }“ passt: { $says }.
matching-why-need = { $seeker } { $needs } „{ $need }“; { $says }.
matching-from-card-back = Steht auf der Kartenrückseite, { $day }
matching-from-encounter = Kam im Gespräch auf, { $day }
matching-from-research = Recherchiert, { $day }
matching-from-notes = Notiert, { $day }
matching-from-need = Bedarf notiert, { $day }
matching-from-work = In dieser Stelle seit { $day }
matching-from-card = Karte erhalten, { $day }
matching-has-it = Hat sie schon
matching-has-it-since = Hat sie schon, seit { $day }
matching-came-to-nothing = Wurde versucht, ohne Ergebnis
matching-came-to-nothing-on = Wurde versucht, ohne Ergebnis am { $day }
matching-considered = Steht schon auf Ihrer Liste
matching-under-way = Eine Vorstellung läuft schon
matching-knows-each-other = Die beiden kennen sich
matching-colleagues = Die beiden arbeiten im selben Unternehmen
matching-met-each-other = Die beiden haben sich am { $day } getroffen
matching-introduced-on = Die beiden wurden am { $day } einander vorgestellt
matching-marked-no-fit = Als unpassend gemerkt
matching-nobody-helps = Niemand in Ihrem Buch scheint helfen zu können.
matching-nobody-needs = Niemand in Ihrem Buch scheint diese Karte zu brauchen.
matching-cli-says-nothing = Daraus geht nicht hervor, was gesucht wird. Schreiben Sie ein paar Worte dazu.
matching-cli-who-needs = Wer { $name } braucht
matching-cli-who-helps = Wer bei „{ $need }“ helfen kann
matching-warmth = Wärme { $value } von 100
matching-not-a-fit = Passt nicht
matching-fits-after-all = Passt doch
matching-who-helps = Wer kann helfen?
matching-who-helps-action = Wer kann helfen bei …
matching-who-helps-with = Wer kann bei „{ $need }“ helfen?
matching-who-needs = Wer braucht { $name }?
matching-who-needs-action = Wer braucht diese Karte
matching-who-needs-how = Menschen aus Ihrem Buch, deren offener Bedarf zu dem passt, was diese Person kann.
matching-text = Was gebraucht wird
matching-text-hint = gedichtete Wälzlager, packaging, 資金調達 …
matching-text-how = Schreiben Sie, was jemand sucht, in einer der drei Sprachen. Alle werden danach verglichen, was sie können, lösen und bieten und was Sie über sie aufgeschrieben haben.
matching-reading = Liest, was alle können …
matching-nobody-needs-how = Halten Sie fest, was Menschen suchen und was diese Person kann: auf der Seite Wissen oder von überall mit Strg+J.
matching-nobody-helps-how = Versuchen Sie andere Wörter, oder ergänzen Sie in den Einstellungen Wörter mit gleicher Bedeutung.
matching-unfit =
    { $count ->
        [one] Ein Treffer als unpassend gemerkt
       *[other] { $count } Treffer als unpassend gemerkt
    }
matching-today-offer = Wen Sie vorstellen könnten
matching-today-title = Heute könnten Sie vorstellen
matching-tab = Treffer
matching-looking = Vergleicht, was gesucht wird, mit dem, was alle können …
matching-needs-met =
    { $total ->
        [one] Ein offener Bedarf: bei { $met } könnte jemand aus Ihrem Buch helfen.
       *[other] Bei { $met } von { $total } offenen Bedarfen könnte jemand aus Ihrem Buch helfen.
    }
matching-no-pairs = Gerade niemand vorzustellen
matching-no-pairs-how = Sobald das, was jemand sucht, zu dem passt, was jemand anderes kann, stehen beide hier.
matching-more =
    { $count ->
        [one] Noch ein Treffer
       *[other] { $count } weitere
    }
matching-fewer = Nur die ersten drei zeigen
matching-capture = Etwas über jemanden notieren
matching-capture-title = Was haben Sie erfahren?
matching-capture-save = Notieren
matching-words = In wenigen Worten
matching-words-needed = Schreiben Sie auf, was Sie erfahren haben
matching-day = Am
matching-noted = { $kind }, { $name }: { $text }
matching-kind-need = Sucht
matching-kind-expertise = Kann
matching-kind-offer = Bietet
matching-kind-problem = Löst
matching-kind-interest = Interesse
matching-kind-hobby = Hobby
matching-kind-research = Recherche
matching-hint-offer = Werksführungen, Seeversuche
matching-hint-problem = Lager, die rosten
matching-hint-leisure = Chor, Bouldern
matching-add-interest = Interesse hinzufügen
matching-add-hobby = Hobby hinzufügen
matching-interests-empty = Was verfolgt die Person?
matching-hobbies-empty = Was macht die Person in ihrer freien Zeit?
matching-synonyms = Wörter mit gleicher Bedeutung
matching-synonyms-how = Der Vergleich kennt rund dreihundert Gruppen solcher Wörter auf Deutsch, Englisch und Japanisch. Ergänzen Sie die Ihres Fachs, je Zeile eine Gruppe; sie gelten sofort.
matching-synonyms-line = Wörter einer Gruppe
matching-synonyms-hint = FTS, mobiler Roboter, 搬送ロボット
matching-synonyms-alone = Eine Gruppe braucht mindestens zwei Wörter, durch Kommas getrennt
matching-synonyms-add = Noch eine Gruppe
matching-synonyms-edit = Bearbeiten …
matching-synonyms-count =
    { $count ->
        [0] Noch keine eigenen
        [one] Eine eigene Gruppe
       *[other] { $count } eigene Gruppen
    }
matching-who-needs-offers = Wer braucht, was die Person kann
matching-who-has-needs = Wer hat, was die Person sucht
matching-all = Alle zeigen
matching-fewer-needs = Weniger zeigen
matching-show-more = Mehr zeigen
matching-ask = Fragen
matching-ask-of = { $name } fragen
matching-open-link = Quelle öffnen
matching-note-about = Etwas über { $name } notieren
matching-text-example = Verpackung ohne Plastik
