## Eine Vorstellung, für die beide zuerst gefragt werden

passon-opt-in-steps = Die vier Schritte …
passon-ask-after = Fragen, was daraus wurde
passon-day-of = { $step }: Tag
passon-another-day = Anderer Tag
passon-mark-asked = Als gefragt vermerken
passon-asked = Gefragt
passon-agreed-on = zugesagt am { $day }
passon-declined-on = möchte es nicht, { $day }
passon-asked-on = gefragt am { $day }; Antwort: { $due }
passon-asked-after-on = gefragt am { $day }
passon-introduced-on = vorgestellt am { $day }
passon-not-asked = wird nicht mehr gefragt
passon-respected = { $name } möchte es nicht, und dabei bleibt es: Niemand wird noch einmal gefragt, und { $other } erfährt keinen Grund. Beide können ein freundliches Wort bekommen.

## Eine Karte weitergeben

passon-ask-how =
    { $count ->
        [one] { $name } in { $count } Tag fragen, wie es lief
       *[other] { $name } in { $count } Tagen fragen, wie es lief
    }
