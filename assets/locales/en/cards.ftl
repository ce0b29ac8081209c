## The top bar

cards-add = Add card
# $value is what the cards are grouped by, such as “Event”.
cards-group-by = Group: { $value }
cards-group-event = Event
cards-group-month = Month
cards-group-organization = Company
cards-group-circle = Circle
cards-group-city = City
cards-group-warmth = Warmth
cards-group-none = No groups
cards-sort = Sort
cards-sort-newest = Newest
cards-sort-name = Name
cards-sort-organization = Company
cards-sort-last-contact = Last contact
cards-sort-reversed = The other way round
# The choice between cards and a table, for screen readers.
cards-layout = Layout
cards-layout-cards = Cards
cards-layout-table = Table
cards-size = Size of the cards
cards-size-small = S
cards-size-medium = M
cards-size-large = L
cards-size-small-long = Small cards
cards-size-medium-long = Medium cards
cards-size-large-long = Large cards

## The table

cards-column-name = Name
cards-column-title = Title
cards-column-due = Due
cards-column-email = E-mail
cards-column-phone = Phone
cards-column-circles = Circles
cards-column-tags = Tags
cards-columns = Choose columns
cards-columns-usual = Usual widths
# The handle at a heading with which the width of its column is changed, for screen readers.
cards-column-width = Width of { $name }
cards-column-width-tip = Drag to change the width. Two clicks give the usual one.
# A heading of the table by which it is sorted, for screen readers.
cards-sorted = { $name }, sorted
cards-sorted-back = { $name }, sorted backwards

## The chips

cards-all = All
cards-thank-you-due = Thank-you due
cards-review-due = Review due
cards-circle = Circle
cards-circle-any = All circles
cards-archived = Archived

## The groups

# The cards with which nothing has been done yet.
cards-pile = Pile
cards-pile-count =
    { $count ->
        [one] { $count } card to name
       *[other] { $count } cards to name
    }
cards-pile-name = Name them
cards-without-event = Without an event
cards-without-organization = Without a company
cards-without-circle = In no circle
cards-without-city = Without a city
cards-everybody = Everybody
# How many people of an event have been thanked.
cards-thanked = { $done } of { $total } thanked
cards-open-event = Open event
# How many people of a group have a thank-you or a review that is due.
cards-group-due = { $number } due
cards-group-fold = Fold { $title }
cards-group-unfold = Unfold { $title }
cards-show-month = Show month
cards-show-circle = Show circle
cards-plan-meeting = Plan a meeting
cards-mark-group = Select all
cards-rename = Rename company
cards-rename-label = New name, for all its people
cards-rename-save = Rename

## Several cards

cards-marked =
    { $count ->
        [one] { $count } selected
       *[other] { $count } selected
    }
cards-marked-clear = Clear the selection
cards-marked-delete = Move to trash
cards-marked-log = Log encounter
cards-marked-tag = Tag
# Beside the buttons for people, when cards of the pile are selected too.
cards-marked-pile =
    { $count ->
        [one] { $count } without a name
       *[other] { $count } without a name
    }
cards-marked-pile-why = Cards without a name belong to nobody: circles, tags and encounters leave them out.
cards-no-event = No event
cards-tag-new = New tag
cards-tag-hint = A word or two
# What hangs on the pointer.
cards-carried =
    { $count ->
        [one] { $count } card
       *[other] { $count } cards
    }
cards-drop-event = Drop on an event
cards-export = Export
cards-export-title = Export people
cards-export-ron = Book with pictures
cards-export-json = People as JSON
cards-export-running = Exporting …
# $people is “3 people”.
cards-exported = { $people } exported: { $file }

## A card

# What a screen reader says: name and company.
cards-tile = { $name }, { $organization }
cards-tile-back = { $name }, back: { $words }
cards-without-name = No name yet
cards-turn = Turn over
cards-back-empty = Nothing written yet.
# $when is “today”, “in 3 days” or “2 days late”.
cards-badge-thanks = Thank-you, { $when }
cards-badge-review = Review { $when }
cards-badge-passed-on = Passed on ×{ $count }
cards-badge-filing = Needs filing
cards-menu-name = Name this card
cards-menu-mark = Select beside others
cards-menu-unmark = Take out of the selection
cards-menu-unfile = Put back into the pile
cards-menu-remove = Move card to trash
cards-menu-delete = Move to trash

## Nothing to show

cards-empty-search = Nothing found
cards-empty-search-words = No card says “{ $query }”.
cards-empty-not-in = Not in { $circle }
cards-empty-not-among = Not among these cards
cards-empty-elsewhere =
    { $count ->
        [one] Elsewhere, one card says “{ $query }”.
       *[other] Elsewhere, { $count } cards say “{ $query }”.
    }
cards-empty-elsewhere-show =
    { $count ->
        [one] Show it there
       *[other] Show them there
    }
cards-empty-in-archive =
    { $count ->
        [one] One card in the archive says “{ $query }”.
       *[other] { $count } cards in the archive say “{ $query }”.
    }
cards-empty-filter = No card fits
cards-empty-filter-words = No card passes all filters at once.
cards-empty-filter-clear = Show all cards
cards-empty = No cards yet
cards-empty-words = Drop scans anywhere in this window.
cards-empty-archived = Nobody is on the desk
cards-empty-archived-words =
    { $count ->
        [one] The one person of this book is archived.
       *[other] All { $count } people of this book are archived.
    }
cards-empty-archived-show = Show the archive
cards-empty-trash = Everything is in the trash
cards-empty-trash-words =
    { $count ->
        [one] One entry can be brought back.
       *[other] { $count } entries can be brought back.
    }
cards-empty-trash-show = Open the trash

## Naming a card

cards-name-title = Name the cards
# A place in the pile, as in “3 of 12”.
cards-name-hint = As on the card
cards-name-parts = Parts of the name
cards-name-latin = In Latin letters
cards-event-hint = Choose or type a new one
cards-event-new = New event “{ $title }”
cards-received = Received on
cards-date-wrong = This is no date. Write 14 Oct, yesterday or 2026-10-14.
cards-date-future = This day is still to come.
cards-email-wrong = An e-mail address has an @ in it.
cards-name-needed = A name or a company is needed.
cards-exchange = Who asked
cards-impression-hint = What stayed with you? It goes on the back of the card.
cards-save-next = Save and next
cards-save-last = Save
cards-known = { $name } is in the book already.
cards-known-file = It is this person’s card
cards-use-as-back = It is the back of the card before
cards-use-as-back-of = It is the back of { $name }’s card
cards-turned = Show the other side
cards-zoom-in = Larger
cards-zoom-out = Smaller
cards-pile-done = The pile is sorted

## A card typed by hand

cards-new-title = New card by hand
cards-new-received = I have this card
cards-new-save = Add person

## Whose scans

cards-file-title =
    { $count ->
        [one] Whose card is this?
       *[other] Whose { $count } cards are these?
    }
cards-file-words =
    { $count ->
        [one] { $count } scan arrived while { $name } is selected.
       *[other] { $count } scans arrived while { $name } is selected.
    }
cards-file-new =
    { $count ->
        [one] A new card of { $name }
       *[other] New cards of { $name }
    }
cards-file-new-words = It becomes the current card; the older ones stay.
cards-file-back = The back of { $name }’s card
cards-file-back-words = The front stays as it is.
cards-file-other = Somebody else
cards-file-other-words = Into the pile, to be named.

## A path instead of a dialog

cards-path-title-cards = Where are the scans?
cards-path-title-book = Where is the book?
cards-path-title-export = Where is the export to go?
cards-path-why = This system offers no file dialog. Type or paste the path instead; dropping files on the window works too.
cards-path-label = Path
cards-path-not-absolute = Write the whole path, from the root on.
cards-path-not-book = The name of a book ends in .ron.
# $ending is “json” and the like.
cards-path-not-format = The name of this file ends in .{ $ending }.
cards-path-export-why = This system offers no file dialog. Type or paste the path of the new file; no file is overwritten.
cards-path-add = Add
