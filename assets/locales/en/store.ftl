## Opening a book. $file is the path; the sentence about the untouched file follows by itself.

store-untouched = Nothing was opened and the file was left as it is.
store-not-found = There is no file { $file }. Perhaps it was moved or renamed.
store-is-folder = { $file } is a folder. Choose the file of the book inside it.
store-not-a-file = { $file } is not a regular file.
store-empty = { $file } is empty. A copy from before may still be in a backup.
store-not-a-book = { $file } is not a Cardloom book. It looks like { $looks }.
# $detail is one of the sentences below.
store-syntax = { $file } has a mistake in line { $line }, column { $column }: { $detail } The place reads “{ $excerpt }”.
store-cut-off = { $file } ends in the middle, in line { $line }, column { $column }: it was cut off. Try a copy or a backup.
# $lines is a list such as “12, 40”.
store-altered =
    { $file } was changed by another program or is damaged: its checksum does not fit. { $count ->
        [one] One record can still be read.
       *[other] { $number } records can still be read.
    } Repairing the book takes over what can be read; a backup may have everything. After editing by hand, delete the last line of the file.
store-altered-in-lines =
    { $file } was changed by another program or is damaged: its checksum does not fit. Not readable: line { $lines }. { $count ->
        [one] One record can still be read.
       *[other] { $number } records can still be read.
    } Repairing the book takes over what can be read; a backup may have everything.
store-newer-version = { $file } was written by a newer Cardloom (format { $found }, this one reads up to { $supported }). Install the newer version to open it.
store-too-large = { $file } has { $size } MB. Books of up to { $limit } MB can be opened.
store-denied = The system does not allow reading { $file }. Check its permissions.
store-another-book = In the place of { $file } there is another book now.
store-unreadable = { $file } could not be read: { $detail }.

## What a file that is not a book looks like: fits into "It looks like …"

store-looks-picture = a picture
store-looks-pdf = a PDF document
store-looks-archive = an archive or an office document
store-looks-database = a database
store-looks-json = a JSON file
store-looks-xml = an XML or HTML file
store-looks-vcard = a vCard file
store-looks-utf16 = a text in UTF-16; save it as UTF-8 and try again
store-looks-zeros = the remains of a power failure: it has nothing but zero bytes
store-looks-text = another kind of text
store-looks-binary = another kind of file

## Mistakes inside a book: whole sentences

# $words come from the parser, in English.
store-detail-parser = The text does not follow the rules ({ $words }).
store-detail-not-utf8 = There are bytes that are not UTF-8 text.
store-detail-zero-bytes = There are zero bytes; the file is damaged.
store-detail-duplicate-id = The id { $id } stands already in line { $line }.
store-detail-nil-id = A record has no id.
store-detail-ill-formed-attachment = Hash, extension and id of the picture do not fit together.
store-detail-unknown-field = The field “{ $field }” is unknown to this version and would be lost.
store-detail-not-finite = A position is not a number.
store-detail-no-place = It is not known what this line belongs to.
store-detail-no-such-version = There is no format { $version }.

## Notices about a book that was opened

store-missing-attachment = { $book }, line { $line }: the picture { $file } is missing. The card shows a placeholder; everything else was opened. Put the file back to see it again.
store-changed-attachment = { $book }, line { $line }: the picture { $file } is not the one that came in.
store-dangling = { $book }, line { $line }: something is named that is not in the book ({ $id }). Everything else was opened.
store-unsigned = The last line of { $book }, with the checksum, is missing: the file was edited by hand. Everything was opened; the next save adds the line again.
store-missing-attachments =
    { $count ->
        [one] One picture is missing in { $folder }. Its card shows a placeholder; everything else was opened. Put the file back to see it again.
       *[other] { $number } pictures are missing in { $folder }. Their cards show a placeholder; everything else was opened. Put the files back to see them again.
    }
store-changed-attachments =
    { $count ->
        [one] One picture in { $folder } is not the one that came in.
       *[other] { $number } pictures in { $folder } are not the ones that came in.
    }
store-dangling-many =
    { $count ->
        [one] { $book } names one thing that is not in it. Everything else was opened.
       *[other] { $book } names { $number } things that are not in it. Everything else was opened.
    }

## Saving. The sentence about the kept changes follows by itself.

store-refused-read-only = The file or the disk is read-only. Make it writable and try again. File: { $file }
store-refused-denied = The system does not allow writing there. Check the permissions and try again. File: { $file }
store-save-kept = Your changes are still here.
store-save-disk-full = Could not save: the disk is full. Free some space and save again. File: { $file }
store-save-read-only = Could not save: the file or the disk is read-only. Make it writable and save again. File: { $file }
store-save-denied = Could not save: the system does not allow writing there. Check the permissions and save again. File: { $file }
store-save-folder-missing = Could not save: the folder is gone. Bring it back or reconnect the disk and save again. File: { $file }
store-save-exists = There is a file of this name already; it was not overwritten. Choose another name. File: { $file }
# $holder says who, such as mina@laptop, process 123.
store-save-held = Could not save: another Cardloom has the book open for writing ({ $holder }). Close it there and save again. File: { $file }
store-save-unreadable = Could not save: another program changed the file, and what it wrote cannot be read. It was not overwritten. Save a copy elsewhere, or replace the file; it is kept among the backups. File: { $file }
store-save-internal = Could not save: the program made a mistake ({ $detail }). File: { $file }
store-save-other = Could not save: { $detail }. File: { $file }

## Encrypted books. The sentence about the untouched file follows where nothing was opened.

store-locked = { $file } is encrypted. Type its passphrase to open it.
store-wrong-passphrase = This is not the passphrase of { $file }. Check upper and lower case and the keyboard layout.
# $why is one of the sentences below.
store-sealed = { $file } is encrypted and cannot be read. { $why }
store-sealed-damaged-key = Its first lines, which hold the key, are damaged. A backup or another copy has the same lines.
store-sealed-damaged = Its content is damaged or cut off. Try a backup or another copy.
store-sealed-newer = A newer Cardloom encrypted it. Install the newer version to open it.
store-sealed-work = Trying a passphrase would take very long; Cardloom did not make this file.
store-sealed-other-key = It has the key of another book.
store-sealed-too-large = It is larger than what can be opened.
store-sealed-failed = The system reports: { $detail }.

## Turning encryption on and off

store-protect-forgotten = Nobody can recover a forgotten passphrase, and without it nobody can read the book. Write it down and keep it in a safe place.
store-protect-visible = What stays visible: the names and sizes of the files, how many pictures there are, and when they changed.
store-protect-traces = Files that were readable before are removed, but a disk may keep traces of them. Copies elsewhere stay as they are.
store-protect-short = This is short. Four or five words that do not belong together are easy to remember and hard to guess.
store-protect-step-key = Making the key…
store-protect-step-pictures = Rewriting pictures: { $done } of { $total }
store-protect-step-book = Rewriting the book…
store-protect-step-backups = Rewriting backups: { $done } of { $total }
store-protect-step-leftovers = Removing what is no longer needed…
store-protected = The book is encrypted. Opening it takes the passphrase.
store-unprotected = The book is no longer encrypted.
store-protect-kept =
    { $count ->
        [one] One file stays as it was because another book needs it or it has a key of its own: { $file }
       *[other] { $number } files stay as they were because other books need them or they have keys of their own, for example { $file }
    }
store-protect-unfinished = Not all older files could be rewritten; the next opening tries again. { $why }
store-protect-wrong = This is not the present passphrase. The book is as it was.
store-protect-empty = Type a passphrase. The book is as it was.
store-protect-already = The book is encrypted already.
store-protect-not = The book is not encrypted.
store-protect-read-only = The book is open for reading only and was not changed.
store-protect-failed = Encrypting did not work and the book is as it was: { $detail }
