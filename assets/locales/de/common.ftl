## Buttons

common-save = Sichern
common-cancel = Abbrechen
common-unsaved = Noch nicht gespeichert
common-close = Schließen
common-edit = Bearbeiten
common-add = Hinzufügen
common-done = Fertig
common-open = Öffnen
common-next = Weiter
common-previous = Zurück
common-remove = Entfernen
common-skip = Überspringen
common-copy = Kopieren
common-more = Mehr
common-archive = Archivieren
common-restore = Zurückholen
common-flip = Umdrehen

## Small words

common-yes = Ja
common-no = Nein
common-all = Alle
common-none = Keine
common-unknown = Unbekannt
common-you = Ich
common-without-name = Noch ohne Name
common-without-date = Ohne Datum
common-name = Name
common-note = Notiz
common-date = Datum
common-place = Ort

## Kinds of follow-ups

common-kind-thanks = Danke sagen
common-kind-review = 30-Tage-Rückblick
common-kind-call = Anruf
common-kind-message = Nachricht
common-kind-meet = Treffen
common-kind-tell-owner = Bescheid geben
common-kind-introduce = Bekannt machen
common-kind-amends = Wiedergutmachung
common-kind-birthday = Geburtstag
common-kind-promise = Versprechen
common-kind-other = Sonstiges

## States of follow-ups

common-overdue = Überfällig

## Kinds of encounters

common-encounter-in-person = Persönlich
common-encounter-video = Videogespräch
common-encounter-call = Telefonat
common-encounter-letter = Brief
common-encounter-email = E-Mail
common-encounter-message = Nachricht
common-encounter-social = Soziale Medien

## Who reached out

common-direction-from-me = Von mir
common-direction-from-them = Vom Gegenüber
common-direction-mutual = Beidseitig

## States of events

common-event-planned = Geplant
common-event-attended = Teilgenommen
common-event-cancelled-early = Rechtzeitig abgesagt
common-event-cancelled-late = Kurzfristig abgesagt
common-event-no-show = Nicht erschienen

## States of referrals

common-referral-considered = Erwogen
common-referral-passed-on = Weitergegeben
common-referral-owner-told = Bescheid gegeben
common-referral-met = Getroffen
common-referral-outcome = Ergebnis bekannt
common-referral-thanked = Bedankt

## Outcomes of referrals

common-outcome-led-to-work = Führte zu Arbeit
common-outcome-talking = Im Gespräch
common-outcome-waiting = Wartet
common-outcome-nothing = Ohne Ergebnis

## How a card changed hands

common-exchange-i-asked = Ich habe gefragt
common-exchange-they-asked = Wurde gefragt
common-exchange-mutual = Gegenseitig
common-exchange-handed = Bekommen
common-exchange-digital = Digital

## Where a card is now

common-location-box = Kasten
common-location-lent = Verliehen
common-location-passed-on = Weitergegeben
common-location-thrown-away = Weggeworfen

## Verdicts

common-verdict-deepen = Vertiefen
common-verdict-keep = Behalten
common-verdict-let-go = Loslassen

## Labels of phones, mails, addresses and links

common-label-work = Arbeit
common-label-home = Privat
common-label-mobile = Mobil
common-label-fax = Fax
common-label-other = Sonstiges
common-label-phone = Telefon
common-label-email = E-Mail
common-label-address = Adresse
common-label-link = Link

## Parts of a name

common-name-family = Nachname
common-name-given = Vorname
common-name-family-reading = Nachname, Lesung
common-name-given-reading = Vorname, Lesung
common-name-prefix = Titel
common-name-nickname = Spitzname

## Things in the book

common-organization = Firma
common-job-title = Position
common-card = Karte
common-event = Veranstaltung
common-introduction = Vermittlung
common-referral = Empfehlung
common-impression = Erster Eindruck
common-virtual-only = Nur am Bildschirm
common-pile = Stapel

## Days, seen from today

common-day-today = heute
common-day-tomorrow = morgen
common-day-yesterday = gestern
common-in-days =
    { $count ->
        [one] in { $count } Tag
       *[other] in { $count } Tagen
    }
common-days-ago =
    { $count ->
        [one] vor { $count } Tag
       *[other] vor { $count } Tagen
    }
common-days-late =
    { $count ->
        [one] { $count } Tag zu spät
       *[other] { $count } Tage zu spät
    }

## Counts

common-people =
    { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    }
common-cards =
    { $count ->
        [one] { $count } Karte
       *[other] { $count } Karten
    }
common-events =
    { $count ->
        [one] { $count } Veranstaltung
       *[other] { $count } Veranstaltungen
    }
common-reminders =
    { $count ->
        [one] { $count } Erinnerung
       *[other] { $count } Erinnerungen
    }
common-position = { $count } von { $total-count }
