
## The frame

inspector-close = Details schließen
inspector-tab-story = Verlauf
inspector-tab-knowledge = Wissen
inspector-tab-referrals = Empfehlungen
inspector-tab-person = Person
inspector-tab-details = Details
inspector-card-front = { $name }, Vorderseite der Karte
inspector-card-back = { $name }, Rückseite der Karte
inspector-card-of = Karte { $count } von { $total-count }
inspector-card-newer = Neuere Karte
inspector-card-older = Ältere Karte
inspector-archived-on = Archiviert am { $day }

## Quick actions

inspector-action-mail = Mail
inspector-action-call = Anruf
inspector-action-log = Notieren
inspector-action-pass-on = Weitergeben
inspector-action-introduce = Vorstellen
inspector-needs-second-person = Noch steht niemand sonst im Buch.
inspector-no-mail = Keine Mailadresse bekannt. Sie lässt sich unter „Details“ eintragen.
inspector-no-phone = Keine Telefonnummer bekannt. Sie lässt sich unter „Details“ eintragen.
inspector-menu-log = Begegnung notieren
inspector-menu-remind = Erinnerung hinzufügen
inspector-menu-review = Jetzt zurückblicken
inspector-menu-relationship = Beziehung hinzufügen
inspector-menu-network = Im Netzwerk zeigen
inspector-menu-delete = In den Papierkorb

## The back of the card

inspector-impression-hint = Wie war der erste Eindruck?
inspector-impression-later = Späteren Gedanken hinzufügen
inspector-received-on = Erhalten am
inspector-date-hint = zum Beispiel gestern
inspector-date-not-understood = Dieses Datum ist unklar. Zum Beispiel 14. Okt. oder 2026-10-14.
inspector-who-asked = Wer fragte
inspector-where = Wo sie ist

## The story

inspector-warmth = Wärme
inspector-warmth-none = Noch nichts
inspector-warmth-cold = Kalt
inspector-warmth-cool = Kühl
inspector-warmth-warm = Warm
inspector-warmth-close = Eng
inspector-warmth-rising = { $label }, steigend
inspector-warmth-falling = { $label }, sinkend
inspector-warmth-explained = Jede Begegnung, Karte und Vorstellung gibt Punkte. Alle 90 Tage halbieren sie sich. Heute zählt am meisten:
inspector-warmth-part = { $left } von { $points } Punkten übrig
inspector-warmth-today = Wärme heute
inspector-warmth-of-hundred = { $value } von 100
inspector-warmth-points = Übrige Punkte
inspector-warmth-more =
    { $count ->
        [one] Ein weiterer
       *[other] { $count } weitere
    }
inspector-warmth-without-contact = In { $count } Tagen ohne Kontakt
inspector-add-encounter = Begegnung notieren
inspector-add-reminder = Erinnerung hinzufügen
inspector-story-empty-title = Hier beginnt der Verlauf
inspector-story-empty = Jedes Treffen, jede Mail und jeder Anruf lässt sich notieren. Daraus wächst die Wärme.
inspector-review-now = Zurückblicken
inspector-owner-told = Bescheid gegeben
inspector-log-done = Erledigt …
inspector-follow-up-done = Erledigt, ohne Notiz
inspector-follow-up-log = Erledigt und notieren …
inspector-follow-up-reopen = Wieder öffnen
inspector-move-tomorrow = Auf morgen
inspector-move-week = In einer Woche
inspector-open-calendar = Kalender öffnen
inspector-was-done = { $label }, erledigt
inspector-minutes = { $count } Min.
inspector-with = Mit { $names }
inspector-card-received = Karte erhalten
inspector-card-received-at = Karte erhalten: { $event }
inspector-card-to-pile = Zurück auf den Stapel
inspector-card-remove = Karte entfernen
inspector-passed-on-to = Karte weitergegeben an { $name }
inspector-sent-you = Hat die Karte von { $name } weitergegeben
inspector-got-card-of = Hat die Karte von { $name } bekommen
inspector-introduced = { $first } und { $second }, vorgestellt von { $who }
inspector-reviewed = Rückblick: { $verdict }

## Knowledge

inspector-help = Wie kann ich helfen?
inspector-help-hint = Was würde gerade nützen?
inspector-expertise = Kann helfen bei
inspector-expertise-empty = Worin wird diese Person um Rat gefragt?
inspector-expertise-hint = Ein Gebiet, in wenigen Worten
inspector-add-expertise = Fachgebiet hinzufügen
inspector-level = Stufe
inspector-level-unknown = Stufe offen
inspector-level-beginner = Kennt sich etwas aus
inspector-level-average = Macht es regelmäßig
inspector-level-expert = Fachkundig
inspector-needs = Sucht
inspector-needs-empty = Was wird gerade gesucht?
inspector-need-hint = Ein Bedarf, in wenigen Worten
inspector-need-close = Als gefunden markieren
inspector-need-open = Als offen markieren
inspector-add-need = Bedarf hinzufügen
inspector-offers = Bietet
inspector-offers-empty = Dinge, Räume, Kontakte, Zeit …
inspector-add-offer = Angebot hinzufügen
inspector-problems = Löst diese Probleme
inspector-problems-empty = Welches Problem verschwindet mit dieser Person?
inspector-add-problem = Problem hinzufügen
inspector-own-words = In eigenen Worten
inspector-research = Recherchiert
inspector-research-empty = Ein paar Zeilen über das Geschäft, mit Quelle.
inspector-research-hint = Was herauskam
inspector-add-research = Notiz hinzufügen
inspector-source = Quelle
inspector-source-hint = Woher?
inspector-stale = Alt
inspector-stale-tip = Über zwölf Monate alt: noch einmal nachsehen.

## Referrals

inspector-gave = Gegeben
inspector-received = Erhalten
inspector-flow = { $given-count } gegeben, { $received-count } erhalten
inspector-flow-tip = Zuerst geben ist gut. Das ist kein Punktestand.
inspector-balance-even = Geben und Nehmen halten sich die Waage.
inspector-balance-gave = Bisher gaben Sie mehr.
inspector-balance-received = Bisher bekamen Sie mehr. Womit können Sie helfen?
inspector-balance-nothing = Noch nichts gegeben und nichts bekommen.
inspector-tell-owner-by = Bescheid geben: { $when }
inspector-next-step-of = { $state }: { $name }
inspector-referral-edit = Die Karte von { $name }
inspector-referral-went = Ging an { $name }
inspector-referral-came = Sie haben sie von { $name }
inspector-referral-outcome-note = Was daraus wurde, in Ihren Worten
inspector-referral-worth = Was es wert war
inspector-referral-told = Bescheid gegeben am
inspector-review-edit = Rückblick auf { $name }
inspector-review-reasons = Warum
inspector-review-remove-tip = Der nächste Schritt daraus geht mit, wenn er noch offen ist.
inspector-card-went-to = Karte ging an
inspector-they-sent-you = Empfahl
inspector-they-received = Bekam die Karte von
inspector-introductions = Vorstellungen
inspector-introduced-two = Stellte { $first } und { $second } vor
inspector-introduced-by = { $name }, vorgestellt von { $who }
inspector-referrals-empty = Noch nichts weitergegeben. Wer braucht, was diese Person kann?
inspector-owner-not-told = noch nicht Bescheid gegeben
inspector-owner-told-on = Bescheid am { $day }
inspector-relationships = Beziehungen
inspector-relationships-empty = Wer gehört zu dieser Person?
inspector-add-relationship = Beziehung hinzufügen
inspector-introduction-promised = Versprochen
inspector-introduction-asked-one = Eine Seite gefragt
inspector-introduction-both-agreed = Beide einverstanden
inspector-introduction-made = Vorgestellt
inspector-relation-acquaintance = Bekanntschaft
inspector-relation-friend = Freundschaft
inspector-relation-colleague = Kollegium
inspector-relation-co-worker = Gleiche Firma
inspector-relation-neighbour = Nachbarschaft
inspector-relation-spouse = Ehe oder Partnerschaft
inspector-relation-child = Kind
inspector-relation-parent = Elternteil
inspector-relation-sibling = Geschwister
inspector-relation-kin = Verwandtschaft
inspector-relation-agent = Vertretung
inspector-relation-mentor = Mentoring
inspector-relation-client = Kundschaft
inspector-relation-supplier = Lieferung
inspector-relation-partner = Geschäftspartnerschaft
inspector-favour-advice = Rat
inspector-favour-support = Unterstützung
inspector-favour-business = Auftrag
inspector-favour-gift = Geschenk

## The person

inspector-circles-empty = Kreise fassen private und geschäftliche Menschen zusammen. Hier entsteht der erste.
inspector-birthday-hint = zum Beispiel 14. März
inspector-birthday-not-understood = Dieser Tag ist unklar. Zum Beispiel 03-14 oder 1985-03-14.
inspector-languages = Spricht
inspector-languages-hint = Name der Sprache
inspector-home = Zuhause
inspector-home-hint = Wo ist das Zuhause?
inspector-people = Menschen
inspector-people-hint = Familie, Freunde, Tiere
inspector-enjoys = Mag
inspector-enjoys-hint = Frühstück, Essen, Musik
inspector-avoids = Meidet
inspector-avoids-hint = Was besser nicht
inspector-gifts = Geschenke
inspector-gifts-hint = Gegeben und erhalten
inspector-starters = Themen
inspector-starters-hint = Worüber beim nächsten Mal
inspector-rhythm = Rhythmus
inspector-rhythm-none = Offen
inspector-rhythm-monthly = Monatlich
inspector-rhythm-quarterly = Quartal
inspector-rhythm-yearly = Jährlich
inspector-notes-hint = Was wichtig bleibt

## Details

inspector-latin = Lateinische Schrift
inspector-suffix = Namenszusatz
inspector-honorific = Anrede
# In an empty field: what it might hold.
inspector-for-example = z. B. { $value }
inspector-mail-hint = z. B. name@example.com
inspector-link-hint = z. B. example.com
inspector-order = Reihenfolge des Namens
inspector-order-by-writing = Schrift
inspector-order-family = Familienname
inspector-order-given = Vorname
inspector-name-needed = Ein Name oder eine Firma wird gebraucht.
inspector-department = Abteilung
inspector-job-change = Stelle gewechselt
inspector-job-save = Neue Stelle eintragen
inspector-job-needs-company = Die neue Firma und der Tag fehlen noch.
inspector-since = Seit
inspector-custom = Eigene Felder
inspector-add-mail = E-Mail hinzufügen
inspector-add-phone = Telefon hinzufügen
inspector-add-link = Link hinzufügen
inspector-add-custom = Feld hinzufügen
inspector-add-address = Adresse hinzufügen
inspector-add-card = Scan hinzufügen
inspector-label-none = Ohne Bezeichnung
inspector-own-label = Eigene Bezeichnung
inspector-move-up = Nach oben
inspector-move-down = Nach unten
inspector-copy-value = { $value } kopieren
inspector-open-value = { $value } öffnen
inspector-open-map = Auf der Karte zeigen
inspector-street = Straße
inspector-postal-code = Postleitzahl
inspector-city = Ort
inspector-region = Region
inspector-country = Land
inspector-mail-needs-at = Das @ fehlt.
inspector-mail-needs-name = Der Teil vor dem @ fehlt.
inspector-mail-needs-domain = Der Teil nach dem @ ist unvollständig, wie bei example.com.
inspector-mail-one-address = Nur eine Adresse pro Zeile.
inspector-phone-needs-digits = Eine Telefonnummer braucht mindestens drei Ziffern.
inspector-link-needs-web = Nur Webadressen lassen sich öffnen.
inspector-link-needs-domain = Das ist noch keine Webadresse, wie bei example.com.
inspector-scans = Scans
inspector-scans-empty = Noch keine Karte. Ein Scan lässt sich überall ablegen.
inspector-front = Vorderseite
inspector-back = Rückseite
inspector-no-scan = Noch kein Scan
inspector-made-and-changed = Geändert { $changed }, angelegt { $made }

## A card of the pile

inspector-pile-card = Eine Karte ohne Namen
inspector-pile-words = Einen Namen geben oder sagen, wem sie gehört. Dann werden Dank und Rückblick geplant.
inspector-name-card = Karte benennen
inspector-belongs-to = Gehört zu jemandem im Buch

## Sheet: an encounter

inspector-encounter-new = Begegnung notieren
inspector-encounter-edit = Begegnung bearbeiten
inspector-encounter-kind = Wie
inspector-with-whom = Mit wem
inspector-topics = Themen
inspector-topics-hint = durch Kommas getrennt
inspector-encounter-note = Wie es war, in eigenen Worten
inspector-duration = Minuten
inspector-duration-wrong = Minuten sind eine Zahl bis 1440.
inspector-place-hint = Café, Büro, Straße
inspector-who-began = Von wem
inspector-favours = Gegeben und erhalten
inspector-add-favour = Hinzufügen
inspector-favour-given = Gegeben
inspector-favour-received = Erhalten
inspector-favour-what = in wenigen Worten
inspector-reply = Antworten
inspector-reply-none = Keine
inspector-reply-once = Eine
inspector-reply-continuing = Laufend
inspector-was-thank-you = Das war der Dank
inspector-closes = Erledigt: { $label }
inspector-more-fields = Ort, Dauer, Gegebenes …
inspector-next-step = Nächster Schritt
inspector-next-step-hint = Was kommt als Nächstes? Leer für nichts
inspector-next-step-when = Bis wann
inspector-encounter-save = Notieren
inspector-encounter-needs-person = Mindestens eine Person wählen.

## Sheet: a relationship

inspector-relationship-title = Beziehung von { $name }
inspector-relationship-who = Wer
inspector-relationship-is = Für { $name } ist das
inspector-relationship-own = oder mit eigenem Wort
inspector-relationship-save = Beziehung hinzufügen
inspector-choose-person = Zuerst eine Person wählen.

## Sheet: an introduction

inspector-introduction-title = { $name } vorstellen
inspector-introduction-by-me = Ich stelle vor
inspector-introduction-by-other = Wir wurden vorgestellt
inspector-introduction-by-them = Stellte mich vor
inspector-introduction-to = Wem
inspector-introduction-who = Wer hat vorgestellt
inspector-introduction-met = Wem ich vorgestellt wurde
inspector-introduction-state = Stand
inspector-introduction-note = Worum es geht
inspector-introduction-save = Vorstellung eintragen

## Sheet: passing a card on

inspector-pass-need = Was gebraucht wird
inspector-pass-need-hint = in wenigen Worten
inspector-pass-comment = Ein Satz dazu
inspector-pass-comment-hint = Wer das ist und warum es passt

## Sheet: a circle

inspector-circle-new = Neuer Kreis
inspector-circle-edit = Kreis bearbeiten
inspector-circle-name-hint = zum Beispiel Handwerk
inspector-circle-colour = Farbe
inspector-circle-colour-blue = Blau
inspector-circle-colour-brown = Braun
inspector-circle-colour-olive = Oliv
inspector-circle-colour-teal = Türkis
inspector-circle-colour-mauve = Mauve
inspector-circle-name-needed = Ein Kreis braucht einen Namen.
inspector-circle-delete = Kreis löschen
inspector-circle-stays = Die Menschen bleiben im Buch.

## The person picker

inspector-picker-add = { $name } als neue Person anlegen
inspector-picker-remove = { $name } entfernen
inspector-picker-hint = Name oder Firma eingeben

## Added fields, cards, portraits

inspector-today = Heute
inspector-additional = Zweiter Vorname
inspector-propose = „{ $value }“ übernehmen
inspector-in-letters = In Briefen
inspector-suggestions = Vorschläge: { $name }
inspector-label = Bezeichnung
inspector-custom-name = Name des Feldes
inspector-copy-address = Adresse kopieren
inspector-open-web-map = Auf OpenStreetMap suchen, im Browser
inspector-work = Arbeit
inspector-add-tenure = Hinzufügen
inspector-from = Von
inspector-from-hint = zum Beispiel 2019
inspector-until-day = Bis
inspector-until-hint = Leer, wenn noch dort
inspector-month-not-understood = Das wurde nicht verstanden. Versuche 2019, April 2019 oder 14.10.2019.
inspector-tenure-end = Endete heute
inspector-tenure-reopen = Dauert noch an
inspector-tenure-main = Zur wichtigsten machen
inspector-new-company = Neue Firma
inspector-company-about = Über die Firma
inspector-company-name = Name für alle
inspector-company-reading = Lesung
inspector-company-other-names = Andere und frühere Namen
inspector-company-other-hint = durch Kommas getrennt
inspector-company-website = Website
inspector-company-open-website = Website öffnen
inspector-company-asks = „{ $value }“ statt „{ $before }“: Was ist geschehen?
inspector-company-here = Nur berichtigt: { $name } ist bei { $value }
inspector-company-moved = { $name } hat zu { $value } gewechselt
inspector-company-keep = Namen lassen, wie er war
inspector-received-on-at = Erhalten { $day }, { $event }
inspector-received-on-day = Erhalten { $day }
inspector-received-some-day = Tag des Erhalts unbekannt
inspector-card-superseded = veraltet
inspector-card-more = Mehr zu dieser Karte
inspector-card-make-current = Nach oben: Diese gilt
inspector-card-move = Gehört jemand anderem …
inspector-front-add = Scan der Vorderseite hinzufügen …
inspector-front-replace = Scan der Vorderseite ersetzen …
inspector-back-add = Scan der Rückseite hinzufügen …
inspector-back-replace = Scan der Rückseite ersetzen …
inspector-front-remove = Scan der Vorderseite entfernen
inspector-back-remove = Scan der Rückseite entfernen
inspector-portrait-of = Porträt von { $name }
inspector-portrait-add = Porträt hinzufügen …
inspector-portrait-change = Porträt ändern …
inspector-portrait-from-card = Porträt aus der Karte ausschneiden …
inspector-portrait-square = Der Ausschnitt: mit den Pfeilen verschieben, mit Plus und Minus vergrößern
inspector-portrait-loading = Das Bild wird gelesen.
inspector-portrait-empty = Wähle ein Bild, ziehe oder füge eins ein, oder drücke unten auf eine Karte.
inspector-portrait-size = Größe
inspector-portrait-choose = Bild wählen …
inspector-portrait-remove = Porträt entfernen
inspector-portrait-others = Aus vereinten Einträgen
inspector-portrait-other = Anderes Foto { $count }
inspector-portrait-use = Dieses Foto nehmen
inspector-portrait-cards = Aus einer Karte
inspector-portrait-save = Diesen Ausschnitt nehmen
inspector-portrait-file-words = Ein Foto der Person, keine Karte. Du wählst den Ausschnitt.
inspector-move-card-title = Wessen Karte ist das?
inspector-move-card-save = Karte verschieben
inspector-own-words-hint = Ein Satz, der bleiben soll
inspector-need-since = seit { $day }
inspector-need-from-to = seit { $opened }, gefunden { $closed }
inspector-need-closed = gefunden { $day }
inspector-still-true = Stimmt noch heute
inspector-add-language = Sprache hinzufügen
inspector-add-tag = Schlagwort hinzufügen
inspector-remove-tag = Schlagwort { $tag } entfernen
inspector-language-first = In dieser schreiben
inspector-move-left = Nach vorn
inspector-move-right = Nach hinten
inspector-unsaved-there = Etwas zu { $name } ist noch nicht gespeichert.
inspector-unsaved-show = Zeigen
inspector-unsaved-discard = Verwerfen
inspector-company-renamed =
    { $count ->
        [one] Die Firma heißt jetzt „{ $value }“
       *[other] Die Firma heißt jetzt „{ $value }“, für { $count } Personen
    }
inspector-company-more = und { $count } weitere
inspector-unsaved-here =
    { $count ->
        [one] Ein Wert ist noch nicht gespeichert: Er ist unten markiert.
       *[other] { $count } Werte sind noch nicht gespeichert: Sie sind unten markiert.
    }
