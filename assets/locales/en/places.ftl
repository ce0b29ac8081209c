## Where the cards are: boxes, binders with pages, wallets; lent, given away, thrown away.

places-title = Places
places-kind-binder = Binder
places-kind-page = Page
places-kind-wallet = Wallet
places-kind-drawer = Drawer
places-kind-other = Place
places-unknown = Not known where
places-cards =
    { $count ->
        [0] no cards
        [one] one card
       *[other] { $count } cards
    }

## What the user did, as it follows “Undo: ”.

places-undo-add = make the place “{ $name }”
places-undo-change = change the place “{ $name }”
places-undo-move = move the place “{ $name }”
places-undo-remove = remove the place “{ $name }”
places-undo-put =
    { $count ->
        [one] put a card into “{ $name }”
       *[other] put { $count } cards into “{ $name }”
    }
places-undo-nowhere =
    { $count ->
        [one] take a card out of its place
       *[other] take { $count } cards out of their places
    }
places-undo-lend =
    { $count ->
        [one] lend a card to { $name }
       *[other] lend { $count } cards to { $name }
    }
places-undo-back =
    { $count ->
        [one] take a card back
       *[other] take { $count } cards back
    }
places-undo-hand-over = give { $name }’s card to { $to }
places-undo-give =
    { $count ->
        [one] give a card to { $name }
       *[other] give { $count } cards to { $name }
    }
places-undo-discard =
    { $count ->
        [one] throw a card away
       *[other] throw { $count } cards away
    }

## Rules that an edit can break.

places-inside-itself = A place cannot lie inside itself.
places-too-deep = Places can lie inside one another eight deep, not deeper.

## Lent cards. $day is a date.

places-since = since { $day }
places-back-by = back by { $day }
places-overdue = overdue since { $day }

## The contact sheet.

places-sheet = Contact sheet
places-sheet-private = For your own eyes: the cards show addresses and numbers.
places-sheet-page = Page { $page } of { $count }
places-sheet-too-many = There are { $count } cards in this place; a contact sheet takes { $most }. Print its parts one after another.
places-sheet-done = { $cards } cards on { $pages } pages are written to { $file }. They are for your own eyes.
places-sheet-missing =
    { $count ->
        [one] The picture of one card is missing; its name stands there.
       *[other] The pictures of { $count } cards are missing; their names stand there.
    }
places-no-place = There is no place “{ $name }”.
places-ambiguous = Several places are called “{ $name }”; give the path or the id of one:

## The page of places, and its smaller sheets.

places-action = Places: where the cards are
places-place = Place
places-search = Search here
places-pick-hint = Type to find a place, or name a new one
places-pick-new = New place “{ $name }”
places-put = Put into a place
places-put-title =
    { $count ->
        [one] Where is this card?
       *[other] Where are these { $count } cards?
    }
places-put-none = There is no place yet. Type a name, such as Blue box, and press Enter.
places-take-out = Not known where
places-new = New place
places-new-inside = New place inside
places-change = Change place
places-remove = Remove place
places-remove-to =
    { $count ->
        [0] Places inside it come into “{ $name }”.
        [one] Its card and the places inside it come into “{ $name }”.
       *[other] Its { $count } cards and the places inside it come into “{ $name }”.
    }
places-remove-out =
    { $count ->
        [0] Places inside it stay.
        [one] For its card it is no longer known where it is; places inside it stay.
       *[other] For its { $count } cards it is no longer known where they are; places inside it stay.
    }
places-name-hint = Blue box, Binder 2024, Wallet
places-name-needed = A place needs a name.
places-name-taken = There is a place of this name here already.
places-kind = What it is
places-inside = Lies inside
places-inside-nothing = Nothing
places-up = Move up
places-down = Move down
places-in = Into the place above
places-out = Out of the place around it
places-chosen =
    { $count ->
        [one] One card chosen
       *[other] { $count } cards chosen
    }
places-choose-hint = Choose cards, or drag them onto a place. Ctrl and Shift choose several.
places-choose-none = Choose none
places-empty = No places yet
places-empty-words = Name a box, a binder or a wallet. Then every card tells where it is.
places-empty-here = Nothing lies here
places-empty-here-words = Drag cards here from another place, or choose cards and press W.
places-throw-away = Throw away
places-lend = Lend
places-give = Give away
places-way = Lend or give away
places-lend-title =
    { $count ->
        [one] Lend this card
       *[other] Lend { $count } cards
    }
places-give-title =
    { $count ->
        [one] Give this card away
       *[other] Give { $count } cards away
    }
places-to = To whom
places-back-past = That day has passed.
places-back-day = Back by
places-back-hint = in two weeks, 31 Oct; or nothing
places-back-words = With a day, asking for it is on your list then. When it came back it is where it was before.
places-give-words = The paper is gone, the picture stays. A referral of this card to the same person names it from now on.
places-fetch = Fetch { $name }’s card
places-fetch-nameless = Fetch a card
places-came-back = Came back
places-given-back = Given back
places-found-again = Still here
places-back-day-change = Another day
places-show-person = Show person
places-with-since = With { $name } since { $day }
places-to-on = To { $name } on { $day }
places-away-on = On { $day }
places-late =
    { $count ->
        [one] one overdue
       *[other] { $count } overdue
    }
places-sheet-button = Contact sheet…
places-sheet-paper = Paper
places-sheet-size = Size of the cards
places-sheet-true = As they are
places-sheet-small = Small, with names
places-sheet-pages =
    { $count ->
        [one] One page
       *[other] { $count } pages
    }
places-sheet-make = Save to print…
places-sheet-save = Save the contact sheet
places-sheet-running = Making the contact sheet
places-keys-move = Move the place up or down
places-keys-in-out = Move the place into another, or out of it
places-keys-choose = Choose the card, or show the place
places-put-other = Another place…
places-lend-menu = Lend…
places-give-menu = Give away…
places-show = Show the places
places-without = Without a place
places-put-menu = Put into a place…
places-search-in = whose card lies there, or with whom it is
places-any = Any place
places-put-batch = Put these cards into…
places-menu-person = Show the person
places-menu-card = Show the card
places-keys-escape = Choose none, then close the page
places-keys-menu = The menu of the card
