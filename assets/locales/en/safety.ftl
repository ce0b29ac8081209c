## The book is open for reading only

safety-held = Another window has this book open
# $who is the account and machine, $since a time such as "today, 9:12".
safety-held-by = Another window has this book open: { $who }, since { $since }
safety-held-by-who = Another window has this book open: { $who }
safety-held-since = Another window has this book open since { $since }
safety-held-more = You can look at everything here. As soon as the other window is closed, you can also write.
safety-refused = This book can only be read
safety-backup = This is an earlier state of the book
# $file is the name of the file of the earlier state.
safety-backup-more = { $file } is shown for reading. The book itself was not changed.
safety-try-again = Try again
safety-save-copy = Save a copy elsewhere …
# The mark beside the name of the file.
safety-read-only = Read only
# Told when somebody tries to change something.
safety-nothing-changed = The book is open for reading only. Nothing was changed.
safety-now-writable = The other window is closed. You can write here now.
safety-writable-again = You can write here now.

## A copy elsewhere

safety-copy-title = Save a copy of the book
safety-copy-kind = Cardloom book
# Proposed name of the copy, without its ending.
safety-copy-name = { $name } copy
safety-copy-making = Saving a copy …
safety-copied = A copy was saved: { $file }
safety-copied-without =
    { $count ->
        [one] A copy was saved without { $count } picture that is missing or damaged: { $file }
       *[other] A copy was saved without { $count } pictures that are missing or damaged: { $file }
    }
safety-copy-path-why = The system offers no file dialog. Type where the copy is to be, with its name.
safety-copy-path-save = Save copy

## Not saved

safety-not-saved = Your last changes are not saved

## Changed by another program

safety-taken-over =
    { $count ->
        [one] { $count } change from another program was taken over
       *[other] { $count } changes from another program were taken over
    }
safety-taken-over-none = The file was changed by another program. Nothing in the book differs.
safety-taken-show = Show
safety-taken-title = Taken over from another program
safety-outside-unreadable = Another program has changed the file, and it cannot be read any more
safety-outside-replace = Save over it
safety-outside-unreadable-more = { $reason } What you see here is kept and will not overwrite that file. Saving over it keeps that file among the earlier states.

## Conflicts

safety-conflicts =
    { $count ->
        [one] { $count } field was changed in two places
       *[other] { $count } fields were changed in two places
    }
safety-conflicts-more = Both values are kept until you decide.
safety-conflicts-decide = Compare
safety-later = Later
safety-conflicts-title = Changed in two places
safety-conflict-here = In the book now
safety-conflict-other = From another program
safety-conflict-other-file = From { $file }
# $when is a time such as "yesterday, 18:20".
safety-conflict-noticed = noticed { $when }
safety-conflict-changed = changed { $when }
safety-conflict-keys-two = ← → previous and next · 1 keep · 2 take the other
safety-conflict-empty = Empty
safety-conflict-keep = Keep this
safety-conflict-take = Take the other
safety-conflict-both = Keep both
safety-conflicts-none = Everything is decided
safety-conflicts-none-more = There is no field left with two values.
# The mark at a person in the inspector.
safety-conflict-person =
    { $count ->
        [one] { $count } field has two values
       *[other] { $count } fields have two values
    }
safety-conflict-keys = ← → previous and next · 1 keep · 2 take the other · 3 both

## Copies beside the book

safety-copies =
    { $count ->
        [one] Another copy of this book lies beside it
       *[other] { $count } other copies of this book lie beside it
    }
# $program is Syncthing, Dropbox or Nextcloud.
safety-copies-more = { $program } made { $file }, because two computers had changed the book. Merging takes over what is new and throws nothing away.
safety-copies-merge = Merge
safety-merging = Merging the copy …
safety-merged-nothing = The copy had nothing that this book does not have.

## Earlier states

safety-earlier = Earlier states …
safety-earlier-title = Earlier states of the book
safety-earlier-none = No earlier states yet
safety-earlier-none-more = Cardloom keeps one at the first save after opening and then every ten minutes at most.
safety-earlier-choose = Choose a state at the left to see what was different then.
safety-earlier-reading = Reading this state …
# Date and time: $day is "Today", "Yesterday" or a date.
safety-moment = { $day }, { $time }
safety-earlier-unreadable = Cannot be read
safety-earlier-search = Search people
safety-earlier-same = Nobody differs
safety-earlier-same-more = Everybody in this state is the same as now.
safety-earlier-same-people = No person differs
safety-earlier-same-people-more = Other things do. They come back with the whole book.
# $what is a list such as "3 cards · 1 event".
safety-earlier-others = Also different: { $what }
safety-earlier-companies =
    { $count ->
        [one] { $count } company
       *[other] { $count } companies
    }
safety-earlier-circles =
    { $count ->
        [one] { $count } circle
       *[other] { $count } circles
    }
safety-earlier-entries =
    { $count ->
        [one] { $count } more entry
       *[other] { $count } more entries
    }
safety-earlier-not-found = Nobody of that name differs.
safety-earlier-changed = Changed since
safety-earlier-only-then = Only then
safety-earlier-only-now = Only now
safety-earlier-then = Then
safety-earlier-now = Now
safety-earlier-take-back = Take back
safety-earlier-take-back-name = Take { $name } back
safety-earlier-take-all = Take the whole book back
safety-earlier-take-all-more = What was added since leaves the book. Undo brings it back, and the present state stays in the list.

safety-fact-cards = Cards
safety-fact-encounters = Encounters
safety-fact-follow-ups = Follow-ups
safety-fact-tags = Tags

## A book that does not open

safety-failed-stopped = Opening was stopped. The file was left as it is.
safety-failed-salvage = Open what can be read
safety-failed-salvage-more = The damaged file is copied first. What cannot be read is put aside in a file of its own; nothing is deleted.
safety-failed-earlier = Open an earlier state
safety-failed-earlier-more = The present file is kept as a copy beside the earlier states; then the book goes on from the state that you choose.
safety-failed-earlier-open = Open
safety-failed-earlier-open-name = Open the state of { $when }
safety-failed-earlier-none = There is no earlier state beside this book.
safety-failed-all-states =
    { $count ->
        [one] Show { $count } more
       *[other] Show { $count } more
    }
safety-failed-other = Choose another book …
safety-failed-copy-path = Copy path
safety-failed-show-folder = Show folder
safety-failed-back = Back to the open book
safety-restored = The book goes on from the state of { $when }. The file from before is kept beside the earlier states.
safety-restored-lost = The book goes on from the state of { $when }.
safety-lost-title = This book is missing
safety-lost-earlier-more = The book goes on from the state that you choose; its file is made anew.
safety-failed-begin-new = Begin a new book
safety-failed-begin-new-more = It gets the name { $name }. Everything else stays where it is.
# $why is a whole sentence.
safety-no-backup = The book is saved, but the state before it could not be kept among the earlier states. { $why }

## Opening

safety-opening-cancel = Cancel

## A book with a passphrase

safety-unlock-title = This book is locked
safety-unlock-more = Type its passphrase. It never leaves this computer.
safety-unlock-field = Passphrase
safety-unlock-show = Show the passphrase
safety-unlock-hide = Hide the passphrase
safety-unlock-open = Unlock
safety-unlock-empty = Type the passphrase first.
safety-unlock-wrong = That is not the passphrase of this book. Nothing happened to it; try again.
safety-unlock-wrong-caps = That is not the passphrase of this book. Perhaps Caps Lock is on: it has capital letters only.
safety-unlock-spaces = It begins or ends with a space. That counts as part of it.
safety-unlocking = Unlocking …

## Settings: safety

safety-settings = Safety
safety-settings-hint = What you see as saved survives a crash and a power cut.
safety-settings-backups = Earlier states
safety-settings-backups-count =
    { $count ->
        [one] { $count } state, the newest of { $when }
       *[other] { $count } states, the newest of { $when }
    }
safety-settings-backups-none = None yet. The first is kept at the next save.
safety-settings-show = Show …
safety-settings-encryption = Passphrase
safety-settings-encrypted = The book and its pictures are locked with a passphrase.
safety-settings-not-encrypted = None. Whoever can read your files can read the book.
safety-settings-set = Set a passphrase …
safety-settings-change = Change …
safety-settings-remove = Remove …
safety-settings-check = Check the book
safety-settings-check-hint = Looks for damage, missing pictures and links that lead nowhere.
safety-settings-check-button = Check …

safety-settings-copy = Copy
safety-settings-copy-hint = The book with all its pictures, in a folder or on a disk of your choice.

## The sheet for the passphrase

safety-passphrase-set-title = Set a passphrase
safety-passphrase-change-title = Change the passphrase
safety-passphrase-remove-title = Remove the passphrase
safety-passphrase-warning = It cannot be brought back
safety-passphrase-present = Present passphrase
safety-passphrase-new = New passphrase
safety-passphrase-again = The same once more
safety-passphrase-differs = The two are not the same.
safety-passphrase-understood = I have kept it in a safe place
safety-passphrase-understood-first = Tick the box first.
safety-passphrase-set = Set passphrase
safety-passphrase-change = Change passphrase
safety-passphrase-remove = Remove passphrase
safety-passphrase-remove-more = The book, its pictures and its earlier states are written again without a lock. Whoever can read your files can then read them.
safety-passphrase-working = Writing the book and its pictures again …
safety-passphrase-working-more = The program can be closed; what is not finished goes on at the next start.

## The sheet that checks the book

safety-mending = Mending the book …
safety-check-locate-not-found = The picture is not in that folder. Nothing was changed.
safety-check-locate-path-why = The system offers no file dialog. Type the folder in which the picture may be.
safety-check-locate-search = Look there
safety-check-show = Show

safety-check-title = Check the book
safety-check-running = Looking at every entry and every picture …
safety-check-fine = Nothing is wrong: every entry can be read, and every picture is where it belongs.
safety-check-found =
    { $count ->
        [one] { $count } thing is not as it should be
       *[other] { $count } things are not as they should be
    }
safety-check-again = Check again
safety-check-mend-all = Mend what can be mended
safety-check-locate = Locate …
safety-check-locate-title = Find the picture
safety-check-located = The picture is back in its place.
safety-check-unused =
    { $count ->
        [one] { $count } picture belongs to no card
       *[other] { $count } pictures belong to no card
    }
safety-check-unused-more = They are moved to a folder beside the earlier states and stay there for thirty days.
safety-check-unused-move = Move them away

## Leaving a sheet with something typed into it

safety-typed-title = You have typed something
safety-typed-body = It is not in the book yet and would be lost.
safety-typed-stay = Keep editing
safety-typed-discard = Discard
