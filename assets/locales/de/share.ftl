# Was für wen hinaus darf: das eine Tor, Kreise, die Ansicht eines Kreises.

share-line = { $what }: { $value }
share-nameless = Ein Kontakt
share-kind-name = Name
share-kind-nickname = Spitzname
share-kind-organization = Organisation
share-kind-city = Ort
share-kind-website = Website
share-kind-title = Position
share-kind-department = Abteilung
share-kind-expertise = Fachgebiet
share-kind-problem = Löst
share-kind-offer = Bietet
share-kind-language = Sprache
share-kind-comment = Kommentar
share-kind-mail = E-Mail
share-kind-phone = Telefon
share-kind-link = Link
share-kind-handle = Name in einem Messenger
share-kind-address = Adresse
share-kind-somebody = Der Name von jemand anderem
share-kind-life = Etwas aus dem Leben der Person
share-kind-birthday = Geburtstag
share-kind-home = Zuhause
share-kind-people = Familie und Menschen
share-kind-enjoys = Mag
share-kind-interest = Interesse
share-kind-hobby = Hobby
share-kind-avoids = Meidet
share-kind-gifts = Geschenke
share-kind-starters = Gesprächseinstieg
share-kind-impression = Eindruck
share-kind-private = Wird nie geteilt
share-kind-typed = { $what }, in einen Text getippt
share-group-name = Name
share-group-organization = Organisation
share-group-title = Position
share-group-expertise = Fachgebiet
share-group-comment = Kommentar
share-group-business = Geschäftliche E-Mail und Telefon
share-group-private = Private E-Mail und Telefon
share-group-address = Adresse
share-group-birthday = Geburtstag
share-group-human = Menschliche Seite
share-group-impression = Eindruck
share-groups-seen = Zu sehen: { $groups }
share-groups-kept = Zurückgehalten: { $groups }
share-groups-none = nichts
share-for-whom = Für wen
share-for-me = Nur für mich: alles
share-for-me-hint = Private Notizen, Eindrücke und Bilder sind dabei. Nicht weitergeben.
share-for-circle = Für den Kreis { $name }
share-for-seen = Das Buch wird wie von diesem Kreis gesehen und daher für ihn exportiert.
share-export-title = { $what } exportieren
share-export-events = Andere bekommen Titel, Tag, Ort und Link der Veranstaltungen. Wer dort war, Ziele und Notizen bleiben hier.
share-export-pictures = Bilder zeigen alles, was darauf gedruckt ist, und bleiben hier.
share-export-network = Andere bekommen die Personen, die sie sehen dürfen. Wer wen kennt und wo sie stehen, bleibt hier.
share-see-title = Mein Buch wie ein Kreis sehen
share-see-action = Mit den Augen dieses Kreises sehen
share-see-hint = Die Karten zeigen dann, was die Leute des Kreises sehen dürfen, und nichts lässt sich ändern.
share-see-no-circle = Ein Kreis sagt, was seine Leute von anderen sehen dürfen.
share-no-circles = Noch keine Kreise
share-see-banner = Ihr Buch, wie der Kreis { $name } es sähe
share-see-waiting = Wird ermittelt …
share-see-leave = Verlassen (Esc)
share-see-person = Was { $name } sieht
share-see-person-nothing = Nichts, außer dass es jemanden gibt.
share-see-not-shown = Nur die Karten sind so zu sehen, wie der Kreis { $name } sie sähe. Erst diese Ansicht verlassen.
share-see-refused = Nur zum Ansehen: Zum Ändern zurück zu Ihrem Buch gehen.
share-see-after-saving = Erst speichern, was der Kreis sehen darf.
share-circle-taken = Einen Kreis mit diesem Namen gibt es schon.
share-delete-action = Kreis löschen …
share-circle-sees = Was dieser Kreis sehen darf
share-circle-sees-hint = Von allen, die in einem Kreis sind. Von Personen ohne Kreis werden nur Name und Ihr Kommentar geteilt.
share-lint-working = Es wird zusammengestellt, was damit sichtbar würde …
share-lint-question = Möchten Sie das öffentlich haben? { $group }
share-lint-none = Noch gibt es keinen solchen Text. Was Sie später schreiben, wäre zu sehen.
share-lint-keep = Privat lassen
share-lint-open = Sichtbar machen
share-lint-answer = Erst die Frage beantworten.
share-preview-title = { $who } sähe von { $subject }
share-preview-nothing = Nichts
share-somebody = Jemand aus diesem Kreis
share-alone = In keinem Kreis: Es wird so wenig wie möglich geteilt.
share-kept = Zurückgehalten
share-kept-private = Notizen, Bedarf, Recherchen und Bilder, immer
share-delete-question = Kreis { $name } löschen?
share-delete-hint = Seine Leute bleiben im Buch. Rückgängig bringt den Kreis mit allen darin zurück.
share-delete-nobody = Niemand sieht ohne { $name } weniger.
share-delete-lose = Nicht mehr zu sehen wäre { $groups } für: { $names }
share-delete-alone = In keinem Kreis mehr, sodass so wenig wie möglich von ihnen geteilt wird: { $names }
share-cli-done = { $file } für { $whom } geschrieben
share-cli-withheld = Für { $whom } zurückgehalten: { $kinds }
share-cli-whom = Angeben, für wen: --circle NAME oder --to KONTAKT.
share-cli-unknown = Es gibt keinen Kreis „{ $name }“. Die Kreise sind:
share-cli-ambiguous = Mehrere Kreise heißen „{ $name }“; einen mit der Id nennen:
share-cli-leaks = Der Kommentar würde verraten: { $found }. Es wurde nichts geschrieben; --withhold lässt es weg.
share-cli-for-me = Für Sie selbst: alles, auch private Notizen. Für andere --for KREIS.
share-export-alone =
    { $count ->
        [one] { $count } Person ist in keinem Kreis: Nur der Name wird geteilt.
       *[other] { $count } Personen sind in keinem Kreis: Nur ihre Namen werden geteilt.
    }
share-lint-more =
    { $count ->
        [one] und { $count } weiterer Text
       *[other] und { $count } weitere Texte
    }
share-lint-leaks =
    { $count ->
        [one] { $count } Adresse, Nummer oder Name in diesen Texten würde weggelassen.
       *[other] { $count } Adressen, Nummern und Namen in diesen Texten würden weggelassen.
    }
share-and-more =
    { $count ->
        [one] { $count } weitere Person
       *[other] { $count } weitere
    }
share-lint-texts =
    Für { $who } zu sehen: { $texts ->
        [one] { $texts } Text
       *[other] { $texts } Texte
    } über { $people ->
        [one] { $people } Person
       *[other] { $people } Personen
    }.
share-see-details =
    { $people ->
        [one] { $people } Person
       *[other] { $people } Personen
    } · { $kept ->
        [one] { $kept } Angabe zurückgehalten
       *[other] { $kept } Angaben zurückgehalten
    } · { $left ->
        [0] niemand ausgelassen
        [one] { $left } Person ausgelassen
       *[other] { $left } Personen ausgelassen
    }
share-cli-export =
    Für { $whom }: { $kept ->
        [one] { $kept } Angabe zurückgehalten
       *[other] { $kept } Angaben zurückgehalten
    }, { $left ->
        [one] { $left } Person ausgelassen
       *[other] { $left } Personen ausgelassen
    }.
share-cli-look = Sehen Sie das Bild an, bevor Sie es weitergeben: Blasser oder unscharfer Druck wird nicht immer gefunden.
share-cli-png-out = Mit --out angeben, wohin das Bild kommt.
share-cli-no-card = Es gibt kein Bild einer Karte.
share-cli-unreadable = Das Bild der Karte lässt sich nicht lesen: { $why }
