# Check and repair: what is the matter with a book and what became of it. One line each.

repair-line = Line { $line }: { $what }
repair-altered = The checksum does not fit: the file was changed after it was saved, or it is damaged.
repair-no-checksum = The file has no checksum: it was edited by hand. The next save writes one.
repair-unreadable = A record cannot be read. { $why } It begins “{ $excerpt }”.
repair-cut-off = The file ends here, in the middle.
repair-not-a-record = This is no record.
repair-nothing-readable = Nothing in the file can be read.
repair-dangling = “{ $name }” names something that is not in the book ({ $id }).
repair-dangling-unnamed = Something is named that is not in the book ({ $id }).
repair-same = “{ $name }” is tied to the same person.
repair-same-unnamed = One person stands twice in a tie.
repair-ring = These are parts of each other: { $names }.
repair-picture-missing = The picture { $file } is missing.
repair-picture-empty = The picture { $file } is empty.
repair-picture-other-size = The picture { $file } has another size than when it came in.
repair-picture-other-content = The picture { $file } is damaged: its content is not what came in.
repair-picture-not-a-file = In the place of the picture { $file } there is something that is not a file.
repair-picture-unreadable = The picture { $file } cannot be read.
repair-picture-of = { $what } It belongs to { $names }.
repair-picture-copy = { $what } A whole copy was found: { $file }.
repair-unused = The picture { $file } ({ $size } kB) is not used by this book.
repair-leftover = { $file } is left from a save that was cut short.
repair-backup = The older state { $file } cannot be read.
repair-conflict-copy = { $file } was put there by another program because two computers had changed the book. It can be merged in the window.

## What became of it

repair-mended = { $what } Mended.
repair-put-away =
    { $count ->
        [one] { $count } unused picture was moved to { $folder }.
       *[other] { $count } unused pictures were moved to { $folder }.
    }
repair-original = The file as it was is kept: { $file }
repair-aside = What could not be read stands in { $file }
repair-brought-back =
    { $count ->
        [one] { $count } record was brought back from an older state.
       *[other] { $count } records were brought back from older states.
    }
repair-salvaged =
    { $count ->
        [one] { $count } record could be read.
       *[other] { $count } records could be read.
    }
repair-lost =
    { $count ->
        [one] { $count } part could not be read and is kept in a file of its own.
       *[other] { $count } parts could not be read and are kept in a file of their own.
    }

## Why nothing was done

repair-stopped = It was stopped; nothing was changed.
repair-nothing-left = Nothing in { $file } can be read, so there is nothing to mend. The file was left as it is.
repair-newest-backup = Nothing in { $file } can be read, so there is nothing to mend. The file was left as it is. The newest older state is { $backup }.
repair-not-writable = { $file } cannot be repaired while it is open elsewhere or read-only. Nothing was changed.
