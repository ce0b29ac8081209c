## The pile of cards with which nothing was done yet, and the run through ten of them.

pile-title = Clear ten
pile-action = Clear ten cards of the pile
pile-nameless = A card without a name
pile-back = Previous card
pile-waits =
    { $days ->
        [0] Came today
        [one] Came { $day }, has waited for a day
       *[other] Came { $day }, has waited for { $days } days
    }
pile-name = Name it
pile-impression-hint = What do you remember? Two lines are enough.
pile-knowledge = What can they do, or what do they need?
pile-can = Can do
pile-needs = Looks for
pile-can-hint = lens polishing, tax law
pile-needs-hint = a printer for small runs
pile-thank = Thank
pile-pass-on = Pass on
pile-let-go = Let go
pile-remove = Move to the trash
pile-did-name = named
pile-did-impression = first impression written
pile-did-thank = thanked
pile-did-knowledge = what they can do or need
pile-did-pass-on = passed on or introduced
pile-did-plan = planned or met
pile-did-place = has its place
pile-did-let-go = let go
pile-skipped = skipped, for another time
pile-end =
    { $count ->
        [one] One card looked at
       *[other] { $count } cards looked at
    }
pile-left =
    { $count ->
        [one] One card is left in the pile. It can wait.
       *[other] { $count } cards are left in the pile. They can wait.
    }
pile-more = Ten more
pile-empty = The pile is empty
pile-empty-words = With every card something was done.
pile-waiting =
    { $count ->
        [one] One card waits for a first step
       *[other] { $count } cards wait for a first step
    }
pile-waiting-too =
    { $count ->
        [one] One more waits for a first step
       *[other] { $count } more wait for a first step
    }
pile-waiting-words = Nothing was done with them yet. Ten are a start.
pile-keys-next = Next card
pile-keys-walk = Back and forth
