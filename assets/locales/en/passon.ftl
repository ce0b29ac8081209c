## An introduction for which both are asked first

passon-opt-in-steps = The four steps …
passon-ask-after = Ask what became of it
# The field with the day of a step.
passon-day-of = { $step }: day
passon-another-day = Another day
passon-mark-asked = Mark as asked
passon-asked = Asked
passon-agreed-on = agreed on { $day }
passon-declined-on = does not want it, { $day }
# $due says how far off a day is, such as "in 3 days".
passon-asked-on = asked on { $day }; answer: { $due }
passon-asked-after-on = asked on { $day }
passon-introduced-on = introduced on { $day }
passon-not-asked = not asked any more
passon-respected = { $name } does not want it, and that is that: nobody is asked again, and { $other } does not learn why. Both may get a kind word.

## Passing a card on

# The recipient of a card is asked so many days later.
passon-ask-how =
    { $count ->
        [one] Ask { $name } in { $count } day how it went
       *[other] Ask { $name } in { $count } days how it went
    }
