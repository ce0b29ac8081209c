### Zwei Einträge einer Person: gefunden, nebeneinander gezeigt, vereint oder getrennt.
duplicates-undo-merge = { $away } mit { $keep } vereinen
duplicates-undo-merge-one = die beiden Einträge von { $name } vereinen
duplicates-undo-apart = { $a } und { $b } auseinanderhalten
duplicates-undo-perhaps = { $a } und { $b } wieder vergleichen
duplicates-title = Doppelte Einträge
duplicates-action = Doppelte Einträge suchen
duplicates-merge-with-menu = Vereinen mit…
duplicates-merge-with-title = Mit einem anderen Eintrag vereinen
# $name is the person for whom another record is looked for.
duplicates-merge-with = { $name } ist dieselbe Person wie
duplicates-looking = Suche nach Personen, die doppelt im Buch stehen
duplicates-people =
    { $count ->
        [one] Eine Person wurde angesehen
       *[other] { $count } Personen wurden angesehen
    }
duplicates-none = Niemand scheint doppelt im Buch zu stehen
duplicates-none-more = Namen, Adressen, Nummern, Firmen und Links wurden verglichen.
duplicates-nobody-like = Niemand sonst sieht wie diese Person aus
duplicates-nobody-like-more = Wählen Sie links den anderen Eintrag.
duplicates-pairs =
    { $count ->
        [0] Keine verdächtigen Paare
        [one] Ein verdächtiges Paar
       *[other] { $count } verdächtige Paare
    }
# A pair belongs to a group of records that may all be one person.
duplicates-group = einer von { $count } Einträgen
duplicates-perhaps = Vielleicht
duplicates-likely = Wahrscheinlich
duplicates-very-likely = Sehr wahrscheinlich
# $against are reasons against the suspicion.
duplicates-reasons-but = { $reasons } – aber { $against }
duplicates-why-merged-before = schon vereint und gleichzeitig anderswo geändert
duplicates-why-same-email = gleiche E-Mail-Adresse
duplicates-why-same-link = gleicher Link
duplicates-why-same-name = gleicher Name
duplicates-why-other-writing = gleicher Name in anderer Schreibung
duplicates-why-swapped-name = Vor- und Nachname vertauscht
duplicates-why-short-name = Spitzname oder Kurzform
duplicates-why-one-letter = ein Buchstabe im Namen anders
duplicates-why-initial = Anfangsbuchstabe passt
duplicates-why-one-name-only = nur ein Name bekannt, der passt
duplicates-why-other-family = gleicher Vorname
duplicates-why-same-phone = gleiche Telefonnummer
duplicates-why-same-birthday = gleicher Geburtstag
duplicates-why-same-company = gleiche Firma
duplicates-why-same-former-company = in derselben Firma gearbeitet
duplicates-why-same-address = gleiche Postadresse
duplicates-why-shared-email = gleiches Sammelpostfach
duplicates-why-shared-phone = gleiche Zentrale
duplicates-why-common-name = der Name ist hier häufig
duplicates-why-other-birthday = an einem anderen Tag geboren
duplicates-why-other-suffix = Junior und Senior
duplicates-why-other-given = anderer Vorname
duplicates-why-other-name = anderer Name
duplicates-crowd-email = { $count } Personen haben die Adresse { $value }: deshalb nicht verglichen.
duplicates-crowd-phone = { $count } Personen haben die Nummer …{ $value }: deshalb nicht verglichen.
duplicates-crowd-link = { $count } Personen haben den Link { $value }: deshalb nicht verglichen.
duplicates-crowd-name = { $count } Personen heißen „{ $value }“: nur verglichen, wenn noch etwas übereinstimmt.
duplicates-crowds-more =
    { $count ->
        [one] Und noch eines.
       *[other] Und { $count } weitere.
    }
duplicates-stays = Bleibt
duplicates-is-joined = Kommt dazu
duplicates-swap = Den anderen Eintrag behalten
duplicates-figures =
    { $cards ->
        [one] Eine Karte
       *[other] { $cards } Karten
    } · { $encounters ->
        [one] eine Begegnung
       *[other] { $encounters } Begegnungen
    } · { $referrals ->
        [one] eine Empfehlung
       *[other] { $referrals } Empfehlungen
    }
duplicates-same-fields =
    { $count ->
        [one] Ein Feld ist gleich
       *[other] { $count } Felder sind gleich
    }
duplicates-take-left = links
duplicates-take-right = rechts
duplicates-take-both = Beide
duplicates-merge = Vereinen
duplicates-not-the-same = Nicht dieselbe Person
duplicates-keys = ← → Paar · ↑ ↓ Feld · 1 links, 2 rechts, 3 beide
duplicates-told-apart = Auseinandergehalten
duplicates-suspect-again = Wieder vergleichen
duplicates-other-names = Weitere Namen
duplicates-other-names-hint = Andere Schreibungen oder früherer Name; mehrere mit Semikolon
duplicates-cadence = alle { $ideal } bis { $latest } Tage
duplicates-perhaps-same = Vielleicht dieselbe Person wie { $name }: { $reasons }
# $what is a step as in the undo menu.
duplicates-cli-done = Erledigt: { $what }
duplicates-settings-hint = Sucht Personen, die doppelt im Buch stehen.
