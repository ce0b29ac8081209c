### The trash: what was deleted and can come back.
trash-undo-restore = bring { $name } back from the trash
trash-undo-restore-card = bring a card back from the trash
trash-undo-restore-event = bring “{ $title }” back from the trash
trash-undo-restore-many = bring { $count } entries back from the trash
trash-undo-empty =
    { $count ->
        [one] delete an entry of the trash for good
       *[other] delete { $count } entries of the trash for good
    }
trash-title = Trash
trash-action = Show trash
trash-hint = Nothing in the trash is shown, found, counted or exported. Nothing leaves it by itself.
trash-empty-state = The trash is empty
trash-empty-state-more = People, cards and events that you delete wait here.
trash-restore = Restore
trash-restore-ticked =
    { $count ->
        [one] Restore one
       *[other] Restore { $count }
    }
trash-tick-all = Select all
trash-tick-none = Select none
trash-tick-first = Select what to restore
trash-empty = Empty trash…
trash-empty-ticked = Delete for good…
trash-empty-do = Delete for good
# What a person took along.
trash-with =
    { $cards ->
        [0] No card
        [one] One card
       *[other] { $cards } cards
    }, { $encounters ->
        [0] no encounter
        [one] one encounter
       *[other] { $encounters } encounters
    }
trash-a-card = Card of the pile, or of a person who is still there
trash-deleted-on = deleted { $day }
trash-parts =
    { $cards ->
        [0] no card
        [one] one card
       *[other] { $cards } cards
    } and { $encounters ->
        [0] no encounter
        [one] one encounter
       *[other] { $encounters } encounters
    }
trash-ask =
    { $count ->
        [one] Delete one person with { $parts } for good?
       *[other] Delete { $count } people with { $parts } for good?
    }
trash-ask-cards =
    { $count ->
        [one] Delete one card for good?
       *[other] Delete { $count } cards for good?
    }
trash-ask-events = Delete { $what } for good?
trash-cards =
    { $count ->
        [one] one card
       *[other] { $count } cards
    }
trash-events =
    { $count ->
        [one] one event
       *[other] { $count } events
    }
# Joins two of these: “one card and 2 events”.
trash-and = { $first } and { $second }
trash-settings-hint =
    { $count ->
        [0] The trash is empty
        [one] One entry can be restored
       *[other] { $count } entries can be restored
    }
trash-settings-show = Show
trash-cli-not-emptied =
    { $count ->
        [one] Nothing was deleted. In the trash: one person with { $parts }. To delete for good: cardloom trash empty --yes
       *[other] Nothing was deleted. In the trash: { $count } people with { $parts }. To delete for good: cardloom trash empty --yes
    }
trash-cli-unknown = Nothing called “{ $name }” is in the trash.
trash-cli-near = Nothing in the trash is called “{ $name }”. Nearly so is this; use the name or the id:
trash-settings-section = Duplicates and trash
