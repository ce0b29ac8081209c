# Briefe an eine Person. Was in < > steht, wird eingesetzt; eine Zeile, deren Feld niemand kennt, fällt weg.

letters-salutation = Sehr geehrte { $name },
letters-salutation-close = Hallo { $name },
letters-salutation-sir = Sehr geehrter { $name },
letters-salutation-open = Guten Tag { $name },
letters-salutation-nobody = Guten Tag,
letters-and = { $before } und { $last }
letters-thanks-subject = Danke für das Gespräch: <Anlass>
letters-thanks-body =
    <Anrede>

    vielen Dank für das Gespräch am <Tag> (<Anlass>).
    Was Sie zum Thema <Themen> gesagt haben, geht mir noch nach.

    Wie besprochen: <Nächstes>.

    Freundliche Grüße
    <Ich>
    <meine Firma>
letters-thanks-body-close =
    <Anrede>

    schön, dass wir uns kennengelernt haben (<Anlass>). Was du zum Thema <Themen> gesagt hast, geht mir noch nach.

    Wie besprochen: <Nächstes>.

    Viele Grüße
    <Ich>
