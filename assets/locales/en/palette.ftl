# The command palette: one field for everything, Ctrl+K.
palette-action = Find anything
palette-hint = Find people, events, commands …
palette-hits =
    { $count ->
        [one] { $count } hit in { $time } ms
       *[other] { $count } hits in { $time } ms
    }
palette-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
palette-people-heading = People
palette-do = Do
palette-views = Views
palette-enter = Open
palette-nothing-yet = Nothing here yet.
palette-foot-move = move
palette-foot-do = do it
palette-foot-back = back
palette-foot-actions = actions
palette-foot-commands = commands
palette-foot-events = events
palette-foot-people = people
palette-log-line = Log this as an encounter …
palette-open = Open { $name }
palette-log-with = Log an encounter with { $name }
palette-log-with-all = Log an encounter with everybody at { $name }
palette-pass-on = Pass { $name } on
palette-introduce = Introduce { $name }
palette-remind = Add a reminder about { $name }
palette-review-of = Review { $name }
palette-relate-to = Tie { $name } to somebody
palette-write = Write to { $address }
palette-copy = Copy { $value }
palette-in-network = Show { $name } in the network
palette-in-calendar = Show { $name } in the calendar
palette-change = Change { $name }
palette-show-in-cards = Show “{ $query }” in the cards
palette-show-in-network = Show “{ $query }” in the network

## Commands without a place of their own elsewhere

palette-add-event = Add an event
palette-sort-pile = Sort the pile: name its cards
palette-review = Review a person
palette-relate = Tie a person to another
palette-check-book = Check the book
palette-passphrase = Set or change the passphrase
palette-theme-light = Light theme
palette-theme-dark = Dark theme
palette-theme-system = Theme of the system
palette-language-en = Speak English
palette-language-ja = Speak Japanese
palette-language-de = Speak German
palette-fold-rail = Fold or unfold the rail
palette-load-demo = Load the demo network
palette-next-pane = Next part of the window
palette-previous-pane = Previous part of the window

## The parts of the window

palette-pane-rail = Rail
palette-pane-banners = Notices
palette-pane-view = View
palette-pane-inspector = Inspector
palette-pane-toasts = Messages

## Where something was found

palette-field-name = Name
palette-field-expertise = Can do
palette-field-need = Needs
palette-field-tag = Tag
palette-field-circle = Circle
palette-field-city = City
palette-field-reach = Reach
palette-field-print = On the card
palette-field-encounter = Encounter
palette-field-task = To do
palette-export-ron = Export a book with pictures …
palette-export-json = Export people as JSON …
palette-export-ics = Export follow-ups and events as a calendar …
