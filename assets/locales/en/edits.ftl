## What the user did, as it follows “Undo: ”. Names are those of people unless said otherwise.

edits-add-cards =
    { $count ->
        [one] add a card
       *[other] add { $count } cards
    }
edits-name-card = name { $name }’s card
edits-add-card-to = add a card for { $name }
edits-add-back = add the back of { $name }’s card
edits-add-back-unnamed = add the back of a card
edits-change-card = change { $name }’s card
edits-change-card-unnamed = change a card of the pile
edits-remove-card = remove { $name }’s card
edits-remove-card-unnamed = remove a card from the pile
edits-unfile-card = put { $name }’s card back into the pile
edits-unfile-card-unnamed = put a card back into the pile
edits-add-contact = add { $name }
edits-change-contact = change { $name }’s details
edits-archive = let { $name } go
edits-restore = bring { $name } back
edits-delete-contact = delete { $name }
edits-record-impression = write the impression of { $name }
edits-record-impression-unnamed = write on the back of a card
# $name is an organization.
edits-rename-organization = rename an organization to { $name }
# $title is an event.
edits-add-event = add the event “{ $title }”
edits-change-event = change the event “{ $title }”
edits-move-event = move “{ $title }” to { $day }
edits-remove-event = remove the event “{ $title }”
edits-log-encounter = log the encounter with { $name }
edits-change-encounter = change the encounter with { $name }
edits-remove-encounter = remove the encounter with { $name }
edits-add-relationship = connect { $name } and { $other }
edits-remove-relationship = disconnect { $name } and { $other }
edits-add-introduction = introduce { $name } and { $other }
edits-change-introduction = change the introduction of { $name } and { $other }
edits-remove-introduction = remove the introduction of { $name } and { $other }
# Somebody was introduced to the owner of the book.
edits-add-introduction-to-me = record being introduced to { $name }
edits-change-introduction-to-me = change being introduced to { $name }
edits-remove-introduction-to-me = remove being introduced to { $name }
edits-pass-on = pass { $name }’s card on to { $other }
# Somebody pointed the owner of the book to $name.
edits-pass-on-to-me = record the lead to { $name }
# $state is one of the states of a referral, as a label.
edits-advance-referral = set the referral of { $name } to “{ $state }”
edits-tell-owner = tell { $name } about the card passed on
edits-change-referral = change the referral of { $name }
edits-remove-referral = remove the referral of { $name }
edits-review = review { $name }
# $what is one of the follow-ups below.
edits-add-follow-up = add { $what }
edits-change-follow-up = change { $what }
edits-move-follow-up = move { $what } to { $day }
edits-move-follow-ups =
    { $count ->
        [one] move a follow-up to { $day }
       *[other] move { $count } follow-ups to { $day }
    }
edits-complete-follow-up = mark { $what } as done
edits-reopen-follow-up = reopen { $what }
edits-drop-follow-up = drop { $what }
edits-remove-follow-up = remove { $what }

## A follow-up inside one of the sentences above

edits-what-thanks = { $name }’s thank-you
edits-what-review = { $name }’s 30-day review
edits-what-call = the call to { $name }
edits-what-message = the message to { $name }
edits-what-meet = the meeting with { $name }
edits-what-tell-owner = the word to { $name }
edits-what-introduce = the introduction of { $name }
edits-what-amends = the amends to { $name }
edits-what-birthday = { $name }’s birthday
# $name is of people, or in the user's words what is to be done.
edits-what-other = the follow-up “{ $name }”
edits-what-unnamed = a follow-up

## Circles, network, book

# $name is a circle.
edits-add-circle = add the circle “{ $name }”
edits-change-circle = change the circle “{ $name }”
edits-remove-circle = remove the circle “{ $name }”
edits-set-circle = change who is in “{ $name }”
edits-pin = place { $name } in the network
edits-arrange = arrange the network
edits-change-book = change the book’s details
edits-import =
    { $count ->
        [one] import a record
       *[other] import { $count } records
    }
edits-load-demo = load the demo network
edits-clear-demo = remove the demo network
edits-merge =
    { $count ->
        [one] take over a change from outside
       *[other] take over { $count } changes from outside
    }
edits-resolve-conflict = decide between two values of { $name }
edits-take-back = take back the earlier { $name }
edits-take-back-all = take the whole book back to an earlier state
edits-mend-links =
    { $count ->
        [one] take out a link to a missing record
       *[other] take out { $count } links to missing records
    }
