
## Choosing book and command

cli-no-default-book = This account has no home folder. Name a book with --book.
cli-book-lost = There is no file { $file }, but older states of this book are beside it. Nothing was begun anew. Copy { $newest } to that name to go on from it, or open the book in the window, which offers all of them. To begin another book, name another file with --book.
cli-no-such-command = “{ $name }” is neither a command nor a file. “cardloom --help” lists the commands.
cli-book-and-command = A book before a command is not read. Name it with --book { $file }.
cli-two-books = Two books were named. Name one of { $file } and { $other }.
cli-no-window = This build of Cardloom has no window. “cardloom --help” lists what it can do.
cli-date-unknown = “{ $text }” is not a date. Write it like 2026-10-14.
cli-pictures-missing =
    { $count ->
        [one] { $count } picture is missing or changed.
       *[other] { $count } pictures are missing or changed.
    } “cardloom check” tells which.
# $holder says who, such as mina@laptop, process 123.
cli-held = { $file } is open in another Cardloom ({ $holder }). Nothing was changed. Close it there and try again.
cli-not-saved = Saving took too long. Whether the changes are on the disk is not known. File: { $file }
cli-contact-unknown = Nobody in the book is called “{ $name }”.
cli-archive-already = { $name } was let go already; there was nothing to do.
cli-archive-not = { $name } was not let go; there was nothing to do.
cli-contact-near = Nobody in the book is called “{ $name }”. Nearly so are these; use the name or the id of one:
cli-contact-ambiguous = “{ $name }” fits several people. Use the id of one of these:

## Demo

cli-demo-done = { $file }: { $people }, { $cards }, { $events }.

## Import. $file is the path as it was typed.

cli-import-added =
    { $count ->
        [one] { $count } card added to the pile.
       *[other] { $count } cards added to the pile.
    }
cli-import-added-to =
    { $count ->
        [one] { $count } card added for { $name }.
       *[other] { $count } cards added for { $name }.
    }
cli-import-event-added = The event “{ $title }” was added, without a date.
cli-import-already = “{ $file }” is already a card of the book and was not added again.
cli-import-book = “{ $file }”: { $people }, { $cards }, { $count } records in all added.
cli-import-book-nothing = “{ $file }”: everything in it is in the book already.
cli-import-own-book = “{ $file }” is the book itself. Nothing was added.
cli-import-dangling =
    { $count ->
        [one] “{ $file }” names { $count } record that it does not have. Nothing was added from it.
       *[other] “{ $file }” names { $count } records that it does not have. Nothing was added from it.
    } “cardloom check” tells which.
cli-import-picture-missing = “{ $file }”: the picture { $picture } could not be copied. Its card shows a placeholder.
cli-import-vcard = “{ $file }” is a vCard file. Cardloom cannot import vCards yet. Nothing was added, the file is unchanged.
cli-import-unknown = “{ $file }” is neither a picture nor a Cardloom book. Nothing was added, the file is unchanged.
cli-import-folder-empty = “{ $file }” holds no pictures.
cli-import-refused =
    { $count ->
        [one] { $count } file was not imported.
       *[other] { $count } files were not imported.
    }

## Export

cli-export-own-book = { $file } is the book itself. Choose another file; nothing was written.
cli-export-exists = There is a file { $file } already; it was not overwritten. Choose another name or add --force.
cli-export-done = { $people } written to { $file }.
cli-export-picture-missing = The picture { $picture } could not be copied.

## Search, show, due, check, render

cli-search-nothing = Nothing was found for “{ $words }”.
# $field is a field of the search as it is typed, such as circle or city.
cli-search-no-value = No { $field } in the book is called “{ $value }”.
cli-searches-none = No search is saved in this book.
cli-searches-unknown = No saved search is called “{ $name }”. Saved: { $names }
cli-due-nothing = Nothing is due until { $day }.
cli-due-ahead = Coming
cli-due-suggested = Suggestions
cli-check-well = { $file } is in order: { $people }, { $cards }, { $events }, { $count } records in all.
cli-check-problems =
    { $count ->
        [one] { $count } problem was found; nothing was changed.
       *[other] { $count } problems were found; nothing was changed.
    }
cli-check-mended =
    { $count ->
        [one] { $count } problem was found; mended: { $mended }.
       *[other] { $count } problems were found; mended: { $mended }.
    }
cli-check-can-mend = “cardloom check --repair” mends what can be mended and keeps the file as it is now.
cli-render-view-unknown = There is no view “{ $name }”. Views: { $names }
cli-render-nothing = “{ $name }” did not open: nothing in the book is what it shows.
cli-render-elsewhere = “{ $name }” did not open: the book can only be read, because another program has it open. Close it there, or draw a copy.
cli-render-size = A side of the picture must have 1 to 8192 pixels.

## Encrypted books

cli-passphrase-prompt = Passphrase of { $file }:
cli-passphrase-new = New passphrase for { $file }:
cli-passphrase-again = The same again:
cli-passphrase-differs = The two passphrases differ; nothing was changed.
cli-passphrase-how = Name a file with the passphrase (--passphrase-file) or set { $variable }.
cli-passphrase-file = The passphrase file { $file } cannot be read: { $detail }
cli-passphrase-terminal = The passphrase could not be read from the terminal: { $detail }
## Merge

cli-merge-done =
    { $file }: { $added ->
        [one] { $added } record added
       *[other] { $added } records added
    }, { $changed } changed, { $removed } removed, { $kept } kept although one side had removed them.
cli-merge-conflicts =
    { $count ->
        [one] { $count } field was changed on both sides. Both values are in the book; the window asks which one stays.
       *[other] { $count } fields were changed on both sides. Both values are in the book; the window asks which ones stay.
    }
cli-merge-other-book = { $file } and { $other } are different books, not copies of one. “cardloom import” takes one in. Nothing was written.

cli-export-csv-needs-events = A table holds events: add --what events.
cli-export-events-formats = Events are written as csv or json.
cli-prep-unknown = There is no event “{ $name }”.
cli-prep-ambiguous = Several events are called “{ $name }”; give the id or the date of one:
cli-prep-done = The prep sheet is written to { $file }. It holds private notes.
