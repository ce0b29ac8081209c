## Ways to somebody

# A sentence about a tie; everything that ends on "tie", "introduced", "promised" or "card" goes through it.
ways-sentence = { $words }.
ways-two = { $first } { $second }
# A month behind what happened then.
ways-dated = { $words } ({ $day })
ways-noted = { $words } „{ $note }“
ways-talking = { $words }: sie sind im Gespräch
ways-led-to-work = { $words }: daraus wurde Arbeit
ways-came-to-nothing = { $words }: daraus wurde nichts

## Why the first one would do it

ways-own-owed = { $name } schuldet Ihnen etwas.
ways-own-owing = Sie schulden { $name } etwas.
ways-own-met = Sie haben { $name } zuletzt am { $day } getroffen.
ways-own-touch = Sie hatten zuletzt am { $day } Kontakt mit { $name }.
ways-own-card = Sie haben die Karte von { $name } seit dem { $day }.
ways-own-silent = Sie hatten noch keinen Kontakt mit { $name }.
ways-since-met = Sie kennen { $name } seit dem Treffen am { $day }.
ways-since-touch = Sie stehen seit dem { $day } mit { $name } in Kontakt.

## What joins two people

ways-tie-acquaintance = { $a } und { $b } kennen sich
ways-tie-friend = { $a } und { $b } sind befreundet
ways-tie-colleague = { $a } und { $b } arbeiten zusammen
ways-tie-co-worker = { $a } und { $b } arbeiten in derselben Firma
ways-tie-neighbour = { $a } und { $b } wohnen nebeneinander
ways-tie-spouse = { $a } und { $b } sind ein Paar
ways-tie-child = { $b } ist ein Kind von { $a }
ways-tie-sibling = { $a } und { $b } sind Geschwister
ways-tie-kin = { $a } und { $b } sind verwandt
ways-tie-agent = { $b } handelt für { $a }
ways-tie-mentor = { $b } begleitet { $a } mit Rat
ways-tie-client = { $b } kauft bei { $a }
ways-tie-supplier = { $b } beliefert { $a }
ways-tie-partner = { $a } und { $b } machen gemeinsam Geschäfte
# A kind of tie in the words of the user.
ways-tie-other = { $a } und { $b }: { $kind }
ways-tie-since = { $words } (seit { $day })
ways-tie-ended = { $words } (nicht mehr)
ways-tie-event = { $a } und { $b } waren bei { $event }
ways-tie-organization = { $a } und { $b } sind beide bei { $organization }

ways-introduced-by-you = Sie haben { $a } und { $b } bekannt gemacht
ways-introduced-to-you = { $by } hat Ihnen { $other } vorgestellt
ways-introduced = { $by } hat { $a } und { $b } bekannt gemacht
ways-promised-by-you = Sie wollen { $a } und { $b } bekannt machen
ways-promised-to-you = { $by } will Ihnen { $other } vorstellen
ways-promised = { $by } will { $a } und { $b } bekannt machen
ways-card-considered = Sie überlegen, { $to } die Karte von { $subject } zu geben
ways-card-by-you = Sie haben { $to } die Karte von { $subject } gegeben
ways-card-to-you = { $by } hat Ihnen von { $subject } erzählt
ways-card = { $by } hat { $to } die Karte von { $subject } gegeben

## How much a way promises

ways-promise-strong = Stark
ways-promise-good = Gut
ways-promise-fair = Ordentlich
ways-promise-slight = Schwach
ways-promise-faint = Vage

# Someone who fits was looked for, and nobody in the book does.
ways-nobody = Niemand in Ihrem Buch passt.
ways-none = Noch führt niemand in Ihrem Buch dorthin.
ways-fits = { $name }: { $what }
ways-organization-unknown = Im Buch gibt es keine Organisation „{ $name }“.
ways-organization-ambiguous = Mehrere Organisationen passen zu „{ $name }“; nennen Sie eine mit ihrer Kennung:

## Who brought you whom

ways-lineage-none = Noch hat Ihnen niemand jemanden vorgestellt.
ways-lineage-alone = Niemand hat Sie zu { $name } gebracht, und { $name } hat noch niemanden gebracht.
# Everything that came of a person who brought others.
ways-came-of = Was durch { $name } kam: { $figures }
ways-list-mark = {", "}
ways-count-referrals =
    { $count ->
        [one] { $count } Empfehlung
       *[other] { $count } Empfehlungen
    }
# Relationships that were deepened.
ways-count-deepened = { $count } vertieft

## Who holds people together

ways-bridges-none = Niemand hält andere allein zusammen.
# Sizes of groups: "12 + 5 + 3".
ways-joins = verbindet Gruppen von { $sizes } Personen
ways-lost =
    { $count ->
        [one] der einzige Weg zu { $count } Person
       *[other] der einzige Weg zu { $count } Personen
    }
ways-alone =
    { $count ->
        [one] { $count } Person kennt sonst niemanden in Ihrem Buch:
       *[other] { $count } Personen kennen sonst niemanden in Ihrem Buch:
    }

## Asking

ways-action-reach = Wege dorthin
ways-action-lineage = Wer hat Sie bekannt gemacht
ways-request-title = { $name } fragen
ways-request-about = Vorstellung bei { $name }
ways-request-whom = Brief an
ways-request-to = Nur an { $address }
ways-request-no-mail = Es gibt keine E-Mail-Adresse: Kopieren Sie den Text
ways-request-language = Sprache des Briefs
ways-request-subject = Betreff
ways-request-letter = Brief
ways-request-topic = Worum es geht
ways-request-topic-hint = Was beide davon hätten
ways-request-copy = Text kopieren
ways-request-mail = E-Mail öffnen
ways-request-remind = Nach einer Antwort sehen am
ways-request-sent = Gesendet, erinnern
ways-request-later = An diesem Tag fragen
ways-request-agrees = { $name } ist einverstanden
ways-request-declines = Möchte nicht
ways-request-declined = { $name } möchte nicht
ways-request-introduced = Beide Briefe sind gesendet
# Asking both sides before they are introduced.
ways-plan-first = Erst beide fragen …
ways-plan-title = { $a } und { $b } bekannt machen
ways-plan-how = Beide werden gefragt, bevor Sie sie bekannt machen. Stimmt jemand zu, ist der nächste Schritt sofort fällig; möchte jemand nicht, entfallen die übrigen.
ways-plan-ask = { $name } fragen
ways-plan-introduce = Bekannt machen
ways-plan-save = Einplanen
ways-plan-about = Möchten Sie { $name } kennenlernen?
