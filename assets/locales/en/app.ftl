# The name of the program. Not translated.
app-name = Cardloom
# What the program is, under its name.
app-tagline = Business cards that become relationships

## The rail

app-view-today = Today
app-view-cards = Cards
app-view-network = Network
app-view-calendar = Calendar
app-view-events = Events
app-view-referrals = Referrals
app-view-settings = Settings
app-offline = Offline. Stays on this computer.
# The heading above the list of circles, and the name of the field.
app-circles = Circles
app-circles-add = Add circle
# The heading above the saved searches.
app-searches = Searches
app-searches-add = Save this search
app-searches-up = Move up
app-searches-down = Move down
app-in-several-circles =
    { $count ->
        [one] { $count } person is in two or more
       *[other] { $count } people are in two or more
    }

## Undo and redo

app-undo = Undo
app-redo = Redo
# $label is what was done, for instance "move Priya's thank-you to Friday".
app-undo-label = Undo: { $label }
app-redo-label = Redo: { $label }
app-undone = Undone: { $label }
app-redone = Redone: { $label }
app-nothing-to-undo = Nothing to undo
app-nothing-to-redo = Nothing to redo

## Saving

app-saved = Saved
app-saving = Saving …
app-not-saved = Not saved
app-save-again = Save again

## Search

app-search = Search
app-search-cards = Search name, company, expertise …
app-search-network = Find in network
app-search-calendar = Find in calendar
app-search-clear = Clear search
app-search-help = All search words
app-search-save = Save this search
# $name is the saved search.
app-search-saved = Saved as “{ $name }”
app-search-save-nothing = Type a search first, then it can be saved.
app-search-none = Nothing found for “{ $query }”.
app-search-list = Search suggestions
app-search-preparing = The search is being prepared…
app-search-more = Type ? for all search words
app-search-unknown = There is no field “{ $field }”; it is searched as text.
app-search-value = “{ $value }” does not fit { $field }; it is searched as text.
app-search-in-circle = in a circle
app-search-in-needs = looks for something
app-search-in-expertise = can do or offers something
app-search-in-organization = at an organization
app-search-in-title = job title or department
app-search-in-tag = has a tag
app-search-in-city = in a city
app-search-in-event = met at an event
app-search-in-name = in names only
app-search-in-note = in notes, impressions and encounters
app-search-in-print = printed on the card
app-search-in-reach = in phone, mail and address
app-search-in-met = met in a year, month or on a day
app-search-in-warmth = warmer or colder than a number
app-search-in-due = something is to be done
app-search-in-has = something is there
app-search-in-is = archived, virtual, mentioned
# In which field something was found; stands before the words.
app-search-hit-name = Name
app-search-hit-organization = Organization
app-search-hit-title = Title
app-search-hit-expertise = Can do
app-search-hit-need = Looks for
app-search-hit-tag = Tag
app-search-hit-circle = Circle
app-search-hit-city = City
app-search-hit-event = Event
app-search-hit-reach = Contact
app-search-hit-note = Note
app-search-hit-print = On the card
app-search-hit-impression = Impression
app-search-hit-encounter = Encounter
app-search-hit-referral = Referral
app-search-hit-task = To do
app-search-sheet-new = Save search
app-search-sheet-edit = Edit search
app-search-sheet-name-hint = for example Warm makers
app-search-sheet-query = What is searched
app-search-sheet-finds =
    { $count ->
        [one] Finds { $count } person now.
       *[other] Finds { $count } people now.
    }
app-search-sheet-name-needed = A saved search needs a name.
app-search-sheet-query-needed = Nothing is searched yet.
app-search-sheet-delete = Delete search
app-search-sheet-stays = The people whom it finds stay.

## First start

app-start-language = Language
app-start-title = Drop your scanned cards here
app-start-formats = JPEG, PNG, WebP, TIFF, BMP or GIF, as many as you like.
app-start-choose = Choose files
app-start-by-hand = Type a card by hand
app-start-demo-title = Try the demo network
app-start-demo-body = Invented people, cards and events to look around in.
app-start-demo-button = Load demo
app-start-import-title = Import
app-start-import-body = Scans or photos of cards from this computer.
app-start-import-button = Import …
app-start-open-title = Open a Cardloom book
app-start-open-body = Bring your cards from another computer.
app-start-open-button = Open …
app-start-promise = Cardloom works offline. Your cards live in one folder that belongs to you.

## Dropping files

app-drop-title =
    { $count ->
        [one] Drop { $count } scan anywhere
       *[other] Drop { $count } scans anywhere
    }

## Closing the window

app-closing-title = Saving your last changes
app-closing-body = The window closes by itself as soon as everything is safe.
app-closing-failed-title = Your last changes are not saved
app-closing-failed-body = { $reason } If you close now, the changes since the last save are lost.
app-closing-stay = Keep open
app-closing-discard = Close without saving

## Books

app-book-could-not-open = The book could not be opened

## About

app-about = About Cardloom
app-about-version = Version { $version }
app-about-build = Built on { $date } from { $commit }
app-about-promise = No account, no network connection, no telemetry. Everything stays on this computer.
app-about-licence = Free software under the MIT licence or the Apache licence 2.0.
app-about-fonts = Typefaces: Inter, BIZ UDPGothic and Klee One (SIL Open Font License 1.1). Icons: Phosphor (MIT).
app-about-copy = Copy version

## Menus and keys

app-shortcuts = Keyboard shortcuts

## Actions with a key

app-action-add-cards = Add scans …
app-action-paste-image = Paste a picture
app-action-new-contact = New card by hand
app-action-search = Search
app-action-save-search = Save the search
app-action-save = Save now
app-action-log-encounter = Log an encounter
app-action-pass-on = Pass the card on
app-action-introduce = Introduce
app-action-mail = Write a mail
app-action-add-follow-up = Add a reminder
app-action-open-book = Open a book …
app-action-shortcuts = Keyboard shortcuts

## Lines that tell what happened

app-no-book-open = No book is open. Open one first; nothing was changed.
app-copied = Copied
app-link-not-opened = “{ $address }” could not be opened. { $reason } Copy it and open it yourself.
# Why an address could not be opened: nothing on this machine took it.
app-link-no-program = No program for it answered.
# Why an address could not be opened: it is of a kind that may start something else.
app-link-unknown = It is no web, mail, phone or map address.
# Button beside it.
app-link-copy = Copy address
# A letter that no program took; shown in the sheet where it was written.
app-letter-not-taken = No mail program took the letter. Copy it, and paste it where you write.
# $name is whose letter it is.
app-letter-not-opened = No mail program took the letter to { $name }.
app-letter-not-told = No mail program took the note to { $name }, so telling them is still a promise.
app-letter-too-long = The letter to { $name } is too long to be handed over. Copy it into the mail.
app-letter-copied = The note to { $name } is on the clipboard. Is it sent?
app-letter-copy = Copy letter
app-select-person-first = Select a person first.
app-no-mail-address = No e-mail address is known. Add one in the details.
app-settings-not-saved = The settings could not be kept: { $reason } They hold until the program closes.
app-demo-loading = Making the demo network
app-book-opening = Opening the book …
app-book-try-again = Try again
app-choose-cards = Choose scans of cards
app-choose-cards-kind = Pictures
app-choose-book = Open a Cardloom book
app-choose-book-kind = Cardloom books
app-drop-to-pile = They land in the pile, ready to be named.
app-drop-asks = You say next whose cards they are.

## Edits that break a rule

app-edit-missing = That is no longer there. Nothing was changed.
app-edit-name-needed = A name or a company is needed. Nothing was changed.
app-edit-text-needed = A few words are needed. Nothing was changed.
app-edit-person-needed = Choose at least one person. Nothing was changed.
app-edit-same-person = That is the same person. Nothing was changed.
app-edit-day-before-referral = That day is before the card was passed on. Nothing was changed.
app-edit-no-amount = That is no amount of money. Nothing was changed.
app-edit-ends-before-start = The last day is before the first. Nothing was changed.
app-edit-read-only = This book is open for reading only. Nothing was changed.

app-saved-file = Saved: { $file }
